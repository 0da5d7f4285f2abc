"""An invented client whose relationships are written down in full: the one of the paper pictures, on their day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from kamdesk.client.activities import Activity, Answer, Invitation
from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company, Grade
from kamdesk.client.library import Colleague, Profile, WeightSet
from kamdesk.client.people import Bond, Contact, Coverage, Mode, RelationLevel, Role, Tie, TieKind
from kamdesk.client.plan_records import Action, Deal, Goal, Opportunity, Side
from kamdesk.client.rival_records import Rival
from kamdesk.client.units import Money
from kamdesk.client.visit_records import Attendee, Visit
from kamdesk.client.weigh_records import Dimension, Evidence, Organisation, Target, WeighIn
from tests.document.related_texts import texts_in

DAY = date(2026, 3, 16)
LAST, BY = date(2026, 2, 20), date(2026, 6, 30)
OWNER = "hx"
WEIGHTS = (20, 0, 25, 0, 35, 20)
NOW: dict[str, tuple[int | None, ...]] = {
    "wang": (3, 3, 2, 2, 3, 3),
    "zhou": (3, 2, None, 2, 3, 3),
    "chen": (4, 4, 3, 4, 5, 4),
    "li": (4, 3, 4, 3, 4, 5),
    "sun": (2, 1, 2, 1, 2, 1),
}
WANTED: dict[str, tuple[int | None, ...]] = {
    "wang": (4, None, 3, None, 4, 4),
    "zhou": (4, None, None, None, 4, None),
    "sun": (3, None, None, None, 3, 2),
}
RIVAL = {
    "wang": (4, 3, 3, 3, 4, 3),
    "zhou": (3, 3, 3, 3, 3, 3),
    "chen": (3, 3, 2, 2, 2, 3),
    "li": (3,) * 6,
    "sun": (4,) * 6,
}
PROOF = {  # dimensions of the facts, and how many days ago the newest was
    "wang": ((0, 2, 4, 5), 21),
    "zhou": ((0, 4, 5), 48),
    "chen": ((0, 0, 1, 3, 4, 5, 5), 12),
    "li": ((0, 1, 2, 4, 4, 2), 9),
    "sun": ((5, 0), 203),
}
_INFLUENCE = {"zhou": 5, "wang": 5, "chen": 4, "li": 3, "sun": 2, "zhao": 1, "post": 4, "gone": 4}
_ROLES = {
    "zhou": (Role.APPROVER,),
    "wang": (Role.DECIDER, Role.PROCUREMENT),
    "chen": (Role.EVALUATOR,),
    "li": (Role.USER,),
    "sun": (Role.EVALUATOR,),
    "zhao": (Role.USER,),
}
_COVERAGE = {"zhou": Coverage.THIN, "wang": Coverage.SEVERAL, "chen": Coverage.DEEP, "li": Coverage.DEEP}
_BOSS = {"wang": "zhou", "chen": "zhou", "li": "zhou", "post": "zhou", "sun": "wang", "zhao": "li", "gone": "zhou"}


def related(language: str = "zh") -> Client:
    """The whole client."""
    texts = texts_in(language)
    name, short = texts["client"]
    return Client(
        company=Company(key=OWNER, owner=OWNER, name=name, short=short, grade=Grade.A, rival="hengda"),
        contacts=tuple(_people(texts)),
        ties=tuple(_ties(texts)),
        bonds=tuple(_bonds(texts)),
        weighins=tuple(_weighins()),
        evidence=tuple(_evidence(texts)),
        targets=tuple(_targets(texts)),
        invitations=tuple(_invitations(texts)),
        organisation=(
            Organisation(
                key="org", owner=OWNER, day=LAST, executive=3, framework=2, planning=2, review=4, ranking=3,
                remark=texts["noted"],
            ),
        ),
        visits=(_visit(),),
        attendees=(Attendee(key="att", owner=OWNER, visit="visit", contact="wang"),),
        opportunities=(_order(texts),),
        goals=(Goal(key="goal", owner=OWNER, text=texts["goal"], due=BY),),
        actions=tuple(_actions(texts)),
    )  # fmt: skip


def ours(language: str = "zh") -> Workspace:
    """The rep, the rival and our people."""
    texts = texts_in(language)
    return Workspace(
        profile=Profile(key=WORKSPACE, name=texts["rep"]),
        rivals=(Rival(key="hengda", owner=WORKSPACE, name=texts["rival"]),),
        colleagues=tuple(
            Colleague(key=key, owner=WORKSPACE, name=name, title_at_work=title) for key, name, title in texts["ours"]
        ),
        weight_sets=(WeightSet(key="set", owner=WORKSPACE, name=texts["set"], **_weights()),),
    )


def _people(texts: dict) -> list[Contact]:
    agenda = texts["agenda"]
    people = []
    for key, name, title, department in texts["people"]:
        person = {
            "key": key, "owner": OWNER, "name": name, "title_at_work": title, "department": department,
            "influence": _INFLUENCE[key], "roles": _ROLES.get(key, ()), "coverage": _COVERAGE.get(key),
            "reports_to": _BOSS.get(key),
        }  # fmt: skip
        if key == "wang":
            person |= {
                "business_agenda": agenda[0], "personal_agenda": agenda[1], "criteria": agenda[2],
                "background": agenda[3], "mode": Mode.TROUBLE, "our_owner": "lin", "our_sponsor": "qiu",
                "phone": "+86 755 5550 1000", "email": "wang@huaxing.example", "personal": texts["personal"],
            }  # fmt: skip
        if key == "gone":
            person |= {"left": DAY - timedelta(days=30)}
        people.append(Contact(**person, placeholder=key == "post"))
    return people


def _ties(texts: dict) -> list[Tie]:
    trust, quality, dispute = texts["route"]
    lines = (
        ("t1", TieKind.TRUST, "li", "wang", 3, trust),
        ("t2", TieKind.INFLUENCE, "sun", "wang", 3, quality),
        ("t3", TieKind.CONFLICT, "chen", "wang", 2, dispute),
    )
    return [
        Tie(key=key, owner=OWNER, kind=kind, source=one, target=two, strength=strength, note=note, day=LAST)
        for key, kind, one, two, strength, note in lines
    ]


def _bonds(texts: dict) -> list[Bond]:
    known = (
        ("wang", "lin", RelationLevel.CREDIBLE, RelationLevel.ADVISOR),
        ("zhou", "qiu", RelationLevel.CREDIBLE, RelationLevel.ADVISOR),
        ("chen", "zheng", RelationLevel.SOLVER, RelationLevel.ADVISOR),
        ("chen", "he", RelationLevel.CREDIBLE, None),
        ("li", "lin", RelationLevel.SOLVER, None),
    )
    return [
        Bond(
            key=f"b{at}", owner=OWNER, contact=one, colleague=two, now=now, wanted=wanted, note=texts["noted"], day=LAST
        )
        for at, (one, two, now, wanted) in enumerate(known)
    ]


def _weighin(key: str, contact: str, levels: tuple[int | None, ...], day: date, rival: str | None = None) -> WeighIn:
    fields = dict(zip([it.value for it in Dimension], levels, strict=True))
    return WeighIn(key=key, owner=OWNER, contact=contact, day=day, rival=rival, **fields, **_weights())


def _weights() -> dict[str, int]:
    return {f"{it.value}_weight": share for it, share in zip(Dimension, WEIGHTS, strict=True)}


def _weighins() -> list[WeighIn]:
    found = []
    for contact, levels in NOW.items():
        for back in range(4, 0, -1):
            earlier = tuple(None if it is None else max(1, it - (back > 2)) for it in levels)
            found.append(_weighin(f"{contact}{back}", contact, earlier, LAST - timedelta(days=90 * back)))
            found.append(_weighin(f"{contact}r{back}", contact, RIVAL[contact], LAST - timedelta(90 * back), "hengda"))
        found.append(_weighin(f"{contact}0", contact, levels, LAST))
        found.append(_weighin(f"{contact}r0", contact, RIVAL[contact], LAST, "hengda"))
    return found


def _evidence(texts: dict) -> list[Evidence]:
    dimensions = list(Dimension)
    found = []
    for contact, (about, newest) in PROOF.items():
        for at, dimension in enumerate(about):
            found.append(
                Evidence(
                    key=f"{contact}e{at}", owner=OWNER, contact=contact, dimension=dimensions[dimension],
                    day=DAY - timedelta(days=newest + 25 + at) if at else DAY - timedelta(days=newest),
                    text=texts["fact"].format(n=at + 1), source=texts["source"],
                    second_source=texts["second"] if contact == "chen" and at == 4 else "",
                )
            )  # fmt: skip
    return found


def _targets(texts: dict) -> list[Target]:
    return [
        Target(
            key=f"target-{contact}", owner=OWNER, contact=contact, set_on=LAST, by=BY,
            opportunity="order" if contact == "wang" else None, goal="goal" if contact == "zhou" else None,
            remark=texts["noted"], **dict(zip([it.value for it in Dimension], levels, strict=True)),
        )
        for contact, levels in WANTED.items()
    ]  # fmt: skip


def _invitations(texts: dict) -> list[Invitation]:
    answers = (("wang", Answer.CAME), ("zhou", Answer.DELEGATE))
    return [
        Invitation(
            key=f"inv{at}", owner=OWNER, contact=contact, text=text, activity=Activity.REFERENCE,
            day=DAY - timedelta(days=40 + at), answer=answer,
        )
        for at, (text, (contact, answer)) in enumerate(zip(texts["invited"], answers, strict=True))
    ]  # fmt: skip


def _visit() -> Visit:
    return Visit(key="visit", owner=OWNER, at=datetime(2026, 3, 25, 6, 0, tzinfo=UTC), objective="—")


def _order(texts: dict) -> Opportunity:
    return Opportunity(
        key="order", owner=OWNER, name=texts["order"], amount=Money(Decimal(3_200_000)),
        margin=Money(Decimal(800_000)), close=date(2026, 5, 20), state=Deal.OPEN,
    )  # fmt: skip


def _actions(texts: dict) -> list[Action]:
    rows = (
        ("wang", Dimension.PROJECT, Activity.TECH_TALK, "lin", 20, 12, 0, "order", texts["proof"]),
        ("wang", Dimension.ACCEPTANCE, Activity.REFERENCE, "zheng", 35, 8, 6_000, "order", texts["proof"]),
        ("zhou", Dimension.PROJECT, Activity.EXECUTIVE, "qiu", 28, 4, 2_000, None, ""),
        ("wang", Dimension.RIVALRY, Activity.MEAL, "lin", 9, 2, 800, "order", ""),
        (None, None, None, "lin", 40, 1, 0, None, ""),
    )
    names = {key: name for key, name, _ in texts["ours"]}
    return [
        Action(
            key=f"a{at}", owner=OWNER, text=text, side=Side.OURS, person=names[who], due=DAY + timedelta(days=days),
            contact=contact, dimension=dimension, activity=activity, hours=hours, proof=proof, opportunity=order,
            cost=Money(Decimal(cost)) if cost else None,
        )
        for at, (text, (contact, dimension, activity, who, days, hours, cost, order, proof)) in enumerate(
            zip(texts["actions"], rows, strict=True)
        )
    ]  # fmt: skip
