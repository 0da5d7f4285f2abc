"""Text is set in the bundled faces: even gaps, no line too wide, a mark for what nobody can print."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.document.fonts import chain
from kamdesk.document.set_line import SetLine
from kamdesk.document.setting import Setter
from kamdesk.document.style import style
from kamdesk.document.text import bold, clean, plain, spans
from kamdesk.words import LANGUAGES

BODY = style().types["body"]
MIXED = st.text(alphabet="汉字测试，。（《“王璐 aBcd1234.5%-/　&<>\n", max_size=120)


@given(MIXED, st.integers(30, 400))
def test_no_line_is_wider_than_its_column_and_nothing_is_lost(text: str, width: int) -> None:
    setter = Setter("zh_CN", ["王璐"])
    lines = setter.lines(plain(text), BODY, float(width))
    assert all(line.width <= width + 0.1 for line in lines)
    printed = "".join(run.text for line in lines for run in line.runs)
    assert printed.replace(" ", "").replace("\u3000", "") == "".join(clean(text).split()).replace("\u2009", "")


def test_a_column_of_exactly_the_texts_width_holds_it_on_one_line() -> None:
    setter = Setter("zh_CN")
    for text in ("2 位关键人要争取 3.55", "Relationship lead +0.40", "科瑞 3.24"):
        assert len(setter.lines(plain(text), BODY, setter.width(plain(text), BODY))) == 1


def test_the_gap_beside_a_number_is_the_same_typed_or_not() -> None:
    setter = Setter("zh_CN")
    assert setter.width(plain("共3家"), BODY) == pytest.approx(setter.width(plain("共 3 家"), BODY))
    bare = sum(chain("zh_CN", 400).find(char).width for char in "共3家")
    assert setter.width(plain("共3家"), BODY) == pytest.approx((bare + 2 * 0.12) * BODY.size)


def test_in_english_a_typed_space_stays_a_space() -> None:
    assert Setter("en").width(plain("with 王璐 today"), BODY) > Setter("zh_CN").width(plain("with 王璐 today"), BODY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("weight", [400, 500, 700])
def test_digits_are_equally_wide(language: str, weight: int) -> None:
    assert len({chain(language, weight).find(digit).width for digit in "0123456789"}) == 1


def test_what_no_face_has_is_marked_and_told() -> None:
    setter = Setter("zh_CN")
    setter.lines(plain("好\U000f0000ﷺ😀ł"), BODY, 200)
    assert setter.missing == {"\U000f0000", "ﷺ"}


def test_traditional_chinese_is_set_in_its_own_face() -> None:
    assert chain("zh_TW", 400).find("骨").face.name == "KAMSansTC-Regular"
    assert chain("zh_CN", 400).find("骨").face.name == "KAMSansSC-Regular"


def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    setter = Setter("zh_CN")
    (line,) = setter.lines(spans(bold("弄清"), "三号线的评标权重，并让王璐愿意看三年总成本"), BODY, 100, most=1)
    assert line.runs[-1].text.endswith("…")
    assert line.width <= 100


def test_control_characters_directions_and_halves_of_pairs_are_dropped() -> None:
    assert clean("a\x00b\x1b[31m\u202ec\ud800d\ufeff\u200be\u2066f") == "ab[31mcdef"
    assert clean("one\r\ntwo\u2028three\x0bfour") == "one\ntwo\nthree\nfour"
    assert clean("e\u0301") == "é"


@pytest.mark.parametrize("text", ["汉字，测试。" * 33_333, "word " * 40_000, "x" * 200_000, "\n" * 200_000])
def test_a_note_of_two_hundred_thousand_characters_is_set_in_reasonable_time(text: str) -> None:
    start = time.perf_counter()
    Setter("zh_CN").lines(plain(text), BODY, 493)
    assert time.perf_counter() - start < 5


def told(lines: list[SetLine]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines]


def test_quotation_marks_and_dashes_beside_han_are_set_in_its_face() -> None:
    setter = Setter("zh_CN")
    (line,) = setter.lines(plain("他说“良率”——不是价格…… but “no” here"), BODY, 500)
    faces = {char: run.face.name for run in line.runs for char in run.text}
    marks = [(char, run.face.name) for run in line.runs for char in run.text if char in "“”—…"]
    assert [name == faces["良"] for _, name in marks] == [True] * 6 + [False] * 2
    (mixed,) = setter.lines(plain("报“SPC”数据"), BODY, 500)
    assert {run.face.name for run in mixed.runs for char in run.text if char in "“”"} == {faces["良"]}
    for told, own in (("first comes “验证成本表”.", False), ("他说“良率”。", True), ("“良率”", True)):
        (line,) = Setter("en").lines(plain(told), BODY, 500)
        marks = {run.face.name for run in line.runs for char in run.text if char in "“”"}
        assert (marks == {faces["良"]}) is own


def test_a_paragraph_does_not_end_in_a_single_character() -> None:
    setter = Setter("zh_CN")
    lines = told(setter.lines(plain("三号线如果晚两周最先受影响的是哪张订单？"), BODY, 18.5 * BODY.size))
    assert [len(line) for line in lines] == [17, 3]
    assert told(setter.lines(plain("四周交"), BODY, 2 * BODY.size)) == ["四周", "交"]


def test_a_title_of_two_lines_is_broken_by_its_sense() -> None:
    setter = Setter("zh_CN", ("陈启明",))
    text = "科瑞在单工位价格和陈启明（−0.83）上领先；下次机会是 11-23 14:00。"
    lines = told(setter.title(plain(text), BODY, 28 * BODY.size))
    assert lines[1].startswith("下次机会")
    even = setter.title(plain("一" * 30), BODY, 28 * BODY.size)
    assert [len(line) for line in told(even)] == [15, 15]


def test_marks_that_meet_share_their_empty_halves() -> None:
    setter = Setter("zh_CN")

    def ems(text: str) -> float:
        return round(setter.width(plain(text), BODY) / BODY.size, 3)

    assert ems("他说“良率”，价格") == 8.5
    assert ems("良率）。") == 3.5
    assert ems("良率。”他说") == 5.5
    assert ems("甲，“乙”丙") == 5.5
    assert ems("甲，乙。") == 4.0
    assert Setter("zh_TW").width(plain("良率。」他"), BODY) == 5 * BODY.size  # stops stand in the middle there


def test_an_opening_mark_stands_at_the_margin_with_its_ink() -> None:
    (line,) = Setter("zh_CN").lines(plain("“四小时到场”写进纪要"), BODY, 500)
    assert line.runs[0].x == -0.5 * BODY.size


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "3 open orders worth ten; “the pilot of the fourth line (2 stations)” is decided on 3 Dec"),
        ("zh_CN", "两项进行中的商机共三千万；“年度合约：三周交期”一月定标，不分上下。"),
    ],
)
def test_a_title_is_not_broken_inside_quotation_marks(language: str, text: str) -> None:
    setter, kind = Setter(language), style().types["conclusion"]
    first, _ = setter.title(plain(text), kind, 0.72 * setter.width(plain(text), kind))
    head = "".join(run.text for run in first.runs)
    assert head.count("“") == head.count("”")


def test_an_address_too_wide_for_its_column_is_parted_behind_a_mark() -> None:
    text = plain("tsai.ch@hongxiang.example.tw")
    setter = Setter("zh_TW")
    first, rest = setter.lines(text, BODY, setter.width(text, BODY) - 2)
    assert "".join(run.text for run in first.runs) == "tsai.ch@hongxiang.example."
    assert "".join(run.text for run in rest.runs) == "tw"
