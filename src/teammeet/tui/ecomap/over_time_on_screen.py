"""The map over time: from a moment that is chosen to a screen that compares."""

from __future__ import annotations

from textual import work

from teammeet.tui.commands import Command
from teammeet.tui.ecomap import over_time
from teammeet.tui.ecomap.asking import one_of
from teammeet.tui.ecomap.held import HeldEcomap


class LooksBackOnMap(HeldEcomap):
    """What became of the map since another moment."""

    OVER_TIME = (Command("change.over-time", "m"),)

    @work(group="asking")
    async def action_over_time(self) -> None:
        """Choose a former moment; the map of then and now is compared."""
        if self.family is None:
            return
        known = over_time.moments_of(self.app, self.family)
        picked = await one_of(self.app, self.app.say("change.ask.since"), over_time.entries(self.app, known[:-1]))
        if picked is not None:
            from teammeet.tui.screens.over_time import OverTime

            await self.app.push_screen(OverTime(known[int(picked)], known[-1]))
