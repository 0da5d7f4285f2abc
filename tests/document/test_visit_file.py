"""The file of a visit sheet: the same bytes for the same data, sound for other readers, to be filled in when asked."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kamdesk.document.visit_sheet import write_visit
from kamdesk.words import words_for
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
