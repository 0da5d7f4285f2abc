"""What is done with one person of the People place, whichever face shows them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kamdesk.client.chain import Flag
from kamdesk.client.edit import change
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.visiting import promise
from kamdesk.client.weigh_records import Evidence
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Shown
from kamdesk.ui.pages.people.map_deeds import go_away, is_back, new_person
from kamdesk.ui.parts.steps import adding
from kamdesk.words import said


class PeopleDeeds(QObject):
    """Makes steps and ways out of what panel, list and hints say."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto
    added = Signal(str)  # the key of a new person

    def __init__(self, look: Look, page: QObject) -> None:
        super().__init__(page)
        self.look = look
        self.locked = False
        self._shown: Shown | None = None

    def show_shown(self, shown: Shown, *, locked: bool) -> None:
        """The client as it is now."""
        self._shown, self.locked = shown, locked

    def add(self, name: str) -> None:
        """Add a person by name alone."""
        if self._shown is not None and not self.locked:
            key, step = new_person(self._shown.client, name, "", "", "", placeholder=False)
            self.edited.emit(step)
            self.added.emit(key)

    def do(self, name: str, key: str) -> None:
        """Weigh a person, take them away, bring them back."""
        if name == "weigh":
            self._go("weighin", key, "weigh")
        elif name == "leave":
            self.remove(key)
        elif name == "back":
            self.bring_back(key)

    def print(self, key: str) -> None:
        """Show the paper of a person's card, or with "" the chapter with the map."""
        self._go("paper", key or "people", "person" if key else "")

    def open_action(self, key: str) -> None:
        """Go to an action."""
        self._go("plan", key)

    def follow(self, flag: Flag) -> None:
        """Go to where a gap can be mended, when that is another place."""
        self._go(flag.place, flag.key, "weigh" if flag.place == "weighin" else "")

    def plan(self, key: str, words: str) -> None:
        """Make an action with a person from one line of words."""
        if self._shown is None or self.locked:
            return
        read = promise(words, Side.OURS, self._shown.today)
        made = Action(
            owner=self._shown.client.key,
            text=read.text or words,
            side=read.side,
            person=read.person,
            due=read.due,
            contact=key or None,
        )
        self.edited.emit(adding(made))

    def plan_asking(self, flag: Flag) -> None:
        """Make an action of what is to be found out, with whoever could tell."""
        if flag.ask is not None:
            text = self.look.tr("Ask {name}: {what}", name=flag.ask.name, what=self.look.tell(flag.asks))
        else:
            text = self.look.tr("Find out: {what}", what=self.look.tell(flag.asks))
        if self._shown is not None and not self.locked:
            key = flag.key if flag.place in ("people", "weighin") else ""
            about = key or (flag.ask.key if flag.ask else "")
            made = Action(owner=self._shown.client.key, text=text, side=Side.OURS, contact=about or None)
            step = adding(made)
            self.edited.emit(Doing(step.said, step.edits, toast=True))

    def note(self, key: str, words: str) -> None:
        """Write down what happened today with a person."""
        if self._shown is not None and not self.locked:
            today = self._shown.today
            self.edited.emit(adding(Evidence(owner=self._shown.client.key, contact=key, text=words, day=today)))

    def tick(self, key: str) -> None:
        """An action is done."""
        action = self._shown.client.get(key) if self._shown else None
        if isinstance(action, Action) and self._shown and not self.locked:
            words = said("Done: {text}", text=action.text)
            self.edited.emit(Doing(words, (change(action, done=self._shown.today),), toast=True))

    def remove(self, key: str) -> None:
        """Somebody has left, or was never here."""
        if (
            self._shown is not None
            and not self.locked
            and (step := go_away(self._shown.client, (key,), self._shown.today))
        ):
            self.edited.emit(step)

    def bring_back(self, key: str) -> None:
        """Somebody is here after all."""
        if self._shown is not None and not self.locked and (step := is_back(self._shown.client, key)):
            self.edited.emit(step)

    def _go(self, place: str, key: str, action: str = "") -> None:
        if self._shown is not None:
            self.going.emit(Goto(place, self._shown.client.key, key, action))
