"""What stands beside the journal: who opened what, where somebody was, where things lie on maps, how the program looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from teammeet.desk.bodies import kept_beside
from teammeet.desk.maps import MapPlaces
from teammeet.desk.values import NotedFile, Place, Settings
from teammeet.model.codes import code_of

if TYPE_CHECKING:
    from teammeet.store.journal import Journal


class KeepsBeside:
    """The part of the desk that keeps what is overwritten, and the chain of accesses, which never is."""

    _journal: Journal
    _actor: str

    def note_access(self, family_id: str, what: str) -> None:
        """Write down that the family was opened, shown or exported: a chain of its own, without anything that was said."""
        self._journal.note_access(family_id, self._actor, what)

    def noted_files(self, sha256: str) -> tuple[NotedFile, ...]:
        """Where the making of the very file with this sum is noted (:mod:`teammeet.noted`), oldest first."""
        found = self._journal.accesses_ending_with(f"sha256 {sha256}")
        broken = {line.family for line in found if self._journal.verify_access(line.family) is not None}
        return tuple(
            NotedFile(code_of(line.family), line.at, line.actor, line.what, line.family not in broken) for line in found
        )

    def place(self, family_id: str) -> Place | None:
        """Where somebody was in this family when the program ended."""
        return kept_beside(Place, self._journal.place(family_id))

    def save_place(self, family_id: str, place: Place) -> None:
        """Remember where somebody is, with the unfinished line."""
        self._journal.save_place(family_id, place.model_dump_json(exclude_defaults=True))

    def map_places(self, family_id: str, reader_name: str) -> Mapping[str, str]:
        """Where things lay on the maps that were made for this reader: see :class:`teammeet.export.Options`."""
        return MapPlaces.beside(self._journal, family_id, reader_name).maps

    def save_map_places(self, family_id: str, reader_name: str, places: Mapping[str, str]) -> None:
        """Keep where things lie on a map that was made for this reader; its maps of other shapes stay as they are kept."""
        MapPlaces.beside(self._journal, family_id, reader_name).keep(places)

    def settings(self) -> Settings:
        """How the program looks."""
        return kept_beside(Settings, self._journal.place("")) or Settings()

    def save_settings(self, settings: Settings) -> None:
        """Remember how the program looks."""
        self._journal.save_place("", settings.model_dump_json(exclude_defaults=True))
