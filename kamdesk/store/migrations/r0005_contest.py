"""Schema 5: a rival at a client, who backs it, who cares for which need, what was decided on a tactic."""

from __future__ import annotations

from kamdesk.store.migrations import building as b

revision = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    """Build what is new."""
    _company()
    _factors()
    _standings()
    _stakes()
    _contests()
    _backers()
    _calls()
    _intel()
    _opportunities()
    _rivals()
    _rival_facts()


def _company() -> None:
    b.add_to_section("company", b.maybe("incumbent"))


def _factors() -> None:
    b.add_to_section("factors", b.maybe("confidence"), b.tick("tellable"), b.text("benefit", "question"))


def _standings() -> None:
    b.add_to_section("standings", b.maybe("confidence"), b.tick("tellable"), b.text("answer"), b.maybe("matches_on"))


def _stakes() -> None:
    b.create_section(
        "stakes",
        "company",
        b.link("factor", "factors"),
        b.link("contact", "contacts"),
        b.maybe("importance"),
        b.text("note"),
    )


def _contests() -> None:
    b.create_section(
        "contests",
        "company",
        b.link("rival", "rivals"),
        b.text("supplies"),
        b.maybe("share", "contract_end"),
        b.text("floor"),
        b.maybe("floor_known"),
        b.text("value", "next_move", "kill_ours", "kill_theirs", "source"),
        b.maybe("day", "confidence"),
    )


def _backers() -> None:
    b.create_section(
        "backers",
        "company",
        b.link("rival", "rivals"),
        b.link("contact", "contacts"),
        b.text("note", "source"),
        b.maybe("day", "confidence"),
    )


def _calls() -> None:
    b.create_section(
        "calls",
        "company",
        b.maybe("kind"),
        b.link("factor", "factors"),
        b.link("contact", "contacts"),
        b.link("rival", "rivals"),
        b.text("tactic", "claim", "text", "proof"),
        b.tick("tellable"),
        b.maybe("verdict"),
        b.text("reason"),
        b.maybe("day"),
    )


def _intel() -> None:
    b.add_to_section("intel", b.tick("tellable"))


def _opportunities() -> None:
    b.add_to_section("opportunities", b.link("rival", "rivals"), b.maybe("ahead"), b.text("why"))


def _rivals() -> None:
    b.add_to_section("rivals", b.maybe("kind"), b.text("about", "meets"), b.maybe("former"))


def _rival_facts() -> None:
    b.create_section(
        "rival_facts",
        "profile",
        b.link("rival", "rivals"),
        b.maybe("topic"),
        b.text("text", "answer", "source"),
        b.maybe("day", "confidence"),
        b.tick("tellable"),
    )
