"""The window itself: its geometry, and what it holds just now: nothing yet, a welcome, a trouble, or the frame."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.ui.look import Look

_LEAST = QSize(960, 600)
_USUAL = QSize(1440, 900)


class MainWindow(QWidget):
    """Shows one content at a time; the content before is freed."""

    appeared = Signal()  # painted for the first time: now the dear imports may begin
    closing = Signal(object)  # MainWindow; an owner that wants it to stay calls `stay`

    def __init__(self, look: Look, geometry: str = "") -> None:
        super().__init__()
        self.look = look
        self._content: QWidget | None = None
        self._staying = False
        self._painted = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(_LEAST)
        self.show_title("")
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            screen = QGuiApplication.primaryScreen().availableSize()
            self.resize(_USUAL.boundedTo(QSize(round(screen.width() * 0.94), round(screen.height() * 0.92))))

    @property
    def content(self) -> QWidget | None:
        """What it holds."""
        return self._content

    def show_content(self, content: QWidget, look: Look) -> None:
        """Hold this instead."""
        old, self._content, self.look = self._content, content, look
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.addWidget(content)
        content.show()  # what is still hidden is only remembered for the keyboard, which an active window has given out
        content.setFocus()

    def show_title(self, place: str) -> None:
        """Say in the title where we are."""
        self.setWindowTitle(f"{place} - KAMDesk" if place else "KAMDesk")

    def told_geometry(self) -> str:
        """Size and place, to be restored at the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def come_forward(self) -> None:
        """Show it above all other windows, with the keyboard."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def stay(self) -> None:
        """Refuse the closing that is being asked about."""
        self._staying = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the owner, who may want to save first."""
        self._staying = False
        self.closing.emit(self)
        event.setAccepted(not self._staying)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the empty window as the frame will look, so that nothing flashes."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("canvas"))
        if self._content is None:
            rail = self.look.size("rail")
            painter.fillRect(0, 0, rail, self.height(), self.look.colour("rail"))
            painter.fillRect(rail - 1, 0, 1, self.height(), self.look.colour("line"))
        painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._appear)

    def _appear(self) -> None:
        self.appeared.emit()
