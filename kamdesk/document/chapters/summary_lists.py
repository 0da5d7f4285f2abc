"""The short lists of P1: what presses, what is not known, whose standing has moved."""

from __future__ import annotations

from kamdesk.client.account import Person
from kamdesk.client.concerns import concerns
from kamdesk.client.units import tell_decimal
from kamdesk.client.unknowns import unknowns
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import Weighed
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import bold, spans

_LEAST = 0.005  # of a change that shows in two decimals


def matters(press: Press, subject: Subject, most: int) -> Titled:
    """What presses now, with how soon."""
    found = concerns(subject.client, subject.workspace, subject.today)
    title = press.tr("What matters now")
    if not found:
        return press.titled(title, press.table((press.column(share=1.0),), [Row((press.muted(press.tr("nothing")),))]))
    columns = (press.column(share=1.0), press.column())
    rows = [
        Row(
            (press.marked("flag", press.cell(press.tell(it.said), most=2)), press.muted(press.tell(it.why), "right", 2))
        )
        for it in found[:most]
    ]
    return press.titled(title, press.table(columns, rows), _others(press, len(found) - most))


def unknown(press: Press, subject: Subject, most: int) -> Titled:
    """What is not known, and whom to ask."""
    found = unknowns(subject.client, subject.workspace, subject.today)
    title = press.tr("Not known yet")
    if not found:
        return press.titled(title, press.table((press.column(share=1.0),), [Row((press.muted(press.tr("nothing")),))]))
    columns = (press.column(share=1.0), press.column())
    rows = []
    for item in found[:most]:
        ask = press.tr("ask {name}", name=item.ask.name) if item.ask else press.tr("ask whom?")
        rows.append(
            Row((press.marked("unknown", press.cell(press.tell(item.said), most=2)), press.muted(ask, "right", 2)))
        )
    return press.titled(title, press.table(columns, rows), _others(press, len(found) - most))


def changes(press: Press, subject: Subject, most: int) -> Titled | None:
    """Whose score has moved since the weigh-in before, and on which dimensions; the most important first."""
    moved = [person for person in subject.account.people if abs(person.change or 0) > _LEAST]
    moved.sort(key=lambda person: -abs(person.change or 0) * max(person.influence, 1))
    if not moved:
        return None
    columns = (press.column(), press.column(), press.column(share=1.0), press.column())
    title = press.tr("Since the weigh-in before")
    rows = [_change(press, person) for person in moved[:most]]
    return press.titled(title, press.table(columns, rows), _others(press, len(moved) - most))


def _change(press: Press, person: Person) -> Row:
    now, before = person.weighed, person.before
    assert now is not None
    assert before is not None
    mark = "up" if (person.change or 0) > 0 else "down"
    scores = spans(f"{_score(before)} → ", bold(_score(now)))
    day = press.day(now.weighin.day) if now.weighin.day else ""
    name = press.marked(mark, press.key(person.contact.name))
    return Row((name, press.cell(scores), press.cell(_levels(press, now, before), most=1), press.muted(day, "right")))


def _score(weighed: Weighed) -> str:
    return "—" if weighed.score is None else tell_decimal(weighed.score, 2)


def _levels(press: Press, now: Weighed, before: Weighed) -> str:
    """Which levels count differently: acceptance 3 → 4."""
    told = []
    for dimension in Dimension:
        new, old = now.counted[dimension].counted, before.counted[dimension].counted
        if new != old:
            name = press.tr(dimension.label)
            told.append(f"{name} {'?' if old is None else old} → {'?' if new is None else new}")
    return " · ".join(told)


def _others(press: Press, rest: int) -> str:
    return press.trn("and {n} more", "and {n} more", rest) if rest > 0 else ""
