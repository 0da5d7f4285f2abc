"""What a start and a document need of the store is there before SQLAlchemy is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kamdesk.client.company import Company
from kamdesk.client.edit import add
from kamdesk.desk.desk import Desk
from kamdesk.store.store import Store
from kamdesk.words import said

_START = """
import sys
from pathlib import Path
from kamdesk.desk.desk import Desk
from kamdesk.store.store import Store

store = Store.open(Path(sys.argv[1]))
desk = Desk(store)
print(len(desk.clients()), desk.undo_said is not None, "sqlalchemy" in sys.modules)
print(desk.client("hx").company.name, desk.workspace().rivals, "sqlalchemy" in sys.modules)
print(store.owners("huaxing"), "sqlalchemy" in sys.modules)
print(len(desk.find("华星")), "sqlalchemy" in sys.modules)
store.close()
"""


def test_the_list_and_a_client_are_read_before_sqlalchemy_is_loaded(tmp_path):
    store = Store.open(tmp_path)
    desk = Desk(store)
    desk.do(said("New"), add(Company(key="hx", owner="hx", name="华星精密")))
    assert len(desk.clients()) == 1
    store.close()
    command = [sys.executable, "-X", "utf8", "-c", _START, str(tmp_path)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["1 True False", "华星精密 () False", "['hx'] False", "1 True"]
