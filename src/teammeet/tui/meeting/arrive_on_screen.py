"""Arrivals on the screen of a meeting: the opening card, and what the facilitator alone is told when somebody is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work

from teammeet.tui.commands import Command
from teammeet.tui.meeting import opening, planning
from teammeet.tui.meeting.held import HeldMeeting

if TYPE_CHECKING:
    from teammeet.tui.meeting.scene import Keep

LOOK: Final = 10.0
"""Seconds between two looks at whether the facilitator looks alone now."""
ARRIVE_COMMANDS: Final = (Command("arrive.opening", "alt+0"), Command("arrive.planning", "shift+f6"))


class Arrives(HeldMeeting):
    """A meeting to which people come, late too, and without whom it may not be a planning meeting."""

    _told_missing: tuple[object, ...] = ()
    """Who was missing when the facilitator was told last."""
    _step_was_left = False
    """Whether the step in which people are marked was left: whoever was not marked by then is not there."""
    _card_again = False
    """Whether the opening card is shown again once its purpose was typed."""

    def on_mount(self) -> None:
        """What could not be said while others looked is said once the facilitator looks alone."""
        self.set_interval(LOOK, self._look_who_is_missing)

    # Who is missing

    def go_to(self, number: int) -> None:
        """A step in which people are marked is left: now it can be said who is missing."""
        before = self.scene() if self.is_held else None
        super().go_to(number)
        if before is not None and before.step.id != self.stand.step and "attendances" in before.step.works_on:
            self._step_was_left = planning.was_begun(before)
        self._say_who_is_missing()

    def is_kept(self, deed: Keep) -> None:
        """Everybody may be marked now; a meeting that is not held is left."""
        super().is_kept(deed)
        if self._card_again:
            self._card_again = False
            self.action_opening()
        if self.is_held and self.meeting.form == "not_held" and any(edit.id == self.meeting.id for edit in deed.edits):
            self.app.back()
            return
        self._say_who_is_missing()

    def action_planning(self) -> None:
        """What becomes of a meeting without somebody who must be there; told on a private screen only."""
        scene = self.scene()
        if scene.private:
            self.do(lambda: planning.ask(scene))
        else:
            self.tell(scene.said("arrive.planning.not-now"))

    def _look_who_is_missing(self) -> None:
        if self.is_current:
            self._say_who_is_missing()

    def _say_who_is_missing(self) -> None:
        """Once for the same people, when everybody was marked or the step was left, and only while nobody else looks."""
        if not self.is_held or self.asking is not None:
            return
        scene = self.scene()
        found = planning.missing(scene)
        if not found:
            self._told_missing = ()
        elif scene.private and found != self._told_missing and (planning.is_taken(scene) or self._step_was_left):
            self._told_missing = found
            self.tell(f"{planning.why_not(scene)} {scene.said('arrive.planning.key')}")

    # The opening card

    @work(exclusive=True, group="opening")
    async def action_opening(self) -> None:
        """Read aloud why people are here; the room's window shows it meanwhile."""
        from teammeet.tui.screens.opening_card import OpeningCard

        if self.asking is not None:
            self.end_asking()
        scene = self.scene()
        self.app.room.show_card(opening.opening_page(scene))
        answer = await self.app.push_screen_wait(OpeningCard(opening.opening_lines(scene)))
        self.app.room.show_card(None)
        if answer == "purpose":
            self._card_again = True
            self.do(lambda: opening.ask_purpose(self.scene()))
