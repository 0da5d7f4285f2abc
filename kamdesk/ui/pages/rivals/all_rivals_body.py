"""The rivals of all clients laid out: under the title the list with the file beside it, or the news."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.all_rivals_file import RivalFileView
from kamdesk.ui.pages.rivals.all_rivals_list import RivalDelegate, RivalRows
from kamdesk.ui.pages.rivals.all_rivals_news import NewsFace
from kamdesk.ui.pages.rivals.columns import column_in
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.labels import Label, Rule
from kamdesk.ui.parts.place_head import place_head
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.segments import Option, Segments

FILES, NEWS = "files", "news"
_LIST, _NARROW_LIST, _NARROW = 344, 272, 1040  # px at 100 % text


class AllRivalsBody(QWidget):
    """Shows one of three: the list with a file, the news, or what to do while there is no rival."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._title = Label(look, tr("Rivals"), "page")
        faces = [Option(FILES, tr("Rivals")), Option(NEWS, tr("News"))]
        self.faces = Segments(look, faces, tr("Rivals or news of them"), boxed=False)
        self.rows = RowList(RivalDelegate(look), tr("Rivals"), rows=RivalRows())
        self.adder = AddRow(look, tr("New rival"), key="Ctrl+N")
        self.file = RivalFileView(look)
        self.news = NewsFace(look)
        self.empty = _no_rivals(look)
        self._stack = QStackedWidget()
        for part in (self._split(), self.news, self.empty):
            self._stack.addWidget(part)
        column = column_in(self, 0)
        column.addLayout(place_head(look, self._title, self.faces, look.theme.px(8)))
        column.addWidget(self._stack, 1)

    def _split(self) -> QWidget:
        look, px = self.look, self.look.theme.px
        self._list = QWidget()
        left = QVBoxLayout(self._list)
        left.setContentsMargins(0, 0, 0, px(8))
        left.setSpacing(0)
        left.addWidget(self.rows, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.size("gutter_left"), 0, px(12), 0)
        foot.addWidget(self.adder)
        left.addLayout(foot)
        split = QWidget()
        row = QHBoxLayout(split)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(Rule(look, upright=True))
        row.addWidget(self.file, 1)
        return split

    @property
    def face(self) -> str:
        """FILES or NEWS."""
        return NEWS if self.faces.value() == NEWS else FILES

    def show_face(self, *, some: bool) -> None:
        """Show the chosen face, or without `some` rivals how to begin."""
        filled = some or self.adder.is_open()
        self._stack.setCurrentIndex(int(self.face == NEWS) if filled else 2)

    def name_rival(self) -> None:
        """Put the keyboard where a rival is named."""
        self.faces.choose(FILES)
        self._stack.setCurrentIndex(0)
        self.adder.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way in a narrow window."""
        super().resizeEvent(event)
        px = self.look.theme.px
        self._list.setFixedWidth(px(_NARROW_LIST if event.size().width() < px(_NARROW) else _LIST))


def _no_rivals(look: Look) -> EmptyState:
    sentence = look.tr(
        "A rival is known once and compared at every client: another company, the client's own workshop, or doing "
        "nothing at all. Write a name; facts with source and day follow."
    )
    return EmptyState(look, "swords", look.tr("No rival yet"), sentence, (("new", look.tr("New rival"), "Ctrl+N"),))
