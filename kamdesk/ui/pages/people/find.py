"""Find a person by a piece of the name, by its pinyin or initials, by title or department."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kamdesk.client.people import Contact
from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import RIGHT, paint_text, text_width
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.ui.spelling import spelled, told

_MOST = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A person that matches, and how the characters sound where letters spelled them."""

    key: str
    name: str
    post: str = ""
    sound: str = ""


def find(people: Iterable[Contact], asked: str, most: int = _MOST) -> list[Found]:
    """The people that match, the name that begins so first; nobody for an empty question."""
    wanted = _folded(asked)
    if not wanted:
        return []
    ranked: list[tuple[int, Found]] = []
    for contact in people:
        post = ", ".join(part for part in (contact.title_at_work, contact.department) if part)
        name, sounds = _folded(contact.name), spelled(contact.name, asked)
        sound = told(contact.name, sounds)[0] if sounds else ""
        if name.startswith(wanted):
            ranked.append((0, Found(contact.key, contact.name, post)))
        elif sounds and sounds[0].place == 0:
            ranked.append((1, Found(contact.key, contact.name, post, sound)))
        elif wanted in name:
            ranked.append((2, Found(contact.key, contact.name, post)))
        elif sounds:
            ranked.append((3, Found(contact.key, contact.name, post, sound)))
        elif wanted in _folded(post) or spelled(post, asked):
            ranked.append((4, Found(contact.key, contact.name, post)))
    ranked.sort(key=_rank)
    return [found for _, found in ranked[:most]]


def _rank(pair: tuple[int, Found]) -> int:
    return pair[0]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


class FoundDelegate(RowDelegate):
    """A name, how it sounds, and the post at the right."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.size("row_term"), look.theme.px(10))

    def draw(self, painter: QPainter, rect: QRectF, item: Found, *, selected: bool) -> None:
        """Paint a person found."""
        look, px, small = self.look, self.look.theme.px, self.look.font("small")
        wide = min(text_width(item.post, small) + 1, rect.width() * 0.5)
        left = rect.adjusted(0, 0, -wide - px(10), 0)
        used = paint_text(painter, left, item.name, look.font("name"), look.colour("text"))
        if item.sound:
            rest = left.adjusted(used + px(8), 0, 0, 0)
            paint_text(painter, rest, item.sound, small, look.colour("accent"))
        right = QRectF(rect.right() - wide, rect.top(), wide, rect.height())
        paint_text(painter, right, item.post, small, look.colour("muted"), RIGHT)
