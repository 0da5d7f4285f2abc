"""Reporting lines without rings, and the way to a person along trust."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.account import account
from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.network import bosses, ring, ring_said, route
from kamdesk.client.people import Attitude, Contact, Tie, TieKind
from kamdesk.client.weigh_records import WeighIn
from kamdesk.words import words_for

DAY = date(2026, 11, 23)
WORDS = words_for("en")


def person(key, boss=None, influence=3, **more):
    return Contact(key=key, owner="c", name=key.title(), reports_to=boss, influence=influence, **more)


def tie(source, target, kind=TieKind.TRUST, strength=None):
    return Tie(key=f"{source}-{target}-{kind}", owner="c", kind=kind, source=source, target=target, strength=strength)


def level(key, value):
    """A weigh-in of which all three known levels are `value`; from 4 on it is kept as proven."""
    names = ("information", "project", "rivalry")
    weights = {f"{name}_weight": 10 for name in names}
    kept = {f"{name}_counted": value for name in names}
    return WeighIn(owner="c", contact=key, day=DAY, **dict.fromkeys(names, value), **weights, **kept)


def client(contacts, ties=(), weighins=()):
    company = Company(key="c", owner="c", name="Huaxing")
    return Client(company=company, contacts=tuple(contacts), ties=tuple(ties), weighins=tuple(weighins))


def way(found, to):
    known = route(found, account(found, DAY), to)
    return None if known is None else [contact.key for contact in known.people]


def test_a_person_who_would_report_to_oneself_is_a_ring_of_one() -> None:
    found = ring(client([person("wang")]), "wang", "wang")
    assert found is not None
    assert ring_said(found).tell(WORDS) == "Wang cannot report to Wang."


def test_the_ring_of_two_is_told_with_both_names() -> None:
    found = ring(client([person("chen", "wang"), person("wang")]), "wang", "chen")
    assert found is not None
    assert ring_said(found).tell(WORDS) == "Wang reports to Chen, who reports to Wang."


def test_the_ring_of_four_is_told_in_full_and_a_longer_one_in_short() -> None:
    keys = ["a", "b", "c", "d", "e", "f"]
    people = [person(key, boss) for key, boss in zip(keys, [*keys[1:], None], strict=True)]
    four = ring(client(people), "d", "a")
    assert four is not None
    assert ring_said(four).tell(WORDS) == ("D reports to A, who reports to B, who reports to C, who reports to D.")
    six = ring(client(people), "f", "a")
    assert six is not None
    told = "F reports to A, who reports to B, who reports to E, who, 2 more between, reports to F."
    assert ring_said(six).tell(WORDS) == told


def test_no_ring_where_the_line_leads_elsewhere_or_a_ring_was_there_before() -> None:
    people = [person("a", "b"), person("b"), person("c"), person("x", "y"), person("y", "x")]
    assert ring(client(people), "b", "c") is None
    assert ring(client(people), "c", "x") is None
    assert ring(client(people), "c", "nobody") is None


def test_a_ring_is_cut_above_its_most_influential_person() -> None:
    people = [person("a", "b", 2), person("b", "c", 5), person("c", "a", 3), person("d", "a")]
    assert bosses(client(people)) == {"a": "b", "b": None, "c": "a", "d": "a"}


def test_who_is_gone_or_unknown_is_no_boss_and_who_is_gone_is_not_there() -> None:
    people = [person("a", left=date(2026, 12, 1)), person("b", "a"), person("c", "nobody"), person("d", "b")]
    assert bosses(client(people)) == {"b": None, "c": None, "d": "b"}
    assert bosses(client(people), DAY) == {"a": None, "b": "a", "c": None, "d": "b"}


def test_the_way_begins_at_who_stands_at_four_and_follows_trust() -> None:
    people = [person("boss", influence=5), person("coach"), person("aide", "boss")]
    found = client(people, [tie("aide", "coach"), tie("boss", "aide", strength=3)], [level("coach", 4)])
    known = route(found, account(found, DAY), "boss")
    assert known is not None
    assert [contact.key for contact in known.people] == ["coach", "aide", "boss"]
    assert [line.key if line else None for line in known.ties] == ["aide-coach-trust", "boss-aide-trust"]
    assert known.opener


def test_a_line_of_trust_is_cheaper_than_the_reporting_line() -> None:
    people = [person("boss"), person("coach", "boss"), person("aide")]
    found = client(people, [tie("aide", "coach", strength=3), tie("boss", "aide", strength=3)], [level("coach", 4)])
    assert way(found, "boss") == ["coach", "aide", "boss"]
    weak = client(people, [tie("aide", "coach", strength=1), tie("boss", "aide", strength=1)], [level("coach", 4)])
    assert way(weak, "boss") == ["coach", "boss"]


def test_a_conflict_closes_even_the_reporting_line() -> None:
    people = [person("boss"), person("coach", "boss")]
    found = client(people, [tie("coach", "boss", TieKind.CONFLICT)], [level("coach", 4)])
    assert way(found, "boss") is None


def test_opponents_and_posts_nobody_holds_lead_nowhere_but_can_be_reached() -> None:
    coach, middle, boss = person("coach"), person("middle"), person("boss")
    lines = [tie("middle", "coach"), tie("boss", "middle")]
    assert way(client([coach, middle, boss], lines, [level("coach", 4)]), "boss") == ["coach", "middle", "boss"]
    enemy = person("middle", attitude=Attitude.ENEMY)
    assert way(client([coach, enemy, boss], lines, [level("coach", 4)]), "boss") is None
    assert way(client([coach, enemy, boss], lines, [level("coach", 4)]), "middle") == ["coach", "middle"]
    post = person("middle", placeholder=True)
    assert way(client([coach, post, boss], lines, [level("coach", 4)]), "boss") is None


def test_without_an_opener_the_best_who_is_connected_begins() -> None:
    people = [person("best"), person("second"), person("boss")]
    weighins = [level("best", 3), level("second", 2)]
    known = route(client(people, [tie("boss", "second")], weighins), account(client(people, (), weighins), DAY), "boss")
    assert known is not None
    assert ([contact.key for contact in known.people], known.opener) == (["second", "boss"], False)


def test_whoever_stands_high_enough_needs_no_way() -> None:
    found = client([person("coach")], (), [level("coach", 5)])
    assert way(found, "coach") == ["coach"]
    assert way(found, "nobody") is None


KEYS = "abcdefgh"
REPORTS = st.lists(st.sampled_from([None, *KEYS]), min_size=len(KEYS), max_size=len(KEYS))
TIES = st.lists(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS), st.sampled_from(list(TieKind)), st.integers(1, 3)),
    max_size=14,
    unique_by=lambda line: line[:3],
)


@given(REPORTS)
def test_reporting_lines_to_draw_never_run_in_a_ring(lines: list[str | None]) -> None:
    found = bosses(client(person(key, boss) for key, boss in zip(KEYS, lines, strict=True)))
    for start in found:
        at, seen = start, set()
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = found[at]


@given(REPORTS, st.sampled_from(KEYS), st.sampled_from(KEYS))
def test_a_line_that_makes_no_ring_leaves_every_other_as_it_was(lines, child, boss) -> None:
    people = [person(key, above) for key, above in zip(KEYS, lines, strict=True)]
    cut = [person(key, above) for key, above in bosses(client(people)).items()]
    if ring(client(cut), child, boss) is None:
        drawn = [person(item.key, boss if item.key == child else item.reports_to) for item in cut]
        assert bosses(client(drawn)) == {item.key: item.reports_to for item in drawn}


@given(REPORTS, TIES, st.permutations(KEYS), st.dictionaries(st.sampled_from(KEYS), st.integers(1, 5)))
def test_a_way_takes_real_steps_never_twice_the_same_person_never_along_a_conflict(lines, drawn, order, levels) -> None:
    bosses_of = dict(zip(KEYS, lines, strict=True))
    ties = [tie(*line) for line in drawn]
    found = client([person(key, bosses_of[key]) for key in order], ties, [level(*pair) for pair in levels.items()])
    figures = account(found, DAY)
    foes = {frozenset((line.source, line.target)) for line in ties if line.kind is TieKind.CONFLICT}
    for to in KEYS:
        known = route(found, figures, to)
        if known is None:
            continue
        keys = [contact.key for contact in known.people]
        assert keys[-1] == to
        assert len(set(keys)) == len(keys) == len(known.ties) + 1
        assert known == route(found, figures, to)
        for one, other, line in zip(keys, keys[1:], known.ties, strict=False):
            assert frozenset((one, other)) not in foes
            if line is None:
                assert bosses_of[one] == other or bosses_of[other] == one
            else:
                assert {line.source, line.target} == {one, other}
