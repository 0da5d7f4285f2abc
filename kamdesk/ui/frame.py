"""The contents of a window in one look: rail, stage and what lies over them. Another look is another frame."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.desk.bring import load_sample
from kamdesk.desk.change import Change
from kamdesk.errors import Trouble
from kamdesk.settings import Settings
from kamdesk.ui.client_steps import new_client, removal_of
from kamdesk.ui.deeds import Deeds
from kamdesk.ui.hit_rows import Row
from kamdesk.ui.job import Job
from kamdesk.ui.look import Look
from kamdesk.ui.notes import Notes
from kamdesk.ui.pages.page import Goto, Page
from kamdesk.ui.pages.registry import rail_places
from kamdesk.ui.palette import Finder
from kamdesk.ui.palette_view import Palette
from kamdesk.ui.panes import Panes
from kamdesk.ui.rail import Rail
from kamdesk.ui.rail_facts import RailFacts
from kamdesk.ui.saving import Saving
from kamdesk.ui.shared import Shared
from kamdesk.ui.sheets import Sheets
from kamdesk.ui.stage import Stage
from kamdesk.ui.trouble_bar import TroubleBar
from kamdesk.ui.way import Way
from kamdesk.words import LANGUAGES


class Frame(QWidget):
    """Goes to places, does what pages say, and says what came of it."""

    wished = Signal(str, object)  # for the window: "language", "theme", "scale", "folded", "apart", "close"

    def __init__(self, look: Look, shared: Shared, settings: Settings) -> None:
        super().__init__()
        self.look, self.desk = look, shared.desk
        self._shared, self._folded = shared, settings.folded
        self._panes = Panes()
        self.saving = Saving(shared.desk, self)
        self.rail = Rail(look, tuple(rail_places().values()), settings.folded)
        self.bar = TroubleBar(look)
        self.stage = Stage(look, shared.desk)
        self.way = Way(look, self.stage, self.rail)
        self.deeds = Deeds(self, look, shared.desk, self._has_client)
        self.sheets = Sheets(self, look, shared.desk, settings, shared.folder)
        self.notes = Notes(look, self, self.saving)
        self.search = Palette(look, self, Finder(look, shared.desk, self.deeds.can, self._visited, self._here))
        self._facts = RailFacts(self.rail, shared.desk, self.saving)
        self._arrange()
        self._connect()
        self.deeds.carry(self._steps())

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.stage, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.notes.middle_at(self.rail.width())
        self.sheets.page, self.sheets.here = self._page, self._here

    def _connect(self) -> None:
        self.rail.chosen.connect(self._choose)
        self.rail.pressed.connect(self.deeds.run)
        self.stage.built.connect(self._take_page)
        self.stage.going.connect(self.way.go)
        self.stage.menu_wanted.connect(self.deeds.open_client_menu)
        self.stage.arrows.back.connect(self.way.go_back)
        self.stage.arrows.forward.connect(self.way.go_forward)
        self.way.apart.connect(self._open_apart)
        self.way.asked.connect(self.deeds.run)
        self.way.troubled.connect(self.show_trouble)
        self.stage.field.clicked.connect(self.search.open)
        self.search.chosen.connect(self._choose_row)
        self.sheets.wished.connect(self.wished)
        self.sheets.named.connect(self.create_client)
        self.sheets.working.connect(self.start)
        self.sheets.edited.connect(self.saving.do)
        self.sheets.told.connect(self.notes.say)
        self._shared.bridge.changed.connect(self._take_change)
        self._facts.new_day.connect(self.stage.take_all)
        self.saving.failed.connect(self.show_trouble)
        self.saving.settled.connect(self._settle)
        self.bar.retried.connect(self.saving.retry)
        self.bar.copied.connect(self._copy_waiting)
        self.bar.dismissed.connect(self.saving.forget)

    def _steps(self) -> dict[str, Callable[[], object]]:
        """What each deed of actions.py does."""
        does: dict[str, Callable[[], object]] = {
            "palette": self.search.open,
            "back": self.way.go_back,
            "forward": self.way.go_forward,
            "undo": self.saving.undo,
            "redo": self.saving.redo,
            "remove_client": self.remove_client,
            "sample": self.load_sample,
            "fold": self.fold,
        }
        does |= self.sheets.steps()
        does |= {name: partial(self._ask_page, name) for name in ("new", "find")}
        does |= {name: partial(self._ask_paper, name) for name in ("export", "print")}
        does |= {name: partial(self.way.go, Goto("today", action=name)) for name in ("print_tomorrow", "review")}
        does["calendar"] = partial(self.way.go, Goto("visits", action="calendar"))
        does |= {name: partial(self.wished.emit, name, None) for name in ("theme", "close")}
        does |= {"apart": self._open_apart, "next_pane": partial(self._walk_panes, 1)}
        does |= {"previous_pane": partial(self._walk_panes, -1)}
        does |= {"next_place": partial(self.way.walk, 1), "previous_place": partial(self.way.walk, -1)}
        does |= {f"language:{name}": partial(self.wished.emit, "language", name) for name in LANGUAGES}
        return does | {f"place:{name}": partial(self.way.go, Goto(name)) for name in rail_places()}

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what the world did not allow."""
        self.bar.show_trouble(trouble, self.saving.waiting)
        self._facts.show_safety()

    def create_client(self, name: str) -> None:
        """Make a client of this name and go there."""
        key, doing = new_client(name)
        if self.saving.do(doing):
            self.way.go(Goto("overview", key, "", "fill"))

    def remove_client(self) -> None:
        """Remove the client that is shown; the toast and undo bring it back."""
        view = self.stage.view
        if view is not None and view.client is not None:
            self.saving.do(removal_of(view.client))

    def load_sample(self) -> None:
        """Bring in the sample clients."""
        self.notes.say_at_once(self.look.tr("Loading the sample…"))
        try:
            load_sample(self.desk, self.look.words.language)
        except Trouble as trouble:
            self.show_trouble(trouble)
        self.notes.done()

    def fold(self) -> None:
        """Fold the rail, or unfold it."""
        self._folded = not self._folded
        self.rail.fold(self._folded)
        self.notes.middle_at(self.rail.width())
        self.wished.emit("folded", self._folded)

    def take_over(self, old: Frame) -> None:
        """Stand where another frame stood, with what it could not save and with its open settings."""
        self.saving.take_over(old.saving)
        self.way.take_over(old.way)
        chosen = old.stage.page.item() if old.stage.page else ""
        self.way.go(dataclasses.replace(old.stage.place, item=chosen))
        if old.sheets.settings_open:
            self.sheets.open_settings()

    def commit(self) -> bool:
        """Let the field with the keyboard save what was typed; False when something could not be saved."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()
        return not self.saving.waiting

    def _choose(self, place: str) -> None:
        self.way.go(Goto(place))

    def _choose_row(self, row: Row) -> None:
        if row.deed == "create_client":
            self.create_client(row.words)
        elif row.deed:
            self.deeds.run(row.deed)
        elif row.goto:
            self.way.go(row.goto)

    def _has_client(self) -> bool:
        return self.stage.view is not None

    def _page(self) -> Page | None:
        return self.stage.page

    def _visited(self) -> tuple[str, ...]:
        here = self.stage.place.client
        return tuple(key for key in self.way.visited if key != here)

    def _here(self) -> str:
        return self.stage.place.client

    def _ask_page(self, action: str) -> None:
        if (page := self.stage.page) is not None:
            page.open_item("", action)

    def _ask_paper(self, action: str) -> None:
        page, view = self.stage.page, self.stage.view
        if view is not None and not (page is not None and page.take(action)):
            self.way.go(Goto("paper", view.key, "", action))

    def _open_apart(self, goto: Goto | None = None) -> None:
        self.wished.emit("apart", goto or self.stage.place)

    def _walk_panes(self, step: int) -> None:
        page = self.stage.page
        self._panes.go([self.bar, self.rail, *(page.panes() if page else [])], step)

    def _take_page(self, page: Page) -> None:
        page.edited.connect(self.saving.do)
        page.going.connect(self.way.go)
        page.working.connect(self.start)

    def start(self, job: Job) -> None:
        """Run a page's job and show its progress when it takes long."""
        self.notes.watch(job)
        self.bar.watch(job)
        self._shared.jobs.start(job)

    def _take_change(self, change: Change) -> None:
        before = self.stage.place
        if not self.stage.take(change):
            self.way.leave(before.client)
        self._facts.take_change()
        self.way.tell()

    def _settle(self) -> None:
        self.bar.take_away(self.stage.page)
        self._facts.show_safety()

    def _copy_waiting(self) -> None:
        QGuiApplication.clipboard().setText(self.saving.text(self.look.words))
