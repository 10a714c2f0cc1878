"""The private one-minute rating of a meeting: three questions of our own wording, a line, and the name only if wanted."""

from collections.abc import Iterator
from typing import Final

from teammeet.messages import count, text
from teammeet.model.family import Edit, Family, put
from teammeet.model.meetings import MeetingRating
from teammeet.model.removal import without
from teammeet.tui.meeting.scene import Choice, Keep
from teammeet.tui.sign.page_questions import Answers, NextQuestion, PageQuestion, numbered

QUESTIONS: Final = ("heard", "mattered", "fits")
SCALE: Final = range(1, 6)
NOBODY: Final = "nobody"
"""The choice of somebody who rates without a name from the start."""
HERE: Final = "here"
PAPER: Final = "paper"
TYPE_IN: Final = "type-in"


def questions(language: str, *, asks_name: bool) -> NextQuestion:
    """Three statements from 1 to 5 (each may be skipped), a line, and whether the name may stand with it."""
    scale = tuple((str(n), text(f"agree.rating.scale.{n}", language)) for n in SCALE)
    choices = numbered((*scale, ("", text("agree.rating.skip", language))))
    asked = [PageQuestion(name, text(f"agree.rating.{name}", language), choices) for name in QUESTIONS]
    asked.append(PageQuestion("words", text("agree.rating.words", language)))
    if asks_name:
        names = tuple((answer, text(f"agree.rating.name-{answer}", language)) for answer in ("no", "yes"))
        asked.append(PageQuestion("name", text("agree.rating.name", language), numbered(names)))
    return lambda answers: next((each for each in asked if each.id not in answers), None)


def kept(family: Family, meeting: str, who: str | None, answers: Answers, language: str, *, on_paper: bool = False) -> Keep:
    """The rating, for the facilitator alone; with the name only if that was wanted. One of a person and meeting.

    Without a name it is a new one: what stood there under the name is taken out, so that nothing leads from it to the person.
    """
    named = who if answers.get("name") == "yes" else None
    held = of_person(family, meeting, who) if who else None
    rating = (held if held and named else MeetingRating(meeting=meeting)).changed(
        who=named,
        words=answers.get("words", ""),
        on_paper=on_paper,
        **{name: int(answers[name]) if answers.get(name) else None for name in QUESTIONS},
    )
    edits: tuple[Edit, ...] = (*(without(family, held.id) if held and not named else ()), put(rating))
    return Keep(edits, who or "", said=text("agree.told.rating-kept", language))


def on_paper(family: Family, meeting: str, who: str | None, language: str) -> Keep:
    """A sheet was given to somebody; what stands on it can be typed in later."""
    held = of_person(family, meeting, who) if who else None
    rating = held or MeetingRating(meeting=meeting, who=who, on_paper=True)
    return Keep((put(rating),), who or "", said=text("agree.told.paper-noted", language))


def of_person(family: Family, meeting: str, who: str | None) -> MeetingRating | None:
    """The rating of this meeting that has the name of ``who`` with it."""
    return next((r for r in family.meeting_ratings if r.meeting == meeting and r.who == who), None)


def sheet_of(family: Family, meeting: str, who: str | None) -> MeetingRating | None:
    """A paper sheet that was given to ``who`` and is not typed in yet."""
    return next((r for r in sheets_out(family, meeting) if r.who == who), None)


def sheets_out(family: Family, meeting: str) -> tuple[MeetingRating, ...]:
    """The paper sheets of which nothing is typed in yet."""
    return tuple(r for r in family.meeting_ratings if r.meeting == meeting and r.on_paper and not says_something(r))


def says_something(rating: MeetingRating) -> bool:
    """Whether anything was answered."""
    return bool(rating.words) or any(getattr(rating, name) is not None for name in QUESTIONS)


def ways(language: str, *, sheet_is_out: bool) -> tuple[Choice, ...]:
    """How to rate: here, on paper, or typing in a sheet that was given."""
    offered = (HERE, PAPER, TYPE_IN) if sheet_is_out else (HERE, PAPER)
    return tuple(Choice(way, text(f"agree.answer.{way}", language)) for way in offered)


def in_words(family: Family, meeting: str, language: str) -> Iterator[str]:
    """A summary for the facilitator: how many answered, and of each question how many said yes, partly, no. No grades."""
    rated = [r for r in family.meeting_ratings if r.meeting == meeting]
    answered = [r for r in rated if says_something(r)]
    if not rated:
        return
    yield count("agree.summary.answered", len(answered), language)
    for name in QUESTIONS:
        said = [value for value in (getattr(r, name) for r in answered) if value is not None]
        if said:
            counts = {"yes": sum(n >= 4 for n in said), "partly": sum(n == 3 for n in said), "no": sum(n <= 2 for n in said)}
            yield text("agree.summary.question", language, question=text(f"agree.rating.{name}", language), **counts)
    if sheets := len(sheets_out(family, meeting)):
        yield text("agree.summary.paper", language, number=sheets)
