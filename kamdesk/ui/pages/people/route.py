"""The path to a person: which people and lines to light on the map, and its steps in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kamdesk.client.account import Account
from kamdesk.client.client import Client
from kamdesk.client.network import Route, route
from kamdesk.client.people import Contact, Coverage, Role, Tie, TieKind
from kamdesk.client.units import tell_decimal, tell_known
from kamdesk.picture.people_map import MapTie
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import IconButton, with_key
from kamdesk.ui.parts.floating import Floating
from kamdesk.ui.parts.labels import Label, Paragraph

_DEPTHS = [Coverage.NONE, None, Coverage.THIN, Coverage.SEVERAL, Coverage.DEEP]
_DECIDING = (Role.DECIDER, Role.APPROVER)


def goal_of(account: Account) -> Contact | None:
    """Whom a path is wanted to when nobody is chosen: of those who decide, the one we are least in contact with."""
    deciding = [person for person in account.people if set(_DECIDING) & set(person.contact.roles)]
    people = deciding or list(account.people)
    ranked = sorted(people, key=lambda row: (_DEPTHS.index(row.contact.coverage), row.score or 0, -row.influence))
    return ranked[0].contact if ranked else None


def route_ties(found: Route) -> tuple[MapTie, ...]:
    """The lines of a path, to be drawn over the others."""
    pairs = zip(found.people, found.people[1:], strict=False)
    return tuple(MapTie(f"route-{at}", "route", one.key, other.key) for at, (one, other) in enumerate(pairs))


def route_words(client: Client, account: Account, to: Contact, look: Look) -> tuple[Route | None, str, str]:
    """The path with its heading and its steps in words, or why there is none."""
    tr, found = look.tr, route(client, account, to.key)
    heading = tr("Path to {name}", name=to.name)
    if found is None:
        return None, heading, tr("No line leads to {name} yet. Draw who trusts or influences whom.", name=to.name)
    if len(found.people) == 1:
        return found, heading, tr("{name} talks to us already.", name=to.name)
    person = account.person(found.people[0].key)
    score = tell_known(person.score if person else None, 1)
    steps = [tr("{name} ({score})", name=found.people[0].name, score=score)]
    for one, other, tie in zip(found.people, found.people[1:], found.ties, strict=False):
        steps.append(_step(one, other, tie, look))
    words = " → ".join(steps)
    if not found.opener:
        least = tell_decimal(client.rules.opener, 1)
        words = "\n".join((words, tr("Nobody stands at {n} or better; this is the best there is.", n=least)))
    return found, heading, words


def _step(one: Contact, other: Contact, tie: Tie | None, look: Look) -> str:
    tr = look.tr
    if tie is None:
        if other.reports_to == one.key:
            return tr("{name} (reports to {boss})", name=other.name, boss=one.name)
        return tr("{name} (boss of {report})", name=other.name, report=one.name)
    told = tr("trusts") if tie.kind is TieKind.TRUST else tr("influence")
    return (
        tr("{name} ({line}: {note})", name=other.name, line=told, note=tie.note)
        if tie.note.strip()
        else tr("{name} ({line})", name=other.name, line=told)
    )


class RouteCard(Floating):
    """The steps of the path at the top of the map, until it is closed."""

    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over, width=640, foot=True)
        px = look.theme.px
        icon = QLabel()
        icon.setPixmap(look.icons.pixmap("waypoints", "accent"))
        self._heading = Label(look, "", "body", strong=True)
        self._words = Paragraph(look, "", "body", "text2")
        self._close = IconButton(look, "x", with_key(look.tr("Close"), "P"), small=True)
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(icon)
        top.addWidget(self._heading, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(6), px(10))
        column.setSpacing(px(2))
        column.addLayout(top)
        column.addWidget(self._words)
        self._close.clicked.connect(self.closed)

    def tell(self, heading: str, words: str) -> None:
        """Show these steps."""
        self._heading.setText(heading)
        self._words.setText(words)
        self.setAccessibleName(f"{heading}: {words}")
        self.appear()

    def told(self) -> str:
        """The steps as they stand there."""
        return self._words.text()
