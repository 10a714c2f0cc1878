"""Nobody agrees to a task for somebody else."""

import pytest

from teammeet.model.plan import Task
from teammeet.practice.consent import asked_anew

AGREED = Task(id="k1", owners=("rosa", "carmen"), consent="agreed")


@pytest.mark.parametrize(
    ("owners", "consent"),
    [
        (("rosa", "carmen"), "agreed"),
        (("carmen", "rosa"), "agreed"),
        (("rosa",), "agreed"),
        (("rosa", "ortiz"), "asked"),
        (("ortiz",), "asked"),
        ((), "asked"),
    ],
)
def test_a_new_owner_is_asked_anew(owners: tuple[str, ...], consent: str) -> None:
    assert asked_anew(AGREED, AGREED.changed(owners=owners)).consent == consent


def test_who_says_yes_now_has_agreed() -> None:
    asked = AGREED.changed(consent="asked")
    assert asked_anew(asked, AGREED) == AGREED
    assert asked_anew(None, AGREED) == AGREED
    assert asked_anew(AGREED, asked) == asked
