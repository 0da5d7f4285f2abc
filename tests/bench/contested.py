"""One client of twelve needs and six rivals, with people, stakes and decisions: what the comparison is measured on."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

from kamdesk.client.client import Client
from kamdesk.client.company import Company, Grade, Incumbent
from kamdesk.client.contest_records import Backer, CallKind, Contest, Stake, TacticCall, Verdict
from kamdesk.client.people import Attitude, Contact, Role
from kamdesk.client.plan_records import Action, Opportunity, Side
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.weigh_records import Confidence, Dimension, WeighIn
from tests.bench.crowd import GIVENS, SEED, SURNAMES

OWNER = "contested"
RIVALS = ("kerui", "brandt", "hengda", "yuce", "nordlys", "quantor")
NEEDS = "检出率 单工位价格 交期 现场服务 换型时间 备件供应 培训 接口开放 质保年限 能耗 占地 数据留存十五年".split()
PEOPLE = 20
_SPREAD = range(1, 6)


def contested(today: date, seed: int = SEED) -> Client:
    """The client; every cell is filled, so that nothing is left out of the work."""
    chance = random.Random(seed)
    contacts = tuple(_contact(at, chance) for at in range(PEOPLE))
    factors = tuple(_factor(at, name, today, chance) for at, name in enumerate(NEEDS))
    return Client(
        company=Company(
            key=OWNER,
            owner=OWNER,
            name="十二项需求电子有限公司",
            grade=Grade.S,
            rival=RIVALS[0],
            incumbent=Incumbent.NOBODY,
        ),
        contacts=contacts,
        weighins=tuple(item for contact in contacts for item in _weighins(contact, today, chance)),
        factors=factors,
        standings=tuple(_standing(factor, rival, today, chance) for factor in factors for rival in RIVALS),
        stakes=tuple(_stake(at, chance.choice(factors), contact) for at, contact in enumerate(contacts)),
        contests=tuple(_contest(rival, today) for rival in RIVALS),
        backers=tuple(_backer(at, contacts[at], today) for at in range(4)),
        calls=tuple(_call(factor, today) for factor in factors[::2]),
        opportunities=(Opportunity(key=f"{OWNER}-order", owner=OWNER, name="3 号线", close=today + timedelta(60)),),
        actions=tuple(_action(factor, today) for factor in factors),
    )


def _contact(at: int, chance: random.Random) -> Contact:
    return Contact(
        key=f"{OWNER}-p{at}",
        owner=OWNER,
        name=chance.choice(SURNAMES) + chance.choice(GIVENS),
        roles=(chance.choice(list(Role)),),
        influence=1 + at % 5,
        attitude=chance.choice(list(Attitude)),
    )


def _weighins(contact: Contact, today: date, chance: random.Random) -> list[WeighIn]:
    found = []
    for rival in (None, RIVALS[0]):
        levels = {dimension.value: chance.choice(_SPREAD) for dimension in Dimension}
        weights = {f"{dimension.value}_weight": 10 for dimension in Dimension}
        key = f"{contact.key}-{rival or 'us'}"
        found.append(
            WeighIn(key=key, owner=OWNER, contact=contact.key, rival=rival, day=today, **levels, **weights)  # type: ignore[arg-type]
        )
    return found


def _factor(at: int, name: str, today: date, chance: random.Random) -> Factor:
    return Factor(
        key=f"{OWNER}-f{at}",
        owner=OWNER,
        name=name,
        importance=Decimal(chance.randint(3, 20)),
        wants="达标",
        score=chance.choice(_SPREAD),
        value=f"{chance.randint(1, 99)} 分",
        source="自测",
        day=today - timedelta(chance.randint(0, 120)),
        confidence=Confidence.HIGH,
        benefit="一年省 20 小时",
        rank=at,
    )


def _standing(factor: Factor, rival: str, today: date, chance: random.Random) -> Standing:
    return Standing(
        key=f"{factor.key}-{rival}",
        owner=OWNER,
        factor=factor.key,
        rival=rival,
        score=chance.choice(_SPREAD),
        value=f"{chance.randint(1, 99)} 分",
        source="产品手册",
        day=today - timedelta(chance.randint(0, 200)),
        answer="属实，请按三年算",
        matches_on=today + timedelta(chance.randint(10, 400)),
    )


def _stake(at: int, factor: Factor, contact: Contact) -> Stake:
    return Stake(key=f"{OWNER}-stake{at}", owner=OWNER, factor=factor.key, contact=contact.key)


def _contest(rival: str, today: date) -> Contest:
    return Contest(
        key=f"{OWNER}-{rival}",
        owner=OWNER,
        rival=rival,
        supplies="1 号线",
        contract_end=today + timedelta(90),
        next_move="再降三个点",
        kill_theirs="在位",
        source="许岚",
        day=today,
    )


def _backer(at: int, contact: Contact, today: date) -> Backer:
    key = f"{OWNER}-backer{at}"
    return Backer(key=key, owner=OWNER, rival=RIVALS[0], contact=contact.key, note="同学", day=today)


def _call(factor: Factor, today: date) -> TacticCall:
    return TacticCall(
        key=f"{factor.key}-call",
        owner=OWNER,
        kind=CallKind.FACTOR,
        factor=factor.key,
        rival=RIVALS[0],
        tactic="defend",
        text="先讲三年总成本",
        verdict=Verdict.ACCEPTED,
        day=today,
    )


def _action(factor: Factor, today: date) -> Action:
    return Action(key=f"{factor.key}-action", owner=OWNER, text="补证据", side=Side.OURS, due=today, factor=factor.key)
