"""The command line: the same desk as the window, without a display and without Qt."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kamdesk.errors import Trouble
from kamdesk.paths import data_folder, holds_data
from kamdesk.settings import SettingsFile
from kamdesk.words import LANGUAGES, N_, Said, Words, said, system_language, words_for

if TYPE_CHECKING:
    from kamdesk.desk.desk import Desk
    from kamdesk.desk.send import Sent

Window = Callable[[Path, str], int]  # opens the window on a folder, in a language ("" as it was left)
_GRADES = ("S", "A", "B", "C", "")
_TOMORROW = "tomorrow"  # the visit sheets of all clients for the next day
_STOPPED = 130  # what shells expect of a program stopped by Ctrl-C

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


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command was asked for."""

    folder: Path
    words: Words
    options: argparse.Namespace

    def tr(self, text: str, /, **values: object) -> str:
        """The words of the language asked for."""
        return self.words.tr(text, **values)


def main(arguments: Sequence[str], window: Window) -> int:
    """Do what the arguments ask for; 0 only when it was done, else one sentence on stderr."""
    _speak_utf8()
    words = words_for(_language(arguments))
    try:
        options = _parser(words).parse_args(arguments, argparse.Namespace(data="", language=""))
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

    with _desk(asked.folder, new=True) as desk:
        if desk.store.companies():
            told = said("The data in {folder} already holds clients.", folder=str(asked.folder))
            raise Trouble(told, said("Name a folder that is new."))
        load_sample(desk, asked.words.language)
        number = len(desk.store.companies())
    trn = asked.words.trn
    print(trn("{n} client is in {folder} now.", "{n} clients are in {folder} now.", number, folder=asked.folder))
    return 0


def _clients(asked: Asked) -> int:
    with _desk(asked.folder) as desk:
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


def _export(asked: Asked) -> int:
    from kamdesk.desk.send import Wish, find_client, find_people, find_rival, send_one, send_tomorrow

    options, out = asked.options, Path(asked.options.out)
    _check_export(options)
    with _desk(asked.folder) as desk:
        if options.document == _TOMORROW:
            _warn(asked, send_tomorrow(desk, out, asked.words, Wish(fillable=options.fillable)))
        elif options.all:
            _export_all(asked, desk, out)
        else:
            key, chosen, rivals = find_client(desk, options.client).key, None, None
            if options.person is not None:
                chosen = [contact.key for contact in find_people(desk.client(key), options.person)]
            if options.rival is not None:
                rivals = [find_rival(desk.workspace(), options.rival).key]
            wish = Wish(chosen, options.paper, fillable=options.fillable, rivals=rivals)
            _warn(asked, send_one(desk, key, options.document, out, asked.words, wish))
    return 0


def _check_export(options: argparse.Namespace) -> None:
    """Refuse what does not go together."""
    help_tells = said("“kamdesk --help” tells what there is.")
    if not options.out.strip():
        raise Trouble(said("Nothing stands after --out."), said("Name the file, or with --all the folder, to write."))
    if options.document == _TOMORROW and (options.all or options.client is not None):
        raise Trouble(said("--document tomorrow is about all clients: it goes without --client and --all."), help_tells)
    if options.document != _TOMORROW and not options.all and options.client is None:
        raise Trouble(said("One of these is missing: {names}.", names="--client --all"), help_tells)
    if options.person is not None and (options.all or options.document != "person"):
        raise Trouble(said("--person goes with --client and --document person."), help_tells)
    if options.rival is not None and (options.all or options.document != "rival"):
        raise Trouble(said("--rival goes with --client and --document rival."), help_tells)
    if options.paper != "A4" and options.document != "plan":
        raise Trouble(said("--paper goes with --document plan."), help_tells)
    if options.fillable and options.document not in ("visit", _TOMORROW):
        raise Trouble(said("--fillable goes with --document visit and --document tomorrow."), help_tells)


def _export_all(asked: Asked, desk: Desk, folder: Path) -> None:
    from tqdm import tqdm

    from kamdesk.desk.send import Skipped, Wish, send_all

    skipped = []
    with tqdm(total=len(desk.store.companies()), file=sys.stderr, unit=" PDF", leave=True) as bar:
        wish = Wish(paper=asked.options.paper, fillable=asked.options.fillable)
        for sent in send_all(desk, asked.options.document, folder, asked.words, wish):
            bar.update()
            if isinstance(sent, Skipped):
                skipped.append(sent.name)
            elif sent.missing_characters:
                with tqdm.external_write_mode(sys.stderr):
                    _warn(asked, sent)
    if skipped:
        print(_skipped(asked, skipped), file=sys.stderr)


def _skipped(asked: Asked, skipped: Sequence[str]) -> str:
    """Which clients have nothing for a document."""
    trn, count, names = asked.words.trn, len(skipped), " · ".join(skipped)
    if asked.options.document == "visit":
        return trn(
            "{n} client has no visit planned: {names}", "{n} clients have no visit planned: {names}", count, names=names
        )
    if asked.options.document == "rival":
        return trn("{n} client has no rival yet: {names}", "{n} clients have no rival yet: {names}", count, names=names)
    return trn(
        "{n} client has no key person yet: {names}", "{n} clients have no key person yet: {names}", count, names=names
    )


def _warn(asked: Asked, sent: Sent) -> None:
    """Say which characters no bundled face has; the file is there all the same."""
    if missing := " ".join(sent.missing_characters):
        told = asked.tr("{file}: a box stands for {characters}.", file=sent.path, characters=missing)
        print(told, file=sys.stderr)


def _check(asked: Asked) -> int:
    with _desk(asked.folder) as desk:
        problems = desk.store.check()
        number = len(desk.store.companies())
    for problem in problems:
        print(problem.tell(asked.words), file=sys.stderr)
    if problems:
        return 1
    print(asked.words.trn("{n} client, everything is in order.", "{n} clients, everything is in order.", number))
    return 0


_COMMANDS: dict[str, Callable[[Asked], int]] = {
    "sample": _sample,
    "clients": _clients,
    "export": _export,
    "check": _check,
}


@contextmanager
def _desk(folder: Path, new: bool = False) -> Iterator[Desk]:
    """The desk on a folder; without `new` there must be data in it already."""
    if not new and not (folder.exists() and not folder.is_dir()) and not holds_data(folder):
        told = said("There is no data in {folder}.", folder=str(folder))
        raise Trouble(told, said("“kamdesk sample --data {folder}” fills it with the sample.", folder=str(folder)))
    from kamdesk.desk.desk import Desk
    from kamdesk.store.store import Store

    store = Store.open(folder)
    try:
        yield Desk(store)
    finally:
        store.close()


class _Parser(argparse.ArgumentParser):
    """Tells a mistake as one sentence, like everything else that goes wrong."""

    def error(self, message: str) -> NoReturn:
        raise Trouble(_told(message), said("“kamdesk --help” tells what there is."))


def _parser(words: Words) -> argparse.ArgumentParser:
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", metavar="DIR", help=words.tr("the folder of the data"))
    language = words.tr(
        "the language of words and documents; without it the one chosen in this data, else the system's"
    )
    common.add_argument("--language", choices=LANGUAGES, help=language)
    parser = _Parser(prog="kamdesk", parents=[common], description=words.tr("Without a command the window opens."))
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)
    commands.add_parser("sample", parents=[common], help=words.tr("fill a new folder with invented clients"))
    commands.add_parser("clients", parents=[common], help=words.tr("list the clients, best grade first"))
    export = commands.add_parser("export", parents=[common], help=words.tr("write documents as PDF"))
    which = export.add_mutually_exclusive_group()
    which.add_argument("--client", metavar="NAME", help=words.tr("name, short name or pinyin of one client"))
    which.add_argument("--all", action="store_true", help=words.tr("every client; --out is a folder then"))
    documents = ("plan", "person", "visit", "rival", _TOMORROW)
    export.add_argument("--document", choices=documents, default="plan", help=words.tr("what to write"))
    person = words.tr("name or pinyin of one person; without it every key person, one page each")
    export.add_argument("--person", metavar="NAME", help=person)
    rival = words.tr("name, short name or pinyin of one rival; without it the main rival of the client")
    export.add_argument("--rival", metavar="NAME", help=rival)
    paper = words.tr("what the people map of the plan is printed on")
    export.add_argument("--paper", choices=("A4", "A3"), default="A4", help=paper)
    fillable = words.tr("boxes and lines of a visit sheet can be filled in on a screen")
    export.add_argument("--fillable", action="store_true", help=fillable)
    export.add_argument("--out", required=True, metavar="FILE", help=words.tr("the file to write"))
    commands.add_parser("check", parents=[common], help=words.tr("see whether the data is sound"))
    return parser


def _told(message: str) -> Said:
    for pattern, text in _MISTAKES.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return Said(text, {name: _plain(value) for name, value in found.groupdict().items()})
    return said("This is not understood: {message}.", message=message)


def _plain(value: str) -> str:
    return value.replace("'", "")


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
