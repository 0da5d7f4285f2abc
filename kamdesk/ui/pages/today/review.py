"""The weekly review: clients dealt like cards in due order, three keys for each, a ring that fills."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kamdesk.client.review import Due, due_reviews
from kamdesk.client.rules import Rules
from kamdesk.desk.desk import Desk
from kamdesk.desk.review import review
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto
from kamdesk.ui.pages.today.review_card import ReviewCard
from kamdesk.ui.pages.today.review_rows import Steps
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.figures import RingFigure
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.scrolled import Scrolled

_MOST = 60  # cards of one sitting
_AHEAD = 3  # days: what comes due over the weekend belongs to this week's review
_FRESH = 3  # days in which nobody is asked again
_WIDE = 720  # px, the widest card


class ReviewFace(QWidget):
    """1 still true, 2 promises kept, 3 next step, Enter the next client, S later, O opens, Esc ends."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto
    left = Signal()

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look, self._desk = look, desk
        self._dealt: tuple[Due, ...] = ()
        self._later: list[str] = []
        self._untrue: dict[str, str] = {}  # clients whose picture does not hold: key to name
        self._shown = ""
        self._make()
        self._arrange()
        self._connect()

    def _make(self) -> None:
        look, tr = self.look, self.look.tr
        self.ring = RingFigure(look, look.size("ring_figure", 2) / look.theme.scale, figure=True)
        self.title = Label(look, tr("Weekly review"), "page")
        self.told = Label(look, "", "small", "muted")
        self.steps = Steps(look)
        self.card = ReviewCard(look)
        self.next = Button(look, tr("Next client"), "primary", key="Enter")
        self.later = Button(look, look.trc("review", "Later"), key="S")
        self.open = Button(look, tr("Open the client"), "third", key="O")
        self.end = Button(look, tr("End the review"), "third", key="Esc")
        self.over = EmptyState(look, "circle-check", "", "", (("leave", tr("To today"), "Enter"), ("open", "", "O")))
        self._stack = QStackedWidget()

    def _arrange(self) -> None:
        look, space = self.look, self.look.theme.space
        words = QVBoxLayout()
        words.setSpacing(space("xs"))
        words.addWidget(self.title)
        words.addWidget(self.told)
        head = QHBoxLayout()
        head.setSpacing(space("l"))
        head.addWidget(self.ring)
        head.addLayout(words, 1)
        head.addWidget(self.end, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(space("s"))
        for button in (self.next, self.later, self.open):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.card.setMaximumWidth(look.theme.px(_WIDE))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, space("xl"))
        column.setSpacing(space("l"))
        column.addWidget(self.card)
        column.addLayout(buttons)
        column.addStretch(1)
        self._area = Scrolled(inner)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.over)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look.size("gutter_left"), space("s"), look.size("gutter_right"), 0)
        whole.setSpacing(space("l"))
        whole.addLayout(head)
        whole.addWidget(self.steps)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.card.finished.connect(self.finish)
        self.card.following.clicked.connect(self._show_line)
        self.next.clicked.connect(self.finish)
        self.later.clicked.connect(self.put_off)
        self.open.clicked.connect(self._open)
        self.end.clicked.connect(self.left)
        self.over.pressed.connect(self._over)

    def begin(self) -> None:
        """Deal the clients that are due now."""
        rules = Rules.of(self._desk.workspace().thresholds)
        today = self._desk.today
        due = due_reviews(self._desk.clients(), today, rules, ahead=_AHEAD)
        self._dealt = tuple(item for item in due if item.last is None or (today - item.last).days >= _FRESH)[:_MOST]
        self._later, self._untrue, self._shown = [], {}, ""
        self.card.lock(self._desk.read_only)
        self.next.setEnabled(not self._desk.read_only)
        self.refresh()

    def refresh(self) -> None:
        """Show the card that is the turn of, as things are now; what was taken back comes again."""
        glances = {glance.key: glance for glance in self._desk.clients()}
        self._dealt = tuple(due for due in self._dealt if due.glance.key in glances)
        today = self._desk.today
        done = {due.glance.key for due in self._dealt if glances[due.glance.key].reviewed == today}
        open_ = [due for due in self._dealt if due.glance.key not in done]
        turn = next((due for due in open_ if due.glance.key not in self._later), None)
        self._tell(len(done), turn, done)
        if turn is None:
            self._shown = ""
            self._show_end(open_)
        elif turn.glance.key != self._shown:
            self._shown = turn.glance.key
            client = self._desk.client(self._shown)
            self.card.show_due(turn, client, self._desk.workspace(), today)
            self._stack.setCurrentIndex(0)
            self._area.verticalScrollBar().setValue(0)
            self.card.first_focus()

    @property
    def key(self) -> str:
        """The client that is asked about, "" when all have been."""
        return self._shown

    def finish(self) -> None:
        """Write down what was answered and deal the next client; before the first answer Enter says “still true”."""
        if not self._shown or self._desk.read_only:
            return
        if self.card.unsaid:
            self.card.turn_holds()
            return
        key, client = self._shown, self._desk.client(self._shown)
        if self.card.untrue:
            self._untrue[key] = client.company.called
        step = review(client, self.card.answers(), self._desk.today)
        self.edited.emit(Doing(step.said, step.edits))

    def put_off(self) -> None:
        """Come back to this client at the end of another day."""
        if self._shown:
            self._later.append(self._shown)
            self.refresh()

    def keyboard_place(self) -> QWidget:
        """The card, or the button that leads on."""
        return self.card if self._shown else self.over.buttons["leave"]

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        return review_keys(self.look) if self._shown else [("Enter", self.look.tr("To today"))]

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key says; False when it says nothing here."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        letter = event.text().lower() if plain else ""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self._shown:
            return self._take_end(event, letter)
        elif letter == "1":
            self.card.holds.click()
        elif letter == "2":
            self.card.kept.click()
        elif letter == "3":
            self.card.following.click()
        elif letter == "s":
            self.put_off()
        elif letter == "o":
            self._open()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.finish()
        else:
            return False
        return True

    def _take_end(self, event: QKeyEvent, letter: str) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif letter == "o" and self._untrue:
            self._over("open")
        else:
            return False
        return True

    def _show_line(self) -> None:
        """In a low window the line of the next step may lie below."""
        self._area.ensureWidgetVisible(self.card.line, 0, self.look.theme.space("xl"))

    def _open(self) -> None:
        if self._shown:
            self.going.emit(Goto("overview", self._shown))

    def _over(self, name: str) -> None:
        if name == "leave":
            self.left.emit()
        elif self._untrue:
            self.going.emit(Goto("overview", next(iter(self._untrue))))

    def _tell(self, done: int, turn: Due | None, finished: set[str]) -> None:
        total = len(self._dealt)
        self.ring.show_share(done, total)
        left = total - done
        self.told.setText(self.look.trn("{n} client to go", "{n} clients to go", left) if left else "")
        now = turn.glance.key if turn is not None else ""
        self.steps.show_states(tuple(state_of(due.glance.key, now, finished, self._later) for due in self._dealt))

    def _show_end(self, left: Sequence[Due]) -> None:
        self.over.show_words(*end_words(self._dealt, left, list(self._untrue.values()), self.look))
        opener, first = self.over.buttons["open"], next(iter(self._untrue.values()), "")
        opener.setVisible(bool(first))
        opener.show_words(self.look.tr("Open {name}", name=first))
        self._stack.setCurrentIndex(1)


def state_of(key: str, now: str, finished: set[str], later: Sequence[str]) -> str:
    """Where a client of the sitting stands: done, the one that is shown, put off, or still to come."""
    if key in finished:
        return "done"
    if key == now:
        return "now"
    return "later" if key in later else "todo"


def end_words(dealt: Sequence[Due], left: Sequence[Due], untrue: Sequence[str], look: Look) -> tuple[str, str]:
    """How a review ended: a title and a sentence."""
    if not dealt:
        title, told = look.tr("No client is due for a review"), look.tr("Each grade has its rhythm in the settings.")
    elif left:
        title = look.trn("{n} client is left for another day", "{n} clients are left for another day", len(left))
        told = " · ".join(due.glance.called for due in left[:8])
    else:
        title = look.tr("The week is reviewed")
        told = look.tr("Every client that was due has been looked at.")
    if untrue:
        told = look.tr("No longer true at: {names}", names=" · ".join(untrue))
    return title, told


def review_keys(look: Look) -> list[tuple[str, str]]:
    """The keys of a card."""
    tr = look.tr
    return [
        ("1", tr("Still true?")),
        ("2", tr("Promises kept?")),
        ("3", tr("Next step?")),
        ("Enter", tr("Next client")),
        ("S", look.trc("review", "Later")),
        ("O", tr("Open the client")),
        ("Esc", tr("End the review")),
    ]
