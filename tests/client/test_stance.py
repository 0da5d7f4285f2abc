"""The overall stance against the main rival."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kamdesk.client.account import account
from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company, Stage
from kamdesk.client.library import Profile
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Opportunity
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.stance import STANCE_ADVICE, Stance, stance
from kamdesk.client.weigh_records import WeighIn
from kamdesk.words import words_for

DAY = date(2026, 3, 16)
EN = words_for("en")
WORKSPACE_OF_ONE = Workspace(profile=Profile(key=WORKSPACE), rivals=(Rival(key="kerui", name="Kerui"),))
WORKED = {"quality": (30, 4, 3), "price": (25, 2, 4), "delivery": (20, 4, 4), "service": (15, 5, 3)}
WORKED["brand"] = (10, 3, 4)
STRONG = {**WORKED, "quality": (30, 5, 2), "price": (25, 4, 4), "brand": (10, 4, 3)}


def verdict(matrix, stage=Stage.BASIC, ours=3, theirs=3):
    client = Client(
        company=Company(name="华星", stage=stage, rival="kerui"),
        contacts=(Contact(key="wang", name="Wang", influence=5),),
        weighins=(
            WeighIn(contact="wang", day=DAY, project=ours, project_weight=1),
            WeighIn(contact="wang", day=DAY, project=theirs, project_weight=1, rival="kerui"),
        ),
        factors=tuple(
            Factor(key=name, name=name.title(), importance=Decimal(p), score=a, source="test", day=DAY)
            for name, (p, a, _) in matrix.items()
        ),
        standings=tuple(
            Standing(factor=name, rival="kerui", score=b, matches_on=DAY + timedelta(400))
            for name, (_, _, b) in matrix.items()
        ),
        opportunities=(Opportunity(name="line 3", close=DAY + timedelta(60)),),
    )
    return stance(client, WORKSPACE_OF_ONE, account(client, DAY), DAY)


def test_the_worked_matrix_is_a_flanking_stance_as_the_method_says():
    found = verdict(WORKED)
    assert found.stance is Stance.FLANKING
    assert [(test.stance, test.passed, test.reason.tell(EN)) for test in found.tests] == [
        (Stance.FRONTAL, False, "ratio 1.00, needs 1.20"),
        (Stance.DEFEND, False, "stage: Basic"),
        (Stance.FLANKING, True, "ratio 1.00, Service leads by 2"),
    ]


@pytest.mark.parametrize(
    ("matrix", "more", "expected"),
    [
        (STRONG, {}, Stance.FRONTAL),
        (STRONG, {"theirs": 4}, Stance.FLANKING),
        (STRONG, {"theirs": None}, Stance.FLANKING),
        ({**STRONG, "quality": (30, 5, 4), "brand": (10, 5, 1)}, {"stage": None}, Stance.FLANKING),
        (WORKED, {"stage": Stage.COOPERATIVE}, Stance.DEFEND),
        ({"price": (60, 2, 4), "quality": (40, 2, 4)}, {}, Stance.DEVELOP),
        ({"price": (60, 4, 4), "quality": (40, 4, 4)}, {}, Stance.DEVELOP),
    ],
)
def test_the_first_test_that_holds_decides(matrix, more, expected):
    assert verdict(matrix, **more).stance is expected


def test_there_is_no_stance_while_a_score_is_missing():
    found = verdict({**WORKED, "price": (25, None, 4)})
    assert (found.stance, found.reason.tell(EN)) == (None, "A weight or a score is missing")
    empty = Client(company=Company(name="x"))
    none = stance(empty, WORKSPACE_OF_ONE, account(empty, DAY), DAY)
    assert none.reason.tell(EN) == "No rival is compared yet"


def test_every_stance_has_advice():
    assert set(STANCE_ADVICE) == set(Stance)
