"""The command that writes documents: of one client, of all, of nobody, or of tomorrow's visits."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kamdesk.cli.asked import Asked, desk_on
from kamdesk.errors import Trouble, reason
from kamdesk.words import Said, Words, said

if TYPE_CHECKING:
    from kamdesk.desk.desk import Desk
    from kamdesk.desk.documents import Wish
    from kamdesk.desk.send import Sent

TOMORROW = "tomorrow"  # the visit sheets of all clients for the next day
_BLANKS = ("blank-weighin", "blank-visit")  # forms to fill in by hand: they need no client
DOCUMENTS = ("plan", "brief", "person", "visit", "rival", "mutual", *_BLANKS, TOMORROW)
AUDIENCES = ("internal", "brief", "client")
PAPERS = ("A4", "A3", "Letter")
# What goes with which documents only.
_GOES_WITH = {
    "person": ("person", "blank-weighin"),
    "rival": ("rival",),
    "fillable": ("visit", TOMORROW, *_BLANKS),
    "audience": ("plan", "brief", "mutual"),
}
_LETTER = ("plan", "brief", "mutual", "blank-weighin")
_LONGEST = 4096  # bytes of a password file that are read


def add_export(export: argparse.ArgumentParser, words: Words) -> None:
    """Say what the command can be asked for."""
    which = export.add_mutually_exclusive_group()
    which.add_argument("--client", metavar="NAME", help=words.tr("name, short name or pinyin of one client"))
    which.add_argument("--all", action="store_true", help=words.tr("every client; --out is a folder then"))
    export.add_argument("--document", choices=DOCUMENTS, default="plan", help=words.tr("what to write"))
    person = words.tr("name or pinyin of one person; without it every key person, one page each")
    export.add_argument("--person", metavar="NAME", help=person)
    rival = words.tr("name, short name or pinyin of one rival; without it the main rival of the client")
    export.add_argument("--rival", metavar="NAME", help=rival)
    audience = words.tr("for whom the plan is made: what they may not read is left out")
    export.add_argument("--audience", choices=AUDIENCES, help=audience)
    watermark = words.tr("a word that stands grey behind the text of every page")
    export.add_argument("--watermark", metavar="TEXT", default="", help=watermark)
    password = words.tr("a file whose first line is the password that opens the document")
    export.add_argument("--password-file", metavar="FILE", help=password)
    paper = words.tr("what it is printed on; A3 is for the people map of the plan")
    export.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help=paper)
    fillable = words.tr("boxes and lines of a visit sheet or a form can be filled in on a screen")
    export.add_argument("--fillable", action="store_true", help=fillable)
    export.add_argument("--out", required=True, metavar="FILE", help=words.tr("the file to write"))


def export(asked: Asked) -> int:
    """Write what was asked for."""
    options, out = asked.options, Path(asked.options.out)
    _check(options)
    password = _password(options.password_file)
    with desk_on(asked.folder) as desk:
        from kamdesk.desk.send import find_client, send_blank, send_one, send_tomorrow

        wish = _wish(options, password)
        if options.document == TOMORROW:
            _warn(asked, send_tomorrow(desk, out, asked.words, wish))
        elif options.all:
            _export_all(asked, desk, out, wish)
        elif options.client is None:
            _warn(asked, send_blank(desk, options.document, out, asked.words, wish))
        else:
            key = find_client(desk, options.client).key
            wish = _named(options, desk, key, wish)
            _warn(asked, send_one(desk, key, options.document, out, asked.words, wish))
    return 0


def _wish(options: argparse.Namespace, password: str) -> Wish:
    """What can be asked for of any client."""
    from kamdesk.client.paper_records import Audience
    from kamdesk.desk.documents import Wish

    audience = Audience(options.audience) if options.audience else None
    return Wish(
        paper=options.paper,
        fillable=options.fillable,
        audience=audience,
        watermark=options.watermark,
        password=password,
    )


def _named(options: argparse.Namespace, desk: Desk, key: str, wish: Wish) -> Wish:
    """The same with the person or the rival of one client that was named."""
    from dataclasses import replace

    from kamdesk.desk.send import find_people, find_rival

    if options.person is not None:
        wish = replace(wish, contacts=[contact.key for contact in find_people(desk.client(key), options.person)])
    if options.rival is not None:
        wish = replace(wish, rivals=[find_rival(desk.workspace(), options.rival).key])
    return wish


def _check(options: argparse.Namespace) -> None:
    """Refuse what does not go together."""
    help_tells = said("“kamdesk --help” tells what there is.")
    document, single = options.document, options.client is not None
    if not options.out.strip():
        raise Trouble(said("Nothing stands after --out."), said("Name the file, or with --all the folder, to write."))
    if document == TOMORROW and (options.all or single):
        raise Trouble(said("--document tomorrow is about all clients: it goes without --client and --all."), help_tells)
    if document not in (TOMORROW, *_BLANKS) and not options.all and not single:
        raise Trouble(said("One of these is missing: {names}.", names="--client --all"), help_tells)
    for name, documents in _GOES_WITH.items():
        if getattr(options, name) and document not in documents:
            raise Trouble(_goes_with(f"--{name}", documents), help_tells)
    for name in ("person", "rival"):
        if getattr(options, name) is not None and not single:
            raise Trouble(said("{option} goes with {other}.", option=f"--{name}", other="--client"), help_tells)
    if options.paper == "A3" and document != "plan":
        raise Trouble(_goes_with("--paper A3", ("plan",)), help_tells)
    if options.paper == "Letter" and document not in _LETTER:
        raise Trouble(_goes_with("--paper Letter", _LETTER), help_tells)


def _goes_with(option: str, documents: Sequence[str]) -> Said:
    other = " / ".join(documents)
    return said("{option} goes with {other}.", option=option, other=f"--document {other}")


def _password(name: str | None) -> str:
    """The first line of a file; Trouble when there is none."""
    if name is None:
        return ""
    path = Path(name)
    try:
        with path.open("rb") as opened:
            lines = opened.read(_LONGEST).decode("utf-8-sig").splitlines()
    except OSError as wrong:
        told = said("{file} can't be read: {reason}.", file=str(path), reason=reason(wrong))
        raise Trouble(told, said("Nothing was written.")) from wrong
    except UnicodeDecodeError as wrong:
        told = said("{file} is not a text file in UTF-8.", file=str(path))
        raise Trouble(told, said("Nothing was written.")) from wrong
    if not lines or not lines[0].strip():
        raise Trouble(said("The first line of {file} is empty.", file=str(path)), said("Nothing was written."))
    return lines[0].strip()


def _export_all(asked: Asked, desk: Desk, folder: Path, wish: Wish) -> None:
    from tqdm import tqdm

    from kamdesk.desk.send import Skipped, send_all

    skipped = []
    with tqdm(total=len(desk.store.companies()), file=sys.stderr, unit=" PDF", leave=True) as bar:
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
    if asked.options.document == "mutual":
        return trn(
            "{n} client has nothing on a common plan yet: {names}",
            "{n} clients have nothing on a common plan yet: {names}",
            count,
            names=names,
        )
    return trn(
        "{n} client has no key person yet: {names}", "{n} clients have no key person yet: {names}", count, names=names
    )


def _warn(asked: Asked, sent: Sent) -> None:
    """Say which characters no bundled face has; the file is there all the same."""
    if missing := " ".join(sent.missing_characters):
        told = asked.tr("{file}: a box stands for {characters}.", file=sent.path, characters=missing)
        print(told, file=sys.stderr)
