"""The head of the comparison: against whom, another rival, the sum; and a word when something had to be assumed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from kamdesk.client.comparing import Comparison
from kamdesk.client.rival_records import Rival
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.title_button import TitleButton

_NEW = ""  # the choice of a rival that does not exist yet


class SheetTop(QWidget):
    """What stands above the sheet."""

    main_chosen = Signal(str)  # key of the rival
    rival_chosen = Signal(str)  # key of a rival to compare with
    rival_named = Signal(str)  # name of a new one
    dropped = Signal(str)
    summed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._sheet: Comparison | None = None
        self._offered: Sequence[Rival] = ()
        self._title = TitleButton(look)
        self.add = Button(look, look.tr("Rival"), "third", icon="plus")
        self.name = Line(look, look.tr("Name of the rival"), look.tr("Name of the rival"))
        self.sum = Button(look, look.tr("Show the sum"), "third", icon="sigma", key="Alt+S", scope=self)
        self._sign = QLabel()
        self._note = Label(look, "", "small", "warn", wrap=True)
        self._warning = QWidget()
        self._arrange()
        self._title.clicked.connect(self._open_main)
        self.add.clicked.connect(self.open_rivals)
        self.sum.clicked.connect(self.summed)
        self.name.entered.connect(self._enter)
        self.name.escaped.connect(self._close)
        self.name.departed.connect(self._depart)

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        self._sign.setPixmap(look.icons.pixmap("triangle-alert", "warn", px(14)))
        self.name.hide()
        self.name.setFixedWidth(px(180))
        note = QHBoxLayout(self._warning)
        note.setContentsMargins(0, 0, 0, px(4))
        note.setSpacing(px(6))
        note.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note, 1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._title)
        row.addStretch(1)
        for widget in (self.add, self.name, self.sum):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.size("gutter_left"), px(10), look.size("gutter_right") - px(12), px(4))
        column.setSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self._warning)

    def show_sheet(self, sheet: Comparison, rivals: Sequence[Rival], *, is_open: bool) -> None:
        """Show against whom; `rivals` are all there are."""
        self._sheet = sheet
        here = {rival.key for rival in sheet.rivals}
        self._offered = [rival for rival in rivals if rival.key not in here]
        main = sheet.rival(sheet.main)
        self._title.show_words(
            self.look.tr("Against {rival}", rival=main.called) if main else self.look.tr("What they decide on"),
            self.look.tr("Choose the main rival"),
        )
        self._title.setEnabled(is_open and len(sheet.rivals) > 1)
        self.add.setEnabled(is_open)
        self._note.setText(self.look.tell(sheet.note) if sheet.note else "")
        self._warning.setVisible(sheet.note is not None)

    def show_sum(self, shown: bool) -> None:
        """Say what the button will do."""
        self.sum.show_words(self.look.tr("Hide the sum") if shown else self.look.tr("Show the sum"))

    def open_rivals(self) -> None:
        """Offer the rivals that are not compared yet, and a new one."""
        if not self._offered:
            self._open_name()
            return
        menu = self._menu(self.add)
        for rival in self._offered:
            self._item(menu, rival.called, rival.key)
        menu.addSeparator()
        self._item(menu, self.look.tr("New rival…"), _NEW)
        menu.triggered.connect(self._pick)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 2)))

    def open_menu(self, key: str, place: QPoint) -> None:
        """What can be done about one rival."""
        menu = self._menu(self)
        if self._sheet and key != self._sheet.main:
            self._item(menu, self.look.tr("Make it the main rival"), key).triggered.connect(self._make_main)
        self._item(menu, self.look.tr("Compare no longer"), key).triggered.connect(self._drop)
        menu.popup(place)

    def _open_main(self) -> None:
        menu = self._menu(self._title)
        for rival in self._sheet.rivals if self._sheet else ():
            self._item(menu, rival.called, rival.key).triggered.connect(self._make_main)
        menu.popup(self._title.mapToGlobal(QPoint(0, self._title.height() + 2)))

    def _menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setFont(self.look.font("body"))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @staticmethod
    def _item(menu: QMenu, words: str, key: str) -> QAction:
        action = QAction(words.replace("&", "&&"), menu)
        action.setData(key)
        menu.addAction(action)
        return action

    def _pick(self, action: QAction) -> None:
        if action.data() == _NEW:
            self._open_name()
        else:
            self.rival_chosen.emit(action.data())

    def _make_main(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.main_chosen.emit(action.data())

    def _drop(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.dropped.emit(action.data())

    def _open_name(self) -> None:
        self.add.hide()
        self.name.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if name := self.name.text().strip():
            self._close()
            self.rival_named.emit(name)

    def _depart(self) -> None:
        if not self.name.text().strip():
            self._close()

    def _close(self) -> None:
        self.name.clear()
        self.name.hide()
        self.add.show()
