"""Plans that somebody rewrote before they came back: nothing in them lets anybody see more, nor speaks for anybody."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from teammeet.demo import family as demo_family
from teammeet.desk import Desk
from teammeet.desk.admitted import FIELDS, NARROWING
from teammeet.desk.taking_back import ComingBack
from teammeet.errors import FileRefused
from teammeet.model.crisis import CrisisCall, CrisisPlan
from teammeet.model.family import Family, drop, put
from teammeet.model.family_file import write_family
from teammeet.model.meetings import SectionRead
from teammeet.model.people import Household, Person
from teammeet.model.plan import Need, Strength, Task
from teammeet.model.readers import Reader, facilitator, reader_named, somebody, team
from teammeet.model.record import ITEM_KINDS, Edition
from teammeet.model.sharing import Agreement, Release, Signature
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Item, Translation, Words

TODAY = date(2031, 5, 14)
NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.create(tmp_path / "families.vault", "plum otter lamp river cedar moss")
    yield desk
    desk.close()


@pytest.fixture
def family(desk: Desk) -> Family:
    return desk.accept(desk.look_at(write_family(demo_family(TODAY)).encode()))


def forged(family: Family, *items: Item) -> bytes:
    return write_family(family.with_edits(map(put, items)).seen_by(facilitator(TODAY))).encode()


def looked_at(desk: Desk, family: Family, *items: Item) -> ComingBack:
    return desk.look_at_copy(forged(family, *items), [])


def all_taken(desk: Desk, coming: ComingBack) -> Family:
    return desk.accept(desk.taking(coming, coming.questions))


def outsiders(family: Family) -> list[Item]:
    """One of each kind that would let somebody see more, or say something for somebody."""
    who = family.people[0].id
    return [
        Release(records=("substance_use",), to=(who,), signed_on=TODAY, what="All of it"),
        TeamMember(who=family.supports[0].id),
        Support(name="A school of mine", service="school", serves=(who,)),
        Household(name="Another home"),
        Person(used_name="Somebody new", households=(family.households[0].id,)),
        Agreement(who=who, degree=5),
        Signature(who=who, edition=1, method="typed", signed_at=NOON),
        Edition(number=99, fixed_at=NOON),
    ]


def test_nothing_that_widens_or_speaks_for_somebody_is_asked_or_taken_and_each_is_told_by_name(
    desk: Desk, family: Family
) -> None:
    items = outsiders(family)
    coming = looked_at(desk, family, *items)
    assert coming.questions == ()
    assert all_taken(desk, coming) == family
    assert {one.kind for one in coming.not_taken} >= {name for name, kind in ITEM_KINDS.items() if type(items[0]) is kind}
    assert len(coming.not_taken) == len(items)
    told = "\n".join(coming.left_out("en"))
    assert "Release: All of it" in told
    assert "Support: A school of mine" in told
    assert "who may see" in told


def test_fields_of_items_that_are_here_are_only_changed_in_texts_that_a_file_may_bring(desk: Desk, family: Family) -> None:
    person, support = family.people[0], family.supports[0]
    changed = (
        person.changed(support=support.id, decision_rights=(), used_name=family.people[1].label),
        support.changed(service="school", serves=(person.id,)),
        family.needs[0].changed(kept_from=(), status="met"),
    )
    said = [
        (person.id, "used_name", person.used_name, family.people[1].label.upper()),
        (person.id, "private_note", person.private_note, "x"),
        (family.needs[0].id, "id", family.needs[0].id, "other"),
        (family.header.id, "name", family.header.name, "Another"),
    ]
    coming = desk.look_at_copy(forged(family, *changed), said)
    assert coming.questions == ()
    assert {(one.kind, one.field, one.why) for one in coming.not_taken} == {
        ("people", "support", "sees"),
        ("people", "decision_rights", "sees"),
        ("people", "used_name", "sees"),
        ("people", "private_note", "sees"),
        ("supports", "service", "sees"),
        ("supports", "serves", "sees"),
        ("needs", "id", "text"),
        ("needs", "status", "field"),
        ("header", "name", "text"),
    }
    assert all_taken(desk, coming) == family


def test_a_new_task_is_asked_never_agreed_and_its_lines_show_every_field(desk: Desk, family: Family) -> None:
    who = family.people[0]
    task = Task(
        words=Words(text="Ask the choir", reworded="Call"), owners=(who.id,), due=TODAY, consent="agreed", status="done"
    )
    coming = looked_at(desk, family, task)
    (question,) = coming.questions
    lines = "\n".join(coming.told(question, "en"))
    for said in ("Ask the choir", "Call", who.label, "2031-05-14", "Everybody in the room"):
        assert said in lines
    assert all_taken(desk, coming).get(task.id) == task.changed(consent="asked", status="open")


def test_all_that_a_new_item_may_bring_has_a_name_in_the_lines() -> None:
    from teammeet.messages import keys

    for language in ("en", "es"):
        names = {name for fields in FIELDS.values() for name in fields} | set(NARROWING)
        assert {f"back.part.{name}" for name in names} <= keys(language)
        assert all(set(fields) <= set(ITEM_KINDS[kind].model_fields) for kind, fields in FIELDS.items())


def test_a_new_item_keeps_what_narrows_it_and_takes_over_what_narrows_what_it_leans_on(desk: Desk, family: Family) -> None:
    first, second = family.people[:2]
    need = Need(words=Words(text="Quiet"), only_for=(first.id,), record="health", record_of=first.id)
    family = desk.change(family.header.id, [put(need)])
    strength = Strength(words=Words(text="Sings"), kept_from=(second.id,))
    task = Task(words=Words(text="Call"), need=need.id)
    other = Task(words=Words(text="Write"), need=need.id, only_for=(second.id,))
    after = all_taken(desk, looked_at(desk, family, strength, task, other))
    kept = [after.get(item.id) for item in (strength, task, other)]
    assert kept[0] == strength
    assert kept[1] == task.changed(only_for=need.only_for, record="health", record_of=first.id)
    assert kept[2] is not None
    assert kept[2].taken_back, "nobody is in both bounds: the facilitator alone"
    reader = somebody(after, second.id, TODAY)
    assert {task.id, other.id}.isdisjoint(item.id for item in after.seen_by(reader).items())


def test_a_new_item_that_leans_on_something_refused_is_told_not_taken(desk: Desk, family: Family) -> None:
    person = Person(used_name="Somebody new")
    coming = looked_at(desk, family, person, Strength(words=Words(text="Sings"), whose=(person.id,)))
    assert [(one.kind, one.why) for one in coming.not_taken] == [("people", "sees"), ("strengths", "leans")]


def test_a_new_call_is_shown_with_its_number(desk: Desk, family: Family) -> None:
    plan = CrisisPlan(whose=(family.people[0].id,))
    call = CrisisCall(plan=plan.id, name="A stranger", phone="900 555 01")
    coming = looked_at(desk, family, plan, call)
    question = next(one for one in coming.questions if one.item == call.id)
    assert "Phone: 900 555 01" in coming.whole(question, "en")
    assert "Who may see it: The team" in coming.whole(question, "en")


def test_a_new_family_brings_nothing_that_would_be_in_force_and_says_so(desk: Desk) -> None:
    family = demo_family(TODAY)
    who, meeting = family.people[0].id, family.meetings[0].id
    header = family.header.changed(rules_agreed_by=(who,))
    agreed = Task(words=Words(text="Call"), owners=(who,), consent="agreed")
    items = (
        *outsiders(family),
        SectionRead(meeting=meeting, section="needs", who=who),
        agreed,
        header,
    )
    after = all_taken(desk, coming := looked_at(desk, family, *items))
    left = ("releases", "signatures", "editions", "agreements", "sections_read", "copies")
    assert [name for name in left if getattr(after, name)] == []
    assert {task.consent for task in after.tasks} == {"asked"}
    assert after.header.rules_agreed_by == ()
    assert len(coming.not_taken) >= len(("release", "signature", "edition", "agreement", "read", "task"))
    told = "\n".join(coming.left_out("en"))
    assert "not taken" in told
    assert "who decides" in told


@pytest.mark.parametrize("name", ["team", "family", "person:{youth}", "household:{home}", "person:{school}", "agency"])
def test_what_is_new_in_a_copy_is_for_nobody_but_its_reader(desk: Desk, family: Family, name: str) -> None:
    ids = {"youth": family.people[0].id, "home": family.households[0].id, "school": family.supports[1].id}
    reader = reader_named(family, name.format(**ids), TODAY)
    task = Task(words=Words(text="Only between us"), owners=(ids["youth"],))
    narrow = Need(words=Words(text="Kept"), kept_from=(family.people[1].id,))
    copy = write_family(family.with_edits([put(task), put(narrow)]).seen_by(reader)).encode()
    after = all_taken(desk, desk.look_at_copy(copy, [], reader.who or ""))
    fresh = {task.id, narrow.id} & {item.id for item in after.items()}
    assert task.id in fresh
    members = {reader.who} if reader.ids else {member.who for member in reader.members}
    others = [one.id for one in (*after.people, *after.supports) if one.id not in members and after.get(one.id) is not None]
    outside = [facilitator_excepted(after), *(somebody(after, who, TODAY) for who in others)]
    people_of = {p.id for p in after.people if p.support in members}
    for seen in outside:
        if seen.who not in people_of and not (seen.ids & members):
            assert fresh.isdisjoint(item.id for item in after.seen_by(seen).items()), seen.who
    if members:
        assert task.id in {item.id for item in after.seen_by(reader_named(after, name.format(**ids), TODAY)).items()}


def facilitator_excepted(family: Family) -> Reader:
    return reader_named(family, "room", TODAY)


def test_a_whole_family_from_a_copy_of_ones_own_is_for_the_same_people_and_from_the_agencys_is_refused(
    desk: Desk,
) -> None:
    family = demo_family(TODAY)
    youth = family.people[0]
    hidden = Need(words=Words(text="Mine alone"), only_for=(youth.id,))
    friend = Support(name="A friend that nobody knows", kind="natural", only_for=(youth.id,))
    family = family.with_edits([put(hidden), put(friend)])
    with pytest.raises(FileRefused) as refusal:
        desk.look_at_copy(write_family(family.seen_by(reader_named(family, "agency", TODAY))).encode(), [])
    assert refusal.value.message_key == "plan-of-agency"
    own = write_family(family.seen_by(somebody(family, youth.id, TODAY))).encode()
    coming = desk.look_at_copy(own, [], youth.id)
    assert "comes in for those alone whom the copy was made for" in "\n".join(coming.left_out("en"))
    after = all_taken(desk, coming)
    assert after.get(hidden.id) is not None
    for who in (one.id for one in after.people if one.in_family and one.id != youth.id):
        assert {hidden.id, friend.id}.isdisjoint(item.id for item in after.seen_by(somebody(after, who, TODAY)).items())


def test_what_was_taken_out_of_the_record_comes_back_only_if_somebody_says_so_and_as_narrow_as_it_was(
    desk: Desk, family: Family
) -> None:
    need = Need(words=Words(text="Quiet"), only_for=(family.people[0].id,))
    copy = forged(desk.change(family.header.id, [put(need)]), need.changed(only_for=()))
    desk.change(family.header.id, [drop(need)])
    (question,) = (coming := desk.look_at_copy(copy, [])).questions
    assert (question.changed, question.is_new) == ("record", True)
    assert "was taken out of it" in "\n".join(coming.told(question, "en"))
    assert all_taken(desk, coming).get(need.id) == need


def test_a_record_of_another_agency_is_asked_text_by_text_and_what_is_not_taken_is_told(desk: Desk, family: Family) -> None:
    need, task, person = family.needs[0], family.tasks[1], family.people[1]
    translated = need.words.changed(text="Another agency wrote this", translations=(Translation(language="ar", text="x"),))
    items = (
        need.changed(words=translated, gap=not need.gap),
        task.changed(due=date(2031, 7, 1), status="done", note="From there", owners=(person.id,), consent="agreed"),
        family.outcomes[0].changed(monitored_by=(person.id,)),
    )
    coming = looked_at(desk, family, *items)
    asked = {(one.kind, one.path): (one.now, one.changed) for one in coming.questions}
    assert asked == {
        ("needs", "words.text"): ("Another agency wrote this", "file"),
        ("tasks", "due"): ("2031-07-01", "file"),
        ("tasks", "status"): ("done", "file"),
        ("tasks", "owners"): (person.id, "file"),
        ("tasks", "note"): ("From there", "file"),
    }
    told = "\n".join(line for question in coming.questions for line in coming.told(question, "en"))
    assert f"The file says:   {person.label}" in told
    assert "The file says:   Done" in told
    left = {(one.kind, one.field) for one in coming.not_taken}
    assert left == {("needs", "gap"), ("needs", "words"), ("outcomes", "monitored_by"), ("tasks", "consent")} - (
        set() if task.consent != "agreed" else {("tasks", "consent")}
    )
    after = all_taken(desk, coming).get(task.id)
    assert isinstance(after, Task)
    assert (after.due, after.status, after.owners, after.consent) == (date(2031, 7, 1), "done", (person.id,), "asked")
    (again,) = looked_at(desk, desk.open(family.header.id), need).questions
    assert (again.changed, again.path) == ("record", "words.text")


def test_a_name_is_asked_and_never_taken_where_somebody_else_has_it(desk: Desk, family: Family) -> None:
    first, second = family.people[:2]
    for name, is_asked in (("Marisol", True), (second.label, False), (family.supports[0].label.upper(), False), ("", False)):
        coming = desk.look_at_copy(forged(family), [(first.id, "used_name", first.used_name, name)])
        assert [(one.path, one.is_name) for one in coming.questions] == [("used_name", True)] * is_asked
        assert [(one.kind, one.field) for one in coming.not_taken] == [("people", "used_name")] * (not is_asked)


def test_a_team_copy_of_a_record_that_is_as_it_was_leaves_nothing_out(desk: Desk, family: Family) -> None:
    coming = desk.look_at_copy(write_family(family.seen_by(team(family, TODAY))).encode(), [])
    assert (coming.questions, coming.not_taken) == ((), ())
    assert list(coming.left_out("en")) == []
