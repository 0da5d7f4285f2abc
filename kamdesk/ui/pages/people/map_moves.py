"""Moving people by the keyboard: up to the boss's boss, below the neighbour, over into the next department."""

from __future__ import annotations

from collections.abc import Collection

from kamdesk.client.client import Client
from kamdesk.client.people import Contact
from kamdesk.picture.people_map import MapLayout
from kamdesk.ui.pages.people.map_deeds import Result, change_department, reparent
from kamdesk.ui.pages.people.map_walk import DOWN, UP
from kamdesk.ui.pages.person.told import person
from kamdesk.words import said


def move(client: Client, layout: MapLayout, keys: Collection[str], current: str, way: tuple[int, int]) -> Result | None:
    """What Ctrl and an arrow mean for the chosen people, led by the current one."""
    contact = person(client, current)
    if contact is None:
        return None
    if way == UP:
        return _up(client, keys, contact)
    if way == DOWN:
        return _below_neighbour(client, layout, keys, contact)
    department = _neighbour(layout, contact, way[0])
    if not department:
        return said("There is no department on that side.")
    return change_department(client, keys, department)


def _up(client: Client, keys: Collection[str], contact: Contact) -> Result | None:
    boss = person(client, contact.reports_to or "")
    if boss is None:
        return said("{name} stands at the top already.", name=contact.name)
    return reparent(client, keys, boss.reports_to or "")


def _below_neighbour(client: Client, layout: MapLayout, keys: Collection[str], contact: Contact) -> Result | None:
    """Report to whoever stands before in the same row or column."""
    x, y, _, _ = layout.boxes[contact.key]
    beside = [
        other.key
        for other in client.contacts
        if other.key in layout.boxes and other.key not in keys and other.reports_to == contact.reports_to
    ]
    before = [key for key in beside if (layout.boxes[key][1], layout.boxes[key][0]) < (y, x)]
    if not before:
        return said("Nobody stands before {name} under the same boss.", name=contact.name)
    nearest = min(before, key=lambda key: abs(layout.boxes[key][0] - x) + abs(layout.boxes[key][1] - y))
    return reparent(client, keys, nearest)


def _neighbour(layout: MapLayout, contact: Contact, step: int) -> str:
    """The department nearest on one side of where a person stands."""
    left, top, width, height = layout.boxes[contact.key]
    x, y = left + width / 2, top + height / 2
    found, least = "", float("inf")
    for name, (at, above, wide, high), *_ in layout.departments:
        across = (at + wide / 2 - x) * step
        down = max(0.0, above - y, y - above - high)
        if name != contact.department and across > 1 and across + 3 * down < least:
            found, least = name, across + 3 * down
    return found
