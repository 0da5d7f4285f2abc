"""A document that left becomes an edition: numbered, with its reader, its check sum and the client as it was told."""

from __future__ import annotations

import hashlib
from datetime import datetime

from kamdesk.client.client import Client
from kamdesk.client.paper_records import Audience
from kamdesk.desk import editions
from kamdesk.store.step import Step
from kamdesk.ui.pages.paper.order import Made, is_numbered
from kamdesk.words import words_for


def is_kept(made: Made) -> bool:
    """Whether it becomes an edition: an empty form does not, and one that is printed once more is one already."""
    return is_numbered(made.order.document) and not made.order.issue.again


def edition_step(made: Made, data: bytes, at: datetime) -> Step:
    """Keep what left as `data`, as the next edition."""
    order = made.order
    digest = hashlib.sha256(data).hexdigest()
    client = _as_told(made)
    return editions.keep(client, order.workspace, order.kept, at, order.issue.reader, digest, made.written.pages)


def _as_told(made: Made) -> Client:
    """The client; of what a client gets no rival is named in what is kept either, so that it can be printed again."""
    order = made.order
    if order.issue.audience is not Audience.CLIENT:
        return order.client
    from kamdesk.document.unnamed import without_rivals

    return without_rivals(order.client, order.workspace.rivals, words_for(order.language))
