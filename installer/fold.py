"""Rebuilds resources/fold: which simplified character a traditional one is searched as.

Run with `python -m installer.fold` from the top folder; needs the `opencc` package, which the program itself does not.
Reading it: `text = file.read_text(encoding="utf-8").strip()`, then `str.maketrans(text[::2], text[1::2])`.
"""

from importlib.metadata import distribution
from pathlib import Path

from opencc import OpenCC

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fold"

BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x33480))


def build(folder: Path = FOLDER) -> None:
    """Writes all pairs as one line of text, and the licence of the data they come from, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    line = "".join(traditional + simplified for traditional, simplified in pairs().items())
    (folder / "simplified.txt").write_text(line + "\n", encoding="utf-8", newline="\n")
    package = distribution("opencc")
    licence = next(file for file in package.files or () if file.name == "LICENSE").read_text(encoding="utf-8")
    note = f"simplified.txt was made from the character data of OpenCC {package.version}, under this licence:\n\n"
    (folder / "LICENSE-opencc.txt").write_text(note + licence, encoding="utf-8", newline="\n")


def pairs() -> dict[str, str]:
    """Each traditional character with its simplified one, by code point; no value is itself a key.

    Hong Kong's forms are asked for where the common table knows none; Taiwan's are not, as they make one of 著 and 着.
    """
    tables = (OpenCC("t2s"), OpenCC("hk2s"))
    found: dict[str, str] = {}
    for code in (code for block in BLOCKS for code in block):
        character = chr(code)
        simplified = next((new for table in tables if (new := table.convert(character)) != character), character)
        if simplified != character and len(simplified) == 1:
            found[character] = simplified
    return {key: found.get(value, value) for key, value in found.items()}


if __name__ == "__main__":
    build()
