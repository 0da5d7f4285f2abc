"""The tables of P5: role cover, and who needs and wins what."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.client.account import Person, role_cover
from kamdesk.client.people import Attitude
from kamdesk.client.rollup import light
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document import markdown
from kamdesk.document.blocks import Block, Prose, Stack
from kamdesk.document.contents import APPENDIX
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row

MARKS = {
    Attitude.COACH: "up",
    Attitude.SUPPORTER: "up",
    Attitude.NEUTRAL: "level",
    Attitude.NON_SUPPORTER: "down",
    Attitude.ENEMY: "down",
}
_MOST_ROWS, _LEAST_ROWS = 24, 3
_TOLD = ("name", "title_at_work", "roles", "influence", "attitude", "business_agenda", "personal_agenda")


def cover(press: Press, subject: Subject) -> Block:
    """The roles a purchase needs and who stands best in each, with the light below."""
    columns = (
        press.column(press.tr("Needed role")),
        press.column(press.tr("Best placed"), share=1.0),
        press.column(press.trc("formula", "R"), align="right"),
        press.column(press.tr("Verdict")),
    )
    rules = subject.client.rules
    rows = []
    for roles, holders, covered in role_cover(subject.account.people, rules):
        best = max(holders, key=lambda person: person.score or 0, default=None)
        verdict = (press.tr("covered") if covered else press.tr("not covered")).replace(" ", "\u00a0")
        score = tell_decimal(best.score, 2) if best and best.score is not None else "—"
        name = best.contact.name if best else press.tr("nobody named")
        rows.append(
            Row(
                (
                    press.cell(" / ".join(press.tr(role.label) for role in roles)),
                    press.cell(name) if covered else press.key(name),
                    press.cell(score, "right"),
                    press.marked("up" if covered else "down", press.cell(verdict) if covered else press.key(verdict)),
                )
            )
        )
    note = press.tr("covered from R ≥ {level}", level=tell_decimal(rules.covers, 2))
    below = Stack([press.table(columns, rows), press.note(_light(press, subject))], 1.2 * MM)
    return press.titled(press.tr("Role cover"), below, note)


def _light(press: Press, subject: Subject) -> str:
    found = light(subject.client, subject.account)
    return press.tr(
        "Light of the key people: {colour}. {reason}.",
        colour=press.tr(found.colour.label),
        reason=press.tell(found.reason),
    )


def agendas(press: Press, subject: Subject, room: float) -> tuple[Titled | None, Titled | None]:
    """What the job needs or the person wins: of as many as have room, the most influential first, and of everybody.

    Both are one where everybody has room; None for nobody.
    """
    known = [it for it in subject.account.people if (it.contact.business_agenda + it.contact.personal_agenda).strip()]
    if not known:
        return None, None
    whole = _agendas(press, subject, known)
    if whole.height(press.stock.upright.width) <= room:
        return whole, whole
    for shown in range(min(_MOST_ROWS, len(known) - 1), _LEAST_ROWS - 1, -1):
        rest = press.see(len(known) - shown, APPENDIX)
        short = _agendas(press, subject, known[:shown], rest)
        if short.height(press.stock.upright.width) <= room:
            return short, whole
    return None, whole


def _agendas(press: Press, subject: Subject, known: Sequence[Person], note: Prose | None = None) -> Titled:
    rival = subject.against(press.words)
    columns = (
        press.column(press.tr("Name"), share=1.0),
        press.column(press.tr("Role"), share=0.7),
        press.column(press.tr("Influence"), align="right"),
        press.column(press.tr("Attitude")),
        press.column(press.trc("formula", "R"), align="right"),
        press.column(press.tr("Lead"), align="right"),
        press.column(press.tr("For the job, for the person"), share=1.6),
    )
    table = press.table(columns, [_row(press, person) for person in known])
    beside = note or press.prose(press.tr("lead = us − {rival}", rival=rival), "block_note", "right")
    return press.titled(press.tr("Who decides what"), table, beside)


def _row(press: Press, person: Person) -> Row:
    contact = person.contact
    lead = "—" if person.lead is None else tell_gap(person.lead, 2)
    roles, title = tell_list([press.tr(it.label) for it in contact.roles], press.words) or "—", contact.title_at_work
    influence = str(contact.influence or "?")
    score = "—" if person.score is None else tell_decimal(person.score, 2)
    return Row(
        (
            press.two(press.key(contact.name), press.mute(title)) if title else press.key(contact.name),
            press.cell(roles),
            press.cell(influence, "right"),
            _attitude(press, person),
            press.cell(score, "right"),
            press.key(lead, "right") if person.contested else press.cell(lead, "right"),
            _agenda(press, person),
        ),
        about=told_of(contact, *_TOLD),
    )


def _attitude(press: Press, person: Person) -> Block:
    """The mark and the word, or that it is unknown."""
    stands = person.attitude
    if stands is None:
        return press.marked("unknown", press.muted(press.tr("Unknown")))
    return press.marked(MARKS[stands], press.cell(press.tr(stands.label)))


def _agenda(press: Press, person: Person) -> Block:
    contact = person.contact
    told: list[Block] = []
    if contact.business_agenda.strip():
        told.append(markdown.note(press, contact.business_agenda, "cell"))
    if contact.personal_agenda.strip():
        told.append(markdown.note(press, contact.personal_agenda, "note"))
    return Stack(told or [press.muted("—")])
