"""What is wanted of a person, set and mended at the weigh-in by keys and by mouse."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kamdesk.client.edit import add
from kamdesk.client.plan_records import Goal, Opportunity
from kamdesk.client.targets import target_warnings
from kamdesk.client.weigh_records import Dimension, Target
from kamdesk.ui.pages.weighin.target import TargetPart
from kamdesk.ui.pages.weighin.warning import WarningLine, way_of
from kamdesk.words import Said
from tests.ui import story
from tests.ui.held import Held
from tests.ui.weigh_hand import held, page

__all__ = ["held"]  # a fixture

ALT = Qt.KeyboardModifier.AltModifier
ENTER, ESCAPE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down


def part(held: Held) -> TargetPart:
    """What the panel says about the target."""
    return page(held).panel.target


def target(held: Held) -> Target:
    """The one target there is."""
    (found,) = held.client.targets
    return found


def warnings(held: Held) -> list[WarningLine]:
    """What speaks against the target."""
    column = part(held)._warnings
    lines = [column.itemAt(place).widget() for place in range(column.count())]
    return [line for line in lines if isinstance(line, WarningLine)]


def mend(held: Held, way: str) -> None:
    """Press the button of the warning that is mended so."""
    next(line for line in warnings(held) if way_of(line._warned) == way).button.click()


def test_t_and_a_digit_want_a_level_of_the_row(held: Held) -> None:
    held.press("t", "4")
    assert (target(held).acceptance, target(held).contact) == (4, "wang")
    assert target(held).by == date(2027, 5, 24)
    assert held.done == ["Target for 王璐: Acceptance 4"]
    assert page(held).scales.sitting.now.acceptance == 3  # what stands is untouched


def test_the_next_digit_is_a_level_again(held: Held) -> None:
    held.press("t", "4", "2")
    assert page(held).scales.sitting.now.acceptance == 2
    assert target(held).acceptance == 4


def test_esc_and_another_row_stop_aiming(held: Held) -> None:
    held.press("t", ESCAPE)
    assert not page(held).body.rows.row.aiming
    held.press("t", DOWN, "4")
    assert held.client.targets == ()
    assert page(held).scales.sitting.now.activity == 4


def test_alt_and_a_digit_want_it_at_once_and_nought_wants_nothing(held: Held) -> None:
    held.press(Qt.Key.Key_4, held=ALT)
    assert target(held).acceptance == 4
    held.press(Qt.Key.Key_0, held=ALT)
    assert held.client.targets == ()


def test_the_right_mouse_button_wants_a_level(held: Held) -> None:
    button = page(held).body.rows.of(Dimension.RIVALRY).levels.button(4)
    QTest.mouseClick(button, Qt.MouseButton.RightButton, pos=QPoint(18, 18))
    assert target(held).rivalry == 4
    assert button.target_here


def test_nothing_wanted_and_nought_do_nothing(held: Held) -> None:
    held.press("t", "0")
    assert held.done == []


def test_the_panel_tells_the_score_wanted_its_day_and_the_gap(held: Held) -> None:
    held.press("t", "5")
    panel = page(held).panel
    assert panel._wanted.number.text() == "3.2"
    assert panel._wanted.note.text() == "by 2027-05"
    assert part(held)._gap.text() == "0.33"


def test_the_row_of_a_target_says_gap_and_priority(held: Held) -> None:
    held.press("t", "4")
    shown = page(held).panel.next
    assert shown._heading._note.text() == "target 4 by 2027-05"
    assert shown._priority.number.text() == "0.67"  # 1/6 of the weight, one level, influence 4


def test_g_wants_just_enough_to_lead_the_rival(held: Held) -> None:
    page(held).one.choose_whose("kerui")
    held.press("q", "3")
    page(held).one.choose_whose("")
    held.press("g")
    gaps = page(held).scales.gaps
    assert gaps is not None
    assert gaps.enough_lead
    assert held.done == ["Estimate 科瑞 at 王璐: 3 throughout", "Target for 王璐: just ahead of the rival"]


def test_a_target_that_rises_too_fast_says_so_and_is_lowered_by_its_button(held: Held) -> None:
    held.press("t", "5")
    assert way_of(warnings(held)[0]._warned) == "lower"
    mend(held, "lower")
    assert target(held).acceptance == 4


def test_a_gap_without_an_action_opens_the_form_that_plans_one(held: Held) -> None:
    held.press("t", "4")
    mend(held, "plan")
    held.type_text("请他参观")
    held.press(ENTER)
    (action,) = held.client.actions
    assert (action.text, action.dimension, action.contact) == ("请他参观", Dimension.ACCEPTANCE, "wang")
    assert "plan" not in [way_of(line._warned) for line in warnings(held)]


def test_a_target_that_serves_nothing_is_linked_to_a_new_order(held: Held) -> None:
    held.press("t", "4")
    mend(held, "serve")
    held.type_text("3 号线检测")
    held.press(ENTER, ENTER)
    (order,) = held.client.opportunities
    assert (order.name, target(held).opportunity, target(held).goal) == ("3 号线检测", order.key, None)
    assert "serve" not in [way_of(line._warned) for line in warnings(held)]


def test_o_asks_what_it_serves_and_finds_a_goal(held: Held) -> None:
    goal = Goal(key="ask", owner=story.CLIENT, text="Be asked first")
    order = Opportunity(key="line", owner=story.CLIENT, name="Line 3")
    held.desk.do(Said("Goal"), add(goal), add(order))
    held.press("t", "4", "o")
    held.type_text("asked")
    held.press(ENTER)
    assert (target(held).goal, target(held).opportunity) == ("ask", None)


def test_a_day_that_is_past_is_refused_and_what_was_typed_stays(held: Held) -> None:
    held.press("t", "4")
    by = part(held).by
    by.open()
    by.editor.line.setText("2026-11-01")
    held.press(ENTER)
    assert "lies ahead" in by.editor.problem()
    by.editor.line.setText("2027-02-28")
    held.press(ENTER)
    assert target(held).by == date(2027, 2, 28)


def test_an_unknown_level_is_found_out_first(held: Held) -> None:
    held.press("?", "t", "4")
    assert way_of(warnings(held)[0]._warned) == "see"


def test_a_target_can_be_removed_and_brought_back(held: Held) -> None:
    held.press("t", "4")
    part(held)._clear.click()
    assert held.client.targets == ()
    held.desk.undo()
    assert target(held).acceptance == 4


def test_a_rivals_estimate_has_no_target(held: Held) -> None:
    page(held).one.choose_whose("kerui")
    held.press("t", "4")
    assert held.client.targets == ()
    assert page(held).scales.sitting.now.acceptance == 4


def test_every_warning_has_a_way_to_mend_it(held: Held) -> None:
    held.press("?", "t", "4", DOWN, "t", "5", DOWN, "t", "1")
    wanted = target(held)
    late = Target(**{**_values(wanted), "by": story.AUGUST, "set_on": story.AUGUST})
    for shown in (wanted, late):
        for warned in target_warnings(held.client, page(held).scales.person, shown, held.clock.day):
            assert way_of(warned), warned.code


def _values(record: Target) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def test_g_says_why_nothing_is_suggested_and_wants_nothing(held: Held) -> None:
    page(held).one.choose_person("li")
    held.press("g")
    assert held.client.targets == ()
    assert not part(held)._refused.isHidden()
    assert part(held)._refused.text() == "Weigh first; then a target can be suggested."
    held.press("3")
    assert part(held)._refused.isHidden()


def test_no_change_flashes_a_window_which_would_close_the_card_of_weights(held: Held) -> None:
    held.press("t", "5", DOWN, "t", "5")
    opened = _Opened()
    QApplication.instance().installEventFilter(opened)
    held.press("w")
    card = page(held).one.card
    card.editors[Dimension.ACCEPTANCE].accept(40)
    card.editors[Dimension.ACTIVITY].accept(20)
    QApplication.instance().removeEventFilter(opened)
    assert card.isVisible()
    assert opened.windows == [card]
    QTest.keyClick(card.editors[Dimension.ACTIVITY].line, ESCAPE)
    assert not card.isVisible()


class _Opened(QObject):
    """Collects every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep it when it is a window of its own."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False
