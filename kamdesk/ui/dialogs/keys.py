"""The cheat sheet: the keys of the page that is shown, and those of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kamdesk.ui.actions import DEEDS
from kamdesk.ui.look import Look
from kamdesk.ui.pages.registry import rail_places
from kamdesk.ui.parts.buttons import IconButton, key_words
from kamdesk.ui.parts.figures import Keycap
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.sheet import Sheet

_WIDTH = 720
_COLUMNS = 2


class KeysSheet(Sheet):
    """Shows what every key does here; built anew each time it opens."""

    def __init__(self, look: Look, parent: QWidget, page: str, keys: list[tuple[str, str]]) -> None:
        super().__init__(look, parent, _WIDTH)
        theme = look.theme
        close = IconButton(look, "x", look.tr("Close"))
        head = QHBoxLayout()
        head.addWidget(Label(look, look.tr("Keys"), "title"), 1)
        head.addWidget(close)
        self.setAccessibleName(look.tr("Keys"))
        self.column.setContentsMargins(theme.px(28), theme.px(18), theme.px(20), theme.px(24))
        self.column.setSpacing(theme.space("s"))
        self.column.addLayout(head)
        if keys:
            self._add_group(page, keys)
        self._add_group(look.tr("Everywhere"), self._everywhere())
        close.clicked.connect(self.close_sheet)

    def _everywhere(self) -> list[tuple[str, str]]:
        look = self.look
        places = [
            (key_words(f"Ctrl+{index + 1}"), look.tr(place.label)) for index, place in enumerate(rail_places().values())
        ]
        deeds = [(key_words(deed.keys[0]), look.tr(deed.label)) for deed in DEEDS if deed.keys]
        return [*deeds, *places]

    def _add_group(self, name: str, keys: list[tuple[str, str]]) -> None:
        look, theme = self.look, self.look.theme
        self.column.addSpacing(theme.space("s"))
        self.column.addWidget(Label(look, name, "section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space("xl"))
        grid.setVerticalSpacing(theme.px(7))
        rows = -(-len(keys) // _COLUMNS)
        for index, (key, words) in enumerate(keys):
            cell = QHBoxLayout()
            cell.setSpacing(theme.space("s"))
            cell.addWidget(Label(look, words, "body", "text2"), 1)
            cell.addWidget(Keycap(look, key))
            grid.addLayout(cell, index % rows, index // rows)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
