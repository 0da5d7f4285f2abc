"""Brief and tiles of the card: side by side where there is room, the tiles above the brief where there is not."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look

_ASIDE = 384  # px of the tiles
_APART = 36
_ROOMY = 1000  # px from which on both stand side by side
_LABELS = 160  # px that gutters and labels take of the brief
_TWO = 520  # px from which on fields stand in two columns
_ANY_WIDTH = 16_777_215


class CardColumns(QWidget):
    """Two columns or one."""

    def __init__(self, look: Look, brief: QWidget, first: QWidget, others: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.look = look
        gap = look.theme.space("m")
        self._aside = QWidget()
        self._tiles = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._aside)
        self._tiles.setContentsMargins(0, 0, 0, 0)
        self._tiles.setSpacing(gap)
        self._tiles.addWidget(first)
        below = QVBoxLayout()
        below.setSpacing(gap)
        for tile in others:
            below.addWidget(tile)
        below.addStretch(1)
        self._tiles.addLayout(below, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(brief, 1)
        self._row.addWidget(self._aside)

    @property
    def beside(self) -> bool:
        """True while the tiles stand beside the brief."""
        return self._row.direction() is QBoxLayout.Direction.LeftToRight

    def fit(self, width: int) -> int:
        """Arrange for a card of this width; gives how many columns fields have room for."""
        px, way = self.look.theme.px, QBoxLayout.Direction
        beside = width >= px(_ROOMY)
        self._row.setDirection(way.LeftToRight if beside else way.BottomToTop)
        self._row.setSpacing(px(_APART) if beside else px(8))
        self._tiles.setDirection(way.TopToBottom if beside else way.LeftToRight)
        self._tiles.setStretch(0, 0 if beside else 1)
        self._aside.setMinimumWidth(px(_ASIDE) if beside else 0)
        self._aside.setMaximumWidth(px(_ASIDE) if beside else _ANY_WIDTH)
        room = width - (px(_ASIDE + _APART) if beside else 0) - px(_LABELS)
        return 2 if room >= px(_TWO) else 1
