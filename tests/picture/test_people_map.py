"""The people map: no box on another, all lines from box to box round the others, whatever the people are."""

from __future__ import annotations

import random

import pytest

from kamdesk.picture.lettering import text_width
from kamdesk.picture.manner import PAPER, SCREEN, Manner
from kamdesk.picture.people_map import Box, MapLayout, MapNode, MapTie, lay_out, node_shapes, people_picture
from kamdesk.picture.people_map_ground import Ground, segments
from kamdesk.picture.shapes import Group, Picture

ATTITUDES = ("coach", "supporter", "neutral", "non_supporter", "enemy", "unweighed", "placeholder")
NAMES = ("王璐", "Magdalena Brzęczyszczykiewicz", "欧阳修文", "李 Anna", "财务负责人（华东大区，待识别）")
KINDS = ("influence", "trust", "conflict", "route")


def person(key: str, boss: str | None = None, department: str = "", influence: int = 3, **more: str) -> MapNode:
    """Somebody on the map."""
    held = {"name": "王璐", "line": "采购总监 · 决策者", "title": "采购总监", "role": "决策者", "score": "3.2", **more}
    return MapNode(
        key=key, boss=boss, department=department, influence=influence, lead="+0.4", sign="up", coverage="thin", **held
    )


def crowd(seed: int, most: int = 60) -> list[MapNode]:
    """Any people at all: bosses who are missing, rings, departments of one and of many."""
    dice = random.Random(seed)
    count = dice.randint(1, most)
    departments = [f"部门 {n}" for n in range(dice.randint(0, 9))] + [""]
    keys = [f"p{n}" for n in range(count)]
    loose = dice.random()
    return [
        person(
            key,
            None if dice.random() < loose * 0.6 else dice.choice([*keys, "nobody"]),
            dice.choice(departments),
            dice.randint(0, 5),
            name=dice.choice(NAMES),
            attitude=dice.choice(ATTITUDES),
        )
        for key in keys
    ]


def company(count: int, departments: int = 12) -> list[MapNode]:
    """A company as companies are: one head, departments, four below each."""
    nodes = [person("head", department="总经办", influence=5)]
    for number in range(count - 1):
        place, department = divmod(number, departments)
        boss = "head" if not place else f"{department}-{(place - 1) // 4}"
        nodes.append(person(f"{department}-{place}", boss, f"部门 {department}", number % 5 + 1))
    return nodes


def lines(nodes: list[MapNode], seed: int, count: int) -> list[MapTie]:
    """Lines between any two people."""
    dice = random.Random(seed)
    pairs = [dice.sample(nodes, 2) for _ in range(count)] if len(nodes) > 1 else []
    return [
        MapTie(f"t{number}", dice.choice(KINDS), one.key, two.key, "老同事，每周同车，09-02")
        for number, (one, two) in enumerate(pairs)
    ]


def edge(box: Box, point: tuple[float, float]) -> bool:
    """Whether a point lies on the rim of a box."""
    left, top, width, height = box
    x, y = point
    inside = left - 0.05 <= x <= left + width + 0.05 and top - 0.05 <= y <= top + height + 0.05
    across = min(abs(x - left), abs(x - left - width)) < 0.05
    return inside and (across or min(abs(y - top), abs(y - top - height)) < 0.05)


def apart(one: Box, two: Box) -> bool:
    """Whether two boxes share nothing."""
    return (
        one[0] + one[2] <= two[0] + 0.01
        or two[0] + two[2] <= one[0] + 0.01
        or one[1] + one[3] <= two[1] + 0.01
        or two[1] + two[3] <= one[1] + 0.01
    )


def within(inner: Box, outer: Box) -> bool:
    """Whether one box holds another."""
    return (
        outer[0] - 0.01 <= inner[0]
        and outer[1] - 0.01 <= inner[1]
        and inner[0] + inner[2] <= outer[0] + outer[2] + 0.01
        and inner[1] + inner[3] <= outer[1] + outer[3] + 0.01
    )


def bosses_drawn(nodes: list[MapNode], layout: MapLayout) -> dict[str, str]:
    """Who stands at the beginning of the line to each person."""
    found = {}
    bosses = {node.key: node.boss for node in nodes}
    for report in layout.reports:
        boss = bosses[report.child]
        assert boss is not None
        assert edge(layout.boxes[boss], report.points[0]), report
        assert edge(layout.boxes[report.child], report.points[-1]), report
        found[report.child] = boss
    return found


@pytest.mark.parametrize("manner", [SCREEN, PAPER], ids=["screen", "paper"])
@pytest.mark.parametrize("seed", range(40))
def test_boxes_stand_apart_and_inside_whatever_the_people_are(seed: int, manner: Manner) -> None:
    nodes = crowd(seed)
    layout = lay_out(nodes, lines(nodes, seed, 4), manner)
    boxes = list(layout.boxes.values())
    assert layout.boxes.keys() == {node.key for node in nodes}
    assert all(apart(one, two) for at, one in enumerate(boxes) for two in boxes[:at])
    assert all(within(box, (0.0, 0.0, layout.width, layout.height)) for box in boxes)
    outlines = {department.name: department.box for department in layout.departments}
    assert len(outlines) == len(layout.departments), "a department stands in one place"
    for node in nodes:
        if node.department in outlines:
            assert within(layout.boxes[node.key], outlines[node.department])
    areas = list(outlines.values())
    assert all(apart(one, two) for at, one in enumerate(areas) for two in areas[:at])


@pytest.mark.parametrize("seed", range(40))
def test_every_line_goes_from_the_boss_to_the_person(seed: int) -> None:
    nodes = crowd(seed)
    drawn = bosses_drawn(nodes, lay_out(nodes))
    for node in nodes:
        if node.key not in drawn and node.boss in {other.key for other in nodes}:
            assert _in_ring(node, nodes), "only a ring leaves somebody without a line"


def _in_ring(node: MapNode, nodes: list[MapNode]) -> bool:
    bosses = {other.key: other.boss for other in nodes}
    at = node.boss
    for _ in nodes:
        if at == node.key:
            return True
        at = bosses.get(at) if at else None
    return False


@pytest.mark.parametrize("seed", range(25))
def test_no_line_runs_through_a_box_where_people_stand_as_companies_do(seed: int) -> None:
    nodes = company(10 + seed * 3, 1 + seed % 7)
    layout = lay_out(nodes, lines(nodes, seed, 12))
    ground = Ground(layout.boxes.values())
    for report in layout.reports:
        assert not any(ground.hits(part) for part in segments(report.points)), report
    for path in layout.ties:
        assert not any(ground.hits(part) for part in segments(path.points)), path


@pytest.mark.parametrize("seed", range(25))
def test_no_label_lies_on_a_box_or_on_another(seed: int) -> None:
    nodes = company(12 + seed, 4)
    layout = lay_out(nodes, lines(nodes, seed, 10))
    areas = [
        (x, y - 7.0, text_width(path.label, 9.0), 8.0)
        for path in layout.ties
        if path.label_at
        for x, y in [path.label_at]
    ]
    assert areas
    assert all(apart(area, box) for area in areas for box in layout.boxes.values())
    assert all(apart(one, two) for at, one in enumerate(areas) for two in areas[:at])


def test_a_line_more_moves_no_box_and_the_same_people_always_stand_alike() -> None:
    nodes = company(70)
    bare, tied = lay_out(nodes), lay_out(nodes, lines(nodes, 1, 20))
    assert bare.boxes == tied.boxes
    assert (bare.width, bare.height, bare.departments) == (tied.width, tied.height, tied.departments)
    assert tied == lay_out(nodes, lines(nodes, 1, 20))


def test_a_ring_is_cut_at_who_comes_first() -> None:
    layout = lay_out([person("a", "c"), person("b", "a"), person("c", "b"), person("self", "self")])
    assert {report.child for report in layout.reports} == {"b", "c"}


def test_who_is_below_a_collapsed_person_is_counted_and_not_drawn() -> None:
    nodes = company(30, 4)
    layout = lay_out(nodes, collapsed={"0-0"})
    below = {node.key for node in nodes if node.key.startswith("0-") and node.key != "0-0"}
    assert layout.boxes.keys() == {node.key for node in nodes} - below
    assert layout.hidden == {"0-0": len(below)}
    assert "+7" in _texts(people_picture(layout, nodes, SCREEN))


def test_a_line_to_somebody_not_shown_is_left_out() -> None:
    nodes = company(30, 4)
    ties = [
        MapTie("x", "influence", "0-1", "1-1"),
        MapTie("y", "trust", "0-1", "0-1"),
        MapTie("z", "trust", "q", "0-1"),
    ]
    assert [path.tie.key for path in lay_out(nodes, ties, collapsed={"1-0"}).ties] == []
    assert [path.tie.key for path in lay_out(nodes, ties).ties] == ["x"]


def test_a_department_in_which_nobody_is_known_says_so() -> None:
    head = person("head", department="总经办")
    unknown = MapNode(
        key="cfo",
        name="财务总监",
        department="财务部",
        boss="head",
        attitude="placeholder",
        note="付款由谁批",
        ask="问王璐",
    )
    layout = lay_out([head, unknown])
    assert [department.note for department in layout.departments] == [("付款由谁批", "问王璐")]
    assert {"付款由谁批", "问王璐"} <= set(_texts(people_picture(layout, [head, unknown], SCREEN)))


def test_a_boss_stands_above_the_departments() -> None:
    layout = lay_out(company(20, 4))
    top = layout.boxes["head"][1]
    assert all(box[1] > top for key, box in layout.boxes.items() if key != "head")
    assert {department.name for department in layout.departments} == {f"部门 {n}" for n in range(4)}


def test_nobody_at_all_is_a_map_too() -> None:
    assert lay_out([]).boxes == {}


@pytest.mark.parametrize("manner", [SCREEN, PAPER], ids=["screen", "paper"])
@pytest.mark.parametrize("attitude", ATTITUDES)
@pytest.mark.parametrize("name", NAMES)
def test_a_box_keeps_its_words_inside(attitude: str, name: str, manner: Manner, sound, apart) -> None:
    long = {"title": "华东大区供应链与物流总监", "role": "采购 Procurement", "holder": "林嘉、赵明远、Anna Nowak"}
    node = person(
        "x",
        name=name,
        attitude=attitude,
        stands="Non-supporter",
        told_lead="−0.75 must be won",
        note="付款由谁批",
        **long,
    )
    for size in ((98.0, 79.0), (93.0, 52.2)) if manner is PAPER else ((123.0, 48.0),):
        picture = Picture(*size, node_shapes(node, *size, manner))
        sound(picture, slack=5.0)
        apart(picture)


def _texts(picture: Picture) -> list[str]:
    found: list[str] = []
    waiting = list(picture.shapes)
    while waiting:
        shape = waiting.pop()
        if isinstance(shape, Group):
            waiting.extend(shape.shapes)
        elif text := getattr(shape, "text", ""):
            found.append(text)
    return found
