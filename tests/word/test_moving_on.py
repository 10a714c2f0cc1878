"""The part on moving on says what stays when paid services end."""

from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.model.people import Header
from teammeet.model.plan import Need, Task, TransitionStep
from teammeet.model.supports import Support
from teammeet.model.values import Item, Words

from .accessibility import said
from .conftest import Write

HEADING = "When paid services end"
SCHOOL, AUNT = Support(id="school", name="Harbor School", kind="formal"), Support(id="aunt", name="Aunt Lotte")


def family_of(*items: Item) -> Family:
    return Family.of_items([Header(id="fam", name="Ash"), *items])


def test_it_says_who_stays_and_which_needs_lose_their_help(write: Write) -> None:
    hidden = Support(id="court", name="Youth court", kind="formal", kept_from=("aunt",))
    need = Need(id="n", words=Words(text="Nights are calm."))
    family = family_of(SCHOOL, AUNT, hidden, need, Task(id="t", need="n", owners=("school", "court")))
    whole = said(write(family))
    assert HEADING in whole
    assert "These would stay: Aunt Lotte." in whole
    assert "“Nights are calm.” All who help with this would stop: Harbor School and Youth court." in whole
    assert text("word.later.transition") in whole
    hers = said(write(family, "person:aunt"))
    assert "Youth court" not in hers
    assert "Counted from what Aunt Lotte may see." in hers
    assert "Counted from" not in whole
    assert "“Nights are calm.” All who help with this would stop: Harbor School." in hers
    assert "Cuando terminen los servicios formales" in said(write(family, language="es"))


def test_it_says_nothing_where_nothing_ends_or_nothing_would_stay(write: Write) -> None:
    step = TransitionStep(id="s", words=Words(text="Four calm weeks"))
    for supports in ((AUNT,), (SCHOOL,), (AUNT, SCHOOL.changed(status="ended"))):
        told = said(write(family_of(step, *supports)))
        assert "Four calm weeks" in told
        assert HEADING not in told
