"""What people said, on the sheet: in their own words, with what stands beside them, in the column of the language it is in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, Literal

from teammeet.model.paths import text_at
from teammeet.model.record import LIST_OF
from teammeet.model.tongues import tongue_of
from teammeet.model.values import Item, Translation, Words
from teammeet.practice.text_names import field_name, text_name
from teammeet_word.arrangement import Arrangement, arranged
from teammeet_word.kept import Keeper
from teammeet_word.markup import Line, Span
from teammeet_word.scripts import base_of
from teammeet_word.wording import Wording, cut

_AS_IT_IS: Final = frozenset({"phone", "provider", "said_by", "must_not_be_called", "private_note", "text"})
"""Fields that nobody translates: names, numbers, and the facilitator's own notes."""


@dataclass(frozen=True, slots=True)
class Untold:
    """A text without a translation: where it stands in this document, and its words as they stand there."""

    place: str
    words: Span


@dataclass(frozen=True)
class Spoken(Wording):
    """How words of people are told.

    ``keeps`` says that each text that people may edit stands in a content control, by which the document is read back.
    ``beside_language`` is the language of the column beside this one, where a document has two; ``is_second`` says that this
    column is the second one. Then each column tells in its language what was said or translated so, and nothing else.
    """

    keeps: bool = field(default=False, kw_only=True)
    beside_language: str = field(default="", kw_only=True)
    is_second: bool = field(default=False, kw_only=True)

    @cached_property
    def plan(self) -> Arrangement:
        """What hangs on what."""
        return arranged(self.view)

    @cached_property
    def missing(self) -> dict[tuple[str, str], Untold]:
        """Each text that has no translation into this language: by item and field, in the document's order."""
        return {}

    def kept(self, item: Item, path: str, look: str = "") -> str | Span:
        """The text at ``path`` in ``item``, such as ``baseline`` or ``triggers.0``, so that the document can be read back."""
        said = text_at(item, path)
        if not said:
            return Span("", look) if look else ""
        language = self._family_speaks_another
        if self.misses_plain(item, path, said):
            return Span(self.say("not-translated-yet"), "Soft")
        if self._keeper:
            return self._keeper.kept(Span(said, look, language), (item, path))
        return Span(said, look, language) if look or language else said

    def kept_lines(self, item: Item, path: str) -> tuple[str | Span, ...]:
        """The lines of a list that stands in ``item``."""
        return tuple(self.kept(item, f"{path}.{number}") for number in range(len(getattr(item, path))))

    def fact(self, item: Item, field: str, told: str, look: str = "") -> str | Span:
        """A day, a status or names as this document tells them, so that it can be read back what of ``item`` they are."""
        if self._keeper and told:
            return self._keeper.kept(Span(told, look), (item, field))
        return Span(told, look) if look else told

    def around(self, key: str, told: str | Span) -> tuple[str | Span, ...]:
        """A message of one place, with what stands there as a part of its own."""
        before, _, after = cut(f"word.{key}", self.language)
        return before, told, after

    def joined(self, *groups: Sequence[str | Span]) -> Line:
        """The groups that say something, with a dot between; in one piece where nothing in them has a look or a control."""
        parts: list[str | Span] = []
        for number, group in enumerate(group for group in groups if group):
            parts += [" · "] * bool(number) + [part for part in group if part]
        texts = [part for part in parts if isinstance(part, str)]
        return "".join(texts) if len(texts) == len(parts) else parts

    def misses_plain(self, item: Item, path: str, said: str) -> bool:
        """Note that a text which holds no translations is not in this language; whether this column says only that."""
        language = self._family_speaks_another
        if not language or path.split(".")[0] in _AS_IT_IS or not any(map(str.isalpha, said)):
            return False
        self._misses((item, path), Span(said, language=language))
        return bool(self.beside_language) and (self.is_second or base_of(language) == base_of(self.beside_language))

    def spoken(self, words: Words) -> tuple[Line, ...]:
        """What somebody said, in lines: their own words first, then the rewording, then each translation."""
        return (self.own(words), *self.beside(words))

    def own(self, words: Words) -> Span:
        """Their own words, in quotation marks if they are word for word; the rewording if there are none."""
        if not (words.text or words.reworded):
            return Span(self.say("unwritten"), "Soft")
        return self._told(words, "text" if words.text else "reworded")

    def title(self, words: Words) -> Span:
        """The words as a heading holds them: the rewording if there is one."""
        return self._told(words, "text" if str(words) == words.text else "reworded")

    def beside(self, words: Words) -> Iterator[Line]:
        """The rewording and the translations, each with what it is; a rewording that is a translation is told as that."""
        told = {words.text, *(translation.text for translation in words.translations)}
        if words.text and words.reworded and words.reworded not in told:
            yield (Span(self.say("reworded"), "Soft"), " ", self.part(words, "reworded"))
        yield from self.translations(words)

    def part(self, words: Words, name: Literal["text", "reworded"]) -> Span:
        """Their own words or the rewording; in quotation marks if it is word for word."""
        marks = self._marks if words.verbatim and name == "text" else ("", "")
        return self._words(words, name, Span(getattr(words, name), language=self.tag(words)), *marks)

    def translations(self, words: Words) -> Iterator[Line]:
        """Each translation, with its language and who made it; of one that has a column of its own, who made it."""
        columns = self._in_columns(words).values()
        for number, translation in enumerate(words.translations):
            label = Span(self.say("translated", tongue=self.tongue(translation.language)), "Soft")
            made = self._translated_by(translation)
            if number not in columns:
                yield (label, " ", self._translation(words, number), Span(f" ({made})" if made else "", "Soft"))
            elif made:
                yield (label, Span(f" {made}", "Soft"))

    def tag(self, words: Words) -> str:
        """The language that words are tagged with: none if it is the document's own."""
        return self._foreign(tongue_of(words, self.view.header.language))

    @cached_property
    def _family_speaks_another(self) -> str:
        """The family's language, where it is not the one of this sheet."""
        return self._foreign(self.view.header.language)

    def _told(self, words: Words, name: Literal["text", "reworded"]) -> Span:
        """What this column tells of words: the words themselves, or the translation, or that there is none yet."""
        mine, spoken = base_of(self.language), self._spoken_in(words)
        if spoken == mine:
            return self.part(words, name)
        if mine not in {base_of(translation.language) for translation in words.translations}:
            self._misses(self._places.place_of(words, name), self._as_it_stands(words, name))
        if not self.beside_language:
            return self.part(words, name)
        columns, other = self._in_columns(words), base_of(self.beside_language)
        if mine in columns:
            return self._translation(words, columns[mine])
        if self.is_second or spoken == other or other in columns:
            return Span(self.say("not-translated-yet"), "Soft")
        return self.part(words, name)

    def _as_it_stands(self, words: Words, name: Literal["text", "reworded"]) -> Span:
        """What the document tells of words that this language lacks: in the other column they may stand translated."""
        columns = self._in_columns(words)
        if base_of(self.beside_language) in columns:
            translation = words.translations[columns[base_of(self.beside_language)]]
            return Span(translation.text, language=self._foreign(translation.language))
        return Span(getattr(words, name), language=self.tag(words))

    def _in_columns(self, words: Words) -> Mapping[str, int]:
        """Which translation stands in which of the two columns, by its language; none where there is one column."""
        if not self.beside_language or not words.translations:
            return {}
        free = {base_of(self.language), base_of(self.beside_language)} - {self._spoken_in(words)}
        found = [(base_of(translation.language), number) for number, translation in enumerate(words.translations)]
        return {base: number for base, number in reversed(found) if base in free}

    def _spoken_in(self, words: Words) -> str:
        return base_of(tongue_of(words, self.view.header.language))

    def _translation(self, words: Words, number: int) -> Span:
        translation = words.translations[number]
        span = Span(translation.text, language=self._foreign(translation.language))
        return self._words(words, f"translations.{number}.text", span)

    def _translated_by(self, translation: Translation) -> str:
        by = self.say("translator", name=translation.by) if translation.by else ""
        return self.join(by, self.say("read_back") if translation.read_back else "")

    def _foreign(self, tag: str) -> str:
        return "" if base_of(tag) == base_of(self.language) else tag

    def _words(self, words: Words, path: str, span: Span, before: str = "", after: str = "") -> Span:
        """A part of somebody's words, kept if it is known of which item they are."""
        if self._keeper and (place := self._keeper.place_of(words, path)):
            return self._keeper.kept(span, place, before, after)
        return replace(span, text=f"{before}{span.text}{after}") if before else span

    def _misses(self, place: tuple[Item, str] | None, words: Span) -> None:
        """Note that a text has no translation."""
        if place is not None:
            item, path = place
            key = (item.id, path.removesuffix(".text").removesuffix(".reworded"))
            self.missing.setdefault(key, Untold(self._called(item, path), words))

    def _called(self, item: Item, path: str) -> str:
        """Where a text stands: by its number in the plan and what it is there, or only by what it is."""
        kind, number = type(item).__name__.lower(), self.plan.number.get(item.id)
        if number is None or kind not in ("need", "outcome", "strategy"):
            return text_name(LIST_OF[type(item)], "" if path.startswith("words.") else path, self.language)
        called = self.say(kind, number=number)
        return called if path.startswith("words.") else f"{called}: {field_name(path, self.language)}"

    @cached_property
    def _places(self) -> Keeper:
        """Of which item and field words are."""
        return self._keeper or Keeper(self.view, self.language)

    @cached_property
    def _keeper(self) -> Keeper | None:
        return Keeper(self.view, self.language) if self.keeps else None

    @cached_property
    def _marks(self) -> tuple[str, str]:
        """What stands before and after words that are word for word."""
        before, _, after = cut("word.quoted", self.language)
        return before, after
