"""Schema 4: what a visit is prepared and told with, versions of checklists, promises with who made them."""

from __future__ import annotations

from kamdesk.store.migrations import building as b

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    """Build what is new."""
    _visits()
    _concessions()
    _agenda()
    _materials()
    _probes()
    _negotiations()
    _intel()
    _reviews()
    _actions()
    _templates()


def _visits() -> None:
    b.add_to_section(
        "visits",
        b.number("template_version"),
        b.maybe("kind"),
        b.number("step"),
        b.text("need", "value", "opening", "fallback", "route", "registration", "phone", "moved", "changed", "lesson"),
        b.maybe("debrief_asked"),
    )


def _concessions() -> None:
    b.add_to_section("concessions", b.text("authority", "call"))


def _agenda() -> None:
    b.create_section(
        "agenda",
        "company",
        b.link("visit", "visits"),
        b.text("text"),
        b.number("minutes"),
        b.text("person"),
        b.number("rank"),
    )


def _materials() -> None:
    b.create_section(
        "materials", "company", b.link("visit", "visits"), b.text("text"), b.tick("stays", "ready"), b.number("rank")
    )


def _probes() -> None:
    b.create_section(
        "probes",
        "company",
        b.link("contact", "contacts"),
        b.maybe("day"),
        b.tick("right"),
        b.text("interest", "supplier"),
        b.maybe("contract_end"),
        b.text("deciders", "pain", "agreed"),
    )


def _negotiations() -> None:
    b.create_section(
        "negotiations",
        "company",
        b.link("visit", "visits"),
        b.text(
            "interests_ours",
            "interests_theirs",
            "issues",
            "batna_ours",
            "batna_theirs",
            "chips",
            "first_offer",
            "deadlock",
            "exit_words",
            "red_lines",
        ),
        b.link("decides", "contacts"),
    )


def _intel() -> None:
    b.create_section(
        "intel",
        "company",
        b.link("rival", "rivals"),
        b.link("factor", "factors"),
        b.text("text", "source"),
        b.maybe("day", "confidence"),
        b.link("visit", "visits"),
    )


def _reviews() -> None:
    b.create_section("reviews", "company", b.maybe("day"), b.tick("holds", "kept"), b.text("next_step"))


def _actions() -> None:
    b.add_to_section("actions", b.text("said_by"), b.maybe("said_on", "snoozed"))


def _templates() -> None:
    b.add_to_section(
        "templates",
        b.maybe("kind"),
        b.text("grades"),
        b.number("from_step", "to_step", "version"),
        b.link("replaced_by", "templates"),
    )
