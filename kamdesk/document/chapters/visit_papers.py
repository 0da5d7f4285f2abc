"""What a visit may take along beside its sheet: the sheet of a negotiation (method C4), what the phone told (C2)."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.client.ladder import Ladder, beyond, ladders, warning
from kamdesk.client.record import Field, Kind, Record, fields_of
from kamdesk.client.telling import tell
from kamdesk.client.visit_papers import Negotiation, Probe
from kamdesk.client.visit_records import Concession, Step, Visit
from kamdesk.document import markdown
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.fitting import Blank
from kamdesk.document.flow import Part
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row

_TITLES = ("visit", "contact")  # links that the title tells already
_GIVEN, _ROW = 6, 6.6 * MM  # rows to write in
_WORD, _SENTENCE = 26 * MM, 44 * MM


def negotiation(press: Press, subject: Subject, sheet: Negotiation, title: str = "") -> Block:
    """Every field that is filled, under its name."""
    return press.titled(title or press.tr("Negotiation sheet"), _fields(press, subject, sheet))


def probes(press: Press, subject: Subject, held: Sequence[Probe]) -> list[Block]:
    """What was found out on the phone, a table for each call."""
    blocks: list[Block] = []
    for probe in held:
        contact = subject.contact(probe.contact)
        name = contact.name if contact else "—"
        title = press.tr("Phone probe: {name}", name=name)
        blocks.append(press.titled(title, _fields(press, subject, probe), press.day(probe.day)))
    return blocks


def ladder(press: Press, subject: Subject, visit: Visit) -> Block | None:
    """Every rung of every item with what is asked for it; below it what to see to before going."""
    held = ladders(visit, subject.client.concessions)
    if not held:
        return None
    columns = (
        press.column(press.tr("Item")),
        press.column(press.tr("Step")),
        press.column(press.tr("We offer")),
        press.column(press.tr("In return"), share=1.4),
        press.column(press.tr("I may grant alone")),
        press.column(press.tr("Whom to call beyond it"), share=0.7),
    )
    rows = [_rung(press, it, rung, first) for it in held for first, rung in _numbered(it)]
    table = press.table(columns, rows)
    warnings = [found for it in held if (found := warning(it))]
    note = press.tr("internal; below the floor nothing is agreed")
    below = [press.red_flag(press.tell(it)) for it in warnings]
    return press.titled(press.tr("Concessions"), Stack([table, *below], 3.0) if below else table, note)


def _numbered(held: Ladder) -> list[tuple[bool, Concession]]:
    return [(number == 0, rung) for number, rung in enumerate(held.rungs)]


def _rung(press: Press, held: Ladder, rung: Concession, first: bool) -> Row:
    offer = f"{rung.offer} {rung.unit}".strip()
    floor = rung.step is Step.FLOOR
    against: Block = press.cell(rung.against)
    if not rung.against.strip():
        against = press.muted("—") if rung.step is Step.OPEN else press.alarm(press.tr("nothing yet: never a gift"))
    return Row(
        (
            press.key(held.item or "—") if first else press.cell(""),
            press.cell(press.tr(rung.step.label) if rung.step else "—"),
            press.alarm(offer) if beyond(held, rung) else press.key(offer) if floor else press.cell(offer),
            against,
            press.cell(rung.authority or "—"),
            press.muted(rung.call or "—"),
        )
    )


def _fields(press: Press, subject: Subject, record: Record) -> Block:
    """Each field that is filled under its name; a tick is told either way."""
    rows = []
    for field in fields_of(type(record)):
        if field.name in _TITLES:
            continue
        text = tell(field, getattr(record, field.name), press.words, subject.called, press.today)
        if text.strip():
            cells = (press.muted(press.tr(field.label)), _value(press, field, text))
            rows.append(Row(cells, about=told_of(record, field.name)))
    return press.table((press.column(), press.column(share=1.0)), rows)


def _value(press: Press, field: Field, text: str) -> Block:
    return markdown.note(press, text, "cell") if field.kind is Kind.NOTE else press.cell(text)


def extra_parts(press: Press, subject: Subject, visit: Visit, held: Sequence[Probe]) -> list[Part]:
    """What stands on the pages behind a sheet: nothing while neither a negotiation nor a probe is on record."""
    sheets = [it for it in subject.client.negotiations if it.visit == visit.key]
    blocks: list[Block] = [negotiation(press, subject, it) for it in sheets]
    if sheets and (rungs := ladder(press, subject, visit)):
        blocks.append(rungs)
    parts = [Part(block) for block in (*blocks, *probes(press, subject, held))]
    given = Part(_given(press, _GIVEN), gives_way=1, smaller=_given(press, _GIVEN // 2))
    return [*parts, given] if sheets else parts


def _given(press: Press, count: int) -> Block:
    """Lines to write on at the table: nothing is given that nothing comes back for."""
    heads = (press.tr("Item"), press.tr("We gave"), press.tr("We got for it"), press.tr("Who said so"))
    columns = tuple(press.column(head, share) for head, share in zip(heads, (0.8, 1.2, 1.2, 0.8), strict=True))
    rows = [Row((Blank(_WORD, _ROW), *(Blank(_SENTENCE, _ROW),) * 2, Blank(_WORD, _ROW)))] * count
    return press.titled(press.tr("Given and got"), press.table(columns, rows), press.tr("fill in at the table"))


def aim(press: Press, sheet: Negotiation | None) -> list[str]:
    """The sentence over a negotiation."""
    rule = press.tr("Nothing is given without something in return.")
    if sheet is None or not sheet.first_offer.strip():
        return [rule]
    offer = sheet.first_offer.strip().rstrip("。.")
    told = press.tr("First offer: {offer}. Nothing is given without something in return.", offer=offer)
    return [told, rule]


def purpose(press: Press, visit: Visit) -> tuple[tuple[str, str, str, bool], ...]:
    """What a visit is for: each field, its label, what is written there, and whether it must be."""
    return (
        ("objective", press.trc("purpose of a visit", "Objective"), visit.objective, True),
        ("best", press.tr("Best commitment"), visit.best, True),
        ("minimum", press.tr("Minimum commitment"), visit.minimum, True),
        ("reason", press.tr("Reason for the client"), visit.reason, False),
    )
