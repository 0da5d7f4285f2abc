"""P12, thin: what could go wrong, the gravest first, how it would show and what is done about it."""

from __future__ import annotations

from datetime import date

from kamdesk.client.risks import Risk, RiskState
from kamdesk.document import markdown
from kamdesk.document.blocks import Block
from kamdesk.document.flow import Part, Story
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.words import N_

TITLE = N_("Risks")
_GRAVE = 12  # likelihood times impact


def build(press: Press, subject: Subject) -> Story:
    """All of them; one line when nobody has thought of any."""
    held = subject.client.risks
    if not held:
        return press.missing("P12", press.tr(TITLE))
    waiting = gravest(held)
    parts = [Part(_table(press, press.tr("What could go wrong"), waiting, press.tr("likelihood × impact, each 1–5")))]
    gone = [it for it in held if it.state is RiskState.GONE]
    if gone:
        parts.append(Part(_table(press, press.tr("Risks that are over"), gone, ""), moves=bool(waiting)))
    return press.story("P12", press.tr(TITLE), _conclusions(press, waiting), parts if waiting else parts[1:])


def gravest(held: tuple[Risk, ...]) -> list[Risk]:
    """Those that still threaten, the gravest first; one whose size nobody has judged counts as the gravest."""
    waiting = [it for it in held if it.state is not RiskState.GONE]
    return sorted(waiting, key=lambda it: (it.state is RiskState.WATCHED, -_size(it), it.due or date.max))


def told_size(it: Risk) -> str:
    """Likelihood and impact: 4 × 5."""
    return f"{it.likelihood or '?'} × {it.impact or '?'}"


def _size(it: Risk) -> int:
    return (it.likelihood or 5) * (it.impact or 5)


def _table(press: Press, title: str, held: list[Risk], note: str) -> Titled:
    columns = (
        press.column(press.tr("Risk"), share=1.4),
        press.column(press.trc("risk", "Size"), align="right"),
        press.column(press.tr("State")),
        press.column(press.tr("Response"), share=1.2),
        press.column(press.tr("Owner")),
        press.column(press.tr("Due"), align="right"),
    )
    rows = [Row(_cells(press, it), about=told_of(it)) for it in held]
    return press.titled(title, press.table(columns, rows), note)


def _cells(press: Press, it: Risk) -> tuple[Block, ...]:
    sign = press.tr("seen by: {proof}", proof=it.sign) if it.sign.strip() else ""
    grave, gone = _size(it) >= _GRAVE, it.state is RiskState.GONE
    named = press.cell(it.person) if it.person.strip() else press.alarm(press.tr("no owner"))
    answer: Block = markdown.note(press, it.response, "cell") if it.response.strip() else press.cell("—")
    if not it.response.strip() and not gone:
        answer = press.alarm(press.tr("nothing planned"))
    return (
        press.two(press.key(it.text), press.mute(sign)) if sign else press.key(it.text),
        press.key(told_size(it), "right") if grave else press.cell(told_size(it), "right"),
        press.cell(press.tr(it.state.label) if it.state else "—"),
        answer,
        press.cell(it.person or "—") if gone else named,
        press.cell(press.day(it.due), "right") if gone else press.due(it.due),
    )


def _conclusions(press: Press, waiting: list[Risk]) -> list[str]:
    """The gravest with what is done about it, and by whom."""
    if not waiting:
        return [press.tr("No risk threatens any more.")]
    first = waiting[0]
    values = {"risk": first.text, "size": told_size(first), "owner": first.person}
    short = press.tr("The gravest risk: {risk} ({size}).", **values)
    if not first.person.strip():
        long = N_("The gravest risk: {risk} ({size}); nobody answers for it.")
    elif not first.response.strip():
        long = N_("The gravest risk: {risk} ({size}); nothing is planned against it.")
    elif first.due:
        long = N_("The gravest risk: {risk} ({size}); {owner} answers for it until {day}.")
    else:
        long = N_("The gravest risk: {risk} ({size}); {owner} answers for it.")
    bare = press.trn("{n} risk still threatens.", "{n} risks still threaten.", len(waiting))
    return [press.tr(long, day=press.day(first.due), **values), short, bare]
