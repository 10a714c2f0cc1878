"""The parked lines at the end of a meeting: where each goes, and whether it is settled."""

from collections.abc import Iterator
from typing import Final

from teammeet.model.family import put
from teammeet.model.meetings import Parked
from teammeet.tui.meeting.scene import Deed, Keep, Row, Scene, StepKey, Tell

_GOES: Final = ("undecided", "next_agenda", "private_follow_up", "somebody_else")


def parked_lines(scene: Scene) -> tuple[Parked, ...]:
    """Those of this meeting, and those of earlier ones that nobody settled yet."""
    return tuple(each for each in scene.shown.parked if each.meeting == scene.meeting.id or not each.settled)


def parked_rows(scene: Scene) -> Iterator[Row]:
    """Each with a sign for whether it is settled, and where it goes."""
    for parked in parked_lines(scene):
        goes = scene.term(f"parked_goes_to.{parked.goes_to}")
        yield Row(parked.id, str(parked.words), "✓" if parked.settled else "□", goes, level=1, item=parked.id)


def parked_keys(scene: Scene) -> tuple[StepKey, ...]:
    """Where it goes, and whether it is settled."""
    return (StepKey("goes", "g", scene.say("key.goes")), StepKey("settled", "d", scene.say("key.settled")))


def parked_act(scene: Scene, key: str) -> Deed:
    """The selected line goes somewhere else, or is settled."""
    parked = scene.family.get(scene.selected)
    if not isinstance(parked, Parked):
        return Tell(scene.say("told.select-parked"))
    if key == "settled":
        return Keep((put(parked.changed(settled=not parked.settled)),), parked.id)
    goes = _GOES[(_GOES.index(parked.goes_to) + 1) % len(_GOES)]
    return Keep((put(parked.changed(goes_to=goes)),), parked.id)
