"""Faces are cut to what is used: sound font files with the same outlines; equal data is equal bytes in any process."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kamdesk.document.cutting import outlines
from kamdesk.paths import resource

ROOT = Path(__file__).parents[2]
_WRITTEN = """
import hashlib, io
from datetime import date
from kamdesk.document.plan import write_plan
from kamdesk.words import words_for
from tests.document.clients import huaxing, workspace
held = io.BytesIO()
write_plan(huaxing("zh"), workspace("zh"), held, words_for("zh_TW"), date(2026, 11, 23), invariant=True)
print(hashlib.sha256(held.getvalue()).hexdigest())
"""


@pytest.mark.parametrize("name", ["KAMSans-Bold", "KAMSansSC-Regular", "KAMSansTC-Bold", "KAMEmoji-Regular"])
def test_a_cut_face_holds_the_same_outlines_and_widths(name: str) -> None:
    path = resource("fonts", f"{name}.ttf")
    with TTFont(path) as whole:
        order = whole.getGlyphOrder()
        composite = [glyph for glyph in order if whole["glyf"][glyph].isComposite()][:20]
        wanted = [*range(3, len(order), len(order) // 50), *map(whole.getGlyphID, composite)]
        data, places = outlines(path).cut(wanted)
        with TTFont(io.BytesIO(data), checkChecksums=2) as cut:
            assert cut["maxp"].numGlyphs == len(places) >= len(set(wanted))
            names = cut.getGlyphOrder()
            for glyph in wanted:
                before, after = order[glyph], names[places[glyph]]
                assert cut["hmtx"][after] == whole["hmtx"][before]
                assert _points(cut, after) == _points(whole, before)


def test_glyphs_that_another_face_lends_are_made_to_its_size() -> None:
    own, lender = (resource("fonts", f"KAMSans{part}-Regular.ttf") for part in ("SC", ""))
    with TTFont(own) as whole, TTFont(lender) as other:
        mine, theirs = whole.getBestCmap(), other.getBestCmap()
        han, lent = [whole.getGlyphID(mine[ord(char)]) for char in "王璐"], [theirs[ord(char)] for char in "Łź€ g"]
        data, places, made = outlines(own).cut_with(han, outlines(lender), [*map(other.getGlyphID, lent)])
        scale = whole["head"].unitsPerEm / other["head"].unitsPerEm
        with TTFont(io.BytesIO(data), checkChecksums=2) as cut:
            names = cut.getGlyphOrder()
            for glyph in han:
                assert _points(cut, names[places[glyph]]) == _points(whole, whole.getGlyphOrder()[glyph])
            for name in lent:
                after = names[made[other.getGlyphID(name)]]
                assert cut["hmtx"][after][0] == round(scale * other["hmtx"][name][0])
                before = [(x * scale, y * scale) for x, y in _points(other, name)]
                assert all(
                    abs(x - left) <= 1 and abs(y - up) <= 1
                    for (x, y), (left, up) in zip(_points(cut, after), before, strict=True)
                )


def _points(font: TTFont, name: str) -> list[tuple[int, int]]:
    """The corners of a glyph, those of its parts included."""
    return list(font["glyf"][name].getCoordinates(font["glyf"])[0])


def test_equal_data_is_equal_bytes_in_every_process() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _WRITTEN],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
