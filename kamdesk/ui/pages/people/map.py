"""The people map with its hints, its legend and everything that is asked over it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.account import Account
from kamdesk.client.chain import chain_flags
from kamdesk.picture.manner import SCREEN
from kamdesk.picture.map_people import nodes_of
from kamdesk.picture.people_map import MapLayout, MapNode, MapTie, lay_out
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.people.hints import HintList
from kamdesk.ui.pages.people.map_asking import MapAsking
from kamdesk.ui.pages.people.map_foot import MapFoot
from kamdesk.ui.pages.people.map_hand import MapHand
from kamdesk.ui.pages.people.map_lines import LineCard
from kamdesk.ui.pages.people.map_path import MapPathway
from kamdesk.ui.pages.people.map_scene import MapScene
from kamdesk.ui.pages.people.map_view import MapView
from kamdesk.ui.pages.people.notice import MapNotice
from kamdesk.ui.pages.person.told import person

_MANY = 60  # people from which the boxes are seen first and the lines between them follow; no line moves a box
_READABLE = 0.75  # the least zoom at which the map is shown at first


class MapFace(QWidget):
    """Selection, zoom, scroll place and what is half typed outlive every change."""

    chosen = Signal(str)  # the current person, "" for nobody
    edited = Signal(object)  # Doing
    asked = Signal(str)  # "open", "edit": the page does it
    flagged = Signal(object)  # Flag: go where it can be mended
    planned = Signal(object)  # Flag: make an action of its question

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.overlay = "attitude"
        self.scene = MapScene(look)
        self._area = QWidget()
        self.view = MapView(look, self.scene)
        self.path, self.hints = MapPathway(look, self._area), HintList(look, self._area)
        self.asking, self.card = MapAsking(look, self.view, self._area), LineCard(look, self._area)
        self.notice = MapNotice(look, self._area)
        self.hand = MapHand(look, self.view, self.asking, self.card, self.notice)
        self.foot = MapFoot(look, self._area)
        self._shown: Shown | None = None
        self._figures: Account | None = None
        self._folded: set[str] = set()
        self._first = ""  # who is current only because somebody has to be
        self._told: tuple[tuple[MapNode, ...], tuple[MapTie, ...]] = ((), ())  # what nodes and lines tell
        self._laid: object = None  # what the layout was made of
        self._layout = MapLayout(0.0, 0.0, {})
        self._fitted = False
        self._later = QTimer(self, singleShot=True)  # draws the lines of a large map once its people are seen
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        held = QVBoxLayout(self._area)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(self.foot)
        self.foot.show_overlay(self.overlay)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.view.seen.connect(self._later.start)
        self._later.timeout.connect(self._draw_lines)
        self.scene.current_changed.connect(self._take_current)
        self.view.opened.connect(self._open)
        self.view.zoomed.connect(self.foot.zoom.show_zoom)
        self.hand.edited.connect(self._take_edit)
        self.hand.asked.connect(self._ask)
        self.asking.found.connect(self.reveal)
        self.asking.made.connect(self.choose)
        self.foot.zoom.zoomed.connect(self.view.zoom_by)
        self.foot.zoom.reset.connect(self._whole_size)
        self.foot.zoom.fitted.connect(self.view.fit_whole)
        self.foot.hints.chosen.connect(self.flagged)
        self.foot.hints.listed.connect(self.hints.open_list)
        self.hints.chosen.connect(self.flagged)
        self.hints.planned.connect(self.planned)
        self.hints.closed.connect(self.view.setFocus)
        self.path.changed.connect(self._draw)
        self.path.settled.connect(self.view.leave_room)

    def show_client(self, shown: Shown, figures: Account) -> None:
        """Show the people of this client; only what changed is drawn again."""
        self._shown, self._figures = shown, figures
        self._folded &= {contact.key for contact in shown.client.contacts}
        flags = chain_flags(shown.client, shown.workspace, figures, shown.today) if figures.people else []
        self.foot.hints.show_flags(flags, some=bool(figures.people))
        self.hints.show_flags(flags, locked=not self.view.drag.allowed)
        self._draw()
        self.hand.show_shown(shown)
        self._fit_first()

    def _draw(self) -> None:
        if self._shown is None or self._figures is None:
            return
        shown, first = self._shown, not self.scene.nodes
        self._told = nodes_of(shown.client, self._figures, self.look.words, self.overlay, shown.workspace, shown.today)
        if first and len(self._told[0]) > _MANY:
            self.scene.show_map(self._told[0], lay_out(self._told[0], (), SCREEN, self._folded))
            self.view.watch()
        else:
            self._draw_lines()

    def _draw_lines(self) -> None:
        """The whole map; no line moves a box."""
        if self._shown is not None and self._figures is not None:
            nodes, ties = self._told
            self.scene.show_map(nodes, self._lay_out(nodes, (*ties, *self.path.lines(self._shown, self._figures))))

    def _lay_out(self, nodes: tuple[MapNode, ...], ties: tuple[MapTie, ...]) -> MapLayout:
        """Where everything stands; another overlay moves nothing."""
        placed = tuple((node.key, node.boss, node.department, node.note, node.ask) for node in nodes)
        laid = (placed, ties, frozenset(self._folded))
        if laid != self._laid:
            self._laid = laid
            self._layout = lay_out(nodes, ties, SCREEN, self._folded)
        return self._layout

    def show_overlay(self, overlay: str) -> None:
        """Tell something else by the borders and figures."""
        if overlay != self.overlay:
            self.overlay = overlay
            self.foot.show_overlay(overlay)
            self._draw()

    def lock(self, locked: bool) -> None:
        """Look only."""
        self.view.drag.allowed = not locked

    def choose(self, key: str) -> None:
        """Make a person the current one."""
        if key != self.scene.current or len(self.scene.chosen) > 1:
            if key and key not in self.scene.nodes:
                self._unfold_to(key)
            self.scene.choose(key)
        self.view.bring([key])

    def reveal(self, key: str) -> None:
        """Show a person in the middle, unfolding whatever hides them."""
        self.choose(key)
        self.view.centre(key)

    def fold(self, key: str) -> None:
        """Fold a person's reports away, or show them again."""
        reports = self._shown is not None and any(item.reports_to == key for item in self._shown.client.contacts)
        if key and reports:
            self._folded ^= {key}
            self._draw()

    def _unfold_to(self, key: str) -> None:
        before = set(self._folded)
        seen: set[str] = set()
        at = person(self._shown.client, key) if self._shown else None
        while at is not None and self._shown is not None and at.key not in seen:
            seen.add(at.key)
            at = person(self._shown.client, at.reports_to or "")
            self._folded -= {at.key if at else ""}
        if before != self._folded:
            self._draw()

    def choose_first(self) -> None:
        """Somebody is current from the start: the most influential one."""
        if not self.scene.current and self._figures is not None and self._figures.people:
            self._first = self._figures.people[0].contact.key
            self.scene.choose(self._first)

    def _take_current(self, key: str) -> None:
        if key != self._first:
            self._first = ""
        self.chosen.emit(key)

    def _take_edit(self, step: object) -> None:
        """What somebody has begun to draw stays at its size."""
        self.view.fitting = 0.0
        self.edited.emit(step)

    def _ask(self, name: str) -> None:
        if name == "path" and self._figures is not None:
            self.path.toggle("" if self.scene.current == self._first else self.scene.current, self._figures)
        elif name == "hints":
            self.hints.open_list()
        elif name == "fold":
            self.fold(self.scene.current)
        elif name == "escape" and self.foot.card.isVisible():
            self.foot.card.hide()
        elif name == "escape" and self.path.open:
            self.path.hide()
        elif name == "escape":
            self.scene.choose("")
        else:
            self.asked.emit(name)

    def _open(self, _key: str) -> None:
        self.asked.emit("open")

    def _whole_size(self) -> None:
        self.view.fitting = 0.0
        self.view.show_zoom(1.0)

    def _fit_first(self) -> None:
        """At first the whole map, as long as it can be read."""
        if not self._fitted and self.scene.nodes and self.isVisible():
            self._fitted = True
            self.view.fitting = _READABLE
            self.view.refit()

    def showEvent(self, event: QShowEvent) -> None:
        """The view has its size from now on."""
        super().showEvent(event)
        self._fit_first()
