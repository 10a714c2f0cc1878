"""What nothing is written in yet when a plan is closed for signing, and what a second look may find: it never holds up.

Where a part is empty the plan leaves a line to write on by hand. What else may be forgotten is told with its reason and
where it is put right.
"""

from collections.abc import Iterator

from teammeet.messages import count, text
from teammeet.model.family import Family
from teammeet.practice.plan_sections import next_meeting
from teammeet.practice.signers import minors_without_anybody_deciding
from teammeet.practice.unread_days import may_hold_a_day
from teammeet.tui.sign.scene import SignScene


def in_words(scene: SignScene) -> str:
    """All of it, as it is told beside the question that closes the plan; empty when there is nothing to tell."""
    parts = ", ".join(text(f"sign.part.{part}", scene.language) for part in _parts(scene))
    told = [text("sign.empty.parts", scene.language, parts=parts)] if parts else []
    if looks := tuple(_second_looks(scene)):
        told += [text("sign.empty.look", scene.language), *(f"· {look}" for look in looks)]
    return "\n".join(told)


def _second_looks(scene: SignScene) -> Iterator[str]:
    """What may be forgotten, each with its reason; of what this screen may show, and in no words that anybody said."""
    seen, language = scene.seen, scene.language
    how = {need for strategy in seen.strategies for need in strategy.needs}
    planned = {outcome.id: outcome.needs for outcome in seen.outcomes}
    how |= {need for s in seen.strategies for outcome in s.outcomes for need in planned.get(outcome, ())}
    numbers = {
        "need": sum(need.status == "open" and need.id not in how for need in seen.needs),
        "asked": sum(task.is_open and task.consent == "asked" for task in seen.tasks),
        "day": sum(o.status == "open" and o.due is None and may_hold_a_day(str(o.words)) for o in seen.outcomes),
    }
    yield from (count(f"sign.empty.{name}", number, language) for name, number in numbers.items() if number)
    if minors := minors_without_anybody_deciding(seen, scene.today):
        yield text("sign.empty.decides", language, who=", ".join(seen.labels(minors)))
    header = seen.header
    lacking = {"facilitator": header.facilitator, "watch": header.monitored_by, "copy": seen.copies}
    yield from (text(f"sign.empty.{name}", language) for name, held in lacking.items() if not held)


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
        "risks": family.risks,
    }
    yield from (part for part, there in stands.items() if not there)


def _needs_with_nothing_under_them(family: Family) -> set[str]:
    several = (*(outcome.needs for outcome in family.outcomes), *(strategy.needs for strategy in family.strategies))
    one = (*(option.need for option in family.options), *(task.need for task in family.tasks))
    return {need.id for need in family.needs} - {need for needs in several for need in needs} - set(one)
