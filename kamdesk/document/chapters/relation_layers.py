"""P7 below the people: three layers, the mix of touches, who depends on whom, and whether the plan is a good one."""

from __future__ import annotations

from kamdesk.client.activities import Activity
from kamdesk.client.dependence import Dependence
from kamdesk.client.mix import Mix
from kamdesk.client.quality import Check
from kamdesk.client.rollup import Layers, Light, LightColour
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_decimal, tell_known
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import bold, spans
from kamdesk.picture.shapes import Pen, Picture, Rectangle
from kamdesk.words import N_

KEY_PEOPLE = N_("Key people: ARI *{ari}* · light *{colour}* · {why}")
_BAR, _TALL = 18 * MM, 2.0 * MM
_PLANNED = Pen("accent", 0.9, (2.8, 2.0))
_MARKS = {LightColour.RED: "down", LightColour.AMBER: "level", LightColour.GREEN: "up"}
_KINDS = 4  # of touches, one row each; the others share one
_MOST = 6  # people named in one line
_SIGNS = {True: "check", False: "flag", None: "unknown"}


def light(press: Press, layers: Layers, found: Light) -> Block:
    """How the key people stand, the light and its reason."""
    values = {"ari": tell_known(layers.key, 2), "colour": press.tr(found.colour.label), "why": press.tell(found.reason)}
    return press.marked(_MARKS[found.colour], press.cell(press.rich(KEY_PEOPLE, **values)))


def departments(press: Press, layers: Layers) -> Titled:
    """Who stands best in each department, and whether it is reached."""
    columns = (
        press.column(press.tr("Department"), share=1.0),
        press.column(press.tr("Best placed")),
        press.column(press.trc("formula", "R"), align="right"),
        press.column(),
    )
    rows = []
    for name, best, covered in layers.general_departments:
        verdict = press.tr("reached") if covered else press.tr("not reached")
        cells = (
            press.cell(name, most=3),
            press.cell(best.contact.name if best else "—", most=2),
            press.cell(tell_known(best.score, 2) if best else "—", "right"),
            press.marked("up" if covered else "down", press.cell(verdict) if covered else press.key(verdict)),
        )
        rows.append(Row(cells))
    rows = rows or [Row((press.muted(press.tr("none named")), *(press.muted("—") for _ in range(3))))]
    reached, whole = sum(covered for _, _, covered in layers.general_departments), len(layers.general_departments)
    share = _percent(layers.general)
    note = press.tr("{n} of {m} reached, {share}", n=reached, m=whole, share=share) if whole else ""
    return press.titled(press.tr("All departments"), press.table(columns, rows), note)


def company(press: Press, layers: Layers, remark: str) -> Titled:
    """The six items from company to company, with what was remarked."""
    columns = (press.column(press.tr("Item"), share=1.0), press.column(press.tr("1–5"), align="right"))
    rows = [
        Row((press.cell(press.tr(label)), press.key("?" if level is None else str(level), "right")))
        for label, level in layers.items
    ]
    mean = tell_known(layers.organisation, 2)
    note = press.tr("not judged yet")
    if layers.day:
        note = press.tr("mean {level} · {day}", level=mean, day=press.day(layers.day))
    table = press.table(columns, rows)
    block = Stack([table, press.note(remark)], 3.0) if remark.strip() else table
    return press.titled(press.tr("Company to company"), block, note)


def mixed(press: Press, subject: Subject, mix: Mix) -> Titled:
    """The touches of a year and those planned, with the share of meals."""
    kinds = list(dict.fromkeys([*mix.held, *mix.planned]))
    title = press.tr("Mix of touches")
    limit = round(subject.client.rules.meals)
    if not kinds:
        return press.titled(title, press.red_flag(press.tr("No touch of any kind in a year")))
    columns = (
        press.column(press.tr("Kind of touch"), share=1.0),
        press.column(press.trc("touches", "held"), align="right"),
        press.column(press.trc("touches", "planned"), align="right"),
        press.column(),
    )
    shown = kinds if len(kinds) <= _KINDS + 1 else kinds[:_KINDS]
    counts = [(mix.held.get(it, 0), mix.planned.get(it, 0)) for it in kinds]
    rest = counts[len(shown) :]
    others = sum(held for held, _ in rest), sum(planned for _, planned in rest)
    most = max(sum(count) for count in (*counts, others))
    rows = [_kind(press, _named(press, it), *count, most) for it, count in zip(shown, counts, strict=False)]
    if any(others):
        name = press.trn("{n} other kind", "{n} other kinds", len(kinds) - len(shown))
        rows.append(_kind(press, press.cell(name), *others, most))
    share = _percent(mix.meal_share)
    told = press.tr("meals {share} (limit {limit}%)", share=share, limit=limit)
    if mix.too_many:
        told = press.tr("meals {share}, above the limit of {limit}%", share=share, limit=limit)
    return press.titled(title, press.table(columns, rows), told)


def _named(press: Press, kind: Activity) -> Block:
    return press.key(press.tr(kind.label)) if kind is Activity.MEAL else press.cell(press.tr(kind.label))


def _kind(press: Press, name: Block, held: int, planned: int, most: int) -> Row:
    one = _BAR / most
    shapes = []
    if held:
        shapes.append(Rectangle(0, 0, held * one, _TALL, "past"))
    if planned:
        shapes.append(Rectangle(held * one, 0, planned * one, _TALL, "white", _PLANNED))
    picture = press.figure(Picture(_BAR, 3.4 * MM, tuple(_lowered(shape) for shape in shapes)))
    return Row((name, press.cell(str(held or "—"), "right"), press.cell(str(planned or "—"), "right"), picture))


def _lowered(shape: Rectangle) -> Rectangle:
    """In the middle of a line of type."""
    return Rectangle(shape.x, shape.y + 1.2 * MM, shape.width, shape.height, shape.fill, shape.pen)


def depends(press: Press, subject: Subject, found: Dependence) -> Titled:
    """How much rests on one of theirs, on one of ours, and which orders hang on too few."""
    rules = subject.client.rules
    rows = []
    if found.theirs is not None and found.top:
        told = press.tr(
            "{share} of their support rests on {name} (limit {limit}%)",
            share=_percent(found.theirs), name=found.top.name, limit=round(rules.one_of_theirs),
        )  # fmt: skip
        rows.append((found.too_theirs, told))
    else:
        rows.append((True, press.tr("Nobody of theirs supports us yet")))
    if found.ours is not None:
        pairs = [
            press.tr("{name} by {colleague}", name=it.name, colleague=who.name) for it, who in found.single[:_MOST]
        ]
        told = press.tr(
            "{share} of the key people are known by one of us only (limit {limit}%)",
            share=_percent(found.ours), limit=round(rules.one_of_ours),
        )  # fmt: skip
        if pairs:
            told = press.tr("{told}: {people}", told=told, people=_list(press, pairs, len(found.single)))
        rows.append((found.too_ours, told))
    if found.nobody:
        names = [contact.name for contact in found.nobody[:_MOST]]
        rows.append((True, press.tr("Known by none of us: {people}", people=_list(press, names, len(found.nobody)))))
    for thread in found.threads:
        linked = [contact.name for contact in thread.contacts[:_MOST]]
        values = {"order": thread.opportunity.name, "least": round(rules.threads)}
        told = press.tr("{order} rests on nobody (needs {least})", **values)
        if linked:
            people = _list(press, linked, len(thread.contacts))
            told = press.tr("{order} rests on {people} (needs {least})", people=people, **values)
        rows.append((not thread.enough, told))
    made = [Row((press.mark("flag" if bad else "check"), press.cell(told))) for bad, told in rows]
    return press.titled(press.tr("Who depends on whom"), press.table((press.column(), press.column(share=1.0)), made))


def quality(press: Press, checks: tuple[Check, ...], whole: bool = True) -> Titled:
    """The checklist of a good relationship plan: what fails or cannot be judged with its reason, then what is met.

    Without the `whole` of it only what fails stands here.
    """
    open_ones = [check for check in checks if check.ok is False or (whole and check.ok is None)]
    rows = []
    for check in open_ones:
        why = press.tell(check.why) if check.why else ""
        reason: Block = press.cell((bold(why),)) if check.ok is False else press.muted(why or "—")
        rows.append(Row((press.mark(_SIGNS[check.ok]), press.cell(press.tell(check.said)), reason)))
    blocks: list[Block] = [press.table((press.column(), press.column(share=1.0), press.column(share=1.2)), rows)]
    met = [press.tell(check.said) for check in checks if check.ok]
    if met and (whole or not rows):
        told = spans(bold(press.tr("Met:")), " ", " · ".join(met))
        blocks = [*(blocks if rows else []), press.marked("check", press.cell(told))]
    note = press.tr("{n} of {m} met", n=len(met), m=sum(check.ok is not None for check in checks))
    return press.titled(press.tr("Quality of the relationship plan"), Stack(blocks, 3.0), note)


def warned(press: Press, told: list[str]) -> Block:
    """What a good light can hide."""
    return Stack([press.marked("flag", press.cell(text)) for text in told], 1.0)


def _list(press: Press, names: list[str], count: int) -> str:
    rest = count - len(names)
    more = [press.trn("and {n} more", "and {n} more", rest)] if rest > 0 else []
    return tell_list([*names, *more], press.words)


def _percent(value: float | None) -> str:
    return "?" if value is None else f"{tell_decimal(100 * value, 0)}%"
