"""The migrations in their order; imported as modules, so that an installed program has them for certain."""

from __future__ import annotations

from types import ModuleType

from kamdesk.store.migrations import (
    r0001_first,
    r0002_risks,
    r0003_relationship,
    r0004_visits,
    r0005_contest,
    r0006_paper,
)

REVISIONS: tuple[ModuleType, ...] = (
    r0001_first,
    r0002_risks,
    r0003_relationship,
    r0004_visits,
    r0005_contest,
    r0006_paper,
)
