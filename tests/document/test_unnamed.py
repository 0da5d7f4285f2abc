"""Names of rivals are kept out of what a client may read, in the language of the text."""

from __future__ import annotations

import pytest

from kamdesk.client.rival_records import Rival
from kamdesk.document.unnamed import Unnamed
from kamdesk.words import words_for

RIVALS = (Rival(name="Brandt", short="布兰特"), Rival(name="3M"))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("为什么比布兰特贵？", "为什么比别家贵？"),
        ("为什么比Brandt贵？", "为什么比别家贵？"),
        ("BRANDT的价，用3M胶", "别家的价，用别家胶"),
        ("Why not Brandt?", "Why not another supplier?"),
        ("13M of cable, Brandts", "13M of cable, Brandts"),
    ],
)
def test_a_rival_is_another_supplier_in_the_language_of_the_text(text: str, told: str, language: str) -> None:
    found = Unnamed(RIVALS, words_for(language))
    assert found.without(text) == told
    assert found.named_in(text) == (text != told)


def test_a_name_alone_speaks_the_language_of_the_document() -> None:
    assert Unnamed(RIVALS, words_for("en")).without("Brandt") == "another supplier"
    assert Unnamed(RIVALS, words_for("zh_TW")).without("布兰特") == words_for("zh_TW").tr("another supplier")
    assert Unnamed((), words_for("en")).without("Brandt") == "Brandt"
