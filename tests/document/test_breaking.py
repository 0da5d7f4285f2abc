"""Lines end where Chinese and Latin allow it, and nowhere inside a name, a date or a number with its unit."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from kamdesk.document.breaking import THIN, Breaker, Script, even, script

STORY = (
    "做不大，症结在价格与王璐：恒达领先 0.75 级，须赶在 5 月 29 日二期检测线定标前扳回。",
    "我方 2026 年收入 1,800 → 2,340 万元，份额 36% → 45%；“4 小时到场”写入需求书（附件《样线对测》）。",
    "Totals tie at 3.55. Moving 10 points of weight from price to service-level makes it 3.85 v 3.45!",
    "見 www.example.com/path/to-there，或電 +86 755 5550 1000；【內部】不得外傳……好——就這樣。",
    "12 Jan 2026：He said: “don't”; 50–75% (of 3.5 mm) & more/less.",
)
MIXED = st.text(alphabet="汉字测试王璐，。；：？！）》”（《“「」…—·aB1 2.5%-/万元年月日 　&<>'\"", max_size=80)


def ends(text: str, breaker: Breaker | None = None) -> list[int]:
    """The offsets at which a line may end."""
    found, at = [], 0
    for atom in (breaker or Breaker()).atoms(text):
        at += len(atom)
        found.append(at)
    return found


@pytest.mark.parametrize("text", STORY)
def test_every_break_is_one_that_qt_would_allow(text: str) -> None:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    allowed = {len(text)}
    while (at := finder.toNextBoundary()) != -1:
        allowed.add(at)
    # Qt keeps Chinese quotation marks with both their neighbours; only the one inside is bound to it.
    wrong = [at for at in ends(text) if at not in allowed and not {text[at - 1], text[at]} & set("“”—…")]
    assert [text[max(0, at - 3) : at] + "|" + text[at : at + 3] for at in wrong] == []


@given(MIXED)
def test_atoms_are_the_whole_text(text: str) -> None:
    assert "".join(Breaker(["王璐"]).atoms(text)) == text


@given(MIXED)
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one(text: str) -> None:
    solid = text.rstrip(" 　")
    for at in ends(solid)[:-1]:
        assert solid[at] not in "，。；：？！）》”」…"
        assert solid[:at].rstrip(" 　")[-1:] not in tuple("（《“「")


@pytest.mark.parametrize(
    "whole",
    [
        "王璐",
        "5 月 29 日",
        "2,340 万元",
        "36%",
        "12 Jan 2026",
        "2026-11-23",
        "3.5 mm",
        "14 个月",
        "4 小时",
        "第 4 版",
        "¥3.92 M",
        "≤ 1%",
    ],
)
def test_names_dates_and_numbers_with_their_unit_stay_whole(whole: str) -> None:
    text = f"请在{whole}之前确认"
    inside = range(text.index(whole) + 1, text.index(whole) + len(whole))
    assert not set(inside) & set(ends(text, Breaker(["王璐"])))


def test_latin_words_stay_whole_and_may_end_at_a_hyphen() -> None:
    assert list(Breaker().atoms("long-term relationship (24/7)")) == ["long-", "term ", "relationship ", "(24/7)"]


def test_a_name_longer_than_six_characters_may_be_broken() -> None:
    assert len(list(Breaker(["华星精密电子深圳"]).atoms("华星精密电子深圳"))) == 8


def test_a_space_between_han_and_latin_is_made_even() -> None:
    assert even("共 3 家 and 王璐 ok") == f"共{THIN}3{THIN}家{THIN}and{THIN}王璐{THIN}ok"
    assert [script(char) for char in "李a3，"] == [Script.HAN, Script.LATIN, Script.LATIN, Script.OTHER]


@pytest.mark.parametrize("part", ["汉字，测试。", "(", "（", "，", " ，", "1,", "a-", "第", "+1 ", '"', "王"])
def test_two_hundred_thousand_characters_are_cut_in_no_time(part: str) -> None:
    text = part * (200_000 // len(part))
    start = time.perf_counter()
    assert "".join(Breaker([f"王{n}" for n in range(300)]).atoms(text)) == text
    assert time.perf_counter() - start < 2
