"""Rows of people with what they decide, their weigh-in and the lead over the rival."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kamdesk.client.account import Person
from kamdesk.client.people import Contact
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_decimal
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import unknown_badge
from kamdesk.ui.parts.marks import gap
from kamdesk.ui.parts.painters import RIGHT, left_square, paint_lines, paint_text
from kamdesk.ui.parts.portraits import avatar
from kamdesk.ui.parts.rows import RowDelegate


def key_of(person: Person) -> str:
    """A person's key."""
    return person.contact.key


def roles_words(contact: Contact, look: Look, most: int = 2) -> str:
    """What a person decides, the weightiest first; the title where nobody has said."""
    named = [look.tr(role.label) for role in contact.roles[:most]]
    return tell_list(named, look.words)


def line_of(contact: Contact, look: Look) -> str:
    """Title and first role."""
    return tell_list([part for part in (contact.title_at_work, roles_words(contact, look, 1)) if part], look.words)


class PersonDelegate(RowDelegate):
    """Avatar, name and title, score, lead."""

    def __init__(self, look: Look, ground: str = "canvas", inset: int = 0) -> None:
        super().__init__(look, look.size("row_person"), inset)
        self._ground = ground

    def draw(self, painter: QPainter, rect: QRectF, item: Any, *, selected: bool) -> None:
        """Paint a person."""
        look, px, contact = self.look, self.look.theme.px, item.contact
        side = look.size("avatar", 0)
        ground = "sel" if selected else self._ground
        avatar(painter, left_square(rect, side), contact.name, item.attitude, look, ground=ground)
        lead, score = px(58), px(40)
        words = rect.adjusted(side + px(12), 0, -(lead + score + px(8)), 0)
        paint_lines(painter, words, contact.name, line_of(contact, look), look)
        ends = QRectF(rect.right() - lead, rect.top(), lead, rect.height())
        gap(painter, ends, item.lead, look, align=RIGHT)
        figure = QRectF(ends.left() - score, rect.top(), score, rect.height())
        if item.score is None:
            unknown_badge(painter, figure.adjusted(score - look.size("unknown"), 0, 0, 0), look)
        else:
            told = tell_decimal(item.score, 1)
            paint_text(painter, figure, told, look.font("body", 500, tabular=True), look.colour("text"), RIGHT)
