"""Schema 3: the map of the people, targets, invitations, what relationships serve, rules of the rep's own."""

from __future__ import annotations

from alembic import op

from kamdesk.store.migrations import building as b

revision = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    """Build what is new."""
    _company()
    _contacts()
    _ties()
    _bonds()
    _weighins()
    _evidence()
    _targets()
    _invitations()
    _organisation()
    _visits()
    _opportunities()
    _goals()
    _actions()
    _weight_sets()
    _thresholds()
    _freeze()


def _company() -> None:
    b.add_to_section(
        "company",
        b.number(
            "acceptance_weight",
            "activity_weight",
            "information_weight",
            "guidance_weight",
            "project_weight",
            "rivalry_weight",
        ),
    )


def _contacts() -> None:
    b.add_to_section(
        "contacts",
        b.link("reports_to", "contacts"),
        b.tick("placeholder", "is_owner"),
        b.maybe("coverage", "mode"),
        b.text("criteria", "background"),
        b.link("our_owner", "colleagues"),
        b.link("our_sponsor", "colleagues"),
        b.link("successor", "contacts"),
        b.maybe("left"),
        b.text("personal"),
        b.tick("print_personal"),
    )


def _ties() -> None:
    b.create_section(
        "ties",
        "company",
        b.maybe("kind"),
        b.link("source", "contacts"),
        b.link("target", "contacts"),
        b.number("strength"),
        b.text("note"),
        b.maybe("day"),
    )


def _bonds() -> None:
    b.create_section(
        "bonds",
        "company",
        b.link("contact", "contacts"),
        b.link("colleague", "colleagues"),
        b.maybe("now", "wanted"),
        b.text("note"),
        b.maybe("day"),
    )


def _weighins() -> None:
    b.add_to_section(
        "weighins",
        b.number(
            "acceptance_counted",
            "activity_counted",
            "information_counted",
            "guidance_counted",
            "project_counted",
            "rivalry_counted",
        ),
    )


def _evidence() -> None:
    b.add_to_section("evidence", b.maybe("kind", "confidence"), b.tick("volunteered"), b.link("visit", "visits"))


def _targets() -> None:
    b.create_section(
        "targets",
        "company",
        b.link("contact", "contacts"),
        b.maybe("set_on", "by"),
        b.number("acceptance", "activity", "information", "guidance", "project", "rivalry"),
        b.link("opportunity", "opportunities"),
        b.link("goal", "goals"),
        b.text("remark"),
    )


def _invitations() -> None:
    b.create_section(
        "invitations",
        "company",
        b.link("contact", "contacts"),
        b.text("text"),
        b.maybe("activity", "day", "answer"),
        b.text("note"),
    )


def _organisation() -> None:
    b.create_section(
        "organisation",
        "company",
        b.maybe("day"),
        b.number("executive", "framework", "planning", "review", "ranking"),
        b.text("remark"),
    )


def _visits() -> None:
    b.add_to_section("visits", b.maybe("activity"))


def _opportunities() -> None:
    b.create_section(
        "opportunities",
        "company",
        b.text("name"),
        b.maybe("amount", "margin", "close", "state"),
        b.text("unit", "notes"),
    )


def _goals() -> None:
    b.create_section("goals", "company", b.text("text", "measure"), b.maybe("due", "done"), b.text("notes"))


def _actions() -> None:
    b.add_to_section(
        "actions",
        b.link("opportunity", "opportunities"),
        b.link("goal", "goals"),
        b.maybe("dimension", "activity"),
        b.number("hours"),
        b.maybe("cost"),
    )


def _weight_sets() -> None:
    b.create_section(
        "weight_sets",
        "profile",
        b.text("name"),
        b.number(
            "acceptance_weight",
            "activity_weight",
            "information_weight",
            "guidance_weight",
            "project_weight",
            "rivalry_weight",
        ),
    )


def _thresholds() -> None:
    b.create_section("thresholds", "profile", b.text("name", "value"))


def _freeze() -> None:
    """Keep what each level of the weigh-ins so far counted as; from now on no later fact changes it."""
    for dimension in ("acceptance", "activity", "information", "guidance", "project", "rivalry"):
        facts = (
            f"FROM evidence e WHERE e.contact = weighins.contact AND e.dimension = '{dimension}' "
            "AND julianday(weighins.day) - julianday(e.day) BETWEEN 0 AND 180"
        )
        proven = f"min((SELECT count(*) {facts}), 1 + coalesce((SELECT max(trim(e.second_source) <> '') {facts}), 0))"
        op.execute(
            f"UPDATE weighins SET {dimension}_counted = CASE WHEN rival IS NOT NULL OR {dimension} <= 3 "
            f"THEN {dimension} ELSE min({dimension}, 3 + {proven}) END WHERE {dimension} IS NOT NULL"
        )
