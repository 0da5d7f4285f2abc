"""The door to the data file: SQLCipher behind SQLAlchemy, with the settings that keep every acknowledged edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from kamdesk.store.keyslots import DataKey
from kamdesk.store.late import sa
from kamdesk.store.troubles import Unfit, of_driver, of_system

APPLICATION_ID = int.from_bytes(b"KAMD", "big")
_FLOOR = (3, 51, 3)  # below it SQLite may lose commits when it resets its log (safety.md, finding 9)
_BEFORE_KEY = ("cipher_log_level=NONE", "cipher_memory_security=ON")
_AFTER_KEY = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "mmap_size=0",
    "busy_timeout=5000",
    "wal_autocheckpoint=500",
    "journal_size_limit=67108864",
)


class Door:
    """The one connection to a data file: asked in plain SQL at once, and through an engine from when one is needed."""

    def __init__(self, file: Path, key: DataKey) -> None:
        self._file, self._key = file, key
        self._held: Any = None  # the connection, which the engine takes over
        self._engine: sa.Engine | None = None

    @property
    def engine(self) -> sa.Engine:
        """SQLAlchemy on the same connection."""
        if self._engine is None:
            self._engine = _engine(self._connected)
        return self._engine

    def rows(self, asked: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What a SELECT in plain SQL gives."""
        found: list[tuple[Any, ...]] = self._connected().execute(asked, values).fetchall()
        return found

    def value(self, asked: str, values: Sequence[Any] = ()) -> Any:
        """The first value of the first row, None when there is no row."""
        return next((row[0] for row in self.rows(asked, values)), None)

    def close(self) -> None:
        """Let the file go; whoever asks again opens it again."""
        if self._held is not None:
            self._held.close()
        if self._engine is not None:
            self._engine.dispose()
        self._held = self._engine = None

    def _connected(self) -> Any:
        if self._held is None:
            self._held = _connect(self._file, self._key)
        return self._held


def make_engine(file: Path, key: DataKey, *, foreign_keys: bool = True) -> sa.Engine:
    """An engine on one data file. Only an upgrade has no use for foreign keys."""
    return _engine(partial(_connect, file, key, foreign_keys=foreign_keys))


def _connect(file: Path, key: DataKey, *, foreign_keys: bool = True) -> Any:
    connection = dbapi2.connect(str(file), isolation_level=None)
    with ExitStack() as failed:
        failed.callback(connection.close)
        _refuse_unfit(connection, dbapi2.sqlite_version_info)
        _prepare(connection, key)
        connection.execute(f"PRAGMA foreign_keys={int(foreign_keys)}")
        failed.pop_all()
    return connection


def _engine(connect: Callable[[], Any]) -> sa.Engine:
    """An engine on what `connect` gives. Transactions read unless the connection has the option `writes=True`.

    The pool is named, because without a file in the URL SQLAlchemy would keep one connection per thread; client
    text stays out of exceptions (`hide_parameters`).
    """
    engine = sa.create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=sa.QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that writes: committed at the end, rolled back when anything is raised."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def as_trouble(file: Path, *, opening: bool = False) -> Iterator[None]:
    """Turn what the disk and the database say into a Trouble about `file`; a bug of ours passes unchanged."""
    try:
        yield
    except OSError as error:
        raise of_system(error, file, opening=opening) from error
    except dbapi2.Error as error:
        if (trouble := of_driver(str(error), file)) is None:
            raise
        raise trouble from error
    except sa.exc.DBAPIError as error:
        if (trouble := of_driver(str(error.orig), file)) is None:
            raise
        raise trouble from error


def _prepare(connection: Any, key: DataKey) -> None:
    """Its settings; the order matters: nothing touches the file before the key is proven."""
    for pragma in _BEFORE_KEY:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f'PRAGMA key="{key.pragma}"')
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for pragma in _AFTER_KEY:
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _refuse_unfit(connection: Any, version: tuple[int, ...]) -> None:
    cipher = connection.execute("PRAGMA cipher_version").fetchone()
    if version < _FLOOR or not cipher or not cipher[0]:
        raise Unfit(f"SQLite {'.'.join(map(str, version))}, SQLCipher {cipher[0] if cipher else '-'}")


def _begin(connection: sa.Connection) -> None:
    # The driver is in autocommit mode: only so does one BEGIN hold everything, migrations too (safety.md, finding 2).
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
