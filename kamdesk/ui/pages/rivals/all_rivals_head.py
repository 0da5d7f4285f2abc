"""The head of a rival's file: its name, what kind it is, and in figures how we fare against it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.contest_records import Certainty
from kamdesk.client.record import field_of
from kamdesk.client.rival_file import RivalFile
from kamdesk.client.rival_records import Rival, RivalKind
from kamdesk.client.units import tell_day
from kamdesk.desk.rival_list import Tally
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.all_rivals_list import KIND_ICONS
from kamdesk.ui.pages.rivals.told_fields import ToldFields
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.figures import Chip
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.in_place import InPlace
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.steps import changing

_FIELDS = ("about", "meets", "kind", "short", "website")


class RivalHead(QWidget):
    """Name, signs and the fields that say who this is."""

    edited = Signal(object)  # Doing
    back = Signal()  # a former one is a rival again

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._rival: Rival | None = None
        self._name = InPlace(look, field_of(Rival, "name"), tr("Name"), role="title", strong=True, wide=320)
        empty = {
            "about": tr("Who they are, in one line"),
            "meets": tr("At which clients, for which orders"),
            "kind": tr("Company, in-house or doing nothing"),
            "short": tr("As it is called in columns"),
            "website": "–",
        }
        self.fields = ToldFields(look, Rival, _FIELDS, empty)
        self._chips = QWidget()
        self._former = Label(look, "", "body", "warn", wrap=True)
        self._again = Button(look, tr("Bring back"), "second", icon="undo-2", key="B", small=True)
        self._arrange()
        self._name.committed.connect(self._rename)
        self.fields.typed.connect(self._type)
        self._again.clicked.connect(self.back)

    def _arrange(self) -> None:
        px, out = self.look.theme.px, self.look.size("overhang")
        self._flow = Flow(self._chips, px(6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        gone = QHBoxLayout()
        gone.setContentsMargins(out, 0, 0, 0)
        gone.addWidget(self._former, 1)
        gone.addWidget(self._again)
        chips = QHBoxLayout()
        chips.setContentsMargins(out, px(2), 0, px(6))
        chips.addWidget(self._chips, 1)
        fields = QHBoxLayout()
        fields.setContentsMargins(out, 0, 0, 0)
        fields.addWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self._name)
        column.addLayout(gone)
        column.addLayout(chips)
        column.addLayout(fields)

    def show_file(self, tally: Tally, file: RivalFile, today: date, *, is_open: bool) -> None:
        """Show a rival."""
        look, rival = self.look, tally.rival
        other = self._rival is None or self._rival.key != rival.key
        self._rival = rival
        self._name.show_value(rival.name, rival.name, other=other)
        self._name.setEnabled(is_open)
        self.fields.show_record(rival, rival.key, today)
        self.fields.lock(not is_open)
        self._show_chips(tally, file)
        for widget in (self._former, self._again):
            widget.setVisible(rival.former is not None)
        self._again.setEnabled(is_open)
        if rival.former is not None:
            day = tell_day(rival.former, look.words)
            self._former.setText(look.tr("Former since {day}: kept because clients were compared with it.", day=day))

    def _show_chips(self, tally: Tally, file: RivalFile) -> None:
        while (held := self._flow.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for words, tone, icon in signs(tally, file, self.look):
            self._flow.addWidget(Chip(self.look, words, tone, icon))

    def _rename(self, name: object) -> None:
        self._type("name", name)

    def _type(self, name: str, value: object) -> None:
        if self._rival is not None:
            self.edited.emit(changing(self._rival, **{name: value}))


def signs(tally: Tally, file: RivalFile, look: Look) -> Sequence[tuple[str, str, str]]:
    """Words, tone and icon of the chips: kind, where met, won and lost, what is old, the price floor."""
    kind = tally.rival.kind or RivalKind.COMPANY
    found = [(look.tr(kind.label), "plain", KIND_ICONS[kind])]
    at = look.trn("At {n} client", "At {n} clients", len(tally.at)) if tally.at else look.tr("Met nowhere yet")
    found.append((at, "plain", ""))
    if tally.main:
        found.append((look.trn("Main rival at {n}", "Main rival at {n}", tally.main), "plain", ""))
    if tally.won or tally.lost:
        found.append((look.tr("Won {won}, lost {lost}", won=tally.won, lost=tally.lost), "soft", ""))
    if tally.stale:
        words = look.trn("{n} fact out of date", "{n} facts out of date", tally.stale)
        found.append((words, "warn", "clock-alert"))
    found.append(floor_sign(file.floor, look))
    return found


def floor_sign(floor: Certainty | None, look: Look) -> tuple[str, str, str]:
    """Whether the lowest price it can go to is known."""
    if floor is Certainty.KNOWN:
        return look.tr("Price floor known"), "ok", "check"
    if floor is Certainty.ESTIMATED:
        return look.tr("Price floor estimated"), "plain", ""
    return look.tr("Price floor unknown: ask"), "warn", "circle-help"
