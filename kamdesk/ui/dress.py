"""Dresses the whole program in a look: style, palette, font, style sheet and Qt's own words."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kamdesk.settings import Settings
from kamdesk.ui.icons import Icons
from kamdesk.ui.look import Look
from kamdesk.ui.style import style_sheet
from kamdesk.words import system_language


def look_for(settings: Settings, motion: bool = True) -> Look:
    """The look that the settings ask for."""
    language = settings.language or system_language()
    return Look.make(language, is_dark(settings), settings.scale / 100, motion)


def is_dark(settings: Settings) -> bool:
    """True when the dark theme is wanted, by choice or by the system."""
    if settings.theme == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return settings.theme == "dark"


class Dress:
    """Puts looks on the program, one after another."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None
        app.setStyle("Fusion")
        app.setWindowIcon(Icons.program())

    def put_on(self, look: Look) -> None:
        """Change everything that is not a widget's own."""
        self._app.setPalette(look.theme.palette())
        self._app.setFont(look.font("body"))
        self._app.setStyleSheet(style_sheet(look.theme))
        QLocale.setDefault(QLocale(look.words.language))
        self._translate(look.words.language)

    def _translate(self, language: str) -> None:
        """Qt's own words: the buttons of its dialogs, the menus of its text fields."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        if language == "en":
            return
        translator = QTranslator()
        place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", place):
            self._app.installTranslator(translator)
            self._translator = translator
