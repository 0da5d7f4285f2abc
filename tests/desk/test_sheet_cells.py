"""Cells of the comparison typed into, cleared, filled and copied, without a window."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Profile
from kamdesk.client.record import Record
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.desk.pasting import plan_paste
from kamdesk.desk.sheet_cells import clear_cells, copy_cells, fill_columns, filled_with, type_cell

TODAY = date(2026, 11, 23)
COLUMNS = ["name", "importance", "wants", "us", "kerui", "tactic"]
WORKSPACE = Workspace(profile=Profile(key="workspace"), rivals=(Rival(key="kerui", name="科瑞"),))


def client(*records: Record) -> Client:
    """A client of these records."""
    return Client.of([Company(key="c", owner="c", name="C"), *records])


def needs(count: int = 3) -> list[Record]:
    """So many needs, the first one known."""
    first = Factor(key="n0", owner="c", name="Price", importance=Decimal("12.5"), score=4, value="98", source="Offer")
    return [first, *(Factor(key=f"n{at}", owner="c", name=f"Need {at}", rank=at) for at in range(1, count))]


def test_typing_into_an_empty_cell_dates_it_and_into_a_known_one_does_not() -> None:
    held = client(*needs(), Standing(key="s", owner="c", factor="n0", rival="kerui", score=3))
    new = type_cell(held, WORKSPACE, ("n1", "kerui"), {"score": 2}, TODAY).edits[0].after
    known = type_cell(held, WORKSPACE, ("n0", "kerui"), {"score": 2}, TODAY).edits[0].after
    assert isinstance(new, Standing)
    assert isinstance(known, Standing)
    assert (new.day, known.day) == (TODAY, None)


def test_clearing_cells_of_one_need_is_one_edit() -> None:
    held = client(*needs())
    step = clear_cells(held, [("n0", "name"), ("n0", "importance"), ("n0", "us"), ("n0", "kerui")])
    (edit,) = step.edits
    assert isinstance(edit.after, Factor)
    assert (edit.after.name, edit.after.importance, edit.after.score, edit.after.source) == ("Price", None, None, "")


def test_clearing_what_is_empty_is_no_edit() -> None:
    assert clear_cells(client(*needs()), [("n1", "importance"), ("n1", "kerui")]).edits == ()


def test_filling_several_columns_is_one_edit_for_each_need() -> None:
    table = [[(f"n{at}", "importance"), (f"n{at}", "us")] for at in range(3)]
    step = fill_columns(client(*needs()), table, TODAY)
    filled = [edit.after for edit in step.edits]
    assert [(item.key, item.importance, item.score) for item in filled if isinstance(item, Factor)] == [
        ("n1", Decimal("12.5"), 4),
        ("n2", Decimal("12.5"), 4),
    ]


def test_one_cell_for_a_whole_range() -> None:
    assert filled_with("5", [[("a", "us"), ("a", "kerui")], [("b", "us"), ("b", "kerui")]]) == "5\t5\r\n5\t5\r\n"


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12).map(
    lambda text: " ".join(text.split())
)
FACTORS = st.builds(
    Factor,
    key=st.just("n0"),
    owner=st.just("c"),
    name=TEXTS.filter(bool),
    importance=st.none() | st.decimals(0, 100, places=2),
    wants=TEXTS,
    score=st.none() | st.integers(1, 5),
    value=TEXTS,
    day=st.just(TODAY),
)


@given(FACTORS)
def test_what_is_copied_pastes_into_an_empty_need_as_the_same(factor: Factor) -> None:
    text = copy_cells(client(factor), [[("n0", column) for column in COLUMNS[:4]]])
    empty = client(Factor(key="n1", owner="c", name="Other"))
    plan = plan_paste(empty, WORKSPACE, COLUMNS, 0, 0, text, TODAY)
    assert plan.refused == 0
    after = plan.step.edits[0].after if plan.step.edits else empty.factors[0]
    assert isinstance(after, Factor)
    for name in ("name", "wants", "value", "score", "importance"):
        assert getattr(after, name) == getattr(factor, name), name
