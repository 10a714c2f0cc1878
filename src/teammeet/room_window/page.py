"""What the room's window shows: one page, a frozen value, the same after a journey through JSON."""

from __future__ import annotations

import json
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, model_validator

from teammeet.room_window.room_map import RoomMap
from teammeet.room_window.values import Count, PageValue, Shown

MOST_LINES: Final = 5_000
"""Most lines of a page."""


PageKind = Literal["page", "opening", "pause", "map", "waiting"]
"""A step of the meeting, the opening card, the card while people are looked after, the map, or nothing at all."""


class RoomLine(PageValue):
    """One line: its words, a sign before them, what stands quieter beside them.

    ``level`` indents it, ``heading`` opens a part, and ``here`` is the line that is spoken of now.
    """

    words: Shown
    mark: Shown = ""
    detail: Shown = ""
    level: Annotated[int, Field(ge=0, le=20)] = 0
    heading: bool = False
    here: bool = False


class RoomPage(PageValue):
    """All that the room's window shows. ``RoomPage(kind="waiting")`` is the blank one: it can hold nothing of the family.

    ``step`` of ``steps`` counts from 1 and is 0 where it is not said. There is one question, or the same in two languages.
    ``time_mark`` is the neutral word on time, if the facilitator wants one to be seen. The ``map`` is there with its kind only;
    ``summary`` then says what of it stands out.
    """

    kind: PageKind
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    title: Shown = ""
    step: Count = 0
    steps: Count = 0
    questions: Annotated[tuple[Shown, ...], Field(max_length=2)] = ()
    summary: Shown = ""
    lines: Annotated[tuple[RoomLine, ...], Field(max_length=MOST_LINES)] = ()
    time_mark: Shown = ""
    map: RoomMap | None = None

    @model_validator(mode="after")
    def _blank_is_blank(self) -> Self:
        if self.kind == "waiting" and self != _blank(self.language):
            raise ValueError("a waiting page holds nothing")
        if (self.kind == "map") != (self.map is not None):
            raise ValueError("a map stands on a page of its own kind, and there always")
        return self

    def as_json(self) -> bytes:
        """The page as UTF-8 JSON."""
        return self.model_dump_json().encode()

    @classmethod
    def from_json(cls, told: bytes) -> Self:
        """The page that ``told`` holds.

        Raises:
            ValueError: it is not exactly a page; what it holds instead is not told.
        """
        try:
            json.loads(told, object_pairs_hook=_once_each, parse_constant=_no_number)
            return cls.model_validate_json(told)
        except (ValueError, RecursionError):
            raise ValueError("not a page") from None


def _blank(language: str) -> RoomPage:
    return RoomPage.model_construct(kind="waiting", language=language)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Pydantic takes the last of two fields of one name; a page has each once."""
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a field stands twice")
    return dict(pairs)


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")
