"""Drafts the migration that a changed description needs: `python -m installer.migration risks`.

It compares the tables derived from the records with what the migrations build, and writes the next file in
kamdesk/store/migrations for what is new. What went away or changed its kind is named and must be written by hand.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import sqlalchemy as sa

from kamdesk.client.client import Client, Workspace, sections_of
from kamdesk.client.record import Field, Kind, fields_of
from kamdesk.store.engine import make_engine, writing
from kamdesk.store.keyslots import new_data_key
from kamdesk.store.migrations.order import REVISIONS
from kamdesk.store.upgrade import run_revisions

FOLDER = Path(__file__).parent.parent / "kamdesk" / "store" / "migrations"
WORDS = {
    Kind.TEXT: "text",
    Kind.NOTE: "text",
    Kind.FLAGS: "text",
    Kind.NUMBER: "number",
    Kind.TICK: "tick",
    Kind.PICTURE: "picture",
    Kind.PACKED: "picture",
    Kind.LINK: "link",
}


def main(name: str) -> int:
    """Write the draft and say where; 1 when there is nothing new."""
    built = built_tables()
    calls = [call for root in (Client, Workspace) for call in calls_for(root, built)]
    for table, columns in sorted(built.items()):
        print(f"no longer described: {table} {', '.join(sorted(columns))}") if columns else None
    if not calls:
        print("The migrations build all that is described.")
        return 1
    number = len(REVISIONS) + 1
    file = FOLDER / f"r{number:04d}_{name}.py"
    file.write_text(module_of(number, name, calls), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(file)], check=False)
    print(f"{file}\nAdd it to REVISIONS in migrations/order.py and make SCHEMA {number} in store/tables.py.")
    return 0


def built_tables() -> dict[str, set[str]]:
    """The sections' tables that the migrations build, with their columns."""
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(Path(folder) / "built.db", new_data_key())
        with writing(engine) as connection:
            run_revisions(connection, 0, REVISIONS)
            inspector = sa.inspect(connection)
            built = {
                table: {column["name"] for column in inspector.get_columns(table)} for table in _sections(inspector)
            }
        engine.dispose()
    return built


def _sections(inspector: sa.Inspector) -> list[str]:
    return [
        table
        for table in inspector.get_table_names()
        if {"seq", "key", "owner"} <= {column["name"] for column in inspector.get_columns(table)}
    ]


def calls_for(root: type[Client] | type[Workspace], built: dict[str, set[str]]) -> list[tuple[str, str]]:
    """The calls that build what is new, by section; what is known is taken out of `built`."""
    head, *_ = sections_of(root)
    calls: list[tuple[str, str]] = []
    for section in sections_of(root):
        there = built.pop(section.name, set()) - {"seq", "key", "owner"}
        fields = fields_of(section.record)
        new = [field for field in fields if field.name not in there]
        gone = there - {field.name for field in fields}
        if not there:
            owner = "" if section is head else head.name
            calls.append((section.name, f'b.create_section("{section.name}", "{owner}", {_groups(new)})'))
        elif new:
            calls.append((section.name, f'b.add_to_section("{section.name}", {_groups(new)})'))
        if gone:
            built[section.name] = gone
    return calls


def _groups(fields: list[Field]) -> str:
    """Neighbours of one type in one call, in the order of declaration."""
    groups: list[tuple[str, list[str]]] = []
    for field in fields:
        word = WORDS.get(field.kind, "maybe")
        if word == "link":
            groups.append((word, [field.name, field.target]))
        elif groups and groups[-1][0] == word:
            groups[-1][1].append(field.name)
        else:
            groups.append((word, [field.name]))
    return ", ".join(f"b.{word}({', '.join(map(repr, names))})".replace("'", '"') for word, names in groups)


def module_of(number: int, name: str, calls: list[tuple[str, str]]) -> str:
    """The text of a migration that makes these calls."""
    before = f'"{number - 1:04d}"' if number > 1 else "None"
    steps = "\n    ".join(f"_{section}()" for section, _ in calls)
    functions = "".join(f"\n\ndef _{section}() -> None:\n    {call}\n" for section, call in calls)
    return (
        f'"""Schema {number}: {name}."""\n\nfrom __future__ import annotations\n\n'
        "from kamdesk.store.migrations import building as b\n\n"
        f'revision = "{number:04d}"\ndown_revision: str | None = {before}\n\n\n'
        f'def upgrade() -> None:\n    """Build what is new."""\n    {steps}\n{functions}'
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
