"""What the keys of a meeting do; those that work on letters of a step are declared by the step."""

from typing import Final

from teammeet.tui.commands import Command
from teammeet.tui.meeting.agree_on_screen import AGREE_COMMANDS
from teammeet.tui.meeting.arrive_on_screen import ARRIVE_COMMANDS
from teammeet.tui.meeting.capture_on_screen import CAPTURE_COMMANDS
from teammeet.tui.meeting.ending_on_screen import COMMANDS_OF_ENDING
from teammeet.tui.meeting.pace_on_screen import COMMANDS_OF_PACE
from teammeet.tui.meeting.sharing_on_screen import COMMANDS_OF_SHARING
from teammeet.tui.meeting.turning_on_screen import COMMANDS_OF_TURNING

COMMANDS: Final = (
    *COMMANDS_OF_TURNING,
    Command("meeting.next-step", "pagedown", footer=True),
    Command("meeting.prompt", "f4"),
    Command("meeting.map", "f8", footer=True),
    Command("meeting.park", "f6", footer=True),
    Command("meeting.previous-step", "pageup"),
    Command("meeting.edit", "f2"),
    Command("meeting.move-up", "alt+up"),
    Command("meeting.move-down", "alt+down"),
    Command("meeting.remove", "delete"),
    Command("meeting.why", "f5"),
    Command("meeting.note", "f7"),
    Command("meeting.sign", "f9"),
    Command("meeting.everything", "ctrl+r"),
    Command("meeting.coach", "ctrl+t"),
    Command("meeting.end", "f12"),
    Command("meeting.step-1", "alt+1"),
    Command("meeting.leave", "escape"),
    *COMMANDS_OF_SHARING,
    *COMMANDS_OF_PACE,
    *CAPTURE_COMMANDS,
    *AGREE_COMMANDS,
    *COMMANDS_OF_ENDING,
    *ARRIVE_COMMANDS,
)
