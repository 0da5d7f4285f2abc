"""Finding a visit by the short code on its sheet, as it is typed from paper."""

from __future__ import annotations

import re

from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import visit_code
from kamdesk.desk.desk import Desk

_CODE = re.compile(r"[vVｖＶ][-–—－ ]?([2-9A-HJ-NP-Za-hj-np-z]{3})\Z")  # an input method writes other hyphens


def visits_of_code(desk: Desk, text: str) -> list[Visit]:
    """The visits whose sheet has this code, the newest first; none for any other text."""
    typed = _CODE.match(text.strip())
    if typed is None:
        return []
    code = f"V-{typed[1].upper()}"
    found = [visit for visit in desk.store.all(Visit) if visit.at is not None and visit_code(visit) == code]
    return sorted(found, key=_moment, reverse=True)


def _moment(visit: Visit) -> float:
    return visit.at.timestamp() if visit.at else 0.0
