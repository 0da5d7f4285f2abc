"""What a piece of the notes is about: a person on a dimension, a rival or a need, a question that was open."""

from __future__ import annotations

import dataclasses

from PySide6.QtWidgets import QGridLayout, QWidget

from kamdesk.client.asking import ranked
from kamdesk.client.levels import LEVELS
from kamdesk.client.record import Choice
from kamdesk.client.visit_records import Visit
from kamdesk.client.weigh_records import Confidence, Dimension, Evidence, EvidenceKind
from kamdesk.desk import filing
from kamdesk.desk.debriefing import asked_at, level_with
from kamdesk.desk.weighin import rivals_of
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.parts.chosen_editors import Combo
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.labels import Label

_MOST_ASKS = 12
_LEVELS = range(1, 6)


class About(QWidget):
    """Some lists to choose from, in two columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(look.theme.px(6))

    def add(self, spoken: str, row: int, at: int, wide: int = 1) -> Combo:
        """Another list."""
        combo = Combo(self.look)
        combo.setAccessibleName(spoken)
        combo.setToolTip(spoken)
        self.grid.addWidget(combo, row, at, 1, wide)
        return combo

    def fill(self, combo: Combo, kind: type[Choice], chosen: Choice) -> None:
        """All members of a choice, one of them chosen."""
        for member in kind:
            combo.addItem(self.look.tr(member.label), member)
        combo.setCurrentIndex(list(kind).index(chosen))


class FactAbout(About):
    """Who, on which dimension, at which level, how it is known and how surely."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        tr = look.tr
        self.person = self.add(tr("Person"), 0, 0)
        self.dimension = self.add(tr("Dimension"), 0, 1)
        self.kind = self.add(look.trc("evidence", "Kind"), 1, 0)
        self.confidence = self.add(tr("Confidence"), 1, 1)
        self.level = self.add(tr("Level"), 2, 0, 2)
        self.told = Label(look, "", "small", "muted", wrap=True)
        self.grid.addWidget(self.told, 3, 0, 1, 2)
        for member in Dimension:
            self.dimension.addItem(tr(member.label), member)
        self.fill(self.kind, EvidenceKind, EvidenceKind.WORDS)
        self.fill(self.confidence, Confidence, Confidence.HIGH)
        self._now: tuple[Shown, Visit, str] | None = None
        for combo in (self.person, self.dimension):
            combo.currentIndexChanged.connect(self._again)

    def offer(self, shown: Shown, visit: Visit, text: str) -> None:
        """The people of the client: who the words name, else who was there, first."""
        self._now = None
        named = filing.named_in(shown.client, visit, text)
        there = filing.people_at(shown.client, visit)
        first = [*([named] if named else []), *(item for item in there if item is not named)]
        rest = [item for item in shown.client.contacts if item not in first]
        self.person.clear()
        for contact in (*first, *rest):
            self.person.addItem(contact.name, contact.key)

    def fact(self, shown: Shown, visit: Visit, text: str) -> Evidence | None:
        """The fact as it would be written down."""
        contact = next((item for item in shown.client.contacts if item.key == self.person.currentData()), None)
        if contact is None:
            return None
        dimension = self.dimension.currentData()
        made = filing.evidence_of(visit, contact, dimension, text, shown.today, self.look.words)
        return dataclasses.replace(made, kind=self.kind.currentData(), confidence=self.confidence.currentData())

    def tell(self, shown: Shown, visit: Visit, text: str) -> None:
        """Offer the five levels of the dimension, and choose the one that the record suggests with this fact."""
        self._now = (shown, visit, text)
        dimension, tr = self.dimension.currentData(), self.look.tr
        kept = self.level.currentData() if self.level.property("of") == dimension else None
        self.level.setProperty("of", dimension)
        self.level.clear()
        self.level.addItem(tr("Leave the level as it is"), None)
        for level in _LEVELS:
            self.level.addItem(f"{level}  {tr(LEVELS[dimension][level - 1])}", level)
        fact = self.fact(shown, visit, text)
        suggested = filing.suggested_level(shown.client, fact, shown.today) if fact and text.strip() else None
        self.level.setCurrentIndex(suggested or kept or 0)
        self.told.setText(tr("The record suggests level {level}.", level=suggested) if suggested else "")
        self.told.setVisible(bool(suggested))

    def step(self, shown: Shown, visit: Visit, text: str) -> Step | None:
        """The step that files it."""
        fact = self.fact(shown, visit, text)
        return level_with(shown.client, shown.workspace, fact, self.level.currentData(), shown.today) if fact else None

    def _again(self) -> None:
        if self._now is not None:
            self.tell(*self._now)


class IntelAbout(About):
    """Which rival or need, where it comes from and how sure it is."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.about = self.add(look.tr("About"), 0, 0, 2)
        self.source = Line(look, look.tr("Source"), look.tr("Who told it"))
        self.grid.addWidget(self.source, 1, 0)
        self.confidence = self.add(look.tr("Confidence"), 1, 1)
        self.fill(self.confidence, Confidence, Confidence.MEDIUM)

    def offer(self, shown: Shown, visit: Visit, text: str) -> None:
        """Rivals of this client, its needs, then the other rivals; what the words name is chosen."""
        client, workspace = shown.client, shown.workspace
        known = rivals_of(client, workspace)
        others = [item for item in workspace.rivals if item not in known]
        rivals = [(item.key, item.called) for item in known]
        needs = [(item.key, item.name) for item in client.factors]
        listed = [*rivals, *needs, *((item.key, item.called) for item in others)]
        self.about.clear()
        for key, name in listed:
            self.about.addItem(name, key)
        folded = text.casefold()
        named = [at for at, (_, name) in enumerate(listed) if name.strip() and name.casefold() in folded]
        self.about.setCurrentIndex(named[0] if named else 0)
        there = filing.named_in(client, visit, text) or next(iter(filing.people_at(client, visit)), None)
        self.source.setText(there.name if there else "")

    def step(self, shown: Shown, visit: Visit, text: str) -> Step | None:
        """The step that files it; of nothing in particular where nothing is known."""
        key = self.about.currentData()
        known = (*shown.workspace.rivals, *shown.client.factors)
        about = next((item for item in known if item.key == key), None)
        source, sure = self.source.text().strip(), self.confidence.currentData()
        return filing.file_intel(shown.client, visit, text, shown.today, about, source, sure)[1]


class AnswerAbout(About):
    """Which question it answers: those of this visit first, then what is unknown at the client."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.question = self.add(look.tr("Question"), 0, 0)

    def offer(self, shown: Shown, visit: Visit) -> None:
        """The questions, what is still open first."""
        client = shown.client
        points = sorted(asked_at(client, visit), key=lambda item: bool(item.answer.strip()))
        told = {item.text for item in points}
        self.question.clear()
        for point in points:
            self.question.addItem(point.text, point)
        for ask in ranked(client, shown.workspace, shown.today, visit=visit)[:_MOST_ASKS]:
            words = ask.question.tell(self.look.words)
            if words not in told:
                self.question.addItem(words, ask)

    def step(self, shown: Shown, visit: Visit, text: str) -> Step | None:
        """The step that writes the answer down."""
        about = self.question.currentData()
        return filing.answer(shown.client, visit, about, text, self.look.words) if about is not None else None
