"""`python -m tests.gallery OUT`: every place, dialog and document page of the sample, as PNG files."""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Asia/Shanghai"  # the story's own time
if hasattr(time, "tzset"):
    time.tzset()

from kamdesk.ui.dress import Dress
from kamdesk.ui.look import Look
from kamdesk.ui.program import application
from kamdesk.words import LANGUAGES
from tests.gallery.golden import FOLDER, draw, golden
from tests.gallery.pages import plan_pages
from tests.gallery.scenes import scenes, welcome
from tests.gallery.stage import frame_of, free, sample_desk

THEMES = {"light": False, "dark": True}


def draw_window(out: Path, folder: Path, language: str, theme: str, only: str) -> None:
    """Draw all scenes of one language and theme."""
    look = Look.make(language, THEMES[theme], motion=False)
    Dress(application()).put_on(look)
    page = welcome(look)
    page.grab().save(str(out / f"welcome-{language}-{theme}.png"))
    free(page)
    with sample_desk(folder, language) as desk, frame_of(desk, look) as frame:
        for name, bring in scenes(frame).items():
            if only in name:
                bring()
                frame.grab().save(str(out / f"{name}-{language}-{theme}.png"))


def keep_golden(folder: Path, language: str, theme: str) -> None:
    """Keep the places of one language and theme as their golden pictures."""
    FOLDER.mkdir(exist_ok=True)
    look = Look.make(language, THEMES[theme], motion=False)
    with sample_desk(folder, language) as desk:
        for name, picture in draw(desk, look):
            picture.save(str(golden(name, look)))


def draw_paper(out: Path, folder: Path, language: str) -> None:
    """Draw the plan of every client of the sample in one language."""
    with sample_desk(folder, language) as desk:
        for glance in desk.clients():
            name = glance.key if glance.key.isascii() else glance.short
            for number, page in enumerate(plan_pages(desk, glance.key, language), 1):
                page.save(str(out / f"plan-{name}-{number:02}-{language}.png"))


def main() -> None:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--theme", choices=list(THEMES), action="append")
    parser.add_argument("--only", default="", help="scenes whose name holds this text")
    parser.add_argument("--paper", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--window", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--golden", action="store_true", help="keep the places as the golden pictures of the tests")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    _app = application()  # before any font, and held to the end
    for language in asked.language or LANGUAGES:
        with tempfile.TemporaryDirectory() as held:
            for theme in asked.theme or THEMES:
                if asked.window:
                    draw_window(asked.out, Path(held) / theme, language, theme, asked.only)
                if asked.golden:
                    keep_golden(Path(held) / f"golden-{theme}", language, theme)
            if asked.paper:
                draw_paper(asked.out, Path(held) / "paper", language)


if __name__ == "__main__":
    main()
