"""What to do about one person, from where he or she stands and how much that matters (method T5)."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.client.account import Person
from kamdesk.client.people import KEY_INFLUENCE, Attitude
from kamdesk.client.record import Choice
from kamdesk.client.weigh_records import Dimension
from kamdesk.words import NC_, Said, said

_FOR, _AGAINST = (Attitude.COACH, Attitude.SUPPORTER), (Attitude.NON_SUPPORTER, Attitude.ENEMY)
_LEANS = 2  # on the dimension of rivals this level and the one below lean to a rival


class Move(Choice):
    """The tactic in a word; a person is never attacked."""

    PROTECT = "protect", NC_("person tactic", "Protect")
    GUIDE = "guide", NC_("person tactic", "Learn from")
    CONVERT = "convert", NC_("person tactic", "Win over")
    NEUTRALISE = "neutralise", NC_("person tactic", "Neutralise")
    WATCH = "watch", NC_("person tactic", "Watch")


ADVICE: dict[Move, Said] = {
    Move.PROTECT: said("Protect this support and hand over arguments that can be used inside."),
    Move.GUIDE: said("Ask for information and for the way to those who decide."),
    Move.CONVERT: said("Win this person over before anybody else: business value, proof, a second contact."),
    Move.NEUTRALISE: said("Fair process, less fear, business value to the boss above; never attack the person."),
    Move.WATCH: said("Stay polite and informed; spend the time on those who decide."),
}


_REASONS: dict[tuple[int, bool], Said] = {  # by the side, and whether he or she has much influence
    (1, True): said("For us, and influential"),
    (1, False): said("For us, with little influence"),
    (0, True): said("Not decided, and influential"),
    (0, False): said("Not decided, with little influence"),
    (-1, True): said("Leans to the rival, and influential"),
    (-1, False): said("Leans to the rival, with little influence"),
}


@dataclass(frozen=True, slots=True)
class PersonTactic:
    """A move with its advice, what it follows from, and a note where an owner's tie counts for more."""

    move: Move
    reason: Said
    note: Said | None = None

    @property
    def label(self) -> str:
        """The word, to be translated."""
        return self.move.label

    @property
    def said(self) -> Said:
        """The advice as a sentence."""
        return ADVICE[self.move]


def person_tactic(person: Person) -> PersonTactic | None:
    """The tactic; None while it is unknown where the person stands or how much influence he or she has.

    Neutral or leaning to the rival without influence is in no table of the method: time goes to key people first
    (S3-10). Who owns the company is always important, and the personal tie carries the company's weight (S1-7).
    """
    contact, side = person.contact, _side(person)
    if side is None or (contact.influence is None and not contact.is_owner):
        return None
    high = contact.key_player or contact.is_owner
    note = said("Owns the company: this personal tie counts as one to the company.") if contact.is_owner else None
    return PersonTactic(_move(side, high), _REASONS[side, high], note)


def move_at(influence: int, attitude: Attitude) -> Move:
    """The tactic for whoever stands on a cell of influence × attitude."""
    side = 1 if attitude in _FOR else -1 if attitude in _AGAINST else 0
    return _move(side, influence >= KEY_INFLUENCE)


def _move(side: int, high: bool) -> Move:
    if side > 0:
        return Move.PROTECT if high else Move.GUIDE
    if not high:
        return Move.WATCH
    return Move.NEUTRALISE if side < 0 else Move.CONVERT


def _side(person: Person) -> int | None:
    """1 for us, 0 between, -1 for the rival, None unknown. Who supports us and the rival more is between."""
    rivalry = person.weighed.counted[Dimension.RIVALRY].counted if person.weighed else None
    lead = person.lead
    trails = lead is not None and lead <= -person.rules.margin
    leans = trails or (rivalry is not None and rivalry <= _LEANS)
    attitude = person.attitude
    if attitude in _AGAINST:
        return -1
    if attitude in _FOR:
        return 0 if leans else 1
    if leans:
        return -1
    return None if attitude is None else 0
