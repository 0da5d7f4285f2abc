"""Puts the blocks of chapters on pages: what fits, what splits, and how the spare height is shared out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kamdesk.client.paper_records import Audience
from kamdesk.document.blocks import Block
from kamdesk.document.paper import A4, USUAL, Paper, Stock
from kamdesk.document.style import style

_SMALL = 0.25  # of a page: what is smaller moves on rather than be split
_SHORT = 0.75  # of a page: a chapter up to here may stand below another, if it does so as a whole
_WORTH = 0.28  # of a page: with so much room left a chapter of several pages begins below another


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a chapter; of those that may give way the highest number goes first (0 = never).

    `apart` begins a group: what stands before it is put on its page as if the chapter ended there; `smaller` takes the
    block's place before anything gives way; `paper` begins a page, of that paper. What is looked up rather than read
    `moves` to the appendix unless its chapter fits one page with it; `whole` is what the block shows a part of (or the
    block itself, when that is all), and stands in its place or in the appendix likewise.
    """

    block: Block
    gives_way: int = 0
    apart: bool = False
    smaller: Block | None = None
    moves: bool = False
    whole: Block | None = None
    paper: Paper | None = None

    @property
    def shortened(self) -> bool:
        """True when the block shows only a part."""
        return self.whole is not None and self.whole is not self.block


@dataclass(frozen=True, slots=True)
class Story:
    """What a chapter says, ready to be put on pages."""

    title: str  # in the outline
    head: Block
    again: Block  # on its further pages
    parts: tuple[Part, ...]
    runs_on: bool = False  # may begin below the chapter before it, and go on overleaf
    alone: bool = False  # has its page for itself
    appendix: bool = False  # takes in what moved out of other chapters
    paper: Paper = A4  # of its first page, and of the others until a part says so

    @property
    def body(self) -> Story:
        """The chapter without what waits for the appendix."""
        return replace(self, parts=tuple(part for part in self.parts if not part.moves))


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it stands."""

    block: Block
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class About:
    """What the header and the footer of a page say; `trust` is a share 0-1, None where nothing is to be trusted.

    `warning` is a red word beside the document's: it must not be used as it is. `age` is how old the facts are,
    `notice` the word of confidentiality ("" = the usual one), `watermark` stands grey and slanted behind the text,
    `logo` is the client's, as stored, `called` its name where the whole one has no room.
    """

    client: str
    document: str
    trust: float | None = None
    warning: str = ""
    audience: Audience = Audience.INTERNAL
    age: str = ""
    notice: str = ""
    watermark: str = ""
    logo: bytes | None = None
    called: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a chapter begins: its title in the outline, the name links lead to ("" = none), how far down its page."""

    title: str
    name: str = ""
    top: float = 0.0


@dataclass(slots=True)
class Page:
    """One page: its blocks, the chapters that begin on it, and what it is about when its document is about several."""

    placed: list[Placed] = field(default_factory=list)
    titles: list[Heading] = field(default_factory=list)
    paper: Paper = A4
    about: About | None = None


class Flow:
    """Fills pages with one chapter after the other."""

    def __init__(self, stock: Stock = USUAL) -> None:
        sizes = style()
        self._upright = self._paper = stock.upright
        self._first_gap, self._least, self._most = (sizes.mm(name) for name in ("first_gap", "gap_least", "gap_most"))
        self._apart = 1.6 * self._most  # between two chapters on a page
        self._y = self._paper.bottom
        self._closed = False
        self._held: list[Part] = []
        self.pages: list[Page] = []

    def add(self, story: Story, name: str = "") -> None:
        """Put a chapter after what is there; links lead to it by its name. An appendix nothing moved to is left out."""
        story = self._moved(story)
        if story.appendix and not story.parts:
            return
        headed = story.head.height(self._width) > 0
        below = not self._closed and self._fits_below(story)
        if not below:
            self._turn(story.paper)
        else:
            self._y += self._apart if headed else self._least
        self._closed = story.alone
        self.pages[-1].titles.append(Heading(story.title, name, self._y))
        self._put(story.head)
        self._y += self._first_gap if headed else 0.0
        for number, group in enumerate(_groups(story.parts)):
            if number and (paper := group[0].paper):
                self._turn(paper)
                self._go_below(story.again)
                number = 0
            blocks = [part.block for part in group] if below else self._that_fit(group)
            if self._needed(blocks, self._least) + (self._most if number else 0.0) <= self._room:
                self._y += self._most if number else 0.0
                self._spread(blocks)
            else:
                self._run(blocks, story.again, fresh=not number)

    def _moved(self, story: Story) -> Story:
        """The chapter with all it has where that fits one page, else without what waits for the appendix."""
        if story.appendix:
            held, self._held = self._held, []
            return replace(story, parts=(*story.parts, *held))
        whole = replace(story, parts=tuple(replace(it, block=it.whole or it.block, whole=None) for it in story.parts))
        if fits_a_page(whole):
            return whole
        self._held += [Part(part.whole or part.block) for part in story.parts if part.moves or part.shortened]
        return story.body

    @property
    def _room(self) -> float:
        return self._paper.bottom - self._y

    @property
    def _width(self) -> float:
        return self._paper.width

    @property
    def _tall(self) -> float:
        return self._paper.bottom - self._paper.top

    def _turn(self, paper: Paper) -> None:
        self._paper = paper
        self.pages.append(Page(paper=paper))
        self._y = paper.top

    def _put(self, block: Block) -> None:
        self.pages[-1].placed.append(Placed(block, self._paper.left, self._y, self._width))
        self._y += block.height(self._width)

    def _fits_below(self, story: Story) -> bool:
        """True when a short chapter as a whole, or the beginning of one that goes on overleaf, goes on this page."""
        if not self.pages or story.alone or story.paper != self._paper or any(part.paper for part in story.parts):
            return False
        room = self._room - self._apart - story.head.height(self._width) - self._first_gap
        blocks = [part.block for part in story.parts]
        if self._needed(blocks, (self._least + self._most) / 2) <= min(room, _SHORT * self._tall):
            return True
        squeezed = any(part.smaller for part in story.parts)  # onto a page of its own rather than go on overleaf
        if squeezed or (fits_a_page(story) and not story.runs_on):
            return False
        return (
            (story.runs_on or room >= _WORTH * self._tall)
            and bool(blocks)
            and (blocks[0].height(self._width) <= room or blocks[0].split(self._width, room) is not None)
        )

    def _needed(self, blocks: Sequence[Block], gap: float) -> float:
        return sum(block.height(self._width) for block in blocks) + gap * max(len(blocks) - 1, 0)

    def _that_fit(self, parts: Sequence[Part]) -> list[Block]:
        """Without the parts that give way, when the others then fit the page; else all."""
        for limit in (3, 2, 1):
            kept = [part for part in parts if part.gives_way < limit]
            for blocks in ([part.block for part in kept], [part.smaller or part.block for part in kept]):
                if self._needed(blocks, self._least) <= self._room:
                    return blocks
        return [part.block for part in parts]

    def _spread(self, blocks: Sequence[Block]) -> None:
        """All on this page, the spare height shared evenly by the gaps."""
        spare = self._room - self._needed(blocks, 0.0)
        gap = min(max(spare / max(len(blocks) - 1, 1), self._least), self._most)
        for number, block in enumerate(blocks):
            self._y += gap if number else 0.0
            self._put(block)

    def _run(self, blocks: Sequence[Block], again: Block, fresh: bool) -> None:
        """Over as many pages as it takes; `fresh` while nothing but the head stands on the page."""
        gap = (self._least + self._most) / 2
        waiting = list(blocks)
        while waiting:
            block = waiting.pop(0)
            room = self._room - (0.0 if fresh else gap)
            height = block.height(self._width)
            if height > room:
                whole = not fresh and height < _SMALL * self._tall
                halves = None if whole else block.split(self._width, room, forced=fresh)
                if halves is None and not fresh:
                    waiting.insert(0, block)
                    fresh = self._go_on(again)
                    continue
                if halves is not None:
                    block = halves[0]
                    waiting.insert(0, halves[1])
            self._y += 0.0 if fresh else gap
            self._put(block)
            fresh = False
            if waiting and self._room < 2 * gap:
                fresh = self._go_on(again)

    def _go_on(self, again: Block) -> bool:
        self._turn(self._paper)
        self._go_below(again)
        return True

    def _go_below(self, again: Block) -> None:
        self._put(again)
        self._y += self._first_gap / 2


def fits_a_page(story: Story) -> bool:
    """True when all parts of a chapter go on one page."""
    return room_left(story) >= 0


def first_that_fits(stories: Iterable[Story]) -> Story:
    """The first that goes on one page without what waits for the appendix; the last one where none does."""
    for story in stories:
        if fits_a_page(story.body):
            break
    return story


def room_left(story: Story) -> float:
    """The height that stays free below a chapter on a page of its own; negative when it needs more than one."""
    if any(part.paper for part in story.parts[1:]):
        return -1.0
    sizes = style()
    top, bottom, width, gap = story.paper.top, story.paper.bottom, story.paper.width, sizes.mm("gap_least")
    heights = [story.head.height(width), *(part.block.height(width) for part in story.parts)]
    return bottom - top - sum(heights) - sizes.mm("first_gap") - gap * max(len(story.parts) - 1, 0)


def _groups(parts: Sequence[Part]) -> list[list[Part]]:
    """The parts, cut before each that stands apart."""
    groups: list[list[Part]] = [[]]
    for part in parts:
        if (part.apart or part.paper) and groups[-1]:
            groups.append([])
        groups[-1].append(part)
    return groups
