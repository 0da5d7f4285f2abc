"""The second column of a visit: what they may ask, with answer and proof, where we differ, what we ask."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from kamdesk.client.client import Client
from kamdesk.client.prefill import Prefilled
from kamdesk.client.retold import Retold
from kamdesk.client.units import tell_day
from kamdesk.client.visit_records import PointKind, TalkPoint, Visit
from kamdesk.desk import preparing
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.column import ADD_KEY, Block, Opening, VisitColumn
from kamdesk.ui.pages.visit.offers import Offers
from kamdesk.ui.pages.visit.rows import Point, PointDelegate

_ANSWERED = ("text", "answer", "proof")
_ASKED = ("text", "ask", "answer")
_OFFERED = 2  # of a kind at once


class TalkColumn(VisitColumn):
    """Questions of theirs with answer and proof, points of dispute, and what we ask."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        tr = look.tr
        kinds = (
            (
                PointKind.QUESTION,
                tr("Add a question"),
                tr("What will they ask? Write each question; Enter on it then takes our answer."),
            ),
            (PointKind.DISPUTE, tr("Add a point of dispute"), tr("Where do the two sides want different things?")),
            (PointKind.ASK, tr("Add a question of ours"), tr("Three to six: situation, problem, effect, benefit.")),
        )
        self._known: Prefilled | None = None
        self._today = date.today()
        self._of: dict[PointKind, Block] = {}
        self.offers: dict[PointKind, Offers[Retold]] = {
            kind: Offers(_OFFERED) for kind in (PointKind.QUESTION, PointKind.DISPUTE)
        }
        for kind, adding, empty in kinds:
            first = kind is PointKind.QUESTION
            block = Block(
                look,
                tr(kind.label),
                PointDelegate(look, kind),
                adding=adding,
                empty=empty,
                number=2 if first else 0,
                key=ADD_KEY if first else "",
            )
            self._of[kind] = self.add_block(block)
            assert block.adding is not None
            block.adding.setProperty("kind", kind.value)
            block.adding.named.connect(self._add)

    def block(self, kind: PointKind) -> Block:
        """The list of one kind of point."""
        return self._of[kind]

    def show_visit(self, client: Client, visit: Visit, known: Prefilled, today: date) -> None:
        """Show the talking points of a visit; what past visits brought up is offered below them."""
        self.client, self.visit, self._known, self._today = client, visit, known, today
        names = {contact.key: contact.name for contact in client.contacts}
        self._offer(PointKind.QUESTION, known.objections, visit)
        self._offer(PointKind.DISPUTE, known.disputes, visit)
        for kind, block in self._of.items():
            mine = [item for item in client.points if item.visit == visit.key and item.kind is kind]
            offered = self.offers[kind].rows if kind in self.offers else []
            block.show_rows([*(Point(item, names.get(item.ask or "", "")) for item in mine), *offered])
            block.heading.show_note(str(len(mine)) if mine else "")

    def _offer(self, kind: PointKind, found: tuple[Retold, ...], visit: Visit) -> None:
        self.offers[kind].offer(visit, [(item.text, self._source(item), item) for item in found])

    def _source(self, item: Retold) -> str:
        """When it was asked, where, and what we answered then."""
        day = tell_day(item.day, self.look.words, self._today) if item.day else ""
        return " · ".join(filter(None, (day, item.client, item.answer.partition("\n")[0])))

    def _offered(self, key: str) -> tuple[PointKind, Retold] | None:
        found = ((kind, offers.get(key)) for kind, offers in self.offers.items())
        return next(((kind, item) for kind, item in found if item is not None), None)

    def take(self, key: str) -> bool:
        """Take over what was asked before, with its answer and proof; False for any other row."""
        found = self._offered(key)
        if found is None or self.client is None or self.visit is None:
            return False
        kind, item = found
        step = preparing.take_point(self.client, self.visit, kind, item.text, answer=item.answer, proof=item.proof)
        self.did.emit(step)
        return True

    def open_row(self, key: str) -> None:
        """Edit a point; one without an answer begins there. What is offered is taken over."""
        if self.take(key):
            return
        record = self.client.get(key) if self.client else None
        if isinstance(record, TalkPoint):
            answered = record.kind is not PointKind.ASK
            start = "answer" if answered and not record.answer else "text"
            self.opening.emit(Opening(record, _ANSWERED if answered else _ASKED, start, self.rows_of_sender()))

    def tick_row(self, key: str) -> None:
        """Tick a point: talked about. What is offered is taken over."""
        if self.take(key):
            return
        record = self.client.get(key) if self.client else None
        if isinstance(record, TalkPoint):
            self.did.emit(steps.tick(record))

    def remove_row(self, key: str) -> None:
        """Take a point away; what is offered is offered no more."""
        found = self._offered(key)
        if found is not None and self.client and self.visit and self._known:
            self.offers[found[0]].decline(key)
            self.show_visit(self.client, self.visit, self._known, self._today)
        elif self.client and (record := self.client.get(key)):
            self.did.emit(steps.remove(self.client, record))

    def _add(self, words: str) -> None:
        kind = PointKind(self.sender().property("kind"))
        if self.client and self.visit:
            self.did.emit(steps.new_point(self.client, self.visit, kind, words)[1])
