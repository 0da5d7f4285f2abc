"""The world's fault, told so that a person can do something about it; everything else is a bug and rises."""

from __future__ import annotations

from kamdesk.words import Said, Words, words_for


class Trouble(Exception):
    """A missing file, a full disk, a newer data file: one sentence, and one on what to do."""

    def __init__(self, what: Said, advice: Said | None = None) -> None:
        super().__init__(what.text)
        self.what = what
        self.advice = advice

    def tell(self, words: Words) -> str:
        """Both sentences in the language of `words`."""
        said = self.what.tell(words)
        if self.advice is None:
            return said
        return said + ("" if words.chinese else " ") + self.advice.tell(words)

    def __str__(self) -> str:
        return self.tell(words_for("en"))
