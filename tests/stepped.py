"""Steps taken on values, as the store takes them: each edit must find what it says was there before."""

from __future__ import annotations

import dataclasses
from typing import TypeVar

from kamdesk.client.client import Client, Root
from kamdesk.store.step import Step

R = TypeVar("R", bound=Root)


def done(root: R, step: Step) -> R:
    """The client or the workspace after a step; the store takes its edits in their order."""
    held = {item.key: item for item in root.records}
    for edit in step.edits:
        assert held.get(edit.record.key) == edit.before
        if edit.after is None:
            del held[edit.record.key]
        else:
            held[edit.record.key] = edit.after
    after = type(root).of(held.values())
    return dataclasses.replace(after, rules=root.rules) if isinstance(root, Client) else after


def undone(root: R, step: Step) -> R:
    """What was there before a step, by taking it back."""
    return done(root, Step(step.said, tuple(edit.swapped for edit in reversed(step.edits))))
