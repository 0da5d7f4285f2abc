"""P11: what is to be reached, and what is to be done for it, by whom and until when, with a box to tick."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache

from kamdesk.client.plan_records import Side
from kamdesk.client.units import tell_day
from kamdesk.client.visiting import local_day
from kamdesk.document.blocks import Block
from kamdesk.document.chapters import actions_rows
from kamdesk.document.chapters.opportunities import in_order
from kamdesk.document.flow import Part, Story, fits_a_page
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.picture.strip import WEEKS, Lane, strip
from kamdesk.words import N_

_RECENT = 90  # days
_FEWEST, _MOST_LANES = 2, 14
_MANY = 3  # actions aimed at one person
_CUT = (16, 14, 12, 11, 10, 9, 8, 7, 6)  # actions shown where all of them need more than a page


def build(press: Press, subject: Subject) -> Story:
    """Goals, open actions by due day and the next 90 days on a page; the rest of the actions is in the appendix."""
    client = subject.client
    if not (client.actions or client.goals or client.reviews):
        return press.missing("P11", press.tr("Actions"))
    count = len(subject.open_actions)
    cuts = (None, *(it for it in _CUT if it < count))

    @cache
    def told(most: int | None) -> Story:
        return _story(press, subject, most)

    fitting = (told(most) for bare in (False, True) for most in cuts if _fits(told(most), bare))
    return next(fitting, None) or told(cuts[-1])


def _fits(story: Story, bare: bool) -> bool:
    """True when what stays of a chapter goes on one page, `bare` without what may give way."""
    kept = (part for part in story.body.parts if not (bare and part.gives_way))
    return fits_a_page(replace(story, parts=tuple(kept)))


def _story(press: Press, subject: Subject, most: int | None) -> Story:
    """The chapter with so many of the open actions; all of them, with what was said of each, where none is given."""
    client = subject.client
    parts = _goals(press, subject, most is None)
    if subject.open_actions:
        whole = actions_rows.waiting(press, subject, apart=most is not None)
        parts.append(Part(whole if most is None else actions_rows.waiting(press, subject, most), whole=whole))
    else:
        parts.append(Part(press.red_flag(press.tr("No open action: nothing moves here"))))
    if chart := _strip(press, subject):
        parts.append(Part(chart, gives_way=1))
    if any(goal.done for goal in client.goals):
        parts.append(Part(actions_rows.reached(press, subject), moves=True))
    recent = [it for it in client.actions if it.done and (press.today - it.done).days <= _RECENT]
    if recent:
        recent.sort(key=lambda it: it.done or press.today, reverse=True)
        parts.append(Part(actions_rows.done(press, recent, _RECENT), moves=True))
    if client.reviews:
        parts.append(Part(actions_rows.reviews(press, subject), moves=True))
    return press.story("P11", press.tr("Actions"), _conclusions(press, subject), parts)


def _goals(press: Press, subject: Subject, noted: bool) -> list[Part]:
    if not any(goal.done is None for goal in subject.client.goals):
        return []
    if noted or not any(goal.notes.strip() for goal in subject.client.goals):
        return [Part(actions_rows.goals(press, subject))]
    return [Part(actions_rows.goals(press, subject, noted=False), whole=actions_rows.goals(press, subject))]


def _strip(press: Press, subject: Subject) -> Block | None:
    """The next ninety days, a lane for each of the first actions with a day; the top person's are solid."""
    end = press.today + timedelta(7 * WEEKS)
    waiting = list(enumerate(subject.open_actions, 1))
    dated = [(number, it, it.due) for number, it in waiting if it.due and it.due <= end]
    if len(dated) < _FEWEST:
        return None
    top = _top(subject)
    lanes = [
        Lane(f"A{number}", action.text, due, press.day(due), top is not None and action.contact == top)
        for number, action, due in dated[:_MOST_LANES]
    ]
    starts = [press.today + timedelta(7 * week) for week in range(WEEKS + 1)]
    weeks = ["" if number % 2 else tell_day(start, press.words, start) for number, start in enumerate(starts)]
    visit = subject.next_visit
    deadline = None
    if visit and visit.at:
        day = local_day(visit.at)
        deadline = (day, press.tr("visit {day}", day=press.day(day)))
    note = press.tr("each field a week")
    if top is not None and any(lane.strong for lane in lanes):
        note = press.tr("each field a week · solid: {name}", name=subject.called(top))
    picture = strip(lanes, press.today, weeks, deadline=deadline, width=press.stock.upright.width)
    return press.titled(press.tr("The next 90 days"), press.figure(picture), note)


def _conclusions(press: Press, subject: Subject) -> list[str]:
    waiting = subject.open_actions
    if not waiting:
        return [press.tr("No open action: nothing moves here.")]
    late = [action for action in waiting if action.due and action.due < press.today]
    first = next((action for action in waiting if action.due and action.due >= press.today), None)
    count = press.trn("{n} open action", "{n} open actions", len(waiting))
    values: dict[str, object] = {"count": count, "late": len(late)}
    if first is None:
        bare = press.tr("{count}, none with a day.", **values)
        return [press.tr("{count}, {late} late, none with a day ahead.", **values) if late else bare]
    values |= {"action": first.text, "day": press.day(first.due)}
    if late:
        told = [
            N_("{count}, {late} late; next is “{action}” on {day}."),
            N_("{count}, {late} late; next one due {day}."),
        ]
    else:
        told = [N_("{count}; next is “{action}” on {day}."), N_("{count}; next one due {day}.")]
    return [*_before_the_decision(press, subject, values), *(press.tr(text, **values) for text in told)]


def _before_the_decision(press: Press, subject: Subject, values: dict[str, object]) -> list[str]:
    """How much must be done before the next order is decided, and on whom most of it turns."""
    waiting = subject.open_actions
    order = next((it for it in in_order(subject.client.opportunities) if it.close and it.close >= press.today), None)
    due = sum(bool(order and order.close and it.due and it.due <= order.close) for it in waiting)
    if order is None or not due:
        return []
    values = {**values, "order": order.name, "day": press.day(order.close), "due": due}
    bare = N_("{count}; {due} must be done before “{order}” is decided on {day}.")
    late = N_("{count}, {late} late; {due} must be done before “{order}” is decided on {day}.")
    if values["late"]:
        return [press.tr(late, **values)]
    top = _top(subject)
    if top is None:
        return [press.tr(bare, **values)]
    ours = [it for it in waiting if it.contact == top and it.side is not Side.THEIRS]
    values |= {"m": len(ours), "name": subject.called(top)}
    named = N_("{count}, {m} of them aimed at {name}; {due} must be done before “{order}” is decided on {day}.")
    return [press.tr(named, **values), press.tr(bare, **values)]


def _top(subject: Subject) -> str | None:
    """At whom most of our open actions are aimed, the more influential of two; None where they are spread."""
    people = [it.contact for it in subject.open_actions if it.contact and it.side is not Side.THEIRS]
    influence = {person.contact.key: person.influence for person in subject.account.people}
    top = max(dict.fromkeys(people), key=lambda key: (people.count(key), influence.get(key, 0)), default=None)
    return top if top and people.count(top) >= _MANY else None
