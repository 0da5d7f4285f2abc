"""The numbers of the method as the rep wants them: read what was typed, change one, bring the method's back."""

from __future__ import annotations

import unicodedata
from decimal import Decimal, InvalidOperation

from kamdesk.client.client import WORKSPACE, Workspace
from kamdesk.client.edit import Edit, add, change, removal
from kamdesk.client.library import Threshold
from kamdesk.client.rules import Described, Rules, described
from kamdesk.store.step import Step
from kamdesk.words import Said, said

# Names of rules of which each may not be less than the one before.
RISING = (
    ("non_supporter", "neutral", "supporter", "coach"),
    ("fresh_days", "old_days"),
    ("came_half", "came_often"),
)
_QUOTED = 40


def read_rule(rules: Rules, rule: Described, text: str) -> tuple[float, Said | None]:
    """The number a text means and None, or the rule's present number and what is wrong; "" means the method's own."""
    now: float = getattr(rules, rule.name)
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix(rule.unit).strip().replace(",", ".")
    if not plain:
        return rule.default, None
    try:
        value = Decimal(plain)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        return now, said("“{text}” is no number", text=text.strip()[:_QUOTED])
    if whole(rule) and value != value.to_integral_value():
        return now, said("“{text}” is no whole number", text=text.strip()[:_QUOTED])
    number = float(value)
    if not rule.low <= number <= rule.high:
        bounds = {"low": f"{rule.low:g}", "high": f"{rule.high:g}"}
        return now, said("{value} is not between {low} and {high}", value=f"{number:g}", **bounds)
    problem = _order_problem(rules, rule, number)
    return (now, problem) if problem else (number, None)


def whole(rule: Described) -> bool:
    """True for days and for what is counted: a rule that is declared with a whole number and no percent sign."""
    return isinstance(rule.default, int) and rule.unit != "%"


def set_rule(workspace: Workspace, rule: Described, value: float) -> Step:
    """Change a rule; the method's own number takes the record of it away. Ask `read_rule` first."""
    if value == rule.default:
        return reset_rule(workspace, rule)
    told = said("Rule “{rule}”: {value}", rule=Said(rule.label), value=f"{value:g}")
    kept = _kept(workspace, rule)
    if kept:
        return Step(told, (change(kept[-1], value=f"{value:g}"),))
    return Step(told, (add(Threshold(owner=WORKSPACE, name=rule.name, value=f"{value:g}")),))


def reset_rule(workspace: Workspace, rule: Described) -> Step:
    """Bring the method's own number back."""
    told = said("Rule “{rule}” as in the method", rule=Said(rule.label))
    return Step(told, _without(workspace, _kept(workspace, rule)))


def reset_rules(workspace: Workspace) -> Step:
    """Bring all the method's own numbers back."""
    return Step(said("All rules as in the method"), _without(workspace, list(workspace.thresholds)))


def _order_problem(rules: Rules, rule: Described, value: float) -> Said | None:
    labels = {item.name: item.label for item in described()}
    for names in RISING:
        if rule.name not in names:
            continue
        at = names.index(rule.name)
        for name in reversed(names[:at]):
            if value < (limit := getattr(rules, name)):
                return said("“{rule}” is {value}; this must not be less", rule=Said(labels[name]), value=f"{limit:g}")
        for name in names[at + 1 :]:
            if value > (limit := getattr(rules, name)):
                return said("“{rule}” is {value}; this must not be more", rule=Said(labels[name]), value=f"{limit:g}")
    return None


def _kept(workspace: Workspace, rule: Described) -> list[Threshold]:
    return [item for item in workspace.thresholds if item.name == rule.name]


def _without(workspace: Workspace, kept: list[Threshold]) -> tuple[Edit, ...]:
    return tuple(edit for item in kept for edit in removal(workspace, item))
