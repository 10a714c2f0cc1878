"""A meeting from the family's page: gone on with, begun, or asked about before its clock starts."""

from __future__ import annotations

from teammeet.model.meetings import Meeting
from teammeet.model.values import Item
from teammeet.tui.screens.base import HouseScreen
from teammeet.tui.screens.dialogs import Question


class BeginsMeetings(HouseScreen):
    """The key that begins a meeting means something else on the map: one Esc too many there begins none unasked."""

    def begin_meeting(self, chosen: Item | None) -> None:
        """``chosen`` if it is one, else the one under way, else today's after it was asked about, else a new one."""
        family = self.app.family
        if isinstance(chosen, Meeting) or family is None:
            self.app.go("meeting", **({"meeting": chosen.id} if chosen is not None else {}))
            return
        from teammeet.tui.meeting.start import meeting_to_hold

        found = meeting_to_hold(family, "", self.app.clock())
        if found is None or found.started_at is not None:
            self.app.go("meeting")
        else:
            self.app.push_screen(Question("family.begin-today", yes_first=True), self._begin_today)

    def _begin_today(self, wanted: bool | None) -> None:
        if wanted:
            self.app.go("meeting")
