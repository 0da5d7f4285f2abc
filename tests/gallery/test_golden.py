"""Every place looks as it did when somebody last looked; `python -m tests.gallery OUT --golden` keeps a new look."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kamdesk.ui.look import Look
from kamdesk.words import LANGUAGES
from tests.gallery.golden import difference, draw, golden
from tests.gallery.stage import sample_desk

APART = 12.0  # a word that changed is 25 and more in its square, another smoothing of letters is below 6


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the story's time zone cannot be set here")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_looks_as_it_did(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, dark: bool
) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    look = Look.make(language, dark, motion=False)
    apart = {}
    with sample_desk(tmp_path, language) as desk:
        for name, picture in draw(desk, look):
            file = golden(name, look)
            kept = QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8)
            if (far := difference(picture, kept)) > APART:
                apart[name] = round(far, 1)
                picture.save(str(tmp_path / file.name))
    monkeypatch.undo()
    time.tzset()
    assert apart == {}, f"the new pictures lie in {tmp_path}"
