"""What the plan can hold is listed without anything that writes it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kamdesk.document.chapters import opportunities, relation, risks
from kamdesk.document.contents import CONTENTS, Content
from kamdesk.document.plan import CHAPTERS, Issued
from tests.document.issuing import issue, squeezed


def test_the_chapters_are_those_that_are_listed() -> None:
    assert list(CHAPTERS) == list(CONTENTS)
    titled = {"relation": relation.TITLE, "opportunities": opportunities.TITLE, "risks": risks.TITLE}
    assert {name: CONTENTS[name].label for name in titled} == titled


@pytest.mark.parametrize("content", [it for it in CONTENTS.values() if it.code], ids=lambda it: it.name)
def test_a_chapter_begins_with_the_code_by_which_others_point_to_it(content: Content) -> None:
    pdf, _ = issue(Issued(number=1), chapters=[content.name])
    assert f"INTERNAL{content.code}" in squeezed(pdf.page_text(1)), "the code stands behind the header"


def test_the_paper_place_opens_without_what_writes_paper() -> None:
    code = (
        "import sys, kamdesk.ui.pages.paper.place;"
        "print([name for name in sys.modules if name.startswith(('kamdesk.document.chapters', 'reportlab'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
