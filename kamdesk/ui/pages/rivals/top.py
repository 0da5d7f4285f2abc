"""The head of the comparison: against whom, another rival, through whose eyes, what if, and the sum."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from kamdesk.client.comparing import Comparison
from kamdesk.client.rival_records import Rival, RivalKind
from kamdesk.client.role_view import View
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.picker import Picker
from kamdesk.ui.parts.title_button import TitleButton
from kamdesk.words import Said

_LONGEST = 40  # letters of a name in a menu
_ASKING = 240  # px at 100 % text of the field that asks which rival
_ICON_ALONE = 92  # px at 100 % text of a button with icon and key alone


class SheetTop(QWidget):
    """What stands above the sheet."""

    main_chosen = Signal(str)  # key of the rival
    rival_chosen = Signal(str)  # key of a rival to compare with
    rival_named = Signal(str)  # name of a new one
    kind_chosen = Signal(object)  # RivalKind: in-house or nothing at all, which are rivals too
    dropped = Signal(str)
    summed = Signal()
    trying = Signal()  # what if
    seen = Signal(object)  # View
    naming = Signal()  # nobody is named yet who cares for a need

    def __init__(self, look: Look, scope: QWidget) -> None:
        """The keys of the buttons act while the keyboard is inside `scope`."""
        super().__init__()
        self.look = look
        tr = look.tr
        self._sheet: Comparison | None = None
        self._offered: Sequence[Rival] = ()
        self._kinds: Sequence[RivalKind] = ()
        self._views: Sequence[View] = ()
        self._title = TitleButton(look)
        self.add = Button(look, "", "third", icon="plus", key="Alt+R", scope=scope)
        self.asking = Picker(look, tr("Which rival?"), new=tr("Enter makes “{name}” a new rival.", name="{name}"))
        self.eyes = Button(look, "", "third", icon="users", key="Alt+V", scope=scope)
        self.what = Button(look, "", "third", icon="spline", key="Alt+W", scope=scope)
        self.sum = Button(look, "", "third", icon="sigma", key="Alt+S", scope=scope)
        self._words = {self.add: tr("Rival"), self.eyes: tr("Whose eyes"), self.what: tr("What if")}
        self._words[self.sum] = tr("Show the sum")
        self._arrange()
        self._say()
        self._title.clicked.connect(self._open_main)
        self.add.clicked.connect(self.open_rivals)
        self.eyes.clicked.connect(self.open_views)
        self.what.clicked.connect(self.trying)
        self.sum.clicked.connect(self.summed)
        self.asking.picked.connect(self._pick)
        self.asking.named.connect(self.rival_named)
        self.asking.gone.connect(self._close)

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        self.asking.setFixedWidth(px(_ASKING))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.size("gutter_left"), px(10), look.size("gutter_right") - px(12), px(4))
        row.setSpacing(px(2))
        row.addWidget(self._title)
        row.addStretch(1)
        for widget in (self.add, self.asking, self.eyes, self.what, self.sum):
            row.addWidget(widget)

    def _say(self) -> None:
        """Words where there is room, else they are told by the tooltip."""
        for short in (False, True):
            for button, words in self._words.items():
                button.show_words("" if short else words)
                button.setAccessibleName(words)
            if self._needed() <= self.width():
                return

    def _needed(self) -> int:
        row = self.layout()
        return row.sizeHint().width() if row is not None else 0

    def minimumSizeHint(self) -> QSize:
        """The words of the buttons can go."""
        words = sum(button.sizeHint().width() for button in self._words if button.text())
        least = sum(self.look.theme.px(_ICON_ALONE) for button in self._words if button.text())
        return QSize(self._needed() - words + least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the words there is room for."""
        super().resizeEvent(event)
        self._say()

    def show_sheet(self, sheet: Comparison, rivals: Sequence[Rival], views: Sequence[View], *, is_open: bool) -> None:
        """Show against whom; `rivals` are all there are, `views` through whose eyes it can be seen."""
        self._sheet, self._views = sheet, views
        here = {rival.key for rival in sheet.rivals}
        self._offered = [rival for rival in rivals if rival.key not in here and rival.former is None]
        known = {rival.kind for rival in rivals}
        self._kinds = [kind for kind in (RivalKind.INHOUSE, RivalKind.NOTHING) if kind not in known]
        main = sheet.rival(sheet.main)
        self._title.show_words(
            self.look.tr("Against {rival}", rival=main.called) if main else self.look.tr("What they decide on"),
            self.look.tr("Choose the main rival"),
        )
        self._title.setEnabled(is_open and len(sheet.rivals) > 1)
        self.add.setEnabled(is_open)
        self.eyes.setVisible(bool(sheet.rows))
        self.what.setVisible(bool(sheet.rows))
        self._say()

    def open_views(self) -> None:
        """Offer the roles and persons who care for a need."""
        if len(self._views) < 2:
            self.naming.emit()
            return
        menu = self._menu(self.eyes)
        for at, view in enumerate(self._views):
            name = self.look.tell(view.name) if isinstance(view.name, Said) else view.name
            words = self.look.tr("{name}: {n}", name=name, n=view.needs)
            self._item(menu, words, str(at)).triggered.connect(self._look)
            if at == 0 or (view.role and self._views[min(at + 1, len(self._views) - 1)].contact):
                menu.addSeparator()
        menu.popup(self.eyes.mapToGlobal(QPoint(0, self.eyes.height() + 2)))
        menu.setActiveAction(menu.actions()[0])

    def _look(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.seen.emit(self._views[int(action.data())])

    def show_sum(self, shown: bool) -> None:
        """Say what the button will do."""
        self._words[self.sum] = self.look.tr("Hide the sum") if shown else self.look.tr("Show the sum")
        self._say()

    def open_rivals(self) -> None:
        """Ask which rival: the list of those not compared yet; a name that is not in it becomes a new one."""
        kinds = [Rival(key=kind.value, name=self.look.tr(kind.label)) for kind in self._kinds]
        self.add.hide()
        self.asking.offer([*self._offered, *kinds])
        self.asking.ask()
        self.asking.line.open_list()

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
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        action = QAction(shown.replace("&", "&&"), menu)
        action.setData(key)
        menu.addAction(action)
        return action

    def _pick(self, key: str) -> None:
        if key in self._kinds:
            self.kind_chosen.emit(RivalKind(key))
        else:
            self.rival_chosen.emit(key)

    def _make_main(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.main_chosen.emit(action.data())

    def _drop(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.dropped.emit(action.data())

    def _close(self) -> None:
        self.add.show()
