"""Which list of a page is meant, and what it says in columns, group by group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kamdesk.client.client import Client
from kamdesk.document.record_list import ListColumn, Listed, ListRow
from kamdesk.ui.list_paper.cells import Cells, Told, cells_of
from kamdesk.ui.pages.page import Page
from kamdesk.ui.parts.filter_field import FilterField
from kamdesk.ui.parts.rows import Rows
from kamdesk.ui.parts.segments import Segments
from kamdesk.ui.parts.tables import Table


@runtime_checkable
class Faces(Protocol):
    """A part of a page that shows something else than its list, and can fill the list all the same."""

    def fill_list(self) -> None:
        """Bring the list up to date."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What one view shows."""

    title: str
    columns: tuple[ListColumn, ...]
    rows: tuple[ListRow, ...]


def listed_on(page: QWidget, focus: QWidget | None, told: Told, client: Client | None) -> Listed | None:
    """The list with the keyboard, else the largest one in sight; lists of the same columns go together.

    None where no list with words is on the page.
    """
    views = _views(page, focus)
    groups = {view: group for view in views if (group := _group(view, told)) is not None and group.rows}
    if not groups:
        return None
    wanted = next((view for view in groups if focus is not None and (view is focus or view.isAncestorOf(focus))), None)
    wanted = wanted or max(groups, key=_area)
    same = [group for view, group in groups.items() if group.columns == groups[wanted].columns]
    rows = same[0].rows if len(same) == 1 else tuple(row for group in same for row in _headed(group))
    about = client.company.name if client is not None else ""
    return Listed(groups[wanted].title, groups[wanted].columns, rows, about, _chosen(page, told))


def _views(page: QWidget, focus: QWidget | None) -> list[QAbstractItemView]:
    """The lists in sight, from above and from the left; where the page itself shows a picture, the list behind it."""
    for part in page.findChildren(QWidget):
        if isinstance(part, Faces):
            part.fill_list()
    held = [
        view
        for view in page.findChildren(QAbstractItemView)
        if isinstance(view.model(), Rows) and view.model().rowCount() and not view.window().isHidden()
    ]
    seen = [view for view in held if view.isVisible()]
    body = [view for view in seen if not _beside(view, page)]
    behind = [view for view in held if isinstance(view, Table) and not _beside(view, page)]
    inside = focus is not None and any(view is focus for view in seen)
    found = seen if inside or body else behind or seen
    return sorted(found, key=lambda view: _place(view, page))


def _beside(view: QWidget, page: QWidget) -> bool:
    """Whether a list is part of the page's side panel."""
    body = page.panes()[0] if isinstance(page, Page) else page
    return not body.isAncestorOf(view)


def _place(view: QWidget, page: QWidget) -> tuple[int, int]:
    at = view.mapTo(page, QPoint(0, 0))
    return at.y(), at.x()


def _area(view: QWidget) -> int:
    return view.width() * view.height()


def _group(view: QAbstractItemView, told: Told) -> _Group | None:
    rows = view.model()
    assert isinstance(rows, Rows)
    title = view.accessibleName()
    if rows.columnCount() > 1:
        columns = _table_columns(view, rows)
        texts = [_Row(rows, item, len(columns)) for item in rows.rows]
        return _Group(title, columns, tuple(ListRow(row.texts()) for row in texts))
    cells = next((cells for item in rows.rows if (cells := cells_of(item, told)) is not None), None)
    if cells is None:
        return None
    heads = tuple(ListColumn(head, figures) for head, figures in zip(cells.heads, cells.figures, strict=True))
    return _Group(title, heads, tuple(_list_row(item, cells, told) for item in rows.rows))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table."""

    rows: Rows
    item: Any
    count: int

    def texts(self) -> tuple[str, ...]:
        """Cell by cell."""
        return tuple(self.rows.words(self.item, at) for at in range(self.count))


def _table_columns(view: QAbstractItemView, rows: Rows) -> tuple[ListColumn, ...]:
    heads = [str(rows.headerData(at, Qt.Orientation.Horizontal) or "") for at in range(rows.columnCount())]
    right = [False] * len(heads)
    if isinstance(view, Table):
        right = [bool(column.align & Qt.AlignmentFlag.AlignRight) for column in view.columns]
    return tuple(ListColumn(head, figures) for head, figures in zip(heads, right, strict=True))


def _list_row(item: Any, cells: Cells, told: Told) -> ListRow:
    """A row, or the head of a group among them."""
    if cells_of(item, told) is None:
        title, count = getattr(item, "title", ""), getattr(item, "count", "")
        return ListRow((f"{title} {count}".strip(),), group=True)
    return ListRow(cells.texts(item), alarm=bool(getattr(item, "late", False)))


def _headed(group: _Group) -> Sequence[ListRow]:
    return (ListRow((group.title,), group=True), *group.rows)


def _chosen(page: QWidget, told: Told) -> str:
    """What narrows the list, in the words of the page."""
    fields = [field.text().strip() for field in page.findChildren(FilterField) if field.isVisible()]
    words = [told.look.tr("“{text}”", text=text) for text in fields if text]
    views = [view.words() for view in page.findChildren(Segments) if view.isVisible() and view.narrows]
    return " · ".join([*(text for text in views if text), *words])
