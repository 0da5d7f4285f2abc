"""Editor of a picture: choose, drop, paste or clear; what is no picture gets a sentence and the old one stays."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.record import Field, Value
from kamdesk.ui.look import Look
from kamdesk.ui.parts import images
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.painters import rounded, square


class PictureEditor(Editor):
    """A picture with its buttons; files can be dropped anywhere on it."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__(look, field)
        self.preview = Preview(look)
        self._dialog: QFileDialog | None = None
        self.choosing = Button(look, look.tr("Choose…"), "second", small=True)
        self.pasting = Button(look, look.tr("Paste"), "third", small=True)
        self.clearing = Button(look, look.tr("Clear"), "third", small=True)
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space("s"))
        row.addWidget(self.preview)
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(look.theme.space("xs"))
        for button in (self.choosing, self.pasting, self.clearing):
            line.addWidget(button)
        line.addStretch(1)
        buttons.addStretch(1)
        buttons.addLayout(line)
        buttons.addStretch(1)
        row.addLayout(buttons, 1)
        self.carry(self.choosing, held)
        choose = look.tr("Choose…")
        self.choosing.setAccessibleName(f"{look.tr(field.label)}: {choose}")
        self.setAcceptDrops(True)
        self.choosing.clicked.connect(self.choose_file)
        self.pasting.clicked.connect(self.paste)
        self.clearing.clicked.connect(self.clear)

    def put(self, value: Value) -> None:
        """Show the picture."""
        image = images.from_png(value) if isinstance(value, bytes) else QImage()
        self.preview.show_image(image)
        self.clearing.setVisible(value is not None)

    def choose_file(self) -> None:
        """Ask for a file; the window stays usable meanwhile."""
        if self._dialog is None:
            self._dialog = QFileDialog(self, self.look.tr("Choose a picture"))
            self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._dialog.setNameFilter(self.look.tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.gif *.bmp)")
            self._dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
            self._dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.look.tr("Folder"))
            self._dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.look.tr("Kind"))
            self._dialog.fileSelected.connect(self.take_file)
        self._dialog.open()

    def take_file(self, path: str) -> None:
        """Take the picture of a file."""
        self._take(images.from_file(Path(path)), Path(path).name)

    def paste(self) -> None:
        """Take the picture that was copied."""
        self._take_data(QGuiApplication.clipboard().mimeData())

    def clear(self) -> None:
        """Take the picture away."""
        self.accept(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files and pictures be dropped."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self._take_data(event.mimeData())
        event.acceptProposedAction()

    def _take_data(self, data: QMimeData) -> None:
        local: list[QUrl] = [url for url in data.urls() if url.isLocalFile()]
        if local:
            self.take_file(local[0].toLocalFile())
        elif data.hasImage():
            self._take(images.to_png(QImage(data.imageData())), "")
        else:
            self._take(None, "")

    def _take(self, picture: bytes | None, name: str) -> None:
        if picture is not None:
            self.accept(picture)
        elif name:
            self.say(
                self.look.tr("“{name}” is no picture KAMDesk can read. PNG, JPEG, WebP, GIF and BMP work.", name=name)
            )
        else:
            self.say(self.look.tr("There is no picture to paste."))


class Preview(QWidget):
    """A square that shows a picture, or a dashed frame where there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._image = QImage()
        self.setFixedSize(QSize(look.theme.px(56), look.theme.px(56)))

    def show_image(self, image: QImage) -> None:
        """Show this picture."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in its own proportions."""
        look, painter = self.look, QPainter(self)
        rect = QRectF(self.rect())
        pen = QPen(look.colour("edge"), 1)
        if self._image.isNull():
            pen.setDashPattern([3, 3])
            rounded(painter, rect, look.theme.radius("control"), None, pen)
            look.icons.paint(painter, square(rect.center(), look.theme.px(20)), "image", "muted")
            painter.end()
            return
        rounded(painter, rect, look.theme.radius("control"), Qt.GlobalColor.white, pen)  # type: ignore[arg-type]
        room = rect.adjusted(3, 3, -3, -3)
        size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        painter.end()
