"""Visit sheets by command: of one client's next visit, of all clients, of tomorrow."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kamdesk.client.company import Company
from kamdesk.client.edit import add
from kamdesk.client.visit_records import Visit
from kamdesk.desk.desk import Desk
from kamdesk.settings import SettingsFile
from kamdesk.store.store import Store
from kamdesk.words import said
from tests.test_cli import run


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "客户 data"
    assert run("sample", "--data", str(folder), "--language", "zh_CN") == 0
    return folder


def test_the_sheet_of_a_clients_next_visit_is_written(data, tmp_path):
    out = tmp_path / "visit.pdf"
    asked = ("export", "--data", str(data), "--client", "huaxing", "--document", "visit", "--out", str(out))
    assert run(*asked) == 0
    assert out.read_bytes().count(b"/Type /Page\n") >= 2
    assert b"/AcroForm" not in out.read_bytes()
    assert run(*asked, "--fillable") == 0
    assert b"/AcroForm" in out.read_bytes()


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two clients, one of them with a visit tomorrow."""
    store = Store.open(tmp_path / "two")
    at = datetime.now(UTC) + timedelta(1)
    companies = (Company(key=key, owner=key, name=key) for key in ("planned", "bare"))
    records = (*companies, Visit(key="v", owner="planned", at=at, objective="Aim"))
    Desk(store).do(said("Begin"), *map(add, records))
    store.close()
    return tmp_path / "two"


def test_documents_speak_the_language_the_data_was_left_in(two, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("kamdesk.cli.command.system_language", lambda: "en")
    asked = ("export", "--data", str(two), "--all", "--document", "visit", "--out", str(tmp_path / "all"))
    settings = SettingsFile(two)
    for chosen, told in (("zh_TW", "拜訪"), ("", "no visit planned"), ("klingon", "no visit planned")):
        settings.change(language=chosen)
        assert run(*asked) == 0
        assert told in capsys.readouterr().err
    settings.change(language="zh_TW")
    assert run(*asked, "--language=en") == 0
    assert "no visit planned" in capsys.readouterr().err
    assert run("export", "--data", str(two)) == 1
    assert "：" in capsys.readouterr().err  # a mistake is told in it too


def test_sheets_of_all_clients_are_written_and_those_without_a_visit_are_named(data, tmp_path, capsys):
    asked = ("export", "--data", str(data), "--all", "--document", "visit", "--language", "en")
    assert run(*asked, "--out", str(tmp_path / "all")) == 0
    told = capsys.readouterr().err
    count = len(list((tmp_path / "all").glob("*.pdf")))
    assert 0 < count < 12
    assert re.search(rf"{12 - count} clients? (has|have) no visit planned: ", told)


def test_the_sheets_of_tomorrow_are_one_file_or_one_sentence(data, tmp_path, capsys):
    out = tmp_path / "day.pdf"
    done = run("export", "--data", str(data), "--document", "tomorrow", "--out", str(out), "--language", "en")
    if done:
        assert "No visit is planned on" in capsys.readouterr().err
    assert out.exists() == (done == 0)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--document", "tomorrow", "--client", "huaxing"), "goes without --client and --all"),
        (("--document", "tomorrow", "--all"), "goes without --client and --all"),
        (("--document", "visit"), "--client --all"),
        (("--document", "plan", "--client", "huaxing", "--fillable"), "--fillable goes with"),
    ],
)
def test_what_does_not_go_with_a_visit_sheet_is_refused(data, tmp_path, capsys, more, told):
    out = tmp_path / "visit.pdf"
    assert run("export", "--data", str(data), "--language", "en", *more, "--out", str(out)) == 1
    assert told in capsys.readouterr().err
    assert not out.exists()
