"""The tables of the data file: one for each section, derived from its described record, and those the store needs."""

from __future__ import annotations

from functools import cache
from typing import Any

from kamdesk.client.client import Client, Section, Workspace, sections_of
from kamdesk.client.record import fields_of
from kamdesk.store.late import sa

SCHEMA = 6  # the newest file in migrations/, and the file's user_version
_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
# The search index holds no text of its own: what is found is read from its record (`content=''`). The ascii
# tokenizer takes every character beyond ASCII as a letter, which is right because fold.py has cut the words already;
# unicode61 would drop emoji and what Unicode added after 2012. One letter is asked for at every first key (`prefix`).
SEARCH = """CREATE VIRTUAL TABLE search USING fts5(title, text, pinyin, initials,
 content='', contentless_delete=1, tokenize='ascii', prefix='1')"""
# What is indexed in one transaction is sorted in this much memory first; with less, filling leaves many pieces behind
# that later edits would have to merge.
SEARCH_MEMORY = "INSERT INTO search (search, rank) VALUES ('hashsize', 16777216)"


@cache
def schema() -> sa.MetaData:
    """Every table but the search index, which SQLAlchemy cannot describe (`SEARCH`)."""
    metadata = sa.MetaData(naming_convention=_NAMES)
    for root in (Client, Workspace):
        head, *rest = sections_of(root)
        _section_table(metadata, head, None)
        for section in rest:
            _section_table(metadata, section, head)
    _journal_tables(metadata)
    _reading_tables(metadata)
    return metadata


@cache
def table_of(name: str) -> sa.Table:
    """One table by its name, which for a section is the section's."""
    return schema().tables[name]


def _section_table(metadata: sa.MetaData, section: Section, head: Section | None) -> None:
    """`seq` keeps the order of insertion, also through removal and undo; `key` is the identity everything links to."""
    from kamdesk.store.columns import column_of

    owner: tuple[Any, ...] = ()
    if head is not None:
        owner = (sa.ForeignKey(f"{head.name}.key", deferrable=True, initially="DEFERRED"),)
    sa.Table(
        section.name,
        metadata,
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("owner", sa.Text, *owner, nullable=False, index=True),
        *(column_of(field) for field in fields_of(section.record)),
    )


def _journal_tables(metadata: sa.MetaData) -> None:
    from kamdesk.store.columns import MomentText

    sa.Table(
        "meta",
        metadata,
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    sa.Table(
        "steps",
        metadata,
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("moment", MomentText, nullable=False),
    )
    sa.Table(
        "edits",
        metadata,
        sa.Column("step", sa.Integer, sa.ForeignKey("steps.number"), primary_key=True, autoincrement=False),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sqlite_with_rowid=False,
    )
    sa.Table(  # where a removed record stood, so that undo puts it back there
        "removed",
        metadata,
        sa.Column("section", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def _reading_tables(metadata: sa.MetaData) -> None:
    """What is worked out from the sections and kept ready for lists."""
    from kamdesk.store.columns import DayText

    sa.Table(
        "names",
        metadata,
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False, index=True),
        sa.Column("names", sa.Text, nullable=False),
    )
    sa.Table(
        "glances",
        metadata,
        sa.Column("owner", sa.Text, primary_key=True),
        sa.Column("day", DayText, nullable=False),
        sa.Column("place", sa.Text, nullable=False),  # sorts by name, Chinese by its pinyin
        sa.Column("value", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
