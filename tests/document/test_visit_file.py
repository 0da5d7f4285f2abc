"""The file of a visit sheet: the same bytes for the same data, sound for other readers, to be filled in when asked."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kamdesk.document.fields import typed
from kamdesk.document.visit_sheet import write_visit
from kamdesk.words import LANGUAGES, words_for
from tests.document.prepared import VISIT, prepared, shared
from tests.document.related import DAY
from tests.document.test_visit_sheet import sheet, squeezed


def test_equal_data_gives_equal_bytes() -> None:
    for fillable in (False, True):
        first, _ = sheet(prepared(), shared(), "zh_CN", fillable)
        second, _ = sheet(prepared(), shared(), "zh_CN", fillable)
        assert first.data == second.data


def test_boxes_and_lines_can_be_filled_in_when_asked_for() -> None:
    plain, _ = sheet(prepared("en"))
    pdf, _ = sheet(prepared("en"), fillable=True)
    assert b"/AcroForm" not in plain.data
    names = re.findall(rb"/T \((field\d+)\)", pdf.data)
    assert len(names) == len(set(names)) > 30
    assert pdf.data.count(b"/V /Yes") == 1  # the material that is ready
    assert pdf.text == plain.text


WESTERN = "Łódź żółć Größe São Çelik Übel €450 – “quoted” ≤ 5 %"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_has_a_face_with_western_letters_and_all_that_the_document_shows(language: str) -> None:
    assert set(f"{WESTERN}王璐") <= set(typed(language, "王璐"))


def test_what_is_typed_has_the_everyday_han_of_the_documents_language() -> None:
    assert set("预算报价，三周内定。“”（）") <= set(typed("zh_CN", ""))
    assert set("預算報價，三週內定。「」（）") <= set(typed("zh_TW", ""))
    assert set("预算报价") <= set(typed("en", "王"))
    assert not set("预算报价") & set(typed("en", "Keller"))  # nobody there writes Chinese


@pytest.mark.parametrize(("language", "most"), [("zh_CN", 1000), ("zh_TW", 1400)])
def test_a_sheet_to_fill_in_is_no_burden_to_send(language: str, most: int) -> None:
    out = io.BytesIO()
    write_visit(prepared(), shared(), out, words_for(language), DAY, VISIT, fillable=True)
    assert len(out.getvalue()) < most * 1024


@pytest.mark.skipif(
    shutil.which("qpdf") is None or shutil.which("pdftotext") is None, reason="needs qpdf and pdftotext"
)
@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_what_somebody_types_is_shown_by_another_reader(tmp_path: Path, language: str) -> None:
    out, typed_in = tmp_path / "visit.pdf", "王璐450 Łódź €"
    write_visit(prepared(), shared(), out, words_for(language), DAY, VISIT, fillable=True)
    held = subprocess.run(["qpdf", "--json", "--json-stream-data=inline", str(out)], capture_output=True, check=True)
    plain = json.loads(held.stdout)
    values = [kept["value"] for kept in plain["qpdf"][1].values() if isinstance(kept.get("value"), dict)]
    lines = [value for value in values if value.get("/FT") == "/Tx"]
    assert lines
    for value in lines:
        value["/V"] = f"u:{typed_in}"
    (tmp_path / "filled.json").write_text(json.dumps({"qpdf": plain["qpdf"]}), "utf-8")
    subprocess.run(["qpdf", "--json-input", tmp_path / "filled.json", tmp_path / "filled.pdf"], check=True)
    done = subprocess.run(
        ["pdftotext", tmp_path / "filled.pdf", "-"], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    assert squeezed(done.stdout).count(squeezed(typed_in)[:6]) >= len(lines) // 2  # a narrow one shows its beginning


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_every_text_comes_back_from_another_reader(tmp_path: Path) -> None:
    out = tmp_path / "visit.pdf"
    write_visit(prepared(), shared(), out, words_for("zh_CN"), DAY, VISIT)
    done = subprocess.run(["pdftotext", "-layout", str(out), "-"], capture_output=True, encoding="utf-8", check=True)
    text = squeezed(done.stdout)
    for told in (
        "弄清二期检测线的评标权重",
        "评标表各项权重？谁打分？",
        "请按三年算",
        "停机数据一页",
        "391万",
        "两年框架",
        "带客户看线",
    ):
        assert squeezed(told) in text


@pytest.mark.skipif(shutil.which("qpdf") is None or shutil.which("pdffonts") is None, reason="needs qpdf and pdffonts")
@pytest.mark.parametrize("fillable", [False, True])
def test_the_file_is_sound_and_its_faces_are_embedded(tmp_path: Path, fillable: bool) -> None:
    out = tmp_path / "visit.pdf"
    write_visit(prepared(), shared(), out, words_for("zh_CN"), DAY, VISIT, fillable)
    assert subprocess.run(["qpdf", "--check", str(out)], capture_output=True, check=False).returncode == 0
    told = subprocess.run(["pdffonts", str(out)], capture_output=True, encoding="utf-8", check=True).stdout
    faces = told.splitlines()[2:]
    assert faces
    assert all(re.search(r"\byes\s+yes\s+yes\b", face) for face in faces)
