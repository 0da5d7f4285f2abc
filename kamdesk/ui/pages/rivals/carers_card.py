"""Whose criterion a need is: the people who care for it, each perhaps with a weight of its own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QVBoxLayout, QWidget

from kamdesk.client.contest_records import Stake
from kamdesk.client.people import Contact
from kamdesk.client.record import field_of
from kamdesk.client.rival_records import Factor
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import IconButton
from kamdesk.ui.parts.figures import Avatar
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.picker import Picker
from kamdesk.ui.parts.typed_editors import TypedEditor

_WIDTH = 380  # px at 100 % text


class CarersCard(QFrame):
    """Lies below the need; Esc closes it."""

    added = Signal(str, str)  # keys of need and person
    weighed = Signal(str, str, object)  # keys of need and person, the weight or None
    removed = Signal(str, str)
    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look = look
        self.need = ""
        self.setProperty("part", "card")
        self._title = Label(look, "", "body", strong=True, elide=True)
        hint = look.tr("A weight of one's own counts when the sheet is seen through this person's eyes.")
        self._hint = Label(look, hint, "small", "muted", wrap=True)
        self._grid = QGridLayout()
        self.picker = Picker(look, look.tr("Name of a person who cares"))
        self._lines: dict[str, TypedEditor] = {}
        self._shown: tuple[object, ...] = ()
        px = look.theme.px
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(12), px(14), px(12))
        column.setSpacing(px(8))
        column.addWidget(self._title)
        column.addLayout(self._grid)
        column.addWidget(self.picker)
        column.addWidget(self._hint)
        self.picker.picked.connect(self._add)
        self.picker.closed.connect(self.close_card)
        self.hide()

    def open_at(self, corner: QPoint, factor: Factor) -> None:
        """Stand with the corner here, for this need."""
        self.need = factor.key
        self._title.setText(self.look.tr("Who cares for “{need}”?", need=factor.name))
        self.setFixedWidth(self.look.theme.px(_WIDTH))
        self.move(corner)
        self.show()
        self.raise_()
        self.picker.ask()
        self._settle()

    def show_people(self, people: Sequence[Contact], carers: Sequence[tuple[Contact, Stake]]) -> None:
        """Show who cares, and offer the others."""
        here = {contact.key for contact, _ in carers}
        self.picker.offer([contact for contact in people if contact.key not in here])
        shown = (self.need, *((contact.key, contact.name) for contact, _ in carers))
        if shown != self._shown:
            self._shown = shown
            self._fill(carers)
        for contact, stake in carers:
            self._lines[contact.key].set_value(stake.importance)
        self._settle()

    def _fill(self, carers: Sequence[tuple[Contact, Stake]]) -> None:
        while (held := self._grid.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = {}
        look = self.look
        for row, (contact, _) in enumerate(carers):
            face = Avatar(look, 0, "raised")
            face.show_person(contact.name, None, shape=False)
            line = TypedEditor(look, field_of(Stake, "importance"))
            line.setObjectName(contact.key)
            line.setFixedWidth(look.theme.px(86))
            line.line.setPlaceholderText(look.tr("weight"))
            line.committed.connect(self._weigh)
            gone = IconButton(look, "x", look.tr("{name} does not care for it", name=contact.name), small=True)
            gone.setObjectName(contact.key)
            gone.clicked.connect(self._remove)
            for column, widget in enumerate((face, Label(look, contact.name, elide=True), line, gone)):
                self._grid.addWidget(widget, row, column)
                widget.show()  # at once: the card takes its height from what is shown
            self._lines[contact.key] = line

    def _settle(self) -> None:
        """As high as it must be, inside what it lies over."""
        layout, over = self.layout(), self.parentWidget()
        if layout is None or over is None or self.isHidden():
            return
        layout.activate()
        high = (
            layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        )
        self.resize(self.width(), high)
        self.move(max(0, self.x()), max(0, min(self.y(), over.height() - high)))

    def event(self, event: QEvent) -> bool:
        """Grow with what is said below a field."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return heard

    def close_card(self) -> None:
        """Go away; the keyboard goes back to the sheet when it was here."""
        if self.isHidden():
            return
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if inside:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; nothing goes to the sheet below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()

    def _add(self, key: str) -> None:
        self.added.emit(self.need, key)
        self.picker.ask()

    def _weigh(self, value: Decimal | None) -> None:
        self.weighed.emit(self.need, self.sender().objectName(), value)

    def _remove(self) -> None:
        self.removed.emit(self.need, self.sender().objectName())
        self.picker.ask()
