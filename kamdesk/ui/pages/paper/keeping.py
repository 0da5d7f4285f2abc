"""A document that left becomes an edition: numbered, with its reader, its check sum and the client as it was told."""

from __future__ import annotations

import hashlib
from datetime import datetime

from kamdesk.desk import editions
from kamdesk.store.step import Step
from kamdesk.ui.pages.paper.order import Made, is_numbered


def is_kept(made: Made) -> bool:
    """Whether it becomes an edition: an empty form does not, and one that is printed once more is one already."""
    return is_numbered(made.order.document) and not made.order.issue.again


def edition_step(made: Made, data: bytes, at: datetime) -> Step:
    """Keep what left as `data`, as the next edition."""
    order = made.order
    digest = hashlib.sha256(data).hexdigest()
    return editions.keep(order.client, order.workspace, order.kept, at, order.issue.reader, digest, made.written.pages)
