"""The crisis and safety plan as part of the plan's outline."""

from __future__ import annotations

from collections.abc import Iterator

from teammeet.model.crisis import CrisisPlan
from teammeet.practice.crisis_calls import told_call
from teammeet.tui.sheets.row import Look, Row

_LISTS = ("triggers", "early_signs", "what_helps", "what_makes_it_worse", "must_not_be_called")
_LINES = ("over_when", "weapons_and_medicine", "where_siblings_go", "tell_police_or_crisis_line")


def rows(look: Look) -> Iterator[Row]:
    """Each crisis plan: what a crisis is, steps from least to most restrictive, whom to call, what happened before."""
    plans = look.family.crisis_plans
    yield look.heading("crisis", "crisis_plans", len(plans) if len(plans) > 1 else None)
    for plan in plans:
        yield look.row(plan, "▲", look.names(plan.whose), look.day(plan.revised_on or plan.written_on))
        yield from _said(look, plan)
        yield from _stages(look, plan)
        yield from _calls(look, plan)
        yield from _past(look, plan)


def _said(look: Look, plan: CrisisPlan) -> Iterator[Row]:
    said = {name: "; ".join(getattr(plan, name)) for name in _LISTS} | {name: getattr(plan, name) for name in _LINES}
    for name, words in said.items():
        if words:
            yield Row(f"{plan.id}/{name}", look.say(f"field.{name}"), "·", words, 2, item=plan.id, field=name)


def _stages(look: Look, plan: CrisisPlan) -> Iterator[Row]:
    stages = [stage for stage in look.family.crisis_stages if stage.plan == plan.id]
    for stage in sorted(stages, key=lambda one: one.intensity):
        who = look.names(stage.who) or stage.who_said
        yield look.row(stage, str(stage.intensity), look.term(f"crisis_place.{stage.place}"), who, level=2)


def _calls(look: Look, plan: CrisisPlan) -> Iterator[Row]:
    for call in look.family.crisis_calls:
        if call.plan == plan.id:
            told = told_call(look.family, call)
            always = look.say("field.day_and_night") if told.day_and_night else ""
            yield look.row(call, "☎", told.phone if told.phone != told.name else "", told.when, always, level=2)


def _past(look: Look, plan: CrisisPlan) -> Iterator[Row]:
    for past in look.family.past_crises:
        if past.plan == plan.id:
            helped = look.say("helped", words=past.what_helped) if past.what_helped else ""
            yield look.row(past, "◦", look.day(past.on), helped, level=2)
