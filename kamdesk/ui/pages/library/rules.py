"""The numbers of the method: each with its unit and the method's own number, found by words, changed in place."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Workspace
from kamdesk.client.record import Field, Kind, Value
from kamdesk.client.rules import RULES, Described, Rules, described
from kamdesk.desk import rules as steps
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.filter_field import FilterField
from kamdesk.ui.parts.labels import Heading, Label, Paragraph
from kamdesk.ui.parts.scrolled import Scrolled
from kamdesk.ui.parts.typed_editors import TypedEditor
from kamdesk.words import N_, NC_

_WIDEST = 760  # px at 100 % text: a row is read from its words to its number
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Weigh-in"), ("fresh_days", "old_days", "enough", "coach", "supporter", "neutral", "non_supporter")),
    (N_("Whole client"), ("unweighed", "covers", "margin", "general", "survives", "opener")),
    (N_("Dependence"), ("carries", "one_of_theirs", "one_of_ours", "threads")),
    (N_("Targets and plan"), ("ahead", "too_far", "per_half_year", "kinds", "worth", "meals")),
    (N_("Suggested levels"), ("invitations", "came_half", "came_often", "told_mostly", "told_often")),
)
_OTHERS = N_("More")
_UNITS = {"d": NC_("unit", "d"), "%": "%"}


def told_default(look: Look, rule: Described) -> str:
    """The method's own number with its unit."""
    number = f"{rule.default:g}"
    return look.tr("{n} d", n=number) if rule.unit == "d" else number + rule.unit


def told_bounds(look: Look, rule: Described) -> str:
    """What a number may be."""
    return look.tr("{low} to {high}", low=f"{rule.low:g}", high=f"{rule.high:g}")


class RuleEditor(TypedEditor):
    """The field of one rule; empty means the method's own number."""

    def __init__(self, look: Look, rule: Described) -> None:
        super().__init__(look, Field(rule.name, Kind.PERCENT, rule.label))
        self.rule = rule
        self.rules = RULES
        px = look.theme.px
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFixedWidth(px(88))
        self.line.setToolTip(told_bounds(look, rule))
        self._default = Label(look, look.tr("method: {value}", value=told_default(look, rule)), "small", "muted")
        unit = Label(look, look.tr(_UNITS[rule.unit]) if rule.unit in _UNITS else "", colour="text2")
        unit.setMinimumWidth(px(28))
        beside = QHBoxLayout()
        beside.setSpacing(look.theme.space("s"))
        for part in (self.line, unit, self._default):
            beside.addWidget(part)
        beside.addStretch(1)
        self.column.insertLayout(0, beside)  # what is wrong is said below, as wide as all of it

    def show_rules(self, rules: Rules) -> bool:
        """Show the number as it is now, what is half typed stays; True when it is the method's own."""
        number: float = getattr(rules, self.rule.name)
        own = number == self.rule.default
        self.rules = rules
        self.set_value(Decimal(f"{number:g}"))
        self._default.show_colour("muted" if own else "text2")
        return own

    def put(self, value: Value) -> None:
        """Show the number as short as it can be written."""
        self._shown = f"{value:g}" if isinstance(value, Decimal) else ""
        self.line.setText(self._shown)

    def finish(self) -> None:
        """Read what was typed and commit it; say what is wrong with it otherwise."""
        if self.line.text() == self._shown:
            self.accept(self._value)
            return
        number, problem = steps.read_rule(self.rules, self.rule, self.line.text())
        if problem is not None:
            self.say(self.look.tell(problem))
        else:
            self.accept(Decimal(f"{number:g}"))


class RuleRow(QWidget):
    """One rule: its words, the number, the unit, the method's own number and, when changed, the way back to it."""

    changed = Signal(object, object)  # Described, the number; None to bring the method's own back

    def __init__(self, look: Look, rule: Described) -> None:
        super().__init__()
        self.look, self.rule = look, rule
        self.words = look.tr(rule.label)
        px = look.theme.px
        label = Label(look, self.words, wrap=True)
        label.setMinimumHeight(look.size("field"))
        self.editor = RuleEditor(look, rule)
        self.editor.setFixedWidth(px(260))
        label.setBuddy(self.editor.control)
        told = look.tr("As in the method: {value}", value=told_default(look, rule))
        self.reset = IconButton(look, "undo-2", told, small=True)
        sizing = self.reset.sizePolicy()
        sizing.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(sizing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space("m"))
        for widget, stretch in ((label, 1), (self.editor, 0), (self.reset, 0)):
            row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        self.editor.committed.connect(self._commit)
        self.reset.clicked.connect(self._bring_back)

    def show_rules(self, rules: Rules) -> None:
        """Show the number as it is now; what is half typed stays."""
        self.reset.setVisible(not self.editor.show_rules(rules))

    def _commit(self, value: Value) -> None:
        self.changed.emit(self.rule, value)

    def _bring_back(self) -> None:
        self.editor.start()  # the button is about to go
        self.editor.show_value(self.editor.value())
        self.changed.emit(self.rule, None)


class RulesShelf(QWidget):
    """All rules in groups under a field that finds them."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self.filter = FilterField(look, tr("Find a rule"))
        self.reset_all = Button(look, tr("All as in the method"), "third", icon="undo-2", small=True)
        self.rows: dict[str, RuleRow] = {rule.name: RuleRow(look, rule) for rule in described()}
        self._headings: dict[str, Heading] = {}
        self._none = Paragraph(look, tr("No rule is called that."), colour="text2")
        self._workspace: Workspace | None = None
        self._arrange()
        self.filter.textChanged.connect(self._narrow)
        self.filter.walked.connect(self._walk)
        self.filter.entered.connect(self._enter)
        self.reset_all.clicked.connect(self._reset_all)
        for row in self.rows.values():
            row.changed.connect(self._change)
        self._narrow()

    def _arrange(self) -> None:
        theme, body = self.look.theme, QWidget()
        column = QHBoxLayout(body)
        column.setContentsMargins(theme.size("gutter_left"), 0, theme.size("gutter_right"), 0)
        column.addWidget(self._listed(), 1)
        column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._above())
        whole.addWidget(Scrolled(body), 1)

    def _listed(self) -> QWidget:
        """The rows under their headings."""
        look, space, held = self.look, self.look.theme.space, QWidget()
        held.setMaximumWidth(look.theme.px(_WIDEST))
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, space("xl"))
        column.setSpacing(look.theme.px(6))
        for heading, rows in self._grouped():
            self._headings[heading] = Heading(look, look.tr(heading))
            column.addSpacing(space("s"))
            column.addWidget(self._headings[heading])
            for row in rows:
                column.addWidget(row)
        column.addWidget(self._none)
        column.addStretch(1)
        return held

    def _above(self) -> QWidget:
        """What the rules are, the field that finds one, the way back from all changes."""
        look, theme, held = self.look, self.look.theme, QWidget()
        left = theme.size("gutter_left")
        held.setMaximumWidth(theme.px(_WIDEST) + left)
        note = look.tr(
            "Where the method leaves a number to judgement, yours counts. "
            "Weigh-ins already made stay as they were weighed; all other figures follow at once."
        )
        line = QHBoxLayout()
        line.addWidget(self.filter)
        line.addStretch(1)
        line.addWidget(self.reset_all)
        column = QVBoxLayout(held)
        column.setContentsMargins(left, theme.space("s"), 0, theme.space("s"))
        column.setSpacing(theme.space("m"))
        column.addWidget(Paragraph(look, note, colour="text2"))
        column.addLayout(line)
        return held

    def _grouped(self) -> Iterable[tuple[str, list[RuleRow]]]:
        named = {name for _, names in _GROUPS for name in names}
        for heading, names in _GROUPS:
            yield heading, [self.rows[name] for name in names if name in self.rows]
        if others := [row for name, row in self.rows.items() if name not in named]:
            yield _OTHERS, others

    def show_workspace(self, workspace: Workspace, *, locked: bool) -> None:
        """Show the rules as they are now."""
        self._workspace = workspace
        rules = Rules.of(workspace.thresholds)
        for row in self.rows.values():
            row.show_rules(rules)
            row.setEnabled(not locked)
        self.reset_all.setVisible(rules != RULES and not locked)

    def start(self, name: str = "") -> None:
        """Put the keyboard into the field of a rule, without one into the field that finds them."""
        if row := self.rows.get(name):
            self.filter.clear()
            row.editor.start()
        else:
            self.filter.setFocus()
            self.filter.selectAll()

    def shown(self) -> list[RuleRow]:
        """The rows that fit what is typed, from the top."""
        asked = self.filter.text().casefold().split()
        every = (row for _, rows in self._grouped() for row in rows)
        return [row for row in every if all(part in row.words.casefold() for part in asked)]

    def _narrow(self) -> None:
        shown = self.shown()
        for heading, rows in self._grouped():
            for row in rows:
                row.setVisible(row in shown)
            self._headings[heading].setVisible(any(row in shown for row in rows))
        self._none.setVisible(not shown)

    def _walk(self, step: int) -> None:
        if step > 0:
            self._enter()

    def _enter(self) -> None:
        if shown := self.shown():
            shown[0].editor.start()

    def _change(self, rule: Described, value: Value) -> None:
        if self._workspace is not None:
            number = float(value) if isinstance(value, Decimal) else rule.default
            self._do(steps.set_rule(self._workspace, rule, number))

    def _reset_all(self) -> None:
        if self._workspace is not None:
            self.filter.setFocus()  # the button is about to go
            self._do(steps.reset_rules(self._workspace))

    def _do(self, step: Step) -> None:
        self.edited.emit(Doing(step.said, step.edits))
