"""What moved with the people of a client and with the relationship as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kamdesk.client.account import Account, account
from kamdesk.client.client import Client, Workspace
from kamdesk.client.moved_parts import Moved, Sign, choice_said, from_to, order_sign, sign_of, text_said
from kamdesk.client.people import Contact
from kamdesk.client.telling import as_is
from kamdesk.client.units import tell_gap, tell_known
from kamdesk.words import NC_, Said, said

_LEFT = Said(NC_("person", "left"))


def figure_moves(was: Account, now: Account, workspace: Workspace) -> Iterator[Moved]:
    """The weigh-in index and the lead over the main rival, where they are printed differently."""
    rival = next((item.called for item in workspace.rivals if item.key == now.rival), "")
    lead = said("Lead over {rival}", rival=rival) if rival else said("Lead")
    leads = ["?" if value is None else tell_gap(value) for value in (was.lead, now.lead)]
    indexes = [tell_known(value, 1) for value in (was.ari, now.ari)]
    for label, old, new, texts in (
        (said("Weigh-in"), was.ari, now.ari, indexes),
        (lead, was.lead, now.lead, leads),
    ):
        if texts[0] != texts[1]:
            yield Moved(label, sign_of(old, new), from_to(as_is(texts[0]), as_is(texts[1])), "weighins")


def people_moves(before: Client, after: Client, then: date, today: date) -> Iterator[Moved]:
    """Who is new, was identified or left, and whose attitude moved: the most influential first, each once."""
    was, now = account(before, then), account(after, today)
    old = {contact.key: contact for contact in before.contacts}
    for person in now.people:
        contact, held = person.contact, was.person(person.contact.key)
        if contact.key not in old:
            yield _move(contact, Sign.NEW, text_said(contact.title_at_work))
        elif old[contact.key].placeholder and not contact.placeholder:
            yield _move(contact, Sign.UP, said("identified: {post}", post=old[contact.key].name))
        elif held and held.attitude is not person.attitude:
            value = from_to(choice_said(held.attitude), choice_said(person.attitude))
            yield _move(contact, order_sign(held.attitude, person.attitude), value)
    for contact in now.gone:
        if contact.key in old and not old[contact.key].gone(then):
            yield _move(contact, Sign.GONE, _LEFT)


def score_moves(before: Client, after: Client, then: date, today: date) -> Iterator[Moved]:
    """Whose score moved within one attitude: what that did to the whole first, influence times distance."""
    was, found = account(before, then), []
    for person in account(after, today).people:
        held = was.person(person.contact.key)
        if held is None or held.attitude is not person.attitude:
            continue
        if tell_known(held.score, 1) != tell_known(person.score, 1):
            texts = [as_is(tell_known(score, 1)) for score in (held.score, person.score)]
            move = _move(person.contact, sign_of(held.score, person.score), from_to(*texts))
            found.append((person.influence * abs((person.score or 0) - (held.score or 0)), move))
    yield from (move for _, move in sorted(found, key=lambda pair: -pair[0]))


def still_unknown(before: Client, after: Client) -> Iterator[Moved]:
    """Key people who were only a post then and still are: what did not move although it should."""
    were = {contact.key for contact in before.contacts if contact.placeholder}
    for contact in after.contacts:
        if contact.placeholder and contact.key_player and contact.key in were:
            yield _move(contact, Sign.STILL, said("still not identified"))


def _move(contact: Contact, sign: Sign, value: Said) -> Moved:
    return Moved(as_is(contact.name), sign, value, "contacts", contact.key)
