"""The views of all visits: which belong to each, in which groups, what is said when there are none, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.desk.agenda import COMING, MOST_PAST, Entry, Span
from kamdesk.ui.look import Look
from kamdesk.ui.pages.all_visits.rows import Head
from kamdesk.words import NC_

VIEWS = (
    ("all", NC_("visits", "All"), tuple(Span)),
    ("coming", NC_("visits", "Coming"), COMING),
    ("waiting", NC_("visits", "To debrief"), (Span.WAITING,)),
    ("past", NC_("visits", "Past"), (Span.WAITING, Span.PAST)),
)


def fits(entry: Entry, view: object, text: str) -> bool:
    """Whether a view and the words of the filter leave a visit."""
    spans = next(spans for name, _, spans in VIEWS if name == view)
    return entry.span in spans and entry.matches(text.casefold().split())


def recent(entries: Sequence[Entry]) -> list[Entry]:
    """The visits without those that were too long ago to be read through."""
    past = [entry for entry in entries if entry.span is Span.PAST]
    return [*(entry for entry in entries if entry.span is not Span.PAST), *past[:MOST_PAST]]


def grouped(entries: Sequence[Entry], look: Look) -> list[Entry | Head]:
    """The visits under the heads of their spans."""
    rows: list[Entry | Head] = []
    for span in Span:
        mine = [entry for entry in entries if entry.span is span]
        if mine:
            rows.append(Head(span, len(mine), look.tr(span.label)))
            rows.extend(mine)
    return rows


def beside(keys: Sequence[str], current: str, step: int) -> str | None:
    """The key so many steps from the current one, or at the end that is nearest; None when there are none."""
    if not keys:
        return None
    at = keys.index(current) if current in keys else -1 if step > 0 else 0
    return keys[max(0, min(len(keys) - 1, at + step))]


def none_words(words: str, look: Look) -> tuple[str, str]:
    """What is said when nothing is left: a title and a sentence."""
    tr = look.tr
    if not words:
        return tr("Nothing here"), tr("Another view beside the title shows the other visits.")
    told = tr("No visit matches “{words}”", words=words)
    return told, tr("The filter looks at client, objective, place and what was agreed.")


def visit_keys(look: Look, *, month: bool) -> list[tuple[str, str]]:
    """What the keys do in the list or in the month."""
    tr, trc = look.tr, look.trc
    here = [("Enter", tr("Open")), ("N", tr("New visit")), ("C", tr("Calendar file")), ("M", tr("Mail draft"))]
    if not month:
        return [*here, ("L", tr("Month")), ("Ctrl F", tr("Filter"))]
    days = (("← →", trc("key", "day")), ("↑ ↓", trc("key", "week")), ("PgUp PgDn", trc("key", "month")))
    return [*days, *here, ("L", tr("List"))]
