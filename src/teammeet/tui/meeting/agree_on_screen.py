"""Reading back and the private rating, as the screen of a meeting offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from teammeet.tui.commands import Command
from teammeet.tui.meeting.held import HeldMeeting
from teammeet.tui.sign.rating_on_screen import TakesRatings

if TYPE_CHECKING:
    from teammeet.tui.meeting.scene import ReadPlan

AGREE_COMMANDS: Final = (Command("agree.read-back", "shift+f9"),)


class ReadsBack(TakesRatings, HeldMeeting):
    """A meeting of which the plan can be read back, one part a screen, and that people rate in private."""

    def action_read_back(self) -> None:
        """Read the plan back; the step stays where it is, and so does the line."""
        from teammeet.tui.meeting.read_sections import ReadSections

        self.count_time()
        self.save_place()
        self.app.push_screen(ReadSections(self.meeting.id))

    def read_plan(self, deed: ReadPlan) -> None:
        """The row of the closing step reads back part by part too."""
        self.action_read_back()

    def rate(self) -> None:
        """Somebody rates this meeting in private."""
        self.take_rating(self.meeting.id)
