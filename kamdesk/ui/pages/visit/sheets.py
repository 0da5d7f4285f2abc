"""What is prepared on a sheet of its own: a negotiation (method C4), and the phone call before a stranger (C2)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client
from kamdesk.client.people import Contact
from kamdesk.client.prefill import Prefilled
from kamdesk.client.record import Record
from kamdesk.client.visit_papers import Negotiation, Probe
from kamdesk.client.visit_records import Visit, VisitKind
from kamdesk.desk import preparing
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Shown
from kamdesk.ui.pages.visit.head import DIRECTIONS
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading, Paragraph, Rule
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.record_form import RecordForm

NEGOTIATION, PROBE = "negotiation", "probe"
_HALVES: dict[type[Record], tuple[tuple[str, ...], tuple[str, ...]]] = {
    Negotiation: (
        ("interests_ours", "interests_theirs", "issues", "chips", "red_lines"),
        ("decides", "first_offer", "batna_ours", "batna_theirs", "deadlock", "exit_words"),
    ),
    Probe: (("day", "right", "interest", "supplier", "contract_end"), ("deciders", "pain", "agreed")),
}
_COUNTED = {
    Negotiation: (*_HALVES[Negotiation][0], *_HALVES[Negotiation][1]),
    Probe: ("right", "interest", "supplier", "deciders", "pain", "agreed"),
}


def filled(record: Record | None, kind: type[Record]) -> tuple[int, int]:
    """How many of a sheet's lines are written, and how many there are."""
    names = _COUNTED[kind]
    return sum(bool(getattr(record, name)) for name in names) if record else 0, len(names)


def negotiation_of(client: Client, visit: Visit) -> Negotiation | None:
    """The negotiation sheet of a visit."""
    return next((item for item in client.negotiations if item.visit == visit.key), None)


def probe_of(client: Client, contact: str) -> Probe | None:
    """The latest call to somebody."""
    found = [item for item in client.probes if item.contact == contact]
    return max(found, key=lambda item: item.day or date.min, default=None)


class SheetLines(QWidget):
    """A line for each sheet that this visit wants: who was never met, what is negotiated."""

    wanted = Signal(str)  # the name of a sheet

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._allowed = True
        self.lines: list[LineButton] = []
        self._names: list[str] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.space("l"))

    def show_visit(self, client: Client, visit: Visit, known: Prefilled) -> None:
        """Show what this visit wants."""
        look, found = self.look, []
        sheet = negotiation_of(client, visit)
        if sheet is not None or visit.kind is VisitKind.NEGOTIATION:
            done, total = filled(sheet, Negotiation)
            told = look.tr("{done} of {total}", done=done, total=total)
            found.append((NEGOTIATION, look.tr("Negotiation sheet"), told, "scale", "muted"))
        for guest in known.guests:
            probe = probe_of(client, guest.contact.key)
            if guest.stranger or probe is not None:
                tail = look.tr("called") if probe else look.tr("never met, not called yet")
                words = look.tr("Phone probe: {name}", name=guest.contact.name)
                found.append((f"{PROBE} {guest.contact.key}", words, tail, "phone", "muted" if probe else "warn"))
        self._show_lines(found)

    def _show_lines(self, found: list[tuple[str, str, str, str, str]]) -> None:
        while len(self.lines) < len(found):
            line = LineButton(self.look, role="body", colour="text", height=32)
            line.clicked.connect(self._want)
            self._row.addWidget(line, 1)
            self.lines.append(line)
        self._names = [name for name, *_ in found]
        for line, (_, words, tail, icon, ink) in zip(self.lines, found, strict=False):
            line.show_line(words, icon=icon, icon_colour=ink, tail=tail, tail_colour=ink)
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(found))
        self.show_allowed(self._allowed)

    def show_allowed(self, allowed: bool) -> None:
        """Show the lines, if there are any."""
        self._allowed = allowed
        self.setVisible(allowed and bool(self._names))

    def first(self, kind: str) -> str:
        """The name of the first sheet of a kind, "" without one."""
        return next((name for name in self._names if name.startswith(kind)), "")

    def take_keyboard(self, name: str) -> None:
        """Bring the keyboard to the line of a sheet."""
        if name in self._names:
            self.lines[self._names.index(name)].setFocus()

    def _want(self) -> None:
        self.wanted.emit(self._names[self.lines.index(self.sender())])  # type: ignore[arg-type]


class SheetFace(QWidget):
    """One sheet at a time, in two halves; each line is kept by itself."""

    did = Signal(object)  # Step
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.name = ""
        self._shown: Shown | None = None
        self._visit: Visit | None = None
        self._begun: dict[str, Record] = {}  # sheets on which nothing is written yet, by name
        self._wide = True
        self._forms: dict[type[Record], tuple[QWidget, QBoxLayout, tuple[RecordForm, ...]]] = {}
        self.heading = Heading(look, "")
        self.close_button = Button(look, look.tr("Back to the preparation"), "third", key="Esc", scope=self, small=True)
        self.heading.add(self.close_button)
        self._note = Paragraph(look, "", "small", "muted")
        self._column = QVBoxLayout(self)
        over = look.size("overhang")
        self._column.setContentsMargins(over, 0, over, 0)
        self._column.setSpacing(look.theme.px(8))
        for widget in (self.heading, Rule(look, colour="edge"), self._note):
            self._column.addWidget(widget)
        self.close_button.clicked.connect(self.closed)

    def show_wide(self, wide: bool) -> None:
        """Set the halves beside each other, or one below the other."""
        self._wide = wide
        for _, row, _ in self._forms.values():
            row.setDirection(DIRECTIONS[wide])

    def show_visit(self, shown: Shown, visit: Visit) -> None:
        """Show the sheet as it is now; that of another visit is closed."""
        if self._visit is not None and visit.key != self._visit.key:
            self.closed.emit()
        self._shown, self._visit = shown, visit
        if not self.isHidden() and not self.show_sheet(self.name):
            self.closed.emit()

    def show_sheet(self, name: str) -> bool:
        """Show a sheet: "negotiation", or "probe" and the key of whom to call; False when there is none such."""
        found = self._record(name)
        if found is None or self._shown is None:
            return False
        stored, record, title, note = found
        self.name = name
        done, total = filled(stored, type(record))
        self.heading.show_words(title)
        self.heading.show_note(self.look.tr("{done} of {total}", done=done, total=total))
        self._note.setText(note)
        for kind, (held, _, _) in self._forms.items():
            held.setVisible(kind is type(record))
        for form in self._forms_of(type(record)):
            form.show_record(record, self._shown.client, self._shown.workspace, self._shown.today)
        return True

    def _record(self, name: str) -> tuple[Record | None, Record, str, str] | None:
        """The sheet as it is stored, as it is shown, its title, and what it is for."""
        if self._shown is None or self._visit is None:
            return None
        client, tr = self._shown.client, self.look.tr
        kind, _, key = name.partition(" ")
        if kind == NEGOTIATION:
            sheet = negotiation_of(client, self._visit)
            begun = sheet or self._begin(name, Negotiation(owner=client.key, visit=self._visit.key))
            note = tr("Concessions are on the ladder: always smaller, never without something in return.")
            return sheet, begun, tr("Negotiation sheet"), note
        person = client.get(key)
        if not isinstance(person, Contact):
            return None
        probe = probe_of(client, key)
        begun = probe or self._begin(name, Probe(owner=client.key, contact=key, day=self._shown.today))
        told = " · ".join(filter(None, (person.title_at_work, person.phone)))
        return probe, begun, tr("Phone probe: {name}", name=person.name), told or tr("No phone number is on record.")

    def _begin(self, name: str, empty: Record) -> Record:
        assert self._visit is not None
        return self._begun.setdefault(f"{self._visit.key} {name}", empty)

    def _forms_of(self, kind: type[Record]) -> tuple[RecordForm, ...]:
        if kind not in self._forms:
            held = QWidget()
            row = QBoxLayout(DIRECTIONS[self._wide], held)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self.look.theme.space("xl"))
            forms = tuple(RecordForm(self.look, kind, [("", names)]) for names in _HALVES[kind])
            for form in forms:
                column = QVBoxLayout()
                column.addWidget(form)
                column.addStretch(1)
                row.addLayout(column, 1)
                form.edited.connect(self._keep)
            self._column.addWidget(held)
            self._forms[kind] = (held, row, forms)
        return self._forms[kind][2]

    def _keep(self, doing: Doing) -> None:
        """Keep what was written; the first line makes the sheet, a person named anew is made with it."""
        found = self._record(self.name)
        if found is None:
            return
        stored, shown, _, _ = found
        written = next((edit.after for edit in doing.edits if edit.record.key == shown.key), None)
        if written is not None:
            others = [edit for edit in doing.edits if edit.record.key != shown.key]
            self.did.emit(preparing.keep(stored, written, others))

    def take_keyboard(self) -> None:
        """Bring the keyboard to the first line."""
        found = self._record(self.name)
        if found is not None:
            self._forms_of(type(found[1]))[0].start()
