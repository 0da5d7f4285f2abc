"""Paints the rows of the relationship plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen

from kamdesk.client.plan_records import Action
from kamdesk.client.targets import Gap
from kamdesk.client.units import tell_day, tell_decimal, tell_gap, tell_known, tell_money
from kamdesk.ui.look import Look
from kamdesk.ui.pages.relation.plan_rows import PlanRow, RowKind
from kamdesk.ui.parts.badges import chip, chip_width, keycap, keycap_width, tick_box
from kamdesk.ui.parts.folded import fold, line_height, paint_folded
from kamdesk.ui.parts.marks import mark, triangle
from kamdesk.ui.parts.painters import RIGHT, left_square, paint_lines, paint_text, rounded, square, text_width
from kamdesk.ui.parts.rows import Index, RowDelegate

_HEIGHTS = {RowKind.GAP: 70, RowKind.ACTION: 46, RowKind.PROPOSAL: 34, RowKind.PERSON: 46}
_WHO, _SCALE, _PRIORITY, _SERVES = 132, 138, 66, 156  # px at 100 % text, the columns of a gap
_NARROW = 720


class PlanDelegate(RowDelegate):
    """A gap has a scale, its priority and the next level's text; actions and proposals stand below it, indented."""

    ticked = Signal(str)
    asked = Signal(str)  # the priority was clicked

    def __init__(self, look: Look) -> None:
        super().__init__(look, 0, look.size("overhang"))
        self.today = date.today()
        self.rival = ""

    def row_height(self, item: Any) -> int:
        """By what the row is."""
        return self.look.theme.px(_HEIGHTS[item.kind])

    def draw(self, painter: QPainter, rect: QRectF, item: Any, *, selected: bool) -> None:
        """Paint one row."""
        if item.kind is RowKind.GAP:
            self._draw_gap(painter, rect, item)
        elif item.kind is RowKind.ACTION:
            self._draw_action(painter, rect.adjusted(self.look.theme.px(20), 0, 0, 0), item.action)
        elif item.kind is RowKind.PROPOSAL:
            self._draw_proposal(painter, rect.adjusted(self.look.theme.px(20), 0, 0, 0), item, selected=selected)
        else:
            self._draw_person(painter, rect, item, selected=selected)

    def _columns(self, rect: QRectF) -> tuple[QRectF, QRectF, QRectF, QRectF, QRectF]:
        """Who, scale, priority, next level, what it serves."""
        px = self.look.theme.px
        serves = px(_SERVES) if rect.width() >= px(_NARROW) else 0
        widths = (px(_WHO), px(_SCALE), px(_PRIORITY))
        left, boxes = rect.left(), []
        for width in widths:
            boxes.append(QRectF(left, rect.top(), width - px(8), rect.height()))
            left += width
        text = QRectF(left + px(12), rect.top(), max(0.0, rect.right() - serves - left - px(24)), rect.height())
        end = QRectF(rect.right() - serves, rect.top(), serves, rect.height())
        return boxes[0], boxes[1], boxes[2], text, end

    def _draw_gap(self, painter: QPainter, rect: QRectF, row: PlanRow) -> None:
        look, px = self.look, self.look.theme.px
        gap = row.gap
        assert gap is not None
        who, scale, priority, text, serves = self._columns(rect)
        paint_lines(painter, who, gap.contact.name, look.tr(gap.dimension.label), look, strong=True)
        self._draw_scale(painter, scale, row, gap)
        middle = rect.center().y()
        figure = QRectF(priority.left(), middle - px(20), priority.width(), px(22))
        paint_text(painter, figure, tell_decimal(gap.priority, 2), look.fonts.bold("aim"), look.colour("text"), RIGHT)
        below = QRectF(priority.left(), middle + px(2), priority.width(), px(18))
        paint_text(painter, below, look.tr("priority"), look.font("small"), look.colour("muted"), RIGHT)
        self._draw_text(painter, text, row, gap)
        if serves.width():
            tone, told = ("plain", row.serves) if row.serves else ("warn", look.tr("serves no order"))
            wide = min(chip_width(told, look), serves.width())
            chip(painter, QRectF(serves.right() - wide, serves.top(), wide, serves.height()), told, look, tone)

    def _draw_text(self, painter: QPainter, box: QRectF, row: PlanRow, gap: Gap) -> None:
        look, px = self.look, self.look.theme.px
        font = look.font("small")
        step = line_height(font)
        head = look.tr("level {level}", level=(gap.now or 0) + 1)
        lines = fold(row.text, font, box.width(), 2)
        top = box.center().y() - (len(lines) + 1) * step / 2
        paint_text(painter, QRectF(box.left(), top, box.width(), step), head, font, look.colour("muted"))
        rest = QRectF(box.left(), top + step, box.width(), len(lines) * step + px(2))
        paint_folded(painter, rest, lines, font, look.colour("text2"), step)

    def _draw_scale(self, painter: QPainter, box: QRectF, row: PlanRow, gap: Gap) -> None:
        """Five places: filled up to now, a ring at the target, the rival's level as a triangle below."""
        look, px = self.look, self.look.theme.px
        step, side = px(22), px(14)
        y = box.center().y() - px(13)
        theirs = row.held.person.rival if row.held else None
        level = theirs.counted[gap.dimension].counted if theirs else None
        for at in range(1, 6):
            place = square(QPointF(box.left() + step * (at - 0.5), y), side)
            on = gap.now is not None and at <= gap.now
            fill = look.colour("accent") if on else None
            rounded(painter, place, px(3), fill, None if on else QPen(look.colour("edge"), 1.2))
            if at == gap.wanted:
                mark(painter, place.adjusted(-3, -3, 3, 3), "ring", look.colour("text2"))
            if at == level:
                painter.save()
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("rival"))
                triangle(painter, square(QPointF(place.center().x(), place.bottom() + px(6)), px(7)), up=True)
                painter.restore()
        told = look.tr("{now} → {wanted}", now=gap.now or "?", wanted=gap.wanted)
        if gap.by:
            told = look.tr("{change} by {day}", change=told, day=tell_day(gap.by, look.words, self.today))
        late = gap.by is not None and gap.by < self.today
        below = QRectF(box.left(), y + px(20), box.width() + px(8), px(18))
        paint_text(painter, below, told, look.font("small"), look.colour("bad" if late else "text2"))

    def _draw_action(self, painter: QPainter, rect: QRectF, action: Action | None) -> None:
        assert action is not None
        look, px = self.look, self.look.theme.px
        side = look.size("tick") + px(2)
        tick_box(painter, left_square(rect, side), action.done is not None, look)
        right = px(150)
        kind = px(116) if action.activity and rect.width() >= px(_NARROW) - px(40) else 0
        words = rect.adjusted(side + px(10), 0, -right - kind - px(16), 0)
        proof = look.tr("proof: {proof}", proof=action.proof) if action.proof else look.tr("no proof named")
        top = rect.center().y() - px(18)
        upper = QRectF(words.left(), top, words.width(), px(18))
        paint_text(painter, upper, action.text, look.font("name"), look.colour("muted" if action.done else "text"))
        ink = look.colour("muted" if action.proof else "warn")
        paint_text(painter, upper.translated(0, px(18)), proof, look.font("small"), ink)
        if kind and action.activity:
            told = look.tr(action.activity.label)
            chip(painter, QRectF(words.right() + px(16), rect.top(), kind, rect.height()), told, look, "neutral")
        end = QRectF(rect.right() - right, top, right, px(18))
        self._draw_owner(painter, end, action)
        self._draw_cost(painter, end.translated(0, px(18)), action)

    def _draw_owner(self, painter: QPainter, box: QRectF, action: Action) -> None:
        look = self.look
        due = tell_day(action.due, look.words, self.today) if action.due else look.tr("no day")
        late = action.done is None and action.due is not None and action.due < self.today
        lacks = not action.person or not action.due
        owner = action.person or look.tr("no owner")
        told = f"{owner} · {due}"
        ink = "bad" if late else "warn" if lacks else "text2"
        used = paint_text(painter, box, told, look.font("small"), look.colour(ink), RIGHT)
        if late:
            middle = QPointF(box.right() - used - look.theme.px(10), box.center().y())
            look.icons.paint(painter, square(middle, look.theme.px(13)), "clock-alert", "bad")

    def _draw_cost(self, painter: QPainter, box: QRectF, action: Action) -> None:
        look = self.look
        parts = [look.tr("{n} h", n=action.hours)] if action.hours is not None else []
        parts += [tell_money(action.cost, look.words)] if action.cost else []
        told = " · ".join(parts) or look.tr("no hours, no cost")
        paint_text(painter, box, told, look.font("small"), look.colour("muted" if parts else "warn"), RIGHT)

    def _draw_proposal(self, painter: QPainter, rect: QRectF, row: PlanRow, *, selected: bool) -> None:
        look, px = self.look, self.look.theme.px
        look.icons.paint(painter, left_square(rect, px(16), px(1)), "circle-dashed", "muted")
        words = rect.adjusted(px(28), 0, -px(130), 0)
        paint_text(painter, words, row.text, look.font(), look.colour("text2"))
        self._draw_key(painter, rect, look.tr("Take on"), look.tr("suggested"), selected=selected)

    def _draw_person(self, painter: QPainter, rect: QRectF, row: PlanRow, *, selected: bool) -> None:
        look, person = self.look, row.person
        assert person is not None
        px = look.theme.px
        who = QRectF(rect.left(), rect.top(), px(_WHO + 40), rect.height())
        score = tell_known(person.score, 2)
        told = look.tr("now {score}", score=score)
        if person.lead is not None:
            told = look.tr("now {score}, lead {lead}", score=score, lead=tell_gap(person.lead, 2))
        paint_lines(painter, who, person.contact.name, told, look)
        words = QRectF(who.right() + px(10), rect.top(), rect.width() - who.width() - px(190), rect.height())
        if person.score is None:
            said = look.tr("weigh first")
        else:
            said = look.tr("no target yet") if row.lacks else look.tr("no target, and none needed")
        enough = person.score is not None and not row.lacks
        paint_text(painter, words, said, look.font(), look.colour("text2" if enough else "warn"))
        deed = look.tr("Suggest a target") if row.lacks else look.tr("Weigh in")
        self._draw_key(painter, rect, deed, "", selected=selected)

    def _draw_key(self, painter: QPainter, rect: QRectF, deed: str, else_: str, *, selected: bool) -> None:
        """What Enter does, in the selected row; else a quiet word."""
        look, px = self.look, self.look.theme.px
        small = look.font("small")
        if not selected:
            paint_text(painter, rect, else_, small, look.colour("muted"), RIGHT)
            return
        wide = text_width(deed, small)
        end = QRectF(rect.right() - wide - 1, rect.top(), wide + 1, rect.height())
        paint_text(painter, end, deed, small, look.colour("text"))
        cap = keycap_width("Enter", look)
        keycap(painter, QRectF(end.left() - cap - px(6), rect.top(), cap, rect.height()), "Enter", look)

    def editorEvent(self, event: QEvent, model: Any, option: Any, index: Index) -> bool:
        """A click on a box ticks, a click on a priority shows its sum."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            row = index.data(Qt.ItemDataRole.UserRole)
            rect = QRectF(option.rect).adjusted(self.inset, 0, -self.inset, 0)
            left = event.button() == Qt.MouseButton.LeftButton
            box = left_square(rect.adjusted(self.look.theme.px(20), 0, 0, 0), self.look.theme.px(24))
            if left and row.kind is RowKind.ACTION and box.contains(event.position()):
                self.ticked.emit(row.key)
                return True
            if left and row.kind is RowKind.GAP and self._columns(rect)[2].contains(event.position()):
                self.asked.emit(row.key)
        return super().editorEvent(event, model, option, index)
