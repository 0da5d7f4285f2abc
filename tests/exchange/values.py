"""Random records of every section, and whole clients whose links hold: for property tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache

from hypothesis import Phase
from hypothesis import strategies as st

from kamdesk.client.client import WORKSPACE, Client, Root, Workspace, sections_of
from kamdesk.client.record import Field, Kind, Record, fields_of
from kamdesk.client.units import Money

PNG = b"\x89PNG\r\n\x1a\n"
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a whole client takes minutes to shrink and stays large
NASTY = ('<b>&"</para>', "😀 客户", "𠮷龘", "\u200fעברית", "=1+1", "\\n \\u0000", "{name}", "'; DROP TABLE", "\u2028")

_notes = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
_lines = _notes.map(lambda text: text.replace("\n", " ").replace("\r", " "))
_moments = st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))


def values(field: Field, targets: dict[str, list[str]]) -> st.SearchStrategy:
    """What a field may hold; a link only to a key that is there."""
    if field.kind is Kind.LINK:
        return _links(tuple(targets.get(field.target, ())), field.required)
    return _plain(field)


@cache
def _links(keys: tuple[str, ...], required: bool) -> st.SearchStrategy:
    """One of these keys, or none."""
    held = st.sampled_from(keys) if keys else st.none()
    return held if required else st.none() | held


@cache
def _plain(field: Field) -> st.SearchStrategy:
    """What a field may hold that is no link; made once, because making it takes longer than drawing from it."""
    empty = {Kind.TEXT: st.just(""), Kind.NOTE: st.just(""), Kind.FLAGS: st.just(()), Kind.TICK: st.just(False)}
    low, high = field.low or 0, field.high or 0
    filled = {
        Kind.TEXT: lambda: _lines,
        Kind.NOTE: lambda: _notes,
        Kind.DAY: lambda: st.dates(date(1900, 1, 1), date(2200, 1, 1)),
        Kind.MOMENT: lambda: _moments,
        Kind.MONEY: lambda: st.builds(Money, st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["CNY", "EUR"])),
        Kind.NUMBER: lambda: st.integers(low, high),
        Kind.PERCENT: lambda: st.decimals(0, 100, places=2).map(Decimal),
        Kind.CHOICE: lambda: st.sampled_from(list(field.choices or ())),
        Kind.FLAGS: lambda: st.sets(st.sampled_from(list(field.choices or ()))).map(
            lambda chosen: tuple(item for item in field.choices or () if item in chosen)
        ),
        Kind.TICK: lambda: st.booleans(),
        Kind.PACKED: lambda: st.binary(max_size=40),
        Kind.PICTURE: lambda: st.binary(max_size=40).map(lambda body: PNG + body),
    }
    return empty.get(field.kind, st.none()) | filled[field.kind]()


def records(kind: type[Record], key: str, owner: str, targets: dict[str, list[str]]) -> st.SearchStrategy:
    """One record of a type."""
    return st.builds(
        kind, key=st.just(key), owner=st.just(owner), **{f.name: values(f, targets) for f in fields_of(kind)}
    )


@st.composite
def roots(draw: st.DrawFn, root: type[Root], owner: str, shared: dict[str, list[str]] | None = None) -> Root:
    """A whole client or workspace with up to three records in each section."""
    parts = sections_of(root)
    targets = dict(shared or {})
    for part in parts:
        count = 1 if part.single else draw(st.integers(0, 3))
        targets[part.name] = [owner] if part.single else [f"{part.name}-{number}" for number in range(count)]
    held = []
    for part in parts:
        required = [field.target for field in fields_of(part.record) if field.required and field.kind is Kind.LINK]
        if all(targets[target] for target in required):
            held += [draw(records(part.record, key, owner, targets)) for key in targets[part.name]]
        else:
            targets[part.name] = []
    return root.of(held)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Client, Workspace]:
    """A client and the workspace that it links to."""
    workspace = draw(roots(Workspace, WORKSPACE))
    shared = {
        part.name: [record.key for record in getattr(workspace, part.name)]
        for part in sections_of(Workspace)
        if not part.single
    }
    return draw(roots(Client, "client-1", shared)), workspace
