"""What somebody is: of the family, or a support of one of four kinds. A line can guess wrong; a key lists them."""

from collections.abc import Iterator
from typing import Any, Final, TypeVar

from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.people import Person
from teammeet.model.record import LIST_OF, Record
from teammeet.model.shapes import references, referring
from teammeet.model.sharing import Agreement, Signature
from teammeet.model.supports import Support, TeamMember
from teammeet.model.values import Item, Value
from teammeet.practice.who_must_be_there import who_must_be_there
from teammeet.tui.meeting.scene import AskPick, Choice, Deed, Keep, Scene, Tell

V = TypeVar("V", bound=Value)
LETTERS: Final = {"family": "m", "natural": "n", "community": "c", "peer": "p", "formal": "r"}
"""Letters of the kinds. None has f, with which a newcomer means the family and who knows the ideas paid help: who presses it
reads the list, and no grandmother is paid help, no worker of the family, by a slip."""
_OF_ANY_ITEM: Final = ("position", "kept_from", "only_for", "taken_back", "record", "record_of")
_CARRIED: Final = frozenset({"id", "used_name", "name", "role", "note", "contacts", "kind", "support", *_OF_ANY_ITEM})
"""Fields that a person and a support both have, so that nothing is lost on the way."""


def ask_kind(scene: Scene, who: str) -> Deed:
    """Which of the five somebody is: all are seen at once, with the present one marked."""
    item = scene.family.get(who)
    if not isinstance(item, Person | Support) or (isinstance(item, Person) and not item.in_family):
        return Tell(scene.say("told.select-somebody"))
    choices = tuple(Choice(kind, _in_words(scene, kind), letter) for kind, letter in LETTERS.items())
    now = "family" if isinstance(item, Person) else item.kind
    question = scene.say("ask.kind", who=scene.shown.label(who))
    return AskPick(question, choices, lambda ids: _as_kind(scene, who, ids[0]), (now,), many=False)


def _as_kind(scene: Scene, who: str, kind: str) -> Deed:
    """Somebody as that kind; what only a person, or only a support, can hold keeps them as they are."""
    item = scene.family.get(who)
    if isinstance(item, Person) and kind != "family":
        return _turned(scene, item, _as_support(item).changed(kind=kind), kind)
    if not isinstance(item, Support) or item.kind == kind:
        return Tell(_said(scene, who, kind))
    if kind == "family":
        return _turned(scene, item, _as_person(item), kind)
    return Keep((put(item.changed(kind=kind)),), who, said=_said(scene, who, kind))


def _turned(scene: Scene, before: Person | Support, after: Person | Support, kind: str) -> Deed:
    """One change: the other item stands in the place of this one wherever something refers to it, and on the team."""
    if _stays(scene.family, before, LIST_OF[type(after)]):
        return Tell(scene.say("told.kind-stays", who=before.label))
    following = [item for item in scene.family.items() if any(held == before.id for _, held, _ in references(item))]
    edits: list[Edit] = [put(after)]
    on_team = [item for item in scene.family.team if item.who == before.id]
    if isinstance(after, Person):
        edits += [drop(member) for member in on_team]
        following = [item for item in following if item not in on_team]
    elif not on_team:
        edits.append(put(TeamMember(who=after.id)))
    edits += [put(_relinked(item, before.id, after.id)) for item in following]
    edits.append(drop(before))
    edits += _still_must_be_there(scene, edits, before.id)
    return Keep(tuple(edits), after.id, said=_said(scene, before.id, kind))


def _still_must_be_there(scene: Scene, edits: list[Edit], who: str) -> Iterator[Edit]:
    """Whoever must be there for the meeting still must: one more grown-up in the family would make the mother one of two.

    It is said of her place on the team, where the family can take it away.
    """
    alone = _must_be_there(scene.family, scene)
    after = scene.family.with_edits(edits)
    for one in alone - _must_be_there(after, scene) - {who}:
        place = next((member for member in after.team if member.who == one and member.left_on is None), None)
        yield put((place or TeamMember(who=one)).changed(must_be_there=True))


def _must_be_there(family: Family, scene: Scene) -> set[str]:
    """Those without whom, each alone, a meeting is no planning meeting."""
    return {each.anyone_of[0] for each in who_must_be_there(family, scene.today) if len(each.anyone_of) == 1}


def _said(scene: Scene, who: str, kind: str) -> str:
    return scene.say("said.now-of-kind", who=scene.shown.label(who), kind=_in_words(scene, kind))


def _in_words(scene: Scene, kind: str) -> str:
    return scene.say("said.kind-family") if kind == "family" else scene.term(f"support_kind.{kind}")


def _as_support(person: Person) -> Support:
    return Support(name=person.label, role=person.role, note=person.note, contacts=person.contacts, **_common(person))


def _as_person(support: Support) -> Person:
    return Person(used_name=support.label, role=support.role, note=support.note, contacts=support.contacts, **_common(support))


def _common(item: Item) -> dict[str, Any]:
    return {name: getattr(item, name) for name in _OF_ANY_ITEM}


def _stays(record: Record, item: Person | Support, other: str) -> bool:
    """Whether it holds what has no place in the list ``other``, signed something, or is meant where none of them can be."""
    fields = type(item).model_fields
    if any(getattr(item, name) != field.default for name, field in fields.items() if name not in _CARRIED):
        return True
    for each in record.items():
        for _, held, lists in references(each):
            if held == item.id and (isinstance(each, Agreement | Signature) or other not in lists):
                return True
    return False


def _relinked(value: V, old: str, new: str) -> V:
    """``value`` with each reference to ``old`` leading to ``new``."""
    changes: dict[str, Any] = {}
    for field in referring(type(value)):
        held = getattr(value, field.name)
        after = tuple(_part(one, old, new) for one in held) if field.many else _part(held, old, new)
        if after != held:
            changes[field.name] = after
    return value.model_copy(update=changes) if changes else value


def _part(part: Any, old: str, new: str) -> Any:
    return _relinked(part, old, new) if isinstance(part, Value) else new if part == old else part
