"""Which panel a step of an agenda has: by its phase, whatever an agency calls it."""

from typing import Final

from teammeet.practice.agenda import StepPhase
from teammeet.tui.meeting.closing import Closing
from teammeet.tui.meeting.crisis import Crisis
from teammeet.tui.meeting.engagement import Engagement
from teammeet.tui.meeting.needs import Needs
from teammeet.tui.meeting.outcomes import Outcomes
from teammeet.tui.meeting.scene import StepPanel
from teammeet.tui.meeting.strengths import Strengths
from teammeet.tui.meeting.tasks import Tasks

PANELS: Final[dict[StepPhase, StepPanel]] = {
    "engagement": Engagement(),
    "strengths": Strengths(),
    "needs": Needs(),
    "outcomes": Outcomes(),
    "tasks": Tasks(),
    "crisis": Crisis(),
    "closing": Closing(),
}
