"""What the values of a page are made of: strict, frozen, their texts clean whoever filled them."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from teammeet.text import NAME_LIMIT, NOTE_LIMIT, mended


def _fit(value: str) -> str:
    """``value`` without anything that a terminal would obey: what a window shows is clean, whoever filled it."""
    if value.isascii() and value.isprintable():
        return value[:NOTE_LIMIT]
    return mended(value, lines=True, limit=NOTE_LIMIT)[0]


def _fit_name(value: str) -> str:
    """The same in one line, as long as a name may be."""
    if value.isascii() and value.isprintable():
        return value[:NAME_LIMIT]
    return mended(value, limit=NAME_LIMIT)[0]


Shown = Annotated[str, AfterValidator(_fit)]
"""Words of any length; lines may be broken."""
Named = Annotated[str, AfterValidator(_fit_name)]
"""A name, in one line."""
Count = Annotated[int, Field(ge=0, le=1_000)]


class PageValue(BaseModel):
    """A part of a page."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)
