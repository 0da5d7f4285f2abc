"""What would tip a comparison, on the worked matrix of the method."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Profile
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.tipping import Tip, tip

HENGDA = Rival(key="hengda", name="Hengda Technology", short="Hengda")
BRANDT = Rival(key="brandt", name="Brandt GmbH", short="Brandt")
RIVALS = Workspace(profile=Profile(key=WORKSPACE), rivals=(BRANDT, HENGDA))
MATRIX = {
    "Quality": (30, 4, 3),
    "Price": (25, 2, 4),
    "Delivery": (20, 4, 4),
    "Service": (15, 5, 3),
    "Brand": (10, 3, 4),
}


def client(matrix: dict[str, tuple[int | None, int | None, int | None]]) -> Client:
    """A client whose needs are name → (importance, our score, Hengda's score)."""
    factors = tuple(
        Factor(key=name, name=name, importance=None if weight is None else Decimal(weight), score=ours, rank=rank)
        for rank, (name, (weight, ours, _)) in enumerate(matrix.items())
    )
    standings = tuple(Standing(factor=name, rival="hengda", score=theirs) for name, (_, _, theirs) in matrix.items())
    return Client(company=Company(name="Huaxing", rival="hengda"), factors=factors, standings=standings)


def found(matrix: dict[str, tuple[int | None, int | None, int | None]]) -> Tip | None:
    return tip(client(matrix), RIVALS)


def test_the_worked_matrix_moves_from_price_to_service_as_the_method_has_it() -> None:
    told = found(MATRIX)
    assert told is not None
    assert (told.worst, told.best, told.rival) == ("Price", "Service", "Hengda")
    rows = [(it.moved, it.worst, it.best, round(it.ours, 2), round(it.theirs, 2), it.kill) for it in told.steps]
    assert rows == [
        (0, 25, 15, 3.55, 3.55, ""),
        (5, 20, 20, 3.70, 3.50, ""),
        (10, 15, 25, 3.85, 3.45, "Service"),
        (15, 10, 30, 4.00, 3.40, "Service"),
    ]


def test_the_smallest_step_to_a_kill_point_is_the_best_one() -> None:
    told = found(MATRIX)
    assert told is not None
    assert told.best_step is not None
    assert (told.best_step.moved, told.best_step.kill) == (10, "Service")


def test_without_a_kill_point_the_smallest_step_that_breaks_the_tie_is_the_best() -> None:
    told = found({"Price": (50, 3, 4), "Service": (50, 4, 3)})
    assert told is not None
    assert told.best_step is not None
    assert (told.best_step.moved, told.best_step.kill) == (5, "")


def test_a_need_gives_no_more_than_it_has() -> None:
    told = found({**MATRIX, "Price": (10, 2, 4), "Delivery": (35, 4, 4)})
    assert told is not None
    assert [it.moved for it in told.steps] == [0, 5]


def test_there_is_nothing_to_tip_where_we_lead_or_trail_in_everything_or_a_score_is_unknown() -> None:
    assert found({"Price": (50, 4, 3), "Service": (50, 4, 3)}) is None
    assert found({"Price": (50, 2, 3), "Service": (50, 2, 3)}) is None
    assert found({**MATRIX, "Delivery": (20, None, 4)}) is None
    assert tip(replace(client(MATRIX), factors=(), standings=()), RIVALS) is None


def test_with_todays_proof_only_a_real_kill_point_counts() -> None:
    today = date(2026, 3, 16)
    bare = tip(client(MATRIX), RIVALS, today)
    assert bare is not None
    assert [step.kill for step in bare.steps] == ["", "", "", ""]
    proved = client(MATRIX)
    factors = tuple(replace(factor, source="service log", day=today) for factor in proved.factors)
    told = tip(replace(proved, factors=factors), RIVALS, today)
    assert told is not None
    assert [step.kill for step in told.steps] == ["", "", "Service", "Service"]
