"""Need by need, in the family's order: what it is, what will be different, what the team does about it."""

from collections.abc import Iterator
from typing import Final

from teammeet.model.plan import Need, Option, Outcome, Strategy, Strength, Task, Worry
from teammeet.model.values import Words
from teammeet_word.arrangement import NO_NEED
from teammeet_word.markup import Line, Row, Span, paragraph
from teammeet_word.sections.readings import readings
from teammeet_word.sheet import Sheet

LONGEST_HEADING: Final = 160
"""Longer words stand under their heading, in characters."""
_OF_A_SERVICE: Final = ("scope", "amount", "frequency", "duration", "provider")
"""What services rules ask of a formal strategy (42 CFR 441.468)."""


def needs(sheet: Sheet) -> Iterator[str]:
    """Every need a block of its own; then what hangs on none, and worries behind which no need was found yet."""
    yield sheet.heading(1, sheet.say("heading.needs"))
    if not sheet.plan.needs:
        yield sheet.placeholder("needs")
    if sheet.tasks_said_on:
        yield paragraph(sheet.say("tasks_said", day=sheet.day(sheet.tasks_said_on)), "Quiet", keep_next=True)
    for need in sheet.plan.needs:
        yield from _need(sheet, need)
    if not sheet.plan.is_blank(NO_NEED):
        yield paragraph(sheet.say("heading.no_need"), "BlockHeading")
        yield from _told_under(sheet, NO_NEED)
    yield from _worries_alone(sheet)


def _need(sheet: Sheet, need: Need) -> Iterator[str]:
    by = sheet.view.label(need.said_by)
    facts = sheet.join(
        sheet.say("whose_need", names=sheet.names(need.whose)) if sheet.names(need.whose) else "",
        sheet.domain(need.domain),
        sheet.word("need_status", need.status),
        sheet.say("said_by", name=by) if by else "",
        sheet.say("nothing_planned") if sheet.plan.is_blank(need.id) else "",
    )
    yield from _titled(sheet, sheet.say("need", number=sheet.plan.number[need.id]), need.words, "BlockHeading")
    yield paragraph(Span(facts, "Soft"), keep_next=not sheet.plan.is_blank(need.id) or sheet.view.signed)
    yield paragraph(sheet.say("is_gap"), "OwnWords") if need.gap else ""
    yield sheet.note(need.note, of=(need, "note"))
    yield from _worries(sheet, [w for w in map(sheet.view.get, need.behind) if isinstance(w, Worry)])
    yield from _told_under(sheet, need.id)
    if sheet.plan.is_blank(need.id) and sheet.view.signed:
        yield sheet.line_to_write_on


def _told_under(sheet: Sheet, need: str) -> Iterator[str]:
    for outcome in sheet.plan.outcomes.get(need, ()):
        yield from _outcome(sheet, outcome)
    for strategy in sheet.plan.strategies.get(need, ()):
        yield from _strategy(sheet, strategy)
    yield from _mentioned(sheet, sheet.plan.mentioned.get(need, ()))
    yield from _tasks(sheet, sheet.plan.tasks.get(need, ()))
    yield from _options(sheet, sheet.plan.options.get(need, ()))


def _titled(sheet: Sheet, prefix: str, words: Words, style: str) -> Iterator[str]:
    """A heading with the words in it when it can hold them; then what stands beside them."""
    shown = str(words)
    if not shown or len(shown) > LONGEST_HEADING:
        yield paragraph(prefix, style)
        yield "".join(paragraph(line, "OwnWords", keep_next=True) for line in sheet.spoken(words))
        return
    yield paragraph((f"{prefix}: ", sheet.title(words)), style)
    if words.text and shown != words.text:
        yield paragraph((Span(sheet.say("own_words"), "Soft"), " ", sheet.own(words)), "OwnWords", keep_next=True)
    for line in sheet.translations(words):
        yield paragraph(line, "OwnWords", keep_next=True)


def _worries(sheet: Sheet, worries: list[Worry]) -> Iterator[str]:
    if worries:
        yield paragraph(Span(sheet.say("worry_behind"), "Label"), keep_next=True)
        for worry in worries:
            yield from _worry(sheet, worry)


def _worry(sheet: Sheet, worry: Worry) -> Iterator[str]:
    whose, by = sheet.names(worry.whose), sheet.view.label(worry.said_by)
    who = sheet.join(
        sheet.say("about", names=whose) if whose else "",
        sheet.say("said_by", name=by) if by else "",
    )
    yield paragraph((sheet.own(worry.words), Span(f" ({who})" if who else "", "Soft")), "ListBullet")
    yield "".join(paragraph(line, "ListContinue") for line in sheet.beside(worry.words))


def _worries_alone(sheet: Sheet) -> Iterator[str]:
    linked = {worry for need in sheet.view.needs for worry in need.behind}
    alone = [worry for worry in sheet.view.worries if worry.id not in linked]
    if alone:
        yield sheet.heading(2, sheet.say("heading.worries"))
        for worry in alone:
            yield from _worry(sheet, worry)


def _outcome(sheet: Sheet, outcome: Outcome) -> Iterator[str]:
    yield from _titled(sheet, sheet.say("outcome", number=sheet.plan.number[outcome.id]), outcome.words, "Heading3")
    yield sheet.facts(
        *((name, sheet.kept(outcome, name)) for name in ("baseline", "target", "measure")),
        _by_when(sheet, outcome),
        ("watched_by", sheet.names(outcome.monitored_by)),
        ("status", _stands(sheet, outcome)),
    )
    yield from readings(sheet, outcome)


def _stands(sheet: Sheet, outcome: Outcome) -> str | Span:
    """How it stands, where somebody said so: every outcome is open until then, and that is no news of it."""
    if outcome.status == Outcome.model_fields["status"].default:
        return ""
    return sheet.fact(outcome, "status", sheet.word("outcome_status", outcome.status))


def _by_when(sheet: Sheet, outcome: Outcome) -> tuple[str, Line]:
    """By when, and since when, as one fact."""
    start = sheet.fact(outcome, "starts_on", sheet.day(outcome.starts_on)) if outcome.starts_on else ""
    if outcome.due is None:
        return ("starts_on", start)
    since = sheet.around("since", start) if start else ()
    return ("due", sheet.joined((sheet.fact(outcome, "due", sheet.day(outcome.due)),), since))


def _strategy(sheet: Sheet, strategy: Strategy) -> Iterator[str]:
    yield from _titled(sheet, sheet.say("strategy", number=sheet.plan.number[strategy.id]), strategy.words, "Heading3")
    strengths = [sheet.own(held.words) for held in map(sheet.view.get, strategy.leans_on) if isinstance(held, Strength)]
    who = sheet.names(strategy.carried_by)
    kind = sheet.word("support_kind", strategy.source) if strategy.source else ""
    yield sheet.facts(
        ("carried_by", sheet.join(who, kind)) if who else ("source", kind),
        *(("and" if number else "leans_on", words) for number, words in enumerate(strengths)),
        *((name, sheet.kept(strategy, name)) for name in _OF_A_SERVICE),
        ("starts_on", sheet.fact(strategy, "starts_on", sheet.day(strategy.starts_on)) if strategy.starts_on else ""),
        ("ends_on", sheet.fact(strategy, "ends_on", sheet.day(strategy.ends_on)) if strategy.ends_on else ""),
    )


def _mentioned(sheet: Sheet, items: tuple[Outcome | Strategy, ...]) -> Iterator[str]:
    for item in items:
        kind = "outcome" if isinstance(item, Outcome) else "strategy"
        label = sheet.say(kind, number=sheet.plan.number[item.id])
        yield paragraph((Span(sheet.say("serves_too"), "Soft"), f" {label}: ", sheet.own(item.words)), "OwnWords")


def _tasks(sheet: Sheet, tasks: tuple[Task, ...]) -> Iterator[str]:
    if tasks:
        yield sheet.heading(3, sheet.say("heading.tasks"))
        columns = (("task", 4.6), ("who", 1.8), ("by_when", 1.8), ("status", 2.1))
        yield sheet.table(sheet.say("heading.tasks"), columns, [_task_row(sheet, task) for task in tasks])


def _task_row(sheet: Sheet, task: Task) -> Row:
    number = sheet.plan.number.get(task.strategy or "")
    meeting = None if sheet.tasks_said_on else next((m for m in sheet.view.meetings if m.id == task.meeting and m.on), None)
    origin = sheet.join(
        sheet.say("for_strategy", number=number) if number else "",
        sheet.say("from_meeting", day=sheet.short_day(meeting.on)) if meeting and meeting.on else "",
    )
    moved = sheet.say("moved_from", day=sheet.short_day(task.moved_from)) if task.moved_from else ""
    due = (sheet.fact(task, "due", sheet.short_day(task.due)) if task.due else "", sheet.kept(task, "due_said"), moved)
    status = sheet.fact(task, "status", sheet.word("task_status", task.status))
    names = sheet.names(task.owners)
    who = sheet.fact(task, "owners", names) if names else sheet.fact(task, "owners", sheet.say("nobody_yet"), "Soft")
    return (
        (*sheet.spoken(task.words), *([sheet.kept(task, "note")] if task.note else []), *([origin] if origin else [])),
        (who, *_said_yes(sheet, task)),
        tuple(filter(None, due)) or (sheet.fact(task, "due", sheet.say("no_date"), "Soft"),),
        (status, *([sheet.short_day(task.status_on)] if task.status_on else [])),
    )


def _said_yes(sheet: Sheet, task: Task) -> Iterator[str]:
    """Whether those who are to do it said yes; of nobody's task nothing."""
    if task.consent == "agreed":
        yield sheet.say("agreed")
    elif task.owners:
        yield sheet.say("not_agreed_yet")


def _options(sheet: Sheet, options: tuple[Option, ...]) -> Iterator[str]:
    if options:
        yield sheet.heading(3, sheet.say("heading.options"))
        for option in options:
            yield from _option(sheet, option)


def _option(sheet: Sheet, option: Option) -> Iterator[str]:
    by = sheet.view.label(option.proposed_by)
    chosen = ", ".join(str(sheet.plan.number[strategy.id]) for strategy in sheet.plan.chosen.get(option.id, ()))
    outcome = sheet.plan.number.get(option.outcome or "")
    notes = sheet.join(
        sheet.say("proposed_by", name=by) if by else "",
        sheet.word("support_kind", option.source) if option.source else "",
        sheet.say("toward", number=outcome) if outcome else "",
    )
    line: list[str | Span] = [sheet.own(option.words), Span(f" ({notes})" if notes else "", "Soft")]
    if chosen:
        line.append(Span(" " + sheet.say("chosen", numbers=chosen), "Strong"))
    yield paragraph(line, "ListBullet")
    yield "".join(paragraph(beside, "ListContinue") for beside in sheet.beside(option.words))
