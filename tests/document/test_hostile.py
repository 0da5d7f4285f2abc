"""Whatever was typed is printed as it was typed: nothing is read as markup, nothing is opened, nothing breaks."""

from __future__ import annotations

import io
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company, Fact
from kamdesk.client.people import Contact
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.document.plan import write_plan
from kamdesk.paths import resources
from kamdesk.words import words_for
from tests.document.clients import TODAY, bare
from tests.document.pdf import Pdf
from tests.records import client_of, workspace_of

HOSTILE = (
    '<b>&"</para>',
    "R&D; AT&T <font color=red>x</font> if x<y",
    '<img src="file:///etc/passwd"/><img src="https://example.invalid/x.png">',
    '<a href="javascript:alert(1)">x</a> [x](javascript:y) ![z](/etc/passwd)',
    "%s {name} {0} \\n \\( ) Tj ET",
    "\u202eabc\u0000\ud800\ufeff\x1b[0m",
    "👨‍👩‍👧‍👦🏳️‍🌈 𠮷 ﷺ हिन्दी ไทย \U000f0000",
    "> " * 400 + "x",
    "- " * 300 + "x",
    "[" * 3_000 + "*" * 3_000 + "`" * 3_000,
    "1. a\n   1. b\n      - c\n\n| a | b |\n|---|---|\n***",
    "W" * 500,
    "，" * 300,
)
_opened: list[str] | None = None


def _hear(event: str, args: tuple[Any, ...]) -> None:
    if _opened is not None and event in ("open", "socket.connect", "subprocess.Popen", "os.system"):
        _opened.append(str(args[0]))


sys.addaudithook(_hear)


def filled(record: Record, text: str) -> Record:
    """The record with `text` in every field that takes text."""
    names = [field.name for field in fields_of(type(record)) if field.kind in (Kind.TEXT, Kind.NOTE)]
    return replace(record, **dict.fromkeys(names, text))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_in_every_field_is_only_text(text: str) -> None:
    global _opened
    client = Client.of(filled(record, text) for record in client_of().records)
    shared = Workspace.of(filled(record, text) for record in workspace_of().records)
    words, out = words_for("zh_CN"), io.BytesIO()
    import kamdesk.document.sheet  # noqa: F401  # on import reportlab itself looks for its settings in the home folder

    _opened = []
    try:
        write_plan(client, shared, out, words, TODAY)
    finally:
        opened, _opened = _opened, None
    allowed = (str(resources()), sys.prefix, sys.base_prefix, str(Path(__file__).parents[2] / "kamdesk"))
    assert [path for path in opened if not path.startswith(allowed)] == []
    assert b"/URI" not in out.getvalue()
    assert b"/JavaScript" not in out.getvalue()
    assert len(Pdf(out.getvalue()).pages) > 3


def test_no_setting_from_outside_lets_a_document_reach_out() -> None:
    from reportlab import rl_config

    rl_config.trustedHosts, rl_config.trustedSchemes = ["*"], ["file", "https"]
    write_plan(Client(company=Company(key="c", name="X")), bare(), io.BytesIO(), words_for("en"), TODAY)
    assert rl_config.trustedHosts is None
    assert rl_config.trustedSchemes == []
    assert rl_config.toColorCanUse is None


def test_what_was_typed_comes_back_letter_by_letter() -> None:
    out = io.BytesIO()
    client = Client(company=Company(key="c", name='<b>&"</para> 𪚥😀', goal="if x<y & y>z"))
    written = write_plan(client, bare(), out, words_for("en"), TODAY)
    text = Pdf(out.getvalue()).text
    assert '<b>&"</para> 𪚥😀' in text
    assert "if x<y & y>z" in text
    assert written.missing_characters == ("𪚥",)


def test_twenty_thousand_characters_in_a_cell_and_a_note_of_two_hundred_thousand() -> None:
    long = Contact(key="p", owner="c", name="王璐", business_agenda="第一句，很长的话。" * 2_222)
    fact = Fact(key="f", owner="c", text="word and more " * 1_400)
    company = Company(key="c", name="长文客户", notes=("一段话，写得很长。" * 40 + "\n\n") * 550)
    out, start = io.BytesIO(), time.perf_counter()
    written = write_plan(
        Client(company=company, contacts=(long,), facts=(fact,)), bare(), out, words_for("zh_CN"), TODAY
    )
    assert time.perf_counter() - start < 30
    text = Pdf(out.getvalue()).text
    assert text.count("写") >= 22_000  # a page's end may stand inside any word
    assert text.count("话") >= 22_000 + 2_222
    assert written.pages > 60
