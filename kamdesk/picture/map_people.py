"""A client's people as the map shows them: what each box tells, in words, for the overlay that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kamdesk.client.account import Account, LeadWord, Person
from kamdesk.client.chain import whom_to_ask
from kamdesk.client.client import Client, Workspace
from kamdesk.client.dependence import dependence
from kamdesk.client.library import Colleague
from kamdesk.client.network import bosses
from kamdesk.client.people import Attitude, Tie, TieKind
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_day, tell_gap, tell_known
from kamdesk.picture.people_map_values import MapNode, MapTie
from kamdesk.words import N_, NC_, Words

OVERLAYS: dict[str, str] = {
    "attitude": N_("Attitude"),
    "weighin": NC_("overlay", "Weigh-in"),
    "lead": N_("Lead over the rival"),
    "holder": N_("Who of us holds the tie"),
}
UNWEIGHED = N_("not weighed")
_LEADS = {LeadWord.AHEAD: "ahead", LeadWord.LEVEL: "level", LeadWord.BEHIND: "behind"}
_HELD = {"several": N_("several of us"), "one": N_("one of us"), "nobody": N_("nobody of ours")}


@dataclass(frozen=True, slots=True)
class _Telling:
    """What every box needs to be told."""

    client: Client
    account: Account
    words: Words
    boss: dict[str, str | None]
    held: dict[str, tuple[Colleague, ...]]
    rival: str
    digits: int


def nodes_of(
    client: Client,
    account: Account,
    words: Words,
    overlay: str,
    workspace: Workspace,
    today: date,
    digits: int = 1,
) -> tuple[tuple[MapNode, ...], tuple[MapTie, ...]]:
    """Everybody who is still there, the most influential first, and the lines between them."""
    held = dependence(client, workspace, account).held
    rival = next((rival.called for rival in workspace.rivals if rival.key == account.rival), "")
    telling = _Telling(client, account, words, bosses(client, today), held, rival, digits)
    nodes = tuple(_node(telling, person, overlay) for person in account.people)
    return nodes, ties_of(client, words, today)


def ties_of(client: Client, words: Words, today: date) -> tuple[MapTie, ...]:
    """The lines between people with how and since when we know of them."""
    return tuple(
        MapTie(tie.key, (tie.kind or TieKind.INFLUENCE).value, tie.source, tie.target, _noted(tie, words, today))
        for tie in client.ties
        if tie.source and tie.target
    )


def legend_of(overlay: str, words: Words) -> tuple[tuple[str, str], ...]:
    """What the borders of an overlay are called, in the order of a legend."""
    unweighed = ("unweighed", words.tr(UNWEIGHED))
    unknown = ("placeholder", words.tr("not identified"))
    if overlay == "lead":
        return (*((_LEADS[word], words.tr(word.label)) for word in LeadWord), unweighed, unknown)
    if overlay == "holder":
        return (*((key, words.tr(text)) for key, text in _HELD.items()), unknown)
    return (*((attitude.value, words.tr(attitude.label)) for attitude in Attitude), unweighed, unknown)


def _noted(tie: Tie, words: Words, today: date) -> str:
    note = tie.note.strip().partition("\n")[0]
    if tie.strength == 3 and note:
        note = words.tr("{note} (strong)", note=note)
    if tie.day is None:
        return note
    day = tell_day(tie.day, words, today)
    return words.tr("{note}, {day}", note=note, day=day) if note else day


def _node(telling: _Telling, person: Person, overlay: str) -> MapNode:
    contact, words = person.contact, telling.words
    title, role = contact.title_at_work.strip(), words.tr(contact.roles[0].label) if contact.roles else ""
    attitude, stands, score, lead, sign = _shown(telling, person, overlay)
    boss = telling.boss.get(contact.key)
    line = " · ".join(part for part in (title, role) if part)
    if contact.placeholder:
        line = words.tr("not identified")
    holder = _holder(telling, person)
    return MapNode(
        key=contact.key,
        name=contact.name,
        line=line,
        title=title,
        role=role,
        department=contact.department.strip(),
        boss=boss,
        influence=contact.influence or 0,
        attitude=attitude,
        stands=stands,
        score=score,
        lead=lead,
        sign=sign,
        coverage="" if contact.coverage is None else contact.coverage.value,
        holder=holder,
        told_lead=_told_lead(telling, person),
        note=_first(contact.business_agenda) if contact.placeholder else "",
        ask=_ask(telling, person) if contact.placeholder else "",
        terms=(
            words.tr("Influence {n}", n=contact.influence or "?"),
            words.tr("v {rival}", rival=telling.rival) if telling.rival else words.tr("v rival"),
            words.trc("people map", "Ours"),
        ),
        label=_aloud(telling, person, (stands, score, lead, holder)),
    )


_Shown = tuple[str, str, str, str, str]


def _shown(telling: _Telling, person: Person, overlay: str) -> _Shown:
    """The border with its word, both figures, and the sign of the lower one."""
    if person.contact.placeholder:
        return "placeholder", telling.words.tr("not identified"), "", "", ""
    return _OVERLAYS.get(overlay, _attitude)(telling, person)


def _attitude(telling: _Telling, person: Person) -> _Shown:
    words, stands = telling.words, person.attitude
    lead, sign = _gap(person.lead, words.trc("lead", "Level"))
    told = words.tr(stands.label if stands else UNWEIGHED)
    return stands.value if stands else "unweighed", told, _score(telling, person.score), lead, sign


def _weighin(telling: _Telling, person: Person) -> _Shown:
    words, band = telling.words, person.weighed.band if person.weighed else None
    moved, sign = _gap(person.change, words.tr("unchanged"))
    told = words.tr(band.label if band else UNWEIGHED)
    return band.value if band else "unweighed", told, _score(telling, person.score), moved, sign


def _lead(telling: _Telling, person: Person) -> _Shown:
    words, word = telling.words, person.lead_word
    lead, sign = _gap(person.lead, words.trc("lead", "Level"))
    both = f"{_score(telling, person.score)}:{_score(telling, person.rival_score)}"
    told = words.tr(word.label if word else UNWEIGHED)
    return _LEADS[word] if word else "unweighed", told, both, lead, sign


def _holders(telling: _Telling, person: Person) -> _Shown:
    words, held = telling.words, telling.held.get(person.contact.key, ())
    state = "nobody" if not held else "one" if len(held) == 1 else "several"
    return state, words.tr(_HELD[state]), str(len(held)), _holder(telling, person), ""


_OVERLAYS: dict[str, Callable[[_Telling, Person], _Shown]] = {
    "attitude": _attitude,
    "weighin": _weighin,
    "lead": _lead,
    "holder": _holders,
}


def _score(telling: _Telling, score: float | None) -> str:
    return tell_known(score, telling.digits)


def _gap(gap: float | None, level: str) -> tuple[str, str]:
    """A difference and its sign; what rounds to nothing is told in a word."""
    if gap is None:
        return "", "unknown"
    told = tell_gap(gap, 1)
    if told == "±0":
        return level, "level"
    return told, "up" if gap > 0 else "down"


def _told_lead(telling: _Telling, person: Person) -> str:
    """The lead with two decimals and its word: must be won, ahead, level, behind."""
    words = telling.words
    if person.lead is None:
        return words.tr("unknown")
    word = words.tr("must be won") if person.contested or not person.lead_word else words.tr(person.lead_word.label)
    return f"{tell_gap(person.lead, 2)} {word}"


def _holder(telling: _Telling, person: Person) -> str:
    words, names = telling.words, [colleague.name for colleague in telling.held.get(person.contact.key, ())]
    if not names:
        return words.trc("of ours", "nobody")
    return words.tr("{name} alone", name=names[0]) if len(names) == 1 else tell_list(names, words)


def _ask(telling: _Telling, person: Person) -> str:
    ask = whom_to_ask(telling.account, person.contact)
    return telling.words.tr("Ask {name}", name=ask.name) if ask else ""


def _first(text: str) -> str:
    return text.strip().partition("\n")[0].strip()


def _aloud(telling: _Telling, person: Person, shown: tuple[str, ...]) -> str:
    """Everything the box says with colour, border and place, as one line."""
    contact, words = person.contact, telling.words
    above = next((it.name for it in telling.client.contacts if it.key == telling.boss.get(contact.key)), "")
    parts = [
        contact.name,
        contact.title_at_work.strip(),
        contact.department.strip(),
        words.tr("reports to {boss}", boss=above) if above else "",
        tell_list([words.tr(role.label) for role in contact.roles], words),
        words.tr("Influence {n}", n=contact.influence or "?"),
        words.tr(contact.coverage.label) if contact.coverage else "",
        *shown,
    ]
    return tell_list([part for part in parts if part], words)
