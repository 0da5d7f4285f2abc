"""What may be said outside about a rival: only what somebody allowed and anybody can verify (method T7)."""

from __future__ import annotations

from datetime import date


def may_be_told(tellable: bool, source: str, day: date | None) -> bool:
    """True for a statement that is allowed outside and has a source and a day; the tick alone is not enough."""
    return tellable and bool(source.strip()) and day is not None
