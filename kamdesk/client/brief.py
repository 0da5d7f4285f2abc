"""A client in two sentences, and what goes with them: what matters now, what to ask, what to trust."""

from __future__ import annotations

from datetime import date

from kamdesk.client.account import Account, LeadWord, Person, account
from kamdesk.client.client import Client, Workspace
from kamdesk.client.concerns import Concern, concerns
from kamdesk.client.events import Event, events
from kamdesk.client.glance import next_action
from kamdesk.client.people import Attitude
from kamdesk.client.trust import MustHave, must_haves, trust
from kamdesk.client.unknowns import Unknown, unknowns, whom_to_ask
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import coming_visits, local_day
from kamdesk.words import Said, said

__all__ = [
    "Concern",
    "Event",
    "MustHave",
    "Unknown",
    "concerns",
    "events",
    "headline",
    "must_haves",
    "trust",
    "unknowns",
    "whom_to_ask",
]

_SUPPORT = (Attitude.COACH, Attitude.SUPPORTER)


def headline(client: Client, workspace: Workspace, today: date) -> tuple[Said, Said]:
    """The state and the consequence: how the key people stand, and who leans to the rival as the next visit comes.

    When nobody is weighed, the state is how much of what must be known is known.
    """
    found = account(client, today)
    rival = next((item.called for item in workspace.rivals if item.key == found.rival), "")
    return _state(client, found, rival, today), _consequence(client, found, rival, today)


def _state(client: Client, found: Account, rival: str, today: date) -> Said:
    keys = [person for person in found.people if person.contact.key_player]
    compared = [person for person in keys if person.lead is not None]
    if compared and rival:
        return _leads(compared, keys, rival)
    if any(person.score is not None for person in keys):
        friends = sum(person.attitude in _SUPPORT for person in keys)
        if not friends:
            return said("None of the {n} key people supports us yet.", n=len(keys))
        return said("Of {n} key people {friends} support us.", n=len(keys), friends=friends)
    items = must_haves(client, today)
    filled = sum(item.filled for item in items)
    return said("Too little is known: {n} of {m} must-haves are filled.", n=filled, m=len(items))


def _leads(compared: list[Person], keys: list[Person], rival: str) -> Said:
    """With how many we lead, are level and trail; whatever is nought is left out."""
    if len(keys) == 1:
        return _only(compared[0], rival)
    signs = [_sign(person) for person in compared]
    ahead, level, behind = signs.count(1), signs.count(0), signs.count(-1)
    counts: dict[str, object] = {"n": len(keys), "ahead": ahead, "level": level, "behind": behind}
    texts = {
        (True, True, True): said(
            "Of {n} key people we lead with {ahead}, are level with {level}, trail with {behind}."
        ),
        (True, True, False): said("Of {n} key people we lead with {ahead} and are level with {level}."),
        (True, False, True): said("Of {n} key people we lead with {ahead} and trail with {behind}."),
        (False, True, True): said("Of {n} key people we are level with {level} and trail with {behind}."),
        (True, False, False): said("Of {n} key people we lead with {ahead}."),
        (False, True, False): said("Of {n} key people we are level with {level}."),
        (False, False, True): said("Of {n} key people we trail with {behind}."),
    }
    return Said(texts[bool(ahead), bool(level), bool(behind)].text, counts)


def _only(person: Person, rival: str) -> Said:
    name, sign = person.contact.name, _sign(person)
    if sign > 0:
        return said("{name}, the one key person, prefers us to {rival}.", name=name, rival=rival)
    if sign < 0:
        return said("{name}, the one key person, prefers {rival} to us.", name=name, rival=rival)
    return said("{name}, the one key person, stands between us and {rival}.", name=name, rival=rival)


def _sign(person: Person) -> int:
    """1, 0 or -1, as the marks beside the person have it (method F5)."""
    return {LeadWord.AHEAD: 1, LeadWord.BEHIND: -1}.get(person.lead_word or LeadWord.LEVEL, 0)


def _consequence(client: Client, found: Account, rival: str, today: date) -> Said:
    visit = next(iter(coming_visits(client, today)), None)
    contested = found.contested
    if contested and rival:
        return _leaning([contact.name for contact in contested], rival, visit, today)
    if visit is None:
        step = next_action(client)
        if step is None:
            return said("No visit is planned and no step is open.")
        return said("No visit is planned; next: {step}.", step=step.text)
    day = (local_day(visit.at) - today).days if visit.at else 0
    if not visit.objective.strip():
        return said("The next visit has no objective yet.")
    if day == 0:
        return said("Today's visit: {objective}.", objective=visit.objective)
    if day == 1:
        return said("Tomorrow's visit: {objective}.", objective=visit.objective)
    return said("The visit in {n} days: {objective}.", n=day, objective=visit.objective)


def _leaning(names: list[str], rival: str, visit: Visit | None, today: date) -> Said:
    """Who still leans to the rival, and what the next visit is to decide."""
    who = said("{name} still leans to {rival}", name=names[0], rival=rival)
    if len(names) > 1:
        who = said("{name} and {n} more still lean to {rival}", name=names[0], n=len(names) - 1, rival=rival)
    if visit is None or visit.at is None:
        return said("{who}, and no visit is planned.", who=who)
    if not visit.objective.strip():
        return said("{who}, and the next visit has no objective yet.", who=who)
    day = (local_day(visit.at) - today).days
    if day == 0:
        return said("{who}; today's visit decides: {objective}.", who=who, objective=visit.objective)
    if day == 1:
        return said("{who}; tomorrow's visit decides: {objective}.", who=who, objective=visit.objective)
    return said("{who}; the visit in {n} days decides: {objective}.", who=who, n=day, objective=visit.objective)
