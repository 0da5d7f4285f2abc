"""How much rests on single people, and who of us knows whom: our people against their key people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kamdesk.client import sums
from kamdesk.client.account import Person
from kamdesk.client.library import Colleague
from kamdesk.client.people import Bond, Contact, RelationLevel
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.relation.grid import Block
from kamdesk.ui.pages.relation.layers import Measure
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.badges import chip, chip_width
from kamdesk.ui.parts.labels import Paragraph
from kamdesk.ui.parts.painters import CENTRE, paint_text, rounded, square
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

_LEVELS = list(RelationLevel)
_COLUMNS = 8  # colleagues at most; those who know most of them
_NAME, _CELL, _LAST = 150, 78, 104  # px at 100 % text: their name, one of us, the remark at the end


class DependenceBlock(Block):
    """The largest share that one of theirs carries, and how many key people only one of us knows."""

    leading = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Resting on single people"))
        self.theirs = Measure(look, look.tr("On one of theirs"))
        self.ours = Measure(look, look.tr("On one of ours"))
        self.threads = Measure(look, look.tr("Open orders with one contact or none"))
        self.column.setSpacing(look.theme.px(12))
        for measure in (self.theirs, self.ours, self.threads):
            self.column.addWidget(measure)
            measure.leading.connect(self.leading)
        self.fill()

    def show_relation(self, relation: Relation) -> None:
        """Show both shares and the threads, with who it is."""
        look, found, client = self.look, relation.dependence, relation.shown.client
        sums_of = {name: partial(sums.sum_of_dependence, client, found, name) for name in ("theirs", "ours", "threads")}
        limit = client.rules.one_of_theirs / 100
        told = (
            look.tr("{name} carries most of it", name=found.top.name) if found.top else look.tr("nobody carries it yet")
        )
        self.theirs.show_measure(
            _percent(found.theirs), sums_of["theirs"], found.theirs, told, colour=_ink(found.too_theirs), tick=limit
        )
        names = ("、" if look.words.chinese else ", ").join(
            look.tr("{name} by {colleague}", name=contact.name, colleague=colleague.name)
            for contact, colleague in found.single[:3]
        )
        told = names or look.tr("no key person hangs on one of us")
        if found.nobody:
            nobody = look.trn(
                "{n} key person known by none of us", "{n} key people known by none of us", len(found.nobody)
            )
            told = look.tr("{one}; {two}", one=told, two=nobody) if names else nobody
        limit = client.rules.one_of_ours / 100
        self.ours.show_measure(
            _percent(found.ours), sums_of["ours"], found.ours, told, colour=_ink(found.too_ours), tick=limit
        )
        self._show_threads(relation)

    def _show_threads(self, relation: Relation) -> None:
        look, threads = self.look, relation.dependence.threads
        single = [thread for thread in threads if thread.single]
        self.threads.setVisible(bool(threads))
        arithmetic = partial(sums.sum_of_dependence, relation.shown.client, relation.dependence, "threads")
        names = ("、" if look.words.chinese else ", ").join(thread.opportunity.name for thread in single[:2])
        share = len(single) / len(threads) if threads else None
        told = names or look.tr("every open order has several people behind it")
        self.threads.show_measure(f"{len(single)} / {len(threads)}", arithmetic, share, told, colour=_ink(bool(single)))


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def _ink(too_much: bool) -> str:
    return "bad" if too_much else "accent"


@dataclass(frozen=True, slots=True)
class KnownRow:
    """One of their key people, and what each of us is to them."""

    contact: Contact
    cells: tuple[tuple[bool, Bond | None], ...]  # known at all, and the acquaintance that is written down
    holders: int
    spoken: str

    @property
    def key(self) -> str:
        """The person's key."""
        return self.contact.key

    @property
    def title(self) -> str:
        """The row for a screen reader."""
        return self.spoken


class KnowsBlock(Block):
    """The matrix: a row for each key person, a column for each of us; who hangs on one of us is marked."""

    going = Signal(object)  # Goto

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Who of us knows whom"), wide=4, narrow=6)
        self.delegate = KnownDelegate(look)
        self.head = _Heads(look, self.delegate)
        self.list = RowList(self.delegate, look.tr("Who of us knows whom"), growing=True)
        self._none = Paragraph(look, "", "body", "text2")
        levels = [f"{at} {look.tr(level.label)}" for at, level in enumerate(_LEVELS, 1)]
        self._levels = Paragraph(look, " · ".join(levels), "small", "muted")
        self._client = ""
        self.column.setSpacing(0)
        for widget in (self.head, self.list, self._none):
            self.column.addWidget(widget)
        self.fill()
        self.column.addWidget(self._levels)
        self.list.opened.connect(self._go)

    def show_relation(self, relation: Relation) -> None:
        """Show the matrix."""
        look = self.look
        self._client = relation.shown.client.key
        colleagues = _columns(relation)
        self.delegate.colleagues = colleagues
        self.list.show_rows([_row(relation, person, colleagues, look) for person in relation.key_people])
        told = ""
        if not relation.key_people:
            told = look.tr("No key person is known: nobody has influence 4 or 5")
        elif not colleagues:
            told = look.tr("Nobody of ours is entered as knowing a key person. Name our owner on the person's card.")
        self._none.setText(told)
        self._none.setVisible(bool(told))
        for widget in (self.head, self._levels):
            widget.setVisible(bool(colleagues and relation.key_people))
        self.heading.show_note(look.tr("filled: now, ring: wanted, of 4 levels"))
        self.head.update()

    def _go(self, key: str) -> None:
        self.going.emit(Goto("people", self._client, key))


def _columns(relation: Relation) -> tuple[Colleague, ...]:
    """Those of us who know a key person or shall, who knows most of them first."""
    keys = {person.contact.key for person in relation.key_people}
    counts: dict[str, int] = {}
    for key in keys:
        for colleague in relation.dependence.held.get(key, ()):
            counts[colleague.key] = counts.get(colleague.key, 0) + 2
    for bond in relation.shown.client.bonds:
        if bond.contact in keys and bond.colleague:
            counts[bond.colleague] = counts.get(bond.colleague, 0) + 1
    known = [colleague for colleague in relation.shown.workspace.colleagues if colleague.key in counts]
    return tuple(sorted(known, key=lambda colleague: -counts[colleague.key])[:_COLUMNS])


def _row(relation: Relation, person: Person, colleagues: tuple[Colleague, ...], look: Look) -> KnownRow:
    contact = person.contact
    held = {colleague.key for colleague in relation.dependence.held.get(contact.key, ())}
    bonds = {bond.colleague: bond for bond in relation.shown.client.bonds if bond.contact == contact.key}
    cells = tuple((colleague.key in held, bonds.get(colleague.key)) for colleague in colleagues)
    names = ", ".join(colleague.name for colleague in colleagues if colleague.key in held)
    spoken = look.tr("{name}: known by {names}", name=contact.name, names=names or look.tr("nobody of us"))
    return KnownRow(contact, cells, len(held), spoken)


class KnownDelegate(RowDelegate):
    """Paints a row of the matrix."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(32))
        self.colleagues: tuple[Colleague, ...] = ()

    def cells(self, rect: QRectF) -> list[QRectF]:
        """The room of each column."""
        px = self.look.theme.px
        left, right = rect.left() + px(_NAME), rect.right() - px(_LAST)
        wide = min(px(_CELL + 30), (right - left) / max(1, len(self.colleagues)))
        return [QRectF(left + at * wide, rect.top(), wide, rect.height()) for at in range(len(self.colleagues))]

    def draw(self, painter: QPainter, rect: QRectF, item: Any, *, selected: bool) -> None:
        """Paint name, cells and the mark of a person who hangs on one of us."""
        look, px = self.look, self.look.theme.px
        name = QRectF(rect.left() + px(6), rect.top(), px(_NAME) - px(12), rect.height())
        used = paint_text(painter, name, item.contact.name, look.font("name"), look.colour("text"))
        post = name.adjusted(used + px(6), 0, 0, 0)
        paint_text(painter, post, item.contact.title_at_work, look.font("small"), look.colour("muted"))
        for box, (known, bond) in zip(self.cells(rect), item.cells, strict=True):
            self._draw_cell(painter, box, known, bond)
        if item.holders < 2:
            told = look.tr("only one of us") if item.holders else look.tr("nobody of us")
            wide = min(chip_width(told, look), px(_LAST))
            end = QRectF(rect.right() - wide, rect.top(), wide, rect.height())
            chip(painter, end, told, look, "warn" if item.holders else "bad")

    def _draw_cell(self, painter: QPainter, box: QRectF, known: bool, bond: Bond | None) -> None:
        """Four steps: filled up to what is, a ring where it shall be; a dot alone when only the owner is named."""
        look, px = self.look, self.look.theme.px
        now = _LEVELS.index(bond.now) if bond and bond.now else -1
        wanted = _LEVELS.index(bond.wanted) if bond and bond.wanted else -1
        if not known and wanted < 0:
            paint_text(painter, box, "·", look.font("small"), look.colour("edge"), CENTRE)
            return
        step, side = px(13), px(9)
        left = box.center().x() - step * len(_LEVELS) / 2
        for at in range(len(_LEVELS)):
            place = square(QPointF(left + step * (at + 0.5), box.center().y()), side)
            if known and at <= max(now, 0):
                ink = look.colour("accent")
                filled = now >= 0
                rounded(painter, place, side / 2, ink if filled else None, None if filled else QPen(ink, 1.6))
            else:
                rounded(painter, place.adjusted(2, 2, -2, -2), side / 2, look.colour("edge"))
            if at == wanted:
                rounded(painter, place.adjusted(-2, -2, 2, 2), side, None, QPen(look.colour("text2"), 1.3))


class _Heads(QWidget):
    """The names of our people over their columns."""

    def __init__(self, look: Look, delegate: KnownDelegate) -> None:
        super().__init__()
        self.look, self._delegate = look, delegate
        self.setFixedHeight(look.theme.px(24))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(200, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names and the line below them."""
        look, painter = self.look, QPainter(self)
        rect = QRectF(self.rect())
        small = look.font("small")
        for box, colleague in zip(self._delegate.cells(rect), self._delegate.colleagues, strict=True):
            paint_text(painter, box.adjusted(3, 0, -3, 0), colleague.name, small, look.colour("muted"), CENTRE)
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.colour("edge"))
        painter.end()
