"""Everything known of one rival over all clients: facts by topic, where we meet it, won and lost, news (S1-8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kamdesk.client.account import account, main_rival
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import State, against, comparison, stale
from kamdesk.client.contest import contest_of, deals
from kamdesk.client.contest_records import Certainty, RivalFact, RivalTopic
from kamdesk.client.fairness import may_be_told
from kamdesk.client.rival_news import News, news
from kamdesk.client.rival_records import Rival
from kamdesk.client.rules import RULES, Rules
from kamdesk.client.stance import Stance, stance
from kamdesk.client.weigh_records import Confidence

__all__ = ["AtClient", "FactLine", "News", "RivalFile", "is_at", "measured", "news", "quick_file", "rival_file"]

Lines = dict[RivalTopic | None, tuple["FactLine", ...]]
LEGACY: dict[str, RivalTopic] = {
    "strengths": RivalTopic.STRENGTH,
    "weaknesses": RivalTopic.WEAKNESS,
    "products": RivalTopic.PRODUCT,
}


@dataclass(frozen=True, slots=True)
class AtClient:
    """A rival at one client, with the figures of the comparison there; None while unknown."""

    client_key: str
    name: str
    main: bool
    supplies: str
    share: Decimal | None
    contract_end: date | None
    won: int
    lost: int
    open: int
    lead: float | None = None
    stance: Stance | None = None
    ours: float | None = None
    theirs: float | None = None
    measured: bool = False  # False while nobody has worked out these four, or something has changed since


@dataclass(frozen=True, slots=True)
class FactLine:
    """One thing known of a rival; without a fact it is an undated note of the field `legacy_field`."""

    fact: RivalFact | None
    topic: RivalTopic | None
    text: str
    answer: str
    source: str
    day: date | None
    state: State
    confidence: Confidence | None
    tellable: bool
    legacy_field: str = ""


@dataclass(frozen=True, slots=True)
class RivalFile:
    """The whole file; `lines` holds every topic, in its order, what belongs to none under None."""

    rival: Rival
    lines: Lines
    at: tuple[AtClient, ...]
    won: int
    lost: int
    open: int
    news: tuple[News, ...]
    stale: int  # facts and standings out of date, and notes that never had a date
    floor: Certainty | None  # None while nothing is known of its floor


def rival_file(rival: Rival, clients: Sequence[Client], workspace: Workspace, today: date) -> RivalFile:
    """The file of a rival as of a day; `clients` are all, those that never met it are left out."""
    here = [client for client in clients if is_at(client, rival.key)]
    rows = (measured(_at(client, rival), client, rival.key, workspace, today) for client in here)
    return replace(quick_file(rival, here, workspace, today), at=_in_turn(rows))


def quick_file(rival: Rival, here: Sequence[Client], workspace: Workspace, today: date) -> RivalFile:
    """The file without what has to be measured at each client; `here` are the clients where the rival is met.

    Of them it needs no people, weigh-ins and evidence.
    """
    rules = here[0].rules if here else RULES
    lines = _lines(rival, workspace, today, rules)
    rows = tuple(_at(client, rival) for client in here)
    heard = news(here, workspace, today, rival=rival.key)
    undated = sum(line.fact is None for group in lines.values() for line in group)
    return RivalFile(
        rival=rival,
        lines=lines,
        at=_in_turn(rows),
        won=sum(row.won for row in rows),
        lost=sum(row.lost for row in rows),
        open=sum(row.open for row in rows),
        news=heard,
        stale=sum(item.old for item in heard) + undated,
        floor=_floor(rival, here, workspace),
    )


def is_at(client: Client, rival: str) -> bool:
    """Whether a client has anything to do with a rival."""
    if client.company.rival == rival:
        return True
    held: Iterable[str | None] = (
        *(item.rival for item in client.contests),
        *(item.rival for item in client.standings),
        *(item.rival for item in client.opportunities),
        *(item.rival for item in client.backers),
        *(item.rival for item in client.weighins),
        *(item.rival for item in client.intel),
    )
    return rival in held


def _lines(
    rival: Rival, workspace: Workspace, today: date, rules: Rules
) -> dict[RivalTopic | None, tuple[FactLine, ...]]:
    found: dict[RivalTopic | None, list[FactLine]] = {topic: [] for topic in RivalTopic}
    mine = [item for item in workspace.rival_facts if item.rival == rival.key]
    for fact in sorted(mine, key=lambda item: -(item.day or date.min).toordinal()):
        found.setdefault(fact.topic, []).append(_line(fact, today, rules))
    for field, topic in LEGACY.items():
        text = getattr(rival, field).strip()
        if text:
            line = FactLine(None, topic, text, "", "", None, State.MISSING, None, tellable=False, legacy_field=field)
            found[topic].append(line)
    return {topic: tuple(lines) for topic, lines in found.items()}


def _line(fact: RivalFact, today: date, rules: Rules) -> FactLine:
    old = stale(fact.day, today, rules.stale_days)
    state = State.MISSING if not fact.source.strip() else State.OLD if old else State.FRESH
    return FactLine(
        fact=fact,
        topic=fact.topic,
        text=fact.text,
        answer=fact.answer,
        source=fact.source,
        day=fact.day,
        state=state,
        confidence=fact.confidence,
        tellable=may_be_told(fact.tellable, fact.source, fact.day),
    )


def _at(client: Client, rival: Rival) -> AtClient:
    contest, met = contest_of(client, rival.key), deals(client, rival.key)
    return AtClient(
        client_key=client.key,
        name=client.company.called,
        main=main_rival(client) == rival.key,
        supplies=contest.supplies if contest else "",
        share=contest.share if contest else None,
        contract_end=contest.contract_end if contest else None,
        won=len(met.won),
        lost=len(met.lost),
        open=len(met.open),
    )


def _in_turn(rows: Iterable[AtClient]) -> tuple[AtClient, ...]:
    return tuple(sorted(rows, key=lambda row: (not row.main, row.name)))


def measured(at: AtClient, client: Client, rival: str, workspace: Workspace, today: date) -> AtClient:
    """A rival at one client with lead, stance and totals."""
    seen = against(client, rival)
    sheet, found = comparison(seen, workspace), account(seen, today)
    return replace(
        at,
        lead=found.lead,
        stance=stance(seen, workspace, found, today).stance,
        ours=sheet.total,
        theirs=sheet.totals.get(rival),
        measured=True,
    )


def _floor(rival: Rival, clients: Iterable[Client], workspace: Workspace) -> Certainty | None:
    """Known where one of its floors is, else estimated where one is guessed."""
    here = [contest for client in clients for contest in client.contests if contest.rival == rival.key]
    marks = [contest.floor_known or Certainty.ESTIMATED for contest in here if contest.floor.strip()]
    if any(item.rival == rival.key and item.topic is RivalTopic.FLOOR for item in workspace.rival_facts):
        marks.append(Certainty.ESTIMATED)
    if Certainty.KNOWN in marks:
        return Certainty.KNOWN
    return marks[0] if marks else None
