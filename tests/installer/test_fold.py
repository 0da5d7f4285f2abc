"""The table that lets a search in either script find both."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fold"
LINE = (FOLDER / "simplified.txt").read_text(encoding="utf-8").strip()
TABLE = str.maketrans(LINE[::2], LINE[1::2])


def test_traditional_names_are_found_by_simplified_ones() -> None:
    assert "臺灣鴻翔精密工業股份有限公司".translate(TABLE) == "台湾鸿翔精密工业股份有限公司"
    assert "東昇半導體設備、衞星電視".translate(TABLE) == "东升半导体设备、卫星电视"


def test_simplified_text_stays_as_it_is() -> None:
    assert "华星精密电子（深圳）有限公司 Łódź".translate(TABLE) == "华星精密电子（深圳）有限公司 Łódź"


def test_folding_twice_is_folding_once() -> None:
    once = LINE.translate(TABLE)
    assert once.translate(TABLE) == once


def test_the_line_is_made_of_pairs() -> None:
    assert len(LINE) % 2 == 0
    assert len(set(LINE[::2])) == len(LINE) // 2 > 4000


def test_the_licence_lies_beside_the_table() -> None:
    assert "Apache License" in (FOLDER / "LICENSE-opencc.txt").read_text(encoding="utf-8")
