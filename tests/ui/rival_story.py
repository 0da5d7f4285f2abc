"""The small client of the page tests with a contest: a supporter, orders won and lost, dated facts of its rivals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kamdesk.client.client import WORKSPACE
from kamdesk.client.contest_records import Backer, Certainty, Contest, RivalFact, RivalTopic
from kamdesk.client.plan_records import Deal, Opportunity
from kamdesk.client.record import Record
from kamdesk.client.rival_records import Rival, RivalKind
from kamdesk.client.weigh_records import Confidence
from tests.ui import story

FRESH, OLD = date(2026, 11, 2), date(2026, 3, 1)


def contest() -> list[Record]:
    """科瑞 has a share, a supporter and an order it won."""
    return [
        Contest(
            key="here",
            owner=story.CLIENT,
            rival="kerui",
            supplies="1 号线抽检",
            share=Decimal(22),
            floor="约 90 万",
            floor_known=Certainty.ESTIMATED,
            next_move="再降两万",
            source="公开公告",
            day=FRESH,
        ),
        Backer(key="b-li", owner=story.CLIENT, rival="kerui", contact="li", note="开会时说的", day=FRESH),
        Opportunity(key="o-lost", owner=story.CLIENT, name="2 号线", state=Deal.LOST, rival="kerui", close=OLD),
        Opportunity(key="o-open", owner=story.CLIENT, name="3 号线", state=Deal.OPEN, rival="kerui"),
    ]


def facts() -> list[Record]:
    """What is known of 科瑞 everywhere: one fact is fresh, one old; Brandt has a note that is none yet."""
    return [
        RivalFact(
            key="f-near",
            owner=WORKSPACE,
            rival="kerui",
            topic=RivalTopic.STRENGTH,
            text="人在本地",
            answer="我方 4 小时到场",
            source="公司官网",
            day=FRESH,
            confidence=Confidence.HIGH,
            tellable=True,
        ),
        RivalFact(
            key="f-spares",
            owner=WORKSPACE,
            rival="kerui",
            topic=RivalTopic.WEAKNESS,
            text="备件等两周",
            source="同行",
            day=OLD,
        ),
    ]


def rivals() -> list[Record]:
    """The rivals of the story, and doing nothing, which is met nowhere."""
    return [
        Rival(key="kerui", owner=WORKSPACE, name="科瑞自动化", short="科瑞", kind=RivalKind.COMPANY),
        Rival(key="brandt", owner=WORKSPACE, name="Brandt", strengths="The best gauge in the room"),
        Rival(key="nothing", owner=WORKSPACE, name="不做", kind=RivalKind.NOTHING),
    ]


def whole() -> list[Record]:
    """Everything together."""
    rest = [*story.people(), *story.weighed(), *story.visited(), *story.needs()]
    return [*rivals(), story.company(), *rest, *contest(), *facts()]
