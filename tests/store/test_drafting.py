"""The migration for a new section or field is drafted from the records that describe it."""

from __future__ import annotations

from pathlib import Path

from installer import migration
from kamdesk.client.client import Client, Workspace
from kamdesk.store.engine import make_engine, writing
from kamdesk.store.keyslots import new_data_key
from kamdesk.store.migrations.order import REVISIONS
from kamdesk.store.upgrade import run_revisions


def test_nothing_is_left_to_draft() -> None:
    """If this fails, records were described that no migration builds: `python -m installer.migration NAME`."""
    built = migration.built_tables()
    assert [migration.calls_for(root, built) for root in (Client, Workspace)] == [[], []]
    assert built == {}


def test_a_new_section_and_a_new_field_are_drafted_and_build(tmp_path: Path) -> None:
    built = migration.built_tables()
    del built["facts"]
    built["contacts"] -= {"reach", "influence"}
    calls = migration.calls_for(Client, built)
    assert [section for section, _ in calls] == ["facts", "contacts"]
    now = len(REVISIONS)
    source = migration.module_of(now + 1, "later", calls)
    held: dict[str, object] = {}
    exec(compile(source, "later", "exec"), held)
    assert (held["revision"], held["down_revision"]) == (f"{now + 1:04d}", f"{now:04d}")
    engine = make_engine(tmp_path / "x.db", new_data_key())
    with writing(engine) as connection:
        run_revisions(connection, 0, REVISIONS)
        connection.exec_driver_sql("DROP TABLE facts")
        connection.exec_driver_sql("ALTER TABLE contacts DROP COLUMN reach")
        connection.exec_driver_sql("ALTER TABLE contacts DROP COLUMN influence")
        later = type("later", (), {"upgrade": staticmethod(held["upgrade"]), "revision": held["revision"]})
        run_revisions(connection, now, (*REVISIONS, later))  # type: ignore[arg-type]
        connection.exec_driver_sql("SELECT topic, text FROM facts")
        connection.exec_driver_sql("SELECT reach, influence FROM contacts")
    engine.dispose()
