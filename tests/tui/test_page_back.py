"""A page that comes back, a scan of it, a name that is typed: pure, without a screen."""

import hashlib
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.tui.meeting_scenes import TEN, after, small_family

from teammeet.messages import text
from teammeet.model.family import Family, put
from teammeet.model.people import Header, Person
from teammeet.model.sharing import Signature, SignatureMethod
from teammeet.model.values import Words
from teammeet.tui.meeting.scene import AskLine, AskPick, Deed, Keep, Tell
from teammeet.tui.sign import signing, typed_name, whom
from teammeet.tui.sign.facts import signed as signs
from teammeet.tui.sign.facts import still_to_come
from teammeet.tui.sign.listing import rows
from teammeet.tui.sign.own_names import staff_named
from teammeet.tui.sign.page_back import past_day
from teammeet.tui.sign.scan import ScanRefused, digest_of
from teammeet.tui.sign.scene import SignScene
from teammeet.tui.sign.typed_name import TypedName

TODAY = date(2026, 11, 24)
DIGEST = hashlib.sha256(b"a scan").hexdigest()


def scene(*items: object, who: str = "rosa", dani: Person | None = None) -> SignScene:
    """The small family, its plan closed for signing."""
    family = small_family()
    family = family.with_edits([put(dani)]) if dani else family
    family = family.with_edits([put(family.fixed(TEN, "now"))])
    return at(family.with_edits([put(item) for item in items]), who)  # type: ignore[arg-type]  # items of any kind


def at(family: Family, who: str) -> SignScene:
    return SignScene(family, "now", TEN, "en", who)


def answered(deed: Deed, *lines: str) -> Deed:
    """What comes of answering one question after the other."""
    for line in lines:
        assert isinstance(deed, AskLine), deed
        deed = deed.then(line)
    return deed


def signature(family: Family, who: str) -> Signature:
    return next(one for one in family.signatures if one.who == who)


def test_a_page_that_came_back_keeps_its_day_who_saw_it_and_the_scans_fingerprint_and_nothing_else(tmp_path: Path) -> None:
    scan = tmp_path / "CANARY.pdf"
    scan.write_bytes(b"a scan")
    home = scene(Signature(who="carmen", edition=1, method="taken_home"), who="carmen")
    family = after(home, answered(signing.act(home, "back"), "yesterday", "Rosa", str(scan)))  # type: ignore[arg-type]  # a scene has a family
    came = signature(family, "carmen")
    assert (came.method, came.received_on, came.received_by) == ("ink", date(2026, 3, 1), "Rosa Rivera")
    assert came.scan_digest == DIGEST
    assert "CANARY" not in family.model_dump_json()
    assert not [one for one in still_to_come(at(family, "carmen")) if one.who == "carmen"]


def test_one_sheet_brings_the_ink_of_several(tmp_path: Path) -> None:
    inks = [Signature(who=who, edition=1, method="ink", signed_at=TEN) for who in ("carmen", "ortiz")]
    asked = signing.act(scene(*inks, who="ortiz"), "back")
    assert isinstance(asked, AskPick)
    assert [one.id for one in asked.choices] == ["ortiz", "carmen"]
    kept = answered(asked.then(("carmen", "ortiz")), "", "Rosa", "")
    assert isinstance(kept, Keep)
    assert [edit.after.received_on for edit in kept.edits] == [TEN.date()] * 2  # type: ignore[union-attr]  # both edits put a signature


def test_who_signed_does_not_see_the_own_page_and_it_comes_on_no_day_that_is_still_to_come() -> None:
    home = scene(Signature(who="carmen", edition=1, method="taken_home"), who="carmen")
    assert isinstance(answered(signing.act(home, "back"), "tomorrow"), Tell)
    assert isinstance(answered(signing.act(home, "back"), "", "Carmen"), Tell)
    done = scene(Signature(who="rosa", edition=1, method="typed"))
    assert isinstance(signing.act(done, "back"), Tell)


def test_a_changed_plan_keeps_those_who_did_not_sign_the_one_before_and_their_pages_still_come() -> None:
    closed = scene(Signature(who="ortiz", edition=1, method="typed", signed_at=TEN), who="carmen")
    before = {one.who for one in still_to_come(closed)}
    family = closed.family
    newcomer = Person(id="new", used_name="Newcomer")
    later = at(family.with_edits([put(family.header.changed(mission=Words(text="Sleep"))), put(newcomer)]), "carmen")
    assert later.edition is None
    assert before == {one.who for one in still_to_come(later)} != {"ortiz"}
    assert "Still to come for edition 1" in [row.words for row in rows(later)]
    asked = signing.act(later, "back")
    assert isinstance(asked, AskLine)
    assert "Abuela Carmen" in asked.question
    family = after(later, answered(asked, "", "Rosa", ""))  # type: ignore[arg-type]  # a scene has a family
    came = signature(family, "carmen")
    assert (came.edition, came.method, came.saw_the_plan, came.is_here) == (1, "ink", True, True)


@pytest.mark.parametrize(("way", "saw"), [("ink", False), ("email", False), ("drawn", True), ("typed", True)])
def test_that_somebody_saw_the_plan_is_kept_where_they_signed_the_words_that_say_so(way: SignatureMethod, saw: bool) -> None:
    assert signs(scene(), "carmen", way).saw_the_plan is saw


def test_who_signs_by_hand_needs_a_page() -> None:
    kept = signing.act(scene(who="carmen"), "ink")
    assert isinstance(kept, Keep)
    assert "Print the page" in kept.said


def test_nobody_is_guessed_to_consent_and_it_is_said_where_that_is_noted() -> None:
    child = next(person for person in small_family().people if person.id == "dani").changed(born=date(2012, 1, 1))
    now = scene(dani=child.changed(decision_rights=()))
    assert whom.question_to(now, "rosa", lambda _: Keep(())) is None
    asked = whom.question_to(now, "dani", lambda _: Keep(()))
    assert asked is not None
    assert "Nobody is noted as deciding for Dani" in asked.beside


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir(), lambda path: path.write_bytes(b"")])
def test_what_is_no_scan_is_refused_without_its_name(tmp_path: Path, make: object) -> None:
    make(tmp_path / "CANARY")  # type: ignore[operator]  # one of the three above
    home = scene(Signature(who="carmen", edition=1, method="taken_home"), who="carmen")
    refused = answered(signing.act(home, "back"), "", "Rosa", str(tmp_path / "CANARY"))
    assert isinstance(refused, Tell)
    assert "CANARY" not in refused.words


def test_a_scan_that_is_too_large_or_has_no_end_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(200_000_001)
    for path in (tmp_path / "large", Path("/dev/zero")):
        with pytest.raises(ScanRefused):
            digest_of(path)


@pytest.mark.parametrize(
    ("said", "language", "days"),
    [
        ("yesterday", "en", 1),
        ("ayer", "en", 1),
        ("Friday", "en", 4),
        ("last Friday", "en", 4),
        ("el viernes pasado", "es", 4),
        ("Nov 20", "en", 4),
        ("today", "en", 0),
        ("tomorrow", "en", -1),
        ("11/26", "en", -2),
    ],
)
def test_a_day_that_is_over_is_said_as_people_say_it(said: str, language: str, days: int) -> None:
    assert past_day(said, TODAY, language) == TODAY - timedelta(days=days)
    assert past_day("some day", TODAY, language) is None


def test_a_youth_assents_and_a_mother_consents_and_what_was_read_is_kept() -> None:
    now = scene()
    page = typed_name.page_for(now, "rosa", whom.given("for:dani"))
    assert page.names == ("Dani",)
    kept = typed_name.kept(now, "rosa", whom.given("for:dani"), TypedName("Rosa Rivera", page.read_in("es"), degree="4"))
    family = now.family.with_edits(kept.edits)
    signed = signature(family, "rosa")
    assert (signed.gives, signed.signed_for, signed.language) == ("consent", ("dani",), "es")
    assert "Dani" in signed.statement
    assert (family.agreements[0].degree, family.agreements[0].degree_shown_to) == (4, "facilitator")
    assert whom.question_to(now, "ortiz", lambda _: Keep(())) is None
    asked = whom.question_to(now, "dani", lambda _: Keep(()))
    assert asked is not None
    assert [one.id for one in asked.choices] == ["assent", "alone"]
    assert "Ask your agency" in asked.beside, "nobody is left alone with that choice"


def test_a_page_in_a_language_that_is_not_there_says_so() -> None:
    page = typed_name.SignPage(small_family(), "rosa", 1, "so")
    assert page.in_other_words("en") == (
        "These words are not here in Somali yet. They are in English. Ask for an interpreter if you want one."
    )


def test_staff_sign_for_nobody_else() -> None:
    family = small_family()
    assert staff_named(family, "rosa", "ms ortiz") == "Ms. Ortiz"
    assert staff_named(family, "ortiz", "ms ortiz") == ""
    assert staff_named(family, "rosa", "Rosa Ortiz") == ""
    page = typed_name.SignPage(family, "rosa", 1, "en")
    assert "signs for nobody else" in typed_name.what_is_wrong(page, TypedName("Ms. Ortiz", page.read_in("en")))
    assert typed_name.what_is_wrong(page, TypedName("Rosa", page.read_in("en"), witness="rosa")) != ""
    assert typed_name.what_is_wrong(page, TypedName("Rosa", page.read_in("en"), degree="7")) != ""


def test_a_picture_that_was_drawn_elsewhere_is_noted_with_who_saw_it() -> None:
    now = scene(who="carmen")
    drawn = answered(signing.act(now, "drawn"), "Rosa", "")
    assert isinstance(drawn, Keep)
    signed = signature(now.family.with_edits(drawn.edits), "carmen")
    assert (signed.method, signed.received_by, signed.signed_at) == ("drawn", "Rosa Rivera", TEN)


def test_a_yes_aloud_is_read_from_the_statement_which_is_kept() -> None:
    now = scene(who="carmen")
    tongue = signing.act(now, "verbal")
    assert isinstance(tongue, AskPick)
    asked = tongue.then(("en",))
    assert isinstance(asked, AskLine)
    assert "By signing" in asked.read_aloud[1]
    heard = answered(asked, "Rosa")
    assert isinstance(heard, Keep)
    signed = signature(now.family.with_edits(heard.edits), "carmen")
    assert (signed.witness, signed.statement, signed.language) == ("Rosa Rivera", asked.read_aloud[1], "en")
    assert not signed.saw_the_plan
    for answer, saw in (("has-read", True), ("open", False)):
        heard = answered(tongue.then((answer,)), "Rosa")
        assert isinstance(heard, Keep)
        signed = signature(now.family.with_edits(heard.edits), "carmen")
        assert (signed.saw_the_plan, signed.language, signed.statement) == (saw, None, "")


def test_where_nobody_is_here_it_is_said_and_not_that_everybody_signed() -> None:
    empty = Family(header=Header(name="Vega"))
    now = SignScene(empty.with_edits([put(empty.fixed(TEN, None))]), "", TEN, "en")
    assert rows(now)[0].words == text("sign.nobody", "en")
    assert signing.answered_in_words(now) == ""
    assert signing.act(now, "ink") == Tell(text("sign.nobody", "en"))


def test_a_refusal_asks_for_their_words_and_who_may_read_them() -> None:
    refused = signing.act(scene(who="ortiz"), "refused")
    assert isinstance(refused, Keep)
    assert isinstance(refused.then, AskLine)
    assert isinstance(refused.then.then("Not mine to sign"), AskPick)


def test_what_is_still_to_come_stands_in_the_list_with_its_days_and_its_row_acts_on_the_person() -> None:
    home = Signature(
        who="carmen", edition=1, method="taken_home", expected_by=date(2026, 3, 1), noted_at=TEN, interpreter="Ada"
    )
    now = scene(home)
    row = next(row for row in rows(now) if row.id.startswith("awaited:carmen"))
    assert row.mark == "!"
    assert "late" in row.detail
    assert "interpreter: Ada" in next(row for row in rows(now) if row.id == "carmen").detail
    assert at(now.family, row.id).who == "carmen"
    later = signing.act(at(now.family, row.id), "taken_home")
    assert isinstance(later, AskLine)
    kept = later.then("")
    assert isinstance(kept, Keep)
    assert signature(now.family.with_edits(kept.edits), "carmen").expected_by is None
