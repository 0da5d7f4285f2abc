"""V1 within the plan: the next visit prepared, the last one debriefed, and all the others in one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kamdesk.client.plan_records import Side
from kamdesk.client.record import field_of
from kamdesk.client.telling import tell
from kamdesk.client.units import tell_long_day
from kamdesk.client.visit_papers import Probe
from kamdesk.client.visit_records import CheckItem, PointKind, TalkPoint, Visit
from kamdesk.client.visiting import Readiness, readiness
from kamdesk.document import markdown
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block
from kamdesk.document.chapters import visit_papers, visit_past
from kamdesk.document.flow import Part, Story
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row

_LEAST_TO_LEARN = 3
# what else is known of a visit, each printed where it is filled
_MORE = ("kind", "step", "activity", "need", "value", "opening", "fallback", "route", "registration", "phone")


def build(press: Press, subject: Subject) -> Story:
    """The next visit, the last debrief, the list."""
    client, visit = subject.client, subject.next_visit
    if not client.visits:
        return press.missing("V1", press.tr("Visits"))
    parts = [Part(block) for block in (_next(press, subject, visit) if visit else _nothing_planned(press))]
    past = sorted((it for it in client.visits if it is not visit), key=lambda it: it.at.timestamp() if it.at else 0.0)
    debriefed = [it for it in past if it.result or it.debriefed]
    if debriefed:
        parts.append(Part(visit_past.debrief(press, debriefed[-1]), apart=True))
    if past:
        parts.append(Part(visit_past.listed(press, past[::-1])))
    parts += [Part(block) for block in visit_papers.probes(press, subject, _newest(client.probes))]
    title = press.tr("Visits")
    if visit and visit.at:
        title = press.tr("Next visit · {when}", when=_when(press, visit))
    story = press.story("V1", title, _conclusions(press, subject, visit), parts)
    return replace(story, title=press.tr("Visits"))


def _newest(held: Sequence[Probe]) -> list[Probe]:
    """The newest call first."""
    return sorted(held, key=lambda it: it.day or date.min, reverse=True)


def _when(press: Press, visit: Visit) -> str:
    assert visit.at is not None
    local = visit.at.astimezone()
    told = f"{tell_long_day(local.date(), press.words)} {local:%H:%M}"
    return f"{told} · {visit.place}" if visit.place else told


def _nothing_planned(press: Press) -> list[Block]:
    return [press.red_flag(press.tr("No visit planned"))]


def _next(press: Press, subject: Subject, visit: Visit) -> list[Block]:
    blocks = [
        _purpose(press, visit),
        Pair(_people(press, subject, visit, Side.THEIRS), _people(press, subject, visit, Side.OURS)),
    ]
    points = [point for point in subject.client.points if point.visit == visit.key]
    blocks.append(Pair(_asked(press, subject, points, PointKind.LEARN), _asked(press, subject, points, PointKind.ASK)))
    answers = [point for point in points if point.kind not in (PointKind.LEARN, PointKind.ASK)]
    if answers:
        blocks.append(_answers(press, answers))
    blocks += _taken_along(press, subject, visit)
    blocks.append(_checklist(press, subject, visit))
    sheets = [it for it in subject.client.negotiations if it.visit == visit.key]
    blocks += [visit_papers.negotiation(press, subject, it) for it in sheets]
    return blocks


def _taken_along(press: Press, subject: Subject, visit: Visit) -> list[Block]:
    """The agenda beside what is brought; either alone where the other is missing."""
    agenda, materials = visit_papers.agenda(press, subject, visit), visit_papers.materials(press, subject, visit)
    if agenda and materials:
        return [Pair(agenda, materials)]
    return [block for block in (agenda, materials) if block]


def _purpose(press: Press, visit: Visit) -> Block:
    more = [(field_of(Visit, name), getattr(visit, name)) for name in _MORE]
    told = [(press.tr(it.label), tell(it, value, press.words, today=press.today), False) for it, value in more]
    rows = zip((*visit_papers.PURPOSE, *_MORE), (*visit_papers.purpose(press, visit), *told), strict=True)
    made = [
        Row(
            (press.marked("star", press.cell(term)) if must else press.cell(term), _or_missing(press, text)),
            about=told_of(visit, name),
        )
        for name, (term, text, must) in rows
        if text.strip() or name in visit_papers.PURPOSE
    ]
    return press.titled(press.tr("Purpose"), press.table((press.column(), press.column(share=1.0)), made))


def _or_missing(press: Press, text: str) -> Block:
    return markdown.note(press, text, "cell") if text.strip() else press.alarm(press.tr("still missing"))


def _people(press: Press, subject: Subject, visit: Visit, side: Side) -> Block:
    """One side: who comes with which task; theirs with boxes for who really came."""
    theirs = side is Side.THEIRS
    rows = []
    there = [it for it in subject.client.attendees if it.visit == visit.key and bool(it.contact) == theirs]
    tasks = not theirs or any(item.task.strip() for item in there)
    for item in there:
        contact = subject.contact(item.contact) or subject.colleague(item.colleague)
        name, title = (contact.name, contact.title_at_work) if contact else ("—", "")
        who = press.two(press.key(name), press.mute(title)) if title else press.key(name)
        told = (press.cell(item.task),) if tasks else ()
        rows.append(Row((who, *told, *((_came(press),) if theirs else ())), about=told_of(item)))
    title = press.tr("Theirs") if theirs else press.tr("Ours")
    if not rows:
        return press.titled(title, press.red_flag(press.tr("nobody named")))
    task = (press.column(share=1.0),) if tasks else ()
    columns = (press.column(share=0.0 if tasks else 1.0), *task, *((press.column(),) if theirs else ()))
    return press.titled(title, press.table(columns, rows))


def _came(press: Press) -> Block:
    return press.boxes([press.trc("box", "came"), press.trc("box", "late"), press.trc("box", "missing")])


def _asked(press: Press, subject: Subject, points: list[TalkPoint], kind: PointKind) -> Block:
    chosen = [point for point in points if point.kind is kind]
    rows = []
    for point in chosen:
        whom = subject.contact(point.ask)
        rows.append(
            Row(
                (
                    press.mark("ticked" if point.done else "box"),
                    press.cell(point.text),
                    press.muted(whom.name if whom else ""),
                ),
                about=told_of(point),
            )
        )
    columns = (press.column(), press.column(share=1.0), press.column())
    note = ""
    if kind is PointKind.LEARN:
        lacking = _LEAST_TO_LEARN - len(chosen)
        rows += [Row((press.mark("box"), press.alarm(press.tr("to be added")), press.cell("")))] * max(lacking, 0)
        note = press.tr("{n} of at least {m}", n=len(chosen), m=_LEAST_TO_LEARN)
    elif not rows:
        rows.append(Row((press.mark("box"), press.muted(press.tr("none yet")), press.cell(""))))
    return press.titled(press.tr(kind.label), press.table(columns, rows), note)


def _answers(press: Press, points: list[TalkPoint]) -> Block:
    columns = (
        press.column(),
        press.column(press.tr("They may say"), share=1.0),
        press.column(press.tr("Our answer"), share=1.3),
        press.column(press.tr("Proof")),
    )
    rows = []
    for point in points:
        answer = (
            markdown.note(press, point.answer, "cell")
            if point.answer.strip()
            else press.alarm(press.tr("no answer yet"))
        )
        rows.append(
            Row(
                (
                    press.mark("ticked" if point.done else "box"),
                    press.cell(point.text),
                    answer,
                    press.muted(point.proof or "—"),
                ),
                about=told_of(point),
            )
        )
    return press.titled(press.tr("Questions and disputes"), press.table(columns, rows), press.tr("tick when answered"))


def _checklist(press: Press, subject: Subject, visit: Visit) -> Block:
    items = sorted((it for it in subject.client.checks if it.visit == visit.key), key=lambda it: it.rank or 0)
    title = press.tr("Checklist")
    if not items:
        return press.titled(title, press.red_flag(press.tr("No checklist yet")))
    ready = readiness(visit, subject.client.checks)
    half = (len(items) + 1) // 2
    columns = (press.column(), press.column(share=1.0), press.column())
    tables = [
        press.table(columns, [_check(press, item) for item in part]) for part in (items[:half], items[half:]) if part
    ]
    note = press.tr(
        "{done} of {total}, must-haves {must} of {musts}",
        done=ready.done,
        total=ready.total,
        must=ready.must_done,
        musts=ready.must_total,
    )
    return press.titled(title, Pair(tables[0], tables[-1]) if len(tables) == 2 else tables[0], note)


def _check(press: Press, item: CheckItem) -> Row:
    text = press.two(press.cell(item.text), press.mute(item.remark)) if item.remark else press.cell(item.text)
    lead = press.marked("star", text) if item.must else text
    return Row((press.mark("ticked" if item.done else "box"), lead, press.muted(item.group)), about=told_of(item))


def _conclusions(press: Press, subject: Subject, visit: Visit | None) -> list[str]:
    if visit is None:
        return [press.tr("No visit is planned: nothing will move by itself.")]
    ready = readiness(visit, subject.client.checks)
    if not ready.total:
        return [press.tr("The next visit has no checklist yet.")]
    return _told_readiness(press, ready)


def _told_readiness(press: Press, ready: Readiness) -> list[str]:
    values = {"share": f"{ready.share * 100:.0f}", "n": ready.must_done, "m": ready.must_total}
    if ready.ready:
        return [press.tr("Readiness {share}%, must-haves {n} / {m}: ready to go.", **values)]
    if ready.missing_musts:
        item = ready.missing_musts[0].text
        return [
            press.tr("Readiness {share}%, must-haves {n} / {m}: first comes “{item}”.", item=item, **values),
            press.tr("Readiness {share}%, must-haves {n} / {m}.", **values),
        ]
    return [press.tr("Readiness {share}%, must-haves {n} / {m}: 80 % are needed to go.", **values)]
