"""The people map on paper: whole on one page where it fits, else the key players and then one department after another.

PAPER.md, Splitting, rule 4: up to 12 people upright, up to 24 across, more on pages of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kamdesk.client.network import Route
from kamdesk.client.people import INFLUENCE, KEY_INFLUENCE, Coverage, TieKind
from kamdesk.document.blocks import Block
from kamdesk.document.chapters.people_fitting import chunks, fitted, key_players
from kamdesk.document.flow import Part
from kamdesk.document.paper import Paper
from kamdesk.document.press import Press
from kamdesk.document.style import MM, style
from kamdesk.document.subject import Subject
from kamdesk.picture.manner import PAPER
from kamdesk.picture.map_people import legend_of, nodes_of
from kamdesk.picture.people_map import MapLayout, MapNode, MapTie, people_picture
from kamdesk.picture.people_map_legend import LegendRow, people_legend

_UPRIGHT, _ACROSS = 12, 24
_HEAD = 24 * MM  # kicker, conclusion of two lines, rule
_AGAIN = 12 * MM  # the head of a further page, and a title
_KINDS = (TieKind.INFLUENCE, TieKind.TRUST, TieKind.CONFLICT)

Nodes = Sequence[MapNode]
Ties = Sequence[MapTie]


def map_parts(press: Press, subject: Subject, target: str, way: Route | None) -> tuple[Paper, list[Part]]:
    """The paper of the first page, and the map with its legend; the person it is about has a second frame."""
    nodes, ties = nodes_of(
        subject.client, subject.account, press.words, "attitude", subject.workspace, subject.today, digits=2
    )
    nodes = tuple(replace(node, target=True) if node.key == target else node for node in nodes)
    ties = (*ties, *_route_ties(press, way))
    for paper in _papers(press, len(nodes)):
        legend = _legend(press, subject, nodes, ties, paper)
        room = paper.bottom - paper.top - _HEAD - legend.height(paper.width) - style().mm("gap_least")
        if layout := fitted(nodes, ties, paper.width, room):
            return paper, [Part(_figure(press, subject, layout, nodes)), Part(legend)]
    return _split(press, subject, nodes, ties)


def _papers(press: Press, people: int) -> tuple[Paper, ...]:
    """What to try for so many people, the best first."""
    stock = press.stock
    if stock.large:
        return (stock.upright, stock.large) if people <= _UPRIGHT else (stock.large,)
    if people <= _UPRIGHT:
        return stock.upright, stock.across
    return (stock.across, stock.upright) if people <= _ACROSS else ()


def _split(press: Press, subject: Subject, nodes: Nodes, ties: Ties) -> tuple[Paper, list[Part]]:
    """The key players with their bosses first, then everybody by department, as many to a page as it holds."""
    paper = press.stock.large or press.stock.across
    further = press.stock.large or press.stock.upright
    legend = _legend(press, subject, nodes, ties, paper)
    room = paper.bottom - paper.top - _HEAD - legend.height(paper.width) - style().mm("gap_least")
    shown, layout = key_players(nodes, ties, KEY_INFLUENCE, paper.width, room)
    parts = [Part(_figure(press, subject, layout, shown)), Part(legend)]
    room = further.bottom - further.top - _AGAIN
    for page in chunks(nodes, ties, further.width, room, layout.boxes):
        figure = _figure(press, subject, page.layout, page.nodes)
        parts.append(Part(press.titled(_departments(press, page.nodes), figure), paper=further))
    return paper, parts


def _figure(press: Press, subject: Subject, layout: MapLayout, nodes: Nodes) -> Block:
    label = press.tr("Map of {n} people at {client}", n=len(nodes), client=subject.client.company.called)
    return press.figure(people_picture(layout, nodes, PAPER, label), "middle")


def _departments(press: Press, nodes: Nodes) -> str:
    names = list(dict.fromkeys(node.department or press.tr("No department") for node in nodes))
    if len(names) > 4:
        return press.tr("{first} and {n} more departments", first=press.list(names[:3]), n=len(names) - 3)
    return press.list(names)


def _route_ties(press: Press, way: Route | None) -> Iterator[MapTie]:
    """The steps of the route as lines; the first one says what they are."""
    if way is None:
        return
    for number, (one, two) in enumerate(zip(way.people, way.people[1:], strict=False)):
        note = press.tr("Route: {one} → {two}", one=one.name, two=two.name) if not number else ""
        yield MapTie(f"route{number}", "route", one.key, two.key, note)


def _legend(press: Press, subject: Subject, nodes: Nodes, ties: Ties, paper: Paper) -> Block:
    """What is on this map, and no more."""
    influences = (press.tr("{low} to {high}", low=press.tr(INFLUENCE[1]), high=press.tr(INFLUENCE[5])),)
    fills = tuple((f"fill {level}", influences[0] if level == 5 else "") for level in INFLUENCE)
    covers = tuple((f"cover {it.value}", press.tr(it.label)) for it in Coverage)
    held = {node.attitude for node in nodes}
    borders = tuple((f"border {name}", word) for name, word in legend_of("attitude", press.words) if name in held)
    drawn = {tie.kind for tie in ties}
    lines = [("line report", press.tr("reports to"))]
    lines += [(f"line {kind.value}", press.tr(kind.label)) for kind in _KINDS if kind.value in drawn]
    lines += [("line route", press.tr("suggested route"))] if "route" in drawn else []
    lines += [("target", press.tr("whom it is about"))] if any(node.target for node in nodes) else []
    rows = [LegendRow(press.tr("Fill: influence"), fills)]
    if any(node.coverage for node in nodes):
        rows.append(LegendRow(press.tr("Circle: contact"), covers))
    rows += [LegendRow(press.tr("Border"), borders), LegendRow(press.tr("Lines"), tuple(lines))]
    rival = subject.rival.called if subject.rival else press.tr("the rival")
    figures = press.tr("R; with a sign the lead over {rival}", rival=rival)
    rows.append(LegendRow(press.tr("Figures"), (("text", figures),)))
    return press.figure(people_legend(rows, paper.width, PAPER, press.tr("Legend")))
