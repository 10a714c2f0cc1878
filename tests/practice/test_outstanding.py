"""What is still to come after a signing, since when and by when; and the statement that is read before it."""

from datetime import UTC, date, datetime
from typing import Any

from teammeet.messages import text
from teammeet.model.family import Family, put
from teammeet.model.people import Header, Person
from teammeet.model.sharing import Agreement, Copy, Signature
from teammeet.practice.outstanding import Awaited, awaited
from teammeet.practice.statement import statement

FIXED = datetime(2026, 3, 2, 17, tzinfo=UTC)
MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
ALL = ("ana", "leo", "nan")


def _signed(*items: Any) -> Family:
    """Ana, Leo and Nan; their plan is closed for signing."""
    people = tuple(Person(id=who, used_name=who.title()) for who in ALL)
    family = Family(header=Header(id="fam", name="Rivera family"), people=people)
    return family.with_edits([put(family.fixed(FIXED, None)), *map(put, items)])


def _sign(who: str, method: Any, **more: Any) -> Signature:
    return Signature(who=who, edition=1, method=method, **more)


def _yes(who: str, method: Any = "typed", **more: Any) -> Signature:
    return _sign(who, method, signed_at=FIXED, **more)


def test_everybody_is_awaited_from_the_day_on_which_the_plan_was_closed_and_in_a_draft_from_no_day() -> None:
    assert awaited(_signed(), 1, ALL) == tuple(Awaited("signature", who, since=MONDAY) for who in ALL)
    assert awaited(_signed(), None, ("ana",)) == (Awaited("signature", "ana"),)


def test_what_is_due_first_stands_first_and_is_late_once_its_day_is_over() -> None:
    home = _sign("leo", "taken_home", expected_by=FRIDAY, noted_at=FIXED)
    wants_time = Agreement(who="nan", not_yet_until=MONDAY)
    waits = awaited(_signed(home, wants_time, Copy(to="ana", owed_by=date(2026, 3, 4))), 1, ALL)
    assert [(one.what, one.who, one.by) for one in waits] == [
        ("signature", "nan", MONDAY),
        ("copy", "ana", date(2026, 3, 4)),
        ("signature", "leo", FRIDAY),
        ("signature", "ana", None),
    ]
    assert [one.is_late(date(2026, 3, 5)) for one in waits] == [True, True, False, False]


def test_ink_is_outstanding_until_the_page_was_seen() -> None:
    ink = _yes("ana", "ink")
    assert awaited(_signed(ink), 1, ("ana",)) == (Awaited("page", "ana", method="ink", since=MONDAY),)
    assert awaited(_signed(ink.changed(received_on=FRIDAY)), 1, ("ana",)) == ()
    assert awaited(_signed(_sign("ana", "ink")), 1, ("ana",)) == (Awaited("signature", "ana", method="ink", since=MONDAY),)
    assert awaited(_signed(_sign("ana", "ink", received_on=FRIDAY)), 1, ("ana",)) == ()


def test_an_assent_waits_for_the_consent_beside_it_and_a_refusal_is_an_answer() -> None:
    assent = _yes("leo", gives="assent")
    assert awaited(_signed(assent, _sign("ana", "refused", for_person="leo")), 1, ()) == (
        Awaited("consent", "leo", since=MONDAY),
    )
    assert awaited(_signed(assent, _yes("ana", gives="consent", for_others=("leo",))), 1, ("ana", "leo")) == ()


def test_the_statement_is_in_ones_own_language_else_in_english_and_says_which() -> None:
    assert statement("es-MX").language == "es"
    assert statement("so") == statement("en")
    assert statement("en", "consent", ("Leo",)).lines == (text("signed.statement"), text("signed.consent", names="Leo"))
    assert "por Leo, Ana e Inés" in statement("es", "consent", ("Leo", "Ana", "Inés")).words
    ends = ("e Yvonne", "e Hilda", "y Iago", "y Hielo", "y Yolanda")
    assert all(f"por Leo {end}" in statement("es", "consent", ("Leo", end[2:])).words for end in ends)
    assert "for Leo and Hielo too" in statement("en", "consent", ("Leo", "Hielo")).words
    assert text("signed.assent", "es") in statement("es", "assent").words
