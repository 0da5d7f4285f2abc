"""Names for files that every system, drive and sync program takes (safety.md c10)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

MAX_STEM = 120  # bytes; a name on ext4 ends at 255, a path on Windows at 260 characters
_FORBIDDEN = frozenset('"*:<>?/\\|#%.＂＊：＜＞？／＼｜＃％．。｡∕⁄∖')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$|desktop|forms|thumbs)", re.IGNORECASE
)


def safe_stem(text: str, spare: str = "file") -> str:
    """A file name without its ending, made of a text: at most 120 bytes, never empty, never reserved."""
    signs = (_safe(sign) for sign in unicodedata.normalize("NFC", text))
    stem = re.sub(r"_vti_", " ", " ".join("".join(signs).split()), flags=re.IGNORECASE)
    stem = _cut(stem.strip(" ~$-_"), MAX_STEM - len("_"))
    if not stem:
        return spare
    return f"_{stem}" if _RESERVED.fullmatch(stem) else stem


def unique_stems(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A stem for each (key, text); those that a system could take for the same get a tag made of their key."""
    stems = {key: safe_stem(text) for key, text in texts}
    alike = Counter(map(_folded, stems.values()))
    return {
        key: stem if alike[_folded(stem)] == 1 else f"{_cut(stem, MAX_STEM - 11)} {tag_of(key)}"
        for key, stem in stems.items()
    }


def tag_of(key: str) -> str:
    """Ten hexadecimal digits that follow from a key."""
    return hashlib.sha256(key.encode()).hexdigest()[:10]


def _safe(sign: str) -> str:
    """The sign, or a space for what some system forbids, hides or turns around."""
    return " " if sign in _FORBIDDEN or unicodedata.category(sign)[0] == "C" else sign


def _cut(stem: str, size: int) -> str:
    """The longest beginning of at most `size` bytes that ends between two signs."""
    return stem.encode()[:size].decode(errors="ignore").rstrip(" ~$-_")


def _folded(stem: str) -> str:
    return unicodedata.normalize("NFKC", stem).casefold()
