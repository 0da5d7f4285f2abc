"""Expansion cards as a PDF file: write_people prints one page per person and needs no window and no store."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.client.people import Contact
from kamdesk.document.binding import Written, bind
from kamdesk.document.chapters import person_card
from kamdesk.document.collecting import nothing_collected
from kamdesk.document.flow import Flow
from kamdesk.document.issued import UNISSUED, Issued
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.shortening import shortened
from kamdesk.document.subject import Subject
from kamdesk.errors import Trouble
from kamdesk.words import Words, said


def in_order(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """People in the order their cards are printed: the most influential first."""
    return tuple(sorted(contacts, key=lambda contact: -(contact.influence or 0)))


def key_people(client: Client, on: date) -> tuple[Contact, ...]:
    """Whom a card is made for when nobody is named: every key person who is here."""
    return in_order(contact for contact in client.contacts if contact.key_player and not contact.gone(on))


@nothing_collected()
def write_people(
    client: Client,
    workspace: Workspace,
    out: BinaryIO | Path,
    words: Words,
    on: date,
    contacts: Collection[str] | None = None,
    invariant: bool = False,
    issued: Issued | None = None,
) -> Written:
    """Write the cards of people, one page each; `contacts` are their keys, None = every key person.

    Trouble when nobody is left to print, or when the file cannot be written; what was there before stays.
    """
    if contacts is None:
        chosen = key_people(client, on)
    else:
        chosen = in_order(contact for contact in client.contacts if contact.key in contacts)
    if not chosen:
        name = client.company.called
        told = said("{client} has no key person yet.", client=name) if contacts is None else said("Nobody is chosen.")
        raise Trouble(told, said("A key person has influence 4 or 5; or name the person."))
    subject = Subject(shortened(client), shortened(workspace), on)
    press = Press(words, Setter(words.language, subject.names()), on, issued=issued or UNISSUED)
    flow = Flow()
    for contact in chosen:
        flow.add(person_card.build(press, subject, contact.key))
    return bind(flow, press, subject, press.trn("Expansion card", "Expansion cards", len(chosen)), out, invariant)
