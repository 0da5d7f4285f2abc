"""Invented clients to print: one with a story of two years (in two languages), one empty, one with many people."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from kamdesk.client.client import WORKSPACE, Client, Workspace, sections_of
from kamdesk.client.company import Company
from kamdesk.client.library import Profile
from kamdesk.client.people import Attitude, Contact, Role
from kamdesk.client.plain import from_plain

TODAY = date(2026, 11, 23)


def huaxing(language: str = "zh") -> Client:
    """A precision maker, weighed every quarter for two years, compared with two rivals; a visit is due tomorrow."""
    held = _held(language)
    return Client.of(from_plain(part.record, row) for part in sections_of(Client) for row in held.get(part.name, ()))


def workspace(language: str = "zh") -> Workspace:
    """A rep with two rivals and three colleagues."""
    held = _held(language)
    return Workspace.of(
        from_plain(part.record, row) for part in sections_of(Workspace) for row in held.get(part.name, ())
    )


def bare() -> Workspace:
    """A workspace in which nothing has been written yet."""
    return Workspace(profile=Profile(key=WORKSPACE))


def empty() -> Client:
    """A client of whom nothing but the name is known."""
    return Client(company=Company(key="new", name="Neu & Söhne GmbH"))


def crowded(number: int = 300) -> Client:
    """A client with very many people."""
    roles, attitudes = list(Role), list(Attitude)
    people = tuple(
        Contact(
            key=f"p{at}",
            owner="crowd",
            name=f"人员{at:03d}",
            title_at_work="工程师",
            department=f"部门 {at % 12}",
            influence=at % 5 + 1,
            roles=(roles[at % len(roles)],),
            attitude=attitudes[at % len(attitudes)],
            business_agenda="把停机时间降下来，按季度向总部汇报结果。",
        )
        for at in range(number)
    )
    return Client(company=Company(key="crowd", name="群英集团"), contacts=people)


def _held(language: str) -> dict[str, list[dict[str, Any]]]:
    text = Path(__file__).with_name(f"huaxing_{language}.json").read_text(encoding="utf-8")
    held: dict[str, list[dict[str, Any]]] = json.loads(text)
    return held
