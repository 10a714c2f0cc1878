"""What the screen of a meeting shows of a scene: built at once as a value, so that it can be tested without a screen."""

from dataclasses import dataclass, replace
from typing import Final

from textual.content import Content

from teammeet.practice.agenda import Step
from teammeet.practice.pacing import Pace
from teammeet.tui.meeting.aloud import in_view
from teammeet.tui.meeting.as_said import as_said
from teammeet.tui.meeting.clock import StepClock, seconds_of
from teammeet.tui.meeting.panels import PANELS
from teammeet.tui.meeting.scene import Row, Scene, StepKey, StepPanel
from teammeet.tui.meeting.side import facts_in_words, kinds_in_words, supports_heading, supports_in_words
from teammeet.tui.meeting.stand import Stand
from teammeet.tui.meeting.time_words import pace_of, step_in_words
from teammeet.tui.meeting.tongues import in_lines
from teammeet.tui.widgets.rail import Stop

NARROW: Final = "◑"
"""Stands before a row that is not for everybody who is there."""


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
    if not scene.private:
        scene = scene.for_the_room()
    panel = PANELS[scene.step.phase]
    stops = stops_of(scene, stand, clock)
    prompts = scene.step.prompts
    prompt = prompts[stand.question % len(prompts)]
    count = f"{stand.question % len(prompts) + 1}/{len(prompts)}"
    modes = panel.modes(scene)
    place = f" {modes.index(scene.mode) + 1}/{len(modes)}" if len(modes) > 1 else ""
    return Shown(
        place=_place(scene),
        stops=stops,
        minutes=next((words for stop, words in stops if stop.here), ""),
        why=in_lines(scene, scene.say("line.why"), scene.step.why),
        question=in_lines(scene, scene.say("line.ask", count=count), prompt),
        summary=Content(in_view(scene, panel.summary(scene))),
        rows=tuple(_marked(scene, row) for row in as_said(scene, panel.rows(scene))),
        keys=panel.keys(scene),
        line=panel.line_for(scene) + place,
        example=_example(scene, panel),
    )


def stops_of(scene: Scene, stand: Stand, clock: StepClock) -> tuple[tuple[Stop, str], ...]:
    """The steps with their minutes in words; the room does not read the clock."""
    pace = pace_of(scene, stand, clock)
    return tuple(_stop(scene, step, stand, clock, pace) for step in scene.agenda.steps)


def side_of(scene: Scene) -> Content:
    """The column at the side: counts of this meeting, for the facilitator alone, then the supports of the map."""
    if not scene.private:
        scene = scene.for_the_room()
    parts = [Content.styled(scene.say("side.title"), "bold $primary")] if scene.private else []
    for label, told in facts_in_words(scene) if scene.private else ():
        parts.append(Content.styled(f"{label}\n" if label else "", "$quiet") + Content(f"  {told}" if label else told))
    supports = supports_in_words(scene)
    if supports:
        parts.append(Content.styled(f"\n{supports_heading(scene)}", "bold $primary"))
        parts += [Content(name) for name in supports]
        parts.append(Content.styled(kinds_in_words(scene), "$quiet"))
    parts.append(Content.styled(f"\n{scene.say('side.map')}", "$quiet"))
    return Content("\n").join(parts)


def _example(scene: Scene, panel: StepPanel) -> str:
    """What one could type; on the heading of another kind, that Enter turns the line to it."""
    row = panel.selected(scene)
    if row is None or not row.heading or row.mode in ("", scene.mode):
        return panel.example(scene)
    return scene.say("line.heading-turns", kind=scene.say(f"mode.{row.mode}"))


def _place(scene: Scene) -> str:
    """The agenda; and that more is on the screen than the room may see, while that is so."""
    title = scene.agenda.title.in_language(scene.language)
    if scene.meeting.form != "planning":
        title = f"{scene.said(f'family.meeting_form.{scene.meeting.form}')} · {title}"
    return f"{NARROW} {scene.say('line.everything')} · {title}" if scene.sight.everything else title


def _marked(scene: Scene, row: Row) -> Row:
    """A row that only some may see says so; it is there only when somebody asked for everything."""
    if not scene.sight.everything or not {row.id, row.item} & scene.not_for_the_room:
        return row
    gone = any(item is not None and item.taken_back for item in map(scene.family.get, (row.id, row.item)))
    told = scene.said("share.row.taken-back") if gone else scene.say("said.not-for-everybody")
    return replace(row, mark=f"{NARROW} {row.mark}".rstrip(), detail=f"{row.detail} · {told}" if row.detail else told)


def _stop(scene: Scene, step: Step, stand: Stand, clock: StepClock, pace: Pace | None) -> tuple[Stop, str]:
    here = step.id == scene.step.id
    seconds = seconds_of(scene.meeting, step.id) + (clock.seconds(scene.now) if here else 0)
    paced = pace.step(step.id) if pace is not None else None
    level = paced.level if paced is not None and here else "enough"
    name = step.name.in_language(scene.language)
    stop = Stop(name, step.minutes, seconds // 60, step.id in stand.done, here, level)
    if not scene.private:
        return replace(stop, planned=0, spent=0, level="enough"), ""
    if paced is not None:
        return stop, step_in_words(scene, paced)
    if here or stop.done or stop.spent:
        return stop, scene.say("rail.spent", spent=stop.spent, planned=stop.planned)
    return stop, scene.say("rail.minutes", minutes=stop.planned)
