"""Documents leave the desk as files, for the client that was meant."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

import pytest

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.edit import add, change
from kamdesk.client.library import Profile
from kamdesk.client.people import Contact
from kamdesk.client.rival_records import Rival
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import visit_code
from kamdesk.desk.desk import Desk
from kamdesk.desk.send import (
    Sent,
    Skipped,
    Wish,
    find_client,
    find_people,
    find_rival,
    proposed_name,
    send_all,
    send_one,
    send_tomorrow,
    visits_of,
)
from kamdesk.errors import Trouble
from kamdesk.store.store import Store
from kamdesk.words import said, words_for
from tests.document.pdf import Pdf

NAMES = {
    "hx": ("华星精密电子（深圳）有限公司", "华星精密"),
    "hx2": ("华星光电有限公司", "华星光电"),
    "ks": ("Keller & Söhne GmbH", "Keller & Söhne"),
    "twin1": ("双子 <b>&\"</para>", ""),
    "twin2": ("双子 <b>&\"</para>", ""),
    "ht": ("臺灣鴻翔精密工業股份有限公司", "鴻翔精密"),
}  # fmt: skip


@pytest.fixture
def desk(tmp_path):
    store = Store.open(tmp_path / "data")
    desk = Desk(store)
    desk.do(said("New"), *(add(Company(key=k, owner=k, name=name, short=short)) for k, (name, short) in NAMES.items()))
    yield desk
    store.close()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("华星精密", "hx"),
        ("  华星精密电子（深圳）有限公司 ", "hx"),
        ("华星精密电子(深圳)有限公司", "hx"),
        ("keller & söhne", "ks"),
        ("Keller", "ks"),
        ("鸿翔", "ht"),
        ("hongxiang", "ht"),
        ("hxgd", "hx2"),
    ],
)
def test_a_client_is_found_by_what_a_person_would_type(desk, name, key):
    assert find_client(desk, name).key == key


@pytest.mark.parametrize("name", ["华星", "huaxing", "双子"])
def test_several_that_match_are_listed(desk, name):
    with pytest.raises(Trouble, match="2 clients match") as trouble:
        find_client(desk, name)
    assert any(NAMES[key][0] in str(trouble.value) for key in ("hx", "twin1"))


@pytest.mark.parametrize("name", ["", " ", "Nobody", "'; DROP TABLE", '"', "*", "AND"])
def test_nobody_is_told(desk, name):
    with pytest.raises(Trouble, match="No client is called"):
        find_client(desk, name)


def test_a_document_has_a_good_name(desk):
    company = desk.client("ks").company
    assert proposed_name(company, "plan", words_for("en")) == "Keller & Söhne Account plan.pdf"


def test_one_document_is_written(desk, tmp_path):
    sent = send_one(desk, "hx", "plan", tmp_path / "plan.pdf", words_for("zh_CN"))
    assert sent.path.read_bytes().startswith(b"%PDF")
    assert sent.pages >= 1


@pytest.mark.parametrize(("paper", "wide"), [("A4", 842), ("A3", 1191)])
def test_the_map_of_many_people_lies_on_the_paper_asked_for(desk, tmp_path, paper, wide):
    people = [Contact(key=f"many{at}", owner="hx", name=f"P {at}") for at in range(16)]
    desk.do(said("People"), *(add(person) for person in people))
    send_one(desk, "hx", "plan", tmp_path / "plan.pdf", words_for("en"), Wish(paper=paper))
    boxes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+)", (tmp_path / "plan.pdf").read_bytes())
    assert max(round(float(box)) for box in boxes) == wide


def test_all_documents_are_written_and_clients_of_the_same_name_do_not_meet(desk, tmp_path):
    sent = list(send_all(desk, "plan", tmp_path / "new" / "folder", words_for("en")))
    assert len({file.path for file in sent}) == len(NAMES)
    assert all(file.path.is_file() for file in sent)
    twins = [file.path.name for file in sent if file.path.name.startswith("双子")]
    assert len(twins) == 2


PEOPLE = {
    "wl": "王璐",
    "wl2": "王璐",
    "wq": "王强",
    "am": "Anna Müller",
    "hh": "何红",
}


def people() -> Client:
    """A client whose people have names that meet."""
    contacts = tuple(Contact(key=key, owner="c", name=name) for key, name in PEOPLE.items())
    return Client(company=Company(key="c", owner="c", name="王牌集团", short="王牌"), contacts=contacts)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("王强", ["wq"]),
        ("强", ["wq"]),
        ("wangqiang", ["wq"]),
        ("wq", ["wq"]),
        ("anna mueller", []),
        ("anna muller", ["am"]),
        ("MÜLLER", ["am"]),
        ("王璐", ["wl", "wl2"]),
        ("wanglu", ["wl", "wl2"]),
        ("紅", ["hh"]),
    ],
)
def test_a_person_is_found_by_what_somebody_would_type_and_namesakes_together(name, keys):
    if keys:
        assert [contact.key for contact in find_people(people(), name)] == keys
    else:
        with pytest.raises(Trouble, match="Nobody at 王牌 is called"):
            find_people(people(), name)


@pytest.mark.parametrize("name", ["王", "wang"])
def test_people_of_several_names_are_listed(name):
    with pytest.raises(Trouble, match=r"3 people match .*王强 · 王璐"):
        find_people(people(), name)


@pytest.mark.parametrize("name", ["", " ", "'; DROP TABLE", "*", "李"])
def test_nobody_of_that_name_is_told(name):
    with pytest.raises(Trouble, match="Nobody at 王牌 is called"):
        find_people(people(), name)


def test_cards_of_chosen_people_are_written_and_clients_without_key_people_are_passed_over(desk, tmp_path):
    key, other = Contact(owner="ks", name="Petra", influence=5), Contact(owner="ks", name="Uwe", influence=2)
    desk.do(said("Add"), add(key), add(other))
    words = words_for("en")
    assert send_one(desk, "ks", "person", tmp_path / "a.pdf", words).pages == 1
    assert send_one(desk, "ks", "person", tmp_path / "b.pdf", words, Wish([key.key, other.key])).pages == 2
    with pytest.raises(Trouble, match="has no key person yet"):
        send_one(desk, "hx", "person", tmp_path / "c.pdf", words)
    assert not (tmp_path / "c.pdf").exists()
    sent = list(send_all(desk, "person", tmp_path / "all", words))
    assert sum(isinstance(item, Skipped) for item in sent) == len(NAMES) - 1
    assert [file.name for file in (tmp_path / "all").iterdir()] == ["Keller & Söhne Expansion cards.pdf"]
    assert proposed_name(desk.client("ks").company, "person", words, "A/B") == "Keller & Söhne Expansion cards A B.pdf"


def plan_visit(desk, key, at, objective="Talk"):
    visit = Visit(owner=key, at=at, minutes=60, objective=objective)
    desk.do(said("New"), add(visit))
    return visit


def test_the_sheet_of_the_next_visit_is_written_and_one_that_is_over_is_not_meant(desk, tmp_path):
    now = desk.clock.now()
    plan_visit(desk, "hx", now - timedelta(hours=3), "Gone by")
    coming = plan_visit(desk, "hx", now + timedelta(days=2), "Still to come")
    plan_visit(desk, "hx", now + timedelta(days=4))
    out = tmp_path / "visit.pdf"
    assert send_one(desk, "hx", "visit", out, words_for("en")).pages == 2
    assert Pdf(out.read_bytes()).text.count(visit_code(coming)) == 6
    chosen = Wish(visit=desk.client("hx").visits[2].key, fillable=True)
    send_one(desk, "hx", "visit", out, words_for("en"), chosen)
    assert b"/AcroForm" in out.read_bytes()


def test_sheets_of_all_clients_skip_those_without_a_visit(desk, tmp_path):
    plan_visit(desk, "ks", desk.clock.now() + timedelta(days=1))
    sent = list(send_all(desk, "visit", tmp_path, words_for("en")))
    assert [it.path.name for it in sent if isinstance(it, Sent)] == ["Keller & Söhne Visit sheet.pdf"]
    assert sum(isinstance(it, Skipped) for it in sent) == len(NAMES) - 1


def test_the_visits_of_tomorrow_are_one_file(desk, tmp_path):
    noon = datetime.combine(desk.today, time(12)).astimezone(UTC)
    plan_visit(desk, "hx", noon + timedelta(days=1, hours=2))
    plan_visit(desk, "ks", noon + timedelta(days=1))
    plan_visit(desk, "ks", noon + timedelta(days=2))
    assert [client.key for client, _ in visits_of(desk, desk.today + timedelta(1))] == ["ks", "hx"]
    assert send_tomorrow(desk, tmp_path / "day.pdf", words_for("zh_CN")).pages == 6


def test_a_tomorrow_without_visits_is_told_and_nothing_is_written(desk, tmp_path):
    plan_visit(desk, "ks", desk.clock.now() + timedelta(days=3))
    with pytest.raises(Trouble, match="No visit is planned on"):
        send_tomorrow(desk, tmp_path / "day.pdf", words_for("en"))
    assert not (tmp_path / "day.pdf").exists()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("科瑞", "kr"),
        ("科瑞自动化", "kr"),
        ("kerui", "kr"),
        ("kr", "kr"),
        ("自动", "kr"),
        ("brandt", "br"),
        ("BRA", "br"),
    ],
)
def test_a_rival_is_found_by_name_short_name_or_pinyin(name, key):
    assert find_rival(rivals(), name).key == key


@pytest.mark.parametrize(
    ("name", "told"), [("", "No rival"), ("*", "No rival"), ("李", "No rival"), ("a", "2 rivals match")]
)
def test_a_rival_nobody_or_several_are_called_so_is_told(name, told):
    with pytest.raises(Trouble, match=told):
        find_rival(rivals(), name)


def rivals() -> Workspace:
    """A workspace with three rivals."""
    return Workspace(
        profile=Profile(key=WORKSPACE),
        rivals=(
            Rival(key="kr", name="科瑞自动化", short="科瑞"),
            Rival(key="br", name="Brandt AG", short="Brandt"),
            Rival(key="al", name="Alpha GmbH"),
        ),
    )


def test_the_card_of_a_rival_is_written_and_clients_without_one_are_passed_over(desk, tmp_path):
    rival = Rival(owner=WORKSPACE, name="Brandt")
    desk.do(said("Add"), add(rival))
    desk.do(said("Set"), change(desk.client("ks").company, rival=rival.key))
    words = words_for("en")
    assert send_one(desk, "ks", "rival", tmp_path / "a.pdf", words).pages == 1
    assert send_one(desk, "ks", "rival", tmp_path / "b.pdf", words, Wish(rivals=[rival.key])).pages == 1
    with pytest.raises(Trouble, match="No rival is chosen"):
        send_one(desk, "ks", "rival", tmp_path / "c.pdf", words, Wish(rivals=["gone"]))
    assert not (tmp_path / "c.pdf").exists()
    sent = list(send_all(desk, "rival", tmp_path / "all", words))
    assert sum(isinstance(it, Sent) for it in sent) == 1
    assert sum(isinstance(it, Skipped) for it in sent) == len(desk.store.companies()) - 1
