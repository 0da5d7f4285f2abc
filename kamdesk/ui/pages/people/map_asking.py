"""What the people map asks for: the other end of a line, a boss, a person to find, the name of somebody new."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.client import Client
from kamdesk.client.people import Contact, TieKind
from kamdesk.desk.people import same_name, same_name_said
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.people.map_deeds import line_between, new_person, people_of, reparent
from kamdesk.ui.pages.people.map_view import MapView
from kamdesk.ui.pages.people.new import NewPersonCard
from kamdesk.ui.pages.people.prompt import NOBODY, PeoplePrompt, Question
from kamdesk.ui.pages.person.told import person
from kamdesk.words import Said

KINDS = {kind.value: kind for kind in TieKind}


class MapAsking(QObject):
    """Holds a question open over the map; the people it is asked about are remembered when it is asked."""

    done = Signal(object)  # Doing
    refused = Signal(object)  # Said: why not
    drawn = Signal(str)  # the key of a new line: its note is wanted now
    found = Signal(str)
    made = Signal(str)  # the key of a new person
    ended = Signal()

    def __init__(self, look: Look, view: MapView, over: QWidget) -> None:
        super().__init__(view)
        self.look, self._view, self._map = look, view, view.map
        self.prompt = PeoplePrompt(look, over)
        self.card = NewPersonCard(look, over)
        self._shown: Shown | None = None
        self._about: frozenset[str] = frozenset()
        self._source, self._aim, self._last = "", "", ""
        self.prompt.aimed.connect(self._aim_at)
        self.prompt.stepped.connect(self._step)
        self.prompt.picked.connect(self._answer)
        self.prompt.closed.connect(self._end)
        self.card.named.connect(self._name)
        self.card.closed.connect(self._end_card)
        view.drag.pointed.connect(self._answer)

    @property
    def people(self) -> list[Contact]:
        """Everybody who can be asked for: who is still there."""
        if self._shown is None:
            return []
        return [contact for contact in self._shown.client.contacts if not contact.gone(self._shown.today)]

    def show_shown(self, shown: Shown) -> None:
        """The client changed; a question stays open with what is typed."""
        self._shown = shown
        if self.prompt.question is not None:
            self.prompt.refresh(self.people)

    def find(self, typed: str = "") -> None:
        """Ask whom to go to."""
        self._begin(Question("find", self.look.tr("Find")), typed)

    def line(self, kind: str) -> bool:
        """Ask whom a line leads to; False while nobody is chosen."""
        client = self._client()
        source = person(client, self._map.current) if client else None
        if source is None:
            return False
        tr, name = self.look.tr, source.name
        words = {
            TieKind.INFLUENCE.value: tr("{name} influences", name=name),
            TieKind.TRUST.value: tr("{name} trusts", name=name),
            TieKind.CONFLICT.value: tr("{name} in conflict with", name=name),
        }
        self._source = self._aim = source.key
        self._begin(Question(kind, words[kind]))
        return True

    def boss(self) -> bool:
        """Ask whom the chosen people report to; False while nobody is chosen."""
        client = self._client()
        chosen = people_of(client, self._map.chosen) if client else ()
        if not chosen:
            return False
        self._about, self._aim = frozenset(self._map.chosen), self._map.current
        tr = self.look.tr
        if len(chosen) == 1:
            words = tr("{name} reports to", name=chosen[0].name)
        else:
            words = tr("{n} people report to", n=len(chosen))
        self._begin(Question("boss", words, nobody=True))
        return True

    def new(self, *, placeholder: bool, department: str = "") -> None:
        """Ask for a new person, or a post nobody has been met in, below the current one."""
        client = self._client()
        if client is None:
            return
        self.prompt.close_prompt()
        boss, tr = person(client, self._map.current), self.look.tr
        if placeholder:
            words = (
                tr("Somebody we have not met, below {name}", name=boss.name) if boss else tr("Somebody we have not met")
            )
        else:
            words = tr("New person, reports to {name}", name=boss.name) if boss else tr("New person")
        department = department or (boss.department if boss else "")
        self.card.ask(words, boss.key if boss else "", department, placeholder=placeholder)

    @property
    def open(self) -> bool:
        """True while something is asked."""
        return not (self.prompt.isHidden() and self.card.isHidden())

    def stop(self) -> None:
        """Ask nothing any more."""
        self.prompt.close_prompt()
        self.card.close_card()

    def _client(self) -> Client | None:
        return self._shown.client if self._shown else None

    def _begin(self, question: Question, typed: str = "") -> None:
        self.card.close_card()
        self._view.drag.asking = question.name != "find"
        self.prompt.ask(question, self.people, typed)

    def _aim_at(self, key: str) -> None:
        if key and key in self._map.nodes:
            self._aim = key
            self._view.bring([key])
        self._map.show_target(key if key in self._map.nodes else "")

    def _step(self, way: tuple[int, int]) -> None:
        """An arrow while nothing is typed: aim at the next one on the map."""
        self._aim = self._map.step_from(self._aim or self._map.current, way)
        self._map.show_target(self._aim)
        self._view.bring([self._aim])

    def _answer(self, key: str) -> None:
        question, aim = self.prompt.question, key or self._aim
        client = self._client()
        if question is None or client is None or not aim:
            return
        if question.name == "find":
            self.prompt.close_prompt()
            self.found.emit(aim)
        elif question.name == "boss":
            self._take(reparent(client, self._about, "" if aim == NOBODY else aim))
        elif self._shown is not None:
            result = line_between(client, self._source, aim, KINDS[question.name], self._shown.today)
            if result is not None and not isinstance(result, Said):
                self.prompt.close_prompt()
                made = result.edits[0].record.key
                self.done.emit(result)
                self.drawn.emit(made)
            else:
                self._take(result)

    def _take(self, result: object) -> None:
        """Do it and ask no more; a refusal leaves the question open."""
        if isinstance(result, Said):
            self.refused.emit(result)
            return
        self.prompt.close_prompt()
        if result is not None:
            self.done.emit(result)

    def _end(self) -> None:
        self._view.drag.asking = False
        self._map.show_target("")
        self._source = self._aim = ""
        self.ended.emit()

    def _name(self, name: str, title: str, department: str) -> None:
        client = self._client()
        if client is None:
            return
        other = same_name(client, name)
        if other is not None and not self.card.doubted:
            told = self.look.tell(same_name_said(other))
            self.card.doubt(" ".join((told, self.look.tr("Enter again adds one more."))))
            return
        placeholder = self.card.placeholder
        key, step = new_person(client, name, title, self.card.boss, department, placeholder=placeholder)
        self._last = key
        self.done.emit(step)
        self.card.next()

    def _end_card(self) -> None:
        """Who was made last is current when the card goes."""
        last, self._last = self._last, ""
        self.ended.emit()
        if last:
            self.made.emit(last)
