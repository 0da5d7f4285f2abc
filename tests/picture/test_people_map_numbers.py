"""Numbers on the lines of the paper map: each on its own line, on no box and on no other number."""

from __future__ import annotations

import pytest

from kamdesk.picture.manner import PAPER
from kamdesk.picture.people_map import MapTie, lay_out, people_picture
from kamdesk.picture.people_map_ground import segments
from kamdesk.picture.people_map_numbers import all_told, numbered, with_notes
from kamdesk.picture.people_map_sizes import COMPACT
from kamdesk.picture.shapes import Group, Line, Text
from tests.picture.test_people_map import company, person

NOTE = "一句很长很长的话，说的是两个人之间多年前的一件事"


def tied(count: int) -> list[MapTie]:
    """Lines from each person to the one two further on."""
    keys = [node.key for node in company(count, 4)]
    return [
        MapTie(f"t{at}", "influence", one, two, NOTE) for at, (one, two) in enumerate(zip(keys, keys[2:], strict=False))
    ]


@pytest.mark.parametrize("count", [8, 12, 16])
def test_a_number_stands_on_its_line_and_off_boxes_and_other_numbers(count: int) -> None:
    nodes, ties = company(count, 4), tied(count)
    layout = numbered(lay_out(nodes, ties, PAPER, room=493.0, low=COMPACT))
    places = [path.number_at for path in layout.ties if path.number_at]
    assert [path.label for path in layout.ties] == [str(number) for number in range(1, len(ties) + 1)]
    for path in layout.ties:
        assert path.number_at
        x, y = path.number_at
        assert any(a - 0.1 <= x <= c + 0.1 and b - 0.1 <= y <= d + 0.1 for a, b, c, d in segments(path.points))
        for left, top, width, height in layout.boxes.values():
            assert not (left < x < left + width and top < y < top + height)
    assert all(abs(x - u) + abs(y - v) > 9 for at, (x, y) in enumerate(places) for u, v in places[:at])


def test_on_paper_a_note_is_whole_or_not_there() -> None:
    layout = lay_out(company(14, 4), tied(14), PAPER, room=493.0, low=COMPACT)
    assert not all_told(layout)
    assert {path.label for path in layout.ties} <= {"", NOTE}


def test_only_lines_between_people_shown_have_a_number() -> None:
    ties = [
        MapTie("a", "trust", "x", "y", NOTE),
        MapTie("b", "trust", "x", "gone", NOTE),
        MapTie("c", "trust", "x", "y"),
    ]
    assert [tie.key for tie in with_notes(ties, frozenset(("x", "y")))] == ["a"]


def test_no_line_is_painted_over_a_note() -> None:
    nodes = [person("a", department="甲"), person("b", "a", "乙"), person("c", "a", "丙")]
    ties = [MapTie("t", "influence", "b", "a", "短"), MapTie("u", "trust", "c", "b", "短")]
    parts = people_picture(lay_out(nodes, ties, PAPER, room=493.0), nodes, PAPER).shapes
    notes = [at for at, shape in enumerate(parts) if isinstance(shape, Text)]
    drawn = [at for at, shape in enumerate(parts) if isinstance(shape, Group | Line)]
    assert notes
    assert min(notes) > max(drawn)
