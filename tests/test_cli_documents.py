"""Documents by command: the brief, the plan with the client, empty forms; for whom, with which words, behind what."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.document.pdf import Pdf
from tests.test_cli import data, run  # noqa: F401 (a fixture)

CLIENT = ("--client", "华星精密", "--language", "zh_CN")


def written(data: Path, out: Path, *more: str) -> Pdf:  # noqa: F811
    assert run("export", "--data", str(data), *more, "--out", str(out)) == 0
    return Pdf(out.read_bytes())


def test_a_brief_is_one_page(data, tmp_path):  # noqa: F811
    assert len(written(data, tmp_path / "brief.pdf", *CLIENT, "--document", "brief").pages) == 1


def test_the_plan_with_the_client_shows_its_goal_and_no_rival(data, tmp_path):  # noqa: F811
    text = written(data, tmp_path / "mutual.pdf", *CLIENT, "--document", "mutual").text
    assert "3号线试点按期投产" in text.replace(" ", "")
    assert "科瑞" not in text


@pytest.mark.parametrize("document", ["blank-weighin", "blank-visit"])
def test_an_empty_form_needs_no_client(data, tmp_path, document):  # noqa: F811
    plain = written(data, tmp_path / "plain.pdf", "--document", document)
    named = written(data, tmp_path / "named.pdf", *CLIENT, "--document", document)
    assert "华星精密" not in plain.text
    assert "华星精密" in named.text
    assert len(plain.pages) == len(named.pages)


def test_a_form_for_one_person_bears_the_name(data, tmp_path):  # noqa: F811
    made = written(data, tmp_path / "form.pdf", *CLIENT, "--document", "blank-weighin", "--person", "wanglu")
    assert "王璐" in made.text


def test_a_form_can_be_filled_in_on_a_screen(data, tmp_path):  # noqa: F811
    plain = written(data, tmp_path / "plain.pdf", "--document", "blank-visit")
    fields = written(data, tmp_path / "form.pdf", "--document", "blank-visit", "--fillable")
    assert b"/AcroForm" not in plain.data
    assert b"/AcroForm" in fields.data


def test_a_plan_for_the_client_tells_less_than_ours(data, tmp_path):  # noqa: F811
    ours = written(data, tmp_path / "ours.pdf", *CLIENT)
    theirs = written(data, tmp_path / "theirs.pdf", *CLIENT, "--audience", "client")
    assert "科瑞" in ours.text
    assert "科瑞" not in theirs.text
    assert len(theirs.pages) < len(ours.pages)


def test_a_watermark_stands_on_every_page(data, tmp_path):  # noqa: F811
    for document in ("plan", "brief", "person", "visit", "rival", "mutual", "blank-visit", "blank-weighin"):
        made = tmp_path / "made.pdf"
        plain = written(data, made, *CLIENT, "--document", document).data
        marked = written(data, made, *CLIENT, "--document", document, "--watermark", "DRAFT").data
        assert len(plain) < len(marked), document


def test_the_paper_of_the_map_goes_with_the_plan_only(data, tmp_path, capsys):  # noqa: F811
    out = tmp_path / "plan.pdf"
    asked = ("--client", "华星精密", "--paper", "A3", "--language", "en", "--out", str(out))
    assert run("export", "--data", str(data), *asked) == 0
    assert b"/MediaBox [ 0 0 1190.5" in out.read_bytes()
    assert run("export", "--data", str(data), *asked, "--document", "person") == 1
    assert capsys.readouterr().err.startswith("--paper A3 goes with --document plan.")


def test_letter_is_a_paper_of_its_own(data, tmp_path):  # noqa: F811
    made = written(data, tmp_path / "brief.pdf", *CLIENT, "--document", "brief", "--paper", "Letter")
    assert b"/MediaBox [ 0 0 612 792" in made.data.replace(b"612.0", b"612").replace(b"792.0", b"792")


def test_a_password_from_a_file_locks_the_document(data, tmp_path):  # noqa: F811
    pypdf = pytest.importorskip("pypdf")
    word, out = tmp_path / "word.txt", tmp_path / "brief.pdf"
    word.write_text("一二三 four\nsecond line\n", encoding="utf-8-sig")
    asked = (*CLIENT, "--document", "brief", "--password-file", str(word), "--out", str(out))
    assert run("export", "--data", str(data), *asked) == 0
    reader = pypdf.PdfReader(out)
    assert reader.is_encrypted
    assert not reader.decrypt("second line")
    assert reader.decrypt("一二三 four")


@pytest.mark.parametrize("text", ["", "\n", "   \nlate"])
def test_an_empty_password_is_refused(data, tmp_path, capsys, text):  # noqa: F811
    word, out = tmp_path / "word.txt", tmp_path / "brief.pdf"
    word.write_text(text, encoding="utf-8")
    asked = ("--client", "华星精密", "--language", "en", "--password-file", str(word), "--out", str(out))
    assert run("export", "--data", str(data), *asked) == 1
    assert "is empty" in capsys.readouterr().err
    assert not out.exists()


def test_a_password_file_that_is_not_there_is_told(data, tmp_path, capsys):  # noqa: F811
    out = tmp_path / "brief.pdf"
    asked = (*CLIENT[:2], "--language", "en", "--password-file", str(tmp_path / "none"), "--out", str(out))
    assert run("export", "--data", str(data), *asked) == 1
    told = capsys.readouterr().err
    assert "can't be read" in told
    assert told.count("\n") == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--document", "rival", "--audience", "client"), "--audience goes with --document plan / brief / mutual."),
        (("--document", "brief", "--audience", "client"), "“Brief on one page” is not made as “Client”."),
        (("--document", "mutual", "--audience", "internal"), "“Mutual action plan” is not made as “Internal”."),
        (("--document", "visit", "--paper", "Letter"), "--paper Letter goes with"),
        (("--document", "brief", "--paper", "A3"), "--paper A3 goes with --document plan."),
        (("--document", "brief", "--fillable"), "--fillable goes with"),
        (("--document", "blank-visit", "--person", "wanglu"), "--person goes with"),
    ],
)
def test_what_does_not_go_together_is_refused(data, tmp_path, capsys, more, told):  # noqa: F811
    out = tmp_path / "x.pdf"
    assert run("export", "--data", str(data), "--client", "华星精密", "--language", "en", *more, "--out", str(out)) == 1
    assert capsys.readouterr().err.startswith(told)
    assert not out.exists()


def test_clients_without_a_common_plan_are_named(data, tmp_path, capsys):  # noqa: F811
    folder = tmp_path / "plans"
    asked = ("--all", "--document", "mutual", "--language", "en", "--out", str(folder))
    assert run("export", "--data", str(data), *asked) == 0
    made = [file.name for file in folder.iterdir()]
    assert "华星精密 Mutual action plan.pdf" in made
    assert f"{12 - len(made)} clients have nothing on a common plan yet" in capsys.readouterr().err


def test_a_client_without_a_common_plan_is_told_how_to_begin_one(data, tmp_path, capsys):  # noqa: F811
    out = tmp_path / "mutual.pdf"
    asked = ("--client", "Nordvik", "--document", "mutual", "--language", "en", "--out", str(out))
    assert run("export", "--data", str(data), *asked) == 1
    assert "On the plan with the client" in capsys.readouterr().err
    assert not out.exists()
