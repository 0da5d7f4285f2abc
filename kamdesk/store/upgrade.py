"""Brings an older data file to today's schema: a verified copy first, then everything or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from kamdesk.store.copying import counts, keep_copy
from kamdesk.store.engine import make_engine, writing
from kamdesk.store.keyslots import DataKey
from kamdesk.store.late import sa
from kamdesk.store.troubles import NotUpgraded


def upgrade(file: Path, key: DataKey, found: int, revisions: Sequence[ModuleType] = ()) -> None:
    """Bring a file from the schema `found` to the newest; NotUpgraded, and the file is as it was.

    Foreign keys are off before the transaction begins, because with them on a rebuilt table would empty those that
    link to it (safety.md, finding 1); they are looked at before it is committed.
    """
    engine = make_engine(file, key, foreign_keys=False)
    try:
        copy = keep_copy(engine, file, key, f"schema-{found}")
        try:
            with writing(engine) as connection:
                _upgrade(connection, found, revisions or _all())
        except (sa.exc.SQLAlchemyError, Unkept) as failed:
            raise NotUpgraded(file, copy) from failed
    finally:
        engine.dispose()


class Unkept(Exception):
    """A migration that would lose rows or break links."""


def run_revisions(connection: sa.Connection, found: int, revisions: Sequence[ModuleType]) -> None:
    """Run the migrations beyond a schema, inside the caller's transaction, and note the newest as alembic would."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    with Operations.context(MigrationContext.configure(connection)):
        for revision in revisions[found:]:
            revision.upgrade()
    connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL)")
    connection.exec_driver_sql("DELETE FROM alembic_version")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revisions[-1].revision,))


def _all() -> Sequence[ModuleType]:
    from kamdesk.store.migrations.order import REVISIONS  # dear, because it needs alembic

    return REVISIONS


def _upgrade(connection: sa.Connection, found: int, revisions: Sequence[ModuleType]) -> None:
    before = counts(connection)
    run_revisions(connection, found, revisions)
    after = counts(connection)
    meant = {name for revision in revisions[found:] for name in getattr(revision, "changes_rows_of", ())}
    if lost := {name for name, rows in before.items() if after.get(name) != rows} - meant:
        raise Unkept(f"rows changed in {', '.join(sorted(lost))}")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise Unkept("links lead nowhere")
    connection.exec_driver_sql("DELETE FROM glances")
    connection.exec_driver_sql(f"PRAGMA user_version={len(revisions)}")
