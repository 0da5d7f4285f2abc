"""The card's own words: key figures, small fields, what the person wants; and what a card is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kamdesk.client.account import Person
from kamdesk.client.card import CardItem, card_items, card_share
from kamdesk.client.dependence import acquainted
from kamdesk.client.people import INFLUENCE, Contact
from kamdesk.client.record import field_of
from kamdesk.client.targets import PersonGaps, person_gaps
from kamdesk.client.telling import tell
from kamdesk.client.units import tell_decimal, tell_gap, tell_known
from kamdesk.document import markdown
from kamdesk.document.blocks import Block, Prose, Stack
from kamdesk.document.fitting import Cut, Entries, Entry
from kamdesk.document.parts import KeyFigure, KeyFigures
from kamdesk.document.press import Press
from kamdesk.document.style import MM, style
from kamdesk.document.subject import Subject
from kamdesk.document.text import plain

_LONGEST = 3_000  # characters of a note that a card looks at; far more than it can show
_COLUMNS = 24  # of the small fields
_FIELDS = (  # with the columns that each takes
    ("department", 5),
    ("reports_to", 5),
    ("roles", 6),
    ("mode", 4),
    ("successor", 4),
    ("our_owner", 5),
    ("our_sponsor", 4),
    ("phone", 8),
    ("reach", 7),
)
_FIELD_LINES = 2
_BELOW = 2.6 * MM  # the key figures
_WANTS = ("business_agenda", "personal_agenda", "criteria", "background")


@dataclass(frozen=True)
class Card:
    """One person as the card tells of them."""

    press: Press
    subject: Subject
    key: str

    @cached_property
    def contact(self) -> Contact:
        """The person's own record."""
        found = self.subject.contact(self.key)
        assert found is not None
        return found

    @cached_property
    def person(self) -> Person:
        """With what was weighed; whoever has left has nothing that counts today."""
        return self.subject.account.person(self.key) or Person(self.contact)

    @property
    def gone(self) -> bool:
        """True when the person has left."""
        return self.contact.gone(self.subject.today)

    @cached_property
    def gaps(self) -> PersonGaps | None:
        """What the relationship shall come to."""
        return person_gaps(self.subject.client, self.person, self.subject.today)

    @cached_property
    def items(self) -> tuple[CardItem, ...]:
        """What a card must hold, and whether it does."""
        return card_items(self.subject.client, self.subject.workspace, self.person, self.subject.today)

    @property
    def rival(self) -> str:
        """What the main rival is called."""
        return self.subject.rival.called if self.subject.rival else self.press.tr("the rival")


def head(card: Card, lines: int) -> Stack:
    """Key figures over small fields of so many lines."""
    return Stack([_figures(card), _fields(card, min(lines, _FIELD_LINES))], _BELOW)


def _figures(card: Card) -> Block:
    """How the person stands in six cells."""
    press, contact, person = card.press, card.contact, card.person
    influence = press.tr(INFLUENCE[contact.influence]) if contact.influence in INFLUENCE else press.tr("unknown")
    stands = person.attitude
    filled = sum(item.filled for item in card.items)
    coverage = press.tr(contact.coverage.label) if contact.coverage else "?"
    known = len(acquainted(card.subject.client, card.subject.workspace).get(contact.key, ()))
    cells = (
        (press.tr("Influence"), str(contact.influence or "?"), influence),
        (press.tr("Attitude"), press.tr(stands.label) if stands else "?", _hand(card)),
        _score(card),
        _lead(card),
        (press.trc("person", "Contact"), coverage, press.trn("{n} of us", "{n} of us", known)),
        (press.tr("Card filled"), f"{card_share(card.items) * 100:.0f}%", f"{filled} / {len(card.items)}"),
    )
    return KeyFigures([_cell(press, *cell) for cell in cells])


def _hand(card: Card) -> str:
    press = card.press
    if card.contact.attitude:
        return press.tr("set by hand")
    return press.tr("from the weigh-in") if card.person.attitude else press.tr("unknown")


def _score(card: Card) -> tuple[str, str, str]:
    """R now, and what is wanted by when."""
    press, person, gaps = card.press, card.person, card.gaps
    label = press.tr("Weigh-in R")
    now = tell_known(person.score, 2)
    if gaps and gaps.score_wanted is not None:
        told = f"{now} → {tell_decimal(gaps.score_wanted, 2)}"
        return label, told, press.tr("target {day}", day=press.day(gaps.target.by))
    if person.weighed:
        return label, now, press.tr("known {share}%", share=f"{person.weighed.completeness * 100:.0f}")
    return label, now, press.tr("not weighed")


def _lead(card: Card) -> tuple[str, str, str]:
    press, person = card.press, card.person
    label = press.tr("Against {rival}", rival=card.rival)
    gap = "?" if person.lead is None else tell_gap(person.lead, 2)
    if person.contested:
        return label, gap, press.trc("short", "must win")
    if person.rival_score is None:
        return label, gap, press.tr("unknown")
    return label, gap, press.tr("the rival {score}", score=tell_decimal(person.rival_score, 2))


def _cell(press: Press, label: str, figure: str, below: str) -> KeyFigure:
    cut = (press.prose(label, "note", most=1), press.prose(figure, "key_figure", most=1))
    return KeyFigure(*cut, press.prose(below, "note", most=1))


def _fields(card: Card, lines: int) -> Block:
    """Who the person is and how to reach them, each under its label."""
    press, subject = card.press, card.subject

    def told(name: str) -> str:
        return tell(field_of(Contact, name), getattr(card.contact, name), press.words, subject.called, press.today)

    entries = []
    for name, takes in _FIELDS:
        text, label = told(name).strip(), _label(card, name)
        value: Block | None = press.cell(text, most=lines) if text else None
        if name == "phone":
            label = press.prose(press.tr("Phone, e-mail"), "note", most=1)
            both = [line for line in (text, told("email").strip()) if line]
            value = Stack([press.prose(plain(it, colour="ink"), "note", most=1) for it in both]) if both else None
        entries.append(Entry(label, value, takes))
    return Entries(entries, _COLUMNS, 4 * MM)


def wants(card: Card, lines: int) -> Block:
    """What the job needs, what the person wins, what they decide by, where they come from."""
    texts = [(name, getattr(card.contact, name)) for name in _WANTS]
    entries = [
        Entry(_label(card, name), note(card, text, lines) if text.strip() else None, lines=min(lines - 1, 2))
        for name, text in texts
    ]
    return Entries(entries, 2, 8 * MM)


def personal(card: Card, lines: int) -> Block | None:
    """The personal note, only where its own tick allows it."""
    contact, press = card.contact, card.press
    if not contact.print_personal or not contact.personal.strip():
        return None
    return press.titled(press.tr("Personal note"), note(card, contact.personal, lines))


def note(card: Card, text: str, lines: int) -> Block:
    """A note of so many lines at most."""
    press, kind = card.press, style().types["cell"]
    return Cut(markdown.note(press, text[:_LONGEST], "cell"), (lines + 0.01) * kind.leading, press.muted("…"))


def _label(card: Card, name: str) -> Prose:
    return card.press.prose(card.press.tr(field_of(Contact, name).label), "note", most=1)
