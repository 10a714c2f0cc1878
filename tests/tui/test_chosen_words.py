"""What the lines under the map say of what is chosen."""

from types import SimpleNamespace
from typing import Any, cast

from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.model.people import Header, Household
from teammeet.model.supports import Claim, Support, Tie
from teammeet.tui.ecomap import changes, chosen_words

APP = cast(
    Any,
    SimpleNamespace(
        size=SimpleNamespace(width=80),
        settings=SimpleNamespace(plain_signs=False),
        say=lambda key, **values: text(key, "en", **values),
    ),
)


def test_a_very_long_name_leaves_room_for_the_kind_and_for_who_sees_it() -> None:
    tie = Tie(id="t", support="s", to="h", claims=(Claim(kinds=("strong",)),))
    family = Family.of_items([Header(id="f", name="Marsh"), Household(id="h"), Support(id="s", name="Long " * 90), tie])
    first = chosen_words.chosen(APP, family, "s", changes.ties_of(family, "s"), 0).plain.splitlines()[0]
    assert len(first) <= 80
    assert first.endswith("Natural support  ·  r kind: team only")


def test_a_home_without_a_name_is_offered_in_words() -> None:
    family = Family.of_items([Header(id="f", name="Marsh"), Household(id="h"), Support(id="s", name="Sam"), Support(id="n")])
    assert chosen_words.ends(APP, family, "s") == [("h", "Home"), ("n", "(no name yet)")]
