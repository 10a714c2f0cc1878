"""What the screen of a meeting shows of a scene: built at once as a value, so that it can be tested without a screen."""

from dataclasses import dataclass

from textual.content import Content

from teammeet.practice.agenda import Step
from teammeet.tui.meeting.clock import StepClock, seconds_of
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import Row, Scene, StepKey
from teammeet.tui.meeting.side import facts_in_words, supports_in_words
from teammeet.tui.meeting.stand import Stand
from teammeet.tui.widgets.rail import Stop


@dataclass(frozen=True)
class Shown:
    """Every part of the screen. ``stops`` are the steps with their minutes in words."""

    place: str
    stops: tuple[tuple[Stop, str], ...]
    minutes: str
    why: Content
    question: Content
    summary: Content
    rows: tuple[Row, ...]
    keys: tuple[StepKey, ...]
    line: str
    example: str

    @property
    def letters(self) -> frozenset[str]:
        """The letters (and figures) that act on the selected row."""
        return frozenset(key.letter for key in self.keys)


def shown(scene: Scene, stand: Stand, clock: StepClock) -> Shown:
    """What there is to see at this moment."""
    panel = PANELS[scene.step.phase]
    stops = tuple(_stop(scene, step, stand, clock) for step in scene.agenda.steps)
    prompts = scene.step.prompts
    prompt = prompts[stand.question % len(prompts)].in_language(scene.language)
    count = f"{stand.question % len(prompts) + 1}/{len(prompts)}"
    modes = panel.modes(scene)
    place = f" {modes.index(scene.mode) + 1}/{len(modes)}" if len(modes) > 1 else ""
    return Shown(
        place=scene.agenda.title.in_language(scene.language),
        stops=stops,
        minutes=next((words for stop, words in stops if stop.here), ""),
        why=_labelled(scene.say("line.why"), scene.step.why.in_language(scene.language)),
        question=_labelled(scene.say("line.ask", count=count), prompt),
        summary=Content(panel.summary(scene)),
        rows=panel.rows(scene),
        keys=panel.keys(scene),
        line=panel.line_for(scene) + place,
        example=panel.example(scene),
    )


def side_of(scene: Scene) -> Content:
    """The column at the side: counts of this meeting, then the supports of the map."""
    parts = [Content.styled(scene.say("side.title"), "bold $primary")]
    for label, told in facts_in_words(scene):
        parts.append(Content.styled(f"{label}\n" if label else "", "$quiet") + Content(f"  {told}" if label else told))
    supports = supports_in_words(scene)
    if supports:
        parts.append(Content.styled(f"\n{scene.say('side.supports')}", "bold $primary"))
        parts += [Content(name) for name in supports]
    parts.append(Content.styled(f"\n{scene.say('side.map')}", "$quiet"))
    return Content("\n").join(parts)


def _labelled(label: str, words: str) -> Content:
    return Content.styled(f"{label} ", "bold $accent") + Content(words)


def _stop(scene: Scene, step: Step, stand: Stand, clock: StepClock) -> tuple[Stop, str]:
    here = step.id == scene.step.id
    seconds = seconds_of(scene.meeting, step.id) + (clock.seconds(scene.now) if here and clock.step else 0)
    stop = Stop(step.name.in_language(scene.language), step.minutes, seconds // 60, step.id in stand.been, here)
    if here or stop.done:
        return stop, scene.say("rail.spent", spent=stop.spent, planned=stop.planned)
    return stop, scene.say("rail.minutes", minutes=stop.planned)
