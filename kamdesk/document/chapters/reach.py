"""How to reach whom: looked up rather than read, and never the notes on a person (method, section 10)."""

from __future__ import annotations

from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row


def reach(press: Press, subject: Subject) -> Titled | None:
    """Everybody with an address, the most influential first."""
    people = [person.contact for person in subject.account.people]
    known = [it for it in people if it.phone or it.email or it.reach]
    if not known:
        return None
    columns = (
        press.column(press.tr("Name")),
        press.column(press.tr("Phone")),
        press.column(press.tr("E-mail")),
        press.column(press.tr("How to reach"), share=1.0),
    )
    rows = [
        Row(
            (
                press.key(it.name),
                press.small(it.phone or "—"),
                press.small(it.email or "—"),
                press.cell(it.reach or "—"),
            ),
            about=told_of(it, "name", "phone", "email", "reach"),
        )
        for it in known
    ]
    return press.titled(press.tr("How to reach them"), press.table(columns, rows))
