"""What stands on every page round the text: header with client, document and edition; footer with date, trust, page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kamdesk.client.paper_records import Audience
from kamdesk.document.blocks import Align, Lines
from kamdesk.document.flow import About
from kamdesk.document.fonts import ASCENT, DESCENT
from kamdesk.document.logo import read_logo
from kamdesk.document.paper import A4, Paper
from kamdesk.document.set_line import scaled
from kamdesk.document.setting import Setter
from kamdesk.document.style import BOLD, MM, Type, style
from kamdesk.document.text import Span, Spans, bold, plain, spans
from kamdesk.picture.shapes import Pen
from kamdesk.words import N_, Words

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets

_DOCUMENT_ENDS = 150.7 * MM  # from the margin
_DOCUMENT = 84 * MM  # at most
_LOGO, _LOGO_APART = (24 * MM, 5 * MM), 2.2 * MM  # at most; from the name behind it
_TAG_PAD, _TAG_HEIGHT = 2 * MM, 4.4 * MM
_PLACES = (46 * MM, 88 * MM)  # of the confidential note and the trust figure
_TRUST_GAP, _APART = 2.8 * MM, 4 * MM
_TIER, _RAISED, _MOST_LINES = 3.7 * MM, 0.6 * MM, 2  # between lines of a footer that has several; what the first rises
_PAGE = 12 * MM  # kept free for the page number
_RULE = Pen("edge", 0.6)
_FRAME = Pen("ink", 0.8)
_TAGS = {Audience.INTERNAL: N_("INTERNAL"), Audience.BRIEF: N_("BRIEF"), Audience.CLIENT: N_("CLIENT")}
_FILLS = {Audience.INTERNAL: "ink", Audience.BRIEF: "muted", Audience.CLIENT: ""}
_WATERMARK = Type(200, 200, BOLD, "watermark")  # its size is that which fits the page
_LONGEST = 60  # characters of a watermark
_COVERS, _TALLEST = 0.7, 120.0  # share of the page's diagonal that a watermark covers; points


class Furniture:
    """The lines of header and footer, set once for all pages that are about the same; `made`: when and by whom."""

    def __init__(self, setter: Setter, words: Words, about: About, made: str, paper: Paper = A4) -> None:
        self._setter = setter
        self._trust_share = about.trust
        self._paper, self._left, self._width = paper, paper.left, paper.width
        self._kind = kind = style().types["note"]
        strong = Type(kind.size, kind.leading, BOLD, "ink")
        self._fill = _FILLS[about.audience]
        self._tag = self._set(plain(words.tr(_TAGS[about.audience]), colour="white" if self._fill else "ink"), strong)
        self._tag_width = self._tag.natural() + 2 * _TAG_PAD
        warned = (Span(" · "), bold(about.warning, "alarm")) if about.warning else ()
        self._document = Lines(setter.lines((Span(about.document), *warned), kind, _DOCUMENT, 1), kind)
        self._document_ends = min(_DOCUMENT_ENDS + paper.beyond, self._width - self._tag_width - 4 * MM)
        self._logo = read_logo(about.logo) if about.logo else None
        self._name_at = self._logo.fitted(*_LOGO)[0] + _LOGO_APART if self._logo else 0.0
        room = self._document_ends - self._document.natural() - 4 * MM - self._name_at
        whole = setter.width(plain(about.client), strong) <= room
        named = about.client if whole else about.called or about.client
        self._client = Lines(setter.lines(plain(named), strong, room, 1), kind)
        self._trust = self._set(plain(words.tr("Data trust {share}%", share=f"{(about.trust or 0) * 100:.0f}")), kind)
        self._age = self._set(plain(about.age), kind)
        self._arrange_foot(made, about.notice or words.tr("Confidential · do not pass on"))
        self._watermark = setter.line(plain(" ".join(about.watermark.split())[:_LONGEST]), _WATERMARK)

    def _arrange_foot(self, made: str, notice: str) -> None:
        """One line where all of it fits; else the notice, which says for whom, gets lines of its own below."""
        set_, kind, places = self._setter, self._kind, [place * self._paper.width / A4.width for place in _PLACES]
        told, free = plain(notice), self._width - _PAGE
        tight = min(set_.width(plain(made), kind) + _APART, places[0])  # a very long name gives way to the notice
        needs = _APART + (self._trust_width() if self._trust_share is not None else -_APART)
        wide = set_.width(told, kind)
        found = next((at for at in (places[0], tight) if at + wide + needs <= free), None)
        self._low, self._notice_at = found is None, found or 0.0
        self._trust_at = places[1] if found is None else max(places[1], found + wide + _APART)
        until = free if self._trust_share is None else self._trust_at
        room = max((until if found is None else found) - _APART, 0.0)
        self._made = Lines(set_.lines(plain(made), kind, room, 1), kind)
        self._notice = Lines(set_.lines(told, kind, self._width, _MOST_LINES), kind)

    def _trust_width(self) -> float:
        """Of the trust in words, as a bar, and the age of the facts."""
        age = self._age.natural() + _TRUST_GAP if self._age.natural() else 0.0
        return self._trust.natural() + _TRUST_GAP + style().mms("trust_bar")[0] + age

    def head(self, sheets: Sheets) -> None:
        """Above the text; drawn first, so that a page read aloud begins with it."""
        top, rule = style().mms("header")
        middle, right = top + 1.9 * MM, self._left + self._width
        if self._logo:
            wide, tall = self._logo.fitted(*_LOGO)
            sheets.picture(self._left, middle - tall / 2, wide, tall, self._logo)
        _write(sheets, self._client, self._left + self._name_at, middle)
        _write(sheets, self._document, self._left + self._document_ends, middle, "right")
        tag = right - self._tag_width
        frame = None if self._fill else _FRAME
        sheets.rectangle(tag, middle - _TAG_HEIGHT / 2, self._tag_width, _TAG_HEIGHT, self._fill, frame)
        _write(sheets, self._tag, tag + _TAG_PAD, middle)
        sheets.line([(self._left, rule), (right, rule)], _RULE)

    def behind(self, sheets: Sheets) -> None:
        """The watermark; drawn before all else, so that no text is lost under it."""
        if self._watermark.width <= 0:
            return
        wide, tall = self._paper.size
        room = math.hypot(wide, tall) * _COVERS
        scale = min(room / self._watermark.width, _TALLEST / _WATERMARK.size)
        sheets.slanted(wide / 2, tall / 2, scaled(self._watermark, scale), math.degrees(math.atan2(tall, wide)))

    def foot(self, sheets: Sheets, page: int, pages: int) -> None:
        """Below the text; drawn last."""
        rule = self._paper.from_below(style().mm("footer_rule"))
        middle = self._paper.from_below(sum(style().mms("footer")) / 2)
        right = self._left + self._width
        sheets.line([(self._left, rule), (right, rule)], _RULE)
        middle -= _RAISED if self._low else 0.0
        _write(sheets, self._made, self._left, middle)
        _write(sheets, self._notice, self._left + self._notice_at, middle + (_TIER if self._low else 0.0))
        if self._trust_share is not None:
            self._bar(sheets, self._trust_share, middle)
        _write(sheets, self._set(spans(bold(str(page), "ink"), f" / {pages}"), self._kind), right, middle, "right")

    def _bar(self, sheets: Sheets, share: float, middle: float) -> None:
        """How far the data can be trusted, in words and as a bar."""
        _write(sheets, self._trust, self._left + self._trust_at, middle)
        wide, tall = style().mms("trust_bar")
        bar, top = self._left + self._trust_at + self._trust.natural() + _TRUST_GAP, middle - tall / 2
        sheets.rectangle(bar, top, wide * share, tall, "edge")
        sheets.rectangle(bar, top, wide, tall, "", _RULE)
        if self._trust_at + self._trust_width() < self._width - _PAGE + _APART:
            _write(sheets, self._age, bar + wide + _TRUST_GAP, middle)

    def _set(self, text: Spans, kind: Type) -> Lines:
        return Lines([self._setter.line(text, kind)], kind)


def _write(sheets: Sheets, lines: Lines, x: float, middle: float, align: Align = "left") -> None:
    """Lines, the middle of the first one's letters at `middle`."""
    size = lines.kind.size
    back = lines.natural() if align == "right" else 0.0
    for number, line in enumerate(lines.lines):
        sheets.text(x - back, middle + number * _TIER + (ASCENT - DESCENT) / 2 * size, line)
