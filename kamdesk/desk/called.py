"""Whom a typed name means: pinyin or its initials stand for the one person of the client or of ours spelled so."""

from __future__ import annotations

from kamdesk.client.client import Client, Workspace
from kamdesk.store.fold import fold
from kamdesk.store.pinyin import spellings


def called(client: Client, workspace: Workspace, typed: str) -> str:
    """The whole name for "wanglu" or "wl"; what no name or several are spelled like stays as it was typed."""
    typed = typed.strip()
    wanted = fold(typed).replace(" ", "")
    if not wanted or not wanted.isascii():
        return typed
    names = [item.name for item in client.contacts] + [item.name for item in workspace.colleagues]
    names.append(workspace.profile.name)
    if any(typed.casefold() in name.casefold() for name in names):
        return typed  # a Latin name, or a part of one
    meant = {name for name in names if wanted in _spelled(name)}
    return meant.pop() if len(meant) == 1 else typed


def _spelled(name: str) -> tuple[str, ...]:
    """The pinyin and the initials of the whole name, none for a Latin one."""
    return tuple(words.split(" ")[0] for words in spellings(fold(name)) if words)
