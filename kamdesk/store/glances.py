"""The rows of the client list, kept ready: read as they are, worked out anew only for clients that changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from kamdesk.client.client import WORKSPACE, Client
from kamdesk.store import reading
from kamdesk.store.engine import writing
from kamdesk.store.pinyin import order_key
from kamdesk.store.tables import table_of

if TYPE_CHECKING:
    from kamdesk.client.glance import Glance

_MANY = 40  # clients from which on reading all of them at once is faster than one by one


def forget(connection: sa.Connection, owners: Collection[str]) -> None:
    """Drop the rows of clients that change; all of them when it is the workspace that changes."""
    kept = table_of("glances")
    if WORKSPACE in owners:
        connection.execute(sa.delete(kept))
        return
    connection.execute(sa.delete(kept).where(kept.c.owner == sa.bindparam("gone")), [{"gone": key} for key in owners])


def read(engine: sa.Engine, today: date) -> tuple[Glance, ...]:
    """One row for each client, by name, Chinese by its pinyin; rows made on an earlier day are given as they are."""
    from kamdesk.client.glance import Glance

    with engine.connect() as connection:
        missing = connection.execute(_missing()).scalars().all()
    if missing:
        work_out(engine, missing, today)
    kept = table_of("glances")
    with engine.connect() as connection:
        rows = connection.execute(sa.select(kept.c.value).order_by(kept.c.place)).scalars()
        return tuple(Glance.from_json(row) for row in rows)


def of_another_day(engine: sa.Engine, today: date, limit: int) -> list[str]:
    """Some clients whose rows were worked out on another day; ageing evidence may have changed their figures."""
    kept = table_of("glances")
    with engine.connect() as connection:
        chosen = sa.select(kept.c.owner).where(kept.c.day != today).limit(limit)
        return list(connection.execute(chosen).scalars())


def work_out(engine: sa.Engine, owners: Collection[str], today: date) -> None:
    """Work out the rows of these clients and keep them."""
    from kamdesk.client.glance import glance

    with engine.connect() as connection:
        workspace = reading.read_workspace(connection, WORKSPACE)
        rows: list[dict[str, Any]] = []
        for client in _clients(connection, owners):
            shown = glance(client, workspace, today)
            rows.append({"owner": client.key, "day": today, "place": order_key(shown.called), "value": shown.to_json()})
    with writing(engine) as connection:
        connection.execute(sa.insert(table_of("glances")).prefix_with("OR REPLACE"), rows)


def _clients(connection: sa.Connection, owners: Collection[str]) -> Iterable[Client]:
    if len(owners) >= _MANY:
        everyone = reading.read_roots(connection)
        return [everyone[key] for key in owners]
    found = (reading.read_root(connection, Client, key) for key in owners)
    return [client for client in found if client is not None]


def _missing() -> sa.Select[Any]:
    company, kept = table_of("company"), table_of("glances")
    return sa.select(company.c.key).where(company.c.key.not_in(sa.select(kept.c.owner)))
