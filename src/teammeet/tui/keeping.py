"""Keeping changes: on disk first, then shown. What somebody else changed meanwhile is shown beside, and people choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from teammeet.errors import ConflictingChange, TeammeetError

if TYPE_CHECKING:
    from teammeet.model.family import Edit, Family
    from teammeet.model.meetings import Meeting
    from teammeet.tui.app import TeamMeetApp
    from teammeet.tui.conflicts import Clash


def nothing_more() -> None:
    """What follows a change after all, where nothing does."""


class Keeper:
    """Every change of the open family goes through here. Each method says whether it was kept; if not, a dialog told why."""

    def __init__(self, app: TeamMeetApp) -> None:
        self._app = app

    def keep(self, edits: Sequence[Edit], then: Callable[[], None] = nothing_more) -> bool:
        """Keep ``edits``. If somebody else changed the same items it is ``False`` for now: both texts are shown.

        ``then`` is called when it is kept after all, because people chose one's own.
        """
        from teammeet.practice.released_ties import asked_anew

        base, meant = self._family, tuple(edits)
        edits = asked_anew(base, meant)
        try:
            self._show(self._app.desk.change(base.header.id, edits))
        except ConflictingChange as conflict:
            return self._ask(conflict, edits, base, then)
        except TeammeetError as error:
            return self._refused(error)
        if edits != meant:
            self.tell_unseen_kind()
        return True

    def tell_unseen_kind(self) -> None:
        """The room saw another kind of the tie: the new one is not for the wall until somebody says so."""
        self._app.tell("release.told.not-on-wall")

    def hold(self, meeting: Meeting) -> bool:
        """Keep what the clock says of ``meeting``: on top of what others wrote of it, for nobody is asked about minutes."""
        from teammeet.model.family import put
        from teammeet.model.meetings import Meeting
        from teammeet.tui.conflicts import on_top

        base, desk = self._family, self._app.desk
        family_id = base.header.id
        try:
            self._show(desk.hold(family_id, meeting))
        except ConflictingChange:
            merged = on_top((put(meeting),), base, desk.open(family_id))[0].after
            return isinstance(merged, Meeting) and self._take(lambda: desk.hold(family_id, merged))
        except TeammeetError as error:
            return self._refused(error)
        return True

    def fix_edition(self, meeting: str | None) -> bool:
        """Fix the plan as it stands as the next edition."""
        return self._take(lambda: self._app.desk.fix_edition(self._family.header.id, meeting))

    def undo(self) -> bool:
        """Take back one's own last change."""
        return self._take(lambda: self._app.desk.undo(self._family.header.id))

    def redo(self) -> bool:
        """Bring back what was taken back last."""
        return self._take(lambda: self._app.desk.redo(self._family.header.id))

    def shows_more(self, back: bool) -> bool:
        """Whether undo (``back``), or redo, would show those who look now what was hidden from them since."""
        from teammeet.model.revealed import reveals
        from teammeet.tui.wall import present_at, reader_of_the_room

        sharing, now, desk, on = self._app.sharing, self._family, self._app.desk, self._app.today()
        if not (sharing.is_on or sharing.scribe):
            return False
        try:
            then = desk.undone(now.header.id) if back else desk.redone(now.header.id)
        except TeammeetError:  # the step itself says why
            return False
        present = present_at(now, sharing.meeting)
        seen, after = (family.seen_by(reader_of_the_room(family, present, on)) for family in (now, then))
        return reveals(now, seen, after)

    @property
    def _family(self) -> Family:
        assert self._app.family is not None, "no family is open"
        return self._app.family

    def _ask(self, conflict: ConflictingChange, edits: Sequence[Edit], base: Family, then: Callable[[], None]) -> bool:
        """Show what the other wrote beside one's own."""
        from teammeet.tui.conflicts import clashes, on_top

        if not self._read_anew():
            return False
        now = self._family
        found = clashes(edits, base, now, self._app.language)
        mine = on_top(edits, base, now)
        if not found:  # it leans on something that is gone, or somebody else's item leans on what would go
            return self._refused(conflict)
        if not any(clash.rows for clash in found):
            return self.keep(mine, then)

        def chosen(put_mine: bool | None) -> None:
            if put_mine and self.keep(mine, then):
                then()

        self.show_both(tuple(clash for clash in self._as_shown(found, edits, base, mine) if clash.rows), chosen)
        return False

    def _as_shown(
        self, found: tuple[Clash, ...], edits: Sequence[Edit], base: Family, mine: Sequence[Edit]
    ) -> tuple[Clash, ...]:
        """The same as this screen may show it: where others look, both texts are what they may see of them."""
        from teammeet.model.family import put
        from teammeet.tui.conflicts import clashes

        if self._app.sharing.private:
            return found
        was, now, then = map(self._app.family_shown, (base, self._family, self._family.with_edits(mine)))
        seen = [(edit, then.get(edit.id)) for edit in edits if was.get(edit.id) or now.get(edit.id)]
        shown = [put(after) if after is not None else replace(edit, after=None) for edit, after in seen]
        return clashes(shown, was, now, self._app.language)

    def show_both(self, found: tuple[Clash, ...], chosen: Callable[[bool | None], None]) -> None:
        """Show both texts; ``chosen`` is told whether one's own is put on top. Without screens it is asked in lines."""
        from teammeet.tui.screens.conflict import ConflictDialog

        self._app.push_screen(ConflictDialog(found), chosen)

    def _take(self, change: Callable[[], Family]) -> bool:
        try:
            self._show(change())
        except TeammeetError as error:
            if isinstance(error, ConflictingChange):
                self._read_anew()  # what the other wrote is seen, and the next try goes through
            return self._refused(error)
        return True

    def _read_anew(self) -> bool:
        try:
            self._app.family = self._app.desk.open(self._family.header.id)
        except TeammeetError as error:
            return self._refused(error)
        return True

    def _show(self, family: Family) -> None:
        self._app.family = family
        self._app.status = ""

    def _refused(self, error: TeammeetError) -> bool:
        self._app.tell_error(error)
        return False
