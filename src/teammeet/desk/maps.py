"""Where things lay on the maps of a family, kept beside the journal: each reader's apart from every other's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import Field

from teammeet.desk.bodies import kept_beside
from teammeet.model.values import Value

if TYPE_CHECKING:
    from teammeet.store.journal import Journal


class _Kept(Value):
    maps: dict[str, str] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MapPlaces:
    """The places on the maps that were made for one reader of one family, by the shape of the map.

    What one reader's map looked like never moves anything on another's: a gap would tell that somebody is missing.
    """

    journal: Journal
    key: str
    maps: Mapping[str, str]

    @classmethod
    def beside(cls, journal: Journal, family_id: str, reader_name: str) -> MapPlaces:
        """Those that are kept in the vault."""
        key = f"map of {family_id} for {reader_name}"
        kept = kept_beside(_Kept, journal.place(key)) or _Kept()
        return cls(journal, key, kept.maps)

    def keep(self, places: Mapping[str, str]) -> None:
        """Keep these, and the former ones of other shapes; nothing is written when nothing moved."""
        both = {**self.maps, **places}
        if both != self.maps:
            self.journal.save_place(self.key, _Kept(maps=both).model_dump_json())
