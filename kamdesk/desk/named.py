"""Whom a note names and whose word it tells: whole names, a part of one, a surname with a title, pinyin; we or they."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamdesk.client.client import Client, Workspace
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Side
from kamdesk.store.fold import fold
from kamdesk.store.pinyin import syllables

_TITLES = "总工董经主部处科厂院所行校老博"  # how a surname is continued: 王总, 陈工, 周主任, 李老师
_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_LETTERS = re.compile("[a-z0-9]+")
_SHORTEST = 3  # letters of a Latin name's part; "Li" alone stands in too many words
_WHOLE, _PART = 0, 1
_WE = "我们|我方|我司|咱们|咱|我|we|i|our|us"
_THEY = "他们|她们|对方|客户|甲方|贵司|他|她|they|he|she|their|the client|the customer"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody a text names: how surely, the least first, and where."""

    contact: Contact
    sure: int
    place: int


def everyone_named(client: Client, text: str) -> list[Named]:
    """Everybody of the client whom a text names, whole names before parts of them, then as they stand in it."""
    folded = fold(text)
    found = [named for contact in client.contacts if (named := _named(contact, folded)) is not None]
    alone = [one for one in found if not any(_within(one, other) for other in found)]
    return sorted(alone, key=_turn)


def side_of(client: Client, workspace: Workspace, text: str) -> Side | None:
    """Whose word a text tells: who it begins with, else whoever is spoken of first; None where nobody is."""
    folded = fold(text).strip()
    ours = [workspace.profile.name, *(item.name for item in workspace.colleagues)]
    if any(_place(fold(name), folded) == 0 for name in ours if name.strip()):
        return Side.OURS
    if any(named.place == 0 for named in everyone_named(client, folded)):
        return Side.THEIRS
    we, they = _first(_WE, folded), _first(_THEY, folded)
    if we == they:
        return None
    return Side.OURS if they < 0 or 0 <= we < they else Side.THEIRS


def _named(contact: Contact, folded: str) -> Named | None:
    name = fold(contact.name).strip()
    if not name:
        return None
    whole = [_place(name, folded), _spelled(name, folded)]
    parts = [_place(part, folded) for part in _LETTERS.findall(name) if len(part) >= _SHORTEST]
    if _CHINESE.fullmatch(name) and len(name) > 1:
        titled = re.search(f"[小老]{name[0]}(?![{_TITLES}])|{name[0]}[{_TITLES}]", folded)
        parts += [titled.start() if titled else -1, folded.find(name[1:]) if len(name) > 2 else -1]
    for sure, places in ((_WHOLE, whole), (_PART, parts)):
        if there := [place for place in places if place >= 0]:
            return Named(contact, sure, min(there))
    return None


def _within(one: Named, other: Named) -> bool:
    """Whether one name is only the beginning of another that stands there: 王璐 of 王璐璐."""
    name, longer = one.contact.name, other.contact.name
    return one.place == other.place and other.sure == _WHOLE and len(name) < len(longer) and name in longer


def _place(name: str, folded: str) -> int:
    """Where a name stands, -1 where it does not; a Latin one as words of its own."""
    if _CHINESE.search(name):
        return folded.find(name)
    found = re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", folded)
    return found.start() if found else -1


def _spelled(name: str, folded: str) -> int:
    """Where a Chinese name stands in pinyin, its syllables together or apart."""
    if not _CHINESE.fullmatch(name):
        return -1
    found = re.search(rf"(?<![a-z0-9]){'[ -]?'.join(map(re.escape, syllables(name)))}(?![a-z0-9])", folded)
    return found.start() if found else -1


def _first(words: str, folded: str) -> int:
    """Where one of some words stands first; the Latin ones as words of their own."""
    found = re.search("|".join(_bounded(word) for word in words.split("|")), folded)
    return found.start() if found else -1


def _bounded(word: str) -> str:
    return rf"(?<![a-z]){word}(?![a-z])" if word.isascii() else word


def _turn(named: Named) -> tuple[int, int, int]:
    return named.sure, named.place, -len(named.contact.name)
