"""How the visits say things: readiness, result, what a day is called in a list."""

from __future__ import annotations

from datetime import date

from kamdesk.client.units import tell_day, tell_long_day
from kamdesk.client.visit_records import Result, Visit
from kamdesk.client.visiting import Readiness
from kamdesk.ui.look import Look

RESULT_TONES = {Result.ORDER: "ok", Result.ADVANCE: "ok", Result.CONTINUATION: "neutral", Result.NONE: "warn"}
RESULT_ICONS = {
    Result.ORDER: "check",
    Result.ADVANCE: "arrow-up-right",
    Result.CONTINUATION: "equal",
    Result.NONE: "minus",
}


def ready_words(ready: Readiness, look: Look) -> tuple[str, str, str]:
    """Whether one may go: words, tone and icon of a chip. Ready from 80 % on with every must-have (method F14)."""
    tr = look.tr
    if not ready.total:
        return tr("No checklist yet"), "neutral", "list"
    if ready.ready:
        return tr("Ready to go"), "ok", "circle-check"
    if missing := len(ready.missing_musts):
        return look.trn("{n} must-have open", "{n} must-haves open", missing), "warn", "star"
    return tr("{share} prepared", share=f"{ready.share:.0%}"), "neutral", "circle-dashed"


def result_words(visit: Visit, look: Look) -> tuple[str, str, str] | None:
    """What came of a visit: words, tone and icon of a chip; None while nobody has said."""
    if visit.result is None:
        return None
    return look.tr(visit.result.label), RESULT_TONES[visit.result], RESULT_ICONS[visit.result]


def day_words(day: date, today: date, look: Look) -> str:
    """A day as lists call it: Today, Tomorrow, 周四, 12-18."""
    away = (day - today).days
    if away in (0, 1):
        return look.tr("Today") if away == 0 else look.tr("Tomorrow")
    if 1 < away < 7 - today.weekday():
        return weekday(day, look)
    return tell_day(day, look.words, today)


def weekday(day: date, look: Look) -> str:
    """周四, Thu."""
    long = tell_long_day(day, look.words)
    return (
        long.rpartition(" ")[2].replace("星期", "周" if look.words.language == "zh_CN" else "週")
        if look.words.chinese
        else long[:3]
    )


def visit_keys(look: Look, *, debriefing: bool) -> list[tuple[str, str]]:
    """What the keys of a visit do, the most used first."""
    tr = look.tr
    others = [("[ ]", tr("Other visit")), ("V", tr("All visits")), ("I", tr("What to carry")), ("S", tr("Sheet"))]
    if debriefing:
        return [("D", tr("Preparation")), ("Ctrl Enter", tr("Finish")), *others]
    here = [("1–7", tr("Block")), ("Space", tr("Tick")), ("Enter", tr("Edit")), ("A", tr("Add to the block"))]
    more = [("M", tr("First of what is missing")), ("F", tr("Make it the floor")), (", .", tr("Turn the sheet"))]
    sheets = [("G", tr("Negotiation sheet")), ("T", tr("Phone probe"))]
    return [*here, ("D", tr("Debrief")), ("U", tr("Take a question")), *others, *more, *sheets]
