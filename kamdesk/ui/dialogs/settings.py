"""Settings: language, theme, text size, and where the data is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kamdesk.settings import SCALES, Settings
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.labels import Label, Paragraph, Rule
from kamdesk.ui.parts.segments import Option, Segments
from kamdesk.ui.parts.sheet import Sheet
from kamdesk.words import LANGUAGES, N_, OWN_NAMES

_WIDTH = 620
_THEMES = (("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark")))


class SettingsSheet(Sheet):
    """Every choice takes effect at once; the window is then built anew with this sheet open again."""

    wished = Signal(str, object)  # "language" "zh_TW", "theme" "dark", "scale" 110

    def __init__(self, look: Look, parent: QWidget, now: Settings, folder: Path) -> None:
        super().__init__(look, parent, _WIDTH)
        self._folder = folder
        tr, theme = look.tr, look.theme
        close = IconButton(look, "x", tr("Close"))
        self._language = Segments(look, [Option(name, OWN_NAMES[name]) for name in LANGUAGES], tr("Language"))
        self._theme = Segments(look, [Option(name, tr(words)) for name, words in _THEMES], tr("Colours"))
        self._scale = Segments(look, [Option(scale, f"{scale}%") for scale in SCALES], tr("Text size"))
        self._open = Button(look, tr("Open folder"), "third", icon="folder-open", small=True)
        self._copy = Button(look, tr("Copy path"), "third", icon="copy", small=True)
        self.setAccessibleName(tr("Settings"))
        self.column.setContentsMargins(theme.px(28), theme.px(18), theme.px(20), theme.px(24))
        self.column.setSpacing(theme.space("l"))
        head = QHBoxLayout()
        head.addWidget(Label(look, tr("Settings"), "title"), 1)
        head.addWidget(close)
        self.column.addLayout(head)
        for words, field in (
            (tr("Language"), self._language),
            (tr("Colours"), self._theme),
            (tr("Text size"), self._scale),
        ):
            self._add_row(words, field)
        self.column.addWidget(Rule(look, colour="edge"))
        self._add_data()
        self._show(now)
        close.clicked.connect(self.close_sheet)
        self._language.chosen.connect(self._choose_language)
        self._theme.chosen.connect(self._choose_theme)
        self._scale.chosen.connect(self._choose_scale)
        self._open.clicked.connect(self._open_folder)
        self._copy.clicked.connect(self._copy_path)

    def take_focus(self) -> None:
        """The first choice, not the button that closes."""
        self._language.focusNextChild()

    def _show(self, now: Settings) -> None:
        self._language.choose(self.look.words.language)
        self._theme.choose(now.theme)
        self._scale.choose(now.scale)

    def _add_row(self, words: str, field: QWidget) -> None:
        row = QHBoxLayout()
        row.addWidget(Label(self.look, words, "body", "text2"), 1)
        row.addWidget(field)
        self.column.addLayout(row)

    def _add_data(self) -> None:
        look = self.look
        row = QHBoxLayout()
        row.addWidget(Label(look, look.tr("Your data"), "section"), 1)
        row.addWidget(self._copy)
        row.addWidget(self._open)
        self.column.addLayout(row)
        self.column.addWidget(Paragraph(look, str(self._folder), "body", "text"))
        told = look.tr(
            "The data file is encrypted, but no passphrase protects its key yet: "
            "whoever can read this folder can read the data."
        )
        self.column.addWidget(Paragraph(look, told, "small", "muted"))

    def _choose_language(self, value: object) -> None:
        self.wished.emit("language", value)

    def _choose_theme(self, value: object) -> None:
        self.wished.emit("theme", value)

    def _choose_scale(self, value: object) -> None:
        self.wished.emit("scale", value)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._folder))
