"""The promise ledger of a client: what we promised beside what they did, with age, proof and how much was kept."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.people import Contact
from kamdesk.client.promises import LEAST, Entry, Kept, asleep, ledger
from kamdesk.client.units import tell_day
from kamdesk.desk.debriefing import put_off
from kamdesk.desk.promised import note_word, prove_kept
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.parts.badges import tick_box
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.painters import RIGHT, left_square, paint_text
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.ui.parts.toast import Note, Toast

_ROW = 54
_ACROSS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class PromiseLedger(QWidget):
    """Two lists beside each other; the arrows go from one to the other."""

    chosen = Signal(str)
    opened = Signal(str)
    ticked = Signal(str)
    removing = Signal(str)
    did = Signal(object)  # Step
    asking = Signal(str)  # who promised it is not on record anywhere: the form has room for it

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._shown: Shown | None = None
        tr = look.tr
        self.heads = (Heading(look, tr("We promised")), Heading(look, tr("They promised")))
        self.nothing = tuple(Label(look, tr("No promise is on record."), "body", "muted") for _ in range(2))
        self._delegates = tuple(EntryDelegate(look) for _ in range(2))
        self.ours, self.theirs = self.lists = tuple(
            RowList(delegate, spoken, key=_key)
            for delegate, spoken in zip(self._delegates, (tr("We promised"), tr("They promised")), strict=True)
        )
        self._arrange()
        self.toast = Toast(look, self)
        for rows in self.lists:
            rows.chosen.connect(self._tell)
            rows.opened.connect(self.opened)
            rows.ticked.connect(self.ticked)
            rows.removing.connect(self.removing)
            rows.installEventFilter(self)

    def _arrange(self) -> None:
        look, out = self.look, self.look.size("overhang")  # the rows reach so far beyond what stands above them
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.theme.space("s"), 0, 0)
        row.setSpacing(look.theme.space("l"))
        for head, rows, nothing in zip(self.heads, self.lists, self.nothing, strict=True):
            column = QVBoxLayout()
            column.setSpacing(look.theme.px(4))
            for widget in (head, nothing):
                held = QHBoxLayout()
                held.setContentsMargins(out, 0, out, 0)
                held.addWidget(widget)
                column.addLayout(held)
            column.addWidget(rows, 1)
            column.addStretch(0)
            row.addLayout(column, 1)

    def show_client(self, shown: Shown) -> None:
        """Show what was promised at this client."""
        self._shown, today = shown, shown.today
        found = ledger(shown.client, today, older=True)
        sides = ((found.ours, found.ours_kept), (found.theirs, found.theirs_kept))
        for at, (entries, kept) in enumerate(sides):
            self._delegates[at].today = today
            self.lists[at].show_rows(entries)
            self.lists[at].setVisible(bool(entries))
            self.nothing[at].setVisible(not entries)
            self.heads[at].show_count(sum(entry.open for entry in entries))
            self.heads[at].show_note(self._kept_words(kept))

    @property
    def any_unnoted(self) -> bool:
        """Whether of a promise nobody noted who gave it."""
        return any(not entry.noted for rows in self.lists for entry in rows.model_of_rows.rows)

    def current_key(self) -> str:
        """The key of the promise that is chosen in the list with the keyboard, else in the first that has any."""
        held = next((rows for rows in self.lists if rows.hasFocus()), None)
        keys = [rows.current_key() for rows in self.lists]
        return held.current_key() if held else next((key for key in keys if key), "")

    def take_key(self, letter: str) -> bool:
        """S puts a promise off for a week or wakes it; E writes down what a person's kept promises prove.

        W notes who promised it, where nobody did yet.
        """
        entry = self._entry()
        if entry is not None and letter == "w" and not entry.noted:
            self._note(entry)
            return True
        step = self._step(entry, letter) if entry is not None else None
        if step is not None:
            self.did.emit(step)
        return step is not None

    def _note(self, entry: Entry) -> None:
        if self._shown is None:
            return
        step = note_word(self._shown.client, self._shown.workspace, entry.action)
        if step is not None:
            self.did.emit(step)
        else:
            self.asking.emit(entry.action.key)

    def _step(self, entry: Entry, letter: str) -> Step | None:
        shown = self._shown
        if shown is None:
            return None
        if letter == "s" and entry.open:
            return put_off(entry.action, shown.today)
        if letter == "e":
            people = shown.client.contacts
            giver = next((item for item in people if entry.who and item.name == entry.who), entry.contact)
            words = self.look.words
            step = prove_kept(shown.client, shown.workspace, giver, shown.today, words) if giver else None
            if step is None:
                self._tell_why(giver)
            return step
        return None

    def _tell_why(self, giver: Contact | None) -> None:
        """Say why E wrote nothing down."""
        tr = self.look.tr
        words = tr("Only what a person of the client promised proves how they stand to us")
        if giver is not None:
            words = tr("{name}: a fact needs {n} promises of theirs that came due", name=giver.name, n=LEAST)
        self.toast.show_note(Note(words, "circle-alert", "text2"))

    def _entry(self) -> Entry | None:
        key = self.current_key()
        every = (entry for rows in self.lists for entry in rows.model_of_rows.rows)
        return next((entry for entry in every if entry.action.key == key), None)

    def choose(self, key: str) -> bool:
        """Choose a promise and put the keyboard there; False when it is none."""
        for rows in self.lists:
            if rows.choose(key):
                rows.setFocus()
                return True
        return False

    def take_keyboard(self) -> None:
        """Begin with the first list that has any."""
        first = next((rows for rows in self.lists if not rows.isHidden()), None)
        if first is not None:
            first.setFocus()

    def _kept_words(self, kept: Kept) -> str:
        if kept.share is None:
            return self.look.tell(kept.said) if kept.due else ""
        told = self.look.tell(kept.said)
        return f"{told} · {kept.share:.0%}"

    def _tell(self, key: str) -> None:
        rows = self.sender()
        if isinstance(rows, RowList) and rows.hasFocus():
            self.chosen.emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right go to the other list; the list that gets the keyboard tells what is chosen in it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ACROSS:
            other = self.lists[_ACROSS.index(Qt.Key(event.key()))]
            if not other.isHidden():
                other.setFocus()
            return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, RowList):
            watched.choose_first()
            self.chosen.emit(watched.current_key())
        return False


def _key(entry: Entry) -> str:
    return entry.action.key


class EntryDelegate(RowDelegate):
    """A box, the words, and when it is due; below who said it, when, how old it is, and its proof."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(_ROW), look.size("overhang"))
        self.today = date.today()

    def draw(self, painter: QPainter, rect: QRectF, item: Entry, *, selected: bool) -> None:
        """Paint a promise."""
        look, px, action = self.look, self.look.theme.px, item.action
        upper = QRectF(rect.left(), rect.top() + px(7), rect.width(), px(20))
        side = look.size("tick") + px(2)
        tick_box(painter, left_square(upper, side), not item.open, look)
        due, ink = self._due(item)
        used = paint_text(painter, upper, due, look.font("small"), look.colour(ink), RIGHT)
        left = rect.left() + side + px(12)
        words = QRectF(left, upper.top(), rect.right() - used - px(12) - left, upper.height())
        dim = not item.open or asleep(action, self.today)
        paint_text(painter, words, action.text, look.font(), look.colour("muted" if dim else "text"))
        lower = QRectF(left, upper.bottom() + px(1), rect.right() - left, px(18))
        paint_text(painter, lower, self.told(item), look.font("small"), look.colour("muted"))

    def told(self, item: Entry) -> str:
        """Who said it, when, how old it is, its proof, and whether it is put off."""
        look, action = self.look, item.action
        parts = [item.who or look.tr("nobody named")]
        if not item.noted:
            parts.append(look.tr("who promised it is not noted (W)"))
        if item.said_on is not None:
            parts.append(look.tr("said {day}", day=tell_day(item.said_on, look.words, self.today)))
        if item.age and item.open:
            parts.append(look.trn("{n} day old", "{n} days old", item.age))
        if asleep(action, self.today) and action.snoozed:
            parts.append(look.tr("asleep until {day}", day=tell_day(action.snoozed, look.words, self.today)))
        if action.proof:
            parts.append(action.proof)
        return " · ".join(parts)

    def _due(self, item: Entry) -> tuple[str, str]:
        look, action = self.look, item.action
        if action.done is not None:
            day = tell_day(action.done, look.words, self.today)
            if item.late:
                return look.trn("kept {n} day late", "kept {n} days late", item.late), "warn"
            return look.tr("kept {day}", day=day), "ok"
        if item.late:
            return look.trn("{n} day late", "{n} days late", item.late), "bad"
        if action.due is None:
            return look.tr("no day"), "warn"
        return (look.tr("Today"), "text") if not item.days else (tell_day(action.due, look.words, self.today), "text2")
