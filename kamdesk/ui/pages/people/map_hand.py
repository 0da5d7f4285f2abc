"""What mouse and keys do on the people map: each gesture becomes a step, or the sentence that says why not."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, QRect, Signal

from kamdesk.client.client import Client
from kamdesk.client.people import TieKind
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Shown
from kamdesk.ui.pages.people.map_asking import KINDS, MapAsking
from kamdesk.ui.pages.people.map_deeds import Result, change_department, go_away, line_between, reparent
from kamdesk.ui.pages.people.map_keys import MapKeys
from kamdesk.ui.pages.people.map_lines import LineCard
from kamdesk.ui.pages.people.map_moves import move
from kamdesk.ui.pages.people.map_view import MapView
from kamdesk.ui.pages.people.notice import MapNotice
from kamdesk.words import Said


class MapHand(QObject):
    """Nothing it does is lost by a refusal: the sentence is shown and the map stays as it is."""

    edited = Signal(object)  # Doing
    asked = Signal(str)  # "open", "edit", "path", "hints", "fold": the map itself or the page does it

    def __init__(self, look: Look, view: MapView, asking: MapAsking, card: LineCard, notice: MapNotice) -> None:
        super().__init__(view)
        self.look, self._view, self._asking, self._card, self._notice = look, view, asking, card, notice
        self._shown: Shown | None = None
        self._kind = TieKind.INFLUENCE  # of the last line: a line from a handle is of the same kind
        self._opened = ""  # the line whose card was opened last
        self.keys = MapKeys(view)
        self._connect()

    def _connect(self) -> None:
        view, asking = self._view, self._asking
        view.drag.dropped.connect(self._drop)
        view.drag.dropped_in.connect(self._drop_in)
        view.drag.drawn.connect(self._draw)
        view.tie_opened.connect(self.open_line)
        self.keys.asked.connect(self.ask)
        self.keys.moved.connect(self._move)
        self.keys.walked.connect(self._quiet)
        asking.done.connect(self._do)
        asking.refused.connect(self.refuse)
        asking.drawn.connect(self.open_line)
        asking.ended.connect(self._take_keyboard)
        self._card.edited.connect(self.edited)
        self._card.gone.connect(self._do)
        self._card.closed.connect(self._close_card)

    def show_shown(self, shown: Shown) -> None:
        """The client as it is now."""
        self._shown = shown
        self._asking.show_shown(shown)
        self._card.show_shown(shown)

    def ask(self, name: str) -> None:
        """Do what a key or a button asks for."""
        self._quiet()
        allowed = self._view.drag.allowed
        if name in KINDS or name in ("boss", "leave"):
            if not allowed:
                return
            if not self._view.map.current:
                self._notice.say(self.look.tr("Choose a person first."))
            elif name == "leave":
                self._leave()
            elif name == "boss":
                self._asking.boss()
            else:
                self._kind = KINDS[name]
                self._asking.line(name)
        elif name == "lines":
            self._next_line()
        elif name == "escape":
            self._escape()
        else:
            self.asked.emit(name)

    def refuse(self, why: Said) -> None:
        """Say why something cannot be done; not over the question that is still open."""
        self._notice.say(self.look.tell(why), top=self._asking.open)

    def open_line(self, key: str) -> None:
        """Open a line's card over its note."""
        item = self._view.map.ties.get(key)
        if item is not None and self._view.drag.allowed:
            self._view.ensureVisible(item.mapRectToScene(item.label_box), 40, 40)
            place = self._view.mapFromScene(item.mapRectToScene(item.label_box)).boundingRect()
            self._opened = key
            item.show_lit(True)
            self._card.open_line(key, QRect(place.bottomLeft(), place.size()))

    def _client(self) -> Client | None:
        return self._shown.client if self._shown else None

    def _do(self, step: object) -> None:
        self._quiet()
        if isinstance(step, Doing) and step.edits:
            self.edited.emit(step)
            self._view.bring([self._view.map.current])

    def _settle(self, result: Result | None) -> None:
        if isinstance(result, Said):
            self.refuse(result)
        else:
            self._do(result)

    def _drop(self, keys: Collection[str], boss: str) -> None:
        if (client := self._client()) is not None:
            self._settle(reparent(client, keys, boss))

    def _drop_in(self, keys: Collection[str], department: str) -> None:
        if (client := self._client()) is not None:
            self._settle(change_department(client, keys, department))

    def _draw(self, source: str, target: str) -> None:
        if self._shown is None:
            return
        result = line_between(self._shown.client, source, target, self._kind, self._shown.today)
        self._settle(result)
        if isinstance(result, Doing):
            self.open_line(result.edits[0].record.key)

    def _move(self, way: tuple[int, int]) -> None:
        client, scene = self._client(), self._view.map
        if client is None or not scene.current or not self._view.drag.allowed:
            return
        self._quiet()
        self._settle(move(client, scene.layout, scene.chosen, scene.current, way))

    def _leave(self) -> None:
        if self._shown is not None:
            scene = self._view.map
            going = scene.chosen
            boss = scene.bosses.get(scene.current) or ""
            step = go_away(self._shown.client, going, self._shown.today)
            self._do(step)
            if boss in scene.nodes and not scene.current:
                scene.choose(boss)

    def _next_line(self) -> None:
        """The lines of the current person, one after the other."""
        current = self._view.map.current
        lines = [key for key, it in self._view.map.ties.items() if current in (it.path.tie.source, it.path.tie.target)]
        lines = [key for key in lines if self._view.map.ties[key].path.tie.kind != "route"]
        if not lines:
            self._notice.say(self.look.tr("No line begins or ends here. I, T and C draw one."))
            return
        at = lines.index(self._opened) + 1 if self._opened in lines else 0
        self.open_line(lines[at % len(lines)])

    def _escape(self) -> None:
        if self._view.drag.busy:
            self._view.drag.cancel()
        elif len(self._view.map.chosen) > 1:
            self._view.map.choose(self._view.map.current)
        else:
            self.asked.emit("escape")

    def _quiet(self) -> None:
        self._notice.say("")

    def _close_card(self) -> None:
        if item := self._view.map.ties.get(self._opened):
            item.show_lit(False)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        self._view.setFocus()
