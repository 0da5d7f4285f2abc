"""A checklist as a text file that people read and write: one line per item, ★ for must-haves, [groups] between them.

# comment
name: First visit
kind: first
grades: S A
steps: 1-3
[Purpose]
★ Objective in one sentence
Valid business reason ×2
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kamdesk.client.checklists import usual_weight
from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Grade
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.visit_records import VisitKind
from kamdesk.errors import Trouble
from kamdesk.words import LANGUAGES, Said, said, words_for

MAX_BYTES = 1_000_000
MAX_LINE = 500  # characters of an item
MAX_LINES = 2_000
STEP = 10
_STARS = ("★", "*")
_WEIGHT = re.compile(r"\s+[×x](\d{1,4})$")
_HEAD = re.compile(r"(name|purpose|kind|grades|steps)\s*[:：]\s*(.*)", re.IGNORECASE)
_STEPS = re.compile(r"(\d?)\s*[-–]?\s*(\d?)")
_GUARDED = ("#", "[", "★", "*", "\\")


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that could not be read: its number in the file, from 1, and why."""

    line: int
    why: Said

    @property
    def said(self) -> Said:
        """In words."""
        return said("Line {n}: {why}", n=self.line, why=self.why)


@dataclass(frozen=True, slots=True)
class Read:
    """A checklist out of a file, and the lines of the file that were left out."""

    template: Template
    lines: tuple[TemplateItem, ...]
    problems: tuple[Problem, ...]


def write_checklist(template: Template, lines: list[TemplateItem]) -> str:
    """The text of a checklist; read again it is the same."""
    told = [f"name: {template.name}"]
    if template.purpose.strip():
        told.append(f"purpose: {template.purpose}")
    if template.kind:
        told.append(f"kind: {template.kind.value}")
    if template.grades:
        told.append(f"grades: {' '.join(grade.value for grade in template.grades)}")
    if template.from_step or template.to_step:
        told.append(f"steps: {template.from_step or ''}-{template.to_step or ''}")
    group = ""
    for item in sorted(lines, key=lambda item: item.rank or 0):
        if item.group != group:
            group = item.group
            told += ["", f"[{group}]"]
        told.append(_told(item))
    return "\n".join(told) + "\n"


def read_checklist(data: bytes, name: str) -> Read:
    """The checklist in a file called `name`; what cannot be read is named by its line, the rest is kept.

    Trouble when the file is too large or has not one item.
    """
    if len(data) > MAX_BYTES:
        raise Trouble(said("{file} is larger than {n} MB.", file=name, n=1), said("A checklist is a short text file."))
    reading = _Reading(Template(owner=WORKSPACE, name=name))
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if len(reading.lines) >= MAX_LINES:
            reading.problems.append(Problem(number, said("more than {n} items", n=MAX_LINES)))
            break
        if (why := reading.take(raw)) is not None:
            reading.problems.append(Problem(number, why))
    if not reading.lines:
        raise Trouble(
            said("{file} has no items of a checklist.", file=name),
            said("Write one item per line, ★ before a must-have, [Group] before a group."),
        )
    return Read(reading.template, tuple(reading.lines), tuple(reading.problems))


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    template: Template
    group: str = ""
    begun: bool = False  # an item or a group has come: from here on a head line comes too late
    lines: list[TemplateItem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, raw: bytes) -> Said | None:
        """Read one line; the reason when it cannot be read."""
        try:
            text = raw.decode("utf-8").strip()
        except UnicodeDecodeError:
            return said("it is no text in UTF-8")
        if not text or text.startswith("#"):
            return None
        if any(not sign.isprintable() and sign != "\t" for sign in text):
            return said("it has characters that are no text")
        if text.startswith("["):
            return self._group(text)
        if found := _HEAD.fullmatch(text):
            if not self.begun:
                return self._head(found[1].lower(), found[2].strip())
            # what the checklist is for, among its items: never an item nobody meant to write
            return said("“{name}:” belongs above the first item; \\ before it makes it an item", name=found[1])
        self.begun = True
        return self._item(text)

    def _group(self, text: str) -> Said | None:
        self.begun = True
        if not text.endswith("]"):
            return said("a group ends with ]")
        group = text[1:-1].strip()
        if not group:
            return said("a group needs a name")
        self.group = group
        return None

    def _head(self, name: str, text: str) -> Said | None:
        if not text:
            return said("nothing stands behind the colon")
        try:
            values = _HEADS[name](text)
        except ValueError:
            return said("“{text}” is not known here", text=text[:40])
        held = {name: getattr(self.template, name) for name in _FIELDS} | values
        self.template = Template(key=self.template.key, owner=WORKSPACE, **held)
        return None

    def _item(self, text: str) -> Said | None:
        must = text.startswith(_STARS)
        bare = text.lstrip("".join(_STARS)).strip() if must else text
        weight = usual_weight(must)
        if found := _WEIGHT.search(bare):
            weight, bare = int(found[1]), bare[: found.start()].strip()
        bare = bare.removeprefix("\\").strip()
        if not bare:
            return said("an item needs words")
        if len(bare) > MAX_LINE:
            return said("it is longer than {n} characters", n=MAX_LINE)
        if weight > 100:
            return said("a weight is between 0 and 100")
        self.lines.append(
            TemplateItem(
                owner=WORKSPACE,
                template=self.template.key,
                group=self.group,
                text=bare,
                must=must,
                weight=weight,
                rank=STEP * (len(self.lines) + 1),
            )
        )
        return None


def _told(item: TemplateItem) -> str:
    """One item as a line; what would read as something else is guarded by a backslash."""
    text = item.text.strip()
    usual = usual_weight(item.must)
    weight = usual if item.weight is None else item.weight
    if text.startswith(_GUARDED) or (not item.must and _HEAD.fullmatch(text)):
        text = f"\\{text}"
    told = f"★ {text}" if item.must else text
    return f"{told} ×{weight}" if weight != usual or _WEIGHT.search(f" {text}") else told


def _kind(text: str) -> dict[str, Any]:
    folded = text.casefold()
    for kind in VisitKind:
        names = {kind.value, *(words_for(language).tr(kind.label).casefold() for language in LANGUAGES)}
        if folded in names:
            return {"kind": kind}
    raise ValueError(text)


def _grades(text: str) -> dict[str, Any]:
    wanted = {Grade(part) for part in re.split(r"[\s,，、]+", text.upper()) if part}
    return {"grades": tuple(grade for grade in Grade if grade in wanted)}


def _steps(text: str) -> dict[str, Any]:
    found = _STEPS.fullmatch(text)
    if found is None:
        raise ValueError(text)
    low, high = found[1], found[2]
    if "-" not in text and "–" not in text:
        low = high = text
    first, last = (int(part) if part else None for part in (low, high))
    if any(step is not None and not 1 <= step <= 8 for step in (first, last)) or (first and last and first > last):
        raise ValueError(text)
    return {"from_step": first, "to_step": last}


_FIELDS = ("name", "purpose", "kind", "grades", "from_step", "to_step")
_HEADS: dict[str, Callable[[str], dict[str, Any]]] = {
    "name": lambda text: {"name": text},
    "purpose": lambda text: {"purpose": text},
    "kind": _kind,
    "grades": _grades,
    "steps": _steps,
}
