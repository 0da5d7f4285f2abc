"""What every page is: a widget with a name that shows values, says what was edited and where to go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client, Workspace
from kamdesk.desk.desk import Desk
from kamdesk.ui.doing import Doing
from kamdesk.ui.footer import Footer
from kamdesk.ui.look import Look
from kamdesk.ui.panes import main_inside

__all__ = ["PALETTE_FIELD", "Doing", "Goto", "Page", "Shown"]

_NARROW = 1100  # px at 100 % text, below which a page has little room
PALETTE_FIELD = 228  # px, the palette's field in the top strip where no side panel gives it a width


@dataclass(frozen=True, slots=True)
class Goto:
    """A place to go to: a client's ("people" with `client`) or one of the rail ("visits"), and what to do there."""

    place: str
    client: str = ""
    item: str = ""
    action: str = ""
    apart: bool = False  # in a window of its own


@dataclass(frozen=True, slots=True)
class Shown:
    """What a client's page shows."""

    client: Client
    workspace: Workspace
    today: date


class Page(QWidget):
    """A place of the program. Pages read through the desk and write only by `edited`.

    A page builds its widgets and hands them to `arrange`, which sets body, panel, actions and footer as the frame of
    the window wants them; it calls `show_keys` again when its keys or its remark change.
    """

    name: ClassVar[str] = ""
    label: ClassVar[str] = ""
    rail: ClassVar[bool] = False  # a place of the rail fills the window's height, under the top strip
    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto
    working = Signal(object)  # Job: run it on the one job thread, show its progress and its trouble
    arranged = Signal()  # the side panel was shown or hidden

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look = look
        self.desk = desk
        self.corner: QWidget | None = None  # the actions; those of a client's page the frame sets beside the tabs
        self._body: QWidget | None = None
        self._panel: QFrame | None = None
        self._widths = (0, 0)  # of the panel, in a page of the usual width and in a narrow one
        self._footer = Footer(look, self)

    def arrange(
        self,
        body: QWidget,
        panel: QWidget | None = None,
        width: int = 0,
        actions: tuple[QWidget, ...] = (),
        *,
        narrow: int = 0,
    ) -> None:
        """Set the body, a side panel and the page's actions, most important last.

        The panel is `width` px wide at 100 % text, and `narrow` px if that is given and the page has little room.
        """
        self._widths = (width, narrow or width)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.corner = self._row_of(actions)
        if self.rail:
            column.addWidget(self.corner)
        self._body = body
        column.addWidget(body, 1)
        column.addWidget(self._footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        if panel:
            self._panel = self._framed(panel, width)
            row.addWidget(self._panel)
        self._make_room()
        self.show_keys()

    def show_keys(self) -> None:
        """Show `keys` and `remark` in the footer as they are now."""
        keys, remark = self.keys(), self.remark()
        self._footer.show_keys(keys, remark)
        self._footer.setVisible(bool(keys or remark))

    def show_panel(self, shown: bool) -> None:
        """Show or hide the side panel."""
        if self._panel and shown == self._panel.isHidden():
            if shown:
                self._make_room(beside=True)  # before the panel asks for its width: the window would grow for both
            self._panel.setVisible(shown)
            self._make_room()
            self.arranged.emit()

    @property
    def panel_width(self) -> int:
        """How wide the side panel is, 0 while there is none."""
        return self._panel.width() if self._panel and not self._panel.isHidden() else 0

    def panes(self) -> list[QWidget]:
        """The parts that F6 walks over."""
        return [part for part in (self._body, self._panel) if part is not None]

    def keyboard_place(self) -> QWidget:
        """Where the keyboard goes when the page is shown and nothing in it was asked for."""
        return main_inside(self)

    def show_client(self, shown: Shown) -> None:
        """Show this client now; keep focus, selection, scroll place and any half-typed text.

        A page of the rail is about all clients and gets `refresh` instead.
        """

    def refresh(self) -> None:
        """Read again from the desk what a page of the rail shows; its constructor does so first."""

    def item(self) -> str:
        """The key of what is chosen here, to be chosen again when the window is built anew."""
        return ""

    def open_item(self, key: str, action: str) -> None:
        """Go to a record (`key` may be "") or start an action: "new", "weigh", "prepare", "export", "print" …"""

    def take(self, deed: str) -> bool:
        """Do one of the window's deeds ("export", "print") in the page's own way; False leaves it to the window."""
        return False

    def more_lists(self) -> Sequence[tuple[str, Sequence[Any]]]:
        """What the page has of records beyond its lists of rows, each under a title: it can be printed all the same."""
        return ()

    def keys(self) -> list[tuple[str, str]]:
        """The keycaps and words of the footer and of the cheat sheet; no footer when empty."""
        return []

    def remark(self) -> str:
        """What stands at the right end of the footer: "1 of 128"."""
        return ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel gives way in a narrow window."""
        super().resizeEvent(event)
        px, (usual, narrow) = self.look.theme.px, self._widths
        width = px(narrow if event.size().width() < px(_NARROW) else usual)
        if self._panel and self._panel.width() != width:
            self._panel.setFixedWidth(width)
            self.arranged.emit()

    def _row_of(self, actions: tuple[QWidget, ...]) -> QWidget:
        """The actions in a row, at its right end."""
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.theme.space("m"))
        row.addStretch(1)
        for action in actions:
            row.addWidget(action)
        if self.rail:
            held.setFixedHeight(self.look.size("strip"))
        return held

    def _framed(self, panel: QWidget, width: int) -> QFrame:
        """The panel on its own ground; in a place of the rail it begins below the palette's field."""
        frame = QFrame()
        frame.setProperty("part", "panel")
        frame.setFixedWidth(self.look.theme.px(width))
        held = QVBoxLayout(frame)
        held.setContentsMargins(1, self.look.size("strip") if self.rail else 0, 0, 0)
        held.addWidget(panel)
        return frame

    def _make_room(self, *, beside: bool = False) -> None:
        """Keep a rail place's actions clear of the arrows at their left and of the palette's field at their right."""
        if self.rail and self.corner is not None:
            theme = self.look.theme
            field = 0 if beside or self.panel_width else theme.px(PALETTE_FIELD) + theme.space("l")
            self.corner.setContentsMargins(theme.px(88), 0, theme.size("gutter_right") + field, 0)
