"""What the sheet of a visit is made of, for the preview beside the preparation and for what leaves the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from kamdesk.client.client import Client, Workspace
from kamdesk.client.visit_records import Visit
from kamdesk.ui.pages.paper.making import Order
from kamdesk.words import words_for

if TYPE_CHECKING:
    from kamdesk.document.binding import Written

SHEET = "visit"  # name of desk.send.SHEETS


@dataclass(frozen=True, slots=True)
class SheetOrder(Order):
    """The sheet of one visit; `parts` is its key alone."""

    fillable: bool = False

    def write(self, out: BinaryIO) -> Written:
        """Write it."""
        from kamdesk.document.visit_sheet import write_visit

        words = words_for(self.language)
        return write_visit(self.client, self.workspace, out, words, self.on, self.parts[0], self.fillable)


def order_of(
    client: Client, workspace: Workspace, visit: Visit, on: date, language: str, *, fillable: bool = False
) -> SheetOrder:
    """What the sheet of a visit is made of."""
    return SheetOrder(client, workspace, on, language, (visit.key,), SHEET, fillable=fillable)
