"""How a person wants the window: a small file in the data folder, never with a client's words in it."""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCALES = (90, 100, 110, 125, 150)  # text sizes in percent
THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one data folder; the defaults are those of a first start."""

    language: str = ""  # one of words.LANGUAGES, "" as the computer has it
    theme: str = "system"
    scale: int = 100
    folded: bool = False  # the rail shows icons only
    geometry: str = ""  # of the first window, as Qt tells it, in base 64
    place: str = "today"
    client: str = ""  # the key of the client shown last
    welcomed: bool = False  # the choice of the first start is made
    seen: str = ""  # the moment the program was open last, ISO 8601
    away: str = ""  # since when what happened meanwhile is told


class SettingsFile:
    """Keeps the settings; what cannot be read is as it was at the first start."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "settings.json"
        self.now = self._read()

    def change(self, **values: Any) -> Settings:
        """Take over new values and write the file. OSError is for the caller: the values hold in any case."""
        wanted = dataclasses.replace(self.now, **values)
        if wanted != self.now:
            self.now = wanted
            self._write()
        return wanted

    def _read(self) -> Settings:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Settings()
        if not isinstance(found, dict):
            return Settings()
        usual = Settings()
        known = {
            field.name: found[field.name]
            for field in dataclasses.fields(Settings)
            if type(found.get(field.name)) is type(getattr(usual, field.name))
        }
        read = dataclasses.replace(usual, **known)
        return dataclasses.replace(
            read,
            theme=read.theme if read.theme in THEMES else usual.theme,
            scale=min(max(read.scale, SCALES[0]), SCALES[-1]),
        )

    def _write(self) -> None:
        part = self._file.with_suffix(".part")
        part.write_text(json.dumps(dataclasses.asdict(self.now), indent=1) + "\n", encoding="utf-8")
        os.replace(part, self._file)
