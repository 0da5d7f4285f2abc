"""The small style sheet: button, field, segment, tab, panel, menu and scroll bar; the palette does the rest.

A widget says what it is by a property: rank = "primary" | "second" | "third" | "danger" on buttons,
part = "panel" | "tile" | "card" | "segment" on frames, lines on fields follow by their class.
"""

from __future__ import annotations

import re

from kamdesk.ui.theme import Theme

_SHEET = """
QPushButton, QToolButton { border: 1px solid @edge; border-radius: ~6; background: @canvas; color: @text;
    padding: 0 ~12; min-height: ~30; }
QToolButton { padding: 0 ~6; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 0 ~11; }
QToolButton:focus { padding: 0 ~5; }
QPushButton[rank="primary"] { background: @accent; color: @on_accent; border-color: @accent; font-weight: 600; }
QPushButton[rank="primary"]:focus { border: 2px solid @text; }
QPushButton[rank="primary"]:disabled { background: @neutral_soft; border-color: @neutral_soft; }
QPushButton[rank="third"], QToolButton[rank="third"] { border-color: transparent; background: transparent; }
QPushButton[rank="third"]:hover, QToolButton[rank="third"]:hover { background: @hover; }
QPushButton[rank="third"]:focus, QToolButton[rank="third"]:focus { border: 2px solid @accent; }
QPushButton[rank="danger"] { color: @bad; }
QPushButton:disabled, QToolButton:disabled { color: @muted; }
QPushButton:checked, QToolButton:checked { background: @sel; color: @text; }
QPushButton[small="true"], QToolButton[small="true"] { min-height: ~26; }
QFrame[part="segment"] { border: 1px solid @edge; border-radius: ~6; background: @canvas; }
QFrame[part="segment"] QPushButton { border: 0; border-radius: ~5; min-height: ~28; }
QFrame[part="segment"] QPushButton:focus { border: 2px solid @accent; }
QScrollArea, QAbstractScrollArea { border: 0; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { border: 1px solid @field; border-radius: ~6;
    background: @canvas; color: @text; padding: 0 ~9; selection-background-color: @accent;
    selection-color: @on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ~30; }
QPlainTextEdit, QTextEdit { padding: ~4 ~5; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid @accent; padding: 0 ~8; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ~3 ~4; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid @bad; }
QLineEdit[part="bare"], QPlainTextEdit[part="bare"] { border: 0; background: transparent; padding: 0; min-height: 0; }
QComboBox::drop-down { border: 0; width: ~20; }
QComboBox QAbstractItemView, QAbstractItemView#offered { background: @raised; border: 1px solid @edge;
    selection-background-color: @sel; selection-color: @text; outline: 0; }
QAbstractItemView#offered::item { padding: ~6 ~8; }
QAbstractItemView#offered::item:selected { background: @sel; color: @text; }
QFrame[part="panel"] { background: @tile; border: 0; border-left: 1px solid @line; }
QFrame[part="tile"] { background: @tile; border: 0; border-radius: ~10; }
QFrame[part="card"] { background: @canvas; border: 1px solid @edge; border-radius: ~8; }
QScrollArea, QScrollArea > QWidget > QWidget[part="body"] { background: transparent; }
QMenu { background: @raised; border: 1px solid @edge; border-radius: ~8; padding: ~6; color: @text; }
QMenu::item { padding: ~6 ~28 ~6 ~12; border-radius: ~6; }
QMenu::item:selected { background: @sel; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: ~5 ~4; }
QToolTip { background: @raised; color: @text; border: 1px solid @edge; padding: ~5 ~8; }
QScrollBar:vertical { width: ~12; background: transparent; margin: 0; }
QScrollBar:horizontal { height: ~12; background: transparent; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: ~3; margin: ~3; }
QScrollBar::handle:vertical { min-height: ~32; }
QScrollBar::handle:horizontal { min-width: ~32; }
QScrollBar::handle:hover { background: @field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def style_sheet(theme: Theme) -> str:
    """The sheet in the colours and sizes of a theme."""
    coloured = re.sub(r"@(\w+)", lambda found: theme.colour(found[1]).name(), _SHEET)
    return re.sub(r"~(\d+)", lambda found: f"{theme.px(int(found[1]))}px", coloured)
