"""An older file is brought up to date behind a verified copy, whole or not at all; a newer one is left alone."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest
import sqlalchemy as sa
from alembic import op

from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn
from kamdesk.client.weighing import caps
from kamdesk.store import datafile, upgrade
from kamdesk.store.copying import FOLDER, faults
from kamdesk.store.engine import make_engine, writing
from kamdesk.store.keyslots import DataKey, new_data_key, read_slots
from kamdesk.store.migrations import building as b
from kamdesk.store.migrations.order import REVISIONS
from kamdesk.store.reading import read_all
from kamdesk.store.store import Store
from kamdesk.store.tables import SCHEMA
from kamdesk.store.troubles import Newer, NotUpgraded
from tests.store.conftest import whole

Described = dict[str, object]


def described(connection: sa.Connection) -> Described:
    """Every table of a file: columns, links, indexes; independent of the order of later columns."""
    inspector = sa.inspect(connection)
    found: Described = {}
    for name in sorted(inspector.get_table_names()):
        if name.startswith("search_") or name == "alembic_version":
            continue
        sql = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).scalar_one()
        columns = connection.exec_driver_sql(f"PRAGMA table_info({name})")
        found[name] = {
            "columns": {tuple(column[1:]) for column in columns},
            "links": {tuple(c[2:]) for c in connection.exec_driver_sql(f"PRAGMA foreign_key_list({name})")},
            "late": sql.count("DEFERRABLE INITIALLY DEFERRED"),
            "indexes": {(i["name"], tuple(i["column_names"])) for i in inspector.get_indexes(name)},
            "rowid": "WITHOUT ROWID" in sql,
        }
    virtual = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'search'").scalar_one()
    found["search"] = "".join(str(virtual).split())
    return found


def test_the_migrations_build_what_the_records_describe(tmp_path: Path) -> None:
    key = new_data_key()
    created, migrated = make_engine(tmp_path / "a.db", key), make_engine(tmp_path / "b.db", key)
    datafile.create(created, key, "1")
    with writing(migrated) as connection:
        upgrade.run_revisions(connection, 0, REVISIONS)
    with created.connect() as one, migrated.connect() as other:
        assert described(one) == described(other)
        version = "SELECT version_num FROM alembic_version"
        assert one.exec_driver_sql(version).all() == other.exec_driver_sql(version).all() == [(f"{SCHEMA:04d}",)]
    assert len(REVISIONS) == SCHEMA
    created.dispose()
    migrated.dispose()


def revision(run: Callable[[], None], **attributes: object) -> ModuleType:
    """A migration beyond today's."""
    module = ModuleType("later")
    module.__dict__.update(revision="9999", upgrade=run, **attributes)
    return module


def closed(filled: Store) -> tuple[Path, DataKey, tuple[object, ...]]:
    """A filled and closed store: its file, its key, what is in it."""
    kept = whole(filled)
    filled.close()
    key = read_slots(filled.folder)
    assert key is not None
    return filled.folder / datafile.NAME, key, kept


def add_column() -> None:
    """What most migrations do."""
    b.add_to_section("contacts", b.text("nickname"), b.link("boss", "contacts"))


def test_an_older_file_is_brought_up_to_date_behind_a_verified_copy(filled: Store) -> None:
    file, key, _ = closed(filled)
    upgrade.upgrade(file, key, SCHEMA, (*REVISIONS, revision(add_column)))
    engine = make_engine(file, key)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA + 1
        rows = connection.exec_driver_sql("SELECT name, nickname, boss FROM contacts").all()
        assert [row[1:] for row in rows] == [("", None)] * 2
    engine.dispose()
    (copy,) = (file.parent / FOLDER).glob("*.db")
    assert faults(copy, key) == []
    assert sorted(path.suffix for path in copy.parent.iterdir()) == [".db", ".json", ".json"]


def test_the_copy_can_be_put_back_with_the_keys_beside_it(filled: Store, tmp_path: Path) -> None:
    file, key, kept = closed(filled)
    upgrade.upgrade(file, key, SCHEMA, (*REVISIONS, revision(add_column)))
    (copy,) = (file.parent / FOLDER).glob("*.db")
    old = tmp_path / "put back"
    old.mkdir()
    copy.rename(old / datafile.NAME)
    copy.with_suffix(".keyslots.json").rename(old / "keyslots.json")
    again = Store.open(old)
    assert whole(again) == kept
    again.close()


def break_half_way() -> None:
    """A migration with a mistake in it."""
    add_column()
    op.execute("UPDATE nothing SET nowhere = 1")


def lose_rows() -> None:
    """A migration that forgets something."""
    op.execute("DELETE FROM facts")


def break_links() -> None:
    """A migration that leaves links to nothing behind."""
    op.execute("UPDATE contacts SET owner = 'nobody'")


@pytest.mark.parametrize("run", [break_half_way, lose_rows, break_links])
def test_a_failed_upgrade_leaves_the_file_as_it_was(filled: Store, run: Callable[[], None]) -> None:
    file, key, kept = closed(filled)
    with pytest.raises(NotUpgraded, match="was left as it is"):
        upgrade.upgrade(file, key, SCHEMA, (*REVISIONS, revision(run)))
    again = Store.open(file.parent)
    assert whole(again) == kept
    assert again.check() == []
    again.close()


def rebuild_parent() -> None:
    """What SQLite needs for most changes of a table: a new one, filled from the old one that is dropped."""
    with op.batch_alter_table("company") as batch:
        batch.add_column(sa.Column("motto", sa.Text, nullable=False, server_default=""))
        batch.alter_column("goal", new_column_name="aim")


def test_rebuilding_a_table_keeps_what_links_to_it(filled: Store) -> None:
    file, key, _ = closed(filled)
    upgrade.upgrade(file, key, SCHEMA, (*REVISIONS, revision(rebuild_parent)))
    engine = make_engine(file, key)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM contacts").scalar() == 2
        assert connection.exec_driver_sql("SELECT aim FROM company").scalar()
    engine.dispose()


def test_a_migration_may_say_which_rows_it_changes(filled: Store) -> None:
    file, key, _ = closed(filled)
    upgrade.upgrade(file, key, SCHEMA, (*REVISIONS, revision(lose_rows, changes_rows_of=("facts",))))


def test_a_newer_file_is_refused_and_not_touched(filled: Store) -> None:
    file, key, _ = closed(filled)
    upgrade.upgrade(file, key, SCHEMA, (*REVISIONS, revision(add_column)))
    before = file.read_bytes()
    with pytest.raises(Newer, match=f"schema {SCHEMA + 1}, this program knows {SCHEMA}"):
        Store.open(file.parent)
    assert file.read_bytes() == before


def weighed_in_schema_2(connection: sa.Connection) -> None:
    """People weighed on many days, with facts around the days on which they stop to prove anything."""
    chance, start = random.Random(3), date(2025, 1, 1)
    connection.exec_driver_sql("INSERT INTO company (seq, key, owner, name) VALUES (1, 'c', 'c', '华星')")
    for number, name in enumerate(("wang", "li"), 2):
        connection.exec_driver_sql(
            "INSERT INTO contacts (seq, key, owner, name) VALUES (?, ?, 'c', ?)", (number, name, name)
        )
    connection.exec_driver_sql("INSERT INTO profile (seq, key, owner) VALUES (1, 'workspace', 'workspace')")
    connection.exec_driver_sql("INSERT INTO rivals (seq, key, owner, name) VALUES (1, 'kerui', 'workspace', '科瑞')")
    names = [dimension.value for dimension in Dimension]
    for number in range(400):
        day = start + timedelta(chance.randrange(500))
        levels = [chance.choice((None, 1, 2, 3, 4, 5, 5)) for _ in names]
        connection.exec_driver_sql(
            f"INSERT INTO weighins (seq, key, owner, contact, rival, day, {', '.join(names)}) "
            f"VALUES (?, ?, 'c', ?, ?, ?{', ?' * len(names)})",
            (number, f"w{number}", chance.choice(("wang", "li")), chance.choice((None, None, "kerui")), day, *levels),
        )
        fact = start + timedelta(chance.randrange(-200, 500))
        seen = (number, f"e{number}", chance.choice(("wang", "li")), chance.choice((*names[:3], None)), fact)
        connection.exec_driver_sql(
            "INSERT INTO evidence (seq, key, owner, contact, dimension, day, text, second_source) "
            "VALUES (?, ?, 'c', ?, ?, ?, 'seen', ?)",
            (*seen, chance.choice(("", "", " ", "Li"))),
        )


def test_what_levels_counted_as_in_schema_2_is_kept_as_the_method_counts_it(tmp_path: Path) -> None:
    file, key = tmp_path / datafile.NAME, new_data_key()
    engine = make_engine(file, key)
    with writing(engine) as connection:
        upgrade.run_revisions(connection, 0, REVISIONS[:2])
        weighed_in_schema_2(connection)
    with writing(engine) as connection:
        upgrade.run_revisions(connection, 2, REVISIONS)
    with engine.connect() as connection:

        def rows(asked: str, _values: object) -> list[sa.Row]:
            return list(connection.exec_driver_sql(asked))

        weighins, facts = read_all(rows, WeighIn), read_all(rows, Evidence)
    engine.dispose()
    told = [{f"{dimension.value}_counted": item.kept(dimension) for dimension in Dimension} for item in weighins]
    assert told == [caps(item, facts) for item in weighins]
    capped = sum((item.kept(d) or 0) < (item.level(d) or 0) for item in weighins for d in Dimension)
    proven = sum((item.kept(d) or 0) > 3 for item in weighins if not item.rival for d in Dimension)
    assert capped > 50
    assert proven > 50
