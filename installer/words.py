"""The catalogues: gathers the source's texts into resources/words/*.po and compiles them to .mo.

python installer/words.py            gather, merge and compile
python installer/words.py --missing  list what has no translation yet
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "words"
TRANSLATED = ("zh_CN", "zh_TW")
KEYWORDS = {
    "N_": None,
    "tr": None,
    "said": None,
    "NC_": ((1, "c"), 2),
    "trc": ((1, "c"), 2),
    "trn": (1, 2),
}


def gather() -> Catalog:
    """Every marked text of the package, with the files it stands in."""
    found = Catalog(project="KAMDesk", charset="utf-8")
    texts = extract_from_dir(str(ROOT / "kamdesk"), [("**.py", "python")], keywords=KEYWORDS, strip_comment_tags=True)
    for file, _line, message, comments, context in texts:
        found.add(message, locations=[(f"kamdesk/{file}", 0)], auto_comments=comments, context=context)
    return found


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it stands, or an empty one."""
    file = FOLDER / f"{language}.po"
    if not file.exists():
        return Catalog(locale=language, project="KAMDesk", charset="utf-8")
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def merge() -> None:
    """Bring the catalogues up to date: new texts come in empty, texts that are gone go."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    template = gather()
    for language in TRANSLATED:
        held = catalogue(language)
        held.update(template, no_fuzzy_matching=True)
        held.obsolete.clear()
        held.header_comment, held.fuzzy = f"# KAMDesk in {language}.", False
        out = io.BytesIO()
        write_po(out, held, sort_output=True, no_location=True, omit_header=False, width=120)
        lines = [line for line in out.getvalue().splitlines() if not line.startswith(_DATED)]
        (FOLDER / f"{language}.po").write_bytes(b"\n".join(lines) + b"\n")
        compiled = io.BytesIO()
        write_mo(compiled, held)
        (FOLDER / f"{language}.mo").write_bytes(compiled.getvalue())


_DATED = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Last-Translator', b'"Generated-By', b'"Language-Team')


def missing(language: str) -> list[str]:
    """The source texts that have no translation in a language; a fuzzy one is not compiled and counts as none."""
    held = catalogue(language)
    lost = []
    for message in gather():
        if not message.id:
            continue
        own = held.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
        told = own.string if own else ""
        if own is None or own.fuzzy or not (all(told) if isinstance(told, tuple) else told):
            lost.append(message.id if isinstance(message.id, str) else message.id[0])
    return lost


def main(arguments: list[str]) -> int:
    """Do what the command line asks for."""
    if "--missing" in arguments:
        lost = {language: missing(language) for language in TRANSLATED}
        for language, texts in lost.items():
            for text in texts:
                print(f"{language}: {text!r}")
        return 1 if any(lost.values()) else 0
    merge()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
