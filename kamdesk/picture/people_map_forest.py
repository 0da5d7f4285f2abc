"""Who stands under whom on the people map: the reporting lines without rings, and the columns that people share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from kamdesk.picture.people_map_values import MapNode

Home = tuple[str, str]  # ("department", its name) ("person", with whom it begins), ("loose", "")
_DEEPEST = 7  # levels in one column, before a person begins another stack
_DEEPEST_COLUMN = 30  # columns below one another


@dataclass(slots=True)
class Column:
    """People who stand together: a department, or one person without a department and who is below."""

    home: Home
    members: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)  # who has no boss in the column
    below: list[Column] = field(default_factory=list)  # columns whose first head reports into this one

    @property
    def name(self) -> str:
        """The department's name, or none."""
        return self.home[1] if self.home[0] == "department" else ""


@dataclass(slots=True)
class Forest:
    """The people shown, in the order given, with everything the layout asks about them."""

    nodes: dict[str, MapNode]
    boss: dict[str, str | None]
    children: dict[str, list[str]]  # within one column only
    columns: dict[str, Column]  # by person
    roots: list[Column]
    hidden: dict[str, int]


def forest(nodes: Sequence[MapNode], collapsed: Collection[str] = ()) -> Forest:
    """The forest of these people, without those below a collapsed one."""
    by_key = {node.key: node for node in nodes}
    boss = _without_rings(by_key)
    depth = _depths(boss)
    shown, hidden = _shown(by_key, boss, depth, frozenset(collapsed))
    homes = _homes(shown, boss, depth)
    columns: dict[Home, Column] = {}
    for key in sorted(shown, key=lambda key: depth[key]):
        columns.setdefault(homes[key], Column(homes[key])).members.append(key)
    order = {key: number for number, key in enumerate(by_key)}
    children: dict[str, list[str]] = {key: [] for key in shown}
    for column in columns.values():
        _stack(column, boss, homes, children, order)
    roots = _hang(columns, boss, homes, depth, order)
    of_person = {key: columns[homes[key]] for key in shown}
    return Forest(shown, boss, children, of_person, roots, hidden)


def _without_rings(nodes: dict[str, MapNode]) -> dict[str, str | None]:
    """Each person's boss; one who is not here counts as none, and a ring is cut at its first person."""
    boss = {key: node.boss if node.boss in nodes and node.boss != key else None for key, node in nodes.items()}
    order = {key: number for number, key in enumerate(nodes)}
    settled: set[str] = set()
    for key in nodes:
        way: list[str] = []
        seen: set[str] = set()
        at: str | None = key
        while at is not None and at not in settled and at not in seen:
            way.append(at)
            seen.add(at)
            at = boss[at]
        if at is not None and at in seen:
            ring = way[way.index(at) :]
            boss[min(ring, key=order.__getitem__)] = None
        settled.update(way)
    return boss


def _depths(boss: dict[str, str | None]) -> dict[str, int]:
    depth: dict[str, int] = {}
    for key in boss:
        way: list[str] = []
        at: str | None = key
        while at is not None and at not in depth:
            way.append(at)
            at = boss[at]
        base = depth[at] + 1 if at is not None else 0
        for number, each in enumerate(reversed(way)):
            depth[each] = base + number
    return depth


def _shown(
    nodes: dict[str, MapNode], boss: dict[str, str | None], depth: dict[str, int], collapsed: frozenset[str]
) -> tuple[dict[str, MapNode], dict[str, int]]:
    """Who is not below a collapsed person, and how many are below each of those that are shown."""
    under: dict[str, str | None] = {}
    hidden = dict.fromkeys((key for key in nodes if key in collapsed), 0)
    for key in sorted(nodes, key=depth.__getitem__):
        above = boss[key]
        under[key] = None if above is None else under[above] or (above if above in collapsed else None)
        if (folded := under[key]) is not None:
            hidden[folded] += 1
    shown = {key: node for key, node in nodes.items() if under[key] is None}
    return shown, {key: count for key, count in hidden.items() if key in shown and count}


def _homes(nodes: dict[str, MapNode], boss: dict[str, str | None], depth: dict[str, int]) -> dict[str, Home]:
    """The column of each; who has no department stands with the boss, unless that one is at the top."""
    named: dict[str, set[str]] = {}
    for key, node in nodes.items():
        if (above := boss[key]) is not None:
            named.setdefault(above, set()).add(node.department.strip())
    homes: dict[str, Home] = {}
    for key in sorted(nodes, key=depth.__getitem__):
        above, department = boss[key], nodes[key].department.strip()
        if department:
            homes[key] = ("department", department)
        elif above is None and key not in named:
            homes[key] = ("loose", "")
        elif above is None or (depth[above] == 0 and not _heads_department(nodes[above], named[above])):
            homes[key] = ("person", key)
        else:
            homes[key] = homes[above]
    return homes


def _heads_department(node: MapNode, below: set[str]) -> bool:
    """True for somebody without a boss who leads one department rather than the whole client."""
    own = node.department.strip()
    return bool(own) and below <= {own, ""} and own in below


def _stack(
    column: Column,
    boss: dict[str, str | None],
    homes: dict[str, Home],
    children: dict[str, list[str]],
    order: dict[str, int],
) -> None:
    """Who is below whom in a column; one very deep down begins a new stack."""
    level: dict[str, int] = {}
    for key in column.members:
        above = boss[key]
        if above is not None and homes.get(above) == column.home and level[above] < _DEEPEST:
            level[key] = level[above] + 1
            children[above].append(key)
        else:
            level[key] = 0
            column.heads.append(key)
    column.heads.sort(key=order.__getitem__)
    for key in column.members:
        children[key].sort(key=order.__getitem__)


def _hang(
    columns: dict[Home, Column],
    boss: dict[str, str | None],
    homes: dict[str, Home],
    depth: dict[str, int],
    order: dict[str, int],
) -> list[Column]:
    """Columns below columns: each under the boss of its highest person, so that no ring can arise."""
    level: dict[Home, int] = {}
    roots = []
    first = {home: min(column.members, key=lambda key: (depth[key], order[key])) for home, column in columns.items()}
    for home in sorted(columns, key=lambda home: (depth[first[home]], order[first[home]])):
        above = boss[first[home]]
        if above is None or level[homes[above]] >= _DEEPEST_COLUMN:
            level[home] = 0
            roots.append(columns[home])
        else:
            level[home] = level[homes[above]] + 1
            columns[homes[above]].below.append(columns[home])
    return roots
