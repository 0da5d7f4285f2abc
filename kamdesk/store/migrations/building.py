"""The words that migrations are written in. What released migrations use is never changed, only added to."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

Column = sa.Column[Any]


def text(*names: str) -> list[Column]:
    """Columns of text that are never null."""
    return [sa.Column(name, sa.Text, nullable=False, server_default="") for name in names]


def maybe(*names: str) -> list[Column]:
    """Columns of text that may be null: choices, days, moments, amounts."""
    return [sa.Column(name, sa.Text) for name in names]


def number(*names: str) -> list[Column]:
    """Columns of whole numbers that may be null."""
    return [sa.Column(name, sa.Integer) for name in names]


def tick(*names: str) -> list[Column]:
    """Columns of yes or no."""
    return [sa.Column(name, sa.Boolean, nullable=False, server_default="0") for name in names]


def picture(*names: str) -> list[Column]:
    """Columns of pictures."""
    return [sa.Column(name, sa.LargeBinary) for name in names]


def link(name: str, target: str) -> list[Column]:
    """A column that links to a record of the section `target`."""
    return [sa.Column(name, sa.Text, info={"target": target})]


def given(*names: str) -> list[Column]:
    """Columns of text that must be given."""
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def counted(*names: str) -> list[Column]:
    """Columns of whole numbers that must be given."""
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def create_table(name: str, key: list[str], *groups: list[Column], links: dict[str, str] | None = None) -> None:
    """A table of the store's own, by its key; `links` names the column of another table that a column follows."""
    columns = [column for group in groups for column in group]
    numbered = [column.name for column in columns if isinstance(column.type, sa.Integer)][:1] == key
    op.create_table(
        name,
        *columns,
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{name}_{column}"))
            for column, target in (links or {}).items()
        ),
        **({} if numbered else {"sqlite_with_rowid": False}),
    )


def create_section(name: str, head: str, *groups: list[Column]) -> None:
    """The table of a section whose records belong to a record of `head`; "" for a head itself."""
    columns = [column for group in groups for column in group]
    owner = sa.Column("owner", sa.Text, nullable=False, info={"target": head} if head else {})
    constraints = [
        sa.ForeignKeyConstraint(
            [column.name],
            [f"{column.info['target']}.key"],
            name=op.f(f"fk_{name}_{column.name}"),
            deferrable=True,
            initially="DEFERRED",
        )
        for column in (owner, *columns)
        if "target" in column.info
    ]
    op.create_table(
        name,
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        owner,
        *columns,
        sa.PrimaryKeyConstraint("seq", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint("key", name=op.f(f"uq_{name}_key")),
        *constraints,
    )
    for column in (owner, *columns):
        if column.name == "owner" or "target" in column.info:
            op.create_index(op.f(f"ix_{name}_{column.name}"), name, [column.name])


def add_to_section(name: str, *groups: list[Column]) -> None:
    """New columns of a section; what is there already gets their empty value."""
    for column in (column for group in groups for column in group):
        if "target" not in column.info:
            op.add_column(name, column)
            continue
        link_to = f"CONSTRAINT fk_{name}_{column.name} REFERENCES {column.info['target']} (key)"
        op.execute(f'ALTER TABLE {name} ADD COLUMN "{column.name}" TEXT {link_to} DEFERRABLE INITIALLY DEFERRED')
        op.create_index(op.f(f"ix_{name}_{column.name}"), name, [str(column.name)])
