"""What nothing is written in yet when a plan is closed for signing: the plan leaves a line there, to write on by hand."""

from collections.abc import Iterator

from teammeet.messages import text
from teammeet.model.family import Family
from teammeet.practice.plan_sections import next_meeting
from teammeet.tui.sign.scene import SignScene


def in_words(scene: SignScene) -> str:
    """The parts that are empty, as a list in words; empty when every part has something."""
    return ", ".join(text(f"sign.part.{part}", scene.language) for part in _parts(scene))


def _parts(scene: SignScene) -> Iterator[str]:
    family = scene.family
    header = family.header
    stands = {
        "vision": header.vision.text or header.vision.reworded,
        "mission": header.mission.text or header.mission.reworded,
        "team": family.team,
        "strengths": family.strengths,
        "needs": family.needs,
        "need": not _needs_with_nothing_under_them(family),
        "crisis": family.crisis_plans,
        "transition": family.transition or header.getting_help_again,
        "next-meeting": next_meeting(family, scene.meeting, scene.today),
    }
    yield from (part for part, there in stands.items() if not there)


def _needs_with_nothing_under_them(family: Family) -> set[str]:
    several = (*(outcome.needs for outcome in family.outcomes), *(strategy.needs for strategy in family.strategies))
    one = (*(option.need for option in family.options), *(task.need for task in family.tasks))
    return {need.id for need in family.needs} - {need for needs in several for need in needs} - set(one)
