"""The rivals, known once for all clients: a list, the file of one, and the news of all."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kamdesk.client.client import WORKSPACE
from kamdesk.client.contest_records import RivalFact
from kamdesk.client.rival_file import News, news
from kamdesk.client.rival_records import Rival, RivalKind
from kamdesk.desk import rivals as steps
from kamdesk.desk.desk import Desk
from kamdesk.desk.rival_clients import RivalClients
from kamdesk.desk.rival_list import Tally, clients_met, tallies
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Page
from kamdesk.ui.pages.registry import place_of
from kamdesk.ui.pages.rivals.all_rivals_body import FILES, NEWS, AllRivalsBody
from kamdesk.ui.pages.rivals.all_rivals_list import listed
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.steps import adding
from kamdesk.words import N_


class AllRivalsPage(Page):
    """What is written here about a rival stands behind every client's comparison."""

    name: ClassVar[str] = "rivals"
    label: ClassVar[str] = N_("Rivals")
    rail: ClassVar[bool] = True

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._all: tuple[Tally, ...] = ()
        self._met = RivalClients(desk)
        self._later = QTimer(self, interval=0, singleShot=True)
        self.body = AllRivalsBody(look)
        self.faces, self.rows, self.file = self.body.faces, self.body.rows, self.body.file
        self.news = self.body.news
        self.removing = Button(look, look.tr("Remove"), "third", icon="trash-2", key="Del")
        self.arrange(self.body, actions=(self.removing,))
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._later.timeout.connect(self.catch_up)
        self.faces.chosen.connect(self.turn_to)
        self.rows.chosen.connect(self._show_file)
        self.rows.opened.connect(self._open)
        self.rows.removing.connect(self.remove)
        self.body.adder.named.connect(self._add)
        self.file.edited.connect(self.edited)
        self.file.going.connect(self.going)
        self.file.back.connect(self._bring_back)
        self.news.opened.connect(self._go_to_news)
        self.removing.clicked.connect(self._remove_current)
        self.body.empty.pressed.connect(self._begin)

    def refresh(self) -> None:
        """Read the rivals again; the chosen one, scroll place and half-typed words stay."""
        self._all = tallies(self.desk)
        is_open = not self.desk.read_only
        self.file.is_open = is_open
        self.body.adder.setEnabled(is_open)
        self.rows.show_rows(listed(self._all, self.look))
        if self._all and self._tally(self.rows.current_key()) is None:
            self.rows.choose(self._all[0].key)  # shows its file
        else:
            self._show_file(self.rows.current_key())
        self.faces.show_counts({FILES: len(self._all)})
        self._show_news()
        self._turn()

    def turn_to(self, face: object) -> None:
        """Show the rivals or their news, and take the keyboard there."""
        self.faces.choose(face)
        self._show_news()
        self._turn()
        self.keyboard_place().setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        self.body.show_face(some=bool(self._all))
        self.removing.setVisible(bool(self._all) and self.body.face == FILES)
        tally = self._tally(self.rows.current_key())
        self.removing.setEnabled(not self.desk.read_only and tally is not None and not tally.former)
        self.show_keys()

    def _tally(self, key: str) -> Tally | None:
        return next((row for row in self._all if row.key == key), None)

    def _show_file(self, key: str) -> None:
        if self._met.is_read:
            self._show_now(key)
        else:  # the list is painted before the clients are read for the first time
            self.file.hide()
            self._later.start()

    def catch_up(self) -> None:
        """Show the file of the chosen rival, which waits while the place opens."""
        self._later.stop()
        self._show_now(self.rows.current_key())

    def _show_now(self, key: str) -> None:
        tally = self._tally(key)
        self.file.setVisible(tally is not None)
        if tally is None:
            return
        workspace, today = self.desk.workspace(), self.desk.today
        file = self._met.file(tally.rival, tally.at, workspace)
        companies = {client.key: client.company for client in self._met.of(tally.at)}
        measure = partial(self._met.measure, rival=key)
        self.file.show_file(tally, file, companies, workspace, measure, today)
        self._turn()

    def _show_news(self) -> None:
        if self.body.face == NEWS:
            clients = self._met.of(clients_met(self._all))
            self.news.show_news(news(clients, self.desk.workspace(), self.desk.today), self.desk.today)

    def item(self) -> str:
        """The chosen rival, or that the news are shown."""
        return NEWS if self.body.face == NEWS else self.rows.current_key()

    def open_item(self, key: str, action: str) -> None:
        """Go to a rival, to a fact of one or to the news; "new" names a rival."""
        record = self.desk.workspace().get(key)
        if key == NEWS or action == "find":
            self.turn_to(NEWS)
            if action == "find":
                self.news.filter.setFocus()
        elif action == "new":
            self._begin()
        elif isinstance(record, RivalFact):
            self._choose(record.rival or "")
            self.catch_up()
            self.file.known.choose(key)
        elif key:
            self._choose(key)
            self.rows.setFocus()

    def _choose(self, key: str) -> None:
        self.faces.choose(FILES)
        self._turn()
        self.rows.choose(key)

    def keyboard_place(self) -> QWidget:
        """The list of what is shown."""
        if not self._all:
            return super().keyboard_place()
        return self.news.list if self.body.face == NEWS else self.rows

    def _open(self, _key: str) -> None:
        self.file.known.start()

    def _begin(self, _deed: str = "") -> None:
        self.body.name_rival()

    def _add(self, name: str) -> None:
        self.body.adder.close_line()
        made = Rival(owner=WORKSPACE, name=name, kind=RivalKind.COMPANY)
        self.edited.emit(adding(made))
        self.rows.choose(made.key)
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_current(self) -> None:
        self.remove(self.rows.current_key())

    def remove(self, key: str) -> None:
        """Take a rival away; one that clients were compared with stays as a former one."""
        tally = self._tally(key)
        if tally is not None and not tally.former and not self.desk.read_only:
            clients = [self.desk.client(at) for at in tally.at[:1]]  # one that names it is enough to keep it
            self._do(steps.remove_rival(self.desk.workspace(), clients, tally.rival, self.desk.today))

    def _bring_back(self) -> None:
        tally = self._tally(self.rows.current_key())
        if tally is not None and tally.former and not self.desk.read_only:
            self._do(steps.bring_back(tally.rival))

    def _do(self, step: Step) -> None:
        self.edited.emit(Doing(step.said, step.edits, toast=True))

    def _go_to_news(self, item: News) -> None:
        if item.client_key:
            self.going.emit(Goto(place_of(item.section), item.client_key, item.key))
        else:
            self.open_item(item.key, "")

    def keys(self) -> list[tuple[str, str]]:
        """What can be done here."""
        tr, trc = self.look.tr, self.look.trc
        if not self._all:
            return []
        if self.body.face == NEWS:
            return [("Enter", tr("to the record")), ("Ctrl F", trc("key", "find")), ("1", tr("rivals"))]
        return [
            ("Enter", tr("to the file")),
            ("A", tr("fact")),
            ("F2", tr("edit")),
            ("Ctrl N", trc("key", "new")),
            ("Del", trc("key", "remove")),
            ("2", tr("news")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 turn the faces, A writes a fact down, B brings a former rival back."""
        letter = event.text().lower() if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else ""
        if letter in ("1", "2") and self._all:
            self.turn_to(FILES if letter == "1" else NEWS)
        elif letter == "a" and self.body.face == FILES and self._all and not self.desk.read_only:
            self.file.known.adder.open()
        elif letter == "b" and self.body.face == FILES:
            self._bring_back()
        else:
            super().keyPressEvent(event)
