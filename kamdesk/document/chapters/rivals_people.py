"""The people of P8: our lead with each, the stance with its tests, and the attacks to expect."""

from __future__ import annotations

from kamdesk.client.attacks import Attack, Ready, attacks
from kamdesk.client.contest_records import CallKind
from kamdesk.client.overlay import overlay
from kamdesk.client.proposals import CallState, proposals, words_of
from kamdesk.client.role_view import carers
from kamdesk.client.stance import Tried, stance
from kamdesk.client.tactics import Importance
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_gap
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.rival_sheet import named
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Span, Spans, bold, spans
from kamdesk.picture.dumbbell import Bell, dumbbells
from kamdesk.picture.lettering import called
from kamdesk.picture.manner import PAPER

_HALF = 83 * MM
_NAME = 0.33 * _HALF  # for a name on the chart
_ATTACKS, _CARERS, _LONG = 3, 3, 400


def leads(press: Press, subject: Subject, most: int) -> Block | None:
    """Where we and the rival stand with each person, the most influential first."""
    people = [
        person for person in subject.account.people if person.score is not None and person.rival_score is not None
    ]
    if not people:
        return None
    bells = [
        Bell(
            called(person.contact.name, PAPER.label, _NAME, PAPER.strong),
            person.score,
            person.rival_score,
            str(person.influence),
            tell_gap(person.lead or 0, 2),
            strong=person.contested,
        )
        for person in people[:most]
    ]
    picture = dumbbells(bells, _HALF, manner=PAPER)
    word = subject.account.lead_word
    told = press.tr(
        "{word} {gap}; grey: influence",
        word=press.tr(word.label) if word else "",
        gap=tell_gap(subject.account.lead or 0, 2),
    )
    return press.titled(press.tr("Lead per person"), press.figure(picture), told)


def stands(press: Press, subject: Subject) -> Block | None:
    """The stance taken with every test up to it, and what it asks for."""
    if subject.rival is None:
        return None
    verdict = stance(subject.client, subject.workspace, subject.account, subject.today)
    if verdict.stance is None:
        told = press.tell(verdict.reason) if verdict.reason else press.tr("not decided")
        return press.titled(press.tr("Stance"), press.red_flag(told))
    rows = [_tried(press, test) for test in verdict.tests]
    table = press.table((press.column(), press.column(share=1.0)), rows)
    blocks: list[Block] = [table, *(press.cell(text) for text in _follows(press, subject))]
    title = press.tr("Stance: {stance}", stance=press.tr(verdict.stance.label))
    return press.titled(title, Stack(blocks, 4.0), press.tr("the first that holds decides"))


def _tried(press: Press, test: Tried) -> Row:
    label = press.tr(test.stance.label)
    name = press.key(label) if test.passed else press.muted(label)
    reason = press.tell(test.reason)
    told = press.cell(reason) if test.passed else press.muted(reason)
    return Row((press.marked("check" if test.passed else "cross", name), told))


def _follows(press: Press, subject: Subject) -> list[Spans]:
    """What the stance asks for, who could help, and what the relationship adds."""
    made = proposals(subject.client, subject.workspace, subject.account, subject.today)
    found = next((it for it in made if it.kind is CallKind.STANCE), None)
    texts: list[Spans] = []
    if found and found.state is CallState.DISCARDED:
        reason = found.call.reason if found.call else ""
        texts.append(spans(Span(press.tr("put aside: {reason}", reason=reason[:_LONG] or "—"), 0, "muted")))
    elif found:
        words = words_of(found)
        told = words[:_LONG] if isinstance(words, str) else press.tell(words)
        texts.append(spans(told))
        if roles := _roles(press, subject):
            texts.append(roles)
    if (also := overlay(subject.comparison, subject.account)) is not None:
        texts.append(spans(Span(f"{press.tell(also.said)}\u2002", 0, "muted"), press.tell(also.advice)))
    return texts


def _roles(press: Press, subject: Subject) -> Spans:
    """Who cares for what we do better though it matters less so far: the way in."""
    least = subject.client.rules.gap
    found: dict[str, str] = {}
    for row in subject.comparison.rows:
        if row.importance is not Importance.HIGH and row.gap_main is not None and row.gap_main >= least:
            for contact, _ in carers(subject.client, row.factor.key):
                found.setdefault(contact.name, row.factor.name)
    if not found:
        return ()
    told = [
        press.tr("{name} ({need})", name=named(name), need=named(need)) for name, need in [*found.items()][:_CARERS]
    ]
    return spans(Span(press.tr("the way in"), 0, "muted"), "\u2002", bold(tell_list(told, press.words)))


def expected(press: Press, subject: Subject) -> Block | None:
    """The attacks to expect, in one paragraph; the answers stand on the battle card."""
    if subject.rival is None:
        return None
    held = attacks(subject.client, subject.workspace, subject.account, subject.today)
    if not held:
        return None
    silent = all(it.ready is Ready.NO_ANSWER for it in held)
    rest = len(held) - _ATTACKS
    glue = "" if press.words.chinese else " "
    told = [_attack(press, it, silent) for it in held[:_ATTACKS]]
    if rest > 0:
        told.append(press.mute(press.trn("{n} more", "{n} more", rest)))
    parts = [part for told_part in told for part in (*told_part, Span(press.semicolon))][:-1]
    return press.cell(spans(*_counted(press, len(held), silent), glue, *parts))


def _counted(press: Press, number: int, silent: bool) -> Spans:
    """How many attacks there are and where the answers stand; that there is none."""
    if silent:
        told = press.trn("Expect {n} attack, not answered yet:", "Expect {n} attacks, none answered yet:", number)
        return spans(bold(told, "alarm"))
    lead = press.trn("Expect {n} attack", "Expect {n} attacks", number)
    where = press.tr("(answers on the battle card):")
    return spans(bold(lead), f"{'' if press.words.chinese else ' '}{where}")


def _attack(press: Press, attack: Attack, silent: bool) -> Spans:
    """What it says, and how far the answer is; not where it is said of all of them that there is none."""
    claim = attack.claim if isinstance(attack.claim, str) else press.tell(attack.claim)
    text = " ".join(claim[:_LONG].split()).rstrip("。.；;")
    if attack.ready is Ready.READY or silent:
        return spans(text)
    return spans(f"{text}\u2002", Span(press.tr(attack.ready.label), 700, "alarm"))
