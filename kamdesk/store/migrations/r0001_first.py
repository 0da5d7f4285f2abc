"""Schema 1: everything that the first version keeps."""

from __future__ import annotations

from alembic import op

from kamdesk.store.migrations import building as b

revision = "0001"
down_revision: str | None = None

_DIMENSIONS = ("acceptance", "activity", "information", "guidance", "project", "rivalry")


def upgrade() -> None:
    """Build what is new."""
    _company()
    _facts()
    _contacts()
    _weighins()
    _evidence()
    _factors()
    _standings()
    _visits()
    _attendees()
    _checks()
    _points()
    _concessions()
    _actions()
    _profile()
    _rivals()
    _colleagues()
    _templates()
    _template_items()
    _meta()
    _journal()
    _glances()
    _search()


def _company() -> None:
    b.create_section(
        "company",
        "",
        b.text("name", "short", "group", "industry", "region", "address", "website"),
        b.number("since"),
        b.maybe("stage", "grade"),
        b.text("grade_reason"),
        b.link("rival", "rivals"),
        b.text("goal"),
        b.picture("logo"),
        b.text("notes"),
    )


def _facts() -> None:
    b.create_section("facts", "company", b.maybe("topic"), b.text("text", "source"), b.maybe("day"))


def _contacts() -> None:
    b.create_section(
        "contacts",
        "company",
        b.text("name", "title_at_work", "department", "roles"),
        b.number("influence"),
        b.maybe("attitude"),
        b.text("business_agenda", "personal_agenda", "phone", "email", "reach", "notes"),
    )


def _weighins() -> None:
    b.create_section(
        "weighins",
        "company",
        b.link("contact", "contacts"),
        b.link("rival", "rivals"),
        b.maybe("day"),
        b.number(*_DIMENSIONS, *(f"{name}_weight" for name in _DIMENSIONS)),
        b.text("remark"),
    )


def _evidence() -> None:
    b.create_section(
        "evidence",
        "company",
        b.link("contact", "contacts"),
        b.maybe("dimension", "day"),
        b.text("text", "source", "second_source"),
    )


def _factors() -> None:
    b.create_section(
        "factors",
        "company",
        b.text("name"),
        b.maybe("importance"),
        b.text("wants"),
        b.number("score"),
        b.text("value", "source"),
        b.maybe("day"),
        b.number("rank"),
    )


def _standings() -> None:
    b.create_section(
        "standings",
        "company",
        b.link("factor", "factors"),
        b.link("rival", "rivals"),
        b.number("score"),
        b.text("value", "source"),
        b.maybe("day"),
    )


def _visits() -> None:
    b.create_section(
        "visits",
        "company",
        b.text("objective"),
        b.maybe("at"),
        b.number("minutes"),
        b.text("place", "best", "minimum", "reason"),
        b.link("template", "templates"),
        b.maybe("result", "met"),
        b.text("agreed", "unresolved", "learned", "better"),
        b.maybe("next_touch", "debriefed"),
    )


def _attendees() -> None:
    b.create_section(
        "attendees",
        "company",
        b.link("visit", "visits"),
        b.link("contact", "contacts"),
        b.link("colleague", "colleagues"),
        b.text("task"),
        b.maybe("presence"),
    )


def _checks() -> None:
    b.create_section(
        "checks",
        "company",
        b.link("visit", "visits"),
        b.text("group", "text"),
        b.tick("must"),
        b.number("weight"),
        b.tick("done"),
        b.text("remark"),
        b.number("rank"),
    )


def _points() -> None:
    b.create_section(
        "points",
        "company",
        b.link("visit", "visits"),
        b.maybe("kind"),
        b.text("text", "answer", "proof"),
        b.link("ask", "contacts"),
        b.tick("done"),
    )


def _concessions() -> None:
    b.create_section(
        "concessions",
        "company",
        b.link("visit", "visits"),
        b.text("item"),
        b.maybe("step"),
        b.text("offer", "unit", "against"),
        b.number("rank"),
    )


def _actions() -> None:
    b.create_section(
        "actions",
        "company",
        b.text("text"),
        b.maybe("side"),
        b.text("person"),
        b.maybe("due", "done"),
        b.link("contact", "contacts"),
        b.link("visit", "visits"),
        b.link("factor", "factors"),
        b.text("proof", "notes"),
    )


def _profile() -> None:
    b.create_section(
        "profile",
        "",
        b.text("name", "company"),
        b.number(*(f"{name}_weight" for name in _DIMENSIONS)),
    )


def _rivals() -> None:
    b.create_section(
        "rivals", "profile", b.text("name", "short", "products", "strengths", "weaknesses", "website", "notes")
    )


def _colleagues() -> None:
    b.create_section("colleagues", "profile", b.text("name", "title_at_work", "phone", "email"))


def _templates() -> None:
    b.create_section("templates", "profile", b.text("name", "purpose"))


def _template_items() -> None:
    b.create_section(
        "template_items",
        "profile",
        b.link("template", "templates"),
        b.text("group", "text"),
        b.tick("must"),
        b.number("weight", "rank"),
    )


def _meta() -> None:
    b.create_table("meta", ["name"], b.given("name", "value"))


def _journal() -> None:
    b.create_table("steps", ["number"], b.counted("number"), b.given("kind", "said", "moment"))
    b.create_table(
        "edits",
        ["step", "place"],
        b.counted("step", "place"),
        b.given("section"),
        b.maybe("before", "after"),
        links={"step": "steps.number"},
    )
    b.create_table("removed", ["section", "key"], b.given("section", "key"), b.counted("seq"))


def _glances() -> None:
    b.create_table("glances", ["owner"], b.given("owner", "day", "place", "value"))


def _search() -> None:
    b.create_table("names", ["seq"], b.counted("seq"), b.given("section", "owner", "names"))
    op.create_index(op.f("ix_names_owner"), "names", ["owner"])
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(title, text, pinyin, initials,"
        " content='', contentless_delete=1, tokenize='ascii', prefix='1')"
    )
    op.execute("INSERT INTO search (search, rank) VALUES ('hashsize', 16777216)")
