"""One step into the data file: the records, the search index, the rows of the client list and the journal together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kamdesk.client.edit import Edit
from kamdesk.store import journal
from kamdesk.store.glances import Glances
from kamdesk.store.indexing import Index
from kamdesk.store.late import sa
from kamdesk.store.writing import write_edits


@dataclass(frozen=True, slots=True)
class Saving:
    """What must follow whenever records change."""

    index: Index
    glances: Glances

    def save(self, connection: sa.Connection, entry: dict[str, Any], edits: Sequence[Edit]) -> None:
        """Save the edits that `entry` tells of, inside a transaction that the caller commits."""
        seqs = write_edits(connection, entry["number"], edits)
        self.index.update(connection, edits, seqs)
        self.glances.forget(connection, [edit.record for edit in edits])
        journal.log(connection, entry)
