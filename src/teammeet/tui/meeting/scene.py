"""What a step's panel looks at, and what it answers: rows to show, and deeds that follow a typed line or a key."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Final

from teammeet.messages import count, text
from teammeet.model.family import Family
from teammeet.model.meetings import Meeting
from teammeet.practice.agenda import Agenda, Step
from teammeet.tui.meeting.initials import Tags, tags_of
from teammeet.tui.meeting.meanings import (
    AskLine,
    AskPick,
    Choice,
    Deed,
    Edited,
    Hint,
    Keep,
    Rate,
    ReadPlan,
    Tell,
    Turn,
)
from teammeet.tui.meeting.sight import Sight
from teammeet.tui.meeting.spoken import spelt_out

__all__ = (
    "MODE",
    "AskLine",
    "AskPick",
    "Choice",
    "Deed",
    "Edited",
    "Hint",
    "Keep",
    "Rate",
    "ReadPlan",
    "Row",
    "Scene",
    "StepKey",
    "StepPanel",
    "Tell",
    "Turn",
    "heading",
    "neighbour",
    "short",
)
"""The deeds too: a panel is written with one import."""


@dataclass(frozen=True)
class Scene:
    """A moment of a meeting: the family, the step, what the line adds (``mode``), and the id of the row that is selected.

    ``family`` is the whole record, for edits; rows, counts and names come from ``shown``, which is what the room may see.
    """

    family: Family
    meeting: Meeting
    agenda: Agenda
    step: Step
    now: datetime
    language: str = "en"
    mode: str = ""
    selected: str = ""
    sight: Sight = field(default_factory=Sight)
    private: bool = True
    """Whether only the facilitator looks: the clock, what to mind and hints are shown only then."""
    plain_signs: bool = False
    """Whether signs are of plain letters and figures alone."""

    @property
    def today(self) -> date:
        """The day of the meeting as it is held."""
        return self.now.date()

    @cached_property
    def tags(self) -> Tags:
        """Initials of everybody who can be named; those of whom the room sees are the same on every screen."""
        return tags_of(self.family, self.today, self.sight.in_room(self.family, self.present, self.today))

    @cached_property
    def present(self) -> frozenset[str]:
        """Ids of all who are there now, in the room or by phone or video."""
        return frozenset(a.who for a in self.family.attendances if a.meeting == self.meeting.id and a.is_present)

    @cached_property
    def shown(self) -> Family:
        """The family as the screen shows it. Never edit what is read here: it may have lost what the room does not see."""
        return self.sight.of(self.family, self.present, self.today)

    @cached_property
    def not_for_the_room(self) -> frozenset[str]:
        """Ids of what is hidden from somebody who is there."""
        seen = self.sight.in_room(self.family, self.present, self.today)
        if seen is self.family:
            return frozenset()
        return frozenset(item.id for item in self.family.items()) - {item.id for item in seen.items()}

    def for_the_room(self) -> "Scene":
        """The same moment as the room sees it, to be looked at: the whole record cannot be reached from it any more."""
        if self.sight.is_of_the_room:
            return self
        sight = self.sight if self.sight.on_wall else Sight(on_wall=True)
        seen = sight.in_room(self.family, self.present, self.today)
        return replace(self, family=seen, sight=Sight.of_the_room(), private=False)

    def with_unseen(self, before: tuple[str, ...], picked: tuple[str, ...]) -> tuple[str, ...]:
        """What was picked of what is shown, and of ``before`` what is not shown: nobody chose to take that away."""
        return (*picked, *(each for each in before if self.shown.get(each) is None))

    @property
    def an_example(self) -> str:
        """Initials to show how naming works: those of somebody at the table."""
        return next((tag for who, tag in self.tags.of.items() if self.shown.get(who)), "JL")

    def say(self, key: str, **values: object) -> str:
        """The message ``meeting.KEY`` in the language of the screen."""
        return text(f"meeting.{key}", self.language, **values)

    def said(self, key: str, **values: object) -> str:
        """The message ``key`` of any room, in the language of the screen."""
        return text(key, self.language, **values)

    def count_of(self, key: str, number: int, **values: object) -> str:
        """The message ``key`` of any room, ``.one`` or ``.many``."""
        return count(key, number, self.language, **values)

    def count(self, key: str, number: int, **values: object) -> str:
        """The message ``meeting.KEY.one`` or ``.many``."""
        return count(f"meeting.{key}", number, self.language, **values)

    def term(self, key: str) -> str:
        """A word of the model, such as ``attendance.room``, in the language of the screen."""
        return text(f"model.{key}", self.language)

    def whose(self, ids: tuple[str, ...]) -> str:
        """Tags of those whose it is, or their names where they have none (a household)."""
        return " ".join(self.tags.tag(who) or short(self.shown.label(who), 8) for who in ids)

    def spelt_out(self, line: str) -> str:
        """``line`` with the names of those whom the screen shows in place of their initials."""
        return spelt_out(line, self.tags, {who: self.shown.label(who) for who in self.tags.of})

    def unknown(self, names: tuple[str, ...]) -> str:
        """That nobody here has these initials: they stay in the words. Empty if there are none."""
        return self.say("said.nobody-called", who=", ".join(f"@{name}" for name in names)) if names else ""

    def at(self, mode: str, selected: str = "") -> "Scene":
        """The same moment with another mode."""
        return replace(self, mode=mode, selected=selected or self.selected)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the live record. ``item`` is what Enter edits; a heading with a ``mode`` sets what the line adds.

    ``beneath`` are other wordings of the same words: in plainer words, in another language.
    """

    id: str
    words: str
    mark: str = ""
    detail: str = ""
    level: int = 0
    heading: bool = False
    item: str = ""
    mode: str = ""
    beneath: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepKey:
    """What one letter does to the selected row."""

    id: str
    letter: str
    title: str


class StepPanel:
    """What a kind of step does. The panels of the phases say what differs."""

    def modes(self, scene: Scene) -> tuple[str, ...]:
        """What the line can add in this step, the first one first."""
        raise NotImplementedError

    def line_for(self, scene: Scene) -> str:
        """What the line adds now, in a word or two."""
        return scene.say(f"mode.{scene.mode}")

    def example(self, scene: Scene) -> str:
        """What one could type now."""
        return scene.say(f"example.{scene.mode}", who=scene.an_example)

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """The live record of the step."""
        raise NotImplementedError

    def keys(self, scene: Scene) -> tuple[StepKey, ...]:
        """The letters that do something to the selected row."""
        return ()

    def kept(self, scene: Scene, line: str) -> Deed:
        """What the typed line becomes."""
        raise NotImplementedError

    def act(self, scene: Scene, key: str) -> Deed:
        """What the key does to the selected row."""
        return Tell(scene.say("told.nothing-selected"))

    def moved(self, scene: Scene, by: int) -> Deed:
        """The selected row one place up (-1) or down (1)."""
        return Tell(scene.say("told.stays-in-place"))

    def removed(self, scene: Scene) -> Deed:
        """The selected row taken out, with what hangs on it."""
        return Tell(scene.say("told.nothing-selected"))

    def opened(self, scene: Scene) -> Deed:
        """What Enter does to the selected row: it edits the item."""
        row = self.selected(scene)
        if row is None:
            return Tell(scene.say("told.nothing-selected"))
        if row.heading and row.mode:
            return Turn(row.mode)
        item = scene.family.get(row.item)
        return Edited(item) if item is not None else Tell(scene.say("told.nothing-selected"))

    def first(self, scene: Scene) -> str:
        """The row that is selected before anybody selected one; mostly none."""
        return ""

    def summary(self, scene: Scene) -> str:
        """What stays in view above the record; empty if there is nothing."""
        return ""

    def selected(self, scene: Scene) -> Row | None:
        """The row that is selected, if the step shows it."""
        return next((row for row in self.rows(scene) if row.id == scene.selected), None)


MODE: Final = "mode:"


def heading(scene: Scene, mode: str, number: int | None = None, *, key: str = "") -> Row:
    """The heading over what a mode adds, with how many there are; Enter on it sets the mode."""
    name = scene.say(f"heading.{key or mode}")
    return Row(f"{MODE}{key or mode}", name, detail="" if number is None else str(number), heading=True, mode=mode)


def short(words: str, most: int) -> str:
    """``words`` cut to ``most`` characters, with dots when something is missing."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def neighbour(ids: tuple[str, ...], selected: str, by: int) -> tuple[str, ...] | None:
    """``ids`` with the selected one a place up or down; ``None`` if it is not there or cannot go further."""
    if selected not in ids:
        return None
    place = ids.index(selected)
    other = place + by
    if not 0 <= other < len(ids):
        return None
    swapped = list(ids)
    swapped[place], swapped[other] = swapped[other], swapped[place]
    return tuple(swapped)
