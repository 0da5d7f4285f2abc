"""Promises of both sides for the ledger's tests, beside the story of the visits."""

from __future__ import annotations

from datetime import timedelta

from kamdesk.client.plan_records import Action, Side
from kamdesk.client.record import Record
from tests.ui.held import TODAY


def promises() -> list[Record]:
    """One late and one to come of ours; of theirs one to come and three kept, one of them late."""
    ours, theirs = (Side.OURS, "林嘉"), (Side.THEIRS, "王璐")
    kept = [_given(f"k{n}", f"回签文件 {n}", theirs, -40, -20, done=-18 if n == 1 else -21) for n in range(1, 4)]
    return [
        _given("o1", "补交检测报告", ours, -12, -2),
        _given("o2", "发测算表", ours, 0, 3),
        _given("t1", "提供样件", (Side.THEIRS, "陈启明"), -5, 9, proof="李敏在场"),
        *kept,
    ]


def _given(
    key: str, text: str, by: tuple[Side, str], said: int, due: int, done: int | None = None, proof: str = ""
) -> Action:
    """A promise; its days are reckoned from today."""
    return Action(
        key=key,
        owner="hx",
        text=text,
        side=by[0],
        said_by=by[1],
        said_on=TODAY + timedelta(said),
        due=TODAY + timedelta(due),
        done=None if done is None else TODAY + timedelta(done),
        proof=proof,
    )
