"""Where something about a rival is known from, as of when and how surely; and whether it may be told outside."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kamdesk.client.units import tell_day
from kamdesk.client.weigh_records import Confidence
from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import left_square, paint_text


def source_line(source: str, day: date | None, confidence: Confidence | None, look: Look, today: date) -> str:
    """Source, day and certainty in one line; what is missing is named."""
    told = tell_day(day, look.words, today) if day else look.tr("no day")
    whole = look.tr("{source}, {day}", source=source or look.tr("no source"), day=told)
    if not source and day is None:
        whole = look.tr("no source, no day")
    if confidence is None:
        return whole
    return look.tr("{source} · {confidence}", source=whole, confidence=look.tr(confidence.label))


def fair_chip(tellable: bool, look: Look) -> tuple[str, str, str]:
    """Words, tone and icon of the tag that says who may hear a line (method T7)."""
    if tellable:
        return look.trc("tag", "may be told"), "ok", "external-link"
    return look.trc("tag", "internal"), "neutral", "lock"


def paint_source(painter: QPainter, rect: QRectF, told: str, look: Look, *, old: bool) -> float:
    """Paint where it is known from; with a clock when it should be asked again. Gives the width used."""
    px = look.theme.px
    left = 0
    if old:
        look.icons.paint(painter, left_square(rect, px(14)), "clock-alert", "warn")
        left = px(19)
    ink = look.colour("warn" if old else "muted")
    return left + paint_text(painter, rect.adjusted(left, 0, 0, 0), told, look.font("small"), ink)
