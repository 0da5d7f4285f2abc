"""The lower parts of a visit's preparation: need and value, the agenda with its minutes, materials and the way."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from kamdesk.client.client import Client
from kamdesk.client.comparing import Row
from kamdesk.client.prefill import Prefilled
from kamdesk.client.units import tell_decimal
from kamdesk.client.visit_papers import AgendaItem, Material
from kamdesk.client.visit_records import Visit
from kamdesk.desk import preparing
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.column import ADD_KEY, Block, Fields, Opening, VisitColumn
from kamdesk.ui.pages.visit.flow_rows import AgendaDelegate, AgendaRow, MaterialDelegate
from kamdesk.ui.pages.visit.told_rows import Offered, ToldDelegate

_AGENDA = ("text", "minutes", "person")
_MATERIAL = ("text", "stays", "ready")


class NeedsPart(VisitColumn):
    """Assumed need and our value in their numbers; the weightiest needs of the comparison are offered."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        tr = look.tr
        self._needs: dict[str, str] = {}
        fields = (
            ("need", tr("What do they need, and what does it cost them today?")),
            ("value", tr("What is it worth to them, in their own numbers?")),
        )
        self.fields = self.add_fields(Fields(look, tr("Need and value"), fields, number=4))
        self.offers = Block(look, tr("What they weigh most"), ToldDelegate(look))
        self.column.setSpacing(look.theme.px(10))
        self.add_block(self.offers)

    def show_known(self, client: Client, visit: Visit, known: Prefilled) -> None:
        """Show both fields, and the needs that are not yet in them."""
        other = self.visit is None or self.visit.key != visit.key
        self.client, self.visit = client, visit
        self.fields.show_visit(visit, other=other)
        rows = known.needs if visit.result is None else ()
        offers = [self._offer(row) for row in rows if row.factor.name not in visit.need]
        self._needs = {offer.key: offer.taken for offer in offers}
        self.offers.show_rows(offers)
        self.offers.setVisible(bool(offers))

    def _offer(self, row: Row) -> Offered:
        look, factor = self.look, row.factor
        share = look.tr("weight {share}", share=f"{tell_decimal(row.share or 0, 0)} %")
        scores = [look.tr("us {score}", score=row.ours)] if row.ours is not None else []
        told = f"{factor.name}: {factor.value}" if factor.value else factor.name
        return Offered(f"offer {factor.key}", factor.name, " · ".join((share, *scores)), told)

    def open_row(self, key: str) -> None:
        """Take a need over."""
        if self.visit and key in self._needs:
            self.did.emit(preparing.assume_need(self.visit, self._needs[key]))

    def tick_row(self, key: str) -> None:
        """The same by Space."""
        self.open_row(key)


class AgendaPart(VisitColumn):
    """How the talk opens, its points with minutes against the length of the visit, and the way out."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        tr = look.tr
        self.agenda = Block(
            look,
            tr("Agenda"),
            AgendaDelegate(look),
            adding=tr("Add a point, @who, minutes"),
            empty=tr("What is talked about, who leads, how long? “Samples @Lin 20”"),
            number=5,
            key=ADD_KEY,
        )
        self.add_block(self.agenda)
        fields = (
            ("opening", tr("Reason, agenda, time: how do we begin?")),
            ("fallback", tr("Whom do we see, and what for, if the key person is absent?")),
        )
        self.fields = self.add_fields(Fields(look, tr("Beginning and way out"), fields))
        assert self.agenda.adding is not None
        self.agenda.adding.named.connect(self._add)
        self.agenda.rows.moving.connect(self._move)

    def show_visit(self, client: Client, visit: Visit) -> None:
        """Show the agenda of a visit."""
        other = self.visit is None or self.visit.key != visit.key
        self.client, self.visit = client, visit
        self.agenda.show_rows(self._rows())
        self._sum()
        self.fields.show_visit(visit, other=other)

    def _rows(self) -> list[AgendaRow]:
        """The points in order; each begins where those before it end, as long as their length is known."""
        assert self.visit is not None
        at = self.visit.at.astimezone() if self.visit.at else None
        rows = []
        for item in self._items():
            told = self.look.tr("{n} min", n=item.minutes) if item.minutes is not None else ""
            rows.append(AgendaRow(item, f"{at:%H:%M}" if at else "", told))
            at = at + timedelta(minutes=item.minutes) if at and item.minutes is not None else None
        return rows

    def _items(self) -> list[AgendaItem]:
        assert self.client is not None
        assert self.visit is not None
        mine = [item for item in self.client.agenda if item.visit == self.visit.key]
        return sorted(mine, key=lambda item: item.rank or 0)

    def _sum(self) -> None:
        """The minutes against the length of the visit; more than there are is a warning."""
        assert self.client is not None
        assert self.visit is not None
        used, length, tr = preparing.agenda_minutes(self.client, self.visit), self.visit.minutes, self.look.tr
        if not used:
            self.agenda.heading.show_note("")
        elif length is None:
            self.agenda.heading.show_note(tr("{n} min", n=used))
        elif used > length:
            over = tr("{n} of {m} min, {over} over", n=used, m=length, over=used - length)
            self.agenda.heading.show_note(over, "warn")
        else:
            self.agenda.heading.show_note(tr("{n} of {m} min", n=used, m=length))

    def open_row(self, key: str) -> None:
        """Edit a point."""
        record = self.client.get(key) if self.client else None
        if record is not None:
            self.opening.emit(Opening(record, _AGENDA, "", self.agenda.rows))

    def remove_row(self, key: str) -> None:
        """Take a point away."""
        if self.client and (record := self.client.get(key)):
            self.did.emit(steps.remove(self.client, record))

    def _add(self, words: str) -> None:
        if self.client and self.visit:
            self.did.emit(preparing.new_agenda(self.client, self.visit, words))

    def _move(self, key: str, step: int) -> None:
        if moved := preparing.move_line(self._items(), key, step):
            self.did.emit(moved)


class BringPart(VisitColumn):
    """Materials with a tick when they are ready, and the way there."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        tr = look.tr
        self.materials = Block(
            look,
            tr("Materials"),
            MaterialDelegate(look),
            adding=tr("Add what to bring"),
            empty=tr("Documents, samples, a demo: what do we bring, and what stays there?"),
            number=6,
            key=ADD_KEY,
        )
        self.add_block(self.materials)
        fields = (
            ("route", tr("Way, and when to leave")),
            ("registration", tr("Announced? Which papers, which desk?")),
            ("phone", tr("Whom to call on the spot")),
        )
        self.fields = self.add_fields(Fields(look, tr("Way there"), fields, number=7))
        assert self.materials.adding is not None
        self.materials.adding.named.connect(self._add)
        self.materials.rows.moving.connect(self._move)

    def show_visit(self, client: Client, visit: Visit) -> None:
        """Show what to bring to a visit."""
        other = self.visit is None or self.visit.key != visit.key
        self.client, self.visit = client, visit
        items = self._items()
        self.materials.show_rows(items)
        ready = sum(item.ready for item in items)
        self.materials.heading.show_note(f"{ready} / {len(items)}" if items else "")
        self.fields.show_visit(visit, other=other)

    def _items(self) -> list[Material]:
        assert self.client is not None
        assert self.visit is not None
        mine = [item for item in self.client.materials if item.visit == self.visit.key]
        return sorted(mine, key=lambda item: item.rank or 0)

    def open_row(self, key: str) -> None:
        """Edit a material."""
        record = self.client.get(key) if self.client else None
        if record is not None:
            self.opening.emit(Opening(record, _MATERIAL, "", self.materials.rows))

    def tick_row(self, key: str) -> None:
        """It is ready."""
        record = self.client.get(key) if self.client else None
        if isinstance(record, Material):
            self.did.emit(preparing.tick_material(record))

    def remove_row(self, key: str) -> None:
        """Take a material away."""
        if self.client and (record := self.client.get(key)):
            self.did.emit(steps.remove(self.client, record))

    def _add(self, words: str) -> None:
        if self.client and self.visit:
            self.did.emit(preparing.new_material(self.client, self.visit, words))

    def _move(self, key: str, step: int) -> None:
        if moved := preparing.move_line(self._items(), key, step):
            self.did.emit(moved)
