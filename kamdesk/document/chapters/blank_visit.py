"""V1 by hand: the two sides of a visit sheet with lines in place of words, torn at the same place (field 24)."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters import blank_visit_strip
from kamdesk.document.chapters.blank_visit_rows import ROW, grid, lined, questions, titled
from kamdesk.document.chapters.visit_sheet_form import TEAR, fill_above, result_boxes
from kamdesk.document.fitting import Entries, Entry, WritingLines
from kamdesk.document.flow import Heading, Page, Placed
from kamdesk.document.growing import Maker
from kamdesk.document.paper import A4
from kamdesk.document.parts import Head
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.tearing import Tag, TearLine
from kamdesk.document.text import bold

_STRIP, _STRIP_TEXT = TEAR + 4.5 * MM, TEAR + 10.9 * MM
_APART, _GAP = 8 * MM, 2.6 * MM
_HALF, _LADDER, _RIVAL = 83 * MM, 98 * MM, 68 * MM
_AGENDA, _QUESTIONS = 66.0, 100.0
_FRONT = {"entries": 1, "purpose": 1, "people": 1, "known": 2, "need": 1, "notes": 1}
_FRONT_ORDER = ("notes", "people", "notes", "people", "known", "notes", "need", "people", "known", *("notes",) * 8)
_BACK = {"talk": 3, "answers": 1, "commitments": 2, "result": 1}
_BACK_ORDER = ("talk", "commitments", "answers", "talk", "commitments", "answers", "commitments")


def pages(press: Press, client: str) -> list[Page]:
    """The two sides, the front first; `client` is printed where it is known."""
    front = _side(press, press.tr("V1 front"), press.tr("What shall the client do after this visit?"))
    fill_above(front, _front(press, client), _FRONT, _FRONT_ORDER)
    strip = blank_visit_strip
    front.placed += _strip(press, press.tr("INTERNAL · before we go"), strip.bring(press), strip.behind(press), _HALF)
    front.titles.append(Heading(press.tr("Visit by hand")))
    back = _side(press, press.tr("V1 back"), press.tr("Before you leave, hear who does what by which day."))
    fill_above(back, _back(press), _BACK, _BACK_ORDER)
    tag = press.tr("INTERNAL · floors and the rival")
    back.placed += _strip(press, tag, strip.floors(press), strip.rival(press), _LADDER)
    return [front, back]


def _side(press: Press, side: str, conclusion: str) -> Page:
    """One side with its head and the tear line."""
    form = press.tr("Visit by hand")
    kicker = press.prose(f"{side}\u2002{form}", "kicker", most=1)
    head = Head(kicker, press.prose(conclusion, "conclusion", most=1))
    words = press.prose(press.tr("Tear here at the door; what is below stays in the bag"), "label", "middle", most=1)
    tear = TearLine(words)
    wide = A4.size[0]
    return Page([Placed(head, A4.left, A4.top, A4.width), Placed(tear, 0.0, TEAR - tear.height(wide) / 2, wide)])


def _strip(press: Press, tag: str, left: Sequence[Block], right: Sequence[Block], wide: float) -> list[Placed]:
    """What stays in the bag: its head and two columns."""
    head = Tag(press.prose((bold(tag, "white"),), "cell", most=1), press.note("", "right"))
    columns = Pair(Stack(left, _GAP), Stack(right, _GAP), wide / (A4.width - _APART), _APART)
    return [Placed(head, A4.left, _STRIP, A4.width), Placed(columns, A4.left, _STRIP_TEXT, A4.width)]


def _front(press: Press, client: str) -> dict[str, Maker]:
    return {
        "entries": lambda _: _entries(press, client),
        "purpose": lambda _: _purpose(press),
        "people": lambda rows: _people(press, rows),
        "known": lambda rows: _known(press, rows),
        "need": lambda rows: _need(press, rows),
        "notes": lambda lines: press.titled(
            press.tr("Notes from the visit"), WritingLines(lines), press.tr("their words, figures, days")
        ),
    }


def _back(press: Press) -> dict[str, Maker]:
    return {
        "talk": lambda rows: _talk(press, rows),
        "answers": lambda rows: _answers(press, rows),
        "commitments": lambda rows: _commitments(press, rows),
        "result": lambda _: result_boxes(press, ROW),
    }


def _entries(press: Press, client: str) -> Block:
    known = press.key(" ".join(client.split()), most=1) if client.strip() else None
    empty = (press.tr("Day and hour"), press.tr("Place"), press.tr("Code of the visit"))
    return Entries([Entry(press.note(press.tr("Client")), known), *(Entry(press.note(it), None) for it in empty)], 4)


def _purpose(press: Press) -> Block:
    terms = (press.trc("purpose of a visit", "Objective"), press.tr("Best commitment"), press.tr("Minimum commitment"))
    rows = [*(f"★ {term}" for term in terms), press.tr("Reason for the client")]
    return titled(press, press.tr("Purpose"), lined(press, rows))


def _people(press: Press, rows: int) -> Block:
    boxes = [press.trc("box", "came"), press.trc("box", "late"), press.trc("box", "missing")]
    theirs = lined(press, [""] * (rows + 1), after=lambda: press.boxes(boxes))
    ours = lined(press, [""] * (rows + 1))
    left = titled(press, press.tr("Theirs"), theirs, press.tr("name and title"), must=True)
    right = titled(press, press.tr("Ours"), ours, press.tr("name and task"), must=True)
    return Pair(left, right)


def _known(press: Press, rows: int) -> Block:
    left = titled(press, press.tr("Known"), lined(press, [""] * (rows + 1)), press.tr("day of the fact"), must=True)
    learn = lined(press, [""] * (rows + 1), before=lambda: press.mark("box"))
    note = press.tr("at least {n}", n=3)
    return Pair(left, titled(press, press.tr("Must learn"), learn, note, must=True))


def _need(press: Press, rows: int) -> Block:
    terms = (press.tr("Assumed need"), press.tr("In their numbers"), press.tr("Proof"))
    return titled(press, press.tr("Need and value"), lined(press, terms[: rows + 1]), must=True)


def _talk(press: Press, rows: int) -> Block:
    """The agenda beside the questions, each with a line for its answer."""
    heads = (press.tr("Hour"), press.tr("Min."), press.trc("agenda", "Point"))
    agenda = titled(press, press.tr("Agenda"), grid(press, heads, (0.35, 0.3, 1.6), rows + 3))
    kinds = (
        press.trc("question", "now"),
        press.trc("question", "trouble"),
        press.trc("question", "effect"),
        press.trc("question", "gain"),
        press.trc("question", "compare"),
    )
    right = titled(press, press.tr("Questions"), questions(press, kinds[:rows]), press.tr("answer below"), must=True)
    return Pair(agenda, right, _AGENDA / (_AGENDA + _QUESTIONS), _APART)


def _answers(press: Press, rows: int) -> Block:
    heads = (press.tr("They may say"), press.tr("We answer"), press.tr("Proof"))
    block = grid(press, heads, (1.0, 1.3, 0.6), rows + 1)
    return titled(press, press.tr("Likely objections and disputes"), block, press.tr("tick when answered"), must=True)


def _commitments(press: Press, rows: int) -> Block:
    heads = (press.tr("Who"), press.tr("Does what"), press.tr("By which day"), press.tr("Who heard it"))
    block = grid(press, heads, (1.0, 2.4, 0.8, 0.9), rows + 1, tall=6.8 * MM)
    return titled(press, press.tr("What the client takes on"), block, press.tr("without a day it is no advance"))
