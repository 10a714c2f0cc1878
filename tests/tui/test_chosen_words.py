"""What the lines under the map say of what is chosen."""

from types import SimpleNamespace
from typing import Any, cast, get_args

from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.model.people import Header, Household
from teammeet.model.supports import Claim, Support, Tie
from teammeet.model.values import Circle
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
    assert first.endswith("Natural support  ·  kind: team only (r shows it)")


def test_who_sees_a_kind_and_what_the_key_does_stay_within_the_line_whatever_else_stands_there() -> None:
    claims = (Claim(kinds=("strong",), said_by="s"), Claim(kinds=("stressful",)))
    for circle, said in ((each, said) for each in get_args(Circle) for said in (claims[:1], claims)):
        ties = [Tie(id=f"t{home}", support="s", to=home, claims=said, shown_to=circle) for home in ("h", "i")]
        homes = [Household(id=home, name="A very long home of many words") for home in ("h", "i")]
        support = Support(id="s", name="Long " * 90, kind="community")
        family = Family.of_items([Header(id="f", name="Marsh"), *homes, support, *ties])
        for language in ("en", "es"):
            app = SimpleNamespace(**{**vars(APP), "say": lambda key, in_=language, **values: text(key, in_, **values)})
            first = chosen_words.chosen(cast(Any, app), family, "s", changes.ties_of(family, "s"), 0).plain.splitlines()[0]
            assert len(first) <= 80, first
            assert text(f"release.shown.{circle}", language) in first
            assert " (r" in first


def test_a_home_without_a_name_is_offered_in_words() -> None:
    family = Family.of_items([Header(id="f", name="Marsh"), Household(id="h"), Support(id="s", name="Sam"), Support(id="n")])
    assert chosen_words.ends(APP, family, "s") == [("h", "Home"), ("n", "(no name yet)")]
