"""What is done with the visit that is shown: values changed, records taken away, ways to other places."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kamdesk.client.people import Contact
from kamdesk.client.record import Record
from kamdesk.client.visit_records import Visit
from kamdesk.desk import preparing
from kamdesk.desk import visit as steps
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Shown
from kamdesk.ui.parts.steps import changing


class VisitDeeds(QObject):
    """Knows the visit; says what shall be edited and where to go."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.look = look
        self._shown: Shown | None = None
        self._visit: Visit | None = None

    def show_visit(self, shown: Shown, visit: Visit | None) -> None:
        """This is the visit now."""
        self._shown, self._visit = shown, visit

    def do(self, step: Step) -> None:
        """Have a step done."""
        self.edited.emit(Doing(step.said, step.edits))

    def change(self, name: str, value: object) -> None:
        """Give a field another value; the checklist follows kind and buying step."""
        if self._visit is None or self._shown is None:
            return
        client, workspace = self._shown.client, self._shown.workspace
        if name == "kind":
            self.do(preparing.set_kind(client, workspace, self._visit, value))  # type: ignore[arg-type]
        elif name == "step":
            self.do(preparing.set_step(client, workspace, self._visit, value))  # type: ignore[arg-type]
        else:
            self.edited.emit(changing(self._visit, **{name: value}))

    def remove(self, record: Record) -> None:
        """Take a line of the visit away."""
        if self._shown:
            self.do(steps.remove(self._shown.client, record))

    def remove_visit(self) -> None:
        """Take the visit away; undo brings it back with everything that hung on it."""
        if self._shown and self._visit:
            self.do(steps.remove_visit(self._shown.client, self._visit, self.look.words))

    def go_to_paper(self) -> None:
        """Go where the plan is printed."""
        self.go("paper", "")

    def go_to_person(self, key: str) -> None:
        """Go to somebody of theirs."""
        self.go("people", key)

    def go_to_need(self, key: str) -> None:
        """Go to a need or a rival in the comparison, or to a person a tactic is about."""
        record = self._shown.client.get(key) if self._shown else None
        self.go("people" if isinstance(record, Contact) else "rivals", key)

    def go_to_action(self, key: str) -> None:
        """Go to an action in the plan."""
        self.go("plan", key)

    def go(self, place: str, item: str) -> None:
        """Go to a record of the client."""
        if self._shown:
            self.going.emit(Goto(place, self._shown.client.key, item))
