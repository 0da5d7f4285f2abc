"""Looks whether what is stored is whole: pages, indexes, links, the journal and the search index."""

from __future__ import annotations

from pathlib import Path

from kamdesk.client.client import section_of, sections
from kamdesk.store import journal
from kamdesk.store.copying import faults
from kamdesk.store.indexing import Index
from kamdesk.store.keyslots import DataKey
from kamdesk.store.late import sa
from kamdesk.store.reading import read_placed
from kamdesk.store.sidefile import SideFile
from kamdesk.words import Said, said


def check(engine: sa.Engine, index: Index, file: Path, key: DataKey, side: SideFile) -> list[Said]:
    """What is wrong, one sentence for each fault; [] when all is well."""
    found = [said("The data file is damaged: {fault}.", fault=fault) for fault in faults(file, key)]
    if found:
        return found  # whatever else is asked would stumble over the same pages
    with engine.connect() as connection:
        found += _links(connection)
        found += _journal(connection, side)
        found += _search(connection, index)
    return found


def _links(connection: sa.Connection) -> list[Said]:
    broken = {str(row[0]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}
    known = sections()
    return [
        said("A link in “{section}” leads nowhere.", section=Said(known[name].label) if name in known else name)
        for name in sorted(broken)
    ]


def _journal(connection: sa.Connection, side: SideFile) -> list[Said]:
    """Steps without a gap; the newest in both journals; what the newest edits left is what is stored."""
    count, last = connection.exec_driver_sql("SELECT count(*), coalesce(max(number), 0) FROM steps").one()
    found = []
    if count != last:
        found.append(said("Steps are missing in the journal: there are {count} of {last}.", count=count, last=last))
    if last and next(side.entries(last - 1), None) is None:
        found.append(said("The journal beside the data file lacks the newest step; the next edit completes it."))
    newest = {edit.record.key: edit for edit in journal.edits_of(connection, last)}
    for key, edit in newest.items():
        _, stored = read_placed(connection, section_of(type(edit.record)), [key]).get(key, (0, None))
        if stored != edit.after:
            found.append(said("“{title}” differs from what the journal says.", title=edit.record.title))
    return found


def _search(connection: sa.Connection, index: Index) -> list[Said]:
    """Every indexed record is there; SQLite's own check of the index is part of `faults`."""
    stray = "SELECT count(*) FROM search WHERE rowid BETWEEN ? AND ? AND rowid - ? NOT IN (SELECT seq FROM {table})"
    found = []
    for name, section in sections().items():
        ((first, end),) = index.ranges([name])
        if connection.exec_driver_sql(stray.format(table=name), (first, end - 1, first)).scalar_one():
            found.append(said("The search finds what is gone in “{section}”.", section=Said(section.label)))
    return found
