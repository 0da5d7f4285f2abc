"""Everything that is wrong or not known at a client; of an emptied copy only what is so at the client itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from kamdesk.client.account import account
from kamdesk.client.chain import Flag, chain_flags
from kamdesk.client.client import Client, Workspace
from kamdesk.client.concerns import Concern, concerns
from kamdesk.client.unknowns import Unknown, unknowns
from kamdesk.words import Said


class Told(Protocol):
    """What says in a sentence that something is wrong."""

    @property
    def said(self) -> Said:
        """The sentence."""


T = TypeVar("T", bound=Told)


@dataclass(frozen=True, slots=True)
class Alarms:
    """What presses, what is to be found out, and what is missing among the people, each the gravest first."""

    concerns: tuple[Concern, ...]
    unknowns: tuple[Unknown, ...]
    flags: tuple[Flag, ...]


def alarms(client: Client, workspace: Workspace, today: date) -> Alarms:
    """All of them."""
    flags = chain_flags(client, workspace, account(client, today), today)
    return Alarms(tuple(concerns(client, workspace, today)), tuple(unknowns(client, workspace, today)), tuple(flags))


def alarms_of_copy(whole: Alarms, copy: Alarms) -> Alarms:
    """Of what a copy raises, that which is so at the whole client: what a copy leaves out is not missing."""
    return Alarms(
        _both(copy.concerns, whole.concerns), _both(copy.unknowns, whole.unknowns), _both(copy.flags, whole.flags)
    )


def _both(copy: Iterable[T], whole: Iterable[T]) -> tuple[T, ...]:
    known = {_key(it.said) for it in whole}
    return tuple(it for it in copy if _key(it.said) in known)


def _key(said: Said) -> tuple[str, str]:
    return said.text, repr(sorted(said.values.items()))
