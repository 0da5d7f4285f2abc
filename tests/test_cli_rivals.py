"""Battle cards by command: of the main rival, of a rival by name or pinyin, of all clients."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.document.pdf import Pdf
from tests.test_cli import run


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "客户 data"
    assert run("sample", "--data", str(folder), "--language", "zh_CN") == 0
    return folder


def export(data: Path, out: Path, *more: str, language: str = "zh_CN") -> int:
    asked = ("--document", "rival", "--language", language, "--out", str(out))
    return run("export", "--data", str(data), *asked, *more)


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_the_card_of_the_contested_client_is_one_page_in_every_language(data, tmp_path, language):
    out = tmp_path / "card.pdf"
    assert export(data, out, "--client", "huaxing", language=language) == 0
    pdf = Pdf(out.read_bytes())
    assert len(pdf.pages) == 1
    assert "科瑞" in pdf.text


@pytest.mark.parametrize("name", ["brandt", "Brandt", "BRANDT"])
def test_a_rival_is_found_by_its_name(data, tmp_path, name):
    out = tmp_path / "card.pdf"
    assert export(data, out, "--client", "huaxing", "--rival", name) == 0
    assert "Brandt" in Pdf(out.read_bytes()).page_text(1)


@pytest.mark.parametrize("name", ["科瑞", "kerui", "kr"])
def test_a_rival_is_found_by_short_name_and_pinyin(data, tmp_path, name):
    out = tmp_path / "card.pdf"
    assert export(data, out, "--client", "华星", "--rival", name) == 0
    assert "科瑞" in Pdf(out.read_bytes()).text


def test_cards_of_all_clients_are_written_and_those_without_a_rival_are_named(data, tmp_path, capsys):
    assert export(data, tmp_path / "all", "--all", language="en") == 0
    told = capsys.readouterr().err
    count = len(list((tmp_path / "all").glob("*.pdf")))
    assert 0 < count < 12
    assert re.search(rf"{12 - count} clients? (has|have) no rival yet: ", told)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--client", "huaxing", "--rival", "zzz"), "No rival is called “zzz”"),
        (("--client", "huaxing", "--rival", " "), "No rival is called"),
        (("--client", "nordvik"), "has no rival yet"),
        (("--all", "--rival", "brandt"), "--rival goes with"),
        (("--client", "huaxing", "--document", "plan", "--rival", "brandt"), "--rival goes with"),
        (("--client", "huaxing", "--fillable"), "--fillable goes with"),
        ((), "--client --all"),
    ],
)
def test_what_does_not_go_with_a_battle_card_is_refused(data, tmp_path, capsys, more, told):
    out = tmp_path / "card.pdf"
    assert export(data, out, *more, language="en") == 1
    assert told in capsys.readouterr().err
    assert not out.exists()
