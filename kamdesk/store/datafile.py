"""One data file: made, told apart from what is not ours, and read for what it says of itself."""

from __future__ import annotations

from pathlib import Path

from kamdesk.client.client import WORKSPACE
from kamdesk.store.engine import APPLICATION_ID, Door, writing
from kamdesk.store.keyslots import DataKey
from kamdesk.store.late import sa
from kamdesk.store.tables import SCHEMA, SEARCH, SEARCH_MEMORY, schema, table_of
from kamdesk.store.troubles import Foreign, Newer

NAME = "kamdesk.db"


def create(engine: sa.Engine, key: DataKey, epoch: str) -> None:
    """All tables and the one profile, in one transaction.

    Made from today's tables and stamped: a test shows that the migrations build the same.
    """
    with writing(engine) as connection:
        schema().create_all(connection, checkfirst=False)
        connection.exec_driver_sql(SEARCH)
        connection.exec_driver_sql(SEARCH_MEMORY)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{SCHEMA:04d}')")
        settle(connection, key, epoch)
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")


def settle(connection: sa.Connection, key: DataKey, epoch: str) -> None:
    """What a new file holds besides empty tables."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    set_meta(connection, "db_uuid", key.db_uuid)
    set_meta(connection, "epoch", epoch)
    connection.execute(sa.insert(table_of("profile")), {"seq": 0, "key": WORKSPACE, "owner": WORKSPACE})


def schema_of(door: Door, file: Path, key: DataKey) -> int:
    """The schema number of the file, 0 for an empty one; Foreign or Newer when it is not for us to touch."""
    version = int(door.value("PRAGMA user_version"))
    if version == 0 and door.value("SELECT count(*) FROM sqlite_master") == 0:
        return 0
    if door.value("PRAGMA application_id") != APPLICATION_ID or meta(door, "db_uuid") != key.db_uuid:
        raise Foreign(file)
    if version > SCHEMA:
        raise Newer(file, version, SCHEMA)
    return version


def meta(door: Door, name: str) -> str:
    """One line of what the file says of itself, "" when it does not."""
    return str(door.value("SELECT value FROM meta WHERE name = ?", (name,)) or "")


def set_meta(connection: sa.Connection, name: str, value: str) -> None:
    """Keep one line of what the file says of itself."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
