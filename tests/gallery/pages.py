"""The pages of the documents, drawn from the real file as the Paper place does."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kamdesk.desk.desk import Desk
from kamdesk.document.plan import write_plan
from kamdesk.words import words_for

DOTS = 110  # per inch


def plan_pages(desk: Desk, key: str, language: str) -> Iterator[QImage]:
    """Each page of a client's plan as a picture."""
    held = io.BytesIO()
    write_plan(desk.client(key), desk.workspace(), held, words_for(language), desk.today, invariant=True)
    buffer = QBuffer()
    buffer.setData(QByteArray(held.getvalue()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    for number in range(document.pageCount()):
        size = document.pagePointSize(number)
        drawn = document.render(number, QSize(round(size.width() * DOTS / 72), round(size.height() * DOTS / 72)))
        page = QImage(drawn.size(), QImage.Format.Format_RGB32)
        page.fill(0xFFFFFFFF)
        painter = QPainter(page)
        painter.drawImage(0, 0, drawn)
        painter.end()
        yield page
    document.close()
