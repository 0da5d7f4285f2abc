"""The people map in a window: small departments share a slot, subordinates stand below, notes keep to their place."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kamdesk.picture.lettering import text_width
from kamdesk.picture.people_map import MapNode, MapTie, lay_out
from kamdesk.picture.people_map_ground import Ground, segments
from tests.picture.test_people_map import apart, bosses_drawn, company, lines, person, within


def small(*sizes: int) -> list[MapNode]:
    """A head with departments of these sizes, each under its first person."""
    nodes = [person("head", influence=5)]
    for department, size in enumerate(sizes):
        for place in range(size):
            boss = f"{department}-0" if place else "head"
            nodes.append(person(f"{department}-{place}", boss, f"部门 {department}"))
    return nodes


def test_small_departments_share_a_slot_and_a_boss_stands_over_who_is_below() -> None:
    layout = lay_out(small(3, 4, 4, 1, 1))
    lefts = {round(layout.boxes[f"{department}-0"][0]) for department in range(5)}
    assert len(lefts) == 4, "the two departments of one stand one above the other"
    for department, size in enumerate((3, 4, 4)):
        places = [layout.boxes[f"{department}-{place}"] for place in range(size)]
        assert all(lower[1] > upper[1] + upper[3] for upper, lower in pairwise(places))
        assert len({place[0] for place in places[1:]}) == 1
        assert places[1][0] > places[0][0]
    ground = Ground(layout.boxes.values())
    assert not any(ground.hits(part) for report in layout.reports for part in segments(report.points))


def test_a_department_of_one_below_a_department_does_not_pull_it_apart() -> None:
    nodes = [*small(3, 4, 4, 1, 1), person("quality", "2-0", "质量部")]
    layout = lay_out(nodes)
    assert bosses_drawn(nodes, layout)["quality"] == "2-0"
    assert len({layout.boxes[f"2-{place}"][0] for place in range(1, 4)}) == 1
    assert layout.width < 750.0
    assert layout.height < 480.0


@pytest.mark.parametrize("seed", range(15))
def test_a_note_on_the_screen_crosses_no_outline_and_is_no_stump(seed: int) -> None:
    nodes = company(12 + seed, 4)
    layout = lay_out(nodes, lines(nodes, seed, 10))
    outlines = [department.box for department in layout.departments]
    for path in layout.ties:
        if path.label_at is None:
            continue
        x, y = path.label_at
        area = (x, y - 7.0, text_width(path.label, 9.0), 8.0)
        assert within(area, (0.0, 0.0, layout.width, layout.height))
        assert all(apart(area, outline) or within(area, outline) for outline in outlines)
        assert text_width(path.label, 9.0) > 4 * 9.0


def test_a_line_between_neighbours_without_departments_keeps_its_note() -> None:
    note = "老同事，每周同车，09-02"
    nodes = [person(f"p{number}") for number in range(7)]
    beside = MapTie("t", "trust", "p0", "p3", note)
    below = MapTie("u", "trust", "p1", "p2", note)
    paths = lay_out(nodes, [beside, below]).ties
    (left, level), (right, other) = paths[0].points
    assert level == other
    assert abs(right - left) < text_width(note, 9.0), "the line is shorter than its note"
    assert [path.label for path in paths] == [note, note]
    people = [person("boss"), *(person(f"s{number}", "boss") for number in range(5))]
    stacked = lay_out(people, [MapTie("t", "trust", "s0", "s1", note)]).ties[0]
    assert stacked.label


@pytest.mark.parametrize("seed", range(15))
def test_a_note_does_not_run_on_from_a_departments_name(seed: int) -> None:
    nodes = company(12 + seed, 4)
    layout = lay_out(nodes, lines(nodes, seed, 10))
    for department in layout.departments:
        left, top, _, _ = department.box
        name = (left + 9.0, top + 3.0, text_width(department.name, 9.0) + 2 * 9.0, 13.5)
        for path in layout.ties:
            if path.label_at is not None:
                x, y = path.label_at
                assert apart(name, (x, y - 7.0, text_width(path.label, 9.0), 8.0)), path.label
