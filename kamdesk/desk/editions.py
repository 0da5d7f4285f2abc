"""Papers that left the program: numbered, kept as they were, printed again, and asked after by their reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kamdesk.client.client import Client, Workspace
from kamdesk.client.edit import Edit, add, change, removal
from kamdesk.client.editions import told_to
from kamdesk.client.paper_records import Audience, Edition
from kamdesk.client.snapshot import pack, unpack
from kamdesk.desk.documents import PAPERS
from kamdesk.document.unnamed import without_rivals
from kamdesk.errors import Trouble
from kamdesk.store.step import Step
from kamdesk.words import said, words_for

PLAN, A4 = "plan", "A4"


@dataclass(frozen=True, slots=True)
class Order:
    """What a paper is made to be: everything but the client itself."""

    document: str = PLAN
    audience: Audience = Audience.INTERNAL
    language: str = ""
    chapters: tuple[str, ...] = ()  # names in their order, () all; of cards and sheets the keys they are about
    paper: str = A4
    watermark: str = ""
    notice: str = ""


def next_number(client: Client, document: str) -> int:
    """The number the next edition of a document gets: one more than the highest there is."""
    return max((edition.number or 0 for edition in _of(client, document)), default=0) + 1


def latest(client: Client, document: str, audience: Audience | None = None) -> Edition | None:
    """The newest edition of a document, for one audience when it is named."""
    found = [item for item in _of(client, document) if audience in (None, item.audience)]
    return max(found, key=lambda item: item.number or 0, default=None)


def comparable(edition: Edition, audience: Audience) -> bool:
    """True when a paper for this audience can tell what changed since: the edition keeps all that it may read.

    An edition told less; compared with it, everything it was not told of would look new.
    """
    order = list(Audience)
    kept = edition.audience or Audience.INTERNAL
    return edition.snapshot is not None and order.index(kept) <= order.index(audience)


def readers(client: Client) -> tuple[str, ...]:
    """Everybody who was given an edition, the last one first."""
    return tuple(dict.fromkeys(item.reader.strip() for item in newest_first(client) if item.reader.strip()))


def newest_first(client: Client) -> tuple[Edition, ...]:
    """All editions of all documents, the newest first."""
    found = sorted(client.editions, key=lambda item: (item.at is not None, item.at, item.number or 0), reverse=True)
    return tuple(found)


def as_told(client: Client, workspace: Workspace, made: Order, floors: bool = False) -> tuple[Client, Workspace]:
    """The client and the workspace as a paper of this order tells of them: to a client no rival is named either."""
    told, shared = told_to(client, workspace, made.audience, floors)
    if made.audience is Audience.CLIENT:
        return without_rivals(told, workspace.rivals, words_for(made.language)), shared
    return told, shared


def keep(
    client: Client,
    workspace: Workspace,
    made: Order,
    at: datetime,
    reader: str = "",
    digest: str = "",
    pages: int = 0,
    floors: bool = False,
) -> Step:
    """Keep a paper that was made as the next edition, with the client as its audience was told of it."""
    number = next_number(client, made.document)
    edition = Edition(
        owner=client.key,
        number=number,
        at=at,
        document=made.document,
        audience=made.audience,
        reader=reader.strip(),
        language=made.language,
        chapters=" ".join(made.chapters),
        paper=made.paper,
        watermark=made.watermark,
        notice=made.notice,
        pages=pages,
        digest=digest,
        snapshot=pack(*as_told(client, workspace, made, floors)),
    )
    told = said("Edition {n} for {reader}", n=number, reader=edition.reader) if edition.reader else None
    return Step(told or said("Edition {n}", n=number), (add(edition),))


def give(edition: Edition, reader: str) -> Step:
    """Write down who was given an edition."""
    told = said("Edition {n} for {reader}", n=edition.number or 0, reader=reader.strip())
    return Step(told, (change(edition, reader=reader.strip()),))


def forget(client: Client, edition: Edition) -> Step:
    """Take an edition out of the list; its number is not given again while a later one is there."""
    return Step(said("Remove edition {n}", n=edition.number or 0), removal(client, edition))


def without(client: Client, clean: Callable[[Client], Client]) -> tuple[Edit, ...]:
    """The edits that take something out of all that editions keep; `clean` does so for the client as it was then.

    Of an edition that cannot be read nothing is kept but its line: nobody could tell whether it was in it.
    """
    edits = []
    for edition in client.editions:
        if edition.snapshot is not None:
            try:
                then, workspace = unpack(edition.snapshot)
            except Trouble:
                edits.append(change(edition, snapshot=None))
                continue
            if (left := clean(then)) != then:
                edits.append(change(edition, snapshot=pack(left, workspace)))
    return tuple(edits)


def order_of(edition: Edition) -> Order:
    """What the edition was made to be; on A4 when it names no paper we know."""
    return Order(
        edition.document,
        edition.audience or Audience.INTERNAL,
        edition.language,
        tuple(edition.chapters.split()),
        edition.paper if edition.paper in PAPERS else A4,
        edition.watermark,
        edition.notice,
    )


def reprint(edition: Edition) -> tuple[Client, Workspace, Order]:
    """The client as it was told then, what it needs of the workspace, and the order; Trouble when it can't be read."""
    if edition.snapshot is None:
        raise Trouble(said("Of edition {n} nothing is kept but its line in the list.", n=edition.number or 0))
    client, workspace = unpack(edition.snapshot)
    return client, workspace, order_of(edition)


def _of(client: Client, document: str) -> list[Edition]:
    return [edition for edition in client.editions if edition.document == document]
