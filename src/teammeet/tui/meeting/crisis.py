"""The crisis plan, grouped: what a crisis is, what sets it off, what helps, what to do where, whom to call, what was before."""

from collections.abc import Iterator
from typing import Final, Literal

from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage, PastCrisis
from teammeet.model.family import Edit, put
from teammeet.model.plan import Risk
from teammeet.model.readers import reader_named
from teammeet.model.removal import without
from teammeet.model.values import Item, Words
from teammeet.practice.crisis_calls import phone_of, told_call
from teammeet.practice.said_calls import SaidCall, said_calls
from teammeet.tui.meeting.scene import AskLine, Deed, Keep, Row, Scene, StepKey, StepPanel, Tell, heading, neighbour
from teammeet.tui.meeting.spoken import read_line, rung_said
from teammeet.tui.meeting.written import Written, place_in

Spot = Literal["home", "school", "community", "anywhere"]
PLACES: Final[tuple[Spot, ...]] = ("home", "school", "community", "anywhere")
MOST_INTENSE: Final = 9
WRITTEN: Final = (
    Written("definition", "definition", "words"),
    Written("trigger", "triggers", "lines"),
    Written("sign", "early_signs", "lines"),
    Written("helps", "what_helps", "lines"),
    Written("worse", "what_makes_it_worse", "lines"),
    Written("over", "over_when", "line"),
    Written("safe-storage", "weapons_and_medicine", "line"),
    Written("siblings", "where_siblings_go", "line"),
    Written("not-call", "must_not_be_called", "lines"),
    Written("tell-police", "tell_police_or_crisis_line", "line"),
)
_BY_MODE: Final = {written.mode: written for written in WRITTEN}
_MODES: Final = (
    *("definition", "trigger", "sign", "helps", "worse"),
    *PLACES,
    *("call", "not-call", "over", "safe-storage", "siblings", "tell-police", "past", "risk"),
)


class Crisis(StepPanel):
    """One section a mode; Enter on an empty one lets the line add to it."""

    def modes(self, scene: Scene) -> tuple[str, ...]:
        """What the line can add, in the order of the plan."""
        return _MODES

    def rows(self, scene: Scene) -> tuple[Row, ...]:
        """Every section with what stands in it."""
        return tuple(row for mode in _MODES for row in self._section(scene, mode))

    def keys(self, scene: Scene) -> tuple[StepKey, ...]:
        """A step's place on the ladder; whether somebody answers day and night."""
        return (
            StepKey("less", "l", scene.say("key.less")),
            StepKey("more", "m", scene.say("key.more")),
            StepKey("any-hour", "n", scene.say("key.any-hour")),
        )

    def kept(self, scene: Scene, line: str) -> Deed:
        """A line of the plan, a step at a place, a call or several ("Name, number"), or a past crisis."""
        plan = plan_of(scene)
        begin = () if scene.family.get(plan.id) else (put(plan),)
        if scene.mode in _BY_MODE:
            written = _BY_MODE[scene.mode]
            plan = _revised(scene, written.with_line(plan, scene.spelt_out(line)))
            # what was meant as a step lands here when nobody chose a kind: that is said
            said = scene.say("said.kept-definition") if scene.mode == "definition" else ""
            return Keep((put(plan),), f"{written.mode}:{len(written.texts(plan)) - 1}", said=said)
        if scene.mode == "call":
            calls = tuple(_new_call(scene, plan, said) for said in said_calls(line))
            return Keep((*begin, *map(put, calls)), calls[-1].id, said=_said_of(scene, calls))
        item = _new_item(scene, plan, line)
        return Keep((*begin, put(item)), item.id)

    def act(self, scene: Scene, key: str) -> Deed:
        """A step up or down the ladder; day and night."""
        item = scene.family.get(scene.selected)
        if isinstance(item, CrisisCall) and key == "any-hour":
            return Keep((put(item.changed(day_and_night=not item.day_and_night)),), item.id)
        if isinstance(item, CrisisStage) and key in ("less", "more"):
            level = min(MOST_INTENSE, max(1, item.intensity + (1 if key == "more" else -1)))
            return Keep((put(item.changed(intensity=level)),), item.id)
        return Tell(scene.say("told.select-call" if key == "any-hour" else "told.select-stage"))

    def moved(self, scene: Scene, by: int) -> Deed:
        """Lines change places; two steps of one place change theirs on the ladder."""
        spot = place_in(scene.selected)
        if spot is not None and spot[0] in _BY_MODE:
            written, place = _BY_MODE[spot[0]], spot[1]
            plan = plan_of(scene)
            if not 0 <= place + by < len(written.texts(plan)):
                return Tell(scene.say("told.no-further"))
            return Keep((put(written.with_order(plan, place, place + by)),), f"{written.mode}:{place + by}")
        stage = scene.family.get(scene.selected)
        if not isinstance(stage, CrisisStage):
            return Tell(scene.say("told.stays-in-place"))
        return _stage_moved(scene, stage, by)

    def opened(self, scene: Scene) -> Deed:
        """A line is corrected in place; a step, a call or a past crisis opens in the editor."""
        spot = place_in(scene.selected)
        if spot is None or spot[0] not in _BY_MODE:
            return super().opened(scene)
        written, place = _BY_MODE[spot[0]], spot[1]
        plan = plan_of(scene)

        def corrected(line: str) -> Deed:
            return Keep((put(_revised(scene, written.with_line_at(plan, place, line))),), scene.selected)

        return AskLine(scene.say(f"mode.{written.mode}"), corrected, start=written.texts(plan)[place])

    def removed(self, scene: Scene) -> Deed:
        """A line, a step, a call or a past crisis."""
        spot = place_in(scene.selected)
        if spot is not None and spot[0] in _BY_MODE:
            return Keep((put(_BY_MODE[spot[0]].with_line_at(plan_of(scene), spot[1], "")),))
        gone = without(scene.family, scene.selected)
        return Keep(gone) if gone else Tell(scene.say("told.nothing-selected"))

    def summary(self, scene: Scene) -> str:
        """Which of home, school, community and whom to call are not covered yet."""
        from teammeet.practice.meeting_facts import crisis_facts

        facts = crisis_facts(scene.shown)
        missing = [place for place in ("home", "school", "community") if not getattr(facts, place)]
        named = [scene.term(f"crisis_place.{place}") for place in missing]
        named += [] if facts.call else [scene.say("heading.call")]
        return scene.say("summary.crisis-missing", missing=" · ".join(named)) if named else ""

    def _section(self, scene: Scene, mode: str) -> tuple[Row, ...]:
        if mode in _BY_MODE:
            return _BY_MODE[mode].rows(scene, next(iter(scene.shown.crisis_plans), None))
        found = tuple(_item_rows(scene, mode))
        return (heading(scene, mode, len(found)), *found)


def plan_of(scene: Scene) -> CrisisPlan:
    """The family's crisis plan, or a new one that is not kept yet."""
    return next(iter(scene.family.crisis_plans), None) or CrisisPlan(written_on=scene.today)


def stages_at(scene: Scene, place: str) -> tuple[CrisisStage, ...]:
    """What to do at a place, from the least to the most restrictive."""
    return tuple(sorted((s for s in scene.shown.crisis_stages if s.place == place), key=lambda stage: stage.intensity))


def _revised(scene: Scene, plan: CrisisPlan) -> CrisisPlan:
    return plan if plan.written_on == scene.today else plan.changed(revised_on=scene.today)


def _new_item(scene: Scene, plan: CrisisPlan, line: str) -> Item:
    said = read_line(line, scene.tags)
    if scene.mode == "past":
        return PastCrisis(plan=plan.id, words=Words(text=said.words))
    if scene.mode == "risk":
        return Risk(words=Words(text=said.words), whose=said.people)
    level, words = rung_said(said.words)
    if not level or not words:
        words = said.words
        level = min(MOST_INTENSE, max((stage.intensity for stage in stages_at(scene, scene.mode)), default=0) + 1)
    place = next(each for each in PLACES if each == scene.mode)
    return CrisisStage(plan=plan.id, place=place, intensity=min(level, MOST_INTENSE), words=Words(text=words), who=said.people)


def _new_call(scene: Scene, plan: CrisisPlan, said: SaidCall) -> CrisisCall:
    """ "Nana, 555 0101, after school": somebody known by name or initials is linked, and what else was typed is kept."""
    line = read_line(said.name, scene.tags)
    who, *others = line.people or (None,)
    name = line.words if line.words != said.name or not who else ""
    if who is None and said.name != said.phone:
        who = scene.tags.who_begins(said.name)
        name = "" if who else name
    name = ", ".join(filter(None, (*scene.shown.labels(tuple(others)), name)))
    when = scene.spelt_out(said.when)
    return CrisisCall(plan=plan.id, who=who, name=name, phone=said.phone, when=when, day_and_night=said.day_and_night)


def _said_of(scene: Scene, calls: tuple[CrisisCall, ...]) -> str:
    """That a line held more calls than one; that no number was found, and the team may not see the person's own."""
    team = scene.family.seen_by(reader_named(scene.family, "team", scene.today))
    if all(call.phone or phone_of(team, call.who) for call in calls):
        return scene.say("said.calls-kept", number=len(calls)) if len(calls) > 1 else ""
    names = [scene.shown.label(call.who) for call in calls if phone_of(scene.shown, call.who)]
    return scene.say("said.number-not-shown", who=", ".join(names)) if any(names) else scene.say("said.no-number")


def _item_rows(scene: Scene, mode: str) -> Iterator[Row]:
    if mode in PLACES:
        yield from (_stage_row(scene, stage) for stage in stages_at(scene, mode))
    elif mode == "call":
        yield from (_call_row(scene, call) for call in scene.shown.crisis_calls)
    elif mode == "past":
        for past in scene.shown.past_crises:
            yield Row(past.id, str(past.words), "·", past.what_helped, level=1, item=past.id)
    else:
        for risk in scene.shown.risks:
            yield Row(risk.id, str(risk.words), "·", risk.backup, level=1, item=risk.id)


def _stage_row(scene: Scene, stage: CrisisStage) -> Row:
    who = scene.whose(stage.who) or stage.who_said
    return Row(stage.id, str(stage.words), str(stage.intensity), who, level=1, item=stage.id)


def _call_row(scene: Scene, call: CrisisCall) -> Row:
    told = told_call(scene.shown, call)
    phone = told.phone or scene.say("said.no-number-yet")
    known = [phone if phone != told.name else "", told.when, scene.say("said.any-hour") if told.day_and_night else ""]
    return Row(call.id, told.name, "·", " · ".join(filter(None, known)), level=1, item=call.id)


def _stage_moved(scene: Scene, stage: CrisisStage, by: int) -> Deed:
    siblings = stages_at(scene, stage.place)
    order = neighbour(tuple(s.id for s in siblings), stage.id, by)
    if order is None:
        return Tell(scene.say("told.no-further"))
    levels = sorted({s.intensity for s in siblings})
    if len(levels) < len(siblings):
        levels = list(range(1, len(siblings) + 1))
    edits: list[Edit] = []
    for each, level in zip(order, levels, strict=True):
        held = scene.family.get(each)
        if isinstance(held, CrisisStage) and held.intensity != level:
            edits.append(put(held.changed(intensity=min(level, MOST_INTENSE))))
    return Keep(tuple(edits), stage.id)
