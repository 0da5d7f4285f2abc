"""Whose expansion cards shall be printed: the people of a client with a tick, the key people first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.paper.cards import CardList, CardRow


class CardPeople(CardList):
    """People; at first the key people are ticked, or `nobody`."""

    def __init__(self, look: Look, *, nobody: bool = False) -> None:
        super().__init__(look, look.tr("People"), partial(_people, look), _nobody if nobody else _key_people)


def _people(look: Look, shown: Shown, chosen: set[str]) -> Sequence[CardRow]:
    """Everybody who is here, and who is ticked though no longer here; the most influential first."""
    from kamdesk.document.person import in_order  # dear, and the list is shown with its document only

    here = in_order(it for it in shown.client.contacts if it.key in chosen or not it.gone(shown.today))
    trc = look.trc
    return [CardRow(it.key, it.name, False, trc("short", "infl. {n}", n=str(it.influence or "?")), "") for it in here]


def _key_people(shown: Shown) -> set[str]:
    from kamdesk.document.person import key_people

    return {contact.key for contact in key_people(shown.client, shown.today)}


def _nobody(_shown: Shown) -> set[str]:
    return set()
