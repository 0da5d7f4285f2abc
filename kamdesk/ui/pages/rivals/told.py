"""The cells of the sheet in words: for screen readers, for tooltips and for the line that tells the current cell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kamdesk.client.comparing import Row
from kamdesk.client.units import tell_day, tell_decimal
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import DOWN, LEVEL, NEED, TACTIC, UP, WANTS, WEIGHT, Cell, SheetRow


def listed(look: Look, words: Iterable[str]) -> str:
    """Words one after the other, as the language lists them."""
    return ("、" if look.words.chinese else ", ").join(words)


def words_of(item: SheetRow, column: str, look: Look, today: date) -> str:
    """One cell in words."""
    tr, factor = look.tr, item.factor
    if column == NEED:
        return need_words(item, look)
    if column == WEIGHT:
        return tr("unknown") if factor.importance is None else f"{factor.importance.normalize():f}"
    if column == WANTS:
        return factor.wants or tr("unknown")
    if column == TACTIC:
        return tactic_words(item, look)
    return cell_words(item.cells[column], look, today)


def need_words(item: SheetRow, look: Look) -> str:
    """The need, and who cares for it."""
    if not item.carers:
        return item.factor.name
    names = listed(look, (contact.name for contact in item.carers))
    return look.tr("{need}, matters to {names}", need=item.factor.name, names=names)


def tactic_words(item: SheetRow, look: Look) -> str:
    """The tactic's short name; without one what is missing."""
    tactic = item.row.tactic
    if tactic is None:
        return look.tell(item.row.reason[0]) if item.row.reason else look.tr("unknown")
    return look.tr(tactic.label)


def cell_words(cell: Cell, look: Look, today: date) -> str:
    """Value, score, how it compares, source and day, how sure, and to whom it may be told."""
    tr = look.tr
    if not cell.known:
        return tr("unknown")
    score = tr("score {score}", score=cell.score) if cell.score is not None else tr("score unknown")
    mark = {UP: tr("better"), DOWN: tr("worse"), LEVEL: tr("equal")}.get(cell.mark, "")
    told = [cell.value, score, mark, *evidence_words(cell, look, today)]
    return listed(look, filter(None, told))


def evidence_words(cell: Cell, look: Look, today: date) -> list[str]:
    """Where a cell comes from: source and day, age when it is old, how sure, whether it may be told outside."""
    tr = look.tr
    told = [source_words(cell, look, today)]
    if cell.old:
        told.append(tr("out of date") if cell.day else tr("of no day"))
    if cell.confidence:
        told.append(tr("Confidence: {level}", level=tr(cell.confidence.label)))
    told.append(tr("may be told outside") if cell.tellable else look.trc("evidence", "internal"))
    return told


def source_words(cell: Cell, look: Look, today: date) -> str:
    """Source and day; that there is no source is said, too."""
    day = tell_day(cell.day, look.words, today) if cell.day else ""
    source = cell.source or look.tr("no source yet")
    return look.tr("{source}, {day}", source=source, day=day) if day else source


def share_words(row: Row) -> str:
    """The weight as it was typed."""
    importance = row.factor.importance
    return "?" if importance is None else tell_decimal(importance, 0 if importance == int(importance) else 1)
