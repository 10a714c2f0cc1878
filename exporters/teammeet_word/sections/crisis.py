"""The crisis and safety plan, on a page of its own to be pinned up: whom to call first, then what everybody does."""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Final

from teammeet.model.crisis import CrisisPlan, CrisisStage, PastCrisis
from teammeet.practice.crisis_calls import Told, calls_in_order
from teammeet_word.markup import Column, Line, Listed, Row, Span, paragraph
from teammeet_word.sections.beginning import youths
from teammeet_word.sheet import Sheet

PLACES: Final = ("home", "school", "community", "anywhere")
_SIGNS: Final = ("triggers", "early_signs", "what_helps", "what_makes_it_worse")
_TO_WRITE_ON: Final = "_" * 16
"""Room for a number that is not known yet."""
_ANSWERS: Final = ("tell_police_or_crisis_line", "weapons_and_medicine", "where_siblings_go", "over_when")


def crisis(sheet: Sheet) -> Iterator[str]:
    """A plan for each of those for whom one was made, each on a page of its own."""
    yield from (part for plan in sheet.view.crisis_plans for part in _plan(sheet, plan, (*_FOR_USE, _past)))


def for_the_wall(sheet: Sheet) -> Iterator[str]:
    """The same without what happened before: on the page that is pinned up stands only what is needed when it happens."""
    yield from (part for plan in sheet.view.crisis_plans for part in _plan(sheet, plan, _FOR_USE))


def _plan(sheet: Sheet, plan: CrisisPlan, tells: "tuple[_Tell, ...]") -> Iterator[str]:
    """What ``tells`` say of a plan; nothing if nothing was written into it. It says whose it is: it may hang alone."""
    told = [part for tell in tells for part in tell(sheet, plan)]
    calls = _calls(sheet, plan)
    dates = sheet.join(
        sheet.say("written_on", day=sheet.day(plan.written_on)) if plan.written_on else "",
        sheet.say("revised_on", day=sheet.day(plan.revised_on)) if plan.revised_on else "",
    )
    if not (told or calls or dates):
        return
    yield sheet.heading(1, sheet.say("heading.crisis"), new_page=True)
    whose = (Span(_whose(sheet, plan), "Strong"), Span(f" ({dates})" if dates else "", "Soft"))
    yield paragraph(whose, keep_next=True)
    if calls or told:
        yield sheet.heading(2, sheet.say("heading.calls"))
        yield calls or sheet.placeholder("calls")
    yield from told


def _whose(sheet: Sheet, plan: CrisisPlan) -> str:
    """The family and the person; without a person, the youth of the whole plan."""
    names = sheet.names(plan.whose) or youths(sheet)
    return sheet.join(sheet.view.header.name, sheet.say("crisis_for", names=names) if names else "")


def _calls(sheet: Sheet, plan: CrisisPlan) -> str:
    """Who to call, emergency numbers first, then those who answer day and night; empty if nobody is noted."""
    rows = [_call_row(sheet, told) for told in calls_in_order(sheet.view, plan.id)]
    return sheet.table(sheet.say("heading.calls"), (("who", 4), ("phone", 3), ("when", 4)), rows)


def _not_to_call(sheet: Sheet, plan: CrisisPlan) -> Iterator[str]:
    if plan.must_not_be_called:
        first, *others = sheet.kept_lines(plan, "must_not_be_called")
        yield _answer(sheet, "must_not_be_called", first, *(part for name in others for part in (", ", name)))


def _call_row(sheet: Sheet, told: Told) -> Row:
    """What stands in the record as it is told can be read back; a number that is not known has a line to write on."""
    when: list[Line] = [Span(sheet.say("day_and_night"), "Strong")] if told.day_and_night else []
    if told.when:
        when.append(sheet.kept(told.call, "when") if told.when == told.call.when else told.when)
    if told.phone:
        phone = sheet.kept(told.call, "phone", "Number") if told.phone == told.call.phone else Span(told.phone, "Number")
    else:
        phone = "" if sheet.view.in_roles else Span(_TO_WRITE_ON, "Soft")
    return ((told.name,), (phone,), tuple(when))


def _definition(sheet: Sheet, plan: CrisisPlan) -> Iterator[str]:
    if plan.definition.text or plan.definition.reworded:
        yield sheet.heading(2, sheet.say("heading.definition"))
        yield paragraph(sheet.own(plan.definition), "Quote")
        yield "".join(paragraph(line, "OwnWords") for line in sheet.beside(plan.definition))


def _signs(sheet: Sheet, plan: CrisisPlan) -> Iterator[str]:
    """What to look out for and what helps: lists next to each other, so that they are read at a glance."""
    lists = {name: lines for name in _SIGNS if (lines := sheet.kept_lines(plan, name))}
    if len(lists) == 1 or sheet.large:
        for name, lines in lists.items():
            yield sheet.heading(2, sheet.say(f"heading.{name}"))
            yield sheet.bullets(lines)
    elif lists:
        yield sheet.heading(2, sheet.say("heading.signs"))
        columns = tuple(Column(sheet.say(f"heading.{name}"), 1) for name in lists)
        row = tuple(tuple(map(Listed, lines)) for lines in lists.values())
        yield sheet.table_under(sheet.say("heading.signs"), columns, [row])


def _stages(sheet: Sheet, plan: CrisisPlan) -> Iterator[str]:
    """The steps, least restrictive first (Florence County, Wisconsin), a column for each place that has any."""
    ordered = sorted((s for s in sheet.view.crisis_stages if s.plan == plan.id), key=lambda stage: stage.intensity)
    places = {place: here for place in PLACES if (here := [stage for stage in ordered if stage.place == place])}
    if not places:
        return
    heading = sheet.say("heading.stages")
    yield sheet.heading(2, heading)
    yield paragraph(sheet.say("stages_order"), "Quiet", keep_next=True)
    if sheet.large and len(places) > 1:
        yield from (_steps_at(sheet, place, here) for place, here in places.items())
        return
    columns = [Column(sheet.say("column.step"), 0.3), *(Column(sheet.word("crisis_place", place), 1) for place in places)]
    with_who = len(places) > 1
    if not with_who:
        columns.append(Column(sheet.say("column.who"), 0.5))
    rows: list[Row] = []
    for number, stages in enumerate(zip_longest(*places.values()), start=1):
        done = [_stage(sheet, stage, with_who) for stage in stages]
        who = [] if with_who else [(_who(sheet, stage),) for stage in stages]
        rows.append(((Span(str(number), "Strong"),), *done, *who))
    yield sheet.table_under(heading, tuple(columns), rows)


def _steps_at(sheet: Sheet, place: str, here: list[CrisisStage]) -> str:
    """The steps at one place, below those at another: in large print they do not fit beside each other."""
    columns = (Column(sheet.say("column.step"), 0.3), Column(sheet.say("column.what"), 1.2))
    rows = [((Span(str(number), "Strong"),), _stage(sheet, stage, True)) for number, stage in enumerate(here, start=1)]
    name = sheet.word("crisis_place", place)
    return sheet.heading(3, name) + sheet.table_under(name, columns, rows)


def _stage(sheet: Sheet, stage: CrisisStage | None, with_who: bool) -> tuple[Line, ...]:
    """What is done, and who does it if that has no column; nothing where a place has no more steps."""
    if stage is None:
        return ()
    who = _who(sheet, stage) if with_who else ""
    return (*sheet.spoken(stage.words), *([who] if who else []))


def _who(sheet: Sheet, stage: CrisisStage) -> str:
    return ", ".join(filter(None, (sheet.names(stage.who), stage.who_said)))


def _answers(sheet: Sheet, plan: CrisisPlan) -> Iterator[str]:
    yield from (_answer(sheet, name, sheet.kept(plan, name)) for name in _ANSWERS if getattr(plan, name))


def _answer(sheet: Sheet, name: str, *said: str | Span) -> str:
    return paragraph((Span(f"{sheet.say(f'heading.{name}')}: ", "Strong"), *said), "Answer")


def _past(sheet: Sheet, plan: CrisisPlan) -> Iterator[str]:
    past = [crisis_ for crisis_ in sheet.view.past_crises if crisis_.plan == plan.id]
    if past:
        yield sheet.heading(2, sheet.say("heading.past_crises"))
    for crisis_ in past:
        yield from _past_crisis(sheet, crisis_)


def _past_crisis(sheet: Sheet, past: PastCrisis) -> Iterator[str]:
    day = sheet.day(past.on) + ": " if past.on else ""
    yield paragraph((Span(day, "Strong"), sheet.own(past.words)), "ListBullet")
    yield "".join(paragraph(line, "ListContinue") for line in sheet.beside(past.words))
    if past.what_helped:
        yield paragraph((Span(sheet.say("what_helped"), "Label"), " ", sheet.kept(past, "what_helped")), "ListContinue")


_Tell = Callable[[Sheet, CrisisPlan], Iterator[str]]
_FOR_USE: Final[tuple[_Tell, ...]] = (_not_to_call, _definition, _signs, _stages, _answers)
"""What is needed while it happens, in the order in which it is looked for."""
