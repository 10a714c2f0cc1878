"""The questions of a plan that comes back, asked one after the other in lines: one may go back, and stop at any of them."""

from collections.abc import Callable, Iterator
from typing import Literal

from teammeet.desk.questions import ComingBack, Question
from teammeet.messages import text

Answer = Literal["keep", "take", "back", "stop"]
Ask = Callable[[tuple[str, ...]], Answer]
KEYS: tuple[Answer, ...] = ("keep", "take", "back", "stop")


def keys_told(language: str) -> dict[Answer, str]:
    """What is typed for each answer."""
    return {name: text(f"back.key.{name}", language) for name in KEYS}


def how_to_stop(language: str) -> str:
    """What to type to go back, and to stop: said once, before the first question."""
    keys = keys_told(language)
    return text("back.how-to-stop", language, back=keys["back"], stop=keys["stop"])


def how_to_answer(language: str) -> str:
    """What to type at each question."""
    return text("back.ask", language, **keys_told(language))


def answer_in(typed: str, language: str) -> Answer | None:
    """The answer that was typed: by its key; nothing typed keeps the record."""
    said = typed.strip().casefold()
    return next((name for name, key in keys_told(language).items() if said == key), None if said else "keep")


def answered(coming: ComingBack, ask: Ask, tell: Callable[[str], None], language: str) -> list[Question] | None:
    """What is taken; ``None`` if somebody stopped. ``ask`` shows the lines of a question and gives its answer.

    What a new item belongs to is asked once more if the item was taken and that was not. Of two texts for one place the one
    that is taken last counts, and it is said which it replaces.
    """
    taken, start = set[Question](), 0
    while (answer := _asked_in_order(coming, taken, start, ask, language)) != "stop":
        answer = _asked_of_parents(coming, taken, ask, language)
        if answer != "back":
            break
        start = len(coming.questions) - 1
    if answer == "stop":
        return None
    chosen = [question for question in coming.questions if question in taken]
    for line in coming.loose_told(chosen, language):
        tell(line)
    return chosen


def _asked_in_order(coming: ComingBack, taken: set[Question], place: int, ask: Ask, language: str) -> Answer:
    """Ask from ``place`` on, and note in ``taken`` what is; the last answer."""
    total, answer = len(coming.questions), KEYS[0]
    while place < total:
        question = coming.questions[place]
        number = text("back.number", language, number=place + 1, total=total)
        rivals = [one for one in coming.rivals(question) if one in taken]
        words = (coming.side(one, "now", language) or "–" for one in rivals)
        answer = ask((number, *coming.told(question, language), *(text("back.replaces", language, words=one) for one in words)))
        if answer == "stop":
            break
        if answer == "back":
            place = max(0, place - 1)
            continue
        if answer == "take":
            taken.difference_update(rivals)
        _note(answer, question, taken)
        place += 1
    return answer


def _asked_of_parents(coming: ComingBack, taken: set[Question], ask: Ask, language: str) -> Answer:
    """Ask once more for what a taken item belongs to; ``back`` if somebody goes back before the first of these."""
    asked, place = tuple(_left_behind(coming, taken)), 0
    while place < len(asked):
        parent, child = asked[place]
        why = text("back.belongs", language, name=coming.heading(child, language))
        answer = ask((why, *coming.told(parent, language)))
        if answer == "stop" or (answer == "back" and place == 0):
            return answer
        if answer == "back":
            place -= 1
            continue
        _note(answer, parent, taken)
        place += 1
    return KEYS[0]


def _note(answer: Answer, question: Question, taken: set[Question]) -> None:
    (taken.add if answer == "take" else taken.discard)(question)


def _left_behind(coming: ComingBack, taken: set[Question]) -> Iterator[tuple[Question, Question]]:
    """What was not taken though a new item that was belongs to it, each once, with that item; what leans on nothing first."""
    found: dict[Question, Question] = {}
    for question in coming.questions:
        if question in taken:
            for parent in coming.parents(question, taken):
                found.setdefault(parent, question)
    yield from ((parent, found[parent]) for parent in coming.questions if parent in found)
