"""What counts how much when somebody is weighed for the first time: of the rep, of one client, under a name."""

from __future__ import annotations

from typing import Any

from kamdesk.client.client import WORKSPACE, Workspace
from kamdesk.client.company import Company
from kamdesk.client.edit import add, change, removal
from kamdesk.client.library import Profile, WeightSet
from kamdesk.client.presets import PRESETS, Weights, as_fields, starting_weights
from kamdesk.store.step import Step
from kamdesk.words import Said, said


def weights_problem(weights: Weights) -> Said | None:
    """Why these weights cannot be taken."""
    return None if any(weights.values()) else said("At least one dimension must count.")


def set_usual_weights(profile: Profile, weights: Weights) -> Step:
    """Let every first weigh-in of a person start with these weights."""
    return Step(said("Change the usual weights"), (change(profile, **as_fields(weights)),))


def set_client_weights(company: Company, weights: Weights | None) -> Step:
    """Let every first weigh-in at this client start with its own weights; None: with the rep's usual ones again."""
    values: dict[str, Any] = as_fields(weights) if weights else dict.fromkeys(as_fields({}))
    return Step(said("Usual weights at {name}", name=company.called), (change(company, **values),))


def weights_for(count: int, profile: Profile, company: Company | None = None) -> Weights:
    """The weights for 3, 4 or 6 dimensions: the usual ones where they are as many, else the preset."""
    usual = starting_weights(profile, company)
    if sum(weight > 0 for weight in usual.values()) == count:
        return usual
    return dict(PRESETS[{3: "lite", 4: "four"}.get(count, "balanced")])


def set_problem(workspace: Workspace, name: str, but: WeightSet | None = None) -> Said | None:
    """Why weights cannot be kept under this name; `but` is the set that is being renamed."""
    wanted = name.strip().casefold()
    if not wanted:
        return said("Give the weights a name.")
    others = (item for item in workspace.weight_sets if but is None or item.key != but.key)
    if any(item.name.strip().casefold() == wanted for item in others):
        return said("There are weights of that name already.")
    return None


def save_weight_set(name: str, weights: Weights) -> Step:
    """Keep weights under a name; ask `weights_problem` and `set_problem` first."""
    kept = WeightSet(owner=WORKSPACE, name=name.strip(), **as_fields(weights))
    return Step(said("Keep the weights “{name}”", name=kept.name), (add(kept),))


def rename_weight_set(kept: WeightSet, name: str) -> Step:
    """Call kept weights something else."""
    return Step(said("Rename the weights “{name}”", name=kept.name), (change(kept, name=name.strip()),))


def remove_weight_set(workspace: Workspace, kept: WeightSet) -> Step:
    """Take kept weights away; weigh-ins made with them stay as they are."""
    return Step(said("Remove the weights “{name}”", name=kept.name), removal(workspace, kept))
