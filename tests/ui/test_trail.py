"""The trail: back and forward over the places visited."""

from __future__ import annotations

from kamdesk.ui.pages.page import Goto
from kamdesk.ui.trail import Trail


def walked(*names: str) -> Trail:
    """A trail over places of one client."""
    trail = Trail()
    for name in names:
        trail.visit(Goto(name, "hx"))
    return trail


def test_back_and_forward_step_over_the_places() -> None:
    trail = walked("overview", "people", "paper")
    assert trail.back() == Goto("people", "hx")
    assert trail.back() == Goto("overview", "hx")
    assert trail.back() is None
    assert trail.forward() == Goto("people", "hx")
    assert trail.can_forward


def test_a_new_place_forgets_what_lay_ahead() -> None:
    trail = walked("overview", "people")
    trail.back()
    trail.visit(Goto("clients"))
    assert not trail.can_forward
    assert trail.back() == Goto("overview", "hx")


def test_the_same_place_again_is_no_step_whatever_item_it_shows() -> None:
    trail = walked("overview")
    trail.visit(Goto("overview", "hx", "item", "new"))
    assert not trail.can_back


def test_a_client_that_is_gone_is_forgotten() -> None:
    trail = walked("overview", "people")
    trail.visit(Goto("clients"))
    trail.forget("hx")
    assert trail.here == Goto("clients")
    assert not trail.can_back
    assert trail.clients == ()


def test_clients_come_latest_first_and_once() -> None:
    trail = Trail()
    for key in ("a", "b", "a"):
        trail.visit(Goto("overview", key))
    assert trail.clients == ("a", "b")
