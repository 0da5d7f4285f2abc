"""The strips below the tear line, which stay in the bag: what to bring and who is who; floors, authority, the rival."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.client.account import Person
from kamdesk.client.ladder import Ladder, beyond, ladders, warning
from kamdesk.client.people import Contact
from kamdesk.client.prefill import last_word
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_gap, tell_known
from kamdesk.client.visit_records import Concession, Step
from kamdesk.document.blocks import Block, Prose, Stack
from kamdesk.document.chapters.visit_sheet_form import TIGHT
from kamdesk.document.chapters.visit_sheet_front import more
from kamdesk.document.chapters.visit_sheet_told import Told
from kamdesk.document.fitting import Blank
from kamdesk.document.growing import Maker
from kamdesk.document.shortening import cut
from kamdesk.document.style import MM
from kamdesk.document.table import Row
from kamdesk.document.text import bold, spans

_NARROW = 5.0
_LINES = 3  # of an item of the ladder
_EMPTY, _ROW = 3, 6.0 * MM  # rows to write in where nothing is on the list


def bring(told: Told) -> dict[str, Maker]:
    """What to bring along, and the way there."""
    return {"materials": lambda limit: _materials(told, limit), "way": lambda limit: _way(told, limit)}


BRING_LEAST = {"materials": 2, "way": 1}
BRING_ORDER = ("way", "materials", "way", "materials", "materials", "way") * 2


def _materials(told: Told, most: int) -> Block:
    press = told.press
    rows = []
    held = told.materials
    if len(held) > most:  # what is not ready is seen whatever is left out
        held = tuple(sorted(held, key=lambda it: it.ready))
    for it in held[:most]:
        where = press.tr("stays there") if it.stays else press.tr("to show")
        state = press.muted(where, "right") if it.ready else press.alarm(press.tr("not ready"), "right")
        rows.append(Row((press.mark("ticked" if it.ready else "box"), press.cell(cut(it.text), most=1), state)))
    rows = rows or [Row((press.mark("box"), Blank(0.0, _ROW), press.cell("")))] * min(most, _EMPTY)
    table = press.table((press.column(apart=TIGHT), press.column(share=1.0), press.column()), rows)
    return press.titled(press.tr("To bring"), table, more(told, len(held) - most))


def _way(told: Told, most: int) -> Block:
    press, visit = told.press, told.visit
    held = (
        (press.tr("Address"), told.subject.client.company.address),
        (press.tr("Way there"), visit.route),
        (press.tr("Registration"), visit.registration),
        (press.tr("Phone"), visit.phone),
    )
    known = [(term, cut(text)) for term, text in held if text.strip()]
    rows = [Row((press.muted(term), press.cell(text, most=2))) for term, text in known[:most]]
    title, note = press.tr("On the way"), more(told, len(known) - most)
    if not rows:
        return press.titled(title, press.muted(press.tr("no address on record")))
    return press.titled(title, press.table((press.column(), press.column(share=1.0)), rows), note)


def behind(told: Told) -> dict[str, Maker]:
    """How the people stand and what moves them; what the checklist still lacks."""
    return {
        "people": lambda limit: _people(told, limit),
        "agendas": lambda limit: _agendas(told, limit),
        "lacking": lambda limit: _lacking(told, limit),
    }


BEHIND_LEAST = {"people": 1, "agendas": 1, "lacking": 1}
BEHIND_ORDER = (
    *("people", "agendas", "lacking", "people", "lacking", "agendas", "lacking", "people", "lacking"),
    *("agendas", "lacking", "people", "agendas") * 2,
)


def _people(told: Told, most: int) -> Block:
    press = told.press
    rival = told.subject.rival
    there = [told.subject.account.person(it.contact or "") for it in told.theirs]
    people = [person for person in there if person is not None]
    rows = [_person(told, person) for person in people[:most]]
    head = press.tr("weigh-in · {rival} · attitude", rival=rival.called) if rival else press.tr("weigh-in · attitude")
    title = press.tr("Who they are to us")
    if not rows:
        return press.titled(title, press.red_flag(press.tr("nobody named")))
    columns = (press.column(share=1.0), press.column(), press.column(), press.column())
    note = " · ".join(part for part in (head, more(told, len(people) - most)) if part)
    return press.titled(title, press.table(columns, rows), note)


def _person(told: Told, person: Person) -> Row:
    press = told.press
    score = tell_known(person.score, 2)
    theirs = tell_known(person.rival_score, 2)
    mark = {True: "up", False: "down"}.get((person.lead or 0) > 0) if person.lead else "level"
    if person.lead is None or mark is None:
        mark = "unknown"
    attitude = press.tr(person.attitude.label) if person.attitude else press.tr("attitude unknown")
    word = press.tr("{gap} · {attitude}", gap=tell_gap(person.lead, 2), attitude=attitude) if person.lead else attitude
    if person.contested:
        word = press.tr("must win · {attitude}", attitude=attitude)
    cells = (
        press.key(person.contact.name, most=2),
        press.cell(f"{score} · {theirs}"),
        press.mark(mark),
        press.cell(word, most=1),
    )
    return Row(cells)


def _agendas(told: Told, most: int) -> Block | None:
    """What moves the weightiest people, and the last thing each of them said; one more person every second step."""
    blocks = []
    for number, it in enumerate(told.theirs[: (most + 1) // 2]):
        if contact := told.subject.contact(it.contact):
            blocks += _moved_by(told, contact, most - 2 * number)
    return Stack(blocks, 1.5) if blocks else None


def _moved_by(told: Told, contact: Contact, more: int) -> list[Block]:
    """In two lines, then in three, then with the last word."""
    press = told.press
    blocks: list[Block] = []
    texts = [cut(text) for text in (contact.business_agenda, contact.personal_agenda) if text.strip()]
    if texts:
        joined = press.semicolon.join(text.rstrip("。.；;") for text in texts)
        blocks.append(press.cell(spans(bold(f"{contact.name}\u2002"), joined), most=min(more + 1, 3)))
    if more > 2 and (word := last_word(told.subject.client, contact.key, told.subject.today)):
        lead = press.tr("{name} on {day}:", name=contact.name, day=press.day(word.day))
        blocks.append(press.cell(spans(*press.mute(f"{lead}\u2002"), cut(word.text)), most=2))
    return blocks


def _lacking(told: Told, most: int) -> Block:
    """What the checklist still lacks, must-haves first; those can be ticked on the way."""
    press, missing = told.press, told.ready.missing
    title = press.tr("Still to do")
    if not told.ready.total:
        return press.titled(title, press.red_flag(press.tr("No checklist yet")))
    if not missing:
        return press.titled(title, press.marked("check", press.cell(press.tr("everything is done"))))
    rows = [
        Row(
            (
                press.mark("box"),
                press.cell(cut(it.text), most=1),
                press.alarm(press.tr("must"), "right") if it.must else press.cell(""),
            )
        )
        for it in missing[:most]
    ]
    table = press.table((press.column(apart=TIGHT), press.column(share=1.0), press.column()), rows)
    return press.titled(title, table, more(told, len(missing) - most))


def floors(told: Told) -> dict[str, Maker]:
    """The ladder of concessions with its floors, where it goes too far, and what may be granted alone."""
    return {
        "ladder": lambda limit: _ladder(told, limit),
        "beyond": lambda limit: _beyond(told, limit),
        "limits": lambda limit: _limits(told, limit),
    }


FLOORS_LEAST = {"ladder": 1, "beyond": 1, "limits": 1}
FLOORS_ORDER = ("ladder", "beyond", "ladder", "beyond", "ladder", "beyond", "limits", "beyond") * 2


def _ladder(told: Told, most: int) -> Block:
    """One row for each item, its rungs side by side; the floor in bold, in red when it goes beyond the authority."""
    press = told.press
    held = ladders(told.visit, told.subject.client.concessions)
    words, note = press.tr("Concessions"), press.tr("below the floor: call first")
    title = f"★ {words}"
    if not held:
        return press.titled(title, press.red_flag(press.tr("no ladder yet: nothing is given away")))
    lines = min(max(most - len(held), 0) + 1, _LINES)  # on one line only what the floor is given for
    back = press.tr("In return") if lines > 1 else press.tr("For the floor")
    columns = (
        press.column(apart=_NARROW),
        *(press.column(press.tr(step.label), apart=_NARROW) for step in Step),
        press.column(back, share=1.0),
    )
    rows = [_item(told, ladder, lines) for ladder in held[:most]]
    return press.titled(title, press.table(columns, rows), more(told, len(held) - most) or note)


def _item(told: Told, ladder: Ladder, lines: int) -> Row:
    press = told.press
    cells = [_rungs(told, [it for it in ladder.rungs if it.step is step], lines) for step in Step]
    if (floor := ladder.floor) is not None:
        text = cut(f"{floor.offer} {floor.unit}")
        cells[-1] = press.alarm(text) if beyond(ladder, floor) else press.key(text, most=lines)
    rungs = ladder.rungs if lines > 1 or floor is None else (floor,)
    against = tell_list(list(dict.fromkeys(cut(it.against) for it in rungs if it.against.strip())), press.words)
    return Row((press.key(cut(ladder.item) or "—", most=1), *cells, press.muted(against or "—", most=lines)))


def _rungs(told: Told, rungs: Sequence[Concession], lines: int) -> Prose:
    return told.press.cell(" → ".join(cut(f"{it.offer} {it.unit}") for it in rungs) or "—", most=lines)


def _beyond(told: Told, most: int) -> Block | None:
    """Where the ladder goes further than one may alone: each floor a line; those without room are counted."""
    press = told.press
    found = [it for ladder in ladders(told.visit, told.subject.client.concessions) if (it := warning(ladder))]
    rows: list[Block] = [press.marked("flag", press.key(cut(press.tell(it)), most=2)) for it in found[:most]]
    if (rest := len(found) - most) > 0:
        more = press.trn("{n} more step beyond my authority", "{n} more steps beyond my authority", rest)
        rows.append(press.marked("flag", press.key(more)))
    return Stack(rows, 1.5) if rows else None


def _limits(told: Told, lines: int) -> Block | None:
    """What may be granted alone, what each side does without an agreement."""
    press = told.press
    held = ladders(told.visit, told.subject.client.concessions)
    texts = [(press.tr("Authority"), _authority(told, held)), (press.tr("Without a deal"), _without(told))]
    rows = [press.cell(spans(bold(f"{term}\u2002"), text), most=min(lines, 2)) for term, text in texts if text]
    return Stack(rows, 1.5) if rows else None


def _authority(told: Told, held: Sequence[Ladder]) -> str:
    """What may be granted alone and whom to call beyond it; what a warning tells already is left out."""
    press = told.press
    quiet = [it for it in held if it.authority and not warning(it)]
    calls = {cut(it.call) for it in quiet}
    alone = tell_list(list(dict.fromkeys(cut(f"{it.item} {it.authority}") for it in quiet)), press.words)
    if not alone:
        return ""
    if len(calls) == 1 and (whom := calls.pop()):
        return press.tr("alone {limits}; beyond it call {whom}", limits=alone, whom=whom)
    told_each = [cut(f"{it.item} {it.authority}") + (f" → {cut(it.call)}" if it.call else "") for it in quiet]
    return tell_list(list(dict.fromkeys(told_each)), press.words)


def _without(told: Told) -> str:
    """What each side does when nothing is agreed."""
    press, held = told.press, told.negotiation
    if held is None:
        return ""
    ours, theirs = cut(held.batna_ours), cut(held.batna_theirs)
    both = (press.tr("we: {text}", text=ours) if ours else "", press.tr("they: {text}", text=theirs) if theirs else "")
    return " · ".join(it for it in both if it)
