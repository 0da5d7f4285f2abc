"""P7: the relationship plan: from now to what is wanted by which action, three layers, the mix, who depends on whom."""

from __future__ import annotations

from dataclasses import replace

from kamdesk.client.dependence import dependence
from kamdesk.client.levels import code
from kamdesk.client.mix import activity_mix
from kamdesk.client.quality import plan_quality, worth
from kamdesk.client.rollup import layers, light, newest_scores, warnings
from kamdesk.client.targets import Gap
from kamdesk.client.units import tell_decimal
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters import relation_layers, relation_people, relation_record
from kamdesk.document.chapters.weighin_told import shows_attitudes
from kamdesk.document.flow import Part, Story
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.words import NC_

TITLE = NC_("chapter", "Relationship plan")


def build(press: Press, subject: Subject) -> Story:
    """All of it; one line when nothing is wanted of anybody, nobody was invited and no company score is there."""
    client = subject.client
    if not (client.targets or client.invitations or client.organisation):
        return press.missing("P7", press.tr(TITLE))
    records = (relation_record.invitations, relation_record.earlier_targets, relation_record.scores)
    parts = [Part(block) for block in _blocks(press, subject)]
    checks = plan_quality(client, subject.account, subject.today)
    whole = relation_layers.quality(press, checks)
    parts.append(Part(relation_layers.quality(press, checks, whole=False), gives_way=1, whole=whole))
    parts += [Part(block, moves=True) for tell in records if (block := tell(press, subject))]
    story = press.story("P7", _kicker(press, subject), _conclusions(press, subject), parts, most=1)
    return replace(story, title=press.tr(TITLE))


def _blocks(press: Press, subject: Subject) -> list[Block]:
    client, account, today = subject.client, subject.account, subject.today
    found, mix = layers(client, account, today), activity_mix(client, today)
    rests, stands = dependence(client, subject.workspace, account), light(client, account)
    told = [press.tell(warning.said) for warning in warnings(account)] if shows_attitudes(press) else []
    scores = newest_scores(client, today)
    remark = scores.remark if scores else ""
    company = press.barred(relation_layers.company(press, found, remark), *told_of(scores))
    state = relation_layers.light(press, found, stands)
    blocks: list[Block] = [Stack([state, relation_layers.warned(press, told)], 1.0) if told else state]
    blocks += [relation_people.people(press, subject)] if subject.targets else []
    mixed = 0.44 if press.words.chinese else 0.48  # the kinds of touch have longer words in English
    return [
        *blocks,
        Pair(relation_layers.departments(press, found), company, 0.55, 6 * MM),
        Pair(relation_layers.mixed(press, subject, mix), relation_layers.depends(press, subject, rests), mixed, 6 * MM),
    ]


def _kicker(press: Press, subject: Subject) -> str:
    """The chapter's name with the orders the targets serve, else with the goals."""
    targets, title = [held.target for held in subject.targets.values()], press.tr(TITLE)
    keys = [it.opportunity for it in targets if it.opportunity] or [it.goal for it in targets if it.goal]
    names = [name for key in dict.fromkeys(keys) if (name := subject.called(key))]
    if not names:
        return title
    return press.tr("{title} · for {names}", title=title, names=press.list(names[:2]))


def _conclusions(press: Press, subject: Subject) -> list[str]:
    """The first gap nothing is done for; else what the plan costs against what it shall bring; else that it stands."""
    gaps = subject.gaps
    if not subject.targets:
        return [press.tr("No target is set: nobody knows what the relationship shall come to.")]
    if not gaps:
        return [press.tr("Every target is reached: set the next ones.")]
    values = {"n": sum(bool(gap.actions) for gap in gaps), "m": len(gaps)}
    bare = next((gap for gap in gaps if not gap.actions), None)
    if bare is not None:
        short = press.tr("Actions for {n} of {m} gaps; next comes {gap}.", gap=_gap(press, bare), **values)
        first = gaps[0]
        if first is bare:
            told = press.tr(
                "Actions for {n} of {m} gaps; none yet for the first, {gap}.", gap=_gap(press, bare), **values
            )
            return [told, short]
        long = press.tr(
            "Actions for {n} of {m} gaps, first {first}; none yet for {gap}.",
            first=_gap(press, first),
            gap=_gap(press, bare),
            **values,
        )
        return [long, short]
    told = press.tr("All {m} gaps have an action; first {first}.", first=_gap(press, gaps[0]), **values)
    costs = [row for row in worth(subject.client) if row.share is not None]
    if not costs:
        return [told]
    dearest = max(costs, key=lambda row: row.share or 0)
    long = press.tr(
        "All {m} gaps have an action; first {first}; {order} costs {share}% of its margin.",
        first=_gap(press, gaps[0]),
        order=dearest.opportunity.name,
        share=tell_decimal(100 * (dearest.share or 0), 1),
        **values,
    )
    return [long, told]


def _gap(press: Press, gap: Gap) -> str:
    """Wang Lu D5 3 → 4."""
    return press.tr(
        "{name} {code} {now} → {wanted}",
        name=gap.contact.name,
        code=code(gap.dimension),
        now="?" if gap.now is None else gap.now,
        wanted=gap.wanted,
    )
