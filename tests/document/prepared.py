"""A visit prepared in full at the client of the paper pictures, in words of its own language."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Fact, Topic
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.visit_papers import AgendaItem, Intel, Material, Negotiation, Probe
from kamdesk.client.visit_records import Attendee, CheckItem, Concession, PointKind, Step, TalkPoint, Visit
from tests.document.related import DAY, OWNER, ours, related

VISIT = "v1"
AT = datetime(2026, 3, 17, 6, 0, tzinfo=UTC)  # of the day after DAY
RIVAL = "hengda"


def prepared(language: str = "zh", extra: bool = False) -> Client:
    """The client with one visit tomorrow of which everything is prepared; `extra` adds negotiation and phone probe."""
    client = related(language)
    zh = language == "zh"
    visit = Visit(
        key=VISIT, owner=OWNER, at=AT, minutes=60, place="总部 3 楼采购会议室" if zh else "Head office, floor 3",
        objective="弄清二期检测线的评标权重" if zh else "Learn the weights of the tender",
        best="王璐 4 月 3 日前给出评标表初稿" if zh else "Wang Lu sends the draft by 3 April",
        minimum="同意当面听一次总成本测算" if zh else "She agrees to hear the cost sheet",
        reason="带来一期停机数据" if zh else "We bring the data of the stops",
        need="去年降本 8% 是她的指标" if zh else "Eight per cent less cost is her goal",
        value="27 小时 × 3.2 万元" if zh else "27 hours at 32,000",
        opening="您上月问一期到底停了多少" if zh else "You asked how long line one stood",
        fallback="只给李敏看数据" if zh else "Show the data to Li Min only",
        route="龙华线到民治" if zh else "Line 4 to Minzhi", registration="带身份证" if zh else "Bring a passport",
        phone="8012",
    )  # fmt: skip
    return replace(
        client,
        visits=(*client.visits, visit),
        facts=_facts(zh),
        attendees=(*client.attendees, *_attendees(zh)),
        checks=_checks(zh),
        points=_points(zh),
        agenda=_agenda(zh),
        materials=_materials(zh),
        concessions=_concessions(zh),
        actions=(*client.actions, *_promises(zh)),
        factors=_factors(zh),
        standings=tuple(
            Standing(owner=OWNER, factor=f"f{at}", rival=RIVAL, score=score) for at, score in enumerate((4, 3, 4))
        ),
        intel=(Intel(owner=OWNER, rival=RIVAL, text="带客户看线" if zh else "Took them round its plant", day=DAY),),
        negotiations=(_negotiation(zh),) if extra else (),
        probes=(_probe(zh),) if extra else (),
    )


def shared(language: str = "zh") -> Workspace:
    """Who shares it."""
    return ours(language)


def _facts(zh: bool) -> tuple[Fact, ...]:
    texts = (
        ("5 月 29 日定标，两家入围", "二期预算 450 万元以内")
        if zh
        else ("Award on 29 May, two left", "Budget 4.5 million")
    )
    return tuple(
        Fact(owner=OWNER, topic=Topic.MATTERS, text=text, day=DAY - timedelta(9 * at)) for at, text in enumerate(texts)
    )


def _attendees(zh: bool) -> tuple[Attendee, ...]:
    task = "开场、提问、记承诺" if zh else "Opens, asks, writes down"
    return (
        Attendee(owner=OWNER, visit=VISIT, contact="wang"),
        Attendee(owner=OWNER, visit=VISIT, contact="li"),
        Attendee(owner=OWNER, visit=VISIT, colleague="lin", task=task),
    )


def _checks(zh: bool) -> tuple[CheckItem, ...]:
    group, text = ("信息", "要弄清的至少三条") if zh else ("Information", "What we must learn: at least three points")
    done = CheckItem(owner=OWNER, visit=VISIT, group=group, text="已知" if zh else "What we know", must=True, done=True)
    return (done, CheckItem(owner=OWNER, visit=VISIT, group=group, text=text, must=True))


def _points(zh: bool) -> tuple[TalkPoint, ...]:
    def point(kind: PointKind, text: str, answer: str = "", proof: str = "") -> TalkPoint:
        return TalkPoint(owner=OWNER, visit=VISIT, kind=kind, text=text, answer=answer, proof=proof, ask="wang")

    return (
        point(PointKind.LEARN, "评标表各项权重？谁打分？" if zh else "Which weights, who scores?"),
        point(PointKind.ASK, "停机那 27 小时算在谁的指标上？" if zh else "Whose goal do the 27 hours hit?"),
        point(PointKind.QUESTION, "你们贵一成" if zh else "You cost ten per cent more",
              "请按三年算" if zh else "Count three years", "总成本测算表" if zh else "Cost sheet"),
    )  # fmt: skip


def _agenda(zh: bool) -> tuple[AgendaItem, ...]:
    texts = ("开场，说明到 15:00", "提问", "下一步") if zh else ("Opening, until 15:00", "Questions", "Next step")
    return tuple(AgendaItem(owner=OWNER, visit=VISIT, text=text, minutes=20, rank=at) for at, text in enumerate(texts))


def _materials(zh: bool) -> tuple[Material, ...]:
    first, second = ("停机数据一页", "对测排期草案") if zh else ("Sheet of the stops", "Draft of the test plan")
    return (
        Material(owner=OWNER, visit=VISIT, text=first, ready=True, stays=True, rank=1),
        Material(owner=OWNER, visit=VISIT, text=second, rank=2),
    )


def _concessions(zh: bool) -> tuple[Concession, ...]:
    item, unit, against = ("单价", "万", "两年框架") if zh else ("Price", "k", "A frame of two years")
    rungs = ((Step.OPEN, "420"), (Step.NEXT, "402"), (Step.FLOOR, "391"))
    return tuple(
        Concession(owner=OWNER, visit=VISIT, item=item, step=step, offer=offer, unit=unit, against=against, rank=at,
                   authority="3%", call="邱总" if zh else "Mr Qiu")
        for at, (step, offer) in enumerate(rungs)
    )  # fmt: skip


def _promises(zh: bool) -> tuple[Action, ...]:
    ours, theirs, who = (
        ("寄对测报告", "给出设备清单", "李敏") if zh else ("Send the test report", "Hand over the list", "Li Min")
    )
    return (
        Action(owner=OWNER, text=ours, side=Side.OURS, said_on=date(2026, 3, 2), due=DAY),
        Action(owner=OWNER, text=theirs, side=Side.THEIRS, said_by=who, due=date(2026, 3, 10)),
    )


def _factors(zh: bool) -> tuple[Factor, ...]:
    names = ("价格", "服务", "交期") if zh else ("Price level", "Service", "Delivery")
    return tuple(
        Factor(key=f"f{at}", owner=OWNER, name=name, importance=Decimal(30), score=score, rank=at)
        for at, (name, score) in enumerate(zip(names, (2, 5, 4), strict=True))
    )


def _negotiation(zh: bool) -> Negotiation:
    offer, ours = ("420 万，两年框架", "先签治具框架") if zh else ("420k for two years", "Sign the jigs first")
    limits = "不谈报价" if zh else "No price in writing"
    return Negotiation(owner=OWNER, visit=VISIT, first_offer=offer, batna_ours=ours, red_lines=limits, decides="wang")


def _probe(zh: bool) -> Probe:
    return Probe(
        owner=OWNER, contact="wang", day=DAY, right=True, pain="停机说不清" if zh else "Stops nobody can explain"
    )
