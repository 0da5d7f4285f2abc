"""The editions of a document: the one to come on top, then what was given out, to whom and when."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QMenu

from kamdesk.client.client import Client
from kamdesk.client.paper_records import Edition
from kamdesk.client.units import tell_day
from kamdesk.client.visiting import local_day
from kamdesk.desk.documents import DOCUMENTS
from kamdesk.desk.editions import comparable, newest_first, next_number
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.chapter_words import icon_of
from kamdesk.ui.pages.paper.order import Order
from kamdesk.ui.parts.painters import CENTRE, RIGHT, paint_text, rounded, square, text_width
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

DRAFT = "draft"  # the key of the edition to come


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition as the list shows it."""

    key: str
    number: int
    title: str
    told: str
    icon: str
    told_enough: bool = True  # to compare with what is told now
    mark: str = ""  # "compared" where the pages tell what changed since it
    record: Edition | None = None  # None: the one to come


class EditionList(RowList):
    """Enter shows an edition as it was; the menu compares, says to whom it went, or takes it out of the list."""

    asked = Signal(str, str)  # key and what: "again", "compare", "give", "remove"

    def __init__(self, look: Look) -> None:
        super().__init__(_EditionDelegate(look), look.tr("Editions"), growing=True)
        self.look = look
        self.opened.connect(self._show)
        self.clicked.connect(self._show_current)
        self.removing.connect(self._remove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 says to whom it went; = compares."""
        key = self.current_key()
        if key and key != DRAFT and event.key() == Qt.Key.Key_F2:
            self.asked.emit(key, "give")
        elif key and key != DRAFT and event.text() == "=":
            if self.model_of_rows.item(self.currentIndex()).told_enough:
                self.asked.emit(key, "compare")
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the edition under the mouse, or of the current one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        key = self.model_of_rows.key_of(index)
        if not key or key == DRAFT:
            return
        tr, menu = self.look.tr, QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for what, words, cap in (
            ("again", tr("Show as it was"), "Enter"),
            ("compare", tr("What changed since it"), "="),
            ("give", tr("Given to…"), "F2"),
            ("remove", tr("Take out of the list"), "Delete"),
        ):
            action = menu.addAction(f"{words}\t{cap}")
            action.setObjectName(f"{key} {what}")
            action.setEnabled(what != "compare" or self.model_of_rows.item(index).told_enough)
            action.triggered.connect(self._ask)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()) if by_key else event.globalPos())

    def _ask(self) -> None:
        sender = self.sender()
        if sender is not None:
            key, _, what = sender.objectName().partition(" ")
            self.asked.emit(key, what)

    def _show(self, key: str) -> None:
        self.asked.emit(key, "again")

    def _show_current(self, _index: object) -> None:
        self.asked.emit(self.current_key(), "again")

    def _remove(self, key: str) -> None:
        if key != DRAFT:
            self.asked.emit(key, "remove")


def edition_rows(client: Client, order: Order, wanted: str, look: Look) -> list[EditionRow]:
    """The edition to come and those that were made of the document; with `wanted` whatever that reader was given."""
    asked = wanted.strip().casefold()
    if asked:
        found = [item for item in newest_first(client) if asked in item.reader.casefold()]
        return [edition_row(item, order, look, any_document=True) for item in found]
    made = [item for item in newest_first(client) if item.document == order.document]
    return [_draft(client, order, look), *(edition_row(item, order, look) for item in made)]


def _draft(client: Client, order: Order, look: Look) -> EditionRow:
    audience = look.tr(order.issue.audience.label)
    told = look.tr("today, {edition}", edition=audience)
    if order.issue.again:
        told = look.tr("Back to the draft")
    elif order.issue.reader:
        told = look.tr("for {reader}, {edition}", reader=order.issue.reader, edition=audience)
    return EditionRow(DRAFT, next_number(client, order.document), look.tr("Draft"), told, icon_of(order.issue.audience))


def edition_row(edition: Edition, order: Order, look: Look, *, any_document: bool = False) -> EditionRow:
    """One edition: for whom it was, when, and of which kind."""
    tr, words = look.tr, look.words
    day = tell_day(local_day(edition.at), words, order.on) if edition.at else "?"
    audience = tr(edition.audience.label) if edition.audience else "?"
    told = tr("{day}, {edition}", day=day, edition=audience)
    if any_document and edition.document in DOCUMENTS:
        told = tr("{day}, {document}", day=day, document=tr(DOCUMENTS[edition.document].label))
    title = tr("For {reader}", reader=edition.reader) if edition.reader else tr("Nobody named")
    before = order.issue.before
    mark = "compared" if before is not None and before.key == edition.key and not order.issue.again else ""
    enough = comparable(edition, order.issue.audience)
    return EditionRow(edition.key, edition.number or 0, title, told, icon_of(edition.audience), enough, mark, edition)


class _EditionDelegate(RowDelegate):
    """Number in a box, title over day and kind, a sign at the right."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(48), look.size("overhang"))

    def draw(self, painter: QPainter, rect: QRectF, item: EditionRow, *, selected: bool) -> None:
        """Paint an edition."""
        look, px = self.look, self.look.theme.px
        box = square(QPointF(rect.left() + px(13), rect.center().y()), px(24))
        edge = QPen(look.colour("edge"), 1)
        rounded(painter, box, look.theme.radius("badge"), look.colour("canvas"), edge)
        paint_text(painter, box, str(item.number), look.font("small", 500), look.colour("text"), CENTRE)
        right = square(QPointF(rect.right() - px(8), rect.center().y()), px(14))
        look.icons.paint(painter, right, item.icon, "muted")
        words = rect.adjusted(px(38), px(5), -px(24), -px(5))
        upper = QRectF(words.left(), words.top(), words.width(), words.height() / 2)
        paint_text(painter, upper, item.title, look.font(), look.colour("text"))
        lower = upper.translated(0, words.height() / 2)
        if item.mark:
            mark, small = look.tr("compared"), look.font("small")
            paint_text(painter, lower, mark, small, look.colour("accent"), RIGHT)
            lower.setWidth(lower.width() - text_width(mark, small) - px(6))
        paint_text(painter, lower, item.told, look.font("small"), look.colour("muted"))
