"""The scenes of a rep's day: weekly review, the month, a debrief that is half written, the ledger of promises."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kamdesk.client.edit import change
from kamdesk.client.plan_records import Side
from kamdesk.client.visit_records import Result, Visit
from kamdesk.client.visiting import Promise, next_visit
from kamdesk.desk.debriefing import give
from kamdesk.desk.filing import file_intel
from kamdesk.ui.frame import Frame
from kamdesk.ui.pages.page import Doing, Goto
from kamdesk.ui.pages.visit.debrief_notes import DebriefNotes
from kamdesk.words import said
from tests.gallery.stage import STORY, settle

NOTES = {
    "agreed": "约陈启明周三再看样件；试点范围先定 4 个工位",
    "unresolved": "单价未定，等周总监授权",
    "learned": "陈启明说科瑞交期要十周\n王璐会在评标会上推荐我们",
}


def day_scenes(frame: Frame, key: str) -> dict[str, Callable[[], None]]:
    """By name; none of them has a golden picture: they come after scenes that change the sample."""
    return {
        "day-review": partial(_go, frame, Goto("today", action="review")),
        "day-month": partial(_go, frame, Goto("visits", "", STORY.date().isoformat(), "day")),
        "day-ledger": partial(_go, frame, Goto("plan", key, "", "promises")),
        "day-debrief": partial(_debrief, frame, key),
        "day-debrief-filing": partial(_filing, frame),
    }


def _go(frame: Frame, goto: Goto) -> None:
    frame.way.go(goto)
    settle(300)


def _debrief(frame: Frame, key: str) -> None:
    """The next visit as it looks when its notes were typed, two promises given and a rival's fact filed."""
    client, workspace, today = frame.desk.client(key), frame.desk.workspace(), frame.desk.today
    visit = next_visit(client, frame.desk.clock.now())
    assert isinstance(visit, Visit)
    noted = change(visit, result=Result.ADVANCE, **NOTES)
    frame.saving.do(Doing(said("Notes"), (noted,)))
    for line in (
        Promise(Side.THEIRS, "回签试点协议", "王璐", today),
        Promise(Side.OURS, "排产表更新", "郑宁", today),
    ):
        step = give(client, workspace, visit, line, "", today)[1]
        frame.saving.do(Doing(step.said, step.edits))
    fact = file_intel(client, visit, "科瑞交期要十周", today, workspace.rivals[0], "陈启明")[1]
    frame.saving.do(Doing(fact.said, fact.edits))
    _go(frame, Goto("visits", key, visit.key, "debrief"))


def _filing(frame: Frame) -> None:
    """A part of its notes is selected and filed as a fact."""
    lines = frame.stage.page.findChildren(DebriefNotes)[0].editors["learned"].control
    lines.setFocus()
    lines.selectAll()
    QTest.keyClick(lines, Qt.Key.Key_E)
    settle(200)
