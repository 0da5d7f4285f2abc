"""Which checklist a visit starts from: by what it is for, the grade of the client and the buying step (method S3-1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Grade
from kamdesk.client.library import Template
from kamdesk.client.visit_records import Visit, VisitKind
from kamdesk.client.visiting import end_of

_CONTRACT = 7  # from this buying step on terms are negotiated (method F9)
_FIRST_STEP, _LAST_STEP = 1, 8


def current(templates: Iterable[Template]) -> tuple[Template, ...]:
    """The checklists that visits may start from; older versions are kept only to look at."""
    return tuple(template for template in templates if template.replaced_by is None)


def version_of(template: Template) -> int:
    """The version of a checklist; one that was never changed is the first."""
    return template.version or 1


def fitting(
    templates: Iterable[Template], kind: VisitKind | None, grade: Grade | None, step: int | None
) -> tuple[Template, ...]:
    """The checklists that may be used, the one that says most about this very visit first.

    A checklist that is for another kind, grade or step is left out; one that names none is for all. Among those that
    fit equally the order of the library decides.
    """
    ranked = [(_fit(template, kind, grade, step), template) for template in current(templates)]
    found = [(fit, template) for fit, template in ranked if fit is not None]
    return tuple(template for _, template in sorted(found, key=lambda pair: -pair[0]))


def choose(
    workspace: Workspace, kind: VisitKind | None, grade: Grade | None, step: int | None = None
) -> Template | None:
    """The checklist a visit starts from; None while there is none that fits."""
    return next(iter(fitting(workspace.templates, kind, grade, step)), None)


def likely_kind(client: Client, now: datetime, step: int | None = None) -> VisitKind:
    """What the next visit is likely for: the first one, a negotiation at the end of a purchase, else a routine one."""
    if not any(visit.at and end_of(visit) < now for visit in client.visits):
        return VisitKind.FIRST
    if step is not None and step >= _CONTRACT:
        return VisitKind.NEGOTIATION
    return VisitKind.ROUTINE


def likely_step(client: Client, before: Visit | None = None) -> int | None:
    """The buying step of the last visit of which it is known, which is where the next one starts."""
    known = [visit for visit in client.visits if visit.step and visit.at and visit is not before]
    last = max(known, key=lambda visit: visit.at.timestamp() if visit.at else 0.0, default=None)
    return last.step if last else None


def _fit(template: Template, kind: VisitKind | None, grade: Grade | None, step: int | None) -> int | None:
    """How much of a visit a checklist is made for, 0-7; None when it is made for another one."""
    fit = 0
    if template.kind is not None and kind is not None:
        if template.kind is not kind:
            return None
        fit += 4
    if template.grades and grade is not None:
        if grade not in template.grades:
            return None
        fit += 2
    low, high = template.from_step, template.to_step
    if (low or high) and step is not None:
        if not (low or _FIRST_STEP) <= step <= (high or _LAST_STEP):
            return None
        fit += 1
    return fit
