"""Outcomes under the need they answer; at a review, readings: how each stands today, as each person sees it."""

from collections.abc import Iterator

from teammeet.model.family import put
from teammeet.model.plan import Need, Outcome, Reading
from teammeet.model.removal import without
from teammeet.model.values import Words
from teammeet.practice.readings_by import SideBySide, side_by_side
from teammeet.tui.meeting.days import cut_due, day_words
from teammeet.tui.meeting.needs import ranked
from teammeet.tui.meeting.scene import AskPick, Choice, Deed, Edited, Hint, Keep, Row, Scene, StepKey, StepPanel, Tell, short
from teammeet.tui.meeting.sparkline import sparkline
from teammeet.tui.meeting.spoken import read_line, score_said
from teammeet.tui.meeting.strengths import moved_in

_STATES = ("open", "partly", "reached", "set_aside")


class Outcomes(StepPanel):
    """Needs with their outcomes below them."""

    def modes(self, scene: Scene) -> tuple[str, ...]:
        """At a review the readings come first."""
        return ("reading", "outcome") if "readings" in scene.step.works_on else ("outcome", "reading")

    def line_for(self, scene: Scene) -> str:
        """Says for which need, or of which outcome."""
        if scene.mode == "reading":
            outcome = _outcome(scene)
            return scene.say("mode.reading-of", outcome=short(str(outcome.words), 30)) if outcome else super().line_for(scene)
        need = selected_need(scene)
        return scene.say("mode.outcome-for", need=short(str(need.words), 30)) if need else super().line_for(scene)

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """Each need with its outcomes, each outcome with its readings; outcomes of no need last."""
        shown: list[Row] = []
        for need in open_needs(scene):
            shown.append(need_heading(need))
            shown += [row for o in scene.shown.outcomes if o.needs[:1] == (need.id,) for row in _outcome_rows(scene, o)]
        known = {need.id for need in open_needs(scene)}
        others = [o for o in scene.shown.outcomes if not known & set(o.needs[:1])]
        if others:
            shown.append(Row("others", scene.say("heading.other-outcomes"), heading=True))
        return (*shown, *(row for outcome in others for row in _outcome_rows(scene, outcome)))

    def keys(self, scene: Scene) -> tuple[StepKey, ...]:
        """How the outcome stands, one state further."""
        return (StepKey("state", "s", scene.say("key.state")),)

    def kept(self, scene: Scene, line: str) -> Deed:
        """An outcome for the selected need, or a reading of the selected outcome."""
        if scene.mode == "reading":
            return _reading_kept(scene, line)
        need = selected_need(scene)
        words, due, _ = cut_due(line, scene.today, scene.language)
        outcome = Outcome(words=Words(text=words), needs=(need.id,) if need else (), due=due)
        return Keep((put(outcome),), outcome.id, Hint("outcome", outcome.id))

    def act(self, scene: Scene, key: str) -> Deed:
        """On the way, partly reached, reached, set aside, and round again."""
        outcome = _outcome(scene)
        if outcome is None:
            return Tell(scene.say("told.select-outcome"))
        state = _STATES[(_STATES.index(outcome.status) + 1) % len(_STATES)]
        return Keep((put(outcome.changed(status=state)),), outcome.id)

    def moved(self, scene: Scene, by: int) -> Deed:
        """Outcomes of one need change places."""
        outcome = scene.family.get(scene.selected)
        if not isinstance(outcome, Outcome):
            return Tell(scene.say("told.stays-in-place"))
        siblings = _beside(scene, outcome.id)
        return moved_in(scene, "outcomes", by, siblings)

    def opened(self, scene: Scene) -> Deed:
        """An outcome, or what somebody said of it; of several readings, one that is picked."""
        giver = _giver(scene)
        if giver is None or len(giver.readings) == 1:
            return super().opened(scene)
        choices = tuple(Choice(each.id, _reading_words(scene, each)) for each in reversed(giver.readings))
        question = scene.said("arrive.ask.which-reading")
        return AskPick(question, choices, lambda ids: _edited(scene, ids[0]), many=False)

    def removed(self, scene: Scene) -> Deed:
        """An outcome with its readings, or one reading; a need is taken out in its own step."""
        if isinstance(scene.family.get(scene.selected), Need):
            return Tell(scene.say("told.need-elsewhere"))
        gone = without(scene.family, scene.selected)
        return Keep(gone) if gone else Tell(scene.say("told.nothing-selected"))

    def summary(self, scene: Scene) -> str:
        """How many needs have no outcome yet that can be seen."""
        needs = open_needs(scene)
        told = {need for outcome in scene.shown.outcomes for need in outcome.needs}
        bare = sum(need.id not in told for need in needs)
        return scene.count("summary.needs-without-outcome", bare) if bare else ""


def open_needs(scene: Scene) -> tuple[Need, ...]:
    """The needs that are worked on, in the family's order."""
    return tuple(need for need in ranked(scene) if need.status == "open")


def need_heading(need: Need) -> Row:
    """A need as the heading over what belongs to it. It can be selected and edited."""
    return Row(need.id, str(need.words), f"{need.rank or '·'}", heading=True, item=need.id)


def selected_need(scene: Scene) -> Need | None:
    """The need that is selected, or that the selected item belongs to; else the family's first."""
    item = scene.shown.get(scene.selected)
    if isinstance(item, Reading):
        item = scene.shown.get(item.outcome)
    need = item if isinstance(item, Need) else scene.shown.get(_need_of(item))
    needs = open_needs(scene)
    return need if isinstance(need, Need) else (needs[0] if needs else None)


def _need_of(item: object) -> str | None:
    for name in ("needs", "need"):
        held = getattr(item, name, None)
        if held:
            return held[0] if isinstance(held, tuple) else str(held)
    return None


def _beside(scene: Scene, outcome_id: str) -> tuple[str, ...]:
    """The outcomes that are shown under one need."""
    shown = scene.shown.outcomes
    needs = next((o.needs[:1] for o in shown if o.id == outcome_id), ())
    return tuple(o.id for o in shown if o.needs[:1] == needs)


def _outcome(scene: Scene) -> Outcome | None:
    item = scene.family.get(scene.selected)
    if isinstance(item, Reading):
        item = scene.family.get(item.outcome)
    return item if isinstance(item, Outcome) else None


def _reading_kept(scene: Scene, line: str) -> Deed:
    outcome = _outcome(scene)
    if outcome is None:
        return Tell(scene.say("told.select-outcome"))
    said = read_line(line, scene.tags)
    score, value = score_said(said.words)
    by = said.people[0] if said.people else None
    reading = Reading(outcome=outcome.id, on=scene.today, value=value, score=score, by=by)
    return Keep((put(reading),), outcome.id)


def _outcome_rows(scene: Scene, outcome: Outcome) -> Iterator[Row]:
    told = [part for part in _told(scene, outcome) if part]
    yield Row(outcome.id, str(outcome.words), "→", " · ".join(told), level=1, item=outcome.id)
    if scene.mode == "reading":
        yield from (_giver_row(scene, giver) for giver in side_by_side(scene.shown, outcome.id))


def _told(scene: Scene, outcome: Outcome) -> Iterator[str]:
    if outcome.status != "open":
        yield scene.term(f"outcome_status.{outcome.status}")
    if outcome.baseline or outcome.target:
        yield scene.say("said.from-to", baseline=outcome.baseline or "?", target=outcome.target or "?")
    if outcome.due is not None:
        yield scene.say("said.by-day", day=day_words(outcome.due, scene.language))


def _giver(scene: Scene) -> SideBySide | None:
    """Whose row is selected, if it is one of readings."""
    reading = scene.shown.get(scene.selected)
    if not isinstance(reading, Reading):
        return None
    return next((one for one in side_by_side(scene.shown, reading.outcome) if reading in one.readings), None)


def _giver_row(scene: Scene, giver: SideBySide) -> Row:
    """One person's readings: initials, the scores drawn if there are any, what was said last with its day."""
    by = scene.tags.tag(giver.by) or scene.shown.label(giver.by) or scene.say("said.nobody-yet")
    drawn = sparkline(giver.scores, plain=scene.plain_signs) if giver.has_scores else ""
    mark = f"{by:<3} {drawn}".rstrip()
    last = giver.last
    detail = [_score(last)] if last.value and last.score is not None else []
    detail.append(day_words(last.on, scene.language, scene.today))
    if len(giver.readings) > 1:
        detail.append(scene.said("arrive.said.before", values=", ".join(_before(each) for each in giver.readings[:-1])))
    return Row(last.id, last.value or _score(last), mark, " · ".join(detail), level=2, item=last.id)


def _before(reading: Reading) -> str:
    return reading.value or _score(reading)


def _score(reading: Reading) -> str:
    return "" if reading.score is None else f"{reading.score}/10"


def _reading_words(scene: Scene, reading: Reading) -> str:
    parts = (day_words(reading.on, scene.language, scene.today), reading.value, _score(reading))
    return "  ".join(filter(None, parts))


def _edited(scene: Scene, reading_id: str) -> Deed:
    reading = scene.family.get(reading_id)
    return Edited(reading) if reading is not None else Tell(scene.say("told.nothing-selected"))
