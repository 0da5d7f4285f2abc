"""The people map on paper: whole on one page where it fits, else the key players and then one department after another.

PAPER.md, Splitting, rule 4: up to 12 people upright, up to 24 across, more on pages of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kamdesk.client.network import Route
from kamdesk.client.people import KEY_INFLUENCE, TieKind
from kamdesk.document.blocks import Block
from kamdesk.document.chapters.people_fitting import chunks, fitted, key_players
from kamdesk.document.chapters.people_key import legend, notes
from kamdesk.document.flow import Part
from kamdesk.document.paper import Paper
from kamdesk.document.press import Press
from kamdesk.document.style import MM, style
from kamdesk.document.subject import Subject
from kamdesk.picture.manner import PAPER
from kamdesk.picture.map_people import nodes_of
from kamdesk.picture.people_map import MapLayout, MapNode, MapTie, people_picture
from kamdesk.picture.people_map_numbers import all_told, numbered, with_notes

_UPRIGHT, _ACROSS = 12, 24
_FEW = 4  # people whose map is low, so that the chapter may share its page
_LISTED = 16  # notes beside a map; more are in the list of lines alone
_HEAD = 24 * MM  # kicker, conclusion of two lines, rule
_AGAIN = 12 * MM  # the head of a further page, and a title
_ORDER = [kind.value for kind in TieKind]

Nodes = Sequence[MapNode]
Ties = Sequence[MapTie]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The paper of the first page, its parts, and how many of the blocks that follow have room there too.

    `notes` are what the numbers on lines lead to, where the page has no room for them.
    """

    paper: Paper
    parts: list[Part]
    shares: int = 0
    notes: Block | None = None


def drawn(press: Press, subject: Subject, target: str, way: Route | None, head: Block, below: Sequence[Block]) -> Drawn:
    """The map with its legend; the person it is about has a second frame.

    `below` should go on the same page, at least the first of it.
    """
    nodes, ties = nodes_of(
        subject.client, subject.account, press.words, "attitude", subject.workspace, subject.today, digits=2
    )
    nodes = tuple(replace(node, target=True) if node.key == target else node for node in nodes)
    lines = _lines(ties, way)
    for paper in _papers(press, len(nodes)):
        gap, top = style().mm("gap_least"), head.height(paper.width) + style().mm("first_gap")
        for shares in range(len(below) if paper == press.stock.upright else 0, -1, -1):
            after = sum(block.height(paper.width) + gap for block in below[:shares])
            room = paper.bottom - paper.top - top - after
            if found := _whole(press, subject, nodes, lines, Drawn(paper, [], shares), room):
                return found
    return _split(press, subject, nodes, lines)


def _papers(press: Press, people: int) -> tuple[Paper, ...]:
    """What to try for so many people, the best first."""
    stock = press.stock
    if stock.large:
        return (stock.upright, stock.large) if people <= _UPRIGHT else (stock.large,)
    if people <= _UPRIGHT:
        return stock.upright, stock.across
    return (stock.across, stock.upright) if people <= _ACROSS else ()


def _whole(press: Press, subject: Subject, nodes: Nodes, ties: Ties, page: Drawn, room: float) -> Drawn | None:
    """Everybody on one page: notes beside their lines where all of them find room, else by numbers below."""
    gap, width = style().mm("gap_least"), page.paper.width
    below = legend(press, subject, nodes, ties, page.paper)
    room -= below.height(width) + gap
    low = len(nodes) <= _FEW
    layout = fitted(nodes, ties, width, room, low=low)
    if layout is None:
        return None
    told = with_notes(ties, frozenset(node.key for node in nodes))
    if all_told(layout) or len(told) > _LISTED:
        return replace(page, parts=[Part(_figure(press, subject, layout, nodes)), Part(below)])
    listed = notes(press, told, {node.key: node.name for node in nodes})
    beside = fitted(nodes, ties, width, room - listed.height(width) - gap, low=low)
    if beside is None and page.shares:
        return None
    parts = [Part(_figure(press, subject, numbered(beside or layout), nodes)), Part(below)]
    return replace(page, parts=[*parts, Part(listed)] if beside else parts, notes=None if beside else listed)


def _split(press: Press, subject: Subject, nodes: Nodes, ties: Ties) -> Drawn:
    """The key players with their bosses first, then everybody by department, as many to a page as it holds."""
    paper = press.stock.large or press.stock.across
    further = press.stock.large or press.stock.upright
    below = legend(press, subject, nodes, ties, paper)
    room = paper.bottom - paper.top - _HEAD - below.height(paper.width) - style().mm("gap_least")
    shown, layout = key_players(nodes, ties, KEY_INFLUENCE, paper.width, room)
    parts = [Part(_figure(press, subject, layout, shown)), Part(below)]
    room = further.bottom - further.top - _AGAIN
    for page in chunks(nodes, ties, further.width, room, layout.boxes):
        figure = _figure(press, subject, page.layout, page.nodes)
        parts.append(Part(press.titled(_departments(press, page.nodes), figure), paper=further))
    return Drawn(paper, parts)


def _figure(press: Press, subject: Subject, layout: MapLayout, nodes: Nodes) -> Block:
    label = press.tr("Map of {n} people at {client}", n=len(nodes), client=subject.client.company.called)
    return press.figure(people_picture(layout, nodes, PAPER, label), "middle")


def _departments(press: Press, nodes: Nodes) -> str:
    names = list(dict.fromkeys(node.department or press.tr("No department") for node in nodes))
    if len(names) > 4:
        return press.tr("{first} and {n} more departments", first=press.list(names[:3]), n=len(names) - 3)
    return press.list(names)


def _lines(ties: Ties, way: Route | None) -> list[MapTie]:
    """The lines kind by kind, then the route; a line that the route goes along is drawn as the route alone."""
    walked = {tie.key for tie in way.ties if tie} if way else set()
    kept = sorted((tie for tie in ties if tie.key not in walked), key=lambda tie: _ORDER.index(tie.kind))
    noted = {tie.key: tie.note for tie in ties}
    return [*kept, *_route_ties(way, noted)]


def _route_ties(way: Route | None, noted: dict[str, str]) -> Iterator[MapTie]:
    """The steps of the route as lines, with what is known of them."""
    if way is None:
        return
    for number, (one, two, tie) in enumerate(zip(way.people, way.people[1:], way.ties, strict=False)):
        note = noted.get(tie.key, "") if tie else ""
        yield MapTie(f"route{number}", "route", one.key, two.key, note)
