"""Who holds the roles a purchase needs and how they stand, and the four warnings a good light can hide."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kamdesk.client import sums
from kamdesk.client.account import Person, role_cover
from kamdesk.client.people import Role
from kamdesk.client.units import tell_known
from kamdesk.ui.look import Look
from kamdesk.ui.pages.relation.grid import Block
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.anew import emptied
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.sign_lines import SignLine
from kamdesk.ui.parts.sum_card import SumButton

_HOLDERS = 4  # names at most beside a role


class RolesBlock(Block):
    """Each role with a sign, who holds it with which score; then the warnings."""

    leading = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Roles and warnings"))

    def show_relation(self, relation: Relation) -> None:
        """Show the four roles and the warnings that hold."""
        emptied(self.column, keep=1)
        cover = role_cover(relation.account.people, relation.shown.client.rules)
        self.heading.show_count(f"{sum(covered for _, _, covered in cover)} / {len(cover)}")
        for roles, holders, covered in cover:
            line = _RoleLine(self.look, relation, roles, holders, covered)
            line.leading.connect(self.leading)
            self.column.addWidget(line)
        self.column.addSpacing(self.look.theme.px(4))
        self.column.addWidget(Label(self.look, self.look.tr("What the light does not show"), "small", "muted"))
        for warning in _warning_lines(relation, self.look):
            self.column.addWidget(warning)
        self.fill()


class _RoleLine(QWidget):
    """A role: a tick, an empty ring or a question mark; below the name who holds it."""

    leading = Signal(str)

    def __init__(
        self, look: Look, relation: Relation, roles: tuple[Role, ...], holders: tuple[Person, ...], covered: bool
    ) -> None:
        super().__init__()
        px = look.theme.px
        icon, ink = (
            ("circle-check", "ok") if covered else ("circle-alert", "warn") if holders else ("circle-help", "bad")
        )
        state = look.tr("covered") if covered else look.tr("not covered") if holders else look.tr("nobody named")
        sign = QLabel()
        sign.setPixmap(look.icons.pixmap(icon, ink))
        sign.setContentsMargins(0, px(2), 0, 0)
        head = QHBoxLayout()
        name = " / ".join(look.tr(role.label) for role in roles)
        head.addWidget(Label(look, name, "name", elide=True), 1)
        head.addWidget(Label(look, state, "small", ink))
        who = QWidget()
        flow = Flow(who, px(8))
        for person in holders[:_HOLDERS]:
            flow.addWidget(self._holder(look, relation, person))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(head)
        if holders:
            words.addWidget(who)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _holder(self, look: Look, relation: Relation, person: Person) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(2))
        number = SumButton(look, "small", strong=False, label=person.contact.name)
        score = tell_known(person.score, 1)
        number.show_number(score, partial(sums.sum_of_score, relation.shown.client, person), colour="text2")
        number.leading.connect(self.leading)
        row.addWidget(Label(look, person.contact.name, "small", "text2"))
        row.addWidget(number)
        return held


def _warning_lines(relation: Relation, look: Look) -> list[SignLine]:
    """The warnings that hold, or one line that none does."""
    lines = []
    for warning in relation.warnings:
        names = ("、" if look.words.chinese else ", ").join(contact.name for contact in warning.contacts[:_HOLDERS])
        told = look.tell(warning.said)
        text = look.tr("{warning}: {names}", warning=told, names=names) if names else told
        lines.append(SignLine(look, "triangle-alert", "warn", text))
    if not lines and relation.account.weighed:
        lines.append(SignLine(look, "circle-check", "ok", look.tr("None of the four warnings holds."), "text2"))
    elif not lines:
        lines.append(SignLine(look, "circle-help", "muted", look.tr("Nobody is weighed yet."), "text2"))
    return lines
