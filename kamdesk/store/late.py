"""SQLAlchemy, loaded when something of it is used first: `from kamdesk.store.late import sa`.

Loading it takes 110 ms, a fourth of a start. The list of clients is read in plain SQL (engine.Door) and painted before;
so is a whole client (reading.py): a document written from the command line does without.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

__all__ = ["sa"]

if TYPE_CHECKING:
    import sqlalchemy as sa
else:

    class _Late(ModuleType):
        """Stands for a module until it is asked for a name; Python's own lock on imports makes threads wait."""

        def __getattr__(self, name: str) -> Any:
            found = getattr(import_module(self.__name__), name)
            setattr(self, name, found)  # asked for once
            return found

    sa = _Late("sqlalchemy")
