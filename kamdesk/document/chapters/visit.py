"""V1 within the plan: the next visit on one page with what the last one gave; the rest is looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kamdesk.client.units import tell_long_day
from kamdesk.client.visit_papers import Probe
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import Readiness, readiness
from kamdesk.document.blocks import Prose
from kamdesk.document.chapters import visit_papers, visit_past
from kamdesk.document.chapters.visit_appendix import Named, looked_up
from kamdesk.document.chapters.visit_prepared import WHOLE, Prepared
from kamdesk.document.contents import APPENDIX
from kamdesk.document.flow import Part, Story, room_left
from kamdesk.document.growing import Maker, grown
from kamdesk.document.press import Press
from kamdesk.document.style import style
from kamdesk.document.subject import Subject

_LEAST = {"purpose": 1, "people": 2, "asked": 2, "answers": 2, "last": 2}
_ORDER = ("purpose", "answers", "asked", "last", "people", "last") * 10


def build(press: Press, subject: Subject) -> Story:
    """What a reviewer asks of the next visit and of the last one; then what belongs to them, and all other visits."""
    client, visit = subject.client, subject.next_visit
    if not client.visits:
        return press.missing("V1", press.tr("Visits"))
    past = sorted((it for it in client.visits if it is not visit), key=lambda it: it.at.timestamp() if it.at else 0.0)
    debriefed = [it for it in past if it.result or it.debriefed]
    last = debriefed[-1] if debriefed else None
    title = press.tr("Visits")
    if visit and visit.at:
        title = press.tr("Next visit · {when}", when=_when(press, visit))
    none = not visit and press.by_hand  # else the conclusion says it
    first = (Part(press.red_flag(press.tr("No visit planned"))),) if none else ()
    story = press.story("V1", title, _conclusions(press, subject, visit), first)
    looked = _looked_up(press, subject, visit, [it for it in past[::-1] if it is not last])
    parts = _fitted(_makers(press, subject, visit, last), _makers(press, subject, visit, last, alone=True), story)
    return replace(story, title=press.tr("Visits"), parts=(*story.parts, *parts, *looked))


def _makers(
    press: Press, subject: Subject, visit: Visit | None, last: Visit | None, alone: bool = False
) -> dict[str, Maker]:
    """The blocks of the page, each by how much it shows; `alone` under titles that need no chapter around them."""
    made = Prepared(press, subject, visit, alone).makers() if visit else {}
    return {**made, "last": lambda limit: visit_past.debrief(press, subject, last, limit)} if last else made


def _fitted(makers: Mapping[str, Maker], alone: Mapping[str, Maker], story: Story) -> list[Part]:
    """All blocks on what is left of the page; of one that shows a part the whole is looked up."""
    width, gap = story.paper.width, style().mm("gap_least")
    whole = {name: block for name, make in makers.items() if (block := make(WHOLE))}
    room = room_left(story) - gap - style().types["note"].leading  # below them stands where to look
    if sum(block.height(width) + gap for block in whole.values()) <= room:
        return [Part(block) for block in whole.values()]
    order = [name for name in _ORDER if name in whole]
    shown = grown({name: makers[name] for name in whole}, _LEAST, order, room, width, gap)
    parts = []
    for (name, full), block in zip(whole.items(), shown, strict=True):
        all_there = block.height(width) > full.height(width) - 1.0
        parts.append(Part(block) if all_there else Part(block, whole=alone[name](WHOLE)))
    return parts


def _looked_up(press: Press, subject: Subject, visit: Visit | None, others: Sequence[Visit]) -> list[Part]:
    """What belongs to the visits beyond what is read; in its place the page names it."""
    held: list[Named] = looked_up(press, subject, visit) if visit else []
    if others:
        held.append((press.tr("All other visits"), visit_past.listed(press, subject, others)))
    calls = visit_papers.probes(press, subject, _newest(subject.client.probes))
    held += [(press.tr("Phone probes"), call) for call in calls]
    if not held:
        return []
    names = list(dict.fromkeys(name for name, _ in held))
    (_, first), *rest = held
    return [Part(_where(press, names), whole=first), *(Part(block, moves=True) for _, block in rest)]


def _where(press: Press, names: Sequence[str]) -> Prose:
    """Where what is not on the page is found."""
    parts = " · ".join(names)
    if press.left_out(APPENDIX):
        return press.note(press.tr("Not in this edition: {parts}", parts=parts))
    return replace(press.note(press.tr("In the appendix: {parts}", parts=parts)), to=APPENDIX)


def _newest(held: Sequence[Probe]) -> list[Probe]:
    """The newest call first."""
    return sorted(held, key=lambda it: it.day or date.min, reverse=True)


def _when(press: Press, visit: Visit) -> str:
    assert visit.at is not None
    local = visit.at.astimezone()
    told = f"{tell_long_day(local.date(), press.words)}\u2002{local:%H:%M}"
    return f"{told} · {visit.place}" if visit.place else told


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
