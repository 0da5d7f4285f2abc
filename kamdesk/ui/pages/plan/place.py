"""What is to be done at a client, by us and by them: ticked, added and edited in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.edit import change
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.telling import names_of
from kamdesk.client.visiting import promise
from kamdesk.desk.debriefing import promised
from kamdesk.desk.desk import Desk
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Page, Shown
from kamdesk.ui.pages.plan.ledger import PromiseLedger
from kamdesk.ui.pages.plan.rows import PROMISES, VIEWS, ActionDelegate, in_order
from kamdesk.ui.pages.plan.words import no_actions, plan_keys
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.form_panel import FormPanel
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.list_column import ListColumn
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.segments import Option, Segments
from kamdesk.ui.parts.steps import adding, removing
from kamdesk.words import N_, NC_, said

_PANEL = 384
_BESIDE, _BESIDE_BOTH = 900, 1160  # px from which the form stands beside the list, beside both lists of the ledger
_GROUPS = (
    ("", ("text", "side", "person", "due", "done")),
    (N_("What it belongs to"), ("contact", "visit", "factor")),
    (N_("More"), ("proof", "said_by", "said_on", "snoozed", "notes")),
)


class PlanPage(Page):
    """Actions, the first due first. Space ticks, typing into the line below the list adds, the form is beside it."""

    name = "plan"
    label = NC_("place", "Plan")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._shown: Shown | None = None
        self._made = ""  # the action just added, which stays in sight whatever the view
        self._make()
        self.arrange(self._laid(), self.panel, _PANEL)
        self._connect()

    def _make(self) -> None:
        look, tr = self.look, self.look.tr
        self.title = Label(look, tr("Actions"), "title")
        self.views = Segments(look, [Option(name, tr(words)) for name, words, _ in VIEWS], tr("Views"), boxed=False)
        self.delegate = ActionDelegate(look, 0, look.size("overhang"))
        self.list = RowList(self.delegate, tr("Actions"))
        self.adder = AddRow(look, tr("New action: what, @who, until when"), key="Ctrl+N")
        self.panel = FormPanel(look, Action, _GROUPS, note=tr("Choose an action to see all that is known of it."))
        self.empty = no_actions(look)
        self.none = Label(look, tr("Nothing in this view."), "body", "muted")
        self.ledger = PromiseLedger(look)

    def _laid(self) -> QWidget:
        theme, out = self.look.theme, self.look.size("overhang")
        head = QHBoxLayout()
        head.setSpacing(theme.space("l"))
        head.addWidget(self.title)
        head.addWidget(self.views)
        head.addStretch(1)
        apart = (theme.size("gutter_left") - out, theme.size("gutter_right") - out)
        faces = QWidget()
        held = QVBoxLayout(faces)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self.list)
        held.addWidget(self.ledger)
        self._column = ListColumn(self.look, head, faces, self.empty, self.adder, apart=apart, none=self.none)
        body = QWidget()
        body.setLayout(self._column)
        return body

    def _connect(self) -> None:
        self.views.chosen.connect(self._narrow)
        for rows in (self.list, self.ledger):
            rows.chosen.connect(self._show_action)
            rows.opened.connect(self._open)
            rows.ticked.connect(self.tick)
            rows.removing.connect(self._remove)
        self.delegate.ticked.connect(self.tick)
        self.ledger.did.connect(self._do)
        self.ledger.asking.connect(partial(self._open, name="said_by"))
        self.adder.named.connect(self.add)
        self.empty.pressed.connect(self._start)
        self.panel.edited.connect(self.edited)
        self.panel.removing.connect(self._remove)

    def show_client(self, shown: Shown) -> None:
        """Show the actions of this client."""
        self._shown = shown
        self.delegate.today = shown.today
        self.delegate.names = names_of(shown.client, shown.workspace)
        actions = shown.client.actions
        self.views.show_counts({name: sum(fits(action, shown.today) for action in actions) for name, _, fits in VIEWS})
        self.adder.setEnabled(not self.desk.read_only)
        self._narrow()
        self._show_action(self.item())

    def item(self) -> str:
        """The key of the chosen action."""
        return self.ledger.current_key() if self._promises else self.list.current_key()

    @property
    def _promises(self) -> bool:
        """Whether the ledger is shown in the place of the list."""
        return self.views.value() == PROMISES

    def open_item(self, key: str, action: str) -> None:
        """Go to an action, or write a new one; "promises" opens the ledger."""
        if action == PROMISES:
            self.views.choose(PROMISES)
            self._narrow()
            if not self.ledger.choose(key):
                self.ledger.take_keyboard()
        elif action == "new":
            self._start("")
        elif key:
            if self._promises:
                if self.ledger.choose(key):
                    return
                self.views.choose(VIEWS[0][0])
            self._made = key
            self._narrow()
            self.list.choose(key)
            self.list.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        """What can be done with the list."""
        return plan_keys(self.look, promises=self._promises, unnoted=self.ledger.any_unnoted)

    def _narrow(self, _value: object = None) -> None:
        if self._shown is None:
            return
        today, every = self._shown.today, self._shown.client.actions
        fits = next(fit for name, _, fit in VIEWS if name == self.views.value())
        rows = [action for action in every if fits(action, today) or action.key == self._made]
        self.list.show_rows(in_order(rows))
        self._column.show_filled(bool(every), bool(rows) or self._promises)
        self.ledger.show_client(self._shown)
        self.ledger.setVisible(self._promises)
        self.list.setVisible(not self._promises)
        self.show_keys()
        self.views.setVisible(bool(every))
        if rows and not self._promises:
            self.list.choose_first()
        self.show_panel(bool(every) and self.width() >= self.look.theme.px(_BESIDE_BOTH if self._promises else _BESIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps its room for the list."""
        super().resizeEvent(event)
        self._narrow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits the words of the action, P turns to the promises and back; the ledger has keys of its own."""
        if event.key() == Qt.Key.Key_F2 and self.item():
            self._open("")
        elif self._promises and self.ledger.take_key(event.text().lower()):
            return
        elif event.text().lower() == "p":
            self._turn()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        """Show the ledger in the place of the list, or the list again, with the keyboard in it."""
        key = self.item()
        if self._promises:
            self.views.choose(VIEWS[0][0])
            self._narrow()
            self.list.choose(key)
            self.list.setFocus()
        else:
            self.open_item(key, PROMISES)

    def add(self, words: str) -> None:
        """Add an action from what was typed: the words, after @ the owner, the day at the end."""
        if self._shown is None:
            return
        if self._promises:
            self._do(promised(self._shown.client, self._shown.workspace, words, self._shown.today))
            return
        side = Side.THEIRS if self.views.value() == "theirs" else Side.OURS
        read = promise(words, side, self._shown.today)
        made = Action(
            owner=self._shown.client.key, text=read.text or words, side=read.side, person=read.person, due=read.due
        )
        self._made = made.key
        self.edited.emit(adding(made))
        self.list.choose(made.key)

    def tick(self, key: str) -> None:
        """Say that an action is done today, or that it is open after all."""
        action = self._action(key)
        if action is None or self._shown is None or self.desk.read_only:
            return
        self._made = key
        words = said("Open again: {text}", text=action.text) if action.done else said("Done: {text}", text=action.text)
        done = None if action.done else self._shown.today
        self.edited.emit(Doing(words, (change(action, done=done),), toast=done is not None))

    def _do(self, step: Step) -> None:
        if not self.desk.read_only:
            self.edited.emit(Doing(step.said, step.edits, toast=True))

    def _action(self, key: str) -> Action | None:
        actions = self._shown.client.actions if self._shown else ()
        return next((action for action in actions if action.key == key), None)

    def _show_action(self, key: str) -> None:
        if self._shown:
            shown = self._shown
            self.panel.show_record(self._action(key), shown.client, shown.workspace, shown.today)
            self.panel.lock(self.desk.read_only)

    def _open(self, _key: str, name: str = "text") -> None:
        self.show_panel(True)
        self.panel.start(name)

    def _remove(self, key: str) -> None:
        action = self._action(key)
        if action is not None and self._shown is not None and not self.desk.read_only:
            self.edited.emit(removing(self._shown.client, action))
            self.list.choose_first()

    def _start(self, _name: str) -> None:
        self.adder.show()
        self.adder.open()
