"""What a debrief files, as steps for the client that is shown."""

from __future__ import annotations

from kamdesk.client.plan_records import Action, Side
from kamdesk.client.visit_records import Visit
from kamdesk.desk import filing
from kamdesk.store.step import Step
from kamdesk.ui.pages.page import Shown


def file_action(shown: Shown, visit: Visit, text: str) -> Step:
    """Something for us to do."""
    return filing.file_action(shown.client, shown.workspace, visit, text, shown.today)[1]


def file_promise(shown: Shown, visit: Visit, text: str, side: Side) -> tuple[Action, Step]:
    """A promise of either side."""
    return filing.file_promise(shown.client, shown.workspace, visit, text, shown.today, side)
