"""What each member said last of the plan: what was said at no meeting stands beside what was said at one, never for it."""

from datetime import date

import pytest

from teammeet.model.meetings import Meeting
from teammeet.model.sharing import Agreement
from teammeet.practice.said_last import said_last

MEETING_DAY = date(2031, 5, 7)
BEFORE, AFTER, LAST = date(2031, 5, 1), date(2031, 5, 9), date(2031, 5, 20)
HELD = (Meeting(id="old", on=date(2031, 1, 7)), Meeting(id="met", on=MEETING_DAY), Meeting(id="silent", on=AFTER))
OLD, MET = Agreement(id="old", who="ty", meeting="old", degree=1), Agreement(id="met", who="ty", meeting="met", degree=4)
NO_DAY = Agreement(id="none", who="ty", degree=3)


def at_none(name: str, on: date, degree: int | None) -> Agreement:
    return Agreement(id=name, who="ty", said_on=on, edition=2, degree=degree)


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ((OLD, MET), ["met"]),
        ((OLD, MET, at_none("x", AFTER, 2)), ["x"]),
        ((at_none("x", AFTER, 2), OLD, MET), ["x"]),
        ((MET, at_none("x", BEFORE, 2)), ["met"]),
        ((MET, at_none("x", MEETING_DAY, 2)), ["x"]),
        ((MET, at_none("time", AFTER, None)), ["time", "met"]),
        ((MET, at_none("time", LAST, None), at_none("x", AFTER, 2)), ["time", "x"]),
        ((NO_DAY,), ["none"]),
        ((NO_DAY, MET), ["met"]),
        ((NO_DAY, at_none("x", AFTER, 2)), ["x"]),
    ],
)
def test_the_last_degree_stands_with_what_was_added_since(said: tuple[Agreement, ...], last: list[str]) -> None:
    assert [each.id for each in said_last(said, HELD).get("ty", ())] == last


def test_what_each_said_is_their_own() -> None:
    other = Agreement(id="nan", who="nan", meeting="met", degree=5)
    found = said_last((MET, other, at_none("x", AFTER, 2)), HELD)
    assert {who: [each.id for each in said] for who, said in found.items()} == {"ty": ["x"], "nan": ["nan"]}
