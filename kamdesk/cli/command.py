"""The commands: each does one thing on the desk and says in one sentence what failed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kamdesk.cli.asked import Asked, desk_on
from kamdesk.cli.export import export
from kamdesk.cli.parser import parser
from kamdesk.errors import Trouble
from kamdesk.paths import data_folder
from kamdesk.settings import SettingsFile
from kamdesk.words import LANGUAGES, said, system_language, words_for

Window = Callable[[Path, str], int]  # opens the window on a folder, in a language ("" as it was left)
_GRADES = ("S", "A", "B", "C", "")
_STOPPED = 130  # what shells expect of a program stopped by Ctrl-C


def main(arguments: Sequence[str], window: Window) -> int:
    """Do what the arguments ask for; 0 only when it was done, else one sentence on stderr."""
    _speak_utf8()
    words = words_for(_language(arguments))
    try:
        options = parser(words).parse_args(arguments, argparse.Namespace(data="", language=""))
        folder = Path(options.data) if options.data else data_folder()
        if not options.command:
            return window(folder, options.language)
        return _COMMANDS[options.command](Asked(folder, words, options))
    except Trouble as trouble:
        print(trouble.tell(words), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(words.tr("Stopped."), file=sys.stderr)
        return _STOPPED
    except BrokenPipeError:  # who reads us has heard enough: "kamdesk clients | head"
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 (it serves until the interpreter's own last flush)
        return 1


def _sample(asked: Asked) -> int:
    from kamdesk.desk.bring import load_sample

    with desk_on(asked.folder, new=True) as desk:
        if desk.store.companies():
            told = said("The data in {folder} already holds clients.", folder=str(asked.folder))
            raise Trouble(told, said("Name a folder that is new."))
        load_sample(desk, asked.words.language)
        number = len(desk.store.companies())
    trn = asked.words.trn
    print(trn("{n} client is in {folder} now.", "{n} clients are in {folder} now.", number, folder=asked.folder))
    return 0


def _clients(asked: Asked) -> int:
    with desk_on(asked.folder) as desk:
        now = desk.clock.now()
        for row in sorted(desk.clients(), key=lambda glance: _GRADES.index(glance.grade)):
            visit, met = row.next_visit(now), row.met(desk.today)
            cells = (
                *(row.name, row.short, row.grade, row.industry, row.region),
                f"{visit.at.astimezone():%Y-%m-%d %H:%M}" if visit else "",
                met.isoformat() if met else "",
                "" if row.weigh is None else f"{row.weigh:.1f}",
            )
            print("\t".join(" ".join(cell.split()) for cell in cells))
        sys.stdout.flush()
    return 0


def _check(asked: Asked) -> int:
    with desk_on(asked.folder) as desk:
        problems = desk.store.check()
        number = len(desk.store.companies())
    for problem in problems:
        print(problem.tell(asked.words), file=sys.stderr)
    if problems:
        return 1
    print(asked.words.trn("{n} client, everything is in order.", "{n} clients, everything is in order.", number))
    return 0


_COMMANDS = {"sample": _sample, "clients": _clients, "export": export, "check": _check}


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, known before the rest is understood, so that even a mistake is told in it.

    When none is asked for it is the one the window of this data was left in, else that of the computer.
    """
    wanted = _value("--language", arguments)
    if wanted is None:
        wanted = SettingsFile(Path(_value("--data", arguments) or data_folder())).now.language
    return wanted if wanted in LANGUAGES else system_language()


def _value(option: str, arguments: Sequence[str]) -> str | None:
    """What stands behind an option, read before anything is checked; the last one counts."""
    found = None
    for at, word in enumerate(arguments):
        name, equals, value = word.partition("=")
        if name == option:
            found = value if equals else next(iter(arguments[at + 1 :]), "")
    return found


def _speak_utf8() -> None:
    """A pipe or a file gets UTF-8 whatever the system's own code page; a terminal never stops at a rare character."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")
