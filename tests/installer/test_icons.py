"""The icons the screens name are there, plain and colourless."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
DRAWN = sorted(path for path in FOLDER.glob("*.svg") if path.stem != "kamdesk")


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_an_icon_takes_the_colour_it_is_shown_in(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', drawing)) == {"none", "currentColor"}
    assert ElementTree.fromstring(drawing).get("viewBox") == "0 0 24 24"


def test_the_licence_lies_beside_the_icons() -> None:
    assert "ISC License" in (FOLDER / "LICENSE-lucide.txt").read_text(encoding="utf-8")


def test_our_own_icon_comes_in_every_size() -> None:
    sizes = {int(path.stem.removeprefix("kamdesk-")) for path in FOLDER.glob("kamdesk-*.png")}
    assert sizes == {16, 24, 32, 48, 64, 128, 256, 512}
