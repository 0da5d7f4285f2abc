"""Inviting one person to something, and what came of it: the steps that write it down."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.client.activities import Invitation
from kamdesk.client.client import Client
from kamdesk.client.edit import Edit, add, removal
from kamdesk.client.people import Contact
from kamdesk.store.step import Step
from kamdesk.words import Said, said

FAR = timedelta(366)  # an invitation further ahead is a slip of the pen


def invitations_of(client: Client, contact: str, on: date) -> tuple[Invitation, ...]:
    """The invitations of a person, those still to come too, the newest first."""
    mine = [item for item in client.invitations if item.contact == contact]
    return tuple(sorted(mine, key=lambda item: item.day or on, reverse=True))


def invitation_problem(invitation: Invitation, today: date) -> Said | None:
    """Why an invitation cannot be written down as it is."""
    if not invitation.text.strip():
        return said("Say what the person was invited to.")
    if invitation.day is None:
        return said("An invitation needs its day.")
    if invitation.day > today and invitation.answer is not None:
        return said("What came of an invitation is known on its day, not before.")
    if invitation.day > today + FAR:
        return said("That is more than a year ahead.")
    return None


def keep_invitation(contact: Contact, before: Invitation | None, after: Invitation) -> Step:
    """Write an invitation down, or change one."""
    told = said("Invitation of {name}: {text}", name=contact.name, text=after.text)
    return Step(told, (Edit(before, after) if before else add(after),))


def remove_invitation(client: Client, contact: Contact, invitation: Invitation) -> Step:
    """Take an invitation away."""
    told = said("Remove the invitation of {name}: {text}", name=contact.name, text=invitation.text)
    return Step(told, removal(client, invitation))
