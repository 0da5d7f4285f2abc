"""What comes in from files comes in one step, whole or not at all."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kamdesk.client.client import WORKSPACE, Workspace
from kamdesk.client.edit import add, change
from kamdesk.client.library import Threshold
from kamdesk.client.rival_records import Rival
from kamdesk.client.rules import RULES
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import freeze
from kamdesk.desk.bring import bring, load_sample, start_empty
from kamdesk.desk.desk import Desk
from kamdesk.errors import Trouble
from kamdesk.exchange.package import write_package
from kamdesk.store.store import Store
from kamdesk.words import LANGUAGES, said


@pytest.fixture
def desk(tmp_path):
    store = Store.open(tmp_path / "data")
    yield Desk(store)
    store.close()


def file_of(tmp_path, text, name="client.json"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def everything(desk):
    return desk.workspace(), sorted(company.key for company in desk.store.companies())


def test_the_sample_comes_in_one_step_and_goes_in_one(desk):
    before = everything(desk)
    change_told = load_sample(desk, "zh_CN")
    assert len(desk.store.companies()) == 12
    assert desk.workspace().profile.name == "林嘉"
    assert len(change_told.owners) == 13
    huaxing = desk.client("hx")
    desk.undo()
    assert everything(desk) == before
    assert desk.undo_said is None
    desk.redo()
    assert desk.client("hx") == huaxing


@pytest.mark.parametrize("language", LANGUAGES)
def test_checklists_come_along_in_the_language_chosen(desk, language):
    start_empty(desk, language)
    workspace = desk.workspace()
    assert len(workspace.templates) == 6
    assert workspace.template_items
    start_empty(desk, language)
    assert desk.workspace() == workspace


def test_what_the_rep_has_written_about_himself_stands(desk):
    desk.do(said("Edit"), change(desk.workspace().profile, name="张三"))
    load_sample(desk, "en")
    assert desk.workspace().profile.name == "张三"
    assert desk.workspace().profile.company


def test_our_own_words_about_a_rival_stand(desk):
    desk.do(said("New rival"), add(Rival(key="kerui", owner=WORKSPACE, name="科瑞", notes="mine")))
    load_sample(desk, "en")
    kept = [rival for rival in desk.workspace().rivals if rival.key == "kerui"]
    assert [rival.notes for rival in kept] == ["mine"]


def test_a_client_sent_away_and_brought_in_again_is_the_same(desk, tmp_path):
    load_sample(desk, "en")
    client = desk.client("lm")
    path = file_of(tmp_path, write_package(client, desk.workspace()))
    desk.undo()
    bring(desk, path)
    assert desk.client("lm") == client
    assert [rival.key for rival in desk.workspace().rivals] == ["brandt"]
    assert desk.undo_said.values == {"name": "Łódź Motors"}


def test_what_is_already_here_is_refused_and_nothing_changes(desk, tmp_path):
    load_sample(desk, "en")
    path = file_of(tmp_path, write_package(desk.client("lm")))
    before = desk.store.last_step
    with pytest.raises(Trouble, match="“Łódź Motors” is already here"):
        bring(desk, path)
    with pytest.raises(Trouble, match="12 of these clients"):
        load_sample(desk, "en")
    assert desk.store.last_step == before


def test_a_copy_under_another_key_is_refused_when_its_parts_are_here(desk, tmp_path):
    load_sample(desk, "en")
    copied = json.loads(write_package(desk.client("wk")))
    copied["company"]["key"] = "other"
    before = desk.store.last_step
    with pytest.raises(Trouble, match="parts of it are already here"):
        bring(desk, file_of(tmp_path, json.dumps(copied)))
    assert desk.store.last_step == before
    assert len(desk.store.companies()) == 12


def test_a_link_to_a_rival_nobody_knows_is_refused(desk, tmp_path):
    text = '{"kamdesk": 1, "company": {"key": "c", "name": "华星", "rival": "kerui"}}'
    with pytest.raises(Trouble, match=r"client.json can't be brought in: Main rival kerui is not here"):
        bring(desk, file_of(tmp_path, text))
    assert desk.store.companies() == ()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"%PDF-1.7", b"PK\x03\x04", b"{}", b'{"kamdesk": 99}'])
def test_a_foreign_file_is_refused_with_its_name(desk, tmp_path, content):
    path = tmp_path / "plan.json"
    path.write_bytes(content)
    with pytest.raises(Trouble, match=r"plan\.json can't be brought in"):
        bring(desk, path)
    assert desk.store.last_step == 0


def test_a_file_that_is_not_there_or_is_a_folder_is_told(desk, tmp_path):
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(Trouble, match="can't be read"):
            bring(desk, path)


def bare(client):
    """The client as a file of an older version holds it: without what its levels counted as."""
    nothing = dict.fromkeys(f"{dimension.value}_counted" for dimension in Dimension)
    return replace(client, weighins=tuple(replace(item, **nothing) for item in client.weighins))


def test_what_a_level_counts_as_is_kept_from_the_day_it_comes_in(desk, tmp_path):
    load_sample(desk, "en")
    client = desk.client("hx")
    assert all(item.kept(d) is not None or item.level(d) is None for item in client.weighins for d in Dimension)
    path = file_of(tmp_path, write_package(bare(client), desk.workspace()))
    desk.undo()
    bring(desk, path)
    assert desk.client("hx") == freeze(bare(client))


def test_a_rule_of_our_own_stands_and_decides_what_comes_in(desk, tmp_path):
    desk.do(said("Rule"), add(Threshold(owner=WORKSPACE, name="fresh_days", value="1")))
    load_sample(desk, "en")
    client = desk.client("hx")
    assert client.rules.fresh_days == 1
    path = file_of(tmp_path, write_package(bare(client), desk.workspace()))
    desk.undo()
    bring(desk, path)
    assert desk.client("hx") == freeze(bare(client))
    assert desk.client("hx") != freeze(bare(replace(client, rules=RULES)))
    theirs = Workspace(
        profile=desk.workspace().profile,
        thresholds=(
            Threshold(owner=WORKSPACE, name="fresh_days", value="90"),
            Threshold(owner=WORKSPACE, name="margin", value="1"),
        ),
    )
    bring(desk, file_of(tmp_path, write_package(None, theirs), "workspace.json"))
    assert (desk.client("hx").rules.fresh_days, desk.client("hx").rules.margin) == (1, 1)
