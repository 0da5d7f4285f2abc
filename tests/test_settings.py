"""Settings outlive a restart and survive a damaged file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk.settings import Settings, SettingsFile


def test_settings_are_found_again(tmp_path: Path) -> None:
    SettingsFile(tmp_path).change(language="zh_TW", scale=125, folded=True)
    assert SettingsFile(tmp_path).now == Settings(language="zh_TW", scale=125, folded=True)


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"scale": "big", "theme": "pink", "folded": 1, "client": null}'])
def test_what_cannot_be_read_is_as_at_the_first_start(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    assert SettingsFile(tmp_path).now == Settings()


@pytest.mark.parametrize(("written", "held"), [(5000, 150), (-3, 90)])
def test_the_text_size_stays_within_reason(tmp_path: Path, written: int, held: int) -> None:
    (tmp_path / "settings.json").write_text(f'{{"scale": {written}}}', encoding="utf-8")
    assert SettingsFile(tmp_path).now.scale == held


def test_nothing_is_left_half_written(tmp_path: Path) -> None:
    SettingsFile(tmp_path).change(scale=110)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]
