"""The face of the comparison: the three-way sheet, as it is, through somebody's eyes, or with cells tried."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kamdesk.client.account import account
from kamdesk.client.client import Client
from kamdesk.client.comparing import Comparison, comparison, sheet_warnings
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.role_view import views
from kamdesk.client.unknowns import whom_to_ask
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.rivals.body import SheetBody
from kamdesk.ui.pages.rivals.caring import Caring
from kamdesk.ui.pages.rivals.cells import NEED, US, WANTS, WEIGHT, SheetRow, sheet_rows
from kamdesk.ui.pages.rivals.modes import SheetModes
from kamdesk.ui.pages.rivals.sheet_deeds import SheetDeeds
from kamdesk.ui.pages.rivals.sheet_keys import EVIDENCE, KEYS
from kamdesk.ui.pages.rivals.table_paste import TablePaste
from kamdesk.ui.parts.empty import EmptyState

_COLUMNS = {"name": NEED, "importance": WEIGHT, "wants": WANTS}  # of the fields of a need; the others are ours


class SheetFace(QWidget):
    """The sheet of a client; what follows from it is told beside it by the page."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto
    chosen = Signal(str)  # key of the need that is current now
    acting = Signal(str)  # Enter on the tactic of a need
    summed = Signal(bool)  # the weighted sums are shown, or no longer
    tried = Signal(object)  # Shown as it is looked at now: with cells tried, through somebody's eyes, or as it is

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look, self.desk = look, desk
        self._shown: Shown | None = None
        self.sheet: Comparison | None = None
        self.rows: list[SheetRow] = []
        self.body = SheetBody(look, self)
        self.deeds = SheetDeeds(self.body)
        self.modes = SheetModes(self.body, self.deeds)
        self.looking = self.modes.looking
        self.caring = Caring(self.body, self.deeds)
        self.empty = _nothing(look)
        self._tables = TablePaste(self)
        for widget in (self.body.add.line, *self.empty.buttons.values()):
            self._tables.hear(widget)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    def _connect(self) -> None:
        body, top, view, deeds = self.body, self.body.top, self.body.view, self.deeds
        deeds.edited.connect(self.edited)
        deeds.ahead.connect(self._show_ahead)
        top.main_chosen.connect(deeds.set_main)
        top.rival_chosen.connect(deeds.bring)
        top.rival_named.connect(deeds.make_rival)
        top.kind_chosen.connect(deeds.make_kind)
        top.dropped.connect(deeds.drop)
        top.summed.connect(self.toggle_sum)
        view.head.asked.connect(self._ask_rival)
        body.strip.asked.connect(self.open_evidence)
        top.naming.connect(self.caring.open)
        top.asking.closed.connect(view.setFocus)
        self._tables.pasted.connect(self._paste_below)
        self.modes.turned.connect(self._turned)
        self.modes.acting.connect(self.acting)
        evidence = QShortcut(QKeySequence(EVIDENCE), self)
        evidence.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        evidence.activated.connect(self.open_evidence)
        view.walked.connect(self._walked)
        body.add.named.connect(deeds.add)
        body.add.tabbed.connect(view.setFocus)
        body.below.chosen.connect(self.go)
        body.below.adding.connect(top.open_rivals)
        body.warnings.going.connect(self._go_to_warned)
        self.empty.pressed.connect(self.begin)

    @property
    def shown(self) -> Shown:
        """The client as it was last shown, as it is stored."""
        assert self._shown is not None
        return self._shown

    @property
    def key(self) -> str:
        """The current need."""
        return self.body.view.key

    @property
    def row(self) -> SheetRow | None:
        """The current need with its cells."""
        return next((row for row in self.rows if row.key == self.key), None)

    @property
    def is_open(self) -> bool:
        """True where something can be changed."""
        return not self.desk.read_only

    def show_client(self, shown: Shown) -> None:
        """Show the sheet; the current cell and what is half typed stay."""
        if self._shown is None or self._shown.client.key != shown.client.key:
            self.looking.plain()
        self._shown = self.deeds.shown = shown
        self.deeds.is_open = self.body.editing.is_open = self.is_open
        self.body.add.setEnabled(self.is_open)
        self._show()

    def hold_beside(self, widget: QWidget) -> None:
        """Set what stands at the right of the chart: the attacks that are expected."""
        self.body.below.hold_beside(widget)

    def _show(self) -> Shown:
        """Show the client as it is looked at now."""
        shown, body, looking = self.shown, self.body, self.looking
        client = looking.see(shown.client, shown.workspace)
        self.sheet = comparison(client, shown.workspace)
        self.rows = sheet_rows(self.sheet, client, shown.today, looking.tried)
        filled = bool(self.rows) or body.add.is_open()
        self._stack.setCurrentIndex(int(filled))
        ask = whom_to_ask(account(shown.client, shown.today))
        body.view.cells.asking = ask.name if ask else ""
        body.view.rows.through_eyes = looking.view is not None
        rivals = shown.workspace.rivals
        body.top.show_sheet(self.sheet, rivals, views(shown.client), is_open=self.is_open)
        body.show_warnings(() if looking.view else sheet_warnings(client, shown.workspace, shown.today))
        body.show_sheet(self.sheet, self.rows, client, shown.today)
        self.caring.show()
        self.modes.show_bar()
        return Shown(client, shown.workspace, shown.today)

    def _show_ahead(self, client: Client) -> None:
        """What was typed is painted before it is stored: a key never waits for the disk."""
        shown = self.shown
        seen = self.looking.see(client, shown.workspace)
        self.body.show_ahead(sheet_rows(comparison(seen, shown.workspace), seen, shown.today, self.looking.tried))

    def _turned(self) -> None:
        self.tried.emit(self._show())

    def open_item(self, key: str, action: str) -> None:
        """Go to a need, or to where a rival stands on it; "new" adds a need."""
        record = self.shown.client.get(key)
        if isinstance(record, Standing):
            self.go(record.factor or "", record.rival or "")
        elif isinstance(record, Factor):
            self.go(record.key, US)
        if self.rows:
            self.body.view.setFocus()
        if action == "new":
            self.begin("add")

    def focus_cell(self, section: str, key: str, field: str) -> None:
        """Go to the cell a field of a record stands in, and take the keyboard there."""
        record = self.shown.client.get(key)
        if section == "factors" and isinstance(record, Factor):
            self.go(record.key, _COLUMNS.get(field, US))
        elif section == "standings" and isinstance(record, Standing):
            self.go(record.factor or "", record.rival or "")
        self.body.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, key: str, column: str = "") -> None:
        """Make a cell the current one; the column stays where none is named."""
        self.body.view.go(key, column)

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        return [(key, self.look.tr(words)) for key, words in KEYS] if self.rows else []

    def toggle_sum(self) -> None:
        """Show the weighted sums, or hide them again."""
        is_summed = self.body.sum.isHidden()
        self.body.sum.setVisible(is_summed)
        self.body.top.show_sum(is_summed)
        self.summed.emit(is_summed)

    def begin(self, deed: str) -> None:
        """Add a need ("add"), or begin with the usual ones."""
        if deed == "usual":
            self.deeds.begin_usual()
        else:
            self._stack.setCurrentWidget(self.body)
            self.body.add.open()

    def _paste_below(self, text: str) -> None:
        self._stack.setCurrentWidget(self.body)
        self.body.add.close_line()
        self.deeds.paste_below(text)

    def open_evidence(self) -> None:
        """Open what the current cell rests on: source and day of a side, of the other cells who cares."""
        view = self.body.view
        if view.rows.is_side(view.column):
            self.body.editing.open_whole("source")
        else:
            self.caring.open()

    def _ask_rival(self, key: str, place: QPointF) -> None:
        if self.is_open:
            self.body.top.open_menu(key, place.toPoint())

    def _go_to_warned(self, need: str, rival: str) -> None:
        self.go(need, rival or US)
        self.body.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _walked(self, key: str) -> None:
        if self.sheet and self._shown:
            self.body.below.show_chosen(key)
            self.caring.close()
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc looks at the sheet as it is again."""
        if event.key() == Qt.Key.Key_Escape and (self.looking.what or self.looking.view):
            self.modes.look_plain()
        else:
            super().keyPressEvent(event)


def _nothing(look: Look) -> EmptyState:
    """What stands here while there are no needs."""
    sentence = look.tr(
        "Write down what the client decides on and how much each need matters; then where we stand and where each "
        "rival stands. What to attack and what to defend follows need by need."
    )
    deeds = (("add", look.tr("Add a need"), "Ctrl+N"), ("usual", look.tr("Begin with the usual five"), ""))
    return EmptyState(look, "swords", look.tr("Nothing compared yet"), sentence, deeds)
