"""What can be done with the selected line, whatever step it stands in: one letter each."""

from collections.abc import Callable, Mapping
from typing import Final

from teammeet.messages import count, text
from teammeet.model.family import Edit, put
from teammeet.model.meetings import Parked
from teammeet.model.record import LIST_OF
from teammeet.model.shapes import references
from teammeet.model.values import Item, Words
from teammeet.tui.meeting.as_said import words_place
from teammeet.tui.meeting.merging import can_merge, merged
from teammeet.tui.meeting.moving import Moved, moved_to
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.same_kind import SPOKEN, Spoken
from teammeet.tui.meeting.scene import AskLine, AskPick, Choice, Deed, Hint, Keep, Row, Scene, StepKey, Tell, short
from teammeet.tui.meeting.splitting import cut_at_mark, split, with_mark
from teammeet.tui.meeting.taking_back import item_taken_back, words_taken_back
from teammeet.tui.meeting.translating import ask_translation

MOVE: Final = "move"
PARK: Final = "park"
TAKE_BACK: Final = "take-back"
FURTHER: Final = frozenset({MOVE, PARK})
"""What asks for a second letter: where to."""

_OF_A_LINE: Final = {"edit": "e", "merge": "m", "split": "s", MOVE: "t", PARK: "p"}
_OF_WORDS: Final = {"verbatim": "w", "reworded": "r", "translation": "l"}
_LISTS: Final = {
    "strengths": "s",
    "worries": "w",
    "needs": "n",
    "outcomes": "o",
    "options": "i",
    "tasks": "t",
    "transition": "l",
}
DESTINATIONS: Final = {"next_agenda": "n", "private_follow_up": "p", "somebody_else": "s", "undecided": "u"}
"""Where a parked line goes from here, with its letter."""
_NOT_FOR_A_WALL: Final = frozenset({"note"})
"""Fields of which the room is not even told that something stands in them."""
_HINTED: Final = {"strengths": "strength", "needs": "need", "outcomes": "outcome", "tasks": "task"}
_BRIEF: Final = 40
"""Characters of somebody's words inside another line."""


def selected_row(scene: Scene) -> Row | None:
    """The row that is selected, if it stands for something."""
    row = PANELS[scene.step.phase].selected(scene)
    if row is None:
        return None
    stands_for = scene.family.get(row.id) or scene.family.get(row.item) or words_place(scene, row)
    return row if stands_for else None


def title_of(scene: Scene) -> str:
    """The selected line in short."""
    row = selected_row(scene)
    return short(row.words, _BRIEF) if row else ""


def row_keys(scene: Scene) -> tuple[StepKey, ...]:
    """What can be done with the selected line; nothing if none is."""
    row = selected_row(scene)
    if row is None:
        return ()
    line = _OF_A_LINE if _line(scene) is not None else {"edit": "e"}
    words = _OF_WORDS if words_place(scene, row) else {}
    back = {TAKE_BACK: "b"} if words_place(scene, row) else {}
    return tuple(StepKey(key, letter, _say(scene, f"menu.{key}")) for key, letter in {**line, **words, **back}.items())


def taken_back(scene: Scene) -> tuple[Edit, ...]:
    """The edits that keep the selected words for the facilitator alone: a line as a whole, the words of a vision in a note."""
    place = words_place(scene, selected_row(scene))
    if place is None:
        return ()
    if place[1] == "words":
        return item_taken_back(scene.family, place[0])
    return words_taken_back(*place, scene.meeting.id, scene.step.id, scene.today)


def further_keys(scene: Scene, key: str) -> tuple[StepKey, ...]:
    """Where the selected line can go: to another step, or from the parked ones."""
    item = _line(scene)
    if item is None:
        return ()
    if key == PARK:
        return tuple(StepKey(goes, letter, scene.term(f"parked_goes_to.{goes}")) for goes, letter in DESTINATIONS.items())
    own = LIST_OF[type(item)]
    return tuple(StepKey(kind, letter, _say(scene, f"kind.{kind}")) for kind, letter in _LISTS.items() if kind != own)


def row_deed(scene: Scene, key: str) -> Deed:
    """What the letter does to the selected line."""
    if selected_row(scene) is None:
        return Tell(scene.say("told.nothing-selected"))
    if key == "edit":
        return PANELS[scene.step.phase].opened(scene)
    if key in _OF_WORDS:
        return _of_words(scene, key)
    if key == TAKE_BACK:
        return Keep(taken_back(scene), said=scene.said("share.told.taken-back"))
    item = _line(scene)
    if item is None:
        return Tell(scene.say("told.stays-in-place"))
    return _ask_merge(scene, item) if key == "merge" else _ask_split(scene, item)


def further_deed(scene: Scene, key: str, to: str) -> Deed:
    """The selected line moved to another list, or parked with a destination."""
    item = _line(scene)
    if item is None:
        return Tell(scene.say("told.stays-in-place"))
    if key == MOVE:
        return _move(scene, item, to)
    if isinstance(item, Parked):
        return Keep((put(item.changed(goes_to=to)),), item.id)
    moved = moved_to(scene.family, item.id, "parked", scene.meeting.id)
    return _told_of(scene, moved, "parked", tuple(map(_going(moved.id, to), moved.edits)))


def _line(scene: Scene) -> Spoken | None:
    """The selected line, if it is a line of words that can be joined, cut and moved."""
    row = selected_row(scene)
    item = (scene.family.get(row.id) or scene.family.get(row.item)) if row else None
    return item if isinstance(item, SPOKEN) else None


def _of_words(scene: Scene, key: str) -> Deed:
    place = words_place(scene, selected_row(scene))
    if place is None:
        return Tell(scene.say("told.stays-in-place"))
    item, field = place
    if key == "translation":
        return ask_translation(scene, item, field)
    words: Words = getattr(item, field)
    if key == "verbatim":
        turned = words.changed(verbatim=not words.verbatim)
        said = _say(scene, "said.verbatim" if turned.verbatim else "said.not-verbatim")
        return Keep((put(item.changed(**{field: turned})),), scene.selected, said=said)

    def typed(line: str) -> Deed:
        reworded = words.changed(reworded=line)
        return Keep((put(item.changed(**{field: reworded})),), scene.selected, said=_say(scene, "said.reworded"))

    asked = _say(scene, "ask.reworded", words=short(words.text, _BRIEF))
    return AskLine(asked, typed, start=words.reworded, may_be_blank=bool(words.reworded))


def _ask_merge(scene: Scene, item: Spoken) -> Deed:
    listed = getattr(scene.shown, LIST_OF[type(item)])
    choices = tuple(Choice(o.id, str(o.words)) for o in listed if can_merge(scene.family, item.id, o.id))
    if not choices:
        return Tell(_say(scene, "told.no-other"))

    def picked(other: tuple[str, ...]) -> Deed:
        edits = merged(scene.family, item.id, other[0])
        return Keep(edits, item.id, said=_say(scene, "said.merged")) if edits else Tell(_say(scene, "told.no-other"))

    return AskPick(_say(scene, "ask.merge", words=short(str(item.words), _BRIEF)), choices, picked, many=False)


def _ask_split(scene: Scene, item: Spoken) -> Deed:
    if len(item.words.text.strip()) < 2:
        return Tell(_say(scene, "told.nothing-to-cut"))

    def typed(line: str) -> Deed:
        parts = cut_at_mark(item.words.text, line)
        if parts is None:
            return Tell(_say(scene, "told.only-the-mark"))
        edits, second = split(scene.family, item.id, *parts)
        whole = item.words.reworded or item.words.translations
        return Keep(edits, second, said=_say(scene, "said.split-whole" if whole else "said.split"))

    return AskLine(_say(scene, "ask.split"), typed, start=with_mark(item.words.text))


def _move(scene: Scene, item: Spoken, to: str) -> Deed:
    moved = moved_to(scene.family, item.id, to, scene.meeting.id)
    return _told_of(scene, moved, to, moved.edits)


def _told_of(scene: Scene, moved: Moved, to: str, edits: tuple[Edit, ...]) -> Deed:
    """What became of it: where the line is now, what stayed behind; or why it stays."""
    if not edits:
        return Tell(_why_it_stays(scene, moved))
    told = [_say(scene, "said.moved", where=_say(scene, f"kind.{to}"))]
    untied = sum(_leads_to(one, scene.selected) for one in scene.shown.items() if _is_of_the_plan(one))
    told += [count("capture.said.untied", untied, scene.language)] if untied else []
    told += [_say(scene, "said.left", what=fields_in_words(scene, moved.left))] if moved.left else []
    hint = Hint(_HINTED[to], moved.id) if to in _HINTED else None
    return Keep(edits, hint=hint, said=" ".join(told))


def _why_it_stays(scene: Scene, moved: Moved) -> str:
    told = tuple(name for name in moved.left if scene.private or name not in _NOT_FOR_A_WALL)
    if told:
        return _say(scene, "told.words-stay", what=fields_in_words(scene, told))
    if moved.left:
        return scene.say("told.stays-in-place")
    hidden = any(scene.shown.get(one) is None for one in moved.leaning)
    return scene.say("told.stays-in-place") if hidden else _say(scene, "told.others-lean")


def _going(item_id: str, to: str) -> Callable[[Edit], Edit]:
    def going(edit: Edit) -> Edit:
        return put(edit.after.changed(goes_to=to)) if edit.id == item_id and edit.after is not None else edit

    return going


def fields_in_words(scene: Scene, names: tuple[str, ...]) -> str:
    """Fields as people call them, each once."""
    return ", ".join(dict.fromkeys(_say(scene, f"field.{_FIELD_WORDS.get(name, name)}") for name in names))


_FIELD_WORDS: Final[Mapping[str, str]] = {
    "needs": "need",
    "outcomes": "outcome",
    "leans_on": "strengths",
    "said_by": "said-by",
    "proposed_by": "said-by",
    "carried_by": "carried-by",
    "monitored_by": "carried-by",
    "owners": "carried-by",
    "starts_on": "due",
    "ends_on": "due",
    "reached_on": "status",
    "gap": "status",
    "consent": "status",
    "settled": "status",
    "goes_to": "status",
    "aspect": "status",
    "scope": "service",
    "amount": "service",
    "frequency": "service",
    "duration": "service",
    "provider": "service",
    "baseline": "from-to",
    "target": "from-to",
}


def _leads_to(one: Item, item_id: str) -> bool:
    return any(named == item_id for _, named, _ in references(one))


def _is_of_the_plan(one: Item) -> bool:
    return isinstance(one, SPOKEN)


def _say(scene: Scene, key: str, **values: object) -> str:
    return text(f"capture.{key}", scene.language, **values)
