"""The people map as a scene: only what changed is touched, and what was chosen stays chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from kamdesk.picture.people_map import MapLayout, MapNode
from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.map_items import GroundItem, NodeItem, TieItem
from kamdesk.ui.pages.people.map_walk import first, walk

_ROOM = 18.0  # points of empty ground round the map


class MapScene(QGraphicsScene):
    """Knows the people by their key: who is current, who else is chosen, whom a line or a drop would reach."""

    current_changed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.nodes: dict[str, NodeItem] = {}
        self.ties: dict[str, TieItem] = {}
        self.layout = MapLayout(0.0, 0.0, {})
        self.bosses: dict[str, str | None] = {}
        self.current = ""
        self.chosen: frozenset[str] = frozenset()
        self._target, self._refused, self._last = "", False, ""
        self.ground = GroundItem(look)
        self.addItem(self.ground)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # 200 boxes that seldom move

    def show_map(self, nodes: Iterable[MapNode], layout: MapLayout) -> None:
        """Show these people laid out like this."""
        self.layout = layout
        known = {node.key: node for node in nodes if node.key in layout.boxes}
        self.bosses = {key: node.boss if node.boss in known else None for key, node in known.items()}
        self.ground.show_layout(layout)
        for key in self.nodes.keys() - known.keys():
            self.removeItem(self.nodes.pop(key))
        for key, node in known.items():
            if key not in self.nodes:
                self.nodes[key] = NodeItem(self.look, node)
                self.addItem(self.nodes[key])
            self.nodes[key].show_node(node, layout.boxes[key], layout.hidden.get(key, 0))
        self._show_ties(layout)
        around = QRectF(0, 0, layout.width, layout.height).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        if self.sceneRect() != around:
            self.setSceneRect(around)
        chosen = self.chosen & known.keys()
        if self.current not in known or chosen != self.chosen:
            self.choose(self.current if self.current in known else "", chosen)
        self._mark(known)

    def _show_ties(self, layout: MapLayout) -> None:
        paths = {path.tie.key: path for path in layout.ties}
        for key in self.ties.keys() - paths.keys():
            self.removeItem(self.ties.pop(key))
        for key, path in paths.items():
            if key in self.ties:
                self.ties[key].show_path(path)
            else:
                self.ties[key] = TieItem(self.look, path)
                self.addItem(self.ties[key])

    def choose(self, key: str, others: Collection[str] = ()) -> None:
        """Make a person the current one, with `others` chosen beside; "" chooses nobody."""
        chosen = frozenset({*others, key} - {""}) & self.nodes.keys()
        touched = self.chosen ^ chosen | {self.current, key}
        moved, self._last = key != self.current, self.current
        self.current, self.chosen = key if key in self.nodes else "", chosen
        self._mark(touched)
        if moved:
            self.current_changed.emit(self.current)

    def toggle(self, key: str) -> None:
        """Add a person to those chosen, or take them out again."""
        if key in self.chosen and len(self.chosen) > 1:
            rest = self.chosen - {key}
            self.choose(self.current if self.current in rest else min(rest), rest)
        else:
            self.choose(key, self.chosen)

    def choose_all(self) -> None:
        """Choose everybody."""
        self.choose(self.current or first(self.layout.boxes), self.nodes.keys())

    def step(self, way: tuple[int, int], *, extend: bool = False) -> None:
        """Walk on by an arrow; `extend` keeps whoever is chosen."""
        last = self._last if self.bosses.get(self._last) == self.current else ""
        if there := walk(self.layout.boxes, self.bosses, self.current, way, last):
            self.choose(there, self.chosen if extend else ())

    def step_from(self, key: str, way: tuple[int, int]) -> str:
        """Whom an arrow would lead to from somebody, without going there."""
        return walk(self.layout.boxes, self.bosses, key, way) or key

    def show_target(self, key: str, *, refused: bool = False) -> None:
        """Mark whom a line or a drop would reach; `refused` when it must not."""
        if (key, refused) != (self._target, self._refused):
            before, self._target, self._refused = self._target, key, refused
            self._mark({before, key})

    def _mark(self, keys: Iterable[str]) -> None:
        for key in keys:
            if item := self.nodes.get(key):
                item.show_mark(self._mark_of(key))

    def _mark_of(self, key: str) -> str:
        if key == self._target:
            return "refused" if self._refused else "target"
        if key in self.chosen and len(self.chosen) > 1:
            return "current" if key == self.current else "chosen"
        return "current" if key == self.current else ""

    def node_at(self, place: QPointF) -> str:
        """The key of the person at a point, "" where there is none."""
        item = next((item for item in self.items(place) if isinstance(item, NodeItem)), None)
        return item.node.key if item else ""

    def tie_at(self, place: QPointF) -> str:
        """The key of the line at a point where nobody stands, "" where there is none."""
        for item in self.items(place):
            if isinstance(item, NodeItem):
                return ""
            if isinstance(item, TieItem) and item.path.tie.kind != "route":
                return item.path.tie.key
        return ""

    def rect_of(self, keys: Iterable[str]) -> QRectF:
        """The rectangle around some people, with their rings."""
        whole = QRectF()
        for key in keys:
            if item := self.nodes.get(key):
                whole = whole.united(item.sceneBoundingRect())
        return whole

    def names(self) -> Mapping[str, str]:
        """What the people shown are called."""
        return {key: item.node.name for key, item in self.nodes.items()}
