"""One step into the data file: the records, the search index, the rows of the client list and the journal together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from kamdesk.client.edit import Edit
from kamdesk.store import glances, journal
from kamdesk.store.indexing import index_edits
from kamdesk.store.writing import write_edits


def save(connection: sa.Connection, entry: dict[str, Any], edits: Sequence[Edit]) -> None:
    """Save the edits that `entry` tells of, inside a transaction that the caller commits."""
    seqs = write_edits(connection, entry["number"], edits)
    index_edits(connection, edits, seqs)
    glances.forget(connection, {edit.record.owner for edit in edits})
    journal.log(connection, entry)
