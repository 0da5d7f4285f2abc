"""The battle card: one page whatever was typed, every statement dated and tagged, the figures of the comparison."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kamdesk.client.account import account
from kamdesk.client.attacks import attacks
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import against, comparison
from kamdesk.client.contest import supporters
from kamdesk.client.kills import kills
from kamdesk.client.rival_records import Rival
from kamdesk.client.rules import RULES
from kamdesk.client.stance import stance
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.client.visit_records import Concession, Step
from kamdesk.document.binding import Written
from kamdesk.document.rival import rivals_here, write_rivals
from kamdesk.errors import Trouble
from kamdesk.words import LANGUAGES, words_for
from tests.document.clients import bare, empty
from tests.document.contested import INHOUSE, OTHER, OWNER, RIVAL, arena, contested
from tests.document.pdf import Pdf
from tests.document.related import DAY

LONG = "第一句，很长的话，说了又说。" * 1_430  # 20,000 characters
EN = words_for("en")


def card(
    client: Client,
    shared: Workspace | None = None,
    language: str = "en",
    rivals: Collection[str] | None = None,
    on: date = DAY,
) -> tuple[Pdf, Written]:
    """The card as it is read back, and what the writer told of it."""
    out = io.BytesIO()
    written = write_rivals(client, shared or arena("en"), out, words_for(language), on, rivals, invariant=True)
    return Pdf(out.getvalue()), written


def squeezed(text: str) -> str:
    """Without any spaces, since a line's end may stand anywhere."""
    return re.sub(r"\s", "", text)


def text_of(pdf: Pdf) -> str:
    return squeezed(pdf.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_of_the_main_rival_is_one_page(language: str) -> None:
    base = "en" if language == "en" else "zh"
    pdf, written = card(contested(base), arena(base), language)
    assert written.pages == len(pdf.pages) == 1
    assert written.missing_characters == ()
    assert written.outline == ((arena(base).rivals[0].called, 1),)


def test_everything_a_card_must_hold_is_there() -> None:
    text = text_of(card(contested("en"))[0])
    for told in (
        "Battle card · Inspection line, phase two",
        "Hengda Technology: Local integrator",
        "updated 5 Mar",
        "valid until 3 Jun",
        "Extensions and copies of phase one",
        "3–5% off before the award",
        "Cheaper per line it is; shall we count three years?",
        "Notice of purchasing",
        "On site the next day",
        "27 h of stops become 8",
        "The same line, 12% dearer",
        "Dearer per line, cheaper by the stops",
        "A2 cost sheet",
        "Who re-checks a false call today?",
        "About ¥820k (Estimated)",
        "Short-listed with us, first offer is in",
        "Only what can be verified is said",
    ):
        assert squeezed(told) in text, told


def test_the_card_says_the_figures_of_the_measures() -> None:
    client, shared = contested("en"), arena("en")
    text = text_of(card(client)[0])
    sheet, figures = comparison(client, shared), account(client, DAY)
    assert (
        squeezed(f"totals {tell_decimal(sheet.total or 0, 2)} to {tell_decimal(sheet.totals[RIVAL] or 0, 2)}") in text
    )
    for row in sheet.rows:
        gap = tell_gap(row.gap_main or 0, 0)
        assert squeezed(f"{row.factor.name}{tell_decimal(row.share or 0, 0)}%") in text
        assert gap in text
    verdict = stance(client, shared, figures, DAY)
    assert verdict.stance is not None
    assert squeezed(f"Our stance: {EN.tr(verdict.stance.label)}") in text
    assert squeezed(verdict.tests[-1].reason.tell(EN)) in text
    for person in supporters(client, figures, RIVAL, DAY)[:2]:
        assert squeezed(f"{person.contact.name} {tell_gap(person.lead or 0, 2)}") in text
    found = kills(client, shared, DAY)
    assert squeezed(f"{found.theirs[0].row.factor.name} {tell_gap(found.theirs[0].row.gap_main or 0, 0)}") in text
    first = found.nearly[0]
    assert squeezed(f"none; {first.row.factor.name} {tell_gap(first.row.gap_main or 0, 0)}") in text
    assert squeezed(first.missing[0].tell(EN)) in text


def test_prepared_answers_come_first_and_what_is_left_out_is_counted() -> None:
    client, shared = contested("en"), arena("en")
    held = attacks(client, shared, account(client, DAY), DAY, RIVAL)
    text = text_of(card(client)[0])
    counted = re.search(r"(\d+)more,(\d+)withoutananswer", text)
    assert counted
    shown = len(held) - int(counted.group(1))
    open_ones = sum(not it.answer for it in held) - int(counted.group(2))
    assert shown >= 2
    assert text.count("noansweryet") == open_ones
    for attack in [it for it in held if it.answer][:shown]:
        assert squeezed(attack.answer)[:30] in text


def test_a_card_of_another_rival_speaks_of_that_rival() -> None:
    client, shared = contested("en"), arena("en")
    pdf, written = card(client, rivals=[INHOUSE])
    text = text_of(pdf)
    assert written.outline == (("In-house line", 1),)
    sheet = comparison(against(client, INHOUSE), shared)
    for row in sheet.rows:
        if row.gap_main is not None:
            assert tell_gap(row.gap_main, 0) in text
    assert squeezed("has no price of its own") in text
    assert "Cheaperperline" not in text


def test_cards_of_several_rivals_are_one_file_the_main_one_first_each_under_its_own_name() -> None:
    pdf, written = card(contested("en"), rivals=[OTHER, INHOUSE, RIVAL])
    assert [name for name, _ in written.outline] == ["Hengda", "In-house line", "Yuanhang Equipment"]
    for number, name in enumerate(("Hengda", "In-house line", "Yuanhang Equipment"), 1):
        assert squeezed(f"Battle card · {name}") in squeezed(pdf.page_text(number))


def test_rivals_of_a_client_are_those_it_has_to_do_with() -> None:
    client, shared = contested("en"), arena("en")
    assert [it.key for it in rivals_here(client, shared)] == [RIVAL, INHOUSE]


def test_nothing_known_of_a_rival_is_said_in_red_and_leaves_rows_to_write_in() -> None:
    rival = Rival(key="r", owner="workspace", name="Newcomer")
    client = replace(empty(), company=replace(empty().company, rival="r"))
    pdf, written = card(client, replace(bare(), rivals=(rival,)))
    text = text_of(pdf)
    assert written.pages == 1
    for told in (
        "nothing dated: out of date",
        "not written yet",
        "nobody named yet",
        "nothing on record",
        "no need is compared yet",
        "Nothing tells Newcomer and us apart yet",
        "floor unknown; lawful sources only",
    ):
        assert squeezed(told) in text, told


@pytest.mark.parametrize(("language", "word"), [("en", "out of date"), ("zh_CN", "过期"), ("zh_TW", "過期")])
def test_a_card_older_than_the_rule_is_out_of_date_in_its_head_and_in_its_lines(language: str, word: str) -> None:
    base = "en" if language == "en" else "zh"
    client, shared = contested(base), arena(base)
    days = round(RULES.stale_days)
    fresh = DAY - timedelta(11) + timedelta(days)  # the newest fact is eleven days old
    for on, late in ((fresh, False), (fresh + timedelta(1), True)):
        pdf, _ = card(client, shared, language, on=on)
        head = squeezed("".join(run.text for run in pdf.runs if run.y > 841.9 - 62))
        assert (squeezed(word) in head) == late
        assert squeezed(word) in text_of(pdf)
    rules = replace(RULES, stale_days=5)
    pdf, _ = card(replace(client, rules=rules), shared, language)
    assert squeezed(word) in squeezed("".join(run.text for run in pdf.runs if run.y > 841.9 - 62))


def test_a_line_may_be_told_only_with_a_source_and_a_day() -> None:
    client = contested("en")
    assert text_of(card(client)[0]).count("maybetold") >= 4
    for change in ({"source": ""}, {"day": None}, {"tellable": False}):
        bare_factors = tuple(replace(it, **change) for it in client.factors)  # type: ignore[arg-type]
        bare_standings = tuple(replace(it, **change) for it in client.standings)  # type: ignore[arg-type]
        intel = tuple(replace(it, **change) for it in client.intel)  # type: ignore[arg-type]
        facts = tuple(replace(it, **change) for it in arena("en").rival_facts)  # type: ignore[arg-type]
        calls = tuple(replace(it, tellable=False) for it in client.calls)
        changed = replace(client, factors=bare_factors, standings=bare_standings, intel=intel, calls=calls)
        text = text_of(card(changed, replace(arena("en"), rival_facts=facts))[0])
        assert "maybetold" not in text
        assert text.count("internal") >= 8


def test_a_question_to_raise_names_no_rival() -> None:
    client = contested("en")
    asked = tuple(replace(it, question="Why did HENGDA not say so?") for it in client.factors)
    text = text_of(card(replace(client, factors=asked))[0])
    assert squeezed("Why did another supplier not say so?") in text
    assert "HENGDA" not in text


def test_our_floors_and_personal_notes_are_not_on_the_card() -> None:
    rungs = tuple(
        Concession(owner=OWNER, visit="visit", item="Price", step=step, offer="FLOORTOKEN", unit="FLOORTOKEN")
        for step in Step
    )
    text = text_of(card(replace(contested("en"), concessions=rungs))[0])
    assert squeezed("a ladder answers it") in text
    assert "FLOORTOKEN" not in text
    notes = tuple(replace(it, personal="PRIVATETOKEN", print_personal=True) for it in contested("en").contacts)
    pdf, _ = card(replace(contested("en"), contacts=notes))
    assert "PRIVATETOKEN" not in text_of(pdf)


def test_every_page_says_that_it_is_internal() -> None:
    pdf, _ = card(contested("en"), rivals=[RIVAL, INHOUSE])
    for number in (1, 2):
        assert "INTERNAL" in pdf.page_text(number)


def test_a_client_without_a_rival_is_told_so_and_nothing_is_written(tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    with pytest.raises(Trouble, match="has no rival yet"):
        write_rivals(empty(), bare(), out, EN, DAY)
    with pytest.raises(Trouble, match="No rival is chosen"):
        write_rivals(contested(), arena(), out, EN, DAY, rivals=["gone"])
    assert list(tmp_path.iterdir()) == []


def test_equal_data_gives_equal_bytes() -> None:
    first, _ = card(contested(), arena(), "zh_CN", [RIVAL, INHOUSE])
    second, _ = card(contested(), arena(), "zh_CN", [INHOUSE, RIVAL])
    assert first.data == second.data


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_every_text_comes_back_from_another_reader(tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    write_rivals(contested(), arena(), out, words_for("zh_CN"), DAY)
    done = subprocess.run(["pdftotext", "-layout", str(out), "-"], capture_output=True, encoding="utf-8", check=True)
    text = squeezed(done.stdout)
    for told in ("恒达科技", "三年总成本低11%", "到场要次日", "带队看一期线", "3.55", "误判的板子，现在谁来复检？"):
        assert squeezed(told) in text, told


def test_the_gaps_of_a_card_are_all_against_its_rival_in_the_line_of_kill_points_too() -> None:
    client, shared = contested("en"), arena("en")
    faced = against(client, OTHER)
    found = kills(faced, shared, DAY)
    text = text_of(card(client, rivals=[OTHER])[0])
    for kill in found.nearly[:1]:
        assert squeezed(f"none; {kill.row.factor.name} {_gap_main(kill.row.gap_main)}") in text
    most = -faced.rules.kill_gap
    for kill in found.theirs:
        here = kill.row.gap_main is not None and kill.row.gap_main <= most
        line = squeezed(f"{kill.row.factor.name} {_gap_main(kill.row.gap_main)}, weight")
        assert (line in text) is here


def _gap_main(gap: int | None) -> str:
    return "?" if gap is None else tell_gap(gap, 0)
