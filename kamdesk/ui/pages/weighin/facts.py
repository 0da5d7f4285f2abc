"""The facts behind one level, a line each, and the form that opens right there."""

from __future__ import annotations

from datetime import date

from kamdesk.client.record import Record, field_of
from kamdesk.client.rules import Rules
from kamdesk.client.units import tell_day
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.client.weighing import Freshness, freshness
from kamdesk.desk.weighin import Sitting, notes_to_pick
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.details import Habits
from kamdesk.ui.pages.weighin.form import FactForm
from kamdesk.ui.pages.weighin.record_list import RecordLine, RecordList

_MOST = 6
_ICONS = {Freshness.FRESH: ("link", "ok"), Freshness.AMBER: ("clock", "warn"), Freshness.RED: ("clock-alert", "bad")}
_MONTH, _YEAR = 30.4, 365  # days


class FactLine(RecordLine):
    """One fact: how fresh it is by icon and words, its day, what happened, where it is from."""

    def show_fact(self, fact: Evidence, on: date, rules: Rules, more: int = 0) -> None:
        """Show a fact, and how many others there are."""
        look, fresh = self.look, freshness(fact.day, on, rules)
        icon, colour = _ICONS[fresh]
        old = fresh is not Freshness.FRESH
        tail = _age(fact, on, look) if old else _source(fact, look)
        if more:
            tail = look.trn("and {n} more", "and {n} more", more)
        day = tell_day(fact.day, look.words, on) if fact.day else "?"
        ink = colour if old and not more else "muted"
        self.show_line(fact.text, icon=icon, icon_colour=colour, lead=day, tail=tail, tail_colour=ink)
        lines = [f"{day}  {fact.text}", *_known(fact, look)]
        if old:
            lines.append(look.tr("{age}: it proves no level any more.", age=_age(fact, on, look)))
        self.setToolTip("\n".join(lines))
        self.setAccessibleDescription("; ".join(lines[1:]))


def _source(fact: Evidence, look: Look) -> str:
    if not fact.second_source:
        return fact.source
    return look.tr("{source}, confirmed", source=fact.source) if fact.source else look.tr("confirmed")


def _age(fact: Evidence, on: date, look: Look) -> str:
    """7 months old, 2 years old."""
    if fact.day is None:
        return look.tr("without a day")
    days = (on - fact.day).days
    if days < _YEAR:
        months = max(1, round(days / _MONTH))
        return look.trn("{n} month old", "{n} months old", months)
    years = days // _YEAR
    return look.trn("over {n} year old", "over {n} years old", years)


def _known(fact: Evidence, look: Look) -> list[str]:
    """What else is known of a fact, a line each."""
    tr = look.tr
    lines = [_source(fact, look)]
    if fact.second_source:
        lines.append(tr("Confirmed by: {source}", source=fact.second_source))
    if fact.kind:
        lines.append(tr(fact.kind.label))
    if fact.confidence:
        lines.append(tr("Confidence: {level}", level=tr(fact.confidence.label)))
    if fact.volunteered:
        lines.append(tr(field_of(Evidence, "volunteered").label))
    return [line for line in lines if line]


class FactList(RecordList):
    """The newest fact; in the current row all of them, with the way to add one."""

    def __init__(self, look: Look, dimension: Dimension, habits: Habits) -> None:
        super().__init__(look, look.tr("Add a fact"), "E")
        self._dimension, self._habits = dimension, habits
        self._form: FactForm | None = None

    @property
    def form(self) -> FactForm:
        """The form; made when it is first asked for, because few rows ever need theirs."""
        if self._form is None:
            self._form = FactForm(self.look, self._dimension, self._habits)
            self._column.addWidget(self._form)
            self._form.kept.connect(self.kept)
            self._form.removed.connect(self.removed)
            self._form.closed.connect(self._closed)
            self._form.grown.connect(self.grown)
            self._show_form()
        return self._form

    @property
    def writing(self) -> bool:
        """True while the form is open."""
        return self._form is not None and not self._form.isHidden()

    def _show_form(self) -> None:
        if self._form is not None and self._sitting is not None:
            notes = notes_to_pick(self._sitting, self._dimension)
            self._form.show_sitting(self._sitting, notes, is_open=self._is_open)

    def show_facts(self, sitting: Sitting, *, is_open: bool) -> None:
        """Show this person's facts; an estimate of a rival has none."""
        self._sitting, self._is_open = sitting, is_open and sitting.rival is None
        self._show_form()
        self._fill()

    def open_form(self, record: Record | None = None) -> None:
        """Open the form for a new fact, or for one that shall be changed."""
        if self._sitting and self._is_open:
            self.form.open_for(self._sitting, record if isinstance(record, Evidence) else None)
            super().open_form(record)

    def _fill(self) -> None:
        if self._sitting is None:
            return
        sitting = self._sitting
        facts = sitting.facts(self._dimension) if sitting.rival is None else ()
        shown = facts[: _MOST if self._current else 1]
        more = 0 if self._current else len(facts) - 1
        for line, fact in zip(self._lines_for(FactLine, shown), shown, strict=True):
            assert isinstance(line, FactLine)
            line.show_fact(fact, sitting.day, sitting.client.rules, more)
        super()._fill()
