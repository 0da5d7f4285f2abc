"""What the visit sheet says of whom: facts that may be shown, promises, names, whom to call for which item."""

from __future__ import annotations

from dataclasses import replace

from kamdesk.client.company import Fact, Topic
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.visit_records import Step
from tests.document.prepared import VISIT, prepared
from tests.document.related import DAY, OWNER
from tests.document.test_visit_sheet import above, below, sheet, squeezed


def test_what_we_plan_and_what_is_said_behind_their_back_is_no_fact_for_their_table() -> None:
    facts = tuple(Fact(key=topic.name, owner=OWNER, topic=topic, text=f"fact {topic.name}", day=DAY) for topic in Topic)
    pdf, _ = sheet(replace(prepared("en"), facts=facts))
    for topic in (Topic.MATTERS, Topic.US, Topic.THEY):
        assert squeezed(f"fact {topic.name}") in above(pdf)
    for topic in (Topic.NEXT, Topic.OTHER):
        assert squeezed(f"fact {topic.name}") not in squeezed(pdf.text)


def test_where_one_side_owes_nothing_the_other_has_the_whole_width() -> None:
    owed = tuple(
        Action(key=f"a{at}", owner=OWNER, text=f"owed {at}", side=Side.THEIRS, said_by="Wang", due=DAY)
        for at in range(2)
    )
    pdf, _ = sheet(replace(prepared("en"), actions=owed))
    assert squeezed("We owe since last time") not in above(pdf)
    places = [run for run in pdf.runs if run.text.strip().endswith(("owed 0", "owed 1"))]
    assert len({round(run.y) for run in places}) == 1  # beside each other


def test_each_item_names_whom_to_call_beyond_my_authority() -> None:
    client = prepared("en")
    first = next(it for it in client.concessions if it.visit == VISIT)
    rungs = tuple(
        replace(first, key=item, item=item, step=Step.OPEN, offer="5", unit="", authority="4", call=call)
        for item, call in (("Price", "Qiu Wei"), ("Terms", "Zheng Ning"))
    )
    pdf, _ = sheet(replace(client, concessions=rungs))
    for item, call in (("Price", "Qiu Wei"), ("Terms", "Zheng Ning")):
        assert squeezed(f"{item} 4") in below(pdf) or squeezed(f"{item}: ") in below(pdf)
        assert squeezed(call) in below(pdf)


def test_a_negotiation_has_lines_for_what_comes_back() -> None:
    pdf, _ = sheet(prepared("en", extra=True))
    assert squeezed("Given and got") in squeezed(pdf.page_text(3))
