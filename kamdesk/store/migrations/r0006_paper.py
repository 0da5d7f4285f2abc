"""Schema 6: what was printed for whom, saved choices for paper, conclusions by hand, the plan with the client."""

from __future__ import annotations

from kamdesk.store.migrations import building as b

revision = "0006"
down_revision: str | None = "0005"


def upgrade() -> None:
    """Build what is new."""
    _goals()
    _actions()
    _editions()
    _presets()
    _conclusions()


def _goals() -> None:
    b.add_to_section("goals", b.tick("mutual"))


def _actions() -> None:
    b.add_to_section("actions", b.tick("mutual"))


def _editions() -> None:
    b.create_section(
        "editions",
        "company",
        b.number("number"),
        b.maybe("at"),
        b.text("document"),
        b.maybe("audience"),
        b.text("reader", "language", "chapters", "paper", "watermark", "notice"),
        b.number("pages"),
        b.text("digest"),
        b.picture("snapshot"),
    )


def _presets() -> None:
    b.create_section(
        "presets",
        "company",
        b.text("name", "document"),
        b.maybe("audience"),
        b.text("language", "chapters", "paper", "watermark", "notice"),
    )


def _conclusions() -> None:
    b.create_section("conclusions", "company", b.text("chapter", "text"))
