"""P5's red flags: what is missing among the people, flags of one kind in one row, with the actions that answer them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kamdesk.client.chain import Flag
from kamdesk.client.telling import tell_list
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.contents import APPENDIX
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row, Table
from kamdesk.words import N_, Said

_MOST = 8  # rows beside the role cover
_NAMED = 6  # names in a row, before the others are counted
_SEVERAL = {  # what several flags of one sentence say together, and which of its values they list
    "{name} stands {gap} nearer to {rival}: must be won": (N_("Nearer to {rival}, must be won: {names}"), "name"),
    "No {role} named": (N_("Not named: {names}"), "role"),
    "{name}: nobody identified yet": (N_("Nobody identified yet: {names}"), "name"),
    "{name} matters and has not been weighed": (N_("Matter and have not been weighed: {names}"), "name"),
    "{name}: too little known for a score": (N_("Too little known for a score: {names}"), "name"),
    "{name}: attitude and weigh-in disagree": (N_("Attitude and weigh-in disagree: {names}"), "name"),
    "How far our contact with {name} goes is unknown": (N_("Depth of our contact unknown: {names}"), "name"),
    "No contact with {name} yet": (N_("No contact yet: {names}"), "name"),
    "Nobody of ours answers for {name}": (N_("Nobody of ours answers for: {names}"), "name"),
    "Attitude of {name} unknown": (N_("Attitude unknown: {names}"), "name"),
    "What result {name} needs is unknown": (N_("Business agenda unknown: {names}"), "name"),
    "What {name} wins personally is unknown": (N_("Personal agenda unknown: {names}"), "name"),
    "Influence of {name} unknown": (N_("Influence unknown: {names}"), "name"),
    "Whom {name} trusts is unknown": (N_("Unknown whom they trust: {names}"), "name"),
    "Only {name} in {department}": (N_("Only one contact each: {names}"), "department"),
    "Who would follow {name} is unknown": (N_("Successor unknown: {names}"), "name"),
}


@dataclass(slots=True)
class _Kind:
    """Flags of one sentence, and the numbers of the actions that answer them."""

    flags: list[Flag] = field(default_factory=list)
    actions: dict[int, None] = field(default_factory=dict)


def flags(press: Press, subject: Subject) -> tuple[Block, Block | None, Block]:
    """The gravest beside the role cover, the others as a block of their own (None without any), and all in one."""
    found = subject.alarms.flags
    kinds = _kinds(found, subject)
    title, note = press.trn("{n} red flag", "{n} red flags", len(found)), press.tr("right: the action that answers it")
    every = press.titled(title, _table(press, kinds), note)
    if len(kinds) <= _MOST:
        return every, None, every
    first, rest = kinds[: _MOST - 1], kinds[_MOST - 1 :]
    count = sum(len(kind.flags) for kind in rest)
    table: Block = _table(press, first)
    if (more := press.see(count, APPENDIX)) is not None:
        table = Stack([table, more], 3.0)
    others = press.trn("{n} more red flag", "{n} more red flags", count)
    return press.titled(title, table, note), press.titled(others, _table(press, rest), note), every


def _kinds(found: Sequence[Flag], subject: Subject) -> list[_Kind]:
    """The flags, those of a sentence that can list together, in the order of the first of each."""
    numbers = subject.action_numbers
    kinds: dict[object, _Kind] = {}
    for number, flag in enumerate(found):
        told = flag.said.text
        kind = kinds.setdefault(told if told in _SEVERAL else number, _Kind())
        kind.flags.append(flag)
        if flag.answer and flag.answer.key in numbers:
            kind.actions[numbers[flag.answer.key]] = None
    return list(kinds.values())


def _table(press: Press, kinds: Sequence[_Kind]) -> Table:
    rows = [_row(press, kind) for kind in kinds] or [Row((press.muted(press.tr("none")), press.muted("")))]
    return press.table((press.column(share=1.0), press.column(align="right")), rows)


def _row(press: Press, kind: _Kind) -> Row:
    numbers = sorted(kind.actions)
    told = tell_list([f"A{number}" for number in numbers], press.words)
    answer = press.accent(told, "right", "actions") if numbers else press.muted("—", "right")
    return Row((press.marked("flag", press.cell(_told(press, kind.flags))), answer))


def _told(press: Press, found: Sequence[Flag]) -> str:
    first = found[0].said
    if len(found) == 1:
        return press.tell(first)
    text, value = _SEVERAL[first.text]
    names = [_named(press, flag, value) for flag in found]
    if len(names) > _NAMED:
        more = len(names) - _NAMED + 1
        names = [*names[: _NAMED - 1], press.trn("{n} more", "{n} more", more)]
    return press.tr(text, names=tell_list(names, press.words), **_shared(press, first))


def _shared(press: Press, first: Said) -> dict[str, str]:
    """What is the same in all of them: the rival."""
    rival = first.values.get("rival")
    return {"rival": press.tell(rival) if isinstance(rival, Said) else str(rival)} if rival else {}


def _named(press: Press, flag: Flag, value: str) -> str:
    told = flag.said.values[value]
    if "gap" in flag.said.values:
        return press.tr("{name} by {gap}", name=told, gap=flag.said.values["gap"])
    if value == "department":
        return press.tr("{department} ({name})", department=told, name=flag.said.values["name"])
    return press.tell(told) if isinstance(told, Said) else str(told)
