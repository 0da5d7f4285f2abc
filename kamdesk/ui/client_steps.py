"""The steps that make a client and take one away."""

from __future__ import annotations

from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.edit import add, removal_of_all
from kamdesk.client.record import new_key
from kamdesk.ui.pages.page import Doing
from kamdesk.words import said


def new_client(name: str) -> tuple[str, Doing]:
    """The key of a new client and the step that makes it."""
    key = new_key()
    return key, Doing(said("New client {name}", name=name), (add(Company(key=key, owner=key, name=name)),))


def removal_of(client: Client) -> Doing:
    """The step that removes a client with all that belongs to it; undo brings everything back."""
    return Doing(said("Remove {name}", name=client.company.called), removal_of_all(client), toast=True)
