"""The places of the program by name. A page is imported when it is first shown; a section without one gets its own.

A place is one line here and one folder of the same name beside this file, whose place.py holds the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from kamdesk.client.client import Client, Section, sections_of
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Page
from kamdesk.words import N_, NC_

_HERE = "kamdesk.ui.pages"
_PLAIN = "section_page:SectionPage"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a client or of the rail: `page` is "module:Class", `holds` the sections it shows.

    A client's place and one of the rail may share a name ("visits"); a Goto with a client means the client's.
    """

    name: str
    label: str
    page: str
    icon: str = ""
    holds: tuple[str, ...] = ()
    section: Section | None = None  # the one section of a plain page


PAGES: dict[str, Place] = {
    place.name: place
    for place in (
        Place("overview", N_("Overview"), "overview.place:OverviewPage", holds=("company", "facts")),
        Place("people", N_("People"), "people.place:PeoplePage", holds=("contacts", "ties", "bonds")),
        Place(
            "weighin",
            N_("Weigh-in"),
            "weighin.place:WeighInPage",
            holds=("weighins", "evidence", "targets", "invitations", "organisation"),
        ),
        Place(
            "rivals",
            NC_("place", "Rivals"),
            "rivals.place:RivalsPage",
            holds=("factors", "standings", "stakes", "contests", "backers", "calls"),
        ),
        Place("plan", NC_("place", "Plan"), "plan.place:PlanPage", holds=("actions",)),
        Place(
            "visits",
            N_("Visits"),
            "visit.place:VisitsPage",
            holds=(
                *("visits", "attendees", "checks", "points", "concessions"),
                *("agenda", "materials", "probes", "negotiations", "intel", "reviews"),
            ),
        ),
        Place(
            "paper",
            NC_("place", "Paper"),
            "paper.place:PaperPage",
            holds=("editions", "presets", "conclusions"),
        ),
    )
}
RAIL: dict[str, Place] = {
    place.name: place
    for place in (
        Place("today", N_("Today"), "today.place:TodayPage", "sun"),
        Place("clients", N_("Clients"), "clients.place:ClientsPage", "building-2"),
        Place("visits", N_("Visits"), "all_visits.place:AllVisitsPage", "calendar-check"),
        Place("rivals", N_("Rivals"), "rivals.all_rivals:AllRivalsPage", "swords", ("rivals", "rival_facts")),
        Place("library", N_("Library"), "library.place:LibraryPage", "library"),
    )
}
_BEFORE = "visits"  # sections with a plain page come before this place


@cache
def client_places() -> dict[str, Place]:
    """The places of a client in the order of the tabs, those of sections without a page of their own among them."""
    held = {name for place in PAGES.values() if _is_there(place) for name in place.holds}
    places: dict[str, Place] = {}
    for place in PAGES.values():
        if place.name == _BEFORE:
            places.update(_plain_places(held))
        if _is_there(place):
            places[place.name] = place
    return places


@cache
def rail_places() -> dict[str, Place]:
    """The places of the rail in their order."""
    return {place.name: place for place in RAIL.values() if _is_there(place)}


@cache
def place_of(section: str) -> str:
    """The place that shows a section of a client or of the workspace; the library for what has no other."""
    for places in (client_places(), rail_places()):
        for place in places.values():
            if section in place.holds:
                return place.name
    return "library"


def module_of(place: Place) -> str:
    """The module that holds the page of a place."""
    return f"{_HERE}.{place.page.partition(':')[0]}"


def make_page(place: Place, look: Look, desk: Desk) -> Page:
    """Import and build the page of a place."""
    kind = getattr(import_module(module_of(place)), place.page.partition(":")[2])
    page: Page = kind(look, desk, place.section) if place.section else kind(look, desk)
    return page


def _is_there(place: Place) -> bool:
    return find_spec(module_of(place)) is not None


def _plain_places(held: set[str]) -> dict[str, Place]:
    return {
        part.name: Place(part.name, part.label, _PLAIN, holds=(part.name,), section=part)
        for part in sections_of(Client)
        if part.name not in held and not part.single
    }
