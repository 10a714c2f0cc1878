"""A kept view of the map: for the family and its team, and gone with whom it is on."""

from datetime import date

from teammeet.model import readers
from teammeet.model.family import Family
from teammeet.model.people import Header, Person
from teammeet.model.removal import without
from teammeet.model.supports import Spotlight, Support, TeamMember

TODAY = date(2026, 3, 2)
FAMILY = Family(
    header=Header(name="Rivera family"),
    people=(Person(id="ana", used_name="Ana", enrolled=True), Person(id="luis", used_name="Luis")),
    supports=(
        Support(id="aunt", name="Aunt Bea", kept_from=("luis",)),
        Support(id="coach", name="Coach Ray"),
        Support(id="stranger", name="Visitor", kind="formal"),
    ),
    team=(TeamMember(who="coach"),),
    spotlights=(Spotlight(id="v1", name="Aunt Bea's ties", of="aunt"), Spotlight(id="v2", name="Natural", kinds=("natural",))),
)


def seen_by(*present: str) -> list[str]:
    return [view.name for view in FAMILY.seen_by(readers.room(FAMILY, present, TODAY)).spotlights]


def test_the_team_in_the_room_sees_the_kept_views_of_those_it_sees() -> None:
    assert seen_by("ana", "coach") == ["Aunt Bea's ties", "Natural"]
    assert seen_by("ana", "luis") == ["Natural"], "its name would tell of an aunt that Luis does not know of"


def test_a_room_with_others_in_it_sees_no_kept_view() -> None:
    assert seen_by("ana", "stranger") == []
    assert seen_by() == []


def test_a_kept_view_goes_with_whom_it_is_on() -> None:
    left = FAMILY.with_edits(without(FAMILY, "aunt"))
    assert [view.id for view in left.spotlights] == ["v2"]
