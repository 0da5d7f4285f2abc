"""Words on a page: labels that are plain text, headings of a section, a running paragraph, a thin line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import LEFT, paint_text, text_width

_WIDEST = 280  # px at 100 % text: so much room a label may insist on


class Label(QLabel):
    """A plain text in a role and colour; `elide` cuts it with … instead of asking for room."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: str = "body",
        colour: str = "text",
        *,
        wrap: bool = False,
        elide: bool = False,
        strong: bool = False,
    ) -> None:
        super().__init__()
        self.look = look
        self._colour, self._elide = colour, elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.fonts.bold(role) if strong else look.font(role))
        self.setWordWrap(wrap)
        # else Qt takes the role from whatever holds the label, and a colour given before that would be of another role
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.show_colour(colour)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def show_colour(self, colour: str) -> None:
        """Use another colour of the theme."""
        self._colour = colour
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self.look.colour(colour))
        self.setPalette(palette)

    def sizeHint(self) -> QSize:
        """As wide as its words, one line high where it is cut."""
        hint = super().sizeHint()
        return QSize(round(text_width(self.text(), self.font())) + 2, hint.height()) if self._elide else hint

    def minimumSizeHint(self) -> QSize:
        """As Qt has it, but an endless word or name never makes the window wider."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.look.theme.px(_WIDEST)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, cut where they must be."""
        if not self._elide and (self.wordWrap() or self.sizeHint().width() <= self.width()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        ink = self.look.colour(self._colour)
        align = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        paint_text(painter, QRectF(self.rect()), self.text(), self.font(), ink, align or LEFT)
        painter.end()


class Heading(QWidget):
    """The heading of a section: words, a count in grey, and a note at the right end."""

    def __init__(self, look: Look, text: str, note: str = "", role: str = "section") -> None:
        super().__init__()
        self._words = Label(look, text, role)
        self._count = Label(look, "", "small", "muted")
        self._note = Label(look, note, "small", "muted")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(look.theme.space("s"))
        self.row.addWidget(self._words)
        self.row.addWidget(self._count)
        self.row.addStretch(1)
        self.row.addWidget(self._note)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, text: str) -> None:
        """Change the heading."""
        self._words.setText(text)

    def show_count(self, count: int | str) -> None:
        """Write a count in grey, or nothing for ""."""
        self._count.setText(str(count))

    def show_note(self, note: str, colour: str = "muted") -> None:
        """Write the note at the right."""
        self._note.setText(note)
        self._note.show_colour(colour)

    def add(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self.row.addWidget(widget)


class Paragraph(QWidget):
    """Running text in the leading of its language; its height follows from the width it is given."""

    def __init__(
        self, look: Look, text: str = "", role: str = "body", colour: str = "text", *, font: QFont | None = None
    ) -> None:
        super().__init__()
        self.look = look
        self._heights: dict[int, int] = {}  # by width: a layout asks for the same few again and again
        self._role, self._colour = role, colour
        self.setFont(font or look.font(role))
        self._leading = look.fonts.leading(role) or round(self.fontMetrics().height() * 1.25)
        self._said = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def text(self) -> str:
        """The text it shows."""
        return self._said

    def setText(self, text: str) -> None:
        """Show another text."""
        self._said = text
        self._heights.clear()
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another font folds the text elsewhere."""
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
        super().changeEvent(event)

    def show_leading(self, leading: int) -> None:
        """Set another distance between the lines, in px."""
        self._leading = leading
        self._heights.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Lines fold."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the folded text; a layout asks for its own width even where the paragraph is narrower."""
        wide = max(1, min(width, self.maximumWidth()))
        if wide not in self._heights:
            self._heights[wide] = max(1, len(self._folded(wide)[1])) * self._leading
        return self._heights[wide]

    def sizeHint(self) -> QSize:
        """A comfortable width and its height."""
        width = min(480, round(text_width(self._said.partition("\n")[0], self.font())) + 2)
        return QSize(width, self.heightForWidth(max(width, 120)))

    def minimumSizeHint(self) -> QSize:
        """One line of a few characters."""
        return QSize(80, self._leading)

    def _folded(self, width: int) -> tuple[QTextLayout, list[int]]:
        layout = QTextLayout(self._said.replace("\n", "\u2028"), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        lines: list[int] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            room = (self._leading - line.height()) / 2
            line.setPosition(QPointF(0, len(lines) * self._leading + room))
            lines.append(line.textLength())
        layout.endLayout()
        return layout, lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.look.colour(self._colour))
        self._folded(self.width())[0].draw(painter, QPointF(0, 0))
        painter.end()


class Rule(QFrame):
    """A line of one pixel between things."""

    def __init__(self, look: Look, *, upright: bool = False, colour: str = "line") -> None:
        super().__init__()
        self._ink = look.colour(colour)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ink)
        painter.end()
