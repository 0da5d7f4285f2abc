"""One client of very many people with their lines, weigh-ins and targets: what the people map is measured on."""

from __future__ import annotations

import random
from datetime import date, timedelta

from kamdesk.client.activities import Activity, Answer, Invitation
from kamdesk.client.client import Client
from kamdesk.client.company import Company, Grade
from kamdesk.client.people import Attitude, Bond, Contact, Coverage, RelationLevel, Role, Tie, TieKind
from kamdesk.client.plan_records import Action, Opportunity
from kamdesk.client.weigh_records import Dimension, Evidence, Target, WeighIn
from tests.bench.crowd import GIVENS, SEED, SURNAMES

OWNER = "many"
PEOPLE = 200
RIVAL = "kerui"
OURS = ("linjia", "zhouyuan", "zhengning", "herui")
DEPARTMENTS = "采购部 技术部 生产部 质量部 财务部 设备部 信息部 市场部 物流部 研究院 工程部 人力部".split()
_REPORTS = 6  # people under one boss
_TIES = 3  # one line beside the reporting line for so many people
_DAYS = (-95, -4)  # when everybody was weighed


def peopled(number: int, today: date, seed: int = SEED) -> Client:
    """A client of `number` people under one head, most of them weighed, one in ten a key person with a target."""
    chance = random.Random(seed)
    contacts = tuple(_contact(at, chance) for at in range(number))
    weighed = [contact for contact in contacts if not contact.placeholder and chance.random() < 0.9]
    key = [contact for contact in weighed if contact.key_player]
    return Client(
        company=Company(key=OWNER, owner=OWNER, name="万人制造有限公司", grade=Grade.S, rival=RIVAL),
        contacts=contacts,
        ties=tuple(_tie(at, contacts, chance, today) for at in range(number // _TIES)),
        bonds=tuple(_bond(contact, chance, today) for contact in key),
        weighins=tuple(item for contact in weighed for item in _weighins(contact, chance, today)),
        evidence=tuple(_fact(contact, dimension, today) for contact in key for dimension in Dimension),
        targets=tuple(_target(contact, chance, today) for contact in key),
        invitations=tuple(_invitation(contact, chance, today) for contact in weighed[::2]),
        opportunities=(Opportunity(key=f"{OWNER}-order", owner=OWNER, name="3 号线"),),
        actions=tuple(_action(contact, today) for contact in key),
    )


def _contact(at: int, chance: random.Random) -> Contact:
    """Number 0 is the head; the next ones lead the departments, the others stand in a tree below them."""
    heads = len(DEPARTMENTS)
    boss = None if at == 0 else 0 if at <= heads else 1 + (at - heads - 1) // _REPORTS
    department = "总经办" if at == 0 else DEPARTMENTS[_head_of(at, heads) - 1]
    influence = 5 if at == 0 else 4 if at <= heads else chance.choices((1, 2, 3, 4), (30, 40, 25, 5))[0]
    return Contact(
        key=f"{OWNER}-p{at}",
        owner=OWNER,
        name=chance.choice(SURNAMES) + chance.choice(GIVENS),
        title_at_work="总经理" if at == 0 else "总监" if at <= heads else "工程师",
        department=department,
        reports_to=None if boss is None else f"{OWNER}-p{boss}",
        placeholder=at > heads and at % 40 == 0,
        roles=(Role.DECIDER,) if at == 0 else (chance.choice(list(Role)),),
        influence=influence,
        attitude=chance.choice([None, *Attitude]),
        coverage=chance.choice(list(Coverage)),
        our_owner=chance.choice(OURS),
    )


def _head_of(at: int, heads: int) -> int:
    """The head of the department that a place in the tree belongs to."""
    while at > heads:
        at = 1 + (at - heads - 1) // _REPORTS
    return at


def _tie(at: int, contacts: tuple[Contact, ...], chance: random.Random, today: date) -> Tie:
    source, target = chance.sample(contacts, 2)
    return Tie(
        key=f"{OWNER}-tie{at}",
        owner=OWNER,
        kind=chance.choices(list(TieKind), (5, 3, 1))[0],
        source=source.key,
        target=target.key,
        strength=chance.randint(1, 3),
        note="老同事，每周同车",
        day=today - timedelta(chance.randrange(300)),
    )


def _bond(contact: Contact, chance: random.Random, today: date) -> Bond:
    now = chance.choice(list(RelationLevel))
    colleague = chance.choice(OURS)
    return Bond(key=f"{contact.key}-b", owner=OWNER, contact=contact.key, colleague=colleague, now=now, day=today)


def _weighins(contact: Contact, chance: random.Random, today: date) -> list[WeighIn]:
    weights = {f"{dimension.value}_weight": 10 for dimension in Dimension}
    found = []
    for days in _DAYS:
        for rival in (None, RIVAL):
            levels = {dimension.value: chance.choice((None, 2, 3, 3, 4)) for dimension in Dimension}
            found.append(
                WeighIn(
                    key=f"{contact.key}-w{len(found)}",
                    owner=OWNER,
                    contact=contact.key,
                    rival=rival,
                    day=today + timedelta(days),
                    **levels,
                    **weights,
                )
            )
    return found


def _fact(contact: Contact, dimension: Dimension, today: date) -> Evidence:
    return Evidence(
        key=f"{contact.key}-{dimension.value}",
        owner=OWNER,
        contact=contact.key,
        dimension=dimension,
        day=today - timedelta(20),
        text="会上替我方说明原因",
        source="周会纪要",
    )


def _target(contact: Contact, chance: random.Random, today: date) -> Target:
    return Target(
        key=f"{contact.key}-t",
        owner=OWNER,
        contact=contact.key,
        set_on=today - timedelta(4),
        by=today + timedelta(180),
        project=chance.choice((3, 4)),
        rivalry=4,
        opportunity=f"{OWNER}-order",
    )


def _invitation(contact: Contact, chance: random.Random, today: date) -> Invitation:
    return Invitation(
        key=f"{contact.key}-n",
        owner=OWNER,
        contact=contact.key,
        text="开放日",
        activity=Activity.VISIT_US,
        day=today - timedelta(66),
        answer=chance.choice(list(Answer)),
    )


def _action(contact: Contact, today: date) -> Action:
    return Action(
        key=f"{contact.key}-a",
        owner=OWNER,
        text="请看样件对测结果",
        contact=contact.key,
        dimension=Dimension.RIVALRY,
        due=today + timedelta(11),
        opportunity=f"{OWNER}-order",
    )
