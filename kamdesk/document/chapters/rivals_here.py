"""The rivals at the client: what each has here, who is behind it and what it may do next."""

from __future__ import annotations

from kamdesk.client.contest import supporters
from kamdesk.client.contest_records import Backer, Contest
from kamdesk.client.rival_records import Rival
from kamdesk.client.telling import tell_list
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.rival_sheet import named
from kamdesk.document.flow import Part
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Span, bold, spans


def parts(press: Press, subject: Subject) -> list[Part]:
    """Each rival with what it supplies and asks, who is behind it and what it may do next."""
    rivals = {rival.key: rival for rival in subject.workspace.rivals}
    held = {it.rival: it for it in subject.client.contests if it.rival in rivals}
    keys = dict.fromkeys([*held, *(it.rival for it in subject.client.backers if it.rival in rivals)])
    if not keys:
        return []
    columns = (
        press.column(press.tr("Rival")),
        press.column(press.tr("At this client"), share=1.0),
        press.column(press.tr("Backers and next move"), share=1.1),
    )
    rows = [_contest(press, subject, rivals[key or ""], held.get(key)) for key in keys]
    return [Part(press.titled(press.tr("Rivals here"), press.table(columns, rows), press.tr("internal")))]


def _contest(press: Press, subject: Subject, rival: Rival, held: Contest | None) -> Row:
    ahead: list[Block] = [*_backed(press, subject, rival.key), *(_ahead(press, subject, held) if held else ())]
    return Row(
        (
            press.key(named(rival.called)),
            Stack(_here(press, held)) if held else press.cell("—"),
            Stack(ahead) if ahead else press.cell("—"),
        ),
        about=(*told_of(held), *(it.key for it in subject.client.backers if it.rival == rival.key)),
    )


def _said(press: Press, term: str, text: str) -> Block:
    """A text behind the word for what it is."""
    return press.cell(spans(Span(f"{term}\u2002", 0, "muted"), text))


def _day(press: Press, subject: Subject, held: Contest) -> str:
    day = press.day(held.day)
    if held.day is not None and (subject.today - held.day).days <= subject.client.rules.stale_days:
        return day
    return press.tr("{day} out of date", day=day)


def _here(press: Press, held: Contest) -> list[Block]:
    """What it supplies, with share and end of contract, what it offers, and the kill points as the rep sees them."""
    share = f"{held.share.normalize():f}%" if held.share is not None else ""
    until = press.tr("until {day}", day=press.day(held.contract_end)) if held.contract_end else ""
    first = " · ".join(it for it in (held.supplies, share, until) if it.strip())
    known = press.tr(held.floor_known.label) if held.floor_known else ""
    floor = press.tr("{floor} ({certainty})", floor=held.floor, certainty=known) if known else held.floor
    told = [press.cell(first)] if first else []
    named_ = (
        (press.tr("offers"), held.value),
        (press.tr("floor"), floor if held.floor.strip() else ""),
        (press.tr("our kill point"), held.kill_ours),
        (press.tr("its kill point"), held.kill_theirs),
    )
    return [*told, *(_said(press, term, text) for term, text in named_ if text.strip())] or [press.cell("—")]


def _ahead(press: Press, subject: Subject, held: Contest) -> list[Block]:
    """What it may do next, and where all this is from."""
    told = [_said(press, press.tr("next"), held.next_move)] if held.next_move.strip() else []
    source = press.mute(" · ".join((held.source or press.tr("no source"), _day(press, subject, held))))
    return [*told, press.note(source)]


def _backed(press: Press, subject: Subject, rival: str) -> list[Block]:
    """Whoever supports it, each with how we know; those whom only the weigh-in shows come last, together."""
    held = supporters(subject.client, subject.account, rival, subject.today)
    told = [(named(it.contact.name), _how(press, it.backer)) for it in held if it.backer]
    if weighed := [named(it.contact.name) for it in held if not it.backer]:
        told.append((tell_list(weighed, press.words), press.tr("by the weigh-in")))
    if not told:
        return []
    parts = [
        part
        for number, (name, how) in enumerate(told)
        for part in (bold(("\u2003" if number else "") + name), Span(f"\u2002{how}", 0, "muted"))
    ]
    return [press.cell((Span(press.tr("backed by"), 0, "muted"), Span("\u2002"), *parts))]


def _how(press: Press, backer: Backer) -> str:
    day = press.day(backer.day) if backer.day else ""
    return " · ".join(it for it in (backer.note, backer.source, day) if it.strip())
