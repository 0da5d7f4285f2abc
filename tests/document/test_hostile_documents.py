"""Any text of any length in any field of any document: it is printed as text, nothing is opened, nothing breaks."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.document.brief import write_brief
from kamdesk.document.mutual import write_mutual
from kamdesk.errors import Trouble
from kamdesk.paths import resources
from kamdesk.words import LANGUAGES, words_for
from tests.document.clients import TODAY, bare, crowded, empty, huaxing, workspace
from tests.document.others import CARDS, OTHERS, shared
from tests.document.test_hostile import HOSTILE, filled
from tests.records import client_of, workspace_of

ALL = OTHERS | CARDS
ONE_PAGE = {"brief": 1, "weighin-form": 2, "visit-form": 2}  # two people in the sample
LONG = "第一句，很长的话，说了又说。" * 1_430  # 20,000 characters
_opened: list[str] | None = None


def _hear(event: str, args: tuple[Any, ...]) -> None:
    if _opened is not None and event in ("open", "socket.connect", "subprocess.Popen", "os.system"):
        _opened.append(str(args[0]))


sys.addaudithook(_hear)


def everywhere(text: str) -> tuple[Client, Workspace]:
    client = Client.of(filled(record, text) for record in client_of().records)
    return client, Workspace.of(filled(record, text) for record in workspace_of().records)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_in_every_field_is_only_text(name: str, text: str) -> None:
    global _opened
    roots = everywhere(text)
    import kamdesk.document.sheet  # noqa: F401  # on import reportlab itself looks for its settings in the home folder

    _opened = []
    try:
        pdf, written = ALL[name](*roots, "zh_CN")
    finally:
        opened, _opened = _opened, None
    allowed = (str(resources()), sys.prefix, sys.base_prefix, str(Path(__file__).parents[2] / "kamdesk"))
    assert [path for path in opened if not path.startswith(allowed)] == []
    assert b"/URI" not in pdf.data
    assert b"/JavaScript" not in pdf.data
    assert written.pages == len(pdf.pages) > 0
    assert name not in ONE_PAGE or written.pages == ONE_PAGE[name]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "text", [LONG, "word " * 4_000, "- **x**\n" * 2_500, "W" * 20_000], ids=["zh", "en", "list", "w"]
)
def test_twenty_thousand_characters_in_every_field_are_printed_in_time(name: str, text: str) -> None:
    roots, start = everywhere(text), time.perf_counter()
    _, written = ALL[name](*roots, "en")
    assert time.perf_counter() - start < 60
    assert name not in ONE_PAGE or written.pages == ONE_PAGE[name]


@pytest.mark.parametrize("name", ["mutual", "people", "actions"])
def test_a_long_text_is_whole_where_pages_may_run_on(name: str) -> None:
    client = huaxing("en")
    actions = (replace(client.actions[0], text="ab " * 6_000), *client.actions[1:])
    people = (replace(client.contacts[0], notes="ab " * 6_000), *client.contacts[1:])
    pdf, _ = OTHERS[name](replace(client, actions=actions, contacts=people), workspace("en"), "en")
    assert pdf.text.count("ab") >= 6_000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OTHERS)
def test_three_hundred_people_and_nobody_at_all_are_printed(name: str, language: str) -> None:
    _, many = OTHERS[name](crowded(300), bare(), language)
    _, none = OTHERS[name](empty(), bare(), language)
    assert many.pages > 0
    assert none.pages in (1, 2)
    if name == "brief":
        assert many.pages == none.pages == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OTHERS)
def test_nothing_is_printed_beyond_the_margins(name: str, language: str) -> None:
    for client, ours in ((huaxing("en" if language == "en" else "zh"), workspace()), everywhere("word " * 60)):
        pdf, _ = OTHERS[name](client, ours, language)
        wide, tall = (842.0, 595.3) if b"841.8" in pdf.data.split(b"/MediaBox")[1][:20] else (595.3, 842.0)
        assert all(50.9 < run.x < wide - 51 for run in pdf.runs)
        assert all(28 < run.y < tall - 28 for run in pdf.runs)


@pytest.mark.parametrize("name", ALL)
def test_equal_data_gives_equal_bytes(name: str) -> None:
    first, _ = ALL[name](client_of(), workspace_of(), "zh_CN")
    second, _ = ALL[name](client_of(), workspace_of(), "zh_CN")
    assert first.data == second.data


@pytest.mark.parametrize("write", [write_brief, write_mutual])
def test_a_file_that_cannot_be_written_is_trouble_and_leaves_what_was_there(write: Any, tmp_path: Path) -> None:
    client, words = shared(huaxing("en")), words_for("en")
    with pytest.raises(Trouble, match=r"x\.pdf could not be written"):
        write(client, workspace("en"), tmp_path / "nowhere" / "x.pdf", words, TODAY)
    kept = tmp_path / "x.pdf"
    kept.mkdir()
    with pytest.raises(Trouble):
        write(client, workspace("en"), kept, words, TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


def test_a_full_disk_leaves_the_file_before_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"old")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Trouble):
        write_brief(empty(), bare(), target, words_for("en"), TODAY)
    monkeypatch.undo()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("brief.pdf", b"old")]


@pytest.mark.skipif(shutil.which("qpdf") is None or shutil.which("pdffonts") is None, reason="needs qpdf and pdffonts")
@pytest.mark.parametrize("name", OTHERS)
def test_the_file_is_sound_and_its_faces_are_embedded(name: str, tmp_path: Path) -> None:
    out = tmp_path / "made.pdf"
    out.write_bytes(OTHERS[name](huaxing(), workspace(), "zh_TW")[0].data)
    assert subprocess.run(["qpdf", "--check", str(out)], capture_output=True, check=False).returncode == 0
    told = subprocess.run(["pdffonts", str(out)], capture_output=True, encoding="utf-8", check=True).stdout
    faces = [line.split() for line in told.splitlines()[2:]]
    assert faces
    assert all(face[-5:-2] == ["yes", "yes", "yes"] for face in faces)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_every_character_comes_back_or_is_on_the_list_of_those_no_face_has() -> None:
    client = Client(company=Company(key="c", name='𠮷野 <b>&"</para> ﷺ Ł', short="𠮷野"))
    out = io.BytesIO()
    written = write_brief(client, bare(), out, words_for("en"), TODAY)
    done = subprocess.run(["pdftotext", "-", "-"], input=out.getvalue(), capture_output=True, check=True)
    text = done.stdout.decode()
    for char in set(client.company.name) - {" "}:
        assert char in text or char in written.missing_characters
