"""A bug of ours, told once: what to send us, and that the work goes on."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.sheet import Sheet

_WIDTH = 640


class ReportSheet(Sheet):
    """Shows the report of a bug."""

    def __init__(self, look: Look, parent: QWidget, report: str) -> None:
        super().__init__(look, parent, _WIDTH)
        tr, theme = look.tr, look.theme
        self._report = report
        self._text = QPlainTextEdit(report)
        self._copy = Button(look, tr("Copy the report"), "second", icon="copy")
        self._close = Button(look, tr("Go on"), "primary")
        said = tr(
            "Something in KAMDesk went wrong. What was saved is safe and you can go on. "
            "The report says where in the program it happened; it holds nothing of your data."
        )
        self.setAccessibleName(tr("Report of an error"))
        self._text.setReadOnly(True)
        self._text.setAccessibleName(tr("Report"))
        self._text.setFixedHeight(theme.px(180))
        self.column.setContentsMargins(theme.px(28), theme.px(24), theme.px(28), theme.px(24))
        self.column.setSpacing(theme.space("m"))
        self.column.addWidget(Label(look, tr("That was our mistake"), "title"))
        self.column.addWidget(Paragraph(look, said, "body", "text2"))
        self.column.addWidget(self._text)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        self.column.addLayout(row)
        self._copy.clicked.connect(self._copy_report)
        self._close.clicked.connect(self.close_sheet)

    def take_focus(self) -> None:
        """Going on is what most people want."""
        self._close.setFocus()

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
