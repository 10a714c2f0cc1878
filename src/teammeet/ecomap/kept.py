"""The places of a picture as text, to be kept until the next one is drawn."""

from functools import cache
from typing import TYPE_CHECKING

from teammeet.ecomap.shapes import Places

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def places_text(places: Places) -> str:
    """The places as one line of JSON: ids and lengths, nothing that anybody said."""
    return _kind().dump_json(places).decode()


def places_of(body: str) -> Places | None:
    """The places in such a line; None for anything else, such as what another version kept: the map is laid out afresh."""
    from pydantic import ValidationError

    try:
        found = _kind().validate_json(body)
    except ValidationError:
        return None
    return found if _sound(found) else None


def _sound(places: Places) -> bool:
    """Whether every number is one that a layout can have: JSON of Python may say NaN."""
    shares = all(0 <= share <= 1 for _, share in places.slots)
    return shares and 0 < places.power < 100 and all(0 < length < 1e5 for length in _lengths(places))


def _lengths(places: Places) -> tuple[float, ...]:
    return places.half_width, places.half_height, places.text_width, places.width, places.height, *places.oval


@cache
def _kind() -> "TypeAdapter[Places]":
    from pydantic import TypeAdapter

    return TypeAdapter(Places)
