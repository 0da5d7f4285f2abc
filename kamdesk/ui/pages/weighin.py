"""The weigh-in place: one person on the six dimensions, with the behaviour and the facts behind every level."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kamdesk.client.presets import Weights
from kamdesk.client.trends import person_trend
from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn
from kamdesk.desk import proof
from kamdesk.desk import weighin as steps
from kamdesk.desk.desk import Desk
from kamdesk.desk.weights import set_usual_weights, weights_for
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Page, Shown
from kamdesk.ui.pages.weighin_body import WeighBody
from kamdesk.ui.pages.weighin_keys import footer_keys, meant
from kamdesk.ui.pages.weighin_panel import WeighPanel
from kamdesk.ui.pages.weighin_state import Scales
from kamdesk.ui.pages.weighin_weights import WeightsCard, weights_words
from kamdesk.ui.panes import read_in_order
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.score_buttons import UNKNOWN
from kamdesk.words import N_

_PANEL, _NARROW_PANEL = 376, 320  # px at 100 % text


class WeighInPage(Page):
    """Weighs the people of a client, for us and, by estimate, for its rivals."""

    name: ClassVar[str] = "weighin"
    label: ClassVar[str] = N_("Weigh-in")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self.scales = Scales()
        self.body = WeighBody(look)
        self.panel = WeighPanel(look)
        self._weights = Button(look, "", "third", icon="chevron-down", small=True)
        self.card = WeightsCard(look, self._weights)
        self._empty = _nobody(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.body)
        self.arrange(self._stack, self.panel, width=_PANEL, narrow=_NARROW_PANEL)
        self._footer.hold(self._weights)
        self._connect()

    def _connect(self) -> None:
        head, rows = self.body.head, self.body.rows
        head.person.chosen.connect(self._choose_person)
        head.person.stepped.connect(self._step_person)
        head.whose_chosen.connect(self._choose_whose)
        head.count_chosen.connect(self._choose_count)
        head.day.typed.connect(self._choose_day)
        self.body.banner.back.connect(self._come_back)
        self.body.banner.removing.connect(self._remove_past)
        rows.picked.connect(self._pick)
        rows.kept.connect(self._keep_fact)
        rows.removed.connect(self._remove_fact)
        rows.moved.connect(self._moved)
        self.panel.next.taken.connect(self._take_on)
        self.panel.history.chosen.connect(self._look_back)
        self.panel.history.removing.connect(self._remove_weighin)
        self._weights.clicked.connect(self.card.open_beside)
        self.card.chosen.connect(self._set_weights)
        self.card.usual.connect(self._set_usual)
        self._empty.pressed.connect(self._add_person)

    def show_client(self, shown: Shown) -> None:
        """Show the client; the person, the row and what is half typed stay."""
        self.scales.take(shown)
        anybody = bool(self.scales.people)
        self._stack.setCurrentIndex(int(anybody))
        self._weights.setVisible(anybody)
        self.show_panel(anybody)
        self._show()
        self.show_keys()

    def _show(self) -> None:
        scales = self.scales
        if not scales.people:
            return
        row = scales.row(self.look, read_only=self.desk.read_only)
        self.body.show_scales(scales, row)
        self.panel.show_person(scales.ours, scales.theirs, row.today)
        self.panel.show_next(row, self.body.rows.current)
        points = person_trend(scales.shown.client, scales.contact, row.today)
        self.panel.show_history(row.sitting, points, row, scales.back)
        told = weights_words(row.weighed.weights, self.look)
        self._weights.show_words(self.look.tr("Weights: {weights}", weights=told))
        self._weights.setEnabled(row.is_open and row.sitting.rival is None)
        read_in_order(self.body)
        self.card.show_weights(row.weighed.weights)

    def item(self) -> str:
        """The key of the person."""
        return self.scales.contact if self.scales.people else ""

    def open_item(self, key: str, action: str) -> None:
        """Go to a person, a weigh-in or a fact; "new" writes a fact down."""
        client = self.scales.shown.client
        record = client.get(key)
        contact = record.contact if isinstance(record, WeighIn | Evidence) else key
        self._choose_person(contact or "")
        if isinstance(record, Evidence) and record.dimension:
            self.body.rows.choose(record.dimension)
        if self.scales.people:
            self.body.rows.take_keyboard()
        if action == "new":
            self._new()

    def keyboard_place(self) -> QWidget:
        """The row that is worked on; the list of earlier weigh-ins comes long after it."""
        return self.body.rows.row if self.scales.people else super().keyboard_place()

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        return footer_keys(self.look) if self.scales.people else []

    def _do(self, step: Step, *, toast: bool = False) -> None:
        self.edited.emit(Doing(step.said, step.edits, toast))

    def _choose_person(self, key: str) -> None:
        if self.scales.choose(key):
            self._show()
            self.body.take_keyboard()

    def _step_person(self, by: int) -> None:
        self._choose_person(self.scales.neighbour(by))

    def _choose_whose(self, key: object) -> None:
        self.scales.whose, self.scales.back = str(key), ""
        self._show()

    def _choose_day(self, day: date | None) -> None:
        sitting, today = self.scales.sitting, self.scales.shown.today
        field = self.body.head.day
        if day is None:
            field.close_field()
            return
        if problem := steps.day_problem(sitting, day, today):
            field.refuse(self.look.tell(problem))
        elif self.scales.back or (sitting.fresh and sitting.day == today):
            self._do(steps.set_day(sitting, day, self.look.words))
        else:
            self.scales.work_on(day)
            self._show()

    def _look_back(self, key: str) -> None:
        newest = key == next((item.key for item in steps.weighins_of(self.scales.sitting)), "")
        self.scales.back = "" if newest else key
        self._show()

    def _come_back(self) -> None:
        if self.scales.back:
            self.scales.back = ""
            self._show()
            self.body.rows.take_keyboard()

    def _pick(self, dimension: Dimension, place: int) -> None:
        self.body.rows.choose(dimension)
        self._do(steps.set_level(self.scales.sitting, dimension, None if place == UNKNOWN else place))

    def _keep_fact(self, before: Evidence | None, after: Evidence) -> None:
        sitting = self.scales.sitting
        self._do(proof.correct_proof(sitting, before, after) if before else proof.prove(sitting, after))

    def _remove_fact(self, fact: Evidence) -> None:
        self._do(proof.remove_proof(self.scales.sitting, fact))

    def _remove_weighin(self, key: str) -> None:
        found = self.scales.shown.client.get(key)
        if isinstance(found, WeighIn):
            self._do(steps.remove_weighin(self.scales.sitting, found, self.look.words))

    def _remove_past(self) -> None:
        self._remove_weighin(self.scales.back)

    def _take_on(self, text: str) -> None:
        sitting, shown = self.scales.sitting, self.scales.shown
        proof = self.look.tr(steps.next_text(sitting, self.body.rows.current))
        self._do(steps.take_on(sitting, shown.workspace.profile, shown.today, text, proof), toast=True)

    def _choose_count(self, count: int) -> None:
        shown = self.scales.shown
        self._set_weights(weights_for(count, shown.workspace.profile, shown.client.company))

    def _set_weights(self, weights: Weights) -> None:
        self._do(steps.set_weights(self.scales.sitting, weights))

    def _set_usual(self, weights: Weights) -> None:
        self._do(set_usual_weights(self.scales.shown.workspace.profile, weights))

    def _add_person(self) -> None:
        self.going.emit(Goto("people", self.scales.shown.client.key, "", "new"))

    def _moved(self, dimension: Dimension) -> None:
        self.panel.show_next(self.scales.row(self.look, read_only=self.desk.read_only), dimension)

    def _new(self) -> None:
        if self.scales.people:
            self.body.rows.row.facts.open_form()
        else:
            self._add_person()

    def event(self, event: QEvent) -> bool:
        """The page's own keys come before the window's: "?" is a level here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and meant(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Weigh by keys."""
        key = meant(event) if self.scales.people else None
        if key is None:
            super().keyPressEvent(event)
            return
        row = self.body.rows.row
        numbered = {"level": row.pick, "row": self.body.rows.step, "point": row.point, "person": self._step_person}
        plain = {"fact": row.facts.open_form, "all": row.show_all, "action": self.panel.next.open_field}
        plain |= {"enter": row.pick_pointed, "back": self._come_back}
        if key.what in numbered:
            numbered[key.what](key.by)
        else:
            plain[key.what]()


def _nobody(look: Look) -> EmptyState:
    """What stands here while the client has no people."""
    sentence = look.tr(
        "A weigh-in says how each person at the client really behaves towards us, on up to six dimensions "
        "and with facts. Begin with the people who decide."
    )
    deeds = (("person", look.tr("Add a person"), "Ctrl+N"),)
    return EmptyState(look, "scale", look.tr("Nobody to weigh yet"), sentence, deeds)
