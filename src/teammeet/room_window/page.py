"""What the room's window shows: one page, a frozen value, the same after a journey through JSON."""

from __future__ import annotations

import json
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from teammeet.text import NOTE_LIMIT, mended

MOST_LINES: Final = 5_000
"""Most lines of a page."""


def _fit(value: str) -> str:
    """``value`` without anything that a terminal would obey: what a window shows is clean, whoever filled it."""
    if value.isascii() and value.isprintable():
        return value[:NOTE_LIMIT]
    return mended(value, lines=True, limit=NOTE_LIMIT)[0]


Shown = Annotated[str, AfterValidator(_fit)]
Count = Annotated[int, Field(ge=0, le=1_000)]
PageKind = Literal["page", "opening", "pause", "waiting"]
"""A step of the meeting, the opening card, the card while people are looked after, or nothing at all."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)


class RoomLine(_Value):
    """One line: its words, a sign before them, what stands quieter beside them.

    ``level`` indents it, ``heading`` opens a part, and ``here`` is the line that is spoken of now.
    """

    words: Shown
    mark: Shown = ""
    detail: Shown = ""
    level: Annotated[int, Field(ge=0, le=20)] = 0
    heading: bool = False
    here: bool = False


class RoomPage(_Value):
    """All that the room's window shows. ``RoomPage(kind="waiting")`` is the blank one: it can hold nothing of the family.

    ``step`` of ``steps`` counts from 1 and is 0 where it is not said. There is one question, or the same in two languages.
    ``time_mark`` is the neutral word on time, if the facilitator wants one to be seen.
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

    @model_validator(mode="after")
    def _blank_is_blank(self) -> Self:
        if self.kind == "waiting" and self != _blank(self.language):
            raise ValueError("a waiting page holds nothing")
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
