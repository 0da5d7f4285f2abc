"""Which list of a page is meant, and what it says in columns, group by group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from kamdesk.client.client import Client
from kamdesk.document.record_list import ListColumn, Listed, ListRow
from kamdesk.ui.list_paper.cells import Cells, cells_of
from kamdesk.ui.list_paper.page_cells import SECRET
from kamdesk.ui.list_paper.told import Told
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

    def isAncestorOf(self, child: QWidget) -> bool:
        """Whether the list is a part of it."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What one view shows."""

    title: str
    columns: tuple[ListColumn, ...]
    rows: tuple[ListRow, ...]


def lists_on(page: QWidget, focus: QWidget | None, told: Told, client: Client | None) -> list[Listed]:
    """Every list of the page: first the one with the keyboard, else the page's own, at last what it shows so."""
    views = _views(page, focus)
    groups = {view: group for view in views if (group := _group(view, told)) is not None and group.rows}
    first = next((view for view in groups if focus is not None and (view is focus or view.isAncestorOf(focus))), None)
    order = sorted(groups, key=lambda view: (view is not first, *_rank(view, page)))
    about, chosen = client.company.name if client is not None else "", _chosen(page, told)
    found: dict[tuple[ListColumn, ...], Listed] = {}
    for view in order:
        columns = groups[view].columns
        if columns not in found:
            same = [group for group in groups.values() if group.columns == columns]
            rows = same[0].rows if len(same) == 1 else tuple(row for group in same for row in _headed(group))
            found[columns] = Listed(groups[view].title, columns, rows, about, chosen)
    more = page.more_lists() if isinstance(page, Page) else ()
    told_so = (Listed(title, *table, about) for title, rows in more if (table := _told_as(rows, told)) is not None)
    return [*found.values(), *(made for made in told_so if made.columns not in found)]


def listed_on(page: QWidget, focus: QWidget | None, told: Told, client: Client | None) -> Listed | None:
    """The first of the lists; None where no list with words is on the page."""
    return next(iter(lists_on(page, focus, told, client)), None)


def _views(page: QWidget, focus: QWidget | None) -> list[QAbstractItemView]:
    """The lists in sight, from above and from the left; where the page itself shows a picture, the list behind it."""
    faces = [part for part in page.findChildren(QWidget) if isinstance(part, Faces)]
    for part in faces:
        part.fill_list()
    held = [
        view
        for view in page.findChildren(QAbstractItemView)
        if isinstance(view.model(), Rows) and view.model().rowCount() and not isinstance(view, QHeaderView)
    ]
    seen = [view for view in held if view.isVisible() and getattr(view, "prints", True)]
    behind = [view for view in held if isinstance(view, Table) and any(face.isAncestorOf(view) for face in faces)]
    inside = focus is not None and any(view is focus or view.isAncestorOf(focus) for view in seen)
    found = seen if inside else [*seen, *(view for view in behind if view not in seen)]
    return sorted(found, key=lambda view: _place(view, page))


def _rank(view: QAbstractItemView, page: QWidget) -> tuple[bool, bool, bool, tuple[int, int]]:
    """The list behind a picture comes first, one in the side panel late; the page's own list before its parts."""
    beside = isinstance(page, Page) and not page.panes()[0].isAncestorOf(view)
    part = view.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return view.isVisible(), beside, part, _place(view, page) if part else (-view.width() * view.height(), 0)


def _place(view: QWidget, page: QWidget) -> tuple[int, int]:
    at = view.mapTo(page, QPoint(0, 0))
    return at.y(), at.x()


def _group(view: QAbstractItemView, told: Told) -> _Group | None:
    rows = view.model()
    assert isinstance(rows, Rows)
    title = view.accessibleName()
    if rows.columnCount() > 1:
        columns = _table_columns(view, rows)
        texts = [_Row(rows, item, len(columns)) for item in rows.rows]
        return _Group(title, columns, tuple(ListRow(row.texts()) for row in texts))
    items = getattr(view, "whole", ()) or rows.rows
    if any(isinstance(item, SECRET) for item in items):
        return None
    table = _told_as(items, told)
    if table is None:
        whole = [item for item in items if not hasattr(item, "record")]  # a row that may hold one holds none
        texts_of = ((rows.words(item, 0).strip(),) for item in whole)
        lines = tuple(ListRow(texts) for texts in texts_of if texts[0])
        table = (ListColumn(title),), lines
    return _Group(title, *table)


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


def _told_as(rows: Sequence[Any], told: Told) -> tuple[tuple[ListColumn, ...], tuple[ListRow, ...]] | None:
    """The columns and the rows of values of a kind; None where nobody said what they tell."""
    items = [row[1] if type(row) is tuple else row for row in rows]  # some lists number what they show
    main = next((item for item in items if cells_of(item, told) is not None), None)
    if main is None or (cells := cells_of(main, told)) is None:
        return None
    heads = tuple(ListColumn(head, figures) for head, figures in zip(cells.heads, cells.figures, strict=True))
    made = (_list_row(item, type(main), cells, told) for item in items)
    return heads, tuple(row for row in made if row is not None)


def _list_row(item: Any, main: type, cells: Cells, told: Told) -> ListRow | None:
    """A row, or the head of a group among them; None for what is no record of the list, but offered beside it."""
    own = cells_of(item, told)
    if own is not None:
        same = own.heads == cells.heads
        return ListRow(own.texts(item), alarm=bool(getattr(item, "late", False))) if same else None
    if isinstance(item, main):
        return None
    title, count = getattr(item, "title", ""), getattr(item, "count", "")
    return ListRow((f"{title} {count}".strip(),), group=True)


def _headed(group: _Group) -> Sequence[ListRow]:
    return (ListRow((group.title,), group=True), *group.rows)


def _chosen(page: QWidget, told: Told) -> str:
    """What narrows the list, in the words of the page."""
    fields = [field.text().strip() for field in page.findChildren(FilterField) if field.isVisible()]
    words = [told.look.tr("“{text}”", text=text) for text in fields if text]
    views = [view.words() for view in page.findChildren(Segments) if view.isVisible() and view.narrows]
    return " · ".join([*(text for text in views if text), *words])
