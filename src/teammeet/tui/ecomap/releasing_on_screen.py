"""What of the map the room sees: its window follows while the facilitator is here; kinds of ties are released one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from teammeet.model.family import put
from teammeet.model.supports import Tie
from teammeet.practice import released_ties
from teammeet.tui.commands import Command
from teammeet.tui.ecomap.held import HeldEcomap

if TYPE_CHECKING:
    from datetime import date

    from teammeet.model.family import Edit, Family
    from teammeet.model.values import Circle
    from teammeet.room_window.page import RoomPage
    from teammeet.tui.ecomap.room_map import Glance, RoomSight


class ReleasesTies(HeldEcomap):
    """The room's window shows the map as everybody present may see it; ``r`` lets the room see the kind of one tie."""

    RELEASING = (Command("release.release", "r"),)

    def __init__(self) -> None:
        super().__init__()
        self._in_room: RoomPage | None = None
        self._glance: Glance | None = None
        """How the room looked at the map last."""
        self._sight: tuple[Family, str, date, RoomSight] | None = None
        self._circle_before: dict[str, Circle] = {}

    def on_mount(self) -> None:
        """The room follows also while a dialog covers this screen."""
        self.watch(self.app, "family", self._room_follows_behind, init=False)
        self.watch(self.app, "sharing", self._sharing_turned, init=False)

    def on_unmount(self) -> None:
        """The map is left: the room sees the step again."""
        if self._in_room is not None:
            self.app.room.leave_map(self._in_room)

    # The room's window

    def _redraw(self) -> None:
        super()._redraw()
        self._room_follows(self.app.family)

    def _room_follows(self, family: Family | None) -> None:
        """The map in the room's window, as it is now. What the room may see is read anew from the record, never from here."""
        sharing = self.app.sharing
        if family is None or sharing.wall != "window":
            return
        from teammeet.tui.ecomap.room_map import Glance

        sight = self._sight_of(family, sharing.meeting)
        glance = Glance(self._centre, self.spotlight, self._selected, self.app.settings.plain_signs)
        self._glance = sight.held_to(glance, self._glance or Glance())
        self._in_room = sight.page(self._glance, self.app.language)
        self.app.room.show_map(self._in_room)

    def _room_follows_behind(self, family: Family | None) -> None:
        if not self.is_current:
            self._room_follows(family)

    def _sight_of(self, family: Family, meeting: str) -> RoomSight:
        """The room's map of ``family``, made once a change."""
        from teammeet.tui.ecomap.room_map import RoomSight

        today = self.app.today()
        known = self._sight
        if known is None or known[0] is not family or known[1:3] != (meeting, today):
            known = self._sight = (family, meeting, today, RoomSight.of(family, meeting, today))
        return known[3]

    def show_place(self, place: str) -> None:
        """Before the place it is said that the room sees this map in its window, or nothing while that is blank."""
        sharing = self.app.sharing
        mark = self.app.say(f"share.mark.{'blank' if sharing.blank else 'window'}")
        super().show_place(f"{mark} · {place}" if sharing.wall == "window" else place)

    def _sharing_turned(self) -> None:
        self.show_place(self.app.say(self.PLACE_KEY))

    # Releasing

    @work(exclusive=True, group="release")
    async def action_release(self) -> None:
        """Let the room see the kind of the chosen tie, or take that back. Of what may hurt somebody it is asked first."""
        tie = self._chosen_tie()
        if tie is None:
            self._tell_no_tie()
        elif released_ties.is_released(tie):
            if self._kept(put(released_ties.taken_back(tie, self._circle_before.get(tie.id, "team")))):
                self.app.tell("release.told.taken-back")
        elif await self._may_be_read(tie):
            self._release(tie.id)

    async def _may_be_read(self, tie: Tie) -> bool:
        """Whether it may stand on a wall; who is named there should be all right with it.

        Where others look at this screen it is asked of every tie, and no kind is named: that it is asked would tell it.
        """
        private, weight = self.app.sharing.private, released_ties.weight_of(tie)
        if private and not weight:
            return True
        from teammeet.tui.screens.dialogs import Question

        names = self._who_would_read(tie)
        if not private:
            return await self.app.push_screen_wait(Question("release.ask-shared", names=names))
        kind = self.app.say("release.and").join(self.app.say(f"ecomap.tie.{kind}") for kind in weight)
        return await self.app.push_screen_wait(Question("release.ask", names=names, kind=kind))

    def _who_would_read(self, tie: Tie) -> str:
        """The names of those who would read of themselves what kind of tie it is, as this screen may show them."""
        if self.family is None:
            return ""
        from teammeet.practice.support_called import Caller
        from teammeet.tui.wall import looking_at

        view = self.family.seen_by(looking_at(self.family, self.app.sharing, self.app.today()))
        return Caller(view, self.app.language).names(released_ties.read_of_themselves(view, tie))

    def _release(self, id: str) -> None:
        """The tie as it stands now, for it may have changed while it was asked."""
        tie = self.family.get(id) if self.family is not None else None
        if isinstance(tie, Tie) and self._kept(put(released_ties.released(tie))):
            self._circle_before[id] = tie.shown_to
            self.app.tell("release.told.released")

    def _kept(self, *edits: Edit) -> bool:
        """Where the keeper gave a tie back to the team, for it is of a kind that was never asked about, ``r`` asks."""
        minded = released_ties.asked_anew(self.family, edits) if self.family is not None else edits
        kept = super()._kept(*edits)
        if kept and minded != edits:
            self.app.tell("release.told.back-with-team")
        return kept
