"""A step back shows more to a reader exactly where it opens what was hidden from them since."""

from datetime import date

import pytest

from teammeet.model import readers
from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.meetings import PrivateNote
from teammeet.model.people import Contact, Header, Person
from teammeet.model.plan import Need
from teammeet.model.revealed import reveals
from teammeet.model.sharing import Agreement, Release
from teammeet.model.supports import Claim, Support, TeamMember, Tie
from teammeet.model.values import Words

DAY = date(2031, 5, 14)
NEED = Need(id="need", words=Words(text="A quiet evening"))
TIE = Tie(id="tie", support="club", to="mom", claims=(Claim(kinds=("stressful",)),), shown_to="team")
DEGREE = Agreement(id="degree", who="mom", degree=2, degree_shown_to="facilitator")
RELEASE = Release(id="release", records=("health",), record_of="mom", to=("club",), signed_on=DAY, revoked_on=DAY)
MOM = Person(id="mom", used_name="Ama", contacts=(Contact(value="555 0100 home", shown_to="household"),))
BASE = (Header(id="h", name="Ferrin"), MOM, Support(id="club", name="Club"), TeamMember(id="seat", who="club"))


def family(*more: object) -> Family:
    return Family.of_items([*BASE, *more])  # type: ignore[list-item]  # items all of them


@pytest.mark.parametrize(
    ("now", "step", "shows"),
    [
        (family(NEED.changed(kept_from=("club",))), put(NEED), True),
        (family(NEED.changed(only_for=("mom",))), put(NEED), True),
        (family(NEED.changed(taken_back=True)), put(NEED), True),
        (family(NEED.changed(record="health", record_of="mom")), put(NEED), True),
        (family(TIE), put(TIE.changed(shown_to="room")), True),
        (family(DEGREE), put(DEGREE.changed(degree_shown_to="room")), True),
        (family(), put(MOM.changed(contacts=(Contact(value="555 0100 home", shown_to="room"),))), True),
        (family(PrivateNote(id="note", text="A quiet evening")), put(NEED), True),
        (family(NEED), put(NEED.changed(words=Words(text="Rest at night"))), False),
        (family(NEED), put(NEED.changed(kept_from=("club",))), False),
        (family(), put(NEED), False),
        (family(NEED), drop(NEED), False),
        (family(NEED.changed(kept_from=("club",))), drop(NEED), False),
    ],
)
def test_a_step_shows_more_exactly_where_it_opens_what_was_hidden(now: Family, step: Edit, shows: bool) -> None:
    then = now.with_edits([step])
    seen, after = (each.seen_by(readers.room(each, ("mom", "club"), DAY)) for each in (now, then))
    assert reveals(now, seen, after) is shows


def test_a_release_that_opens_again_shows_the_record_to_whom_it_names() -> None:
    now = family(NEED.changed(record="health", record_of="mom"), RELEASE)
    then = now.with_edits([put(RELEASE.changed(revoked_on=None))])
    seen, after = (each.seen_by(readers.room(each, ("mom", "club"), DAY)) for each in (now, then))
    assert reveals(now, seen, after)
