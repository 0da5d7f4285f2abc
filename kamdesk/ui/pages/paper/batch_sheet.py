"""Documents of many clients: which, for whom, of which clients, into which folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from kamdesk.client.company import Grade
from kamdesk.client.paper_records import Audience
from kamdesk.desk.desk import Desk
from kamdesk.desk.documents import DOCUMENTS
from kamdesk.errors import Trouble
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.batch import Batch, Wanted
from kamdesk.ui.parts.badges import grade_badge, tick_box
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.chosen_editors import Combo
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import paint_text
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.ui.parts.segments import Option, Segments
from kamdesk.ui.parts.sheet import Sheet
from kamdesk.words import LANGUAGES, OWN_NAMES

_WIDTH, _LIST = 620, 300


@dataclass(frozen=True, slots=True)
class Row:
    """A client of the list."""

    key: str
    title: str
    grade: str
    ticked: bool


class BatchSheet(Sheet):
    """Space ticks a client; a grade ticks all of it; the work can be stopped."""

    def __init__(self, look: Look, over: QWidget, desk: Desk) -> None:
        super().__init__(look, over, _WIDTH)
        tr = look.tr
        self._desk, self._clients = desk, desk.clients()
        self._ticked = {glance.key for glance in self._clients}
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.batch = Batch(desk, over)  # it outlives the sheet: what is made while it closes is kept too
        self.setAccessibleName(tr("Documents of many clients"))
        self.document, self.language, self.paper = Combo(look), Combo(look), Combo(look)
        for name, kind in DOCUMENTS.items():
            self.document.addItem(tr(kind.label), name)
        for name in LANGUAGES:
            self.language.addItem(OWN_NAMES[name], name)
        self.language.setCurrentIndex(LANGUAGES.index(look.words.language))
        self.audience = Segments(look, [Option(item, tr(item.label)) for item in Audience], tr("Made for"))
        grades = [Option(grade.value, grade.value) for grade in Grade] + [Option("", "?")]
        self.grades = Segments(look, grades, tr("Grade"), toggle=True)
        self.rows = RowList(_ClientDelegate(look), tr("Clients"))
        self.rows.setFixedHeight(look.theme.px(_LIST))
        self.folder = Label(look, "", "small", "text2", elide=True)
        self._told = Label(look, "", "small", "muted", wrap=True)
        self.where = Button(look, tr("Folder…"), "second", small=True, icon="folder-open")
        self.stop = Button(look, tr("Stop"), "third")
        self.go = Button(look, "", "primary")
        self._close = IconButton(look, "x", tr("Close"))
        for words, part in (
            (tr("Document"), self.document),
            (tr("Language"), self.language),
            (tr("Paper"), self.paper),
        ):
            part.setAccessibleName(words)
        self._arrange()
        self._connect()
        self._choose_document(0)

    def _arrange(self) -> None:
        look, tr, theme = self.look, self.look.tr, self.look.theme
        self.column.setContentsMargins(theme.px(28), theme.px(18), theme.px(20), theme.px(20))
        self.column.setSpacing(theme.space("m"))
        title = Label(look, tr("Documents of many clients"), "title")
        self.column.addLayout(_row(theme.px(8), (title, 1), (self._close, 0)))
        self.column.addLayout(_row(theme.px(8), (self.document, 3), (self.language, 2), (self.paper, 1)))
        self.column.addLayout(_row(theme.px(8), (self.audience, 0), (QWidget(), 1), (self.grades, 0)))
        self.column.addWidget(self.rows)
        self.column.addLayout(_row(theme.px(8), (self.folder, 1), (self.where, 0)))
        self.column.addLayout(_row(theme.px(8), (self._told, 1), (self.stop, 0), (self.go, 0)))
        self.stop.hide()

    def _connect(self) -> None:
        self.document.activated.connect(self._choose_document)
        self.language.activated.connect(self._fill)
        self.grades.chosen.connect(self._choose_grade)
        self.rows.ticked.connect(self._toggle)
        self.rows.clicked.connect(self._toggle_current)
        self.where.clicked.connect(self._ask_folder)
        self.go.clicked.connect(self.start)
        self.stop.clicked.connect(self.batch.stop)
        self._close.clicked.connect(self.close_sheet)
        self.batch.progressed.connect(self._show_progress)
        self.batch.ended.connect(self._show_end)
        self.batch.failed.connect(self._show_trouble)

    def choose_folder(self, folder: str) -> None:
        """The files shall lie there."""
        self._folder = Path(folder)
        self._fill()

    def start(self) -> None:
        """Begin; once everything is made the same button shows the folder."""
        if self.batch.busy or not self._ticked:
            return
        self.stop.show()
        self.stop.setFocus()
        self.go.setEnabled(False)
        self.batch.start(self._wanted(), self._keys())

    def _keys(self) -> list[str]:
        """The clients that are ticked."""
        return [glance.key for glance in self._clients if glance.key in self._ticked]

    def _wanted(self) -> Wanted:
        document, audience = str(self.document.currentData()), self.audience.value()
        able = DOCUMENTS[document].audiences
        chosen = audience if isinstance(audience, Audience) and audience in able else able[0]
        language, paper = LANGUAGES[self.language.currentIndex()], self.paper.currentText()
        return Wanted(document, chosen, language, self._folder, paper)

    def close_sheet(self) -> None:
        """What is not made yet is not made any more."""
        self.batch.stop()
        super().close_sheet()

    def take_focus(self) -> None:
        """The clients are ticked first."""
        self.rows.setFocus()

    def words(self) -> str:
        """What it says of the work."""
        return self._told.text()

    def _fill(self, _row: int = 0) -> None:
        self.rows.show_rows([Row(it.key, it.called, it.grade, it.key in self._ticked) for it in self._clients])
        self.go.show_words(self.look.trn("Make {n} file", "Make {n} files", len(self._ticked)))
        self.go.setEnabled(bool(self._ticked) and not self.batch.busy)
        self.folder.setText(str(self._folder))
        if not self.batch.busy:
            self._tell_replaced()

    def _tell_replaced(self) -> None:
        """Files of these names that lie there already are made anew: say so beforehand."""
        there = sum(path.exists() for path in self.batch.targets(self._wanted(), self._keys()).values())
        words = self.look.trn("{n} file of that name is replaced", "{n} files of these names are replaced", there)
        self._tell(words if there else "", "warn")

    def _tell(self, words: str, colour: str = "muted") -> None:
        self._told.show_colour(colour)
        self._told.setText(words)
        self.fit()

    def _toggle(self, key: str) -> None:
        self._ticked ^= {key}
        self.grades.choose(None)
        self._fill()

    def _toggle_current(self, _index: object) -> None:
        self._toggle(self.rows.current_key())

    def _choose_grade(self, grade: str | None) -> None:
        """All of a grade; none chosen means everybody."""
        self._ticked = {it.key for it in self._clients if grade is None or it.grade == grade}
        self._fill()

    def _choose_document(self, _row: int) -> None:
        kind = DOCUMENTS[str(self.document.currentData())]
        self.audience.setVisible(len(kind.audiences) > 1)
        self.paper.clear()
        self.paper.addItems(kind.papers)
        self._fill()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.look.tr("Folder"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.choose_folder)
        dialog.open()

    def _show_progress(self, done: int, total: int, name: str) -> None:
        self._tell(self.look.tr("{n} of {m}: {name}", n=done + 1, m=total, name=name) if name else "")

    def _show_end(self, made: int, empty: int, stopped: bool) -> None:
        look = self.look
        self.stop.hide()
        self._fill()
        told = [look.tr("Stopped")] if stopped else []
        told.append(look.trn("{n} file is made", "{n} files are made", made))
        if empty:
            told.append(look.trn("{n} client has nothing in it", "{n} clients have nothing in it", empty))
        if troubles := self.batch.troubles:
            told.append(look.trn("{n} could not be written", "{n} could not be written", len(troubles)))
            told.append(troubles[0].tell(look.words))
        self._tell(" · ".join(told), "bad" if troubles else "muted")
        if made and self.isVisible():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _show_trouble(self, trouble: object) -> None:
        self.stop.hide()
        self._fill()
        if isinstance(trouble, Trouble):
            self._tell(trouble.tell(self.look.words), "bad")


class _ClientDelegate(RowDelegate):
    """Box, grade, name."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(34), look.size("overhang"))

    def draw(self, painter: QPainter, rect: QRectF, item: Row, *, selected: bool) -> None:
        """Paint a client."""
        look, px = self.look, self.look.theme.px
        tick_box(painter, QRectF(rect.left(), rect.top(), px(16), rect.height()), item.ticked, look)
        grade = Grade(item.grade) if item.grade else None
        grade_badge(painter, QRectF(rect.left() + px(26), rect.top(), px(22), rect.height()), grade, look)
        ink = look.colour("text" if item.ticked else "muted")
        paint_text(painter, rect.adjusted(px(58), 0, 0, 0), item.title, look.font(), ink)


def _row(gap: int, *parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for part, stretch in parts:
        row.addWidget(part, stretch)
    return row
