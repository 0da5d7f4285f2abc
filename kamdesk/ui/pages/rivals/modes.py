"""The ways the sheet is looked at, and what typing means in each: kept, tried, or as somebody sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent

from kamdesk.client.role_view import View
from kamdesk.ui.pages.rivals.body import SheetBody
from kamdesk.ui.pages.rivals.cells import NEED, TACTIC, WANTS, WEIGHT
from kamdesk.ui.pages.rivals.sheet_deeds import SheetDeeds
from kamdesk.ui.pages.rivals.sheet_keys import COPY
from kamdesk.ui.pages.rivals.trying import Looking


class SheetModes(QObject):
    """What is stored changes by the deeds alone."""

    turned = Signal()  # the sheet is looked at in another way, or another cell is tried
    acting = Signal(str)  # Enter on the tactic of a need

    def __init__(self, body: SheetBody, deeds: SheetDeeds) -> None:
        super().__init__(body)
        self.body, self.view, self.deeds = body, body.view, deeds
        self.looking = Looking()
        self._note = ""
        self.view.editing.connect(self._edit)
        self.view.composing.connect(self._compose)
        self.view.opening.connect(self._open)
        self.view.clearing.connect(self._clear)
        self.view.working.connect(self._work)
        self.view.moving.connect(self._move)
        self.view.acting.connect(self._act)
        body.editing.typed.connect(self._type)
        body.top.trying.connect(self.toggle_trying)
        body.top.seen.connect(self.look_as)
        body.mode.keeping.connect(self.keep)
        body.mode.leaving.connect(self.look_plain)

    def show_bar(self) -> None:
        """Say above the sheet how it is looked at."""
        looking, bar = self.looking, self.body.mode
        if looking.what is not None:
            bar.show_trying(len(looking.tried), looking.moves(self.deeds.known.today), self._note)
        elif looking.view is not None:
            bar.show_eyes(looking.view, self._note)
        else:
            bar.hide()

    def _turn(self) -> None:
        self._note = ""
        self.body.editing.close()
        self.turned.emit()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_trying(self) -> None:
        """Try cells ("what if"), or look at the sheet as it is again."""
        if self.looking.what is None and self.deeds.is_open:
            self.looking.begin_trying(self.deeds.known.client, self.deeds.known.workspace)
        else:
            self.looking.plain()
        self._turn()

    def look_as(self, view: View) -> None:
        """See the sheet as a role or a person does."""
        self.looking.look_as(view)
        self._turn()

    def look_plain(self) -> None:
        """Look at the sheet as it is; what was tried is forgotten."""
        self.looking.plain()
        self._turn()

    def keep(self) -> None:
        """Keep what was tried, as one step."""
        step = self.looking.kept()
        self.looking.plain()
        self.deeds.do(step, toast=True)
        self._turn()

    def _edit(self, words: str) -> None:
        """Type into a cell; while cells are tried a digit alone is the score."""
        view = self.view
        if self._is_refused():
            self._try(False)
        elif self.looking.what is not None and view.rows.is_side(view.column) and words in tuple("12345"):
            self._type(view.key, view.column, {"score": int(words)})
        else:
            self.body.editing.edit(words)

    def _compose(self, event: QInputMethodEvent) -> None:
        if self._is_refused():
            self._try(False)
        else:
            self.body.editing.compose(event)

    def _is_refused(self) -> bool:
        """Whether the current cell can't be tried, whatever is typed into it."""
        return self.looking.what is not None and self.view.column in (NEED, WANTS)

    def _open(self) -> None:
        if self.looking.what is not None:
            self.keep()
        else:
            self.body.editing.open_whole()

    def _type(self, key: str, column: str, values: Mapping[str, Any]) -> None:
        looking, deeds = self.looking, self.deeds
        if looking.what is not None:
            self.body.editing.hand_back()
            self._try(looking.try_cell((key, column), values))
        elif looking.view is not None and column == WEIGHT:
            self.body.editing.hand_back()
            if person := looking.whose(deeds.known.client):
                deeds.weigh_for(key, person.key, values["importance"])
            else:
                tr = self.body.look.tr
                self._note = tr("The weight of a role is the mean of its people: change it at a person.")
                self.show_bar()
        else:
            deeds.type_into(key, column, values)

    def _clear(self) -> None:
        if self.looking.what is None:
            self.deeds.clear()
            return
        for key, column in (place for row in self.view.chosen() for place in row):
            if column not in (NEED, WANTS, TACTIC):
                self.looking.try_cell((key, column), {"importance" if column == WEIGHT else "score": None})
        self._try(True)

    def _try(self, tried: bool) -> None:
        """Show what moves, or why nothing was tried."""
        self._note = "" if tried else self.body.look.tr("Only scores and weights can be tried.")
        self.turned.emit()

    def _work(self, deed: str) -> None:
        if self.looking.what is None or deed == COPY:
            self.deeds.work(deed)
        else:
            self._try(False)

    def _move(self, by: int) -> None:
        if self.looking.what is None:
            self.deeds.move(by)
        else:
            self._try(False)

    def _act(self) -> None:
        if self.looking.what is not None:
            self.keep()
        elif self.view.key and self.deeds.is_open:
            self.acting.emit(self.view.key)
