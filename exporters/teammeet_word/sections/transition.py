"""Moving on: how the family will go on without formal help, thought of from the first meeting on."""

from collections.abc import Iterator
from typing import Final

from teammeet.model.plan import TransitionStep
from teammeet.practice.support_figures_said import after_lines, counted_from
from teammeet_word.markup import Span, paragraph
from teammeet_word.sheet import Sheet

ASPECTS: Final = ("benchmark", "fading", "help_again", "celebration")


def transition(sheet: Sheet) -> Iterator[str]:
    """Benchmarks, fading of formal help, the way back to help, what will be celebrated, and what stays of the map then."""
    steps = sheet.view.transition
    again = sheet.view.header.getting_help_again
    left = after_lines(sheet.view, sheet.language)
    if steps or again or left:
        yield sheet.heading(1, sheet.say("heading.transition"))
        yield "" if steps or again else sheet.placeholder("transition")
    for aspect in ASPECTS:
        here = [step for step in steps if step.aspect == aspect]
        back = again if aspect == "help_again" else ""
        if here or back:
            yield sheet.heading(2, sheet.word("transition_aspect", aspect))
        yield paragraph(sheet.kept(sheet.view.header, "getting_help_again")) if back else ""
        for step in here:
            yield from _step(sheet, step)
    if left:
        yield sheet.heading(2, sheet.say("heading.paid_services_end"))
        counted = counted_from(sheet.view, sheet.language)
        yield paragraph(counted, "Quiet", keep_next=True) if counted else ""
        yield sheet.bullets(tuple(line.words for line in left))


def _step(sheet: Sheet, step: TransitionStep) -> Iterator[str]:
    who = sheet.names(step.carried_by)
    notes = sheet.join(
        sheet.view.label(step.support),
        sheet.say("carried_by", names=who) if who else "",
        sheet.say("by_day", day=sheet.day(step.due)) if step.due else "",
        sheet.say("reached_on", day=sheet.day(step.reached_on)) if step.reached_on else "",
    )
    yield paragraph((sheet.own(step.words), Span(f" ({notes})" if notes else "", "Soft")), "ListBullet")
    yield "".join(paragraph(line, "ListContinue") for line in sheet.beside(step.words))
