"""Every text has its words in every language, and their places match."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from installer.words import TRANSLATED, catalogue, missing
from kamdesk.errors import Trouble
from kamdesk.words import LANGUAGES, NC_, Words, said, system_language, words_for

_PLACE = re.compile(r"\{(\w*)\}")


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_of_the_program_is_untranslated(language: str) -> None:
    assert missing(language) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_fills_in_what_its_source_fills_in(language: str) -> None:
    for message in catalogue(language):
        sources = [message.id] if isinstance(message.id, str) else list(message.id)
        told = [message.string] if isinstance(message.string, str) else list(message.string)
        wanted = set(_PLACE.findall(sources[-1]))
        for text in told:
            assert set(_PLACE.findall(text)) == wanted, sources[0]


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_says_what_the_written_one_says(language: str) -> None:
    words = words_for(language)
    for message in catalogue(language):
        if message.id and isinstance(message.id, str):
            text = NC_(message.context, message.id) if message.context else message.id
            assert words.tr(text) == message.string


@pytest.mark.parametrize("language", TRANSLATED)
def test_bold_marks_survive_the_translation(language: str) -> None:
    for message in catalogue(language):
        if message.id and isinstance(message.id, str):
            assert message.id.count("*") == message.string.count("*"), message.id


def test_the_same_word_means_different_things_in_different_places() -> None:
    words = words_for("zh_CN")
    assert words.tr(NC_("tactic", "Support")) == "支撑"
    assert words.tr(NC_("attitude", "Supporter")) == "支持"
    assert words.tr(NC_("role", "Supporter")) == "支持者"


def test_a_value_is_put_in_as_it_is_even_when_it_looks_like_a_place() -> None:
    assert said("New client {name}", name="{name} & <b>").tell(words_for("en")) == "New client {name} & <b>"


def test_a_sentence_inside_a_sentence_is_translated_too() -> None:
    step = said("Undo: {what}", what=said("New client {name}", name="华星"))
    assert step.tell(words_for("zh_CN")) == "撤销：新客户华星"


def test_trouble_says_what_and_what_to_do() -> None:
    trouble = Trouble(said("Choose another folder."), said("Nothing was changed."))
    assert trouble.tell(words_for("zh_CN")) == "请换一个文件夹。什么都没有改动。"
    assert str(trouble) == "Choose another folder. Nothing was changed."


@pytest.mark.parametrize(
    ("name", "language"),
    [("zh-Hant-HK", "zh_TW"), ("zh_TW.UTF-8", "zh_TW"), ("zh_SG", "zh_CN"), ("pl_PL", "en"), ("", "en")],
)
def test_the_nearest_language_is_taken(name: str, language: str) -> None:
    assert words_for(name).language == language


def test_the_system_speaks_one_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_HK.UTF-8")
    assert system_language() == "zh_TW"
    assert system_language() in LANGUAGES


def test_words_are_known_by_their_language() -> None:
    assert isinstance(words_for("zh_TW"), Words)
    assert words_for("zh_TW").chinese
    assert not words_for("en").chinese


def test_a_latin_name_beside_han_characters_is_set_apart() -> None:
    words = words_for("zh_CN")
    assert words.tr("Against {rival}", rival="Kerui") == "相对 Kerui"
    assert words.tr("Against {rival}", rival="科瑞") == "相对科瑞"
    assert words.tr("What {rival} will attack with", rival="Łódź") == "Łódź 会拿什么进攻"
    assert words_for("en").tr("Against {rival}", rival="科瑞") == "Against 科瑞"


def test_a_han_name_beside_han_characters_is_not_set_apart_whatever_the_translation_has() -> None:
    words = words_for("zh_CN")
    assert words.tr("{name} supports {rival}", name="王璐", rival="科瑞") == "王璐支持科瑞"
    assert words.tr("{name} supports {rival}", name="王璐", rival="Brandt") == "王璐支持 Brandt"


def test_no_text_stands_inside_an_f_string_where_translators_do_not_find_it() -> None:
    for path in (Path(__file__).parents[1] / "kamdesk").rglob("*.py"):
        joined = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.JoinedStr))
        calls = (node for told in joined for node in ast.walk(told) if isinstance(node, ast.Call))
        hidden = [
            ast.unparse(call)
            for call in calls
            if re.fullmatch(r"(.*\.)?(tr[nc]?|N_|NC_|said)", ast.unparse(call.func))
            and call.args
            and isinstance(call.args[0], ast.Constant)
        ]
        assert not hidden, path.name
