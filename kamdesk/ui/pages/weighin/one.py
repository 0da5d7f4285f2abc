"""One person on the scales: the rows, the panel beside them, and what the keys do; the page shows them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kamdesk.client.activities import Invitation
from kamdesk.client.targets import Warned
from kamdesk.client.weigh_records import Dimension, Evidence, Target, WeighIn
from kamdesk.desk import weighin as steps
from kamdesk.desk.next_action import Draft, Purpose
from kamdesk.desk.targets import by_problem
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.weighin.body import WeighBody
from kamdesk.ui.pages.weighin.keys import Meant, meant
from kamdesk.ui.pages.weighin.panel import WeighPanel
from kamdesk.ui.pages.weighin.state import Scales
from kamdesk.ui.pages.weighin.warning import way_of
from kamdesk.ui.pages.weighin.weights import WeightsCard, weights_words
from kamdesk.ui.pages.weighin.writer import WeighWriter
from kamdesk.ui.panes import read_in_order
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.score_buttons import UNKNOWN


class PersonFace(QObject):
    """Holds what is shown of one person; `edited` says what was done."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.scales = Scales()
        self.writer = WeighWriter(look, self.scales, self)
        self.body = WeighBody(look)
        self.panel = WeighPanel(look)
        self.weights = Button(look, "", "third", icon="chevron-down", small=True)
        self._card: WeightsCard | None = None
        self._read_only = False
        _connect_body(self)
        _connect_panel(self)
        self.weights.clicked.connect(self._open_card)
        self.writer.edited.connect(self.edited)

    @property
    def anybody(self) -> bool:
        """True while there is somebody to weigh."""
        return bool(self.scales.people)

    def take(self, shown: Shown, *, read_only: bool) -> None:
        """Take the client as it is now; `show` brings it to the widgets."""
        self._read_only = read_only
        self.scales.take(shown)

    def show(self) -> None:
        """Show the person on the scales; what is half typed stays."""
        scales = self.scales
        if not scales.people:
            return
        row, shown = scales.row(self.look, read_only=self._read_only), scales.shown
        self.body.show_scales(scales, row)
        self.panel.show_scales(scales, row, self.body.rows.current)
        told = weights_words(row.weighed.weights, shown.workspace.weight_sets, self.look)
        self.weights.show_words(self.look.tr("Weights: {weights}", weights=told))
        self.weights.setEnabled(row.is_open and row.sitting.rival is None)
        read_in_order(self.body)
        self._show_card()

    @property
    def card(self) -> WeightsCard:
        """The weights, made when somebody asks for them first: few weigh-ins need other ones."""
        if self._card is None:
            self._card = WeightsCard(self.look, self.weights)
            _connect_card(self._card, self.writer)
            self._show_card()
        return self._card

    def _open_card(self) -> None:
        self.card.open_beside()

    def _show_card(self) -> None:
        if self._card is not None and self.scales.people:
            shown = self.scales.shown
            weights = self.scales.row(self.look, read_only=self._read_only).weighed.weights
            self._card.show_weights(weights, shown.client, shown.workspace)

    def open_record(self, key: str) -> None:
        """Go to a person, or to the person and the row of a weigh-in, a target, a fact or an invitation."""
        record = self.scales.shown.client.get(key)
        about = record.contact if isinstance(record, WeighIn | Evidence | Target | Invitation) else key
        self.choose_person(about or "")
        if isinstance(record, Evidence) and record.dimension:
            self.body.rows.choose(record.dimension)
        if isinstance(record, Invitation):
            self.body.rows.choose(Dimension.ACTIVITY)
        if self.anybody:
            self.body.rows.take_keyboard()

    def choose_person(self, key: str) -> None:
        """Put somebody else on the scales."""
        if self.scales.choose(key):
            self.show()
            self.body.take_keyboard()

    def step_person(self, by: int) -> None:
        """Go to the next person, or to the one before."""
        self.choose_person(self.scales.neighbour(by))

    def choose_whose(self, key: object) -> None:
        """Weigh for us, or estimate a rival."""
        self.scales.choose_whose(str(key))
        self.show()

    def choose_day(self, day: date | None) -> None:
        """Correct the day of the weigh-in, or weigh under another day."""
        sitting, today = self.scales.sitting, self.scales.shown.today
        field = self.body.head.day
        if day is None:
            field.close_field()
        elif problem := steps.day_problem(sitting, day, today):
            field.refuse(self.look.tell(problem))
        elif self.scales.back or (sitting.fresh and sitting.day == today):
            self.writer.do(steps.set_day(sitting, day, self.look.words))
        else:
            self.scales.work_on(day)
            self.show()

    def look_back(self, key: str) -> None:
        """Look at an older weigh-in as it was kept."""
        self.scales.look_at(key)
        self.show()

    def compare(self, one: str, other: str) -> None:
        """Hold one weigh-in against another."""
        self.scales.compare(one, other)
        self.show()
        self.body.rows.take_keyboard()

    def come_back(self) -> None:
        """Stop aiming, or be at what stands now again."""
        row, one = self.body.rows.row, self.body.one
        if row.aiming or one.asking:
            row.show_aiming(False)
            one.ask(False)
        elif self.scales.come_back():
            self.show()
            self.body.rows.take_keyboard()

    def pick(self, dimension: Dimension, place: int) -> None:
        """Write a level down; after Q it goes for every dimension that counts."""
        if self.body.one.asking:
            self.pick_all(place)
            return
        self.body.rows.choose(dimension)
        self.writer.set_level(dimension, place)

    def pick_all(self, place: int) -> None:
        """Write one number down for a rival."""
        self.body.one.ask(False)
        self.writer.set_all(place)
        self.body.rows.take_keyboard()

    def aim(self, dimension: Dimension, place: int) -> None:
        """Want a level of a row."""
        self.body.rows.choose(dimension)
        self.writer.want_level(dimension, place)

    def want_by(self, day: object) -> None:
        """Move the day of the target, where it lies ahead."""
        by = self.panel.target.by
        if not isinstance(day, date):
            self.show()
        elif problem := by_problem(day, self.scales.shown.today):
            by.open()
            by.editor.say(self.look.tell(problem))
        else:
            self.writer.want_by(day)

    def take_on(self, drafted: Draft, made: Purpose | None) -> None:
        """Write an action down."""
        self.writer.take_on(self.panel.next.dimension, drafted, made)
        self.body.rows.take_keyboard()

    def mend(self, warned: Warned) -> None:
        """Do what a warning about the target asks for."""
        rows, way = self.body.rows, way_of(warned)
        if way == "suggest":
            self.writer.suggest()
        elif warned.dimension is not None:
            rows.choose(warned.dimension)
            if way == "plan":
                self.panel.next.open_field()
            elif way == "see":
                rows.take_keyboard()
            else:
                self.writer.want_level(warned.dimension, warned.level or UNKNOWN)

    def moved(self, dimension: Dimension) -> None:
        """Another row is the current one."""
        self.panel.show_next(self.scales, self.scales.row(self.look, read_only=self._read_only), dimension)

    def write_fact(self) -> None:
        """Write a fact down in the current row."""
        if self.anybody:
            self.body.rows.row.facts.open_form()

    def wrote(self) -> None:
        """Bring the keyboard back to the row once a fact or an invitation is stored; its form is hidden then."""
        row = self.body.rows.row
        if not (row.facts.writing or (row.invites is not None and row.invites.writing)):
            self.body.rows.take_keyboard()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False when it means nothing."""
        key = meant(event) if self.anybody else None
        if key is not None:
            _do_key(self, key)
        return key is not None


def _do_key(face: PersonFace, key: Meant) -> None:
    rows, row, panel = face.body.rows, face.body.rows.row, face.panel
    numbered = {"level": row.pick, "row": rows.step, "point": row.point, "person": face.step_person}
    numbered |= {"aim": row.aim, "every": face.pick_all}
    plain = {"fact": row.facts.open_form, "all": row.show_all, "action": panel.next.open_field}
    plain |= {"enter": row.pick_pointed, "back": face.come_back, "target": row.turn_aiming, "take": row.hint.take}
    plain |= {"suggest": face.writer.suggest, "invite": rows.open_invitation, "compare": panel.history.open_menu}
    plain |= {"people": face.body.head.person.open_list, "one": face.body.one.turn, "weights": face.weights.click}
    plain |= {"purpose": panel.target.ask_purpose}
    if key.what in numbered:
        numbered[key.what](key.by)
    elif key.what in plain:
        plain[key.what]()


def _connect_body(face: PersonFace) -> None:
    head, body, rows, writer = face.body.head, face.body, face.body.rows, face.writer
    head.person.chosen.connect(face.choose_person)
    head.person.stepped.connect(face.step_person)
    head.whose_chosen.connect(face.choose_whose)
    head.count_chosen.connect(writer.set_count)
    head.day.typed.connect(face.choose_day)
    body.banner.back.connect(face.come_back)
    body.banner.removing.connect(writer.remove_past)
    body.one.picked.connect(face.pick_all)
    rows.picked.connect(face.pick)
    rows.aimed.connect(face.aim)
    rows.kept.connect(writer.keep_fact)
    rows.removed.connect(writer.remove_fact)
    rows.invited.connect(writer.keep_invitation)
    rows.uninvited.connect(writer.remove_invitation)
    for written in (rows.kept, rows.removed, rows.invited, rows.uninvited):
        written.connect(face.wrote)
    rows.moved.connect(face.moved)


def _connect_panel(face: PersonFace) -> None:
    panel, writer = face.panel, face.writer
    panel.leading.connect(face.open_record)
    panel.next.taken.connect(face.take_on)
    panel.next.form.closed.connect(face.body.rows.take_keyboard)
    panel.target.suggesting.connect(writer.suggest)
    writer.refused.connect(panel.refuse)
    panel.target.clearing.connect(writer.clear_target)
    panel.target.dated.connect(face.want_by)
    panel.target.serving.connect(writer.serve)
    panel.target.mending.connect(face.mend)
    panel.history.chosen.connect(face.look_back)
    panel.history.compared.connect(face.compare)
    panel.history.removing.connect(writer.remove_weighin)


def _connect_card(card: WeightsCard, writer: WeighWriter) -> None:
    card.chosen.connect(writer.set_weights)
    card.usual.connect(writer.set_usual)
    card.at_client.connect(writer.set_client)
    card.kept.connect(writer.keep_weights)
    card.renamed.connect(writer.rename_weights)
    card.removed.connect(writer.remove_weights)
