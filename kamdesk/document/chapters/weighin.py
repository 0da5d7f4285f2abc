"""P6: the relationship weighed: radar, influence and attitude, how it moved, everybody on six dimensions, the proof."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kamdesk.client.people import Attitude
from kamdesk.client.trends import TrendPoint, account_trend, person_trend
from kamdesk.client.units import tell_decimal
from kamdesk.client.wanted import wanted_levels
from kamdesk.client.weigh_records import Dimension
from kamdesk.document.arranged import Across, Pair
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters import weighin_table, weighin_told
from kamdesk.document.flow import Part, Story
from kamdesk.document.press import Press
from kamdesk.document.style import MM, style
from kamdesk.document.subject import Subject
from kamdesk.document.text import Span, bold, spans
from kamdesk.picture.attitude_grid import Seat, attitude_grid
from kamdesk.picture.lettering import called, shortened, text_width
from kamdesk.picture.manner import PAPER, smaller
from kamdesk.picture.radar import Axis, radar
from kamdesk.picture.trend import trend
from kamdesk.words import NC_

_MULTIPLES, _SMALL, _LINES = 6, 27 * MM, (2, 3, 4)
# The grid has room for one short word at each row and column.
_INFLUENCE = {
    5: NC_("grid", "inner"),
    4: NC_("grid", "political"),
    3: NC_("grid", "some"),
    2: NC_("grid", "ordinary"),
    1: NC_("grid", "outside"),
}
_NAMED = 30 * MM  # of a rival's name in the legend, at most
_GUTTER, _BETWEEN = 6 * MM, 2.6 * MM
_RADAR, _GRID = 79 * MM, 89 * MM


@dataclass(frozen=True, slots=True)
class _Heights:
    """How tall the pictures are: of a radar its radius."""

    radar: float
    grid: float
    moved: float


_FULL, _SQUEEZED = _Heights(26 * MM, 68 * MM, 24 * MM), _Heights(18.5 * MM, 51 * MM, 15 * MM)


def build(press: Press, subject: Subject) -> Story:
    """All of it; one line when nobody has been weighed."""
    if not subject.client.weighins:
        return press.missing("P6", press.trc("chapter", "Weigh-in"))
    parts = [Part(_pictures(press, subject, _FULL), smaller=_pictures(press, subject, _SQUEEZED))]
    if multiples := _multiples(press, subject, _FULL):
        parts.append(Part(multiples, gives_way=1, smaller=_multiples(press, subject, _SQUEEZED)))
    parts.append(Part(weighin_table.people(press, subject)))
    parts.append(Part(_totals(press, subject)))
    parts.append(Part(press.note(weighin_told.rules(press, subject)), gives_way=2))
    title = press.trc("chapter", "Weigh-in")
    story = press.story("P6", weighin_told.kicker(press, subject), weighin_told.conclusions(press, subject), parts)
    return replace(story, title=title)


def _pictures(press: Press, subject: Subject, heights: _Heights) -> Block:
    """The radar and the grid side by side."""
    radar, grid = _radar(press, subject, heights.radar), _grid(press, subject, heights.grid)
    return Pair(radar, grid, _RADAR / (_RADAR + _GRID), _GUTTER)


def _radar(press: Press, subject: Subject, radius: float) -> Block:
    """Now, the rival and what is wanted; last time only while nothing is wanted."""
    account, weights = subject.account, weighin_table.weights(subject)
    wanted = wanted_levels(account, subject.targets)
    aimed = any(level is not None for level in wanted.values())
    axes = [
        Axis(
            press.tr("D{n} {dimension}", n=number, dimension=press.tr(dimension.label)),
            account.now[dimension],
            None if aimed else account.last[dimension],
            account.rival_levels[dimension],
            _aim(wanted[dimension], account.now[dimension]) if aimed else None,
            muted=not weights.get(dimension),
        )
        for number, dimension in enumerate(Dimension, 1)
    ]
    key = [("now", press.tr("now")), _target_key(press, subject) if aimed else ("last", press.tr("last time"))]
    rival = subject.rival.called if subject.rival else ""
    if any(level is not None for level in account.rival_levels.values()):
        key.append(("rival", rival))
    picture = radar(axes, radius=radius, width=_RADAR, manner=PAPER, values=True, rival_name=rival, key=key)
    note = press.trn("{n} person · centre 1, rim 5", "{n} people · centre 1, rim 5", account.weighed)
    return press.titled(press.tr("Radar of the client"), press.figure(picture, "middle"), note)


def _aim(wanted: float | None, now: float | None) -> float | None:
    """A dimension nobody has a target for stays as it stands, so that the ring is closed."""
    return now if wanted is None else wanted


def _target_key(press: Press, subject: Subject) -> tuple[str, str]:
    """The target with its day; with the last one where there are several."""
    day = max((it.target.by for it in subject.targets.values() if it.target.by), default=None)
    return "target", press.tr("target {day}", day=press.day(day)) if day else press.tr("target")


def _grid(press: Press, subject: Subject, height: float) -> Block:
    """Who has which influence and stands where; a copy without the attitudes shows what the weigh-ins come to."""
    order = list(Attitude)[::-1]
    seats = [
        Seat(
            person.contact.name,
            person.influence,
            order.index(person.attitude),
            weighin_table.standing(person),
            person.contact.key_player,
        )
        for person in subject.account.people
        if person.attitude is not None
    ]
    chinese = press.words.chinese
    rows = [f"{press.tr(_INFLUENCE[level])} {level}" if chinese else str(level) for level in range(5, 0, -1)]
    columns = [weighin_table.attitude_word(press, attitude) for attitude in order]
    supports = order.index(Attitude.SUPPORTER)
    grid = attitude_grid(seats, rows, columns, supports_from=supports, width=_GRID, height=height)
    keys = (
        ("up", press.tr("ahead of {rival}", rival=shortened(subject.against(press.words), PAPER.note, _NAMED))),
        ("level", press.trc("lead", "level")),
        ("down", press.trc("lead", "behind")),
        ("unknown", press.tr("not weighed")),
    )
    used = {seat.standing for seat in seats}
    legend = press.legend([key for key in keys if key[0] in used])
    note = press.tr("grey: win these first")
    title = (
        press.tr("Influence × attitude") if weighin_told.shows_attitudes(press) else press.tr("Influence × score band")
    )
    return press.titled(title, Stack([press.figure(grid), legend], 3.0), note)


def _multiples(press: Press, subject: Subject, heights: _Heights) -> Block | None:
    """Small charts of one scale: the whole client, then the five most influential people weighed."""
    client, today = subject.client, subject.today
    whole = account_trend(client, today)
    if len(whole) < 2:
        return None
    rows: list[tuple[str, str, tuple[TrendPoint, ...]]] = [(press.tr("Overall ARI"), "", whole)]
    for person in subject.account.people:
        if person.weighed and len(rows) < _MULTIPLES:
            note = press.trc("short", "infl. {n}", n=person.influence or "?")
            rows.append((person.contact.name, note, person_trend(client, person.contact.key, today)))
    known = [level for _, _, points in rows for it in points for level in (it.ours, it.rival) if level is not None]
    span = min([*known, _LINES[0]]), max([*known, _LINES[-1]])
    charts = [_multiple(press, *row, span, heights.moved, first=not number) for number, row in enumerate(rows)]
    note = press.tr("solid with dots: us; dashed with squares: {rival}", rival=subject.against(press.words))
    return press.titled(press.tr("How it moved"), Across(charts, _BETWEEN, _MULTIPLES), note)


def _multiple(
    press: Press,
    name: str,
    note: str,
    points: tuple[TrendPoint, ...],
    span: tuple[float, float],
    height: float,
    *,
    first: bool,
) -> Block:
    """One small chart under a name; the levels are numbered in the first one only, since all share its scale."""
    moments = [(point.day, point.ours, point.rival) for point in points]
    days = [(day, _month(press, day)) for day in sorted({moments[0][0], moments[-1][0]})] if moments else []
    manner, told = smaller(PAPER), f"{name}\u2002{note}"
    chart = trend(
        moments,
        _SMALL,
        height,
        days=days,
        levels=_LINES,
        span=span,
        manner=manner,
        ends=True,
        every=False,
        numbers=first,
    )
    if text_width(told, manner.note, 700) > _SMALL:  # a long name stands alone, by its family name
        name, note = called(name, manner.note, _SMALL, 700), ""
    head = press.prose(spans(bold(name), "\u2002", Span(note, 0, "muted")), "note", most=1)
    return Stack([head, press.figure(chart)], 1.0)


def _month(press: Press, day: date) -> str:
    """As short as two of them find room below a small chart, and not to be read as a day: 25-02, Feb ’25."""
    return f"{day:%y-%m}" if press.words.chinese else f"{press.month(day).split()[0]} ’{day:%y}"


def _totals(press: Press, subject: Subject) -> Block:
    account = subject.account
    known = sum(person.influence for person in account.people if person.score is not None)
    whole = sum(person.influence for person in account.people)
    ari = "—" if account.ari is None else tell_decimal(account.ari, 2)
    low = "—" if account.ari_conservative is None else tell_decimal(account.ari_conservative, 2)
    told = (
        press.rich(weighin_table.ARI, ari=ari, n=account.weighed),
        press.rich(weighin_table.CONSERVATIVE, ari=low, level=tell_decimal(subject.client.rules.unweighed, 2)),
        press.rich(weighin_table.COVER, share=f"{account.coverage * 100:.0f}", known=known, whole=whole),
    )
    parts = [span for text in told for span in (*text, Span("\u2003\u2002"))]
    line = press.cell(tuple(parts[:-1]))
    fits = line.natural() <= style().mm("width")
    below = [it for it in (weighin_told.priorities(press, subject), weighin_told.left(press, subject)) if it]
    notes = [press.note("\u2002".join(below))] if below else []
    return Stack([line if fits else press.prose(line.spans, "note"), *notes], 2.0)
