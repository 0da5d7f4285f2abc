"""Whatever a client is called, its file has a name that every system takes, and no two files meet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.exchange.filename import MAX_STEM, safe_stem, unique_stems

anything = st.text(max_size=300) | st.text(st.characters(codec="utf-8"), min_size=80, max_size=200)


@given(anything)
@settings(max_examples=2000)
def test_any_text_gives_a_name_that_every_system_takes(text):
    stem = safe_stem(text)
    assert stem
    assert len(stem.encode()) <= MAX_STEM
    assert stem == stem.strip()
    assert not set(stem) & set('"*:<>?/\\|.#%')
    assert not any(unicodedata.category(sign)[0] == "C" for sign in stem)
    assert stem == unicodedata.normalize("NFC", stem)
    assert not stem.startswith("~$")
    assert "_vti_" not in stem.lower()
    assert safe_stem(stem) == stem


@pytest.mark.parametrize("name", ["CON", "nul", "com1", "LPT9", "COM¹", "Aux", "Desktop"])
def test_names_that_windows_keeps_for_itself_are_changed(name):
    assert safe_stem(name).startswith("_")


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("华星精密电子（深圳）有限公司", "华星精密电子（深圳）有限公司"),
        ("Łódź Motors Sp. z o.o.", "Łódź Motors Sp z o o"),
        ("A/B: <b>&\"</para>", "A B b & para"),
        ("../../etc/passwd", "etc passwd"),
        ("\u202egnp.exe", "gnp exe"),
        ("...", "file"),
        ("~$plan", "plan"),
        ("CONIN$", "CONIN"),
        ("龘" * 100, "龘" * 39),
    ],
)  # fmt: skip
def test_a_name_stays_readable(name, stem):
    assert safe_stem(name) == stem


@given(st.lists(st.sampled_from(["Keller", "KELLER", "Ｋeller", "Keller.", "华星", "a" * 200, "a" * 201]), max_size=12))
def test_files_of_clients_with_the_same_name_do_not_meet(names):
    stems = unique_stems((f"key{at}", name) for at, name in enumerate(names))
    assert len(stems) == len(names)
    folded = {unicodedata.normalize("NFKC", stem).casefold() for stem in stems.values()}
    assert len(folded) == len(names)
    assert all(len(stem.encode()) <= MAX_STEM for stem in stems.values())
