"""The search finds what a person means: in either script, by pinyin, by initials, by one character, in any text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pypinyin import lazy_pinyin

from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company, Fact
from kamdesk.client.edit import Edit, add, change, removal_of_all
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.rival_records import Rival
from kamdesk.store.fold import fold, unfolded_place
from kamdesk.store.pinyin import order_key, syllables
from kamdesk.store.store import Store
from tests.store.conftest import put

NOTE = "客户说：下季度的 ERP 系统升级要等总经理批准，预算 300 万。"


def fill(store: Store) -> Store:
    """A few clients and their people."""
    put(
        store,
        add(Company(key="hx", owner="hx", name="华星精密制造", short="华星", region="重庆", notes=NOTE)),
        add(Company(key="tw", owner="tw", name="臺灣鴻翔半導體", industry="半導體設備")),
        add(Company(key="pl", owner="pl", name="Zakłady Łódź S.A.", notes='a <b>&"</para> b 🎉 party')),
        add(Contact(key="wang", owner="hx", name="王建国", title_at_work="采购总监", email="wang.jg@example.com")),
        add(Contact(key="anna", owner="pl", name="Anna Kowalska", phone="+48 22 555 01 02")),
        add(Fact(key="fact", owner="hx", text="华星去年换了供应商")),
        add(Rival(key="kr", owner=WORKSPACE, name="科瑞", short="KR")),
    )
    return store


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that is only read."""
    store = Store.open(tmp_path_factory.mktemp("search") / "data")
    yield fill(store)
    store.close()


@pytest.fixture
def known(store: Store) -> Store:
    """A store that may be changed."""
    return fill(store)


@pytest.mark.parametrize(
    ("asked", "first", "why"),
    [
        ("华星", "hx", "text"),
        ("華星", "hx", "text"),
        ("精密", "hx", "text"),
        ("台湾", "tw", "text"),
        ("臺灣", "tw", "text"),
        ("半导体设备", "tw", "text"),
        ("huaxing", "hx", "pinyin"),
        ("HuaX", "hx", "pinyin"),
        ("jingmi", "hx", "pinyin"),
        ("huaxingjingmizhizao", "hx", "pinyin"),
        ("hxjm", "hx", "initials"),
        ("chongqing", "hx", "pinyin"),
        ("cq", "hx", "initials"),
        ("wangjianguo", "wang", "pinyin"),
        ("wjg", "wang", "initials"),
        ("wang jg", "wang", "text"),
        ("hongxiang", "tw", "pinyin"),
        ("twhx", "tw", "initials"),
        ("王", "wang", "text"),
        ("国", "wang", "text"),
        ("造", "hx", "text"),
        ("lodz", "pl", "text"),
        ("ŁÓDŹ", "pl", "text"),
        ("Zak", "pl", "text"),
        ("kowal", "anna", "text"),
        ("555", "anna", "text"),
        ("wang.jg@example.com", "wang", "text"),
        ("erp系统", "hx", "text"),
        ("ERP 批准", "hx", "text"),
        ("总经理批准，预算", "hx", "text"),
        ("🎉", "pl", "text"),
        ('<b>&"', "pl", "text"),
        ("keru", "kr", "pinyin"),
        ("科", "kr", "text"),
    ],
)
def test_what_is_typed_finds_what_is_meant(read: Store, asked: str, first: str, why: str) -> None:
    hit = read.find(asked)[0]
    assert (hit.key, hit.why) == (first, why)


@pytest.mark.parametrize("asked", ["", " ", "，。", '"', "'", "*", "()", "NEAR(", "^-", "{title}:", "\0", "不存在"])
def test_what_means_nothing_finds_nothing_and_breaks_nothing(read: Store, asked: str) -> None:
    assert read.find(asked) == []
    assert read.owners(asked) == []


@pytest.mark.parametrize("asked", ['a" OR "b', "AND", "OR NOT", "title:华星", "华星*", "a AND b"])
def test_the_language_of_the_index_is_just_text(read: Store, asked: str) -> None:
    read.find(asked)


def test_titles_come_first_and_clients_before_what_belongs_to_them(read: Store) -> None:
    hits = read.find("华星")
    assert [(hit.section, hit.key) for hit in hits] == [("company", "hx"), ("facts", "fact")]


def test_the_place_of_the_match_is_shown(read: Store) -> None:
    hit = read.find("总经理")[0]
    assert hit.title == "华星精密制造"
    assert hit.excerpt == NOTE[:60] if len(NOTE) <= 60 else NOTE[:50] in hit.excerpt
    assert read.find("半導體設備")[0].excerpt == "半導體設備"


def test_only_some_sections_may_be_asked(read: Store) -> None:
    assert [hit.key for hit in read.find("华星", sections=("facts",))] == ["fact"]
    assert read.find("华星", sections=("rivals", "actions")) == []
    assert len(read.find("华星", limit=1)) == 1


def test_a_list_is_filtered_by_names_not_by_texts(read: Store) -> None:
    assert read.owners("hx") == ["hx", "tw"]  # 华星, and 鸿翔 in 臺灣鴻翔
    assert read.owners("h") == ["hx", "tw"]
    assert read.owners("wjg") == ["hx"]
    assert read.owners("wjg", ("company",)) == []
    assert read.owners("华 wang") == ["hx"]
    assert read.owners("批准") == []


def test_names_follow_every_edit(known: Store) -> None:
    contact = known.client("hx").get("wang")
    assert isinstance(contact, Contact)
    assert known.owners("lilei") == []
    renamed = change(contact, name="李雷")
    put(known, renamed, add(Company(key="new", owner="new", name="李雷公司")))
    assert known.owners("lilei") == ["hx", "new"]
    put(known, Edit(renamed.after, None))
    assert known.owners("lilei") == ["new"]
    put(known, add(contact), kind="undo")
    assert known.owners("wjg") == ["hx"]
    put(known, *removal_of_all(known.client("hx")))
    assert known.owners("wjg") == []


def test_the_index_follows_every_edit(known: Store) -> None:
    contact = known.client("hx").get("wang")
    assert isinstance(contact, Contact)
    renamed = change(contact, name="李雷")
    put(known, renamed)
    assert known.find("wjg") == []
    assert known.find("lilei")[0].key == "wang"
    put(known, Edit(renamed.after, None))
    assert known.find("lilei") == []
    put(known, add(contact), kind="undo")
    assert known.find("wjg")[0].key == "wang"
    put(known, change(contact, influence=5))
    assert known.find("wjg")[0].key == "wang"
    assert known.check() == []


def test_long_lines_are_found_by_their_text_only(known: Store) -> None:
    text = "与客户采购部门确认二期项目的价格、交期、付款方式与质保条款，并约定下次会面的时间地点和参会人员名单"
    put(known, add(Action(key="long", owner="hx", text=text)))
    assert [hit.key for hit in known.find("参会人员")] == ["long"]
    assert [hit.key for hit in known.find("yukehu")] == ["long"]
    assert known.find("canhuirenyuan") == []


def test_folding_keeps_places() -> None:
    assert fold("ＥＲＰ Łódź 臺灣") == "erp lodz 台湾"
    text = "ﬁﬁ Straße 臺灣"
    assert text[unfolded_place(text, fold(text).index("台"))] == "臺"


def test_chinese_is_sorted_by_its_pinyin_among_latin_names() -> None:
    names = ["重庆钢铁", "Zeta", "华星", "长虹", "Huang & Co", "安达", "Anna", "ärzte", "中兴", "123"]
    expected = ["123", "安达", "Anna", "ärzte", "长虹", "重庆钢铁", "华星", "Huang & Co", "Zeta", "中兴"]
    assert sorted(names, key=order_key) == expected


@pytest.mark.parametrize("text", ["重庆长虹银行行长", "绿色吕梁女", "单雄信曾国藩", "㐂𠮷龘", "上海浦东发展银行"])
def test_syllables_are_what_pypinyin_says(text: str) -> None:
    assert list(syllables(text)) == lazy_pinyin(text, errors=list)
