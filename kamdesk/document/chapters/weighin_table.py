"""The table of P6: people by dimensions, capped levels on a panel, whoever is not weighed last."""

from __future__ import annotations

from kamdesk.client.account import LeadWord, Person
from kamdesk.client.people import Attitude
from kamdesk.client.presets import Weights
from kamdesk.client.targets import PersonGaps
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import UNPROVEN, Counted
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.people_tables import MARKS
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Column, Row
from kamdesk.document.text import Span, Spans, bold, plain, spans
from kamdesk.words import N_

ARI = N_("*ARI {ari}* optimistic ({n} weighed)")
CONSERVATIVE = N_("*{ari}* conservative (not weighed taken as {level})")
_APART, _WIDER = 4.0, 6.0  # between columns
_NAME, _LATIN_NAME = 24 * MM, 30 * MM
_FIRST = 2  # column of the first dimension
_LEVELS = range(_FIRST, _FIRST + len(Dimension))
_SCORE = _FIRST + len(Dimension)  # cell with the score and its target of somebody who is weighed; not broken
_BAND = _SCORE + 1  # cell with the band; it is not cut at a hyphen
COVER = N_("*Cover {share}%* influence {known} of {whole}")
_SHORT = {  # in English only; the Chinese words are short themselves
    Attitude.COACH: "Coach",
    Attitude.SUPPORTER: "For us",
    Attitude.NEUTRAL: "Neutral",
    Attitude.NON_SUPPORTER: "Against",
    Attitude.ENEMY: "Enemy",
}
_STANDING = {LeadWord.AHEAD: "up", LeadWord.LEVEL: "level", LeadWord.BEHIND: "down"}


def weights(subject: Subject) -> Weights:
    """The weights of the newest weigh-in among the people; {} while nobody is weighed."""
    weighed = [person.weighed for person in subject.account.people if person.weighed]
    newest = max(weighed, key=lambda it: it.weighin.day or subject.today, default=None)
    return newest.weights if newest else {}


def attitude_word(press: Press, attitude: Attitude) -> str:
    """An attitude or a band of the score in a word as short as a column of this page."""
    return press.tr(attitude.label) if press.words.chinese else _SHORT[attitude]


def standing(person: Person) -> str:
    """The mark of a person: ahead, level or behind the rival; unknown while either is."""
    word = person.lead_word
    return _STANDING[word] if word else "unknown"


def people(press: Press, subject: Subject) -> Titled:
    """Everybody, whoever was weighed first."""
    shares = weights(subject)
    whole = sum(shares.values()) or 1
    rows = [_row(press, subject, person) for person in subject.account.people if person.weighed]
    rows += [_unweighed(press, subject, person) for person in subject.account.people if not person.weighed]
    title = press.tr("People × dimensions")
    ladder = press.tr("levels: 1 refuses, 2 passive, 3 normal, 4 active, 5 entrusts")
    levels = [cell for row in rows for cell, first, end in row.places() if first in _LEVELS and end == first + 1]
    # Of equal width where the word below a capped level is short enough for that.
    widest = max((cell.natural() for cell in levels), default=0.0) if press.words.chinese else 0.0
    scores, bands = (
        max((row.cells[at].natural() for row in rows if len(row.cells) > _BAND), default=0.0) for at in (_SCORE, _BAND)
    )
    names = min(
        max((row.cells[0].natural() for row in rows), default=0.0) + _APART,
        _NAME if press.words.chinese else _LATIN_NAME,
    )
    leasts = names, widest + _APART, scores + _WIDER, bands + _WIDER
    columns = _columns(press, subject, shares, whole, leasts)
    return press.titled(title, press.table(columns, rows), ladder)


def _columns(
    press: Press, subject: Subject, shares: Weights, whole: int, leasts: tuple[float, float, float, float]
) -> tuple[Column, ...]:
    """All columns; `leasts` are the least widths of a name, a dimension, the score and its band."""
    dimensions, (names, least, scores, bands) = [], leasts
    for number, dimension in enumerate(Dimension, 1):
        share = 100 * shares.get(dimension, 0) / whole
        percent = f"{share:.0f}%"
        below = press.prose((bold(percent, "ink") if share else Span(percent),), "note", "middle")
        head = Stack([press.prose(f"D{number}", "head", "middle"), below])
        dimensions.append(Column(head, apart=_APART, least=least))
    rival = subject.rival.called if subject.rival else press.tr("Rival")
    return (
        Column(press.prose(press.tr("Name"), "head"), apart=_APART, least=names),
        press.column(press.trc("short", "Infl."), align="middle", apart=_APART),
        *dimensions,
        Column(press.prose(press.trc("formula", "R"), "head", "right"), apart=_WIDER, least=scores),
        Column(press.prose(press.tr("Score band"), "head"), apart=_WIDER, least=bands),
        Column(press.prose(rival, "head", "right", most=1), apart=_WIDER),
        press.column(press.tr("Lead"), apart=_WIDER),
        press.column(press.trc("short", "Facts"), align="right"),
    )


def _row(press: Press, subject: Subject, person: Person) -> Row:
    weighed = person.weighed
    assert weighed is not None
    held = subject.targets.get(person.contact.key)
    wanted = {gap.dimension: gap.wanted for gap in held.gaps if gap.gap or gap.now is None} if held else {}
    cells = [_level(press, weighed.counted[it], bool(weighed.weights[it]), wanted.get(it)) for it in Dimension]
    capped = frozenset(_FIRST + at for at, it in enumerate(Dimension) if weighed.counted[it].capped)
    score = "—" if weighed.score is None else tell_decimal(weighed.score, 2)
    theirs = "—" if person.rival_score is None else tell_decimal(person.rival_score, 2)
    return Row(
        (
            Stack([press.key(person.contact.name, most=3), press.prose(person.contact.title_at_work, "note", most=3)]),
            press.cell(str(person.influence or "?"), "middle"),
            *cells,
            press.two(press.key(score, "right"), _below_score(press, person, held), "right"),
            _band(press, person),
            press.cell(theirs, "right"),
            _lead(press, person),
            _proof(press, subject, person),
        ),
        panel=capped,
        about=weighed_of(person),
    )


def weighed_of(person: Person) -> tuple[str, ...]:
    """The weigh-ins a row rests on, ours and the rival's."""
    return tuple(key for it in (person.weighed, person.rival) if it for key in told_of(it.weighin))


def _level(press: Press, level: Counted, counts: bool, wanted: int | None) -> Block:
    """The level, what it is capped at or that it is unknown, and what is wanted."""
    aim = (press.note(plain(press.trc("short", "→ {n}", n=wanted), colour="accent"), "middle"),) if wanted else ()
    if level.entered is None and not counts:
        return Stack([press.muted(press.trc("level", "?"), "middle"), *aim])
    if level.entered is None:
        unknown = press.note(press.trc("short", "unknown"), "middle")
        return Stack([press.key(press.trc("level", "?"), "middle"), *(aim or (unknown,))])
    if level.capped:
        above = press.prose(spans(Span(f"{level.entered} → ", 0, "muted"), bold(str(level.counted))), "cell", "middle")
        short = press.trc("short", "unproven") if level.counted == UNPROVEN else press.trc("short", "partly")
        return Stack([press.two(above, spans(bold(short, "ink")), "middle"), *aim])
    text = str(level.entered)
    return Stack([press.key(text, "middle") if counts else press.muted(text, "middle"), *aim])


def _below_score(press: Press, person: Person, held: PersonGaps | None) -> Spans:
    """What the score shall be; without a target how far it has moved."""
    if held and held.score_wanted is not None:
        return plain(press.trc("short", "→ {score}", score=tell_decimal(held.score_wanted, 2)), colour="accent")
    return press.mute("" if person.change is None else tell_gap(person.change, 2))


def _band(press: Press, person: Person) -> Block:
    """What the score comes to; below it the attitude set by hand where it is another, and what is not known."""
    weighed = person.weighed
    assert weighed is not None
    sign, told = ("unknown", press.muted(press.tr("too little")))
    if weighed.band is not None:
        sign, told = MARKS[weighed.band], press.cell(attitude_word(press, weighed.band))
    set_by_hand, below = person.contact.attitude, []
    if set_by_hand and set_by_hand is not weighed.band:
        below.append(press.tr("by hand: {attitude}", attitude=attitude_word(press, set_by_hand)))
    if weighed.completeness < 1:
        below.append(press.tr("known {share}%", share=f"{weighed.completeness * 100:.0f}"))
    return Stack([press.marked(sign, told), *(press.note(text) for text in below)])


def _lead(press: Press, person: Person) -> Block:
    word = person.lead_word
    if person.lead is None or word is None:
        return press.cell("—")
    gap = tell_gap(person.lead, 2)
    if person.contested:
        return press.two(press.marked(_STANDING[word], press.key(gap)), spans(bold(press.trc("short", "must win"))))
    return press.marked(_STANDING[word], press.cell(gap))


def _proof(press: Press, subject: Subject, person: Person) -> Block:
    """How many facts of the last year there are, and how old the newest is; bold when it is past its time."""
    days = [it.day for it in subject.client.evidence if it.contact == person.contact.key and it.day]
    ages = sorted(age for day in days if 0 <= (age := (subject.today - day).days) <= subject.client.rules.old_days)
    count = str(len(ages))
    if not ages:
        return press.two(press.key(count, "right"), spans(bold(press.trc("short", "none"))), "right")
    told = press.trc("short", "{n} d", n=ages[0])
    newest = spans(bold(told)) if ages[0] > subject.client.rules.fresh_days else press.mute(told)
    return press.two(press.cell(count, "right"), newest, "right")


def _unweighed(press: Press, subject: Subject, person: Person) -> Row:
    level = tell_decimal(subject.client.rules.unweighed, 2)
    told = press.tr("not weighed, taken as {level}", level=level)
    if person.contact.placeholder:
        told = press.tr("not identified, taken as {level}", level=level)
    return Row(
        (
            press.cell(
                spans(bold(person.contact.name), "\u2002", Span(person.contact.title_at_work, 0, "muted")), most=3
            ),
            press.cell(str(person.influence or "?"), "middle"),
            press.muted(told, "middle"),
            press.cell("—", "right"),
            press.marked("unknown", press.muted(press.tr("Unknown"))),
            press.cell("—", "right"),
            press.cell("—"),
            press.cell("—", "right"),
        ),
        takes=(1, 1, 6, 1, 1, 1, 1, 1),
        about=told_of(person.contact, "name"),
    )
