"""P6 and P7 say what the measures say: targets, gaps, layers, mix, dependence, quality; nobody who left is listed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.client.account import account
from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.dependence import dependence
from kamdesk.client.levels import LEVELS, code
from kamdesk.client.mix import activity_mix
from kamdesk.client.paper_records import Audience
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.quality import plan_quality
from kamdesk.client.rollup import layers, light, warnings
from kamdesk.client.rules import RULES
from kamdesk.client.targets import all_gaps, person_gaps
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.client.wanted import held_targets, wanted_levels
from kamdesk.client.weigh_records import Dimension, Organisation, Target
from kamdesk.document.plan import Issued, write_plan
from kamdesk.words import LANGUAGES, words_for
from tests.document.clients import crowded, empty
from tests.document.pdf import Pdf
from tests.document.related import BY, DAY, OWNER, ours, related
from tests.document.test_hostile import HOSTILE, filled


def page(client: Client, chapter: str, language: str = "en", shared: Workspace | None = None) -> Pdf:
    """One chapter as it is read back, with what of it waits in the appendix."""
    out = io.BytesIO()
    key = "en" if language == "en" else "zh"
    write_plan(client, shared or ours(key), out, words_for(language), DAY, [chapter, "appendix"], invariant=True)
    return Pdf(out.getvalue())


def squeezed(text: str) -> str:
    """Without any spaces, since a line's end may stand anywhere."""
    return re.sub(r"\s", "", text)


def text_of(client: Client, chapter: str, language: str = "en") -> str:
    """All words of a chapter, squeezed."""
    return squeezed(page(client, chapter, language).text)


# P6


def test_the_weigh_in_page_names_its_weights_and_what_comes_first() -> None:
    text = text_of(related("en"), "weighin")
    assert squeezed("weights: Project, four dimensions") in text
    told = "Neck and neck (−0.06): ahead with Evaluator and User; start with Wang Lu and Zhou Jianguo on Project D5"
    assert squeezed(told) in text
    assert squeezed("First to do: Wang Lu D5 1.75, Zhou Jianguo D5 1.75 and Wang Lu D3 1.25") in text


def test_the_weigh_in_page_says_the_same_numbers_as_the_measures() -> None:
    client = related("en")
    figures, text = account(client, DAY), text_of(client, "weighin")
    assert figures.ari is not None
    assert figures.ari_conservative is not None
    assert f"ARI{tell_decimal(figures.ari, 2)}" in text
    assert f"{tell_decimal(figures.ari_conservative, 2)}conservative" in text
    assert f"Cover{figures.coverage * 100:.0f}%" in text
    for person in figures.people:
        if person.score is not None and person.lead is not None:
            assert tell_decimal(person.score, 2) in text
            assert tell_gap(person.lead, 2) in text
        if gaps := person_gaps(client, person, DAY):
            assert f"→{tell_decimal(gaps.score_wanted or 0, 2)}" in text
    levels = [figures.now[it] for it in Dimension]
    assert all(tell_decimal(level, 2) in text for level in levels if level is not None)


def test_targets_stand_below_their_levels_and_capped_ones_say_why_in_a_word() -> None:
    text = text_of(related(), "weighin", "en")
    assert text.count("→4") == 6  # three of Wang Lu, two of Zhou Jianguo, one capped
    assert "5→4partly" in text
    assert "4→3unproven" in text
    assert "5→3unproven" in text


def test_who_left_is_named_once_as_left_and_in_no_row() -> None:
    text = text_of(related("en"), "weighin")
    assert text.count("HeMan") == 1
    assert squeezed("Left and not counted: He Man (14 Feb).") in text


def test_the_radar_wants_what_the_targets_roll_up_to() -> None:
    client = related()
    figures = account(client, DAY)
    wanted = wanted_levels(figures, held_targets(client, figures, DAY))
    assert wanted[Dimension.ACTIVITY] is None
    assert wanted[Dimension.GUIDANCE] is None
    # D5 of Wang Lu and Zhou Jianguo 3 -> 4 of influence 5 each, of Sun Hao 2 -> 3 of influence 2; the whole weighs 19.
    now, aim = figures.now[Dimension.PROJECT], wanted[Dimension.PROJECT]
    assert now is not None
    assert aim is not None
    assert aim - now == pytest.approx((5 + 5 + 2) / 19)


def test_without_targets_the_page_shows_the_time_before() -> None:
    text = text_of(replace(related("en"), targets=()), "weighin")
    assert squeezed("last time") in text
    assert squeezed("must win Wang Lu") in text
    assert "priority" not in text


def test_eight_people_take_one_page_with_their_charts() -> None:
    client = related("en")
    more = tuple(Contact(key=f"m{at}", owner=OWNER, name=f"Person {at:02d}", influence=1) for at in range(2))
    for language in LANGUAGES:
        pdf, words = page(replace(client, contacts=(*client.contacts, *more)), "weighin", language), words_for(language)
        assert len(pdf.pages) == 1
        assert squeezed(words.tr("How it moved")) in squeezed(pdf.text)


def test_the_weigh_in_page_stands_below_another_chapter_only_as_a_whole() -> None:
    out = io.BytesIO()
    write_plan(related("en"), ours("en"), out, words_for("en"), DAY, ["profile", "weighin"], invariant=True)
    pdf = Pdf(out.getvalue())
    assert "Radar" not in pdf.page_text(1)
    assert "Radar" in pdf.page_text(2)


def test_an_attitude_set_by_hand_is_told_beside_another_band_and_never_in_a_brief() -> None:
    client = related("en")
    people = tuple(replace(it, attitude=Attitude.COACH if it.key == "wang" else None) for it in client.contacts)
    client = replace(client, contacts=people)
    assert squeezed("by hand: Coach") in text_of(client, "weighin")
    out = io.BytesIO()
    told = Issued(audience=Audience.BRIEF)
    write_plan(client, ours("en"), out, words_for("en"), DAY, ["weighin", "relation"], invariant=True, about=told)
    brief = squeezed(Pdf(out.getvalue()).text)
    assert "byhand" not in brief
    assert squeezed("Influence × score band") in brief
    assert squeezed("Influence × attitude") not in brief
    assert not any(squeezed(it.said.tell(words_for("en"))) in brief for it in warnings(account(client, DAY)))


def test_more_than_eight_people_run_over_pages_and_the_radar_stays() -> None:
    client = related("en")
    more = tuple(Contact(key=f"m{at}", owner=OWNER, name=f"Person {at:02d}", influence=1) for at in range(40))
    pdf = page(replace(client, contacts=(*client.contacts, *more)), "weighin")
    assert len(pdf.pages) >= 2
    assert "Radar" in pdf.page_text(1)
    assert "Radar" not in pdf.page_text(2)
    text = squeezed(pdf.text)
    assert all(f"Person{at:02d}" in text for at in range(40))


# P7


def test_the_plan_tells_each_gap_with_its_way() -> None:
    client, words = related("en"), words_for("en")
    text = text_of(client, "relation")
    gaps = all_gaps(client, account(client, DAY), DAY)
    assert len(gaps) == 9
    for gap in gaps:
        assert gap.now is not None
        assert squeezed(f"{code(gap.dimension)} {words.tr(gap.dimension.label)}{gap.now} → {gap.wanted}") in text
        assert squeezed(f"{gap.now} → {gap.wanted} {tell_decimal(gap.priority, 2)}") in text
        assert squeezed(LEVELS[gap.dimension][gap.now]) in text
        for action in gap.actions:
            assert squeezed(action.text) in text
            assert squeezed(action.person) in text
    assert text.count("nothingplanned") >= sum(not gap.actions for gap in gaps) == 5
    for told in (
        "12 h",
        "8 h · ¥6,000",
        "proof: Wang Lu answers in writing",
        "no proof named",
        "serves no order, no goal",
    ):
        assert squeezed(told) in text
    assert squeezed("Actions for 4 of 9 gaps, first Wang Lu D5 3 → 4; none yet for Wang Lu D3") in text


def test_the_plan_says_the_same_numbers_as_the_measures() -> None:
    client, shared, words = related("en"), ours("en"), words_for("en")
    figures, text = account(client, DAY), text_of(client, "relation")
    found, rests = layers(client, figures, DAY), dependence(client, shared, figures)
    assert found.key is not None
    assert found.organisation is not None
    assert found.general is not None
    for told in (
        tell_decimal(found.key, 2),
        f"{found.general * 100:.0f}%",
        tell_decimal(found.organisation, 2),
        light(client, figures).reason.tell(words),
        f"{(rests.theirs or 0) * 100:.0f}% of their support",
        f"{(rests.ours or 0) * 100:.0f}% of the key people",
        *(warning.said.tell(words) for warning in warnings(figures)),
        *(check.said.tell(words) for check in plan_quality(client, figures, DAY)),
        *(check.why.tell(words) for check in plan_quality(client, figures, DAY) if check.why and not check.ok),
        *(words.tr(label) for label, _ in found.items),
        *(words.tr(kind.label) for kind in activity_mix(client, DAY).planned),
    ):
        assert squeezed(told) in text
    passed = sum(check.ok is True for check in plan_quality(client, figures, DAY))
    assert f"{passed}of" in text


def test_the_reps_own_limits_are_the_ones_named() -> None:
    text = text_of(replace(related("en"), rules=replace(RULES, meals=25, one_of_theirs=70, threads=4)), "relation")
    for told in ("limit 25%", "limit 70%", "needs 4"):
        assert squeezed(told) in text


def test_invitations_earlier_targets_and_earlier_scores_are_on_record() -> None:
    client = related("en")
    old = Target(
        key="t0", owner=OWNER, contact="wang", set_on=DAY - timedelta(300), by=DAY, project=3, remark="Older aim"
    )
    score = Organisation(key="o0", owner=OWNER, day=DAY - timedelta(400), executive=1, remark="Nobody knew us")
    text = text_of(
        replace(client, targets=(*client.targets, old), organisation=(*client.organisation, score)), "relation"
    )
    for told in ("Open day of the reference line", "Came", "Sent somebody", "Older aim", "D5 3", "Nobody knew us"):
        assert squeezed(told) in text
    assert squeezed("Quarterly review held three times") in text


def test_a_reached_target_and_a_plan_without_gaps() -> None:
    client = related("en")
    kept = (Target(key="t", owner=OWNER, contact="chen", set_on=DAY, by=BY, acceptance=4, goal="goal"),)
    text = text_of(replace(client, targets=kept), "relation")
    assert squeezed("Every target is reached: set the next ones.") in text
    assert "targetreached" in text


def test_an_unknown_level_is_asked_for() -> None:
    client = related("en")
    aim = Target(key="t", owner=OWNER, contact="zhou", set_on=DAY, by=BY, information=3)
    text = text_of(replace(client, targets=(aim,)), "relation")
    assert squeezed("? → 3") in text
    assert "findout" in text
    assert squeezed("Last three things they told us, with dates?") in text


def test_without_any_of_it_the_plan_is_one_red_flag() -> None:
    pdf = page(empty(), "relation")
    assert len(pdf.pages) == 1
    assert squeezed("P7 Relationship plan") in squeezed(pdf.text)
    assert squeezed("not filled · red flag") in squeezed(pdf.text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_break_neither_page(text: str) -> None:
    client = Client.of(filled(record, text) for record in related().records)
    shared = Workspace.of(filled(record, text) for record in ours().records)
    for chapter in ("weighin", "relation"):
        pdf = page(client, chapter, "zh_CN", shared)
        assert b"/URI" not in pdf.data
        assert all(run.x < 595.3 - 51 for run in pdf.runs)


def test_a_crowd_with_targets_is_written_in_time() -> None:
    client = crowded(200)
    aims = tuple(
        Target(key=f"t{at}", owner="crowd", contact=it.key, set_on=DAY, by=BY, project=4)
        for at, it in enumerate(client.contacts)
    )
    pdf = page(replace(client, targets=aims), "relation")
    assert "人员199" in pdf.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_equal_data_gives_equal_bytes(language: str) -> None:
    for chapter in ("weighin", "relation"):
        assert page(related(), chapter, language).data == page(related(), chapter, language).data


@pytest.mark.skipif(
    shutil.which("qpdf") is None or shutil.which("pdftotext") is None, reason="needs qpdf and pdftotext"
)
def test_both_pages_are_sound_and_come_back_from_another_reader(tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    write_plan(related(), ours(), out, words_for("zh_CN"), DAY, ["weighin", "relation", "appendix"])
    assert subprocess.run(["qpdf", "--check", str(out)], capture_output=True, check=False).returncode == 0
    done = subprocess.run(["pdftotext", "-layout", str(out), "-"], capture_output=True, encoding="utf-8", check=True)
    text = squeezed(done.stdout)
    for told in ("王璐", "2.75", "3.75", "请王璐审阅三年总成本测算", "样板线开放日", "何曼", "研发中心"):
        assert told in text


def test_a_name_alone_is_no_relationship() -> None:
    client = Client(company=Company(key="c", owner="c", name="X"))
    assert "P6" in text_of(client, "weighin")
