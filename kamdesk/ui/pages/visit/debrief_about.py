"""What a piece of the notes is about: a person on a dimension, a rival or a need, a question that was open."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from kamdesk.client.asking import ranked
from kamdesk.client.levels import LEVELS
from kamdesk.client.record import Choice
from kamdesk.client.rival_records import Factor, Rival
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


class Values(Combo):
    """A list that gives back the very value a line stands for: Qt makes a plain text of a choice of ours."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._values: list[Any] = []

    def show_values(self, pairs: Iterable[tuple[str, Any]], chosen: int = 0) -> None:
        """Offer these words with their values."""
        offered = list(pairs)
        self.blockSignals(True)
        self.clear()
        self.addItems([words for words, _ in offered])
        self._values = [value for _, value in offered]
        self.setCurrentIndex(chosen if offered else -1)
        self.blockSignals(False)

    def value(self) -> Any:
        """The value that is chosen, None without any."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None


class About(QWidget):
    """Some lists to choose from, in two columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(look.theme.px(6))
        self._by_hand = False  # something was chosen here, so the words propose nothing any more

    def propose(self, shown: Shown, visit: Visit, text: str) -> None:
        """Offer what the words name as they are typed, until somebody chooses."""
        if not self._by_hand:
            self.offer(shown, visit, text)

    def begin(self, shown: Shown, visit: Visit, text: str) -> None:
        """Offer anew."""
        self._by_hand = False
        self.offer(shown, visit, text)

    def offer(self, shown: Shown, visit: Visit, text: str) -> None:
        """What there is to choose from, and what the words name chosen."""

    def _choose(self, _chosen: object) -> None:
        self._by_hand = True

    def add(self, spoken: str, row: int, at: int, wide: int = 1) -> Values:
        """Another list."""
        combo = Values(self.look)
        combo.setAccessibleName(spoken)
        combo.setToolTip(spoken)
        self.grid.addWidget(combo, row, at, 1, wide)
        return combo

    def fill(self, combo: Values, kind: type[Choice], chosen: Choice) -> None:
        """All members of a choice, one of them chosen."""
        members = list(kind)
        combo.show_values([(self.look.tr(member.label), member) for member in members], members.index(chosen))


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
        self.fill(self.dimension, Dimension, Dimension.ACCEPTANCE)
        self.fill(self.kind, EvidenceKind, EvidenceKind.WORDS)
        self.fill(self.confidence, Confidence, Confidence.HIGH)
        self._now: tuple[Shown, Visit, str] | None = None
        self._of: Dimension | None = None  # what the levels are of
        for combo in (self.person, self.dimension):
            combo.currentIndexChanged.connect(self._again)
        self.person.activated.connect(self._choose)

    def offer(self, shown: Shown, visit: Visit, text: str) -> None:
        """The people of the client: who the words name, else who was there, first."""
        self._now = None
        named = filing.named_in(shown.client, visit, text)
        there = filing.people_at(shown.client, visit)
        first = [*([named] if named else []), *(item for item in there if item is not named)]
        rest = [item for item in shown.client.contacts if item not in first]
        self.person.show_values((contact.name, contact.key) for contact in (*first, *rest))

    def begin(self, shown: Shown, visit: Visit, text: str) -> None:
        """Offer anew; the level is another fact's."""
        self._of = None
        super().begin(shown, visit, text)

    def fact(self, shown: Shown, visit: Visit, text: str) -> Evidence | None:
        """The fact as it would be written down."""
        contact = next((item for item in shown.client.contacts if item.key == self.person.value()), None)
        if contact is None:
            return None
        dimension = self.dimension.value()
        made = filing.evidence_of(visit, contact, dimension, text, shown.today, self.look.words)
        return dataclasses.replace(made, kind=self.kind.value(), confidence=self.confidence.value())

    def tell(self, shown: Shown, visit: Visit, text: str) -> None:
        """Offer the five levels of the dimension, and choose the one that the record suggests with this fact."""
        self._now = (shown, visit, text)
        dimension, tr = self.dimension.value(), self.look.tr
        kept = self.level.value() if self._of is dimension else None
        self._of = dimension
        levels = [(f"{level}  {tr(LEVELS[dimension][level - 1])}", level) for level in _LEVELS]
        fact = self.fact(shown, visit, text)
        suggested = filing.suggested_level(shown.client, fact, shown.today) if fact and text.strip() else None
        self.level.show_values([(tr("Leave the level as it is"), None), *levels], suggested or kept or 0)
        self.told.setText(tr("The record suggests level {level}.", level=suggested) if suggested else "")
        self.told.setVisible(bool(suggested))

    def step(self, shown: Shown, visit: Visit, text: str) -> Step | None:
        """The step that files it."""
        fact = self.fact(shown, visit, text)
        return level_with(shown.client, shown.workspace, fact, self.level.value(), shown.today) if fact else None

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
        self.about.activated.connect(self._choose)
        self.source.textEdited.connect(self._choose)
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
        folded = text.casefold()
        named = [at for at, (_, name) in enumerate(listed) if name.strip() and name.casefold() in folded]
        self.about.show_values([(name, key) for key, name in listed], named[0] if named else 0)
        there = filing.named_in(client, visit, text) or next(iter(filing.people_at(client, visit)), None)
        self.source.setText(there.name if there else "")

    def step(self, shown: Shown, visit: Visit, text: str) -> Step | None:
        """The step that files it; of nothing in particular where nothing is known."""
        key = self.about.value()
        known: tuple[Rival | Factor, ...] = (*shown.workspace.rivals, *shown.client.factors)
        about = next((item for item in known if item.key == key), None)
        source, sure = self.source.text().strip(), self.confidence.value()
        return filing.file_intel(shown.client, visit, text, shown.today, about, source, sure)[1]


class AnswerAbout(About):
    """Which question it answers: those of this visit first, then what is unknown at the client."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.question = self.add(look.tr("Question"), 0, 0)

    def offer(self, shown: Shown, visit: Visit, text: str) -> None:
        """The questions, what is still open first."""
        client = shown.client
        points = sorted(asked_at(client, visit), key=lambda item: bool(item.answer.strip()))
        told = {item.text for item in points}
        asks = ranked(client, shown.workspace, shown.today, visit=visit)[:_MOST_ASKS]
        unknown = [(ask.question.tell(self.look.words), ask) for ask in asks]
        self.question.show_values(
            [*((point.text, point) for point in points), *(pair for pair in unknown if pair[0] not in told)]
        )

    def step(self, shown: Shown, visit: Visit, text: str) -> Step | None:
        """The step that writes the answer down."""
        about = self.question.value()
        return filing.answer(shown.client, visit, about, text, self.look.words) if about is not None else None
