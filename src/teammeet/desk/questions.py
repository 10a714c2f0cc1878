"""What is asked of a plan that comes back, one question at a time, and how each is told to a person."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from teammeet.desk.admitted import NotTaken, title_in
from teammeet.desk.told_whole import fact_told, field_label, told_whole
from teammeet.messages import count, text
from teammeet.model.facts import FACTS
from teammeet.model.family import Family
from teammeet.model.shapes import references
from teammeet.model.values import Item
from teammeet.practice.text_names import field_name

_LONGEST_TITLE: Final = 48
"""Of longer words so many characters stand in a heading; all of them stand below it."""
MOST_LINES: Final = 20
"""So many things that are not taken are told one by one; of more the number is."""

Who = Literal["file", "record", "both"]
Side = Literal["was", "now", "present"]


@dataclass(frozen=True, slots=True)
class Question:
    """A text or a fact that the file and the record say differently; people choose.

    ``was`` is what the copy said when it was written; ``present`` what the record says now. ``changed`` tells who changed it
    since: somebody in the file, somebody in the record, or both. ``is_new``: the whole item is not in the record; ``record``
    has changed it if it was there and was taken out. Facts are written as :mod:`teammeet.model.facts` writes them.
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

    @property
    def is_name(self) -> bool:
        """Whether it is how a person is called: nobody is called otherwise without being asked for it."""
        return self.kind == "people"

    @property
    def story(self) -> str:
        """Who changed it, as the key of a message."""
        if self.is_new:
            return "back.changed.gone" if self.changed == "record" else "back.changed.new"
        return f"back.changed.{self.changed}"


@dataclass(frozen=True, slots=True)
class ComingBack:
    """A plan in a copy that was looked at: what is asked, and what of it is not taken.

    ``family`` is the one of the file; of a family that is new here without what no file brings. ``fresh`` are the items that
    the record does not have, as they would come in. ``here`` is the record, where there is one.
    """

    family: Family
    is_new: bool
    questions: tuple[Question, ...]
    not_taken: tuple[NotTaken, ...]
    fresh: tuple[Item, ...] = ()
    here: Family | None = None
    is_part: bool = False
    """Whether it is a copy that does not say what is kept from whom."""
    is_bound: bool = False
    """Whether the plan of a family that is new comes in only for those whom the copy was for."""

    def heading(self, question: Question, language: str) -> str:
        """What is asked about, in one line: "Task: Ask about the early shift · words"."""
        words = question.present or question.was or question.now
        is_title = question.path.startswith("words.")
        title = words if is_title else title_in(self.family, self.family.get(question.item))
        called = self.called(question.kind, question.now if question.is_new else title, language)
        name = field_name(question.path, language)
        return text("back.about", language, name=called, field=name) if name else called

    def called(self, kind: str, title: str, language: str) -> str:
        """An item by its kind and the beginning of its words."""
        name, short = text(f"back.kind.{kind}", language), _shortened(title)
        return text("back.kept", language, kind=name, field=short) if short else name

    def side(self, question: Question, side: Side, language: str) -> str:
        """What one side says, as a person reads it."""
        told: str = getattr(question, side)
        kind = FACTS.get(question.kind, {}).get(question.path)
        if question.is_new or kind is None or not told:
            return told
        return fact_told(tuple(filter(None, (self.here, self.family))), question.kind, kind, told, language)

    def told(self, question: Question, language: str) -> Iterator[str]:
        """The question in lines: what it is about, who changed it, what each says; of a new item all that would come in."""
        yield self.heading(question, language)
        yield text(question.story, language)
        if question.is_new:
            yield from (f"  {line}" for line in self.whole(question, language))
            return
        sides: tuple[Side, ...] = ("was", "present", "now") if question.changed == "both" else ("present", "now")
        for side in sides:
            key = {"was": "back.was", "present": "back.record", "now": "back.file"}[side]
            yield text(key, language, words=self.side(question, side, language) or "–")

    def whole(self, question: Question, language: str) -> tuple[str, ...]:
        """Every field of a new item with its words, what of it the file does not bring, and who would see it."""
        item = next(item for item in self.fresh if item.id == question.item)
        return tuple(told_whole(self.family, item, language))

    def parents(self, question: Question, chosen: Collection[Question]) -> tuple[Question, ...]:
        """What a new item belongs to that is new too and was not chosen, with all that this belongs to in turn.

        Without it the item does not come in.
        """
        of = {asked.item: asked for asked in self.questions if asked.is_new}
        items = {item.id: item for item in self.fresh}
        found: dict[str, Question] = {}
        left = [question.item] if question.is_new else []
        while left:
            item = items.get(left.pop())
            for _, to, _ in references(item) if item else ():
                if to in of and to not in found and to != question.item:
                    found[to] = of[to]
                    left.append(to)
        return tuple(asked for asked in self.questions if asked.item in found and asked.is_new and asked not in chosen)

    def rivals(self, question: Question) -> tuple[Question, ...]:
        """Other questions for the very same place: the file says it in more than one way, and only one can be taken."""
        place = (question.item, question.path, question.was)
        same = (one for one in self.questions if (one.item, one.path, one.was) == place)
        return tuple(one for one in same if one != question and not one.is_new)

    def rivals_told(self, language: str) -> Iterator[str]:
        """Each of those in a line, by name and with what it says."""
        for question in filter(self.rivals, self.questions):
            words = self.side(question, "now", language) or "–"
            yield text("back.two-ways", language, name=self.heading(question, language), words=words)

    def loose(self, chosen: Sequence[Question]) -> tuple[tuple[Question, tuple[Question, ...]], ...]:
        """What was chosen and does not come in, each with what it belongs to that was not chosen."""
        found = ((question, self.parents(question, chosen)) for question in chosen)
        return tuple((question, parents) for question, parents in found if parents)

    def loose_told(self, chosen: Sequence[Question], language: str) -> Iterator[str]:
        """The same in lines, by name."""
        for question, parents in self.loose(chosen):
            names = ", ".join(self.heading(parent, language) for parent in parents)
            yield text("back.belongs-left", language, name=self.heading(question, language), to=names)

    def left_out(self, language: str) -> Iterator[str]:
        """What of the file is not taken, by name, and why; nothing if all of it may be."""
        if self.not_taken:
            yield count("back.not-taken", len(self.not_taken), language)
        for one in self.not_taken[:MOST_LINES]:
            called = self.called(one.kind, one.title, language)
            field = field_label(one.field, language) if one.field else ""
            name = text("back.about", language, name=called, field=field) if field else called
            yield text("back.not-taken-line", language, name=name, why=text(f"back.why.{one.why}", language))
        if len(self.not_taken) > MOST_LINES:
            yield count("back.more", len(self.not_taken) - MOST_LINES, language)
        if self.is_new:
            yield text("back.new-check", language)
            if self.is_part:
                yield text("back.new-bound" if self.is_bound else "back.new-part", language)


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE].rstrip()}…"
