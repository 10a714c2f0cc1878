"""The plan prints the family's own order of its needs; where others would begin is advice and stays in the meeting."""

import pytest

from teammeet.model.family import Family, put
from teammeet.model.plan import Need
from teammeet.model.readers import reader_named
from teammeet.model.supports import Support
from teammeet.model.values import Words

from .accessibility import said
from .conftest import Write
from .records import TODAY, bare


def with_advice(*dots: str) -> Family:
    needs = (Need(id="n1", words=Words(text="Sleep"), rank=2), Need(id="n2", words=Words(text="A friend"), rank=1))
    support = Support(id="reed", name="Ms. Reed")
    return bare().with_edits(map(put, (support, needs[0].changed(dots=dots), needs[1])))


def printed(write: Write, family: Family, reader: str) -> str:
    """The text of the plan without the digest of its contents, which stands for all that the reader may see."""
    view = family.seen_by(reader_named(family, reader, TODAY))
    return said(write(family, reader)).replace(view.digest, "").replace(view.digest_code, "")


@pytest.mark.parametrize("reader", ["facilitator", "team", "family", "agency"])
def test_others_advice_changes_nothing_that_the_plan_says(write: Write, reader: str) -> None:
    plain, advised = with_advice(), with_advice("reed")
    assert printed(write, plain, reader) == printed(write, advised, reader)
    text = printed(write, advised, reader)
    assert text.index("A friend") < text.index("Sleep")
