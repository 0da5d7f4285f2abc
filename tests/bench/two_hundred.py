"""A client of two hundred people: laying out its map, opening People, another overlay, and its weigh-in faces."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import perf_counter

from kamdesk.client.account import account
from kamdesk.picture.map_people import nodes_of
from kamdesk.picture.people_map import MapNode, lay_out
from kamdesk.words import words_for
from tests.bench.crowd import sample
from tests.bench.figures import Figure, median, percentile
from tests.bench.people import PEOPLE, peopled
from tests.bench.window import run_child

_LAYOUTS, _RUNS = 15, 2
_BOX = (156.0, 48.0)
_SCENE = "as many boxes with words, made and painted by a bare QGraphicsView"
_PAINTED = "the borders of bare boxes in another colour"
_OPENED = (  # what is measured, how it is called, its floor and its budget
    ("people", f"open People with {PEOPLE} persons, p95", "open", 150),
    ("lines", "the same with every line between them led and labelled", "open", 250),
    ("overlay", f"another overlay, {PEOPLE} persons, p95", "overlay", 50),
    ("weighin", f"open Weigh-in with {PEOPLE} persons, p95", "open", 150),
    ("client", f"whole client, {PEOPLE} persons, p95", "open", 150),
    ("plan", f"relationship plan, {PEOPLE} persons, p95", "open", 150),
    ("overview", f"open a client of {PEOPLE} persons, p95", "open", 250),
    ("heavy", "open a client of 600 records that was not open, p95", "open", 150),
)


def measure(data: Path, today: date) -> list[Figure]:
    """p95 of each, the middle of some processes; what is painted later counts as well, save the lines of the map."""
    runs = [run_child("places", data) for _ in range(_RUNS)]

    def found(name: str) -> float:
        return median([percentile(told[name], 0.95) for told in runs])

    figures = [_layout(today)]
    for name, words, floor, limit in _OPENED:
        what = _PAINTED if floor == "overlay" else _SCENE
        figures.append(Figure(words, found(name), found(f"bare {floor}"), "ms", what, limit=limit))
    return figures


def _layout(today: date) -> Figure:
    client = peopled(PEOPLE, today)
    workspace, words = sample(today)[1], words_for("zh_CN")
    nodes, ties = nodes_of(client, account(client, today), words, "attitude", workspace, today)
    ours, bare = [], []
    for _ in range(_LAYOUTS):
        start = perf_counter()
        lay_out(nodes, ties)
        middle = perf_counter()
        _tree(nodes)
        ours.append((middle - start) * 1000)
        bare.append((perf_counter() - middle) * 1000)
    what = "the same tree given columns in plain Python, without lines or departments"
    name = f"layout of a map of {PEOPLE}, p95"
    return Figure(name, percentile(ours, 0.95), percentile(bare, 0.95), "ms", what, limit=100)


def _tree(nodes: tuple[MapNode, ...]) -> dict[str, tuple[float, float]]:
    """Every boss in the middle above those who report."""
    below: dict[str | None, list[str]] = {}
    for node in nodes:
        below.setdefault(node.boss, []).append(node.key)
    places: dict[str, tuple[float, float]] = {}
    right = 0.0

    def place(key: str, depth: int) -> float:
        nonlocal right
        inside = [place(child, depth + 1) for child in below.get(key, ())]
        if not inside:
            right += _BOX[0]
        middle = (inside[0] + inside[-1]) / 2 if inside else right
        places[key] = (middle, depth * _BOX[1])
        return middle

    for root in below.get(None, ()):
        place(root, 0)
    return places
