"""How checklists are listed: what each is for, and the lines of one in a table whose lines move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from kamdesk.client.choosing import version_of
from kamdesk.client.library import Template
from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import RIGHT, paint_lines, paint_text
from kamdesk.ui.parts.record_table import RecordTable
from kamdesk.ui.parts.rows import RowDelegate

_NARROW = {"group": 104, "must": 88, "weight": 72}  # px of the columns beside the item


@dataclass(frozen=True, slots=True)
class Listed:
    """A checklist with how many lines it has."""

    template: Template
    lines: int

    @property
    def key(self) -> str:
        """The template's."""
        return self.template.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return self.template.name


def told_for(template: Template, look: Look) -> str:
    """What a checklist is for: kind, grades, buying steps; its purpose where it says none of them."""
    tr, parts = look.tr, []
    if template.kind:
        parts.append(tr(template.kind.label))
    if template.grades:
        parts.append(" ".join(grade.value for grade in template.grades))
    low, high = template.from_step, template.to_step
    if low or high:
        parts.append(tr("steps {first}–{last}", first=low or 1, last=high or 8))
    return " · ".join(parts) or template.purpose or tr("for every visit")


class TemplateDelegate(RowDelegate):
    """A checklist's name, what it is for, how many lines it has."""

    def draw(self, painter: QPainter, rect: QRectF, item: Any, *, selected: bool) -> None:
        """Paint a checklist."""
        look, px = self.look, self.look.theme.px
        used = px(34)
        told = str(item.lines)
        paint_text(painter, rect, told, look.font("small", tabular=True), look.colour("muted"), RIGHT)
        paint_lines(painter, rect.adjusted(0, 0, -used, 0), item.template.name, told_for(item.template, look), look)


class LineTable(RecordTable):
    """The lines of a checklist; Alt+Up and Alt+Down move one. Those of an older version are only read."""

    moving = Signal(str, int)  # key and by how many places
    locked = False

    def __init__(self, look: Look, section: str, names: Sequence[str] = (), *, gutter: int = 0) -> None:
        super().__init__(look, section, names, gutter=gutter)
        # an item is a sentence: the others leave it the room
        self.columns = tuple(replace(column, width=_NARROW.get(column.name, column.width)) for column in self.columns)
        self._head.lay()

    def edit_cell(self) -> None:
        """Edit the current cell, unless it is of an older version."""
        if not self.locked:
            super().edit_cell()

    def _tick(self, key: str) -> None:
        if not self.locked:
            super()._tick(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current line."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.current_key():
            self.moving.emit(self.current_key(), step)
        else:
            super().keyPressEvent(event)


def version_words(template: Template, look: Look) -> str:
    """Version 3."""
    return look.tr("Version {n}", n=version_of(template))
