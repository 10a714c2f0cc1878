"""The plan of care as an outline: vision, strengths, worries, needs in the family's order with all that hangs on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from teammeet.model.plan import Need, Option, Outcome, Strategy, Task
from teammeet.tui.forms.typed import domain_name
from teammeet.tui.sheets.row import Look, Row, joined

KINDS = (
    "strengths",
    "worries",
    "needs",
    "outcomes",
    "readings",
    "options",
    "strategies",
    "tasks",
    "risks",
    "mandates",
    "crisis_plans",
    "crisis_stages",
    "crisis_calls",
    "past_crises",
    "transition",
    "assessments",
    "ratings",
)
"""What can be added here."""
TASK_MARKS = {"open": "☐", "done": "☑", "moved": "→", "still_hard": "~", "no_longer_needed": "–"}
_HEADER = ("vision-text", "mission-text", "story", "culture", "ground_rules", "getting_help_again")


def rows(look: Look) -> Iterator[Row]:
    """The sheet, in the order of the plan."""
    from teammeet.tui.sheets import safety

    yield from _header(look)
    family = look.family
    yield from look.section("strengths", "strengths", (_strength(look, s.id) for s in family.strengths))
    yield from look.section("worries", "worries", (look.row(w, "•", look.names(w.whose)) for w in family.worries))
    yield from _needs(look)
    yield from _loose(look)
    yield from look.section("risks", "risks", (look.row(r, "!", look.names(r.whose), r.backup) for r in family.risks))
    yield from look.section("mandates", "mandates", (look.row(m, "!", m.said_by) for m in family.mandates))
    yield from safety.rows(look)
    yield from look.section("transition", "transition", _transition(look))
    yield from look.section("assessments", "assessments", _assessments(look))


def in_rank(needs: tuple[Need, ...]) -> tuple[Need, ...]:
    """The needs as the family ranked them; those without a rank after the others, in their order."""
    return tuple(sorted(needs, key=lambda need: (need.rank is None, need.rank or 0)))


def _header(look: Look) -> Iterator[Row]:
    header = look.family.header
    said = {
        "vision-text": str(header.vision),
        "mission-text": str(header.mission),
        "story": header.story,
        "culture": header.culture,
        "ground_rules": " · ".join(header.ground_rules),
        "getting_help_again": header.getting_help_again,
    }
    for field in _HEADER:
        label = look.say(f"field.{field.removesuffix('-text')}")
        words = " ".join(said[field].split()) or look.say("not-said")
        yield Row(f"header/{field}", label, "", words, 0, heading=True, item=header.id, field=field)


def _strength(look: Look, strength_id: str) -> Row:
    strength = next(one for one in look.family.strengths if one.id == strength_id)
    return look.row(strength, "+", look.names(strength.whose), strength.setting)


def _needs(look: Look) -> Iterator[Row]:
    yield look.heading("needs", "needs", len(look.family.needs) or None)
    for need in in_rank(look.family.needs):
        behind = look.say("behind", names=look.names(need.behind)) if need.behind else ""
        status = look.term(f"need_status.{need.status}") if need.status != "open" else ""
        gap = look.say("field.gap") if need.gap else ""
        domain = domain_name(need.domain, look.language)
        rank = str(need.rank) if need.rank else "•"
        yield look.row(need, rank, look.names(need.whose), domain, status, gap, behind)
        yield from _under_need(look, need)
    gaps = [need for need in in_rank(look.family.needs) if need.gap]
    if gaps:
        yield from look.section("gaps", "", (look.row(need, "○", under="gap") for need in gaps))


def _under_need(look: Look, need: Need) -> Iterator[Row]:
    family = look.family
    for outcome in family.outcomes:
        if need.id in outcome.needs:
            yield _outcome(look, outcome, need.id)
            yield from _readings(look, outcome, need.id)
            yield from _ideas(look, partial(_is_for, outcome), need.id, 3)
    yield from _ideas(look, lambda one: need.id in _needs_of(one) and not _outcomes_of(one), need.id, 2)
    yield from (_task(look, task, 2) for task in family.tasks if task.need == need.id and task.strategy is None)


def _is_for(outcome: Outcome, one: Option | Strategy) -> bool:
    return outcome.id in _outcomes_of(one)


def _ideas(look: Look, belongs: Callable[[Option | Strategy], bool], under: str, level: int) -> Iterator[Row]:
    """Strategies with their tasks, then the whole brainstorm, chosen or not: none of it is lost."""
    family = look.family
    for strategy in filter(belongs, family.strategies):
        yield _strategy(look, strategy, under, level)
        yield from (_task(look, task, level + 1, under) for task in family.tasks if task.strategy == strategy.id)
    chosen = {strategy.option for strategy in family.strategies}
    for option in filter(belongs, family.options):
        mark, said = ("✓", look.say("chosen")) if option.id in chosen else ("?", "")
        yield look.row(option, mark, said, look.name(option.proposed_by), _source(look, option), level=level, under=under)


def _outcome(look: Look, outcome: Outcome, under: str) -> Row:
    course = " → ".join(part for part in (outcome.baseline, outcome.target) if part)
    due = look.say("by-day", day=look.day(outcome.due)) if outcome.due else ""
    status = look.term(f"outcome_status.{outcome.status}") if outcome.status != "open" else ""
    return look.row(outcome, "◎", course, due, status, level=2, under=under)


def _readings(look: Look, outcome: Outcome, under: str) -> Iterator[Row]:
    for reading in look.family.readings:
        if reading.outcome == outcome.id:
            score = f"{reading.score}/10" if reading.score is not None else ""
            yield look.row(reading, "·", score, look.name(reading.by), level=3, under=under)


def _strategy(look: Look, strategy: Strategy, under: str, level: int) -> Row:
    leans = look.say("leans-on", names=look.names(strategy.leans_on)) if strategy.leans_on else ""
    return look.row(strategy, "▸", look.names(strategy.carried_by), _source(look, strategy), leans, level=level, under=under)


def _task(look: Look, task: Task, level: int, under: str = "") -> Row:
    due = look.say("by-day", day=look.day(task.due)) if task.due else task.due_said
    late = look.say("overdue") if task.is_open and task.due and task.due < look.today else ""
    asked = look.term("task_consent.asked") if task.consent == "asked" and task.is_open else ""
    status = look.term(f"task_status.{task.status}") if task.status != "open" else ""
    owners = look.names(task.owners)
    return look.row(task, TASK_MARKS[task.status], owners, due, late, status, asked, level=level, under=under)


def _loose(look: Look) -> Iterator[Row]:
    """What hangs on no need yet: it is shown, or it would be lost."""
    family = look.family
    needs = {need.id for need in family.needs}
    placed = {outcome.id for outcome in family.outcomes if set(outcome.needs) & needs}
    loose = [_outcome(look, outcome, "loose") for outcome in family.outcomes if outcome.id not in placed]
    ideas = _ideas(look, lambda one: not set(_outcomes_of(one)) & placed and not _shown_by_need(one, placed), "loose", 1)
    tasks = [_task(look, t, 1) for t in family.tasks if t.strategy is None and t.need is None]
    held = (*loose, *ideas, *tasks)
    if held:
        yield from look.section("loose", "tasks", held)


def _shown_by_need(one: Option | Strategy, placed: set[str]) -> bool:
    return bool(_needs_of(one)) and not _outcomes_of(one)


def _needs_of(one: Option | Strategy) -> tuple[str, ...]:
    return one.needs if isinstance(one, Strategy) else tuple(filter(None, (one.need,)))


def _outcomes_of(one: Option | Strategy) -> tuple[str, ...]:
    return one.outcomes if isinstance(one, Strategy) else tuple(filter(None, (one.outcome,)))


def _source(look: Look, one: Option | Strategy) -> str:
    return look.term(f"support_kind.{one.source}") if one.source else ""


def _transition(look: Look) -> Iterator[Row]:
    for step in look.family.transition:
        due = look.say("by-day", day=look.day(step.due)) if step.due else ""
        reached = look.say("reached-day", day=look.day(step.reached_on)) if step.reached_on else ""
        aspect = look.term(f"transition_aspect.{step.aspect}")
        yield look.row(step, "☑" if step.reached_on else "☐", aspect, look.names(step.carried_by), due, reached)


def _assessments(look: Look) -> Iterator[Row]:
    for assessment in look.family.assessments:
        yield look.row(assessment, "•", look.names(assessment.of), look.day(assessment.on), assessment.by)
        ratings = [rating for rating in look.family.ratings if rating.assessment == assessment.id]
        yield from (look.row(rating, "·", joined((rating.domain,)), level=2) for rating in ratings)
