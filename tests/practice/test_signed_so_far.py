"""A plan is signed when everybody has signed who is asked to, and not before."""

from datetime import UTC, date, datetime

from teammeet.model.family import Family
from teammeet.model.people import Header, Person
from teammeet.model.sharing import Signature
from teammeet.practice.signed_so_far import SignedSoFar, signed_of

DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 18, tzinfo=UTC)


def closed(*signatures: Signature) -> Family:
    people = (Person(id="ola", used_name="Ola"), Person(id="ben", used_name="Ben"))
    family = Family(header=Header(name="Ash"), people=people)
    fixed = family.fixed(datetime(2026, 11, 24, 17, tzinfo=UTC), None)
    return family.model_copy(update={"editions": (fixed,), "signatures": signatures})


def test_closed_for_signing_is_not_signed() -> None:
    assert signed_of(closed(), DAY) == SignedSoFar(0, 2)
    assert not signed_of(closed(), DAY).is_whole


def test_one_of_two_is_not_everybody_and_a_no_is_no_signature() -> None:
    yes = Signature(who="ola", edition=1, method="ink", signed_at=AT, received_on=DAY)
    no = Signature(who="ben", edition=1, method="refused")
    assert signed_of(closed(yes, no), DAY) == SignedSoFar(1, 2)
    both = closed(yes, Signature(who="ben", edition=1, method="typed", signed_at=AT))
    assert signed_of(both, DAY).is_whole


def test_a_yes_aloud_is_told_apart_and_a_page_counts_once_it_was_seen() -> None:
    page = Signature(who="ola", edition=1, method="ink", signed_at=AT)
    aloud = Signature(who="ben", edition=1, method="verbal", signed_at=AT)
    assert signed_of(closed(page, aloud), DAY) == SignedSoFar(0, 2, said=1)
    seen = signed_of(closed(page.changed(received_on=DAY), aloud), DAY)
    assert seen == SignedSoFar(1, 2, said=1)
    assert seen.is_whole


def test_nothing_was_signed_before_anything_was_closed() -> None:
    assert signed_of(Family(header=Header(name="Ash")), DAY) == SignedSoFar(0, 0)
