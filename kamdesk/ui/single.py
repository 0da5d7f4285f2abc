"""One program for one data folder: a second start raises the window of the first."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 500  # ms


def server_name(folder: Path) -> str:
    """The name under which the program of this folder can be called; short enough for every system."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"kamdesk-{digest[:20]}"


def raise_other(folder: Path) -> bool:
    """Call the program that has this folder; True when it answered."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(b"raise\n")
    heard = socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return heard


class Single(QObject):
    """Listens for second starts."""

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = server_name(folder)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a program that was killed; nobody answered just now
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.called.emit()
