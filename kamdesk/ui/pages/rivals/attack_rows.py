"""What the rival will say against us, as rows: the claim, our answer with its proof, and how far that is ready."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kamdesk.client.attacks import Attack, Ready
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.sources import fair_chip
from kamdesk.ui.pages.rivals.tactic_rows import said_of
from kamdesk.ui.parts.badges import chip, chip_width
from kamdesk.ui.parts.folded import fold, line_height, paint_folded
from kamdesk.ui.parts.folded_rows import FoldedDelegate
from kamdesk.ui.parts.painters import paint_text, square

_READY = {
    Ready.READY: ("ok", "check"),
    Ready.NO_PROOF: ("warn", "circle-alert"),
    Ready.NO_ANSWER: ("bad", "circle-help"),
}
_MOST = 3  # lines of a claim, and of an answer


@dataclass(frozen=True, slots=True)
class AttackRow:
    """One expected attack in words."""

    attack: Attack
    claim: str
    answer: str
    ready: str
    reason: str  # why it is expected no longer, "" while it is

    @property
    def key(self) -> str:
        """The attack's: the same as long as its cause."""
        return self.attack.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return ", ".join(filter(None, (self.claim, self.answer, self.ready, self.reason)))


def attack_rows(found: Sequence[Attack], look: Look, *, dropped: bool = False) -> list[AttackRow]:
    """The attacks as rows."""
    return [_row(item, look, dropped=dropped) for item in found]


def _row(item: Attack, look: Look, *, dropped: bool) -> AttackRow:
    answer = item.answer or look.tr("Write what we answer")
    if item.proof:
        answer = look.tr("{answer} ({proof})", answer=answer, proof=item.proof)
    reason = ""
    if dropped:
        given = item.call.reason if item.call else ""
        reason = look.tr("Not expected: {reason}", reason=given or look.tr("no reason given"))
    return AttackRow(item, look.tell(said_of(item.claim)), answer, look.tr(item.ready.label), reason)


class AttackDelegate(FoldedDelegate):
    """Claim and answer fold; at the right how far it is ready, below that who may hear it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, inset=look.size("overhang"))
        self._leading = look.fonts.leading("name")

    def _lines(self, item: AttackRow) -> tuple[tuple[str, ...], tuple[str, ...]]:
        look, px = self.look, self.look.theme.px
        tone = _READY[item.attack.ready]
        room = self.width - chip_width(item.ready, look, tone[1]) - px(12)
        lower = item.reason or item.answer
        return fold(item.claim, look.font("name", 500), room, _MOST), fold(lower, look.font("small"), room, _MOST)

    def row_height(self, item: AttackRow) -> int:
        """The words folded, at least high enough for both chips."""
        px = self.look.theme.px
        upper, lower = self._lines(item)
        small = line_height(self.look.font("small"), px(18))
        return max(len(upper) * self._leading + len(lower) * small, px(44)) + px(16)

    def draw(self, painter: QPainter, rect: QRectF, item: AttackRow, *, selected: bool) -> None:
        """Paint one attack."""
        look, px = self.look, self.look.theme.px
        upper, lower = self._lines(item)
        tone, icon = _READY[item.attack.ready]
        wide = chip_width(item.ready, look, icon)
        top = rect.top() + px(8)
        place = QRectF(QPointF(rect.right() - wide, top), QPointF(rect.right(), top + px(22)))
        chip(painter, place, item.ready, look, tone, icon)
        self._draw_tag(painter, rect, top + px(25), item)
        room = QRectF(rect.left(), top, rect.width() - wide - px(12), rect.height())
        used = paint_folded(painter, room, upper, look.font("name", 500), look.colour("text"), self._leading)
        known = bool(item.attack.answer) or bool(item.reason)
        ink = look.colour("text2" if known else "muted")
        small = line_height(look.font("small"), px(18))
        paint_folded(painter, room.translated(0, used), lower, look.font("small"), ink, small)

    def _draw_tag(self, painter: QPainter, rect: QRectF, top: float, item: AttackRow) -> None:
        """Who may hear the answer, in small words under the chip."""
        if not item.attack.answer:
            return
        look, px = self.look, self.look.theme.px
        words, tone, icon = fair_chip(item.attack.may_be_told, look)
        ink = "ok" if tone == "ok" else "muted"
        wide = chip_width(words, look, icon) - px(16)
        line = QRectF(rect.right() - wide, top, wide, px(18))
        middle = line.center()
        middle.setX(line.left() + px(7))
        look.icons.paint(painter, square(middle, px(12)), icon, ink)
        paint_text(painter, line.adjusted(px(18), 0, 0, 0), words, look.font("small"), look.colour(ink))
