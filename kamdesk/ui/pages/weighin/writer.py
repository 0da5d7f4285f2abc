"""What a person does on the scales, as steps to be written down."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kamdesk.client.activities import Invitation
from kamdesk.client.library import WeightSet
from kamdesk.client.presets import Weights
from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn
from kamdesk.desk import invitations, next_action, proof, targets, weights
from kamdesk.desk import weighin as steps
from kamdesk.desk.next_action import Draft, Purpose
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing
from kamdesk.ui.pages.weighin.state import Scales
from kamdesk.ui.parts.score_buttons import UNKNOWN


class WeighWriter(QObject):
    """Turns what the widgets say into steps on the person that is shown."""

    edited = Signal(object)  # Doing
    refused = Signal(object)  # why no target can be suggested; None once one is

    def __init__(self, look: Look, scales: Scales, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self.scales = look, scales

    def do(self, step: Step, *, toast: bool = False) -> None:
        """Have a step done; one without edits changes nothing."""
        if step.edits:
            self.edited.emit(Doing(step.said, step.edits, toast))

    def set_level(self, dimension: Dimension, place: int) -> None:
        """Write a level down."""
        self.do(steps.set_level(self.scales.sitting, dimension, None if place == UNKNOWN else place))

    def set_all(self, place: int) -> None:
        """Write one number down for every dimension that counts, for a rival of whom no more is known."""
        sitting = self.scales.sitting
        if sitting.rival is not None and self.scales.is_now:
            self.do(steps.set_levels(sitting, None if place == UNKNOWN else place))

    def want_level(self, dimension: Dimension, place: int) -> None:
        """Want a level, or nothing."""
        shown, sitting = self.scales.shown, self.scales.sitting
        level = None if place == UNKNOWN else place
        if self.scales.target is not None or level is not None:
            self.do(targets.set_target_level(shown.client, sitting.contact, dimension, level, shown.today))

    def suggest(self) -> None:
        """Want just enough to lead the rival."""
        if self.scales.is_now and not self.scales.whose:
            shown, person = self.scales.shown, self.scales.person
            self.refused.emit(targets.suggestion_problem(shown.client, person, shown.today))
            self.do(targets.use_suggestion(shown.client, person, shown.today), toast=True)

    def want_by(self, day: object) -> None:
        """Want it by a day, which the part that asked has looked at."""
        shown = self.scales.shown
        self.do(targets.set_target_by(shown.client, self.scales.sitting.contact, day, shown.today))  # type: ignore[arg-type]

    def serve(self, purpose: Purpose | None) -> None:
        """Link the target to an order or a goal."""
        shown = self.scales.shown
        self.do(next_action.serve(shown.client, self.scales.sitting.contact, shown.today, purpose))

    def clear_target(self) -> None:
        """Want nothing of this person any more."""
        shown = self.scales.shown
        self.do(targets.clear_target(shown.client, self.scales.sitting.contact, shown.today))

    def keep_fact(self, before: Evidence | None, after: Evidence) -> None:
        """Write a fact down, or change one."""
        sitting = self.scales.sitting
        self.do(proof.correct_proof(sitting, before, after) if before else proof.prove(sitting, after))

    def remove_fact(self, fact: Evidence) -> None:
        """Take a fact away."""
        self.do(proof.remove_proof(self.scales.sitting, fact))

    def keep_invitation(self, before: Invitation | None, after: Invitation) -> None:
        """Write an invitation down, or change one."""
        self.do(invitations.keep_invitation(self.scales.sitting.contact, before, after))

    def remove_invitation(self, invitation: Invitation) -> None:
        """Take an invitation away."""
        sitting = self.scales.sitting
        self.do(invitations.remove_invitation(sitting.client, sitting.contact, invitation))

    def take_on(self, dimension: Dimension, drafted: Draft, made: Purpose | None) -> None:
        """Write an action down, and the order or goal it is for where that is new."""
        sitting = self.scales.sitting
        step = next_action.take_on(sitting.client, sitting.contact, dimension, drafted)
        self.do(next_action.with_purpose(sitting.client, step, made), toast=True)

    def remove_weighin(self, key: str) -> None:
        """Take a weigh-in away."""
        found = self.scales.shown.client.get(key)
        if isinstance(found, WeighIn):
            self.do(steps.remove_weighin(self.scales.sitting, found, self.look.words))

    def remove_past(self) -> None:
        """Take the older weigh-in away that is looked at."""
        self.remove_weighin(self.scales.back)

    def set_count(self, count: int) -> None:
        """Let 3, 4 or 6 dimensions count."""
        shown = self.scales.shown
        self.set_weights(weights.weights_for(count, shown.workspace.profile, shown.client.company))

    def set_weights(self, chosen: Weights) -> None:
        """Let the dimensions of this weigh-in count so much."""
        self.do(steps.set_weights(self.scales.sitting, chosen))

    def set_usual(self, chosen: Weights) -> None:
        """Start every first weigh-in with these weights."""
        self.do(weights.set_usual_weights(self.scales.shown.workspace.profile, chosen), toast=True)

    def set_client(self, chosen: Weights | None) -> None:
        """Start every first weigh-in at this client with these weights, or with the usual ones again."""
        self.do(weights.set_client_weights(self.scales.shown.client.company, chosen), toast=True)

    def keep_weights(self, name: str, chosen: Weights) -> None:
        """Keep weights under a name."""
        self.do(weights.save_weight_set(name, chosen))

    def rename_weights(self, kept: WeightSet, name: str) -> None:
        """Call kept weights something else."""
        self.do(weights.rename_weight_set(kept, name))

    def remove_weights(self, kept: WeightSet) -> None:
        """Take a name away; weigh-ins keep their weights."""
        self.do(weights.remove_weight_set(self.scales.shown.workspace, kept))
