"""A plan that comes back in a copy: its texts beside those of the record, and what people chose to take.

A copy leaves things out by rule, so what it lacks is never taken away. What may come in says :mod:`teammeet.desk.admitted`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ValidationError

from teammeet.desk.admitted import NotTaken, admits_text, fit_for_a_new_family, new_items, title_in
from teammeet.desk.told_whole import told_whole
from teammeet.desk.values import Incoming
from teammeet.errors import FileRefused
from teammeet.messages import count, text
from teammeet.model.family import Edit, Family, put
from teammeet.model.paths import text_at, with_text_at
from teammeet.model.record import LIST_OF
from teammeet.model.shapes import references
from teammeet.model.values import Item
from teammeet.practice.text_names import field_name

_LONGEST_TITLE: Final = 48
"""Of longer words so many characters stand in a heading; all of them stand below it."""
MOST_LINES: Final = 20
"""So many things that are not taken are told one by one; of more the number is."""

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

    @property
    def empties(self) -> bool:
        """Whether the file has nothing where the record has words."""
        return not (self.is_new or self.now)


@dataclass(frozen=True, slots=True)
class ComingBack:
    """A plan in a copy that was looked at: what is asked, and what of it is not taken.

    ``family`` is the one of the file; of a family that is new here without what no file brings. ``fresh`` are the items that
    the record does not have, as they would come in.
    """

    family: Family
    is_new: bool
    questions: tuple[Question, ...]
    not_taken: tuple[NotTaken, ...]
    fresh: tuple[Item, ...] = ()

    def heading(self, question: Question, language: str) -> str:
        """What is asked about, in one line: "Task: Ask about the early shift · words"."""
        words = question.present or question.was or question.now
        title = words if question.path.startswith("words.") else title_in(self.family, self.family.get(question.item))
        short = _shortened(question.now if question.is_new else title)
        kind = text(f"back.kind.{question.kind}", language)
        called = text("back.kept", language, kind=kind, field=short) if short else kind
        name = field_name(question.path, language)
        return text("back.about", language, name=called, field=name) if name else called

    def told(self, question: Question, language: str) -> Iterator[str]:
        """The question in lines: what it is about, who changed it, what each says; of a new item all that would come in."""
        yield self.heading(question, language)
        yield text("back.changed.new" if question.is_new else f"back.changed.{question.changed}", language)
        if question.is_new:
            yield from (f"  {line}" for line in self.whole(question, language))
            return
        if question.changed == "both":
            yield text("back.was", language, words=question.was or "–")
        yield text("back.record", language, words=question.present or "–")
        yield text("back.file", language, words=question.now or "–")

    def whole(self, question: Question, language: str) -> tuple[str, ...]:
        """Every field of a new item with its words, and who would see it."""
        item = next(item for item in self.fresh if item.id == question.item)
        return tuple(told_whole(self.family, item, language))

    def left_out(self, language: str) -> Iterator[str]:
        """What of the file is not taken, by name, and why; nothing if all of it may be."""
        if self.not_taken:
            yield count("back.not-taken", len(self.not_taken), language)
        for one in self.not_taken[:MOST_LINES]:
            kind = text(f"back.kind.{one.kind}", language)
            title = _shortened(one.title)
            called = text("back.kept", language, kind=kind, field=title) if title else kind
            yield text("back.not-taken-line", language, name=called, why=text(f"back.why.{one.why}", language))
        if len(self.not_taken) > MOST_LINES:
            yield count("back.more", len(self.not_taken) - MOST_LINES, language)
        if self.is_new:
            yield text("back.new-check", language)


def coming_back(family: Family, present: Family | None, said: Sequence[Said]) -> ComingBack:
    """A plan in a copy beside the record, if the family has one here.

    Raises:
        FileRefused: ``plan-text-unfit``: a text of a new item does not fit where it would go; it names the place.
    """
    if present is None:
        fit, left_out = fit_for_a_new_family(family)
        return ComingBack(fit, True, tuple(_of_texts(fit, None, said)), left_out)
    fresh, left_out = new_items(family, present)
    fresh = tuple(_as_the_file_says(item, said) for item in fresh)
    asked = (*_of_texts(family, present, said), *(_of_new(item, family) for item in fresh))
    return ComingBack(family, False, asked, (*left_out, *_texts_left_out(family, present, said)), fresh)


def _of_texts(family: Family, present: Family | None, said: Sequence[Said]) -> Iterator[Question]:
    """The texts that are to be asked, in the order of the document."""
    for one, there in _known(family, present, said):
        if not admits_text(LIST_OF[type(there)], one.path):
            continue
        path = _path_there(there, one)
        held = text_at(there, path) or ""
        if not _same(held, one.now):
            yield Question(LIST_OF[type(there)], one.item, path, one.was, one.now, held, _who(one, held))


def _texts_left_out(family: Family, present: Family, said: Sequence[Said]) -> Iterator[NotTaken]:
    """Texts that were changed in the file where no file changes any."""
    for one, there in _known(family, present, said):
        kind = LIST_OF[type(there)]
        if not admits_text(kind, one.path) and not _same(one.was, one.now):
            yield NotTaken(kind, title_in(present, there), "text")


def _known(family: Family, present: Family | None, said: Sequence[Said]) -> Iterator[tuple[Said, Item]]:
    """Each text with the item of the record that it is of."""
    for one in said:
        item = family.get(one.item)
        there = present.get(one.item) if present is not None else item
        if item is not None and type(there) is type(item):
            yield one, there


def taken(coming: ComingBack, present: Family | None, chosen: Iterable[Question]) -> Incoming:
    """The edits that take what was chosen; for a family that is new all of its items, with what was chosen in them.

    Raises:
        FileRefused: ``plan-text-unfit``: a text does not fit where it would go; it names the place.
    """
    base = present if present is not None else coming.family
    changed: dict[str, Item] = {}
    fresh = {item.id: item for item in coming.fresh}
    for question in sorted(chosen, key=_later_lines_first):
        item = changed.get(question.item) or base.get(question.item)
        if question.is_new and item is None:
            changed[question.item] = fresh[question.item]
        elif not question.is_new and item is not None:
            changed[question.item] = _with_text(item, Said(item.id, question.path, "", question.now))
    if present is None:
        return Incoming(coming.family, True, tuple(put(changed.get(item.id, item)) for item in coming.family.items()))
    return Incoming(present, False, tuple(_that_lean_on_what_is_there(present, changed)))


def _who(one: Said, held: str) -> Who:
    if _same(held, one.was):
        return "file"
    return "record" if _same(one.was, one.now) else "both"


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same: on paper a note has no blank lines, and a line no break."""
    return one.split() == other.split()


def _of_new(item: Item, family: Family) -> Question:
    """Whether to take in an item that the record does not have."""
    return Question(LIST_OF[type(item)], item.id, "", "", title_in(family, item), "", "file", is_new=True)


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE].rstrip()}…"


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


def _as_the_file_says(item: Item, said: Sequence[Said]) -> Item:
    """A new item with the texts of it that the file says otherwise than the plan in it."""
    kind = LIST_OF[type(item)]
    found = (one for one in said if one.item == item.id and admits_text(kind, one.path) and not _same(one.was, one.now))
    for one in sorted(found, key=lambda one: one.path, reverse=True):
        item = _with_text(item, one)
    return item


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
