"""The command line does what it is asked for without a display and without Qt, and says in one sentence what failed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kamdesk.cli.command import main

ROOT = Path(__file__).parents[1]


def environment() -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden} | {"PYTHONPATH": str(ROOT)}


def kamdesk(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kamdesk", *arguments],
        env=environment(), capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def no_window(folder: Path, language: str) -> int:
    raise AssertionError("the window was opened")


def run(*arguments: str) -> int:
    return main(arguments, no_window)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "客户 data"
    made = kamdesk("sample", "--data", str(folder), "--language", "zh_CN")
    assert made.returncode == 0, made.stderr
    assert made.stderr == ""
    return folder


def test_without_a_display_the_window_is_refused_and_the_commands_that_work_are_named():
    done = kamdesk()
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "kamdesk clients" in done.stderr


def test_without_a_command_the_window_opens_on_the_folder_asked_for(tmp_path):
    opened = []
    main(["--data", str(tmp_path), "--language", "en"], lambda *asked: opened.append(asked) or 0)
    assert opened == [(tmp_path, "en")]


def test_the_folder_may_stand_before_or_after_the_command(data, capsys):
    assert run("--data", str(data), "clients") == 0
    before = capsys.readouterr().out
    assert run("clients", "--data", str(data)) == 0
    assert capsys.readouterr().out == before != ""


def test_clients_come_one_a_line_best_grade_first(data):
    done = kamdesk("clients", "--data", str(data))
    assert done.returncode == 0
    assert done.stderr == ""
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert len(rows) == 12
    assert {len(row) for row in rows} == {8}
    grades = [row[2] for row in rows]
    assert grades == sorted(grades, key="SABC".index)
    assert rows[0][:2] == ["华星精密电子（深圳）有限公司", "华星精密"]
    assert any(row[0] == "Łódź Motors Sp. z o.o." for row in rows)


def test_listing_clients_loads_no_qt_and_no_paper(data):
    code = (
        "import sys; from kamdesk.__main__ import main; sys.argv = ['kamdesk', 'clients', '--data', sys.argv[1]];"
        "code = main(); heavy = {'PySide6', 'shiboken6', 'reportlab', 'alembic'} & set(sys.modules);"
        "print(heavy, file=sys.stderr); raise SystemExit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(data)], env=environment(), capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == "set()\n"


def test_exporting_loads_no_qt(data, tmp_path):
    code = (
        "import sys; from kamdesk.__main__ import main; sys.argv = ['kamdesk', *sys.argv[1:]];"
        "code = main(); print({'PySide6', 'shiboken6'} & set(sys.modules), file=sys.stderr); raise SystemExit(code)"
    )
    arguments = ["export", "--data", str(data), "--client", "Keller", "--out", str(tmp_path / "k.pdf")]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment(), capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr.splitlines()[-1] == "set()"


def test_the_sample_is_only_loaded_into_a_folder_without_clients(data, capsys):
    assert run("sample", "--data", str(data), "--language", "en") == 1
    told = capsys.readouterr()
    assert "already holds clients" in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("name", ["华星精密", "华星精密电子（深圳）有限公司", "huaxing", "hxjmdz", "华星"])
def test_a_plan_is_exported_for_a_client_found_by_name_or_pinyin(data, tmp_path, name):
    out = tmp_path / "plan.pdf"
    asked = ("--client", name, "--document", "plan", "--language", "zh_CN", "--out", str(out))
    assert run("export", "--data", str(data), *asked) == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert [file.name for file in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_name_that_several_match_is_refused_and_they_are_listed(data, tmp_path, capsys):
    out = tmp_path / "plan.pdf"
    assert run("export", "--data", str(data), "--client", "有限公司", "--language", "en", "--out", str(out)) == 1
    told = capsys.readouterr().err
    assert "北辰轨道装备有限公司" in told
    assert "match “有限公司”" in told
    assert not out.exists()


def test_a_name_that_nobody_has_is_refused(data, tmp_path, capsys):
    out = tmp_path / "plan.pdf"
    assert run("export", "--data", str(data), "--client", "Nobody", "--language", "en", "--out", str(out)) == 1
    assert "No client is called “Nobody”." in capsys.readouterr().err


def test_all_plans_are_exported_with_names_of_their_own_and_a_bar(data, tmp_path, capsys):
    folder = tmp_path / "plans" / "2026"
    assert run("export", "--data", str(data), "--all", "--language", "en", "--out", str(folder)) == 0
    names = sorted(file.name for file in folder.iterdir())
    assert len(names) == 12
    assert "华星精密 Account plan.pdf" in names
    assert "12/12" in capsys.readouterr().err


def test_cards_of_all_key_people_are_one_file_and_one_person_is_found_by_pinyin(data, tmp_path):
    out = tmp_path / "cards.pdf"
    asked = ("--client", "华星精密", "--document", "person", "--language", "zh_CN", "--out", str(out))
    assert run("export", "--data", str(data), *asked) == 0
    everybody = out.read_bytes()
    assert everybody.startswith(b"%PDF")
    for name in ("王璐", "wanglu", "璐"):
        assert run("export", "--data", str(data), *asked, "--person", name) == 0
        assert 0 < len(out.read_bytes()) < len(everybody)
    assert [file.name for file in tmp_path.iterdir()] == ["cards.pdf"]


def test_a_person_nobody_knows_is_told_and_nothing_is_written(data, tmp_path, capsys):
    out = tmp_path / "card.pdf"
    asked = ("--client", "华星精密", "--document", "person", "--language", "en", "--out", str(out))
    assert run("export", "--data", str(data), *asked, "--person", "Nobody") == 1
    assert "Nobody at 华星精密 is called “Nobody”." in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        (["--client", "华星精密"], "--person goes with --document person / blank-weighin."),
        (["--all", "--document", "person"], "--person goes with --client."),
    ],
)
def test_a_person_goes_with_cards_of_one_client_only(data, tmp_path, capsys, more, rule):
    out = tmp_path / "card.pdf"
    assert run("export", "--data", str(data), *more, "--person", "x", "--language", "en", "--out", str(out)) == 1
    told = capsys.readouterr().err
    assert told.startswith(rule)
    assert told.count("\n") == 1
    assert not out.exists()


def test_cards_of_all_clients_are_written_and_those_without_a_key_person_are_named(data, tmp_path, capsys):
    folder = tmp_path / "cards"
    asked = ("--all", "--document", "person", "--language", "en", "--out", str(folder))
    assert run("export", "--data", str(data), *asked) == 0
    written, told = sorted(file.name for file in folder.iterdir()), capsys.readouterr().err
    assert "华星精密 Expansion cards.pdf" in written
    assert len(written) == 12 or f"{12 - len(written)} client" in told


def test_a_folder_without_data_is_refused_and_not_made(tmp_path, capsys):
    missing = tmp_path / "none"
    for command in (["clients"], ["check"], ["export", "--all", "--out", str(tmp_path)]):
        assert run(*command, "--data", str(missing), "--language", "en") == 1
        assert "There is no data in" in capsys.readouterr().err
    assert not missing.exists()


def test_looking_for_data_in_a_folder_of_something_else_puts_nothing_there(tmp_path, capsys):
    (tmp_path / "holiday.jpg").write_bytes(b"jpg")
    for command in (["clients"], ["check"], ["export", "--all", "--out", str(tmp_path)]):
        assert run(*command, "--data", str(tmp_path), "--language", "en") == 1
        assert capsys.readouterr().err.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["holiday.jpg"]


@pytest.mark.parametrize("command", [["clients"], ["sample"]])
def test_a_file_given_as_the_data_folder_is_told(tmp_path, capsys, command):
    (tmp_path / "file").write_text("x")
    assert run(*command, "--data", str(tmp_path / "file"), "--language", "en") == 1
    assert "is a file, not a folder" in capsys.readouterr().err


def test_an_empty_name_after_out_is_told(data, capsys):
    assert run("export", "--data", str(data), "--client", "华星精密", "--language", "en", "--out", "") == 1
    assert "Nothing stands after --out" in capsys.readouterr().err


def test_a_target_that_can_not_be_written_is_told_and_the_old_file_stays(data, tmp_path, capsys):
    for out in (tmp_path, tmp_path / "missing" / "plan.pdf"):
        asked = ("export", "--data", str(data), "--client", "华星精密", "--language", "en", "--out", str(out))
        assert run(*asked) == 1
        assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_check_finds_the_sample_in_order(data, capsys):
    assert run("check", "--data", str(data), "--language", "en") == 0
    assert capsys.readouterr().out == "12 clients, everything is in order.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["export"],
        ["export", "--client", "x"],
        ["export", "--client", "x", "--all", "--out", "y"],
        ["export", "--all", "--out", "y", "--document", "novel"],
        ["clients", "--language", "klingon"],
        ["clients", "--data"],
    ],
)
def test_what_is_not_understood_is_told_in_one_line(arguments, capsys):
    assert run(*arguments) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "kamdesk --help" in told.err
    assert "argument" not in told.err  # argparse's own words are English only


def test_two_at_once_on_one_folder_are_refused(data, capsys):
    from kamdesk.store.store import Store

    store = Store.open(data)
    try:
        assert run("clients", "--data", str(data), "--language", "en") == 1
        assert "already open" in capsys.readouterr().err
    finally:
        store.close()


def test_a_listing_cut_short_by_its_reader_is_no_crash(data):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "kamdesk", "clients", "--data", str(data)],
        env=environment(), stdout=writer, stderr=subprocess.PIPE, encoding="utf-8", check=False,
    )  # fmt: skip
    os.close(writer)
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_stops_with_a_word_and_leaves_whole_files_only(data, tmp_path):
    folder = tmp_path / "plans"
    arguments = ["export", "--data", str(data), "--all", "--language", "en", "--out", str(folder)]
    with subprocess.Popen(
        [sys.executable, "-m", "kamdesk", *arguments], env=environment(), stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        end = time.monotonic() + 30
        while not (folder.is_dir() and any(folder.glob("*.pdf"))) and time.monotonic() < end:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=30)
    assert "Traceback" not in told
    assert told.rstrip().endswith("Stopped.") or running.returncode == 0
    for file in folder.iterdir():
        assert file.suffix == ".pdf"
        assert file.read_bytes().rstrip().endswith(b"%%EOF")


def test_a_bug_still_rises(data, monkeypatch):
    monkeypatch.setattr("kamdesk.desk.send.find_client", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run("export", "--data", str(data), "--client", "x", "--out", "y")
