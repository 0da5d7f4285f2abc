"""What every page is: a widget with a name that shows values, says what was edited and where to go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import Edit
from kamdesk.ui.look import Look
from kamdesk.words import Said

if TYPE_CHECKING:
    from kamdesk.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Doing:
    """What a person did: the words of the step for undo, and its edits."""

    said: Said
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Goto:
    """A place to go to: a client's ("people" with `client`) or one of the rail ("visits"), and what to do there."""

    place: str
    client: str = ""
    item: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a client's page shows."""

    client: Client
    workspace: Workspace
    today: date


class Page(QWidget):
    """A place of the program. Pages read through the desk and write only by `edited`."""

    name: ClassVar[str] = ""
    label: ClassVar[str] = ""
    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look = look
        self.desk = desk

    def show_client(self, shown: Shown) -> None:
        """Show this client now; keep focus, selection, scroll place and any half-typed text.

        A page of the rail is about all clients and gets `refresh` instead.
        """

    def refresh(self) -> None:
        """Read again from the desk what a page of the rail shows."""

    def open_item(self, key: str, action: str) -> None:
        """Go to a record (`key` may be "") or start an action: "new", "weigh", "prepare", "export", "print" …"""

    def keys(self) -> list[tuple[str, str]]:
        """The keycaps and words of the footer and of the cheat sheet; no footer when empty."""
        return []

    def remark(self) -> str:
        """What stands at the right end of the footer: "1 of 128"."""
        return ""
