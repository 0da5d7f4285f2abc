"""The tactics of P8: for each need and person what is proposed, what the rep made of it, and who does it until when."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.client.contest_records import CallKind, TacticCall, Verdict
from kamdesk.client.person_tactic import person_tactic
from kamdesk.client.plan_records import Action
from kamdesk.client.proposals import CallState, Proposal, proposals, words_of
from kamdesk.client.tactics import Tactic
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters import rival_sheet
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.style import style
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row, Table
from kamdesk.document.text import Span, Spans, bold, spans

_SKIPPED = 4  # told by name
_OWNER, _LINE = 48.0, 140.0  # points of an owner's name before the day, of a person with the action
_UNWORTHY = (Tactic.HOLD.value, Tactic.IGNORE.value)  # printed in the sheet, but nothing is done about them


def _made(subject: Subject, kind: CallKind) -> list[Proposal]:
    every = proposals(subject.client, subject.workspace, subject.account, subject.today)
    return [it for it in every if it.kind is kind]


def needs(press: Press, subject: Subject) -> Block | None:
    """The needs that ask for something, the one that moves most first; what was put aside is not among them."""
    made = _made(subject, CallKind.FACTOR)
    shown = [it for it in made if it.state is not CallState.DISCARDED and not _left_alone(it)]
    if not shown:
        return None
    tables = [_needs(press, subject, shown, stacked) for stacked in (False, True)]
    table = min(tables, key=lambda it: it.height(style().mm("width")))
    skipped = [it for it in made if it.state is not CallState.DISCARDED and _left_alone(it)]
    names = [rival_sheet.named(str(it.subject)) for it in skipped[:_SKIPPED]]
    if rest := len(skipped) - len(names):
        names.append(press.trn("{n} more", "{n} more", rest))
    note = press.tr("left alone: {needs}", needs=tell_list(names, press.words)) if names else ""
    return press.titled(press.tr("Tactics"), table, note)


def _left_alone(proposal: Proposal) -> bool:
    return proposal.code in _UNWORTHY and proposal.state is not CallState.ACCEPTED


def _needs(press: Press, subject: Subject, shown: Sequence[Proposal], stacked: bool) -> Table:
    """The rows; where what we do takes many lines, the reason stands `stacked` below the tactic to make room for it."""
    columns = [
        press.column(press.tr("Need")),
        press.column(press.tr("Tactic · because")) if stacked else press.column(press.tr("Tactic"), share=0.6),
        press.column(press.tr("Because")),
        press.column(press.tr("What we do"), share=1.0),
        press.column(press.tr("Action · by")),
    ]
    if stacked:
        del columns[2]
    return press.table(columns, [_need(press, subject, it, stacked) for it in shown])


def _need(press: Press, subject: Subject, proposal: Proposal, stacked: bool) -> Row:
    row = subject.comparison.row(proposal.factor or "")
    assert row is not None
    assert row.importance is not None
    why = press.tr(
        "{importance} {weight} × gap {gap}",
        importance=press.tr(row.importance.label),
        weight=tell_decimal(row.share or 0, 0),
        gap=tell_gap(row.gap or 0, 0),
    )
    mark, label = rival_sheet.gap_mark(row.gap), press.cell(press.tell(proposal.label))
    reasoned = (
        (Stack([press.marked(mark, label), press.note(press.mute(why))]),)
        if stacked
        else (press.marked(mark, label), press.muted(why))
    )
    return Row(
        (
            press.key(rival_sheet.named(row.factor.name)),
            *reasoned,
            _done(press, proposal),
            _action(press, subject, proposal),
        ),
        about=_told(proposal),
    )


def _told(proposal: Proposal) -> tuple[str, ...]:
    """What a row rests on: what the rep decided, and the actions for it."""
    return (*told_of(proposal.call), *(action.key for action in proposal.open_actions))


def _done(press: Press, proposal: Proposal) -> Block:
    """What we do: what the rep took on with a check, what is only proposed in grey."""
    words = words_of(proposal)
    told = words if isinstance(words, str) else press.tell(words)
    if proposal.state is CallState.ACCEPTED:
        return press.marked("check", press.cell(told))
    if proposal.state is CallState.CHANGED:
        return press.cell(spans(bold(f"{press.tr(CallState.CHANGED.label)}\u2002"), Span(told, 0, "muted")))
    return press.muted(told)


def _action(press: Press, subject: Subject, proposal: Proposal) -> Block:
    """The first open action that serves it, an owner with a long name on a line of its own; a flag for none."""
    found = _served(subject, proposal)
    if found is None:
        return press.marked("flag", press.cell(press.tr("none")))
    if _brief(press, found[1]):
        return press.cell(_chip(press, found))
    owner = press.cell(press.mute(rival_sheet.named(found[1].person)))
    return Stack([press.cell(_chip(press, found, owned=False)), owner])


def _brief(press: Press, action: Action) -> bool:
    """True when its owner's name leaves room for the day beside it."""
    return press.cell(rival_sheet.named(action.person)).natural() <= _OWNER


def _served(subject: Subject, proposal: Proposal) -> tuple[int, Action] | None:
    """The first open action that serves a tactic, with its number in the last chapter."""
    numbers = subject.action_numbers
    found = next((it for it in proposal.open_actions if it.key in numbers), None)
    return (numbers[found.key], found) if found else None


def _chip(press: Press, found: tuple[int, Action], owned: bool = True) -> Spans:
    """An action by its number, with owner and day."""
    number, action = found
    owner = f"{rival_sheet.named(action.person)} · " if owned and action.person.strip() else ""
    return spans(bold(f"A{number}", "accent"), *press.mute(f"\u2002{owner}{press.day(action.due)}"))


def people(press: Press, subject: Subject) -> Block | None:
    """What to do about each person that matters: key people, and whoever the rep decided on; likes are told once."""
    shown = [
        it
        for it in _made(subject, CallKind.PERSON)
        if it.state is CallState.ACCEPTED or (it.state is not CallState.DISCARDED and _matters(subject, it))
    ]
    if not shown:
        return None
    columns = (
        press.column(press.tr("Person · action · by")),
        press.column(press.tr("Tactic")),
        press.column(press.tr("Because"), share=0.7),
        press.column(press.tr("What we do"), share=1.4),
    )
    alike: dict[tuple[object, ...], list[Proposal]] = {}
    for it in shown:
        words = words_of(it)
        told = words if isinstance(words, str) else press.tell(words)
        alike.setdefault((press.tell(it.label), _stands(press, subject, it), it.state, told), []).append(it)
    rows = [
        Row(
            (
                Stack([_named(press, subject, it) for it in group]),
                press.cell(press.tell(group[0].label)),
                press.muted(_stands(press, subject, group[0])),
                _done(press, group[0]),
            ),
            about=tuple(key for it in group for key in _told(it)),
        )
        for group in alike.values()
    ]
    note = press.tr("a person is never attacked")
    return press.titled(press.tr("Tactics by person"), press.table(columns, rows), note)


def _named(press: Press, subject: Subject, proposal: Proposal) -> Block:
    """A person with the action that serves the tactic, and its owner where the line holds it."""
    name, found = bold(f"{rival_sheet.named(str(proposal.subject))}\u2002"), _served(subject, proposal)
    if found is None:
        return press.cell(spans(name, Span(press.tr("no action"), 0, "alarm")))
    told = press.cell(spans(name, *_chip(press, found)))
    if told.natural() <= _LINE:
        return told
    return press.cell(spans(name, *_chip(press, found, owned=False)))


def _stands(press: Press, subject: Subject, proposal: Proposal) -> str:
    """Where a person stands and what that weighs."""
    person = subject.account.person(proposal.contact or "")
    tactic = person_tactic(person) if person else None
    return press.tell(tactic.reason) if tactic else ""


def _matters(subject: Subject, proposal: Proposal) -> bool:
    contact = subject.contact(proposal.contact)
    return contact is not None and (contact.key_player or contact.is_owner)


def put_aside(press: Press, subject: Subject) -> Block | None:
    """What the rep decided against, and what was decided on something that is proposed no longer; with the reason."""
    current = {
        it.call.key
        for kind in (CallKind.FACTOR, CallKind.PERSON, CallKind.STANCE)
        for it in _made(subject, kind)
        if it.call and it.state is CallState.ACCEPTED
    }
    rest = [it for it in subject.client.calls if it.key not in current and not _attack_kept(it)]
    if not rest:
        return None
    columns = (
        press.column(press.tr("Tactic for")),
        press.column(press.tr("What it was"), share=1.0),
        press.column(press.tr("Reason"), share=1.0),
        press.column(press.tr("Day"), align="right"),
    )
    rows = [_aside(press, subject, it) for it in rest]
    return press.titled(press.tr("Tactics put aside or overtaken"), press.table(columns, rows))


def _attack_kept(call: TacticCall) -> bool:
    return call.kind is CallKind.ATTACK and call.verdict is not Verdict.DISCARDED


def _aside(press: Press, subject: Subject, call: TacticCall) -> Row:
    names = [subject.called(key) for key in (call.factor, call.contact, call.rival) if key]
    label = press.tr(call.kind.label) if call.kind else ""
    what = next((name for name in names if name), label) or "—"
    texts: Sequence[str] = [text for text in (call.claim, call.text) if text.strip()]
    return Row(
        (
            press.key(rival_sheet.named(what)),
            press.cell(" · ".join(texts) or "—"),
            press.cell(call.reason or press.tr("another tactic is proposed now")),
            press.muted(press.day(call.day), "right"),
        ),
        about=told_of(call),
    )
