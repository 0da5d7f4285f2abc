"""P5, plain until the map is drawn: the people, what they decide and want, which roles are covered, what is missing."""

from __future__ import annotations

from kamdesk.client.account import Person, role_cover
from kamdesk.client.people import Attitude
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document import markdown
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.reach import reach
from kamdesk.document.flow import Part, Story
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Spans
from kamdesk.words import N_

MARKS = {
    Attitude.COACH: "up",
    Attitude.SUPPORTER: "up",
    Attitude.NEUTRAL: "level",
    Attitude.NON_SUPPORTER: "down",
    Attitude.ENEMY: "down",
}


def build(press: Press, subject: Subject) -> Story:
    """Everybody by influence, then role cover beside the red flags."""
    if not subject.client.contacts:
        return press.missing("P5", press.tr("People"))
    parts = [Part(_table(press, subject)), Part(Pair(_cover(press, subject), _flags(press, subject), 0.56))]
    if addresses := reach(press, subject):
        parts.append(Part(addresses, moves=True))
    return press.story("P5", press.tr("People"), _conclusions(press, subject), parts)


def attitude(press: Press, person: Person) -> Block:
    """The mark and the word, or that it is unknown."""
    stands = person.attitude
    if stands is None:
        return press.marked("unknown", press.muted(press.tr("Unknown")))
    return press.marked(MARKS[stands], press.cell(press.tr(stands.label)))


def _table(press: Press, subject: Subject) -> Block:
    rival = subject.rival.called if subject.rival else press.tr("the rival")
    columns = (
        press.column(press.tr("Name"), share=1.0),
        press.column(press.tr("Role"), share=0.7),
        press.column(press.tr("Influence"), align="right"),
        press.column(press.tr("Attitude")),
        press.column(press.trc("formula", "R"), align="right"),
        press.column(press.tr("Lead"), align="right"),
        press.column(press.tr("What the job needs, what the person wins"), share=1.6),
    )
    rows = [_row(press, person) for person in subject.account.people]
    note = press.tr("lead = us − {rival}", rival=rival)
    return press.titled(press.tr("Who decides what"), press.table(columns, rows), note)


def _row(press: Press, person: Person) -> Row:
    contact = person.contact
    lead = "—" if person.lead is None else tell_gap(person.lead, 2)
    roles = tell_list([press.tr(role.label) for role in contact.roles], press.words) or "—"
    influence = str(contact.influence or "?")
    score = "—" if person.score is None else tell_decimal(person.score, 2)
    return Row(
        (
            press.two(press.key(contact.name), press.mute(contact.title_at_work)),
            press.cell(roles),
            press.cell(influence, "right"),
            attitude(press, person),
            press.cell(score, "right"),
            press.key(lead, "right") if person.contested else press.cell(lead, "right"),
            _agenda(press, person),
        )
    )


def _agenda(press: Press, person: Person) -> Block:
    contact = person.contact
    told: list[Block] = []
    if contact.business_agenda.strip():
        told.append(markdown.note(press, contact.business_agenda, "cell"))
    if contact.personal_agenda.strip():
        told.append(markdown.note(press, contact.personal_agenda, "note"))
    return Stack(told or [press.muted("—")])


def _cover(press: Press, subject: Subject) -> Block:
    """The roles a purchase needs and who stands best in each."""
    columns = (
        press.column(press.tr("Needed role")),
        press.column(press.tr("Best placed"), share=1.0),
        press.column(press.trc("formula", "R"), align="right"),
        press.column(press.tr("Verdict")),
    )
    rows = []
    for roles, holders, covered in role_cover(subject.account.people, subject.client.rules):
        best = max(holders, key=lambda person: person.score or 0, default=None)
        verdict = press.tr("covered") if covered else press.tr("not covered")
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
    note = press.tr("covered from R ≥ {level}", level=tell_decimal(subject.client.rules.covers, 2))
    return press.titled(press.tr("Role cover"), press.table(columns, rows), note)


def _flags(press: Press, subject: Subject) -> Block:
    flags = red_flags(press, subject)
    rows = [Row((press.marked("flag", press.cell(flag)),)) for flag in flags]
    if not rows:
        rows = [Row((press.muted(press.tr("none")),))]
    title = press.trn("{n} red flag", "{n} red flags", len(flags))
    return press.titled(title, press.table((press.column(share=1.0),), rows), press.tr("a gap is a red flag"))


def red_flags(press: Press, subject: Subject) -> list[Spans]:
    """What is missing or stands against us among the people, the gravest first."""
    people = subject.account.people
    flags: list[Spans] = []
    for contact in subject.account.contested:
        person = subject.account.person(contact.key)
        if person is not None and person.lead is not None:
            told = N_("{name} {gap} against the rival: *must be won*")
            flags.append(press.rich(told, name=contact.name, gap=tell_gap(person.lead, 2)))
    for roles, holders, _ in role_cover(people, subject.client.rules):
        if not holders:
            flags.append(press.rich(N_("No {role} named"), role=press.tr(roles[0].label)))
    for person in people:
        if person.contact.key_player and person.score is None:
            flags.append(press.rich(N_("{name} matters and has not been weighed"), name=person.contact.name))
        elif person.weighed and person.score is None:
            flags.append(press.rich(N_("{name}: too little known for a score"), name=person.contact.name))
        if person.contact.influence is None:
            flags.append(press.rich(N_("Influence of {name} unknown"), name=person.contact.name))
        if person.attitude_in_doubt:
            flags.append(press.rich(N_("{name}: attitude and weigh-in disagree"), name=person.contact.name))
    stands = {person.attitude for person in people}
    if Attitude.COACH not in stands:
        flags.append(press.rich(N_("No coach among them")))
    if not stands & {Attitude.NON_SUPPORTER, Attitude.ENEMY}:
        flags.append(press.rich(N_("Nobody is against us: who backs the rival?")))
    return flags[:_MOST_FLAGS]


_MOST_FLAGS = 8


def _conclusions(press: Press, subject: Subject) -> list[str]:
    cover = role_cover(subject.account.people, subject.client.rules)
    number, told = sum(covered for _, _, covered in cover), []
    for roles, holders, covered in cover:
        if covered:
            continue
        role = press.tr(roles[0].label)
        best = max(holders, key=lambda person: person.score or 0, default=None)
        if best is None:
            told.append(press.tr("Roles covered {n} / {m}: no {role} is named.", n=number, m=len(cover), role=role))
        elif best.score is None:
            told.append(
                press.tr(
                    "Roles covered {n} / {m}: {role} {name} has not been weighed.",
                    n=number,
                    m=len(cover),
                    role=role,
                    name=best.contact.name,
                )
            )
        else:
            told.append(
                press.tr(
                    "Roles covered {n} / {m}: what is missing is {role} {name} ({score}).",
                    n=number,
                    m=len(cover),
                    role=role,
                    name=best.contact.name,
                    score=tell_decimal(best.score, 2),
                )
            )
        break
    if not told:
        told.append(press.tr("All {m} roles are covered.", m=len(cover)))
    return told
