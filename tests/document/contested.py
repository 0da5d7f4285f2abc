"""The client of the paper pictures with its contest written down in full: the figures are those of P8 and V2."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Incumbent
from kamdesk.client.contest_records import (
    Backer,
    CallKind,
    Certainty,
    Contest,
    RivalFact,
    RivalTopic,
    Stake,
    TacticCall,
    Verdict,
)
from kamdesk.client.plan_records import Ahead, Deal
from kamdesk.client.rival_records import Factor, Rival, RivalKind, Standing
from kamdesk.client.visit_papers import Intel
from kamdesk.client.weigh_records import Confidence
from tests.document.contested_texts import TEXTS
from tests.document.related import DAY, OWNER, ours, related

RIVAL, INHOUSE, OTHER = "hengda", "inhouse", "other"
NEEDS = ("quality", "price", "delivery", "service", "brand")
WEIGHTS = (30, 25, 20, 15, 10)
US, THEM, OWN = (4, 2, 4, 5, 3), (3, 4, 4, 3, 4), (2, 3, 2, None, None)
_DAYS = (date(2026, 1, 12), date(2026, 2, 23), date(2026, 2, 28), date(2026, 3, 4), None)
_SURE = (Confidence.HIGH, Confidence.MEDIUM, Confidence.HIGH, Confidence.HIGH, Confidence.LOW)


def contested(language: str = "zh") -> Client:
    """The whole client."""
    texts, client = TEXTS[language], related(language)
    order = replace(client.opportunities[0], close=date(2026, 5, 29), rival=RIVAL, ahead=Ahead.LEVEL)
    return replace(
        client,
        company=replace(client.company, rival=RIVAL, incumbent=Incumbent.RIVAL),
        opportunities=(order, replace(order, key="first", name=texts["before"], state=Deal.LOST, close=DAY)),
        factors=_factors(texts),
        standings=_standings(texts),
        contests=_contests(texts),
        backers=_backers(texts),
        stakes=_stakes(texts),
        calls=_calls(texts),
        intel=_intel(texts),
        actions=tuple(
            replace(action, factor=factor)
            for action, factor in zip(client.actions, ("price", "quality", None, None, "service"), strict=True)
        ),
    )


def arena(language: str = "zh") -> Workspace:
    """Ours, with three rivals and what is known of the main one."""
    texts, shared = TEXTS[language], ours(language)
    main = replace(
        shared.rivals[0],
        name=texts["rival"], short=shared.rivals[0].name, kind=RivalKind.COMPANY,
        about=texts["about"], meets=texts["meets"],
    )  # fmt: skip
    own = Rival(key=INHOUSE, owner=WORKSPACE, name=texts["inhouse"], kind=RivalKind.INHOUSE)
    other = Rival(key=OTHER, owner=WORKSPACE, name=texts["other"], kind=RivalKind.COMPANY)
    facts = tuple(
        RivalFact(
            key=f"rf{at}", owner=WORKSPACE, rival=RIVAL, topic=RivalTopic(topic), text=text, answer=answer,
            source=source, day=DAY - timedelta(ago) if ago is not None else None, confidence=Confidence.HIGH,
            tellable=tellable,
        )
        for at, (topic, text, answer, source, ago, tellable) in enumerate(texts["facts"])
    )  # fmt: skip
    return replace(shared, rivals=(main, own, other), rival_facts=facts)


def _factors(texts: dict) -> tuple[Factor, ...]:
    rows = zip(NEEDS, texts["needs"], WEIGHTS, US, _DAYS, _SURE, strict=True)
    return tuple(
        Factor(
            key=key, owner=OWNER, name=name, importance=Decimal(weight), wants=wants, score=score, value=value,
            source=source if day else "", day=day, confidence=sure, tellable=key != "brand", benefit=benefit,
            question=question, rank=at,
        )
        for at, (key, (name, wants, value, source, benefit, question), weight, score, day, sure) in enumerate(rows)
    )  # fmt: skip


def _standings(texts: dict) -> tuple[Standing, ...]:
    rows = zip(NEEDS, texts["theirs"], THEM, OWN, _DAYS, strict=True)
    found = []
    for at, (key, (value, source, answer), score, own, day) in enumerate(rows):
        found.append(
            Standing(
                key=f"s{at}", owner=OWNER, factor=key, rival=RIVAL, score=score, value=value, source=source, day=day,
                tellable=key in ("quality", "service"), answer=answer, confidence=Confidence.HIGH,
                matches_on=date(2026, 9, 1) if key == "service" else None,
            )
        )  # fmt: skip
        if own is not None:
            found.append(Standing(key=f"o{at}", owner=OWNER, factor=key, rival=INHOUSE, score=own))
    return tuple(found)


def _contests(texts: dict) -> tuple[Contest, ...]:
    supplies, value, move, floor, ours_, theirs, source = texts["contest"]
    return (
        Contest(
            key="contest", owner=OWNER, rival=RIVAL, supplies=supplies, share=Decimal(60), value=value,
            contract_end=date(2026, 6, 30), floor=floor, floor_known=Certainty.ESTIMATED, next_move=move,
            kill_ours=ours_, kill_theirs=theirs, source=source, day=date(2026, 3, 5), confidence=Confidence.MEDIUM,
        ),
    )  # fmt: skip


def _backers(texts: dict) -> tuple[Backer, ...]:
    return (
        Backer(
            key="backer", owner=OWNER, rival=RIVAL, contact="sun", note=texts["backs"], source=texts["heard"],
            day=date(2026, 3, 2), confidence=Confidence.HIGH,
        ),
    )  # fmt: skip


def _stakes(texts: dict) -> tuple[Stake, ...]:
    held = (("service", "li", 40), ("quality", "chen", None), ("price", "wang", None))
    return tuple(
        Stake(
            key=f"k{at}", owner=OWNER, factor=factor, contact=contact, note=note,
            importance=None if weight is None else Decimal(weight),
        )
        for at, ((factor, contact, weight), note) in enumerate(zip(held, texts["cares"], strict=True))
    )  # fmt: skip


def _calls(texts: dict) -> tuple[TacticCall, ...]:
    raised, attacked, flank, person, brand = texts["calls"]
    common = {"owner": OWNER, "day": date(2026, 3, 10), "verdict": Verdict.ACCEPTED}
    taken = (
        TacticCall(key="c0", kind=CallKind.FACTOR, factor="service", tactic="raise", text=raised, **common),
        TacticCall(key="c1", kind=CallKind.FACTOR, factor="quality", tactic="attack", text=attacked, **common),
        TacticCall(key="c2", kind=CallKind.STANCE, rival=RIVAL, tactic="flanking", text=flank, **common),
        TacticCall(key="c3", kind=CallKind.PERSON, contact="wang", tactic="convert", text=person, **common),
        TacticCall(
            key="c4", owner=OWNER, kind=CallKind.FACTOR, factor="brand", tactic="ignore", text="", reason=brand,
            verdict=Verdict.DISCARDED, day=date(2026, 3, 10),
        ),
    )  # fmt: skip
    common |= {"kind": CallKind.ATTACK, "rival": RIVAL}
    attacks = tuple(
        TacticCall(
            key=f"a{at}", tactic=f"need:{factor}" if factor else "", factor=factor, contact=contact, claim=claim,
            text=answer, proof=proof, tellable=tellable, **common,
        )
        for at, (factor, contact, claim, answer, proof, tellable) in enumerate(texts["attacks"])
    )  # fmt: skip
    return taken + attacks


def _intel(texts: dict) -> tuple[Intel, ...]:
    return tuple(
        Intel(
            key=f"i{at}", owner=OWNER, rival=RIVAL, text=text, source=source, day=DAY - timedelta(ago),
            confidence=Confidence.MEDIUM, tellable=tellable,
        )
        for at, (text, source, ago, tellable) in enumerate(texts["news"])
    )  # fmt: skip
