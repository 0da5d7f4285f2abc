"""A month that opens below a day field and gives the day that was picked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from kamdesk.ui.look import Look

_WEEKDAYS = tuple(Qt.DayOfWeek(number) for number in range(1, 8))


class CalendarPopup(QFrame):
    """The popup; Esc closes it."""

    picked = Signal(object)  # date

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("part", "card")
        self._month = QCalendarWidget()
        self._month.setLocale(QLocale(look.words.language))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._month.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        plain = QTextCharFormat()
        plain.setForeground(QColor(look.colour("text")))
        for weekday in _WEEKDAYS:
            self._month.setWeekdayTextFormat(weekday, plain)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._month)
        self._month.clicked.connect(self._pick)
        self._month.activated.connect(self._pick)

    def open_below(self, field: QWidget, day: date) -> None:
        """Open below a field with a day chosen."""
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        self.move(field.mapToGlobal(QPoint(0, field.height() + 2)))
        self.show()
        self._month.setFocus()

    def _pick(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.picked.emit(date(day.year(), day.month(), day.day()))
