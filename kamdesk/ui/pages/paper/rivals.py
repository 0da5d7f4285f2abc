"""Of which rivals battle cards shall be printed: those a client has to do with, the main one first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from kamdesk.client.account import main_rival
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.paper.cards import CardList, CardRow


class CardRivals(CardList):
    """Rivals; at first the main one is ticked."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Rivals"), partial(_rivals, look), _main)


def _rivals(look: Look, shown: Shown, _chosen: set[str]) -> Sequence[CardRow]:
    """Every rival of the client, the main one first."""
    from kamdesk.document.rival import rivals_here  # dear, and the list is shown with its document only

    main, told = main_rival(shown.client), look.trc("rival", "main")
    here = rivals_here(shown.client, shown.workspace)
    return [CardRow(it.key, it.called, False, told if it.key == main else "", "") for it in here]


def _main(shown: Shown) -> set[str]:
    """The main rival, where one is known."""
    from kamdesk.document.rival import rivals_here

    here = {rival.key for rival in rivals_here(shown.client, shown.workspace)}
    main = main_rival(shown.client)
    return {main} & here if main else set()
