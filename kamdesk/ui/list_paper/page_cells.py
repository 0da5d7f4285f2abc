"""What the rows of single pages say in columns; imported with the first list that is printed."""

from __future__ import annotations

from kamdesk.client.chain import Flag
from kamdesk.client.choosing import version_of
from kamdesk.client.cooling import Cooling
from kamdesk.client.units import tell_day, tell_gap, tell_known
from kamdesk.client.weigh_records import Dimension
from kamdesk.ui.list_paper.told import Columns, Teller, Told
from kamdesk.ui.pages.library.checklist_rows import Listed, told_for
from kamdesk.ui.pages.library.rules import RuleRow, told_default
from kamdesk.ui.pages.paper.leak_part import LeakRow
from kamdesk.ui.pages.paper.moved_list import MovedRow
from kamdesk.ui.pages.relation.plan_rows import PlanRow, RowKind
from kamdesk.ui.pages.rivals.all_rivals_at import AtRow
from kamdesk.ui.pages.rivals.all_rivals_facts import FactRow
from kamdesk.ui.pages.rivals.all_rivals_news import NewsRow
from kamdesk.ui.pages.rivals.attack_rows import AttackRow
from kamdesk.ui.pages.rivals.here_rows import BackerRow, DealRow, HereRow
from kamdesk.ui.pages.rivals.tactic_rows import TacticRow
from kamdesk.ui.pages.visit.flow_rows import AgendaRow
from kamdesk.ui.pages.visit.ladder_rows import RungRow
from kamdesk.ui.pages.visit.ladder_rows import TacticRow as VisitTactic
from kamdesk.ui.pages.visit.rows import Point
from kamdesk.ui.pages.visit.told_rows import Offered
from kamdesk.ui.pages.visit.told_rows import Told as ToldRow
from kamdesk.ui.pages.weighin.history import Kept


def _cooling(told: Told) -> Columns:
    look = told.look
    return (look.tr("Client"), look.tr("Why")), lambda item: (item.glance.called, look.tell(item.said))


def _rival_fact(told: Told) -> Columns:
    look = told.look

    def texts(item: FactRow) -> tuple[str, ...]:
        line = item.line
        day = tell_day(line.day, look.words, told.today) if line.day else ""
        sure = look.tr(line.confidence.label) if line.confidence else ""
        return (line.text, line.answer, line.source, day, sure, look.tr("Yes") if line.tellable else "")

    tr = look.tr
    return (tr("Fact"), tr("Our answer"), tr("Source"), tr("As of"), tr("Confidence"), tr("May be told")), texts


def _met_at(told: Told) -> Columns:
    tr = told.look.tr
    heads = (tr("Client"), tr("How they stand here"), tr("What it supplies"), tr("Our stance"))
    return heads, lambda item: (item.at.name, item.upper, item.lower, item.stance)


def _news(told: Told) -> Columns:
    tr = told.look.tr
    heads = (tr("Rival"), tr("News"), tr("Client"), tr("Source"))
    return heads, lambda item: (item.rival or item.news.rival.called, item.text, item.place, item.told)


def _attack(told: Told) -> Columns:
    look = told.look

    def texts(item: AttackRow) -> tuple[str, ...]:
        attack = item.attack
        return (item.claim, attack.answer, attack.proof, " · ".join(filter(None, (item.ready, item.reason))))

    return (look.tr("They will say"), look.tr("Our answer"), look.tr("Proof"), look.tr("State")), texts


def _tactic(told: Told) -> Columns:
    tr = told.look.tr
    heads = (tr("About"), tr("Tactic"), tr("State"))
    return heads, lambda item: (item.subject, item.told, item.state)


def _visit_tactic(told: Told) -> Columns:
    tr = told.look.tr
    heads = (tr("About"), tr("Tactic"), tr("What we do"), tr("State"))
    return heads, lambda item: (item.title, item.label, item.words, item.tail)


def _here(told: Told) -> Columns:
    tr = told.look.tr
    return (tr("Rival"), tr("How they stand here")), lambda item: (item.rival.name, item.told)


def _checklist(told: Told) -> Columns:
    look = told.look

    def texts(item: Listed) -> tuple[str, ...]:
        return (item.template.name, told_for(item.template, look), str(item.lines), str(version_of(item.template)))

    return (look.tr("Checklist"), look.tr("Made for"), look.tr("Lines"), look.tr("Version")), texts


def _rule(told: Told) -> Columns:
    look = told.look

    def texts(item: RuleRow) -> tuple[str, ...]:
        number: float = getattr(item.editor.rules, item.rule.name)
        value = look.tr("{n} d", n=f"{number:g}") if item.rule.unit == "d" else f"{number:g}{item.rule.unit}"
        return (item.words, value, told_default(look, item.rule))

    return (look.tr("Rule"), look.tr("Value"), look.tr("In the method")), texts


def _weighin(told: Told) -> Columns:
    """The levels that were counted, under the names of the dimensions."""
    look, dimensions = told.look, tuple(Dimension)

    def texts(item: Kept) -> tuple[str, ...]:
        levels = (item.weighin.kept(dimension) or getattr(item.weighin, dimension.value) for dimension in dimensions)
        moved = tell_gap(item.moved, 1) if item.moved is not None else ""
        score = tell_known(item.score, 1)
        return (item.day, *(str(level or "?") for level in levels), score, moved, item.weighin.remark)

    names = (look.tr(dimension.label) for dimension in dimensions)
    return (look.tr("Day"), *names, look.tr("Weigh-in"), look.tr("Moved"), look.tr("Remark")), texts


def _plan(told: Told) -> Columns:
    look = told.look

    def texts(item: PlanRow) -> tuple[str, ...]:
        if item.kind is RowKind.GAP:
            return (item.title, item.text, item.serves, "", "")
        if item.action is None:
            return ("", item.text, "", "", "") if item.kind is RowKind.PROPOSAL else (item.title, "", "", "", "")
        due = tell_day(item.action.due, look.words, told.today) if item.action.due else ""
        return ("", item.action.text, "", item.action.person, due)

    tr = look.tr
    return (tr("Gap"), tr("Next level or action"), tr("Serves"), tr("Owner"), tr("Due")), texts


def _told_row(told: Told) -> Columns:
    tr = told.look.tr
    return (tr("What"), tr("Remark"), tr("State")), lambda item: (item.title, item.note, item.tail)


def _offered(told: Told) -> Columns:
    tr = told.look.tr
    return (tr("What"), tr("Remark")), lambda item: (item.title, item.note)


def _hint(told: Told) -> Columns:
    look = told.look
    return (look.tr("Worth asking"), look.tr("Ask")), lambda item: (
        look.tell(item.said),
        item.ask.name if item.ask else "",
    )


def _moved(told: Told) -> Columns:
    tr = told.look.tr
    return (tr("What changed"), tr("Value")), lambda item: (item.title, item.value)


KINDS: dict[type, Teller] = {
    Cooling: _cooling,
    FactRow: _rival_fact,
    AtRow: _met_at,
    NewsRow: _news,
    AttackRow: _attack,
    TacticRow: _tactic,
    VisitTactic: _visit_tactic,
    HereRow: _here,
    Listed: _checklist,
    RuleRow: _rule,
    Kept: _weighin,
    PlanRow: _plan,
    ToldRow: _told_row,
    Offered: _offered,
    Flag: _hint,
    MovedRow: _moved,
}
HOLDERS: dict[type, str] = {  # rows that show one record, by name
    Point: "point",
    AgendaRow: "item",
    RungRow: "rung",
    DealRow: "opportunity",
}
SECRET = (BackerRow, LeakRow)  # who supports a rival, what a copy leaves out: what is secret is never on a list
