"""Many clients made of the sample: the same seed gives the same clients, each with a name, keys and days of its own."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from kamdesk.client.client import Client, Workspace, sections_of
from kamdesk.client.company import Grade
from kamdesk.client.edit import add
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.desk.desk import Desk
from kamdesk.exchange.package import read_package
from kamdesk.paths import resource
from kamdesk.words import said

SEED = 20261123
FULL_EVERY = 10  # so many clients have one among them with all the depth of the sample
_BATCH = 100

PLACES = (
    "深圳 苏州 宁波 常州 株洲 无锡 東莞 臺中 新竹 佛山 合肥 武汉 成都 西安 青岛 厦门 嘉兴 绍兴 Łódź Tampere".split()
)
FIRSTS = "华星北辰江澜瑞禾嘉泰鸿翔东昇远桥青海翼德润恒岳旺科明衡信达安凯宏景立正新"
TRADES = (
    "精密 电子 轨道 新能源 医疗 汽车零部件 半導體 液压 食品机械 航空结构件 印刷包装 电梯部件 纺织 光学 仪表".split()
)
KINDS = "有限公司 股份有限公司 （集团）有限公司 股份有限公司 GmbH S.A. Oy".split()
SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁"
GIVENS = "建国 璐 启明 海涛 倩 蔚 强 博 思远 航 岚 骏 敏 峰 静 伟 涛 燕 斌 丽 军 玲 凯 梅 欣 波 雨 林 婷 云".split()


@cache
def sample(today: date) -> tuple[tuple[Client, ...], Workspace]:
    """The clients of the sample, and what they share."""
    files = sorted(resource("sample").glob("*.json"))
    now = datetime.combine(today, time(9)).astimezone()
    packages = [read_package(file.read_bytes(), file.name, now) for file in files]
    shared = [record for package in packages for record in package.shared]
    return tuple(package.client for package in packages if package.client), Workspace.of(shared)


def crowd(number: int, today: date, seed: int = SEED, every: int = FULL_EVERY) -> Iterator[Client]:
    """`number` clients; one in `every` is as deep as the sample, the others are what most clients of a rep are."""
    chance = random.Random(seed)
    sources = [client for client in sample(today)[0] if len(client.contacts) > 5]
    for at in range(number):
        yield _variant(sources[at % len(sources)], at, chance, deep=at % every == 0)


def fill(desk: Desk, number: int, every: int = FULL_EVERY) -> None:
    """Put the crowd into an empty desk, in steps of a hundred clients."""
    shared = sample(desk.today)[1]
    kept = [record for record in shared.records if record is not shared.profile]
    desk.do(said("Shared"), *map(add, kept))
    batch: list[Record] = []
    for at, client in enumerate(crowd(number, desk.today, every=every), 1):
        batch += client.records
        if at % _BATCH == 0 or at == number:
            desk.do(said("Crowd"), *map(add, batch))
            batch = []


def heavy(records: int, today: date) -> Client:
    """One client of at least so many records: the story's, with its visits, weigh-ins and evidence repeated."""
    source = next(client for client in sample(today)[0] if client.key == "hx")
    held = [_moved(record, "heavy", "", {}) for record in source.records]
    repeated = [r for name in ("weighins", "evidence", "facts", "actions") for r in getattr(source, name)]
    for round_ in range(1, 100):
        for record in repeated:
            if len(held) >= records:
                return Client.of(held)
            held.append(_moved(record, "heavy", f"-{round_}", {}))
    return Client.of(held)


def _variant(source: Client, at: int, chance: random.Random, deep: bool) -> Client:
    key = f"c{at:05}"
    place, trade = chance.choice(PLACES), chance.choice(TRADES)
    short = "".join(chance.sample(FIRSTS, 2)) + trade
    changed: dict[str, dict[str, Any]] = {
        "company": {
            "name": f"{short}（{place}）{chance.choice(KINDS)}",
            "short": f"{short}{at}",
            "region": place,
            "grade": chance.choices(list(Grade), (5, 15, 40, 40))[0],
            "logo": None,
            "notes": source.company.notes if deep else source.company.notes[:200],
        }
    }
    shift = timedelta(chance.randrange(-20, 20))
    kept: list[Record] = []
    for part in sections_of(Client):
        held = (getattr(source, part.name),) if part.single else getattr(source, part.name)
        for record in held if deep or part.single else _light(source, part.name, held):
            values = changed.get(part.name, {})
            if part.name == "contacts":
                values = {"name": chance.choice(SURNAMES) + chance.choice(GIVENS)}
            kept.append(_moved(_shifted(record, shift), key, "", values))
    return Client.of(kept)


def _light(source: Client, name: str, held: tuple[Record, ...]) -> list[Record]:
    """What a client has that is seen a few times a year: five people with their lines and targets, their last
    weigh-in, a visit, an order, two actions."""
    kept = _kept(source)
    newest = {weighin.contact: weighin for weighin in source.weighins if weighin.rival is None}
    whole = {"facts": 2, "contacts": 5, "factors": 9, "opportunities": 1, "goals": 1, "actions": 2}
    if name in whole:
        return [_let_go(record, kept) for record in held[: whole[name]]]
    if name == "visits":
        return list(held[-1:])
    if name == "weighins":
        return [record for record in held if record in newest.values() and record.contact in kept["contacts"]]  # type: ignore[attr-defined]
    if name in ("attendees", "checks"):
        near = [record for record in held if record.visit in kept["visits"]]  # type: ignore[attr-defined]
        return [record for record in near if getattr(record, "contact", None) in {None, *kept["contacts"]}][:6]
    if name in ("ties", "bonds", "targets", "organisation"):
        return [_let_go(record, kept) for record in held if _ends(record) <= kept["contacts"]]
    return []


def _kept(source: Client) -> dict[str, set[str]]:
    """The keys of what a light client has and others link to."""
    return {
        "contacts": {contact.key for contact in source.contacts[:5]},
        "visits": {visit.key for visit in source.visits[-1:]},
        "opportunities": {opportunity.key for opportunity in source.opportunities[:1]},
        "goals": {goal.key for goal in source.goals[:1]},
    }


def _ends(record: Record) -> set[str]:
    """The people a record is about."""
    linked = [field for field in fields_of(type(record)) if field.kind is Kind.LINK and field.target == "contacts"]
    return {key for field in linked if (key := getattr(record, field.name))}


def _let_go(record: Record, kept: dict[str, set[str]]) -> Record:
    """The record without links to what was left out."""
    lost = {
        field.name: None
        for field in fields_of(type(record))
        if field.kind is Kind.LINK and field.target in kept and getattr(record, field.name) not in kept[field.target]
    }
    return dataclasses.replace(record, **lost) if lost else record


def _shifted(record: Record, shift: timedelta) -> Record:
    values = {field.name: getattr(record, field.name) for field in fields_of(type(record))}
    moved = {name: value + shift for name, value in values.items() if isinstance(value, (date, datetime))}
    return dataclasses.replace(record, **moved)


def _moved(record: Record, owner: str, tail: str, values: dict[str, Any]) -> Record:
    """The record as one of another client: keys begin with the client's, links within the client follow."""
    own = {part.name for part in sections_of(Client)}
    links = {
        field.name: f"{owner}-{key}"
        for field in fields_of(type(record))
        if field.kind is Kind.LINK and field.target in own and (key := getattr(record, field.name))
    }
    key = owner if record.key == record.owner else f"{owner}-{record.key}{tail}"
    return dataclasses.replace(record, key=key, owner=owner, **links, **values)
