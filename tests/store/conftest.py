"""What the tests of the store share: a real store in a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kamdesk.client.client import Client, Root
from kamdesk.client.edit import Edit, add
from kamdesk.client.library import Profile
from kamdesk.store.step import Step
from kamdesk.store.store import Store
from kamdesk.words import said
from tests.records import client_of, workspace_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """An empty store."""
    opened = Store.open(folder)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def filled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed store with the workspace and one client, each with every section filled."""
    folder = tmp_path_factory.mktemp("filled") / "data"
    store = Store.open(folder)
    workspace = workspace_of()
    put(store, *adds(workspace), Edit(store.workspace().profile, workspace.profile))
    put(store, *adds(client_of()))
    store.close()
    return folder


@pytest.fixture
def filled(filled_folder: Path, folder: Path) -> Iterator[Store]:
    """A store with the workspace and one client, each with every section filled."""
    shutil.copytree(filled_folder, folder)
    opened = Store.open(folder)
    yield opened
    opened.close()


def put(store: Store, *edits: Edit, kind: str = "do") -> None:
    """Save edits as one step."""
    store.apply(Step(said("Test"), edits, kind))


def adds(root: Root) -> tuple[Edit, ...]:
    """The edits that add everything of a root, but for the profile, which is always there."""
    return tuple(add(record) for record in root.records if not isinstance(record, Profile))


def whole(store: Store) -> tuple[object, ...]:
    """All that is stored, as one value."""
    clients: list[Client] = [store.client(company.key) for company in store.companies()]
    return (store.workspace(), *clients)
