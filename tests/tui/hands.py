"""What a person's hands do in the tests: type lines, wait until the screen has settled."""

from textual.pilot import Pilot
from textual.widgets import Input


async def typed(pilot: Pilot[None], *lines: str) -> None:
    """Each line into the field that has the focus, by the way that keys and paste go, then Enter."""
    for line in lines:
        assert isinstance(pilot.app.focused, Input)
        pilot.app.focused.replace(line, *pilot.app.focused.selection)
        await pilot.press("enter")


async def settled(pilot: Pilot[None]) -> None:
    """Until what works by itself is done; a worker that waits for a dialog goes on waiting."""
    working = [worker for worker in pilot.app.workers if worker.group != "asking"]
    if working:
        await pilot.app.workers.wait_for_complete(working)
    await pilot.pause()
