"""The world's fault, told so that a person can do something about it; everything else is a bug and rises."""

from __future__ import annotations

import errno
from copyreg import __newobj__  # type: ignore[attr-defined]  # what pickle itself makes objects with
from typing import Any

from kamdesk.words import N_, Said, Words, words_for

_REASONS = {
    errno.ENOENT: N_("the folder is not there"),
    errno.EACCES: N_("you have no right to it"),
    errno.EPERM: N_("you have no right to it"),
    errno.EROFS: N_("it can only be read"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of the path is a file, not a folder"),
    errno.EEXIST: N_("a file of this name is in the way"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EBUSY: N_("another program holds it"),
}


def reason(error: OSError) -> Said:
    """Why the operating system refused, in words that can be put into a sentence of any language."""
    known = _REASONS.get(error.errno or 0)
    return Said(known or "{reason}", {} if known else {"reason": error.strerror or type(error).__name__})


class Trouble(Exception):
    """A missing file, a full disk, a newer data file: one sentence, and one on what to do."""

    def __init__(self, what: Said, advice: Said | None = None) -> None:
        super().__init__(what.text)
        self.what = what
        self.advice = advice

    def __reduce__(self) -> tuple[Any, ...]:
        """What it is made of again when it comes out of another process, of whatever kind it is."""
        return __newobj__, (type(self), self.what.text), self.__dict__

    def tell(self, words: Words) -> str:
        """Both sentences in the language of `words`."""
        said = self.what.tell(words)
        if self.advice is None:
            return said
        return said + ("" if words.chinese else " ") + self.advice.tell(words)

    def __str__(self) -> str:
        return self.tell(words_for("en"))
