"""A picture made small and safe before it is kept: known formats only, at most 512 px, written anew as PNG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

LARGEST = 512
_MOST_BYTES = 30_000_000
_MOST_PIXELS = 64_000_000
_FORMATS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp"}


def from_file(path: Path) -> bytes | None:
    """The picture of a file as small PNG bytes; None when it is none or is too large."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        return from_bytes(path.read_bytes())
    except OSError:
        return None


def from_bytes(data: bytes) -> bytes | None:
    """The picture in some bytes as small PNG bytes; None when they are none.

    The format is told to Qt from the first bytes, so that no reader guesses and a renamed SVG is never run.
    """
    name = next((name for start, name in _FORMATS.items() if data.startswith(start)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        name = "webp"
    if not name:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(name.encode()))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return None
    reader.setAutoTransform(True)
    reader.setScaledSize(_small(size))
    return to_png(reader.read())


def from_png(data: bytes, largest: int = LARGEST) -> QImage:
    """The image in stored PNG bytes, at most `largest` px; a null image when they are damaged or absurdly large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png"))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    reader.setScaledSize(_small(size, largest))
    return reader.read()


def to_png(image: QImage) -> bytes | None:
    """An image as PNG bytes of at most 512 px; None for an empty one."""
    if image.isNull():
        return None
    small = image.scaled(
        _small(image.size()), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(small.convertToFormat(QImage.Format.Format_ARGB32))
    return bytes(buffer.data().data() or b"") or None


def _small(size: QSize, largest: int = LARGEST) -> QSize:
    if max(size.width(), size.height()) <= largest:
        return size
    return size.scaled(QSize(largest, largest), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
