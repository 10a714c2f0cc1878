"""Who is here, and the lines of the header: pure functions, no screen."""

import pytest
from pydantic import ValidationError
from tests.tui.meeting_scenes import (
    TEN,
    acted,
    after,
    deed_at,
    kept,
    rows,
    scene_at,
    small_family,
    told,
)

from teammeet.model.family import Family, put
from teammeet.model.people import Person
from teammeet.model.plan import Strength
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Words
from teammeet.practice.who_must_be_there import who_must_be_there
from teammeet.text import LINE_LIMIT
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import AskLine, AskPick, Keep, Scene, Tell, Turn

# Who is here


def test_one_key_says_how_somebody_takes_part_and_goes_on_to_the_next() -> None:
    scene = scene_at("welcome", selected="rosa")
    answer = deed_at(scene, "room")
    assert isinstance(answer, Keep)
    here = next(a for a in after(scene, answer).attendances if a.who == "rosa")
    assert (here.how, here.arrived_at) == ("room", TEN)
    assert answer.select == "dani"


def test_leaving_has_a_time_and_can_be_taken_back() -> None:
    gone = acted(scene_at("welcome", selected="ortiz"), "left")
    assert gone.attendances[0].left_at == TEN
    assert acted(scene_at("welcome", gone, selected="ortiz"), "left").attendances[0].left_at is None


def test_somebody_who_is_not_there_has_no_arrival() -> None:
    absent = acted(scene_at("welcome", selected="ortiz"), "absent")
    assert (absent.attendances[0].how, absent.attendances[0].arrived_at) == ("absent", None)


def test_a_word_that_was_sent_is_asked_for() -> None:
    scene = scene_at("welcome", selected="carmen")
    answer = deed_at(scene, "sent_word")
    assert isinstance(answer, AskLine)
    family = after(scene, answer.then("I am with you"))
    assert next(a.update for a in family.attendances if a.who == "carmen") == "I am with you"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Mr. Lee, probation officer", "formal"),
        ("Joe, neighbor", "natural"),
        ("Eva, vecina", "natural"),
        ("Kim, peer partner", "peer"),
        ("Pat, library", "community"),
        ("Sam", "natural"),
        ("Grace Lin, parent partner", "peer"),
        ("Ana, parent peer support", "peer"),
        ("Luz, compañera de apoyo", "peer"),
        ("Teo, apoyo entre pares", "peer"),
        ("Bo, former foster dad", "natural"),
        ("Kai, family friend", "natural"),
        ("Uma, family therapist", "formal"),
        ("Ty, foster care worker", "formal"),
    ],
)
def test_a_new_name_becomes_a_support_on_the_team_and_here(line: str, kind: str) -> None:
    family = kept(scene_at("welcome"), line)
    support = family.supports[-1]
    assert isinstance(support, Support)
    assert (support.kind, family.team[-1].who) == (kind, support.id)
    assert family.attendances[-1].is_present


def test_a_new_relative_of_the_house_becomes_a_person() -> None:
    family = kept(scene_at("welcome"), "Leo, brother")
    assert isinstance(family.people[-1], Person)
    assert (family.people[-1].label, family.people[-1].role) == ("Leo", "brother")


def test_what_is_said_besides_a_relationship_is_kept_and_seen() -> None:
    scene = scene_at("welcome")
    answer = PANELS["engagement"].kept(scene, "Marisol Harlan, sister, 9")
    assert isinstance(answer, Keep)
    family = after(scene, answer)
    assert family.people[-1].role == "sister, 9"
    assert any("9" in row.detail for row in rows(scene_at("welcome", family)) if row.words == "Marisol Harlan")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Kayla, 14, daughter", "daughter, 14"),
        ("Kayla, 14 years old, stepdaughter's sister", "stepdaughter's sister, 14 years old"),
        ("Kayla, 14 años, hija", "hija, 14 años"),
        ("Rob, stepfather", "stepfather"),
        ("Lea, 9, foster sister", "foster sister, 9"),
        ("Abuela Rosa, grandmother, lives with us", "grandmother, lives with us"),
        ("Tía Luz, vive con nosotros, tía", "tía, vive con nosotros"),
    ],
)
def test_kin_of_the_house_is_read_from_any_part_of_the_line(line: str, role: str) -> None:
    assert kept(scene_at("welcome"), line).people[-1].role == role


@pytest.mark.parametrize(
    ("line", "kind", "role"),
    [
        ("Abuela Rosa, grandmother", "natural", "grandmother"),
        ("Kim, 12, niece", "natural", "niece, 12"),
        ("Kim, sobrina", "natural", "sobrina"),
        ("Bo, 15", "natural", "15"),
        ("Lou, Mari's aunt, two doors down", "natural", "Mari's aunt, two doors down"),
        ("Ty, friend, lives with us", "natural", "friend, lives with us"),
        ("Dr. Lee, 40, therapist", "formal", "therapist, 40"),
    ],
)
def test_an_age_is_no_relation_and_all_the_words_are_kept(line: str, kind: str, role: str) -> None:
    support = kept(scene_at("welcome"), line).supports[-1]
    assert (support.kind, support.role) == (kind, role)


def test_an_agency_stands_apart_from_what_somebody_does_there() -> None:
    support = kept(scene_at("welcome"), "Al Poe, case worker, County office").supports[-1]
    assert (support.role, support.organisation) == ("case worker", "County office")


def _with_sam() -> Family:
    return small_family().with_edits(
        (
            put(Support(id="sam", name="Sam", role="best friend", kind="natural")),
            put(Support(id="noor", name="Noor Haddad", kind="formal", organisation="Harbor agency", role="therapist")),
        )
    )


def _asked(scene: Scene, line: str) -> AskPick:
    asked = PANELS["engagement"].kept(scene, line)
    assert isinstance(asked, AskPick)
    assert not asked.many
    return asked


@pytest.mark.parametrize(("line", "who"), [("Sam, Mari's aunt", "sam"), ("Noor, case worker", "noor")])
def test_a_first_name_of_somebody_known_is_asked_about_and_no_word_is_lost(line: str, who: str) -> None:
    scene = scene_at("welcome", _with_sam())
    asked = _asked(scene, line)
    assert [one.id for one in asked.choices] == [who, "new"]
    name, said = line.split(", ")
    as_known = after(scene, asked.then((who,)))
    assert [a.who for a in as_known.attendances if a.is_present][-1] == who
    held = as_known.get(who)
    assert isinstance(held, Support)
    assert said in held.note
    assert len(as_known.supports) == 4
    as_new = after(scene, asked.then(("new",)))
    assert (as_new.supports[-1].name, as_new.supports[-1].role) == (name, said)
    assert as_new.get(who) == scene.family.get(who)


def test_the_one_who_is_known_is_told_apart_by_what_is_known() -> None:
    asked = _asked(scene_at("welcome", _with_sam()), "Sam, Mari's aunt")
    assert "best friend" in asked.choices[0].words


@pytest.mark.parametrize(
    "line",
    [
        "Sam",
        "Sam, best friend",
        "Sam, best friend, 16",
        "Sam, 16",
        "SA, Mari's aunt",
        "Noor",
        "Noor Haddad, new here",
        "Ann, aunt",
    ],
)
def test_who_is_certain_is_not_asked_about(line: str) -> None:
    assert isinstance(PANELS["engagement"].kept(scene_at("welcome", _with_sam()), line), Keep)


def test_a_first_name_that_two_have_is_asked_about() -> None:
    two = small_family().with_edits([put(Support(id=n, name=f"Kim {n}")) for n in ("abe", "ito")])
    assert [one.id for one in _asked(scene_at("welcome", two), "Kim").choices] == ["abe", "ito", "new"]


def test_nobody_whom_the_room_does_not_see_is_offered() -> None:
    hidden = _with_sam().with_edits([put(Support(id="sam", name="Sam", role="best friend", kept_from=("rosa",)))])
    hidden = acted(scene_at("welcome", hidden, selected="rosa"), "room")
    scene = scene_at("welcome", hidden)
    assert scene.shown.get("sam") is None
    assert isinstance(PANELS["engagement"].kept(scene, "Sam, Mari's aunt"), Keep)


def test_what_is_said_of_somebody_known_is_kept_too() -> None:
    family = kept(scene_at("welcome"), "Rosa Rivera, works nights")
    assert next(p for p in family.people if p.id == "rosa").note == "works nights"
    assert kept(scene_at("welcome", family), "Rosa Rivera, mother").people == family.people


def _nobodys_plan() -> Family:
    held = small_family()
    return held.with_edits(put(person.changed(enrolled=False)) for person in held.people)


@pytest.mark.parametrize("line", ["Ben, youth", "Ben, joven", "Ben, teenager, 15"])
def test_the_first_youth_is_whom_the_plan_is_for_and_that_is_said(line: str) -> None:
    scene = scene_at("welcome", _nobodys_plan())
    answer = PANELS["engagement"].kept(scene, line)
    assert isinstance(answer, Keep)
    assert "Ben" in answer.said
    assert after(scene, answer).people[-1].enrolled


def test_the_plan_is_not_given_to_another_by_a_word() -> None:
    first = kept(scene_at("welcome", _nobodys_plan()), "Ben, youth")
    assert not kept(scene_at("welcome", first), "Leo, child").people[-1].enrolled
    assert not any(person.enrolled for person in kept(scene_at("welcome", _nobodys_plan()), "Sam, youth pastor").people)


def test_a_key_says_whom_the_plan_is_for_and_takes_it_back() -> None:
    family = acted(scene_at("welcome", _nobodys_plan(), selected="rosa"), "enrolled")
    assert [person.id for person in family.people if person.enrolled] == ["rosa"]
    assert not any(person.enrolled for person in acted(scene_at("welcome", family, selected="rosa"), "enrolled").people)
    assert told(deed_at(scene_at("welcome", selected="ortiz"), "enrolled"))


def test_a_known_name_only_arrives() -> None:
    family = kept(scene_at("welcome"), "abuela carmen")
    assert len(family.supports) == 2
    assert {a.who for a in family.attendances} == {"ortiz", "carmen"}


def _turned_to(family: Family, who: str, kind: str) -> Family:
    scene = scene_at("welcome", family, selected=who)
    asked = deed_at(scene, "kind")
    assert isinstance(asked, AskPick)
    return after(scene, asked.then((kind,)))


def test_a_key_lists_the_five_kinds_with_a_letter_each_and_the_present_one_marked() -> None:
    asked = deed_at(scene_at("welcome", selected="ortiz"), "kind")
    assert isinstance(asked, AskPick)
    assert [one.id for one in asked.choices] == ["family", "natural", "community", "peer", "formal"]
    assert len({one.letter for one in asked.choices if one.letter}) == 5
    assert (asked.chosen, asked.many) == (("formal",), False)
    assert told(asked.then(("formal",)))
    assert _turned_to(small_family(), "ortiz", "natural").supports[1].kind == "natural"


def test_a_key_turns_family_into_each_kind_of_support_and_back() -> None:
    family = kept(scene_at("welcome"), "Grace Lin, sister")
    family = family.with_edits([put(Strength(id="s", words=Words(text="calm"), whose=(family.people[-1].id,)))])
    for kind in ("natural", "community", "peer", "formal", "family", "peer", "family"):
        before = next(each for each in (*family.people, *family.supports) if family.label(each.id) == "Grace Lin")
        family = _turned_to(family, before.id, kind)
        grace = next(each for each in (*family.people, *family.supports) if family.label(each.id) == "Grace Lin")
        assert (grace.kind if isinstance(grace, Support) else "family") == kind
        assert [a.who for a in family.attendances if a.is_present][-1] == grace.id
        assert family.strengths[0].whose == (grace.id,)
        assert [member.who == grace.id for member in family.team].count(True) == isinstance(grace, Support)
        assert sum(family.label(each.id) == "Grace Lin" for each in (*family.people, *family.supports)) == 1
    assert family.people[-1].label == "Grace Lin"


def test_who_becomes_family_takes_nobodys_must_be_here_away_and_it_is_told_how_to_undo() -> None:
    turned = _turned_to(small_family(), "carmen", "family")
    assert [each.anyone_of for each in who_must_be_there(turned, TEN.date())] == [("dani",), ("rosa",)]
    free = small_family(team=(TeamMember(id="t1", who="carmen"), TeamMember(id="t2", who="rosa", must_be_there=False)))
    assert ("rosa",) not in [each.anyone_of for each in who_must_be_there(_turned_to(free, "carmen", "family"), TEN.date())]
    asked = deed_at(scene_at("welcome", selected="carmen"), "kind")
    assert isinstance(asked, AskPick)
    answer = asked.then(("formal",))
    assert isinstance(answer, Keep)
    assert answer.said == "Abuela Carmen is now: Formal support. Ctrl+Z takes it back, Alt+K changes it."
    assert "f" not in {one.letter for one in asked.choices}


def test_who_has_more_than_another_kind_can_hold_stays_what_they_are() -> None:
    asked = deed_at(scene_at("welcome", selected="dani"), "kind")
    assert isinstance(asked, AskPick)
    assert told(asked.then(("natural",)))


def test_taking_somebody_off_the_list_leaves_them_in_the_record() -> None:
    scene = scene_at("welcome", selected="ortiz")
    family = after(scene, PANELS["engagement"].removed(scene))
    assert family.get("ortiz") is not None
    assert all(member.who != "ortiz" for member in family.team)


# The header


def test_the_vision_is_verbatim_and_told_in_pieces() -> None:
    family = kept(scene_at("story-and-vision", mode="vision"), "Dinner together")
    family = kept(scene_at("story-and-vision", family, mode="vision"), "without shouting")
    assert (family.header.vision.text, family.header.vision.verbatim) == ("Dinner together without shouting", True)


def test_ground_rules_change_places_and_go() -> None:
    family = kept(scene_at("welcome", mode="rule"), "One at a time")
    family = kept(scene_at("welcome", family, mode="rule"), "We may pass")
    scene = scene_at("welcome", family, mode="rule", selected="rule:1")
    assert after(scene, PANELS["engagement"].moved(scene, -1)).header.ground_rules == ("We may pass", "One at a time")
    assert after(scene, PANELS["engagement"].removed(scene)).header.ground_rules == ("One at a time",)
    assert isinstance(PANELS["engagement"].moved(scene, 1), Tell)


def test_a_line_of_the_header_is_corrected_in_place() -> None:
    family = kept(scene_at("story-and-vision", mode="story"), "We came by ferry")
    scene = scene_at("story-and-vision", family, selected="story:0")
    answer = PANELS["engagement"].opened(scene)
    assert isinstance(answer, AskLine)
    assert answer.start == "We came by ferry"
    assert after(scene, answer.then("We came by train")).header.story == "We came by train"


def test_the_story_step_begins_with_the_story_and_the_welcome_with_who_is_here() -> None:
    assert scene_at("story-and-vision").mode == "story"
    assert scene_at("welcome").mode == "who"


def test_a_text_that_grows_too_long_is_refused_before_anything_is_kept() -> None:
    family = kept(scene_at("welcome", mode="vision"), "v" * LINE_LIMIT)
    with pytest.raises(ValidationError):
        PANELS["engagement"].kept(scene_at("welcome", family, mode="vision"), "more")


def test_enter_on_an_empty_heading_lets_the_line_add_to_it() -> None:
    assert PANELS["engagement"].opened(scene_at("welcome", selected="mode:mission")) == Turn("mission")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("da, rr: we came by ferry", "Dani, Rosa Rivera: we came by ferry"),
        ("Dani, RR: we came by ferry", "Dani, Rosa Rivera: we came by ferry"),
        ("Rosa: we came with @DA.", "Rosa: we came with Dani."),
        ("XQ: we came by ferry", "XQ: we came by ferry"),
        ("We came at 6: late", "We came at 6: late"),
        ("mail a@b.org and @XQ", "mail a@b.org and @XQ"),
    ],
)
@pytest.mark.parametrize("mode", ["story", "vision", "rule", "mandate"])
def test_where_nobody_is_kept_beside_the_words_initials_become_names(mode: str, line: str, words: str) -> None:
    family = kept(scene_at("story-and-vision", mode=mode), line)
    held = {
        "story": family.header.story,
        "vision": family.header.vision.text,
        "rule": "".join(family.header.ground_rules),
        "mandate": "".join(str(each.words) for each in family.mandates),
    }
    assert held[mode] == words


def test_initials_of_somebody_whom_the_room_does_not_see_stay_as_typed() -> None:
    hidden = small_family().with_edits([put(Support(id="sam", name="Sam Poe", kept_from=("rosa",)))])
    hidden = acted(scene_at("welcome", hidden, selected="rosa"), "room")
    assert kept(scene_at("story-and-vision", hidden), "SP: we came by ferry").header.story == "SP: we came by ferry"
