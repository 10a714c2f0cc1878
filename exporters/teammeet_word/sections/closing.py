"""What the plan ends with: moving on, how we meet and agree, when again, what came before; then the crisis plan.

And all that nobody has spoken of yet.
"""

from collections.abc import Iterator
from typing import Final

from teammeet_word.markup import Span, paragraph
from teammeet_word.sections.agreement import agreement
from teammeet_word.sections.crisis import crisis
from teammeet_word.sections.meetings import meeting, so_far
from teammeet_word.sections.sharing import next_meeting
from teammeet_word.sections.transition import transition
from teammeet_word.sheet import Sheet

_SECTIONS: Final = {"transition": transition, "meeting": meeting, "agreement": agreement, "crisis": crisis}
"""Each by the name of its heading, and of what is said while there is nothing in it."""


def closing(sheet: Sheet) -> Iterator[str]:
    """The last sections before the page to sign. The crisis plan has a page of its own, so it comes last of them.

    All that is told of meetings stands together, before it: after it and the page to sign another half page stayed empty.
    """
    told = {name: list(section(sheet)) for name, section in _SECTIONS.items()}
    on_a_page = told.pop("crisis")
    yield from (part for parts in told.values() for part in parts)
    yield from next_meeting(sheet)
    yield from so_far(sheet)
    if "crisis-plans" not in sheet.view.withheld:  # who never gets one is not told that there is none yet
        told["crisis"] = on_a_page
    missing = [name for name, parts in told.items() if not any(parts)]
    yield from _to_come(sheet, [*missing, *([] if sheet.to_come else ["next_meeting"])])
    yield from on_a_page


def _to_come(sheet: Sheet, missing: list[str]) -> Iterator[str]:
    """What is not written yet, said gently and in one place, so that a young plan is not a file of empty headings.

    A plan to be signed promises nothing: there is a line to write on for each, and for who may be asked, what might go
    wrong and who gets a copy, of which a young plan says nothing.
    """
    signed = sheet.view.signed
    if signed:
        view = sheet.view
        beside = {"facilitator": view.header.facilitator.strip(), "risks": view.risks, "distribution": view.copies}
        missing = [*missing, *(name for name, held in beside.items() if not held)]
    if missing:
        yield sheet.heading(1, sheet.say("heading.to_come"))
    if signed:
        for name in missing:
            key = "fact.facilitator" if name == "facilitator" else f"heading.{name}"
            yield paragraph(Span(sheet.say(key), "Strong"), keep_next=True) + sheet.line_to_write_on
    elif missing:
        lines = [(Span(sheet.say(f"heading.{name}"), "Strong"), ": ", sheet.say(f"later.{name}")) for name in missing]
        yield sheet.bullets(tuple(lines))
