"""The way to whoever decides and is least on our side: whom it leads through, and what makes each step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamdesk.client.account import Person
from kamdesk.client.network import Route, route
from kamdesk.client.people import Contact, Role, Tie, TieKind
from kamdesk.client.plan_records import Action
from kamdesk.client.units import tell_decimal
from kamdesk.document.blocks import Block
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row

_FINAL = {Role.APPROVER, Role.DECIDER}


@dataclass(frozen=True, slots=True)
class Aim:
    """Whom the page is about, and how to get there; `way` has at least one step."""

    person: Person
    way: Route | None


def aim(subject: Subject) -> Aim | None:
    """Of those who approve or decide the one who stands lowest with us; None when all of them open doors already."""
    rules = subject.client.rules
    final = [
        person
        for person in subject.account.people
        if _FINAL & set(person.contact.roles) and not person.contact.placeholder and (person.score or 0) < rules.opener
    ]
    lowest = min(final, key=lambda it: ((it.score or 0) >= rules.covers, it.score or 0, -it.influence), default=None)
    if lowest is None:
        return None
    found = route(subject.client, subject.account, lowest.contact.key)
    return Aim(lowest, found if found and len(found.people) > 1 else None)


def steps(press: Press, subject: Subject, way: Route) -> Block:
    """The steps of the route: who takes us to whom, why it holds, what we give and what shows that it worked."""
    columns = (
        press.column(),
        press.column(press.trc("route", "Step"), share=1.0),
        press.column(press.tr("What ties them"), share=1.0),
        press.column(press.tr("What we give"), share=1.0),
        press.column(press.tr("Seen by"), share=0.8),
    )
    rows = []
    pairs = zip(way.people, way.people[1:], way.ties, strict=False)
    for number, (one, two, tie) in enumerate(pairs, 1):
        found = _action(subject.open_actions, one, two)
        given = f"A{found[0]} {found[1].text}" if found else press.tr("not planned yet")
        rows.append(
            Row(
                (
                    press.key(str(number)),
                    press.cell(press.tr("{one} opens the way to {two}", one=one.name, two=two.name)),
                    press.cell(_tied(press, one, two, tie)),
                    press.cell(given) if found else press.muted(given),
                    press.cell((found[1].proof if found else "") or "—"),
                ),
                about=(*told_of(tie), *told_of(found[1] if found else None)),
            )
        )
    level = tell_decimal(subject.client.rules.opener, 2)
    note = press.tr("starts from somebody with R ≥ {level}", level=level)
    if not way.opener:
        note = press.tr("nobody with R ≥ {level}: it starts from the best who is connected", level=level)
    return press.titled(press.tr("How to walk the route"), press.table(columns, rows), note)


def _tied(press: Press, one: Contact, two: Contact, tie: Tie | None) -> str:
    if tie is None:
        boss = one if two.reports_to == one.key else two
        return press.tr("{name} is the boss", name=boss.name)
    word = press.tr((tie.kind or TieKind.INFLUENCE).label)
    told = [word, tie.note.strip().partition("\n")[0], press.day(tie.day) if tie.day else ""]
    return " · ".join(part for part in told if part)


def _action(actions: Sequence[Action], one: Contact, two: Contact) -> tuple[int, Action] | None:
    """The next open action about the one we ask, else about the one it leads to, with its number on P11."""
    for contact in (one, two):
        for number, action in enumerate(actions, 1):
            if action.contact == contact.key:
                return number, action
    return None
