"""What stands below the map on paper: the legend of what is on it, and the notes that the numbers on lines lead to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kamdesk.client.people import INFLUENCE, Coverage, TieKind
from kamdesk.document.arranged import Indented, Pair
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.paper import Paper
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.text import Span, bold, spans
from kamdesk.picture.manner import PAPER
from kamdesk.picture.map_people import legend_of
from kamdesk.picture.people_map import MapNode, MapTie
from kamdesk.picture.people_map_legend import LegendRow, people_legend

_KINDS = (TieKind.INFLUENCE, TieKind.TRUST, TieKind.CONFLICT)
_NUMBER = 6 * MM
_LINES = 2  # of a note; the appendix tells it whole

Nodes = Sequence[MapNode]
Ties = Sequence[MapTie]


def legend(press: Press, subject: Subject, nodes: Nodes, ties: Ties, paper: Paper) -> Block:
    """What is on this map, and no more."""
    ends = press.tr("influence: 1 = {low}, 5 = {high}", low=press.tr(INFLUENCE[1]), high=press.tr(INFLUENCE[5]))
    fills = tuple((f"fill {level}", ends if level == 5 else "") for level in INFLUENCE)
    met = {node.coverage for node in nodes}
    covers = tuple((f"cover {it.value}", press.tr(it.label)) for it in Coverage if it.value in met)
    held = {node.attitude for node in nodes}
    borders = tuple((f"border {name}", word) for name, word in legend_of("attitude", press.words) if name in held)
    keys, drawn = {node.key for node in nodes}, {tie.kind for tie in ties}
    lines = [("line report", press.tr("reports to"))] if any(node.boss in keys for node in nodes) else []
    lines += [(f"line {kind.value}", press.tr(kind.label)) for kind in _KINDS if kind.value in drawn]
    lines += [("line route", press.tr("suggested route"))] if "route" in drawn else []
    lines += [("target", press.tr("whom it is about"))] if any(node.target for node in nodes) else []
    rows = [LegendRow(press.trc("map legend", "Fill"), fills)]
    if covers:
        rows.append(LegendRow(press.trc("map legend", "Circle"), covers))
    rows.append(LegendRow(press.tr("Border"), borders))
    rows += [LegendRow(press.tr("Lines"), tuple(lines))] if lines else []
    if any(node.score.strip("?") or node.lead for node in nodes):
        rows.append(LegendRow(press.tr("Figures"), (("text", _figures(press, subject, nodes)),)))
    return press.figure(people_legend(rows, paper.width, PAPER, press.tr("Legend")))


def _figures(press: Press, subject: Subject, nodes: Nodes) -> str:
    if not any(node.lead for node in nodes):
        return press.tr("weigh-in R, 1 to 5")
    rival = subject.against(press.words)
    return press.tr("weigh-in R, 1 to 5; with a sign the lead over {rival}", rival=rival)


def notes(press: Press, ties: Iterable[MapTie], names: dict[str, str]) -> Block:
    """Who is tied to whom, and how we know it, number by number in two columns."""
    told = [_note(press, number, tie, names) for number, tie in enumerate(ties, 1)]
    half = (len(told) + 1) // 2
    columns = Pair(Stack(told[:half], 1.5), Stack(told[half:], 1.5), gutter=6 * MM)
    return press.titled(press.tr("Lines between people"), columns, press.tr("by the numbers on the map"))


def _note(press: Press, number: int, tie: MapTie, names: dict[str, str]) -> Block:
    pair = press.tr("{one} → {two}", one=names[tie.source], two=names[tie.target])
    if tie.kind == TieKind.CONFLICT.value:
        pair = press.tr("{one} × {two}", one=names[tie.source], two=names[tie.target])
    told = spans(bold(pair, "ink"), "\u2002", Span(tie.note, 0, "ink"))
    return Indented(press.prose((bold(str(number), "ink"),), "note"), press.prose(told, "note", most=_LINES), _NUMBER)
