"""The crisis and safety plan, on pages of its own: what the family calls a crisis, and what everybody does then."""

from collections.abc import Iterator
from typing import Final

from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage, PastCrisis
from teammeet_word.markup import Column, Line, Listed, Row, Span, Table, paragraph, table
from teammeet_word.sheet import Sheet

PLACES: Final = ("home", "school", "community", "anywhere")
_SIDE_BY_SIDE: Final = (("before", ("triggers", "early_signs")), ("during", ("what_helps", "what_makes_it_worse")))
_LINES_AFTER: Final = ("weapons_and_medicine", "where_siblings_go", "tell_police_or_crisis_line", "over_when")


def crisis(sheet: Sheet) -> Iterator[str]:
    """A plan for each of those for whom one was made, least restrictive steps first (Florence County, Wisconsin)."""
    yield sheet.heading(1, sheet.say("heading.crisis"), new_page=is_written(sheet))
    if not is_written(sheet):
        yield sheet.placeholder("crisis")
    for plan in sheet.view.crisis_plans:
        yield from _plan(sheet, plan)


def is_written(sheet: Sheet) -> bool:
    """Whether there is anything in the crisis plan, so that it gets pages of its own."""
    return any(part for plan in sheet.view.crisis_plans for part in _plan(sheet, plan))


def _plan(sheet: Sheet, plan: CrisisPlan) -> Iterator[str]:
    whose = sheet.names(plan.whose)
    dates = sheet.join(
        sheet.say("crisis_for", names=whose) if whose else "",
        sheet.say("written_on", day=sheet.day(plan.written_on)) if plan.written_on else "",
        sheet.say("revised_on", day=sheet.day(plan.revised_on)) if plan.revised_on else "",
    )
    yield paragraph(dates, "Quiet", keep_next=True) if dates else ""
    yield from _definition(sheet, plan)
    for title, names in _SIDE_BY_SIDE:
        yield from _side_by_side(sheet, plan, title, names)
    yield from _stages(sheet, [stage for stage in sheet.view.crisis_stages if stage.plan == plan.id])
    yield from _calls(sheet, [call for call in sheet.view.crisis_calls if call.plan == plan.id])
    yield from _list(sheet, "must_not_be_called", plan.must_not_be_called)
    for name in _LINES_AFTER:
        if said := getattr(plan, name):
            yield sheet.heading(2, sheet.say(f"heading.{name}"))
            yield paragraph(said)
    yield from _past(sheet, [past for past in sheet.view.past_crises if past.plan == plan.id])


def _definition(sheet: Sheet, plan: CrisisPlan) -> Iterator[str]:
    if plan.definition.text or plan.definition.reworded:
        yield sheet.heading(2, sheet.say("heading.definition"))
        yield paragraph(sheet.own(plan.definition), "Quote")
        yield "".join(paragraph(line, "OwnWords") for line in sheet.beside(plan.definition))


def _side_by_side(sheet: Sheet, plan: CrisisPlan, title: str, names: tuple[str, ...]) -> Iterator[str]:
    """Two lists next to each other, or the one that there is, so that a crisis is read at a glance."""
    lists = {name: getattr(plan, name) for name in names if getattr(plan, name)}
    if len(lists) < 2:
        for name, lines in lists.items():
            yield from _list(sheet, name, lines)
        return
    yield sheet.heading(2, sheet.say(f"heading.{title}"))
    columns = tuple(Column(sheet.say(f"heading.{name}"), 1) for name in lists)
    description = sheet.say("table_of", columns=", ".join(column.heading for column in columns))
    row = tuple(tuple(map(Listed, lines)) for lines in lists.values())
    yield table(Table(sheet.say(f"heading.{title}"), description, columns, (row,)), sheet.paper.text_width)


def _list(sheet: Sheet, name: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield sheet.heading(2, sheet.say(f"heading.{name}"))
        yield sheet.bullets(lines)


def _stages(sheet: Sheet, stages: list[CrisisStage]) -> Iterator[str]:
    if not stages:
        return
    yield sheet.heading(2, sheet.say("heading.stages"))
    yield paragraph(sheet.say("stages_order"), "Quiet", keep_next=True)
    for place in PLACES:
        here = sorted((stage for stage in stages if stage.place == place), key=lambda stage: stage.intensity)
        if here:
            yield sheet.heading(3, sheet.word("crisis_place", place))
            rows = [_stage_row(sheet, number, stage) for number, stage in enumerate(here, start=1)]
            caption = sheet.join(sheet.say("heading.stages"), sheet.word("crisis_place", place))
            yield sheet.table(caption, (("step", 1), ("what_we_do", 6), ("who", 3)), rows)


def _stage_row(sheet: Sheet, number: int, stage: CrisisStage) -> Row:
    who = ", ".join(filter(None, (sheet.names(stage.who), stage.who_said)))
    return ((Span(str(number), "Strong"),), sheet.spoken(stage.words), (who,))


def _calls(sheet: Sheet, calls: list[CrisisCall]) -> Iterator[str]:
    if calls:
        yield sheet.heading(2, sheet.say("heading.calls"))
        rows = [_call_row(sheet, call) for call in sorted(calls, key=lambda call: not call.day_and_night)]
        yield sheet.table(sheet.say("heading.calls"), (("who", 3), ("phone", 3), ("when", 4)), rows)


def _call_row(sheet: Sheet, call: CrisisCall) -> Row:
    names = [name for name in dict.fromkeys((sheet.view.label(call.who), call.name)) if name]
    always = sheet.say("day_and_night")
    when: list[Line] = [Span(always, "Strong")] if call.day_and_night else []
    if call.when and call.when != always:
        when.append(call.when)
    return (tuple(names), (Span(call.phone, "Strong"),), tuple(when))


def _past(sheet: Sheet, past: list[PastCrisis]) -> Iterator[str]:
    if past:
        yield sheet.heading(2, sheet.say("heading.past_crises"))
    for crisis_ in past:
        day = sheet.day(crisis_.on) + ": " if crisis_.on else ""
        yield paragraph((Span(day, "Strong"), sheet.own(crisis_.words)), "ListBullet")
        yield "".join(paragraph(line, "ListContinue") for line in sheet.beside(crisis_.words))
        if crisis_.what_helped:
            yield paragraph((Span(sheet.say("what_helped"), "Label"), " ", crisis_.what_helped), "ListContinue")
