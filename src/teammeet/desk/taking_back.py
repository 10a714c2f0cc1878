"""A plan that comes back in a copy: its texts beside those of the record, and what people chose to take.

A copy leaves things out by rule, so what it lacks is never taken away; what was signed is never changed by a file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ValidationError

from teammeet.desk.values import Incoming
from teammeet.errors import FileRefused
from teammeet.messages import text
from teammeet.model.family import Edit, Family, put
from teammeet.model.paths import text_at, with_text_at
from teammeet.model.record import LIST_OF
from teammeet.model.shapes import references
from teammeet.model.values import Item, Words
from teammeet.practice.text_names import text_name

_SIGNED: Final = frozenset({"signatures", "editions"})
"""Lists that no file changes."""

Who = Literal["file", "record", "both"]


@dataclass(frozen=True, slots=True)
class Said:
    """A text of a plan in a file: whose it is, as the plan inside says it, and as the file says it now."""

    item: str
    path: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Question:
    """A text that the file and the record say differently; people choose.

    ``was`` is what the copy said when it was written; ``present`` what the record says now. ``changed`` tells who changed it
    since: somebody in the file, somebody in the record, or both. ``is_new``: the whole item is not in the record.
    """

    kind: str
    item: str
    path: str
    was: str
    now: str
    present: str
    changed: Who
    is_new: bool = False

    def told(self, title: str, language: str) -> Iterator[str]:
        """The question in lines: what it is about, who changed it, what each says. ``title`` names the item."""
        yield self.heading(title, language)
        yield text("back.changed.new" if self.is_new else f"back.changed.{self.changed}", language)
        if self.changed == "both":
            yield text("back.was", language, words=self.was or "–")
        if not self.is_new:
            yield text("back.record", language, words=self.present or "–")
        yield text("back.file", language, words=self.now or "–")

    def heading(self, title: str, language: str) -> str:
        """What it is about, in one line."""
        name = text_name(self.kind, self.path, language)
        return text("back.about", language, name=name, title=title) if title else name


@dataclass(frozen=True, slots=True)
class ComingBack:
    """A plan in a copy that was looked at. ``signed`` counts signatures and editions of the file that are not taken."""

    family: Family
    is_new: bool
    questions: tuple[Question, ...]
    signed: int
    said: tuple[Said, ...] = ()

    def title_of(self, question: Question) -> str:
        """The words or the name of the item that is asked about, where the question is not about these words."""
        return "" if question.path.startswith("words.") else _title(self.family.get(question.item))


def questions_of(family: Family, present: Family | None, said: Sequence[Said]) -> Iterator[Question]:
    """What is to be asked, in the order of the document: then items that the record does not have."""
    for one in said:
        item = family.get(one.item)
        if item is None or LIST_OF[type(item)] in _SIGNED:
            continue
        there = present.get(one.item) if present is not None else item
        if there is None or type(there) is not type(item):
            continue
        path = _path_there(there, one)
        held = text_at(there, path) or ""
        if not _same(held, one.now):
            yield Question(LIST_OF[type(item)], one.item, path, one.was, one.now, held, _who(one, held))
    if present is not None:
        yield from (_of_new(item, said) for item in family.items() if _is_new(item, present))


def taken(coming: ComingBack, present: Family | None, chosen: Iterable[Question]) -> Incoming:
    """The edits that take what was chosen; for a family that is new all of its items, with what was chosen in them.

    Raises:
        FileRefused: ``plan-text-unfit``: a text does not fit where it would go; it names the place.
    """
    base = present if present is not None else coming.family
    changed: dict[str, Item] = {}
    for question in sorted(chosen, key=_later_lines_first):
        item = changed.get(question.item) or (coming.family if question.is_new else base).get(question.item)
        if item is None:
            continue
        texts = _texts_of(question, coming.said) if question.is_new else (Said(item.id, question.path, "", question.now),)
        for one in texts:
            item = _with_text(item, one)
        changed[question.item] = item
    if present is None:
        return Incoming(coming.family, True, tuple(put(changed.get(item.id, item)) for item in coming.family.items()))
    return Incoming(present, False, tuple(_that_lean_on_what_is_there(present, changed)))


def signed_in(family: Family, present: Family | None) -> int:
    """How many signatures and editions of the file are not in the record, or are others there."""
    if present is None:
        return 0
    return sum(present.get(item.id) is None for item in (*family.signatures, *family.editions))


def _who(one: Said, held: str) -> Who:
    if _same(held, one.was):
        return "file"
    return "record" if _same(one.was, one.now) else "both"


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same: on paper a note has no blank lines, and a line no break."""
    return one.split() == other.split()


def _is_new(item: Item, present: Family) -> bool:
    return LIST_OF[type(item)] not in _SIGNED and present.get(item.id) is None


def _of_new(item: Item, said: Sequence[Said]) -> Question:
    """Whether to take in an item that the record does not have, told by what the file says of it first."""
    told = next((one.now for one in said if one.item == item.id), _title(item))
    return Question(LIST_OF[type(item)], item.id, "", "", told, "", "file", is_new=True)


def _title(item: Item | None) -> str:
    """What an item says first of itself; empty for one that only ties others together."""
    words = getattr(item, "words", None)
    return str(words) if isinstance(words, (Words, str)) else str(getattr(item, "label", ""))


def _path_there(there: Item, one: Said) -> str:
    """Where the text of a list's line stands in the record today: lists grow and shrink; a line that is gone goes last."""
    field, _, place = one.path.partition(".")
    if not place.isdigit():
        return one.path
    lines = getattr(there, field)
    if text_at(there, one.path) == one.was:
        return one.path
    return f"{field}.{lines.index(one.was) if one.was in lines else len(lines)}"


def _later_lines_first(question: Question) -> int:
    """A line that goes out of a list moves those after it, so these are changed first."""
    place = question.path.rpartition(".")[2]
    return -int(place) if place.isdigit() else 0


def _texts_of(question: Question, said: Sequence[Said]) -> tuple[Said, ...]:
    """What the file says now of an item that is taken in whole."""
    found = (one for one in said if one.item == question.item and not _same(one.was, one.now))
    return tuple(sorted(found, key=lambda one: one.path, reverse=True))


def _with_text(item: Item, said: Said) -> Item:
    """``item`` with the text of the file; a break where no line may have one is a blank."""
    try:
        return with_text_at(item, said.path, said.now)
    except ValidationError:
        pass
    try:
        return with_text_at(item, said.path, " ".join(said.now.split()))
    except ValidationError:
        raise FileRefused("plan-text-unfit", kind=LIST_OF[type(item)], item=item.id, path=said.path) from None


def _that_lean_on_what_is_there(present: Family, changed: dict[str, Item]) -> Iterator[Edit]:
    """The edits, without new items that lean on something that is not there and was not taken."""
    known = {item.id for item in present.items()} | changed.keys()
    while True:
        loose = {key for key, item in changed.items() if any(to not in known for _, to, _ in references(item))}
        if not loose:
            break
        changed = {key: item for key, item in changed.items() if key not in loose}
        known -= loose
    yield from map(put, changed.values())


def coming_back(family: Family, present: Family | None, said: Sequence[Said]) -> ComingBack:
    """A plan in a copy beside the record, if the family has one here."""
    signed = signed_in(family, present)
    return ComingBack(family, present is None, tuple(questions_of(family, present, said)), signed, tuple(said))
