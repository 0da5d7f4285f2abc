"""Documents leave the desk as files, for the client that was meant."""

from __future__ import annotations

import pytest

from kamdesk.client.company import Company
from kamdesk.client.edit import add
from kamdesk.desk.desk import Desk
from kamdesk.desk.send import find_client, proposed_name, send_all, send_one
from kamdesk.errors import Trouble
from kamdesk.store.store import Store
from kamdesk.words import said, words_for

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


def test_all_documents_are_written_and_clients_of_the_same_name_do_not_meet(desk, tmp_path):
    sent = list(send_all(desk, "plan", tmp_path / "new" / "folder", words_for("en")))
    assert len({file.path for file in sent}) == len(NAMES)
    assert all(file.path.is_file() for file in sent)
    twins = [file.path.name for file in sent if file.path.name.startswith("双子")]
    assert len(twins) == 2
