"""What is proposed against the main rival, as rows: the needs, the whole, the people; decided or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from kamdesk.client.calls import CallState
from kamdesk.client.contest_records import CallKind
from kamdesk.client.person_tactic import Move
from kamdesk.client.proposals import Proposal, words_of
from kamdesk.client.stance import Stance
from kamdesk.client.tactics import Tactic
from kamdesk.client.telling import as_is
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.paint import TONES
from kamdesk.ui.parts.badges import TONES as CHIP_TONES
from kamdesk.ui.parts.painters import paint_text, square, text_width
from kamdesk.ui.parts.rows import Index, RowDelegate, Rows
from kamdesk.words import N_, NC_, Said

_MOVES = {
    Move.PROTECT: "ok",
    Move.GUIDE: "ok",
    Move.CONVERT: "soft",
    Move.NEUTRALISE: "warn",
    Move.WATCH: "neutral",
}
_HEADS = {CallKind.STANCE: N_("Overall"), CallKind.PERSON: N_("People")}
_STATES = {
    CallState.NEW: (NC_("tactic", "new"), "muted", ""),
    CallState.ACCEPTED: (NC_("tactic", "accepted"), "ok", "check"),
    CallState.DISCARDED: (NC_("tactic", "discarded"), "muted", ""),
    CallState.CHANGED: (NC_("tactic", "proposed anew"), "warn", "refresh-cw"),
}
_PLANNED = NC_("tactic", "planned")


@dataclass(frozen=True, slots=True)
class TacticHead:
    """The head of a kind."""

    kind: CallKind
    title: str

    @property
    def key(self) -> str:
        """Of the head."""
        return f"head {self.kind.value}"


@dataclass(frozen=True, slots=True)
class TacticRow:
    """One proposal in words."""

    proposal: Proposal
    subject: str
    told: str
    state: str
    ink: str
    icon: str

    @property
    def key(self) -> str:
        """Of the need, the person or the whole it is for."""
        return key_of(self.proposal)

    @property
    def title(self) -> str:
        """For screen readers."""
        return ", ".join((self.subject, self.told, self.state))


Row = TacticHead | TacticRow


def key_of(proposal: Proposal) -> str:
    """A proposal's key: the same as long as it is for the same need, person or whole."""
    about = proposal.factor or proposal.contact or proposal.rival or ""
    return f"{(proposal.kind or CallKind.FACTOR).value} {about}"


def need_key(factor: str) -> str:
    """The key of what is proposed for a need."""
    return f"{CallKind.FACTOR.value} {factor}"


def tone_of(proposal: Proposal) -> str:
    """The tone of its chip."""
    if proposal.kind is CallKind.FACTOR:
        return TONES[Tactic(proposal.code)]
    if proposal.kind is CallKind.PERSON:
        return _MOVES[Move(proposal.code)]
    return "warn" if proposal.code == Stance.DEFEND.value else "soft"


def said_of(words: Said | str) -> Said:
    """Words that may be the rep's own."""
    return as_is(words) if isinstance(words, str) else words


def tactic_row(proposal: Proposal, look: Look) -> TacticRow:
    """A proposal as a row."""
    words, ink, icon = _STATES[proposal.state]
    if proposal.state is CallState.ACCEPTED and proposal.open_actions:
        words = _PLANNED
    label, advice = look.tell(proposal.label), look.tell(said_of(words_of(proposal)))
    told = look.tr("{tactic}: {advice}", tactic=label, advice=advice)
    return TacticRow(proposal, look.tell(said_of(proposal.subject)), told, look.tr(words), ink, icon)


def is_minor(proposal: Proposal) -> bool:
    """True for somebody of little influence on whom nothing is decided: the time goes to key people first (S3-10)."""
    minor = proposal.kind is CallKind.PERSON and proposal.code in (Move.GUIDE, Move.WATCH)
    return minor and proposal.state is CallState.NEW and not proposal.actions


def tactic_rows(found: Sequence[Proposal], look: Look, *, minor: bool = False) -> list[Row]:
    """The rows that are not put aside, those of the whole and of people under their heads; `minor` people too."""
    rows: list[Row] = []
    open_ones = [item for item in found if item.state is not CallState.DISCARDED and (minor or not is_minor(item))]
    for kind in (CallKind.FACTOR, CallKind.STANCE, CallKind.PERSON):
        mine = [item for item in open_ones if item.kind is kind]
        if mine and kind in _HEADS:
            rows.append(TacticHead(kind, look.tr(_HEADS[kind])))
        rows += [tactic_row(item, look) for item in mine]
    return rows


class TacticRows(Rows):
    """Heads cannot be chosen; the arrows pass over them."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a row."""
        return Qt.ItemFlag.NoItemFlags if isinstance(self.item(index), TacticHead) else super().flags(index)


class TacticDelegate(RowDelegate):
    """Icon, need or person and what to do; at the right whether it is decided."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.size("row_tactic"), look.size("overhang"))

    def row_height(self, item: Row) -> int:
        """Heads stand lower, with air above."""
        return self.look.theme.px(34) if isinstance(item, TacticHead) else self.height

    def draw(self, painter: QPainter, rect: QRectF, item: Row, *, selected: bool) -> None:
        """Paint a head or a proposal."""
        look, px = self.look, self.look.theme.px
        if isinstance(item, TacticHead):
            low = rect.adjusted(0, px(10), 0, 0)
            paint_text(painter, low, item.title, look.font("small"), look.colour("muted"))
            return
        ink = CHIP_TONES[tone_of(item.proposal)][1]
        middle = rect.center()
        middle.setX(rect.left() + px(8))
        look.icons.paint(painter, square(middle, px(16)), item.proposal.icon, ink)
        right = self._draw_state(painter, rect, item)
        room = QRectF(rect.left() + px(28), rect.center().y() - px(19), right - rect.left() - px(38), px(20))
        paint_text(painter, room, item.subject, look.font("name", 500), look.colour("text"))
        lower = QRectF(room.left(), room.bottom(), rect.right() - room.left(), px(18))
        paint_text(painter, lower, item.told, look.font("small"), look.colour("text2"))

    def _draw_state(self, painter: QPainter, rect: QRectF, item: TacticRow) -> float:
        """Paint the state at the right end of the upper line; gives where it begins."""
        look, px, small = self.look, self.look.theme.px, self.look.font("small")
        wide = text_width(item.state, small) + 2
        left = rect.right() - wide
        line = QRectF(left, rect.center().y() - px(19), wide, px(20))
        paint_text(painter, line, item.state, small, look.colour(item.ink))
        if item.icon:
            left -= px(18)
            middle = line.center()
            middle.setX(left + px(7))
            look.icons.paint(painter, square(middle, px(14)), item.icon, item.ink)
        return left
