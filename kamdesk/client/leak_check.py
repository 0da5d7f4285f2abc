"""What a copy of a paper leaves out, by name: so that a person sees before it is given away that nothing leaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kamdesk.client.client import Client, Section, Workspace, sections_of
from kamdesk.client.editions import FLOORS, told_to
from kamdesk.client.paper_records import Audience
from kamdesk.client.people import Contact
from kamdesk.client.record import Field, Kind, Level, Record, fields_of
from kamdesk.client.telling import name_of
from kamdesk.client.visit_papers import Negotiation
from kamdesk.client.visit_records import Concession, Step
from kamdesk.words import Said, said


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a copy leaves out, of one field or of a whole section: of whom or what, by name, and where it is printed."""

    section: str
    label: Said
    names: tuple[str, ...]
    count: int
    fields: tuple[Field, ...]  # () for whole records
    where: Said


Pairs = Sequence[tuple[Record, Record | None]]  # each record and what is told of it
Whose = Mapping[str, Record]  # the client's records by their keys

# of the program and its papers, not of the client: nobody looks for them in a copy
_SETTINGS = {"profile", "weight_sets", "thresholds", "templates", "template_items", "editions", "presets"}
_ON_SHEET = said("only on the visit sheet")
_IF_TICKED = said("only where it is ticked for the card")
_INTERNAL_ONLY = said("only in the internal edition")
_OURS_ONLY = said("only in our own editions")
_NOT_MUTUAL = said("not ticked for the plan with the client")


def left_out(client: Client, workspace: Workspace, audience: Audience) -> tuple[LeftOut, ...]:
    """What an edition for this audience leaves out, by name: the secrets first, then section by section."""
    secrets: list[LeftOut] = []
    others: list[LeftOut] = []
    whose = {record.key: record for record in client.records}
    for root, after in zip((client, workspace), told_to(client, workspace, audience), strict=True):
        left = {(type(record), record.key): record for record in after.records}
        for part in sections_of(type(root)):
            if part.name not in _SETTINGS:
                held = getattr(root, part.name)
                pairs: Pairs = [(it, left.get((type(it), it.key))) for it in ((held,) if part.single else held)]
                secrets += _secrets(part, pairs, whose)
                others += _others(part, pairs, whose)
    secrets.sort(key=lambda item: item.label.text != Step.FLOOR.label)  # nothing is asked after more often
    return (*secrets, *others)


def _secrets(part: Section, pairs: Pairs, whose: Whose) -> Iterator[LeftOut]:
    """Each secret field by itself, with the names of all of whom it is known and not told; of a ladder the floors."""
    if _is_secret(part):
        yield from _gone(part, pairs, whose)
    fields = [f for f in fields_of(part.record) if f.level is Level.SECRET and f.kind not in (Kind.PACKED, Kind.LINK)]
    if part.name not in FLOORS and _is_secret(part):
        return
    if part.record is Negotiation:
        yield from _row(part, Said(part.label), fields, pairs, whose)
        return
    for field in fields:
        if part.record is Concession and field.name == "offer":
            floors = [pair for pair in pairs if isinstance(pair[0], Concession) and pair[0].step is Step.FLOOR]
            yield from _row(part, Said(Step.FLOOR.label), [field], floors, whose)
        else:
            yield from _row(part, Said(field.label), [field], pairs, whose)


def _row(part: Section, label: Said, fields: list[Field], pairs: Pairs, whose: Whose) -> Iterator[LeftOut]:
    """One line for some secret fields; none when nothing of them is hidden."""
    hidden = {field: _hidden(field, pairs) for field in fields}
    records = {record.key: (record, field) for field, held in hidden.items() for record in held}
    if records:
        names = _names(_called(record, field, whose) for record, field in records.values())
        found = tuple(field for field, held in hidden.items() if held)
        yield LeftOut(part.name, label, names, len(records), found, _where(part, found[0]))


def _others(part: Section, pairs: Pairs, whose: Whose) -> Iterator[LeftOut]:
    """The records that are gone as a whole, then those that stay without some of what is not secret."""
    if not _is_secret(part):
        yield from _gone(part, pairs, whose)
    stay = [(record, told) for record, told in pairs if told is not None]
    emptied = {field: _hidden(field, stay) for field in fields_of(part.record) if field.level is not Level.SECRET}
    if fields := tuple(field for field, hidden in emptied.items() if hidden):
        records = {record.key: record for hidden in emptied.values() for record in hidden}
        names = _names(_who(record, whose) for record in records.values())
        yield LeftOut(part.name, Said(part.label), names, len(records), fields, _OURS_ONLY)


def _gone(part: Section, pairs: Pairs, whose: Whose) -> Iterator[LeftOut]:
    gone = [record for record, told in pairs if told is None]
    if not gone:
        return
    where = _INTERNAL_ONLY if _is_secret(part) else _OURS_ONLY
    if part.name in FLOORS:
        where = _ON_SHEET
    elif any(field.opens for field in fields_of(part.record)):
        where = _NOT_MUTUAL
    yield LeftOut(part.name, Said(part.label), _names(_who(record, whose) for record in gone), len(gone), (), where)


def _is_secret(part: Section) -> bool:
    """True when a record of the section is nothing without what is secret of it."""
    return any(field.required and field.level is Level.SECRET for field in fields_of(part.record))


def _hidden(field: Field, pairs: Pairs) -> list[Record]:
    return [record for record, told in pairs if _filled(record, field) and not (told and _filled(told, field))]


def _filled(record: Record, field: Field) -> bool:
    value = getattr(record, field.name)
    return not (value is None or value is False or value in ("", ()))


def _where(part: Section, field: Field) -> Said:
    if part.name in FLOORS:
        return _ON_SHEET
    return _IF_TICKED if part.record is Contact and field.name == "personal" else _INTERNAL_ONLY


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _called(record: Record, field: Field, whose: Whose) -> str:
    """A rung by its own words and unit, anything else by whose it is."""
    if isinstance(record, Concession):
        return " ".join(part for part in (str(getattr(record, field.name)).strip(), record.unit.strip()) if part)
    return _who(record, whose)


def _who(record: Record, whose: Whose) -> str:
    """Whom a record is about; else what it is called, or what it belongs to when nothing has to be written in it."""
    fields = fields_of(type(record))
    held = [whose.get(getattr(record, field.name)) for field in fields if field.kind is Kind.LINK and field.required]
    people = [item.name for item in held if isinstance(item, Contact)]
    other = next((name for item in held if item and (name := name_of(item))), "")
    if people or not (other and not any(field.required for field in fields if field.kind is Kind.TEXT)):
        return people[0] if people else name_of(record)
    return other
