"""Which editor a field gets: from the kind of the field to its widget."""

from __future__ import annotations

from kamdesk.client.record import Field, Kind
from kamdesk.ui.look import Look
from kamdesk.ui.parts.chosen_editors import ChoiceEditor, FlagsEditor, LevelEditor, TickEditor
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.link_editor import LinkEditor
from kamdesk.ui.parts.picture_editor import PictureEditor
from kamdesk.ui.parts.typed_editors import DayEditor, MomentEditor, NoteEditor, TypedEditor

EDITORS: dict[Kind, type[Editor]] = {
    Kind.TEXT: TypedEditor,
    Kind.NOTE: NoteEditor,
    Kind.DAY: DayEditor,
    Kind.MOMENT: MomentEditor,
    Kind.MONEY: TypedEditor,
    Kind.NUMBER: TypedEditor,
    Kind.PERCENT: TypedEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.FLAGS: FlagsEditor,
    Kind.TICK: TickEditor,
    Kind.LINK: LinkEditor,
    Kind.PICTURE: PictureEditor,
}
_FEW = 7  # a number of so few steps is chosen, not typed


def is_level(field: Field) -> bool:
    """Whether a number is a level of a few steps, like influence 1-5."""
    return (
        field.kind is Kind.NUMBER and field.low is not None and field.high is not None and field.high - field.low < _FEW
    )


def editor_for(look: Look, field: Field) -> Editor:
    """A new editor for a field."""
    return LevelEditor(look, field) if is_level(field) else EDITORS[field.kind](look, field)
