"""What can be asked for on the command line, and what is said when it is not understood."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from kamdesk.cli.export import add_export
from kamdesk.errors import Trouble
from kamdesk.words import LANGUAGES, N_, Said, Words, said

# argparse speaks English only: what it says, and how we say it.
_MISTAKES = {
    r"argument (?P<name>\S+): invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.*)\)": N_(
        "“{value}” is not known; there is {choices}."
    ),
    r"argument (?P<name>\S+): not allowed with argument (?P<other>\S+)": N_("{name} and {other} do not go together."),
    r"argument (?P<name>\S+): expected one argument": N_("Something is missing after {name}."),
    r"the following arguments are required: (?P<names>.*)": N_("This is missing: {names}."),
    r"one of the arguments (?P<names>.*) is required": N_("One of these is missing: {names}."),
    r"unrecognized arguments: (?P<words>.*)": N_("“{words}” is not understood."),
}


class _Parser(argparse.ArgumentParser):
    """Tells a mistake as one sentence, like everything else that goes wrong."""

    def error(self, message: str) -> NoReturn:
        raise Trouble(_told(message), said("“kamdesk --help” tells what there is."))


def parser(words: Words) -> argparse.ArgumentParser:
    """What there is to ask for, told in these words."""
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", metavar="DIR", help=words.tr("the folder of the data"))
    language = words.tr(
        "the language of words and documents; without it the one chosen in this data, else the system's"
    )
    common.add_argument("--language", choices=LANGUAGES, help=language)
    whole = _Parser(prog="kamdesk", parents=[common], description=words.tr("Without a command the window opens."))
    commands = whole.add_subparsers(dest="command", parser_class=_Parser)
    commands.add_parser("sample", parents=[common], help=words.tr("fill a new folder with invented clients"))
    commands.add_parser("clients", parents=[common], help=words.tr("list the clients, best grade first"))
    export = commands.add_parser("export", parents=[common], help=words.tr("write documents as PDF"))
    add_export(export, words)
    commands.add_parser("check", parents=[common], help=words.tr("see whether the data is sound"))
    return whole


def _told(message: str) -> Said:
    for pattern, text in _MISTAKES.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return Said(text, {name: _plain(value) for name, value in found.groupdict().items()})
    return said("This is not understood: {message}.", message=message)


def _plain(value: str) -> str:
    return value.replace("'", "")
