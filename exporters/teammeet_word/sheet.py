"""The sheet that every section writes on: whose view, in which language, on which paper, with its words and dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, cached_property, lru_cache
from typing import Final

from teammeet.messages import FALLBACK, count, keys, text
from teammeet.model.domains import DOMAINS
from teammeet.model.meetings import Meeting
from teammeet.model.people import Household
from teammeet.model.values import Words
from teammeet.model.view import View
from teammeet.practice.carried import says_what_waits
from teammeet_word.arrangement import Arrangement, arranged
from teammeet_word.markup import TAB, Cell, Column, Line, Row, Span, Table, paragraph, stays_with_next, table
from teammeet_word.paper import Paper

_PLACE: Final = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Sheet:
    """What the sections share. ``today`` is the date that the document may print."""

    view: View
    language: str
    paper: Paper
    today: date
    in_vault: bool

    @cached_property
    def plan(self) -> Arrangement:
        """What hangs on what."""
        return arranged(self.view)

    def say(self, key: str, **values: object) -> str:
        """A message of this room."""
        if not values:
            return _fixed(f"word.{key}", self.language)
        parts = _cut(f"word.{key}", self.language)
        return "".join([str(values[part]) if place % 2 else part for place, part in enumerate(parts)])

    def count(self, key: str, number: int) -> str:
        """A message of this room that counts."""
        return count(f"word.{key}", number, self.language)

    def word(self, kind: str, value: object) -> str:
        """The word for a value of an enumeration, such as ``support_kind`` and ``formal``."""
        return _fixed(f"model.{kind}.{value}", self.language)

    def domain(self, domain: str | None) -> str:
        """The name of a life domain; an agency's own is named by itself; empty if none is said."""
        if domain is None:
            return ""
        return self.word("domain", domain) if domain in DOMAINS else domain

    def tongue(self, tag: str) -> str:
        """The name of a language; the tag if no message names it."""
        base = tag.split("-")[0].lower()
        return self.say(f"language.{base}") if f"word.language.{base}" in _every_key() else tag

    def names(self, ids: tuple[str, ...]) -> str:
        """How those with these ids are called, as one phrase."""
        return ", ".join(self.view.labels(ids))

    def called(self, who: str | None) -> str:
        """How a person, a support or a home is called; said in general words if it has no name here."""
        if name := self.view.label(who):
            return name
        return self.say("our_home" if isinstance(self.view.get(who), Household) else "somebody")

    def day(self, day: date) -> str:
        """A date in words."""
        return _date(day, "date", "month", self.language)

    def short_day(self, day: date) -> str:
        """A date for the cell of a table."""
        return _date(day, "short_date", "short_month", self.language)

    def hour(self, at: time) -> str:
        """A time of the day."""
        half = self.say("before_noon" if at.hour < 12 else "after_noon")
        return self.say("time", hour=at.hour, hour_of_twelve=at.hour % 12 or 12, minute=f"{at.minute:02}", half=half)

    def moment(self, at: datetime) -> str:
        """A moment, in the zone in which it was noted down."""
        return self.say("moment", day=self.day(at.date()), time=self.hour(at.time()), zone=_zone(at))

    def join(self, *parts: str) -> str:
        """The parts that say something, with a dot between."""
        return " · ".join(part for part in parts if part)

    @cached_property
    def held(self) -> tuple[Meeting, ...]:
        """The meetings that were held by the day of the view, the latest last."""
        past = [m for m in self.view.meetings if m.started_at is not None or (m.on is not None and m.on <= self.view.on)]
        return tuple(sorted(past, key=_when))

    @cached_property
    def cut_short(self) -> Meeting | None:
        """The last meeting that planned, if it ended before its agenda did: then the plan is an interim one."""
        begun = [m for m in self.held if (m.started_at is not None or m.ended_at is not None) and says_what_waits(m)]
        return begun[-1] if begun and begun[-1].cut_short else None

    @property
    def kind(self) -> str:
        """What the document is."""
        return self.say("interim.kind" if self.cut_short else "kind")

    @cached_property
    def to_come(self) -> tuple[Meeting, ...]:
        """The meetings that are still to come, the next one first; those without a date last."""
        held = {meeting.id for meeting in self.held}
        return tuple(sorted((m for m in self.view.meetings if m.id not in held), key=_when))

    @cached_property
    def ties_said_on(self) -> date | None:
        """The day on which all ties were described, if it was one and the same: then it is said once."""
        days = {claim.said_on for tie in self.view.ties for claim in tie.claims}
        return days.pop() if len(days) == 1 else None

    def heading(self, level: int, line: Line, *, new_page: bool = False) -> str:
        """A heading of the outline; one that begins a page is of the first level."""
        return paragraph(line, "PageHeading" if new_page else f"Heading{level}")

    def facts(self, *facts: tuple[str, str | Span]) -> str:
        """Lines of facts: the message that names each, and what it is for this family; empty ones go. None stands alone."""
        said = [(key, line) for key, line in facts if (line.text if isinstance(line, Span) else line)]
        return "".join(
            paragraph((Span(self.say(f"fact.{key}"), "Label"), TAB, line), "Fact", keep_next=stays_with_next(number, len(said)))
            for number, (key, line) in enumerate(said, start=1)
        )

    def bullets(self, lines: tuple[Line, ...]) -> str:
        """A list."""
        return "".join(
            paragraph(line, "ListBullet", keep_next=stays_with_next(number, len(lines)))
            for number, line in enumerate(lines, start=1)
        )

    def placeholder(self, key: str) -> str:
        """What will go here, said gently where nothing is written yet; in a plan to be signed a line to write on by hand."""
        if self.view.signed:
            return self.line_to_write_on
        return paragraph(self.say(f"later.{key}"), "Quiet")

    @property
    def line_to_write_on(self) -> str:
        """An empty line, for ink."""
        return paragraph("", "WriteHere")

    def note(self, said: str, style: str = "") -> str:
        """A note of several lines, a paragraph each."""
        return "".join(paragraph(line, style) for line in said.split("\n") if line.strip())

    def table(
        self,
        caption: str,
        columns: tuple[tuple[str, float], ...],
        rows: Sequence[Row],
        *,
        style: str = "PlanTable",
        row_height: int = 0,
    ) -> str:
        """A table as wide as the text; ``columns`` are message keys and shares. Nothing without rows.

        A column in which nothing is said is left out; not from a table that has room to write (``row_height``).
        """
        if not rows:
            return ""
        told = [n for n in range(len(columns)) if row_height or any(_says_something(row[n]) for row in rows)]
        heads = tuple(Column(self.say(f"column.{columns[n][0]}"), columns[n][1]) for n in told)
        return self.table_under(caption, heads, [tuple(row[n] for n in told) for row in rows], style, row_height)

    def table_under(
        self, caption: str, columns: tuple[Column, ...], rows: Sequence[Row], style: str = "PlanTable", row_height: int = 0
    ) -> str:
        """A table under headings of its own."""
        description = self.say("table_of", columns=", ".join(column.heading for column in columns))
        return table(Table(caption, description, columns, rows, style, row_height), self.paper.text_width)

    def spoken(self, words: Words) -> tuple[Line, ...]:
        """What somebody said, in lines: their own words first, then the rewording, then each translation."""
        return (self.own(words), *self.beside(words))

    def own(self, words: Words) -> Span:
        """Their own words, in quotation marks if they are word for word; the rewording if there are none."""
        if not (words.text or words.reworded):
            return Span(self.say("unwritten"), "Soft")
        if not words.text:
            return Span(words.reworded, language=self.tag(words))
        said = self.say("quoted", words=words.text) if words.verbatim else words.text
        return Span(said, language=self.tag(words))

    def beside(self, words: Words) -> Iterator[Line]:
        """The rewording and the translations, each with what it is."""
        if words.text and words.reworded and words.reworded != words.text:
            yield (Span(self.say("reworded"), "Soft"), " ", Span(words.reworded, language=self.tag(words)))
        yield from self.translations(words)

    def translations(self, words: Words) -> Iterator[Line]:
        """Each translation, with its language and who made it."""
        for translation in words.translations:
            yield (
                Span(self.say("translated", tongue=self.tongue(translation.language)), "Soft"),
                " ",
                Span(translation.text, language=self._foreign(translation.language)),
                Span(self._translated_by(translation.by, translation.read_back), "Soft"),
            )

    def tag(self, words: Words) -> str:
        """The language that words are tagged with: none if it is the document's own, or nobody said."""
        return self._foreign(words.language or "")

    def _foreign(self, tag: str) -> str:
        return "" if tag.split("-")[0].lower() == self.language.split("-")[0].lower() else tag

    def _translated_by(self, by: str, read_back: bool) -> str:
        said = self.join(self.say("translator", name=by) if by else "", self.say("read_back") if read_back else "")
        return f" ({said})" if said else ""


@cache
def _fixed(key: str, language: str) -> str:
    """A message without values, looked up once."""
    return text(key, language)


@cache
def _cut(key: str, language: str) -> tuple[str, ...]:
    """A message cut at its places: words, the name of a value, words, and so on."""
    return tuple(_PLACE.split(_fixed(key, language)))


@lru_cache(maxsize=4096)
def _date(day: date, form: str, month: str, language: str) -> str:
    name = _fixed(f"word.{month}.{day.month}", language)
    return text(f"word.{form}", language, day=day.day, month=name, year=day.year)


@cache
def _every_key() -> frozenset[str]:
    return keys(FALLBACK)


def _says_something(cell: Cell) -> bool:
    return any(line != "" for line in cell)


def _when(meeting: Meeting) -> tuple[date, time]:
    return (
        meeting.on or (meeting.started_at.date() if meeting.started_at else date.max),
        meeting.at or (meeting.started_at.time() if meeting.started_at else time.max),
    )


def _zone(at: datetime) -> str:
    """The distance from universal time, such as ``UTC-06:00``."""
    said = at.strftime("%z")
    return f"UTC{said[:3]}:{said[3:5]}"
