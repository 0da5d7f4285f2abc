"""Schema 2: risks."""

from __future__ import annotations

from kamdesk.store.migrations import building as b

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    """Build what is new."""
    _risks()


def _risks() -> None:
    b.create_section(
        "risks",
        "company",
        b.text("text"),
        b.number("likelihood", "impact"),
        b.maybe("state"),
        b.text("person"),
        b.maybe("due"),
        b.text("sign", "response"),
    )
