"""What waits since last time, at the top of the first step: steps that were not reached, lines parked for this agenda."""

from teammeet.model.family import put
from teammeet.model.meetings import Parked
from teammeet.practice.carried import carried_into, step_name
from teammeet.tui.meeting.scene import Deed, Keep, Row, Scene, StepKey

_STEP = "carried:"


def rows(scene: Scene) -> tuple[Row, ...]:
    """A heading with all that waits; nothing where nothing does, or at any other step."""
    if scene.step.id != scene.agenda.steps[0].id:
        return ()
    waits = carried_into(scene.shown, scene.meeting)
    if not waits.is_anything:
        return ()
    number = str(len(waits.steps) + len(waits.parked))
    shown = [Row("carried", scene.said("ending.heading.carried"), detail=number, heading=True)]
    told = scene.said("ending.said.carried-step")
    for step in waits.steps:
        shown.append(Row(f"{_STEP}{step}", step_name(waits.agenda, step, scene.language), "»", told, level=1))
    told = scene.said("ending.said.carried-line")
    shown += [Row(each.id, str(each.words), "□", told, level=1, item=each.id) for each in waits.parked]
    return tuple(shown)


def keys(scene: Scene) -> tuple[StepKey, ...]:
    """A line that waited is settled by one key; nothing while another row is selected."""
    return (StepKey("settled", "d", scene.say("key.settled")),) if _selected(scene) is not None else ()


def act(scene: Scene, key: str) -> Deed | None:
    """The selected line is settled; ``None`` where the key means something else."""
    parked = _selected(scene)
    if parked is None or key != "settled":
        return None
    return Keep((put(parked.changed(settled=True)),), "carried")


def _selected(scene: Scene) -> Parked | None:
    item = scene.family.get(scene.selected)
    waits = carried_into(scene.shown, scene.meeting).parked if isinstance(item, Parked) else ()
    return item if isinstance(item, Parked) and any(each.id == item.id for each in waits) else None
