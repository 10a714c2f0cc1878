"""Reading the plan back part by part, as values: what a part says, what was answered, and what an answer keeps."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Final, Literal

from teammeet.messages import LANGUAGES, text
from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage, PastCrisis
from teammeet.model.family import Family
from teammeet.model.meetings import ReadSection, SectionRead
from teammeet.model.plan import Need, Outcome, Strategy, Strength, Task, TransitionStep
from teammeet.model.values import Item, Words
from teammeet.practice.plan_sections import next_meeting, section_digest, sections_with_something
from teammeet.room_window.page import RoomPage
from teammeet.tui.forms.privacy import family_for_the_wall
from teammeet.tui.meeting.as_said import base, languages_interpreted
from teammeet.tui.meeting.days import day_words
from teammeet.tui.meeting.room_page import lines_of
from teammeet.tui.meeting.scene import Row
from teammeet.tui.meeting.sight import seen_in_room
from teammeet.tui.sheets import plan
from teammeet.tui.sheets.row import Look
from teammeet.tui.sheets.row import Row as SheetRow
from teammeet.tui.wall import present_at, seen_on_wall

Mark = Literal["unread", "heard", "agreed", "corrected", "dissent", "changed"]
SIGNS: Final[dict[Mark, str]] = {
    "unread": "·",
    "heard": "○",
    "agreed": "✓",
    "corrected": "✎",
    "dissent": "≠",
    "changed": "↻",
}
"""Stands beside a part: not read yet, read, agreed, put right (read it again), somebody sees it differently, changed since."""
PLAIN_SIGNS: Final[dict[Mark, str]] = {
    "unread": "-",
    "heard": "o",
    "agreed": "ok",
    "corrected": "*",
    "dissent": "<>",
    "changed": "~",
}
"""The same of plain letters and signs alone, where the settings ask for that."""

SETTLED: Final[tuple[Mark, ...]] = ("heard", "agreed", "dissent")
"""Marks of parts that need not be read again."""

_KINDS: Final[dict[str, tuple[type[Item], ...]]] = {
    "strengths": (Strength,),
    "needs": (Need,),
    "outcomes": (Outcome,),
    "strategies": (Strategy,),
    "tasks": (Task,),
    "crisis": (CrisisPlan, CrisisStage, CrisisCall, PastCrisis),
    "transition": (TransitionStep,),
}
_VISION_FIELDS: Final = ("vision-text", "mission-text")


@dataclass(frozen=True)
class ReadPage:
    """One part of the plan as it is read: its title and the question, in one language or in two, and its rows."""

    section: ReadSection
    titles: tuple[str, ...]
    questions: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Reading:
    """A moment of reading back. ``family`` is the whole record, for edits; pages and marks come from what those present see.

    ``meeting`` is the id of the meeting; ``second`` is another language in which the question is asked, if any. ``on_wall``
    when the room does look: then nothing is shown that somebody present may not see.
    """

    family: Family
    meeting: str
    now: datetime
    language: str = "en"
    second: str = ""
    on_wall: bool = False
    marks_all: bool = False
    """Whether marks tell of every dissent, also of one that those present may not read: the facilitator looks alone."""

    @property
    def today(self) -> date:
        """The day."""
        return self.now.date()

    @cached_property
    def shown(self) -> Family:
        """The plan as everybody present may see it; while nobody is noted as present, without what is not for everybody."""
        present = present_at(self.family, self.meeting)
        seeing = seen_on_wall if present or self.on_wall else seen_in_room
        return family_for_the_wall(seeing(self.family, present, self.today))

    @cached_property
    def sections(self) -> tuple[ReadSection, ...]:
        """The parts in which something stands."""
        return sections_with_something(self.shown, self.meeting, self.today)

    def page(self, section: ReadSection) -> ReadPage:
        """That part as it is read."""
        languages = [tag for tag in (self.language, self.second) if tag]
        return ReadPage(
            section=section,
            titles=tuple(text(f"model.read_section.{section}", tag) for tag in languages),
            questions=tuple(text("agree.is-this-it", tag) for tag in languages),
            rows=tuple(self._rows(section)),
        )

    def digest(self, section: ReadSection) -> str:
        """Of what those present see of that part now."""
        return section_digest(self.shown, section, self.meeting, self.today)

    def answers(self, section: ReadSection) -> tuple[SectionRead, ...]:
        """What was answered of that part in this meeting."""
        return tuple(r for r in self.family.sections_read if r.meeting == self.meeting and r.section == section)

    def answer_of(self, section: ReadSection, who: str | None) -> SectionRead:
        """What ``who`` answered (``None``: all together), or a new answer that says nothing yet."""
        held = next((each for each in self.answers(section) if each.who == who), None)
        return held or SectionRead(meeting=self.meeting, section=section, who=who)

    def mark(self, section: ReadSection) -> Mark:
        """How the part stands, as far as those who look may know: of a dissent that they may not read, that it was heard."""
        known = {each.id: each for each in (self.family if self.marks_all else self.shown).sections_read}
        seen = [(each, known[each.id].answer) for each in self.answers(section) if each.id in known]
        together = next((each for each, answer in seen if answer in ("agreed", "corrected")), None)
        if together is not None and together.digest != self.digest(section):
            return "changed"
        if any(answer == "dissent" for _, answer in seen):
            return "dissent"
        if together is None:
            return "heard" if self.answers(section) else "unread"
        return "agreed" if together.answer == "agreed" else "corrected"

    def differing(self, section: ReadSection) -> int:
        """How many see the part differently, as far as those who look may know."""
        known = {each.id: each.answer for each in (self.family if self.marks_all else self.shown).sections_read}
        return sum(known.get(each.id) == "dissent" for each in self.answers(section))

    def first_open(self) -> ReadSection | None:
        """The first part that is not agreed as it stands; the first of all when there is none."""
        wanting = (section for section in self.sections if self.mark(section) not in SETTLED)
        return next(wanting, next(iter(self.sections), None))

    def after(self, section: ReadSection, by: int) -> ReadSection:
        """The part that many places on, or back; the last or first one stays."""
        if section not in self.sections:
            return self.sections[0]
        place = self.sections.index(section) + by
        return self.sections[max(0, min(place, len(self.sections) - 1))]

    def _rows(self, section: ReadSection) -> Iterator[Row]:
        if section == "next_meeting":
            yield from self._next_rows()
            return
        look = Look(self.shown, self.today, self.language)
        seen: set[str] = set()
        for row in plan.rows(look):
            if self._belongs(row, section) and (row.field or row.item) not in seen:
                seen.add(row.field or row.item)
                yield self._own_words_first(row)

    def _belongs(self, row: SheetRow, section: ReadSection) -> bool:
        if section == "vision":
            return row.field in _VISION_FIELDS and bool(self._words_of(row).text.strip())
        return isinstance(self.shown.get(row.item), _KINDS[section]) and not row.heading

    def _own_words_first(self, row: SheetRow) -> Row:
        """What was said, then the team's wording of it and its translation, each on a line of its own."""
        words = self._words_of(row)
        said = words.text if words.text.strip() else row.words
        told = "" if row.heading else row.detail
        more = [text("agree.reworded", self.language, words=words.reworded)] if words.reworded else []
        more += [each.text for each in words.translations if self._is_second(each.language) and each.text]
        label = row.words if row.heading else ""
        flat = min(row.level, 1) if isinstance(self.shown.get(row.item), (Outcome, Strategy, Task)) else row.level
        return Row(
            row.key,
            "\n".join((said, *more)),
            "" if row.heading else row.mark,
            " · ".join(part for part in (label, told) if part),
            max(1, flat),
            item=row.item,
        )

    def _words_of(self, row: SheetRow) -> Words:
        item = self.shown.get(row.item)
        field = row.field.removesuffix("-text") if row.field in _VISION_FIELDS else "words"
        held = getattr(item, field, None) if row.field in ("", *_VISION_FIELDS) else None
        return held if isinstance(held, Words) else Words()

    def _is_second(self, language: str) -> bool:
        return bool(self.second) and base(language) == base(self.second)

    def _next_rows(self) -> Iterator[Row]:
        planned = next_meeting(self.shown, self.meeting, self.today)
        if planned is None or planned.on is None:
            return
        told = (planned.at.strftime("%H:%M") if planned.at else "", planned.place, planned.purpose)
        day = day_words(planned.on, self.language)
        yield Row(planned.id, day, "»", " · ".join(part for part in told if part), 1, item=planned.id)


def read_back_page(reading: Reading, section: ReadSection) -> RoomPage:
    """The part as the room's window shows it: everything on it is what everybody present may see."""
    seen = replace(reading, on_wall=True, marks_all=False)
    page = seen.page(section)
    return RoomPage(
        kind="page",
        language=seen.language,
        title=" · ".join(page.titles),
        step=seen.sections.index(section) + 1 if section in seen.sections else 0,
        steps=len(seen.sections),
        questions=page.questions,
        lines=lines_of(page.rows),
    )


def second_language(family: Family, meeting: str, language: str) -> str:
    """The language of somebody who is there with an interpreter, if it is known and not that of the screen; else empty."""
    spoken = languages_interpreted(family, meeting)
    return next((tag for tag in spoken if tag in LANGUAGES and tag != base(language)), "")
