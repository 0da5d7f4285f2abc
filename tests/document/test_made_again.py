"""What one making keeps for the next changes no document: equal data gives equal bytes whatever was made before."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kamdesk.client.client import Client, Workspace
from kamdesk.document import embedding, setting
from kamdesk.document.chapters import people_fitting
from kamdesk.document.plan import write_plan
from kamdesk.document.set_line import SetLine
from kamdesk.document.setting import Setter
from kamdesk.document.style import style
from kamdesk.document.text import plain
from kamdesk.words import words_for
from tests.document.clients import TODAY, crowded, empty, huaxing, workspace
from tests.document.contested import arena, contested

BODY = style().types["body"]
KEPT = (setting._parted, embedding._packed, embedding._cut, people_fitting._laid)


@pytest.fixture(autouse=True)
def nothing_made_before() -> Iterator[None]:
    _forget()
    yield
    _forget()


def _forget() -> None:
    for kept in KEPT:
        kept.cache_clear()


def _made(client: Client, shared: Workspace, language: str) -> bytes:
    out = io.BytesIO()
    write_plan(client, shared, out, words_for(language), TODAY, invariant=True)
    return out.getvalue()


def test_equal_data_gives_equal_bytes_whatever_was_made_before() -> None:
    renamed = huaxing("zh")
    renamed = replace(renamed, contacts=tuple(replace(it, name=f"{it.name[:1]}小红") for it in renamed.contacts))
    asked = [
        (client, shared, language)
        for client, shared in ((huaxing("zh"), workspace("zh")), (renamed, workspace("zh")), (contested(), arena()))
        for language in ("zh_CN", "en")
    ]
    alone = []
    for one in asked:
        _forget()
        alone.append(_made(*one))
    write_plan(crowded(), workspace("en"), io.BytesIO(), words_for("zh_TW"), TODAY)
    write_plan(empty(), workspace("en"), io.BytesIO(), words_for("zh_CN"), TODAY)
    assert [_made(*one) for one in reversed(asked)] == alone[::-1]


def test_a_name_is_kept_whole_in_its_document_though_another_has_broken_it() -> None:
    text, width = plain("明天一早去看王璐，再谈三号线的事"), BODY.size * 7.2
    broken, whole = (_texts(Setter("zh_CN", names).lines(text, BODY, width)) for names in ((), ("王璐",)))
    assert broken != whole
    assert not any(line.endswith("王") for line in whole)
    assert _texts(Setter("zh_CN").lines(text, BODY, width)) == broken
    assert _texts(Setter("zh_CN", ("陈明", "王璐")).lines(text, BODY, width)) == whole


def test_what_cannot_be_printed_is_told_every_time() -> None:
    for _ in range(2):
        setter = Setter("zh_CN")
        assert not setter.missing
        setter.lines(plain("好ﷺ"), BODY, 200)
        assert setter.missing == {"ﷺ"}


def test_what_is_kept_has_bounds_and_no_long_text_is() -> None:
    assert all(kept.cache_info().maxsize for kept in KEPT)
    Setter("zh_CN").lines(plain("长" * (setting._LONGEST + 1)), BODY, 200)
    assert setting._parted.cache_info().currsize == 0
    text = setting._parted(setting._manner("zh_CN"), plain("短文"), BODY, Setter("zh_CN")._breaker.within("短文"))
    for width in range(100):
        text.lines(float(width + 10))
    assert len(text._set) < 20


def test_pages_are_packed_as_ever() -> None:
    data = b"q 1 0 0 1 0 0 cm Q " * 200
    assert embedding._packed(data) == embedding._packed(data) == zlib.compress(data)


def _texts(lines: list[SetLine] | tuple[SetLine, ...]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines]
