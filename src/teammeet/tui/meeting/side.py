"""What can be counted while the meeting runs, in words, for the column at the side of a wide screen."""

from collections.abc import Iterator

from teammeet.messages import text
from teammeet.practice.meeting_facts import MeetingFacts, Share, meeting_facts
from teammeet.tui.meeting.carrying import SIGNS, supports_by_kind
from teammeet.tui.meeting.scene import Scene


def facts_in_words(scene: Scene) -> tuple[tuple[str, str], ...]:
    """Labels and counts. No grades: a share is a count of a count, and what is nought of nought is left out."""
    facts = meeting_facts(scene.shown, scene.meeting.id)
    return tuple((label, told) for label, told in _told(scene, facts) if told)


def _told(scene: Scene, facts: MeetingFacts) -> Iterator[tuple[str, str]]:
    groups = facts.presence.groups
    counts = {name: getattr(groups, name) for name in ("family", "natural", "community", "peer")}
    yield scene.say("side.here"), scene.say("side.groups", paid=groups.professional, **counts) if groups.all else ""
    if groups.all and facts.presence.youth is False:
        yield "", scene.say("side.youth-missing")
    if groups.all and facts.presence.caregiver is False:
        yield "", scene.say("side.caregiver-missing")
    yield scene.say("side.whole"), _share(scene, facts.plan.needs_with_a_whole_outcome)
    if scene.mode != "idea":  # while ideas come, nothing is judged
        yield scene.say("side.leaning"), _share(scene, facts.plan.leaning_on_a_strength)
        yield scene.say("side.own-sources"), _share(scene, facts.plan.natural_or_community)
    yield scene.say("side.tasks"), _share(scene, facts.plan.tasks_with_owner_and_date)
    yield scene.say("side.done"), _share(scene, facts.plan.earlier_tasks_done)
    covered = [scene.term(f"crisis_place.{p}") for p in ("home", "school", "community") if getattr(facts.crisis, p)]
    yield scene.say("side.crisis"), _covers(scene, covered)


def _covers(scene: Scene, places: list[str]) -> str:
    return scene.say("side.crisis-yes", places=", ".join(places)) if places else scene.say("side.crisis-no")


def _share(scene: Scene, share: Share) -> str:
    return scene.say("side.share", part=share.part, whole=share.whole) if share.whole else ""


def supports_in_words(scene: Scene) -> tuple[str, ...]:
    """The supports of the map by name, the family's own first, with the kind's sign beside each; the map is one key away."""
    return tuple(f"{SIGNS[support.kind]} {support.label}" for support in supports_by_kind(scene))


def kinds_in_words(scene: Scene) -> str:
    """What the signs beside the supports mean, of the kinds that there are."""
    kinds = dict.fromkeys(support.kind for support in supports_by_kind(scene))
    return " · ".join(f"{SIGNS[kind]} {text(f'capture.side.kind.{kind}', scene.language)}" for kind in kinds)


def supports_heading(scene: Scene) -> str:
    """What the supports are asked for: while ideas come and are chosen, who could carry one."""
    is_sought = scene.mode in ("idea", "choose")
    return text("capture.side.carry", scene.language) if is_sought else scene.say("side.supports")
