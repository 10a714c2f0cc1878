"""What a key keeps while the plan is read back: agreed, put right, or a dissent in the person's own words."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from teammeet.messages import text
from teammeet.model.family import put
from teammeet.model.meetings import ReadSection
from teammeet.model.values import Circle, Item, Words
from teammeet.tui.meeting.initials import tags_of
from teammeet.tui.meeting.reading import Reading
from teammeet.tui.meeting.scene import AskLine, AskPick, Choice, Deed, Edited, Keep, StepKey, Tell

AGREED: Final = "agreed"
CORRECTED: Final = "corrected"
DISSENT: Final = "dissent"
WHOLE: Final = "whole"
_LETTERS: Final = {AGREED: "a", CORRECTED: "c", DISSENT: "d", WHOLE: "w"}
DISSENT_CIRCLES: Final[dict[str, Circle]] = {
    "facilitator": "facilitator",
    "team": "team",
    "family": "family",
    "room": "room",
}
"""Who may read a dissent, the least first."""


def keys(language: str) -> tuple[StepKey, ...]:
    """The letters of the screen that reads back."""
    return tuple(StepKey(name, letter, text(f"agree.key.{name}", language)) for name, letter in _LETTERS.items())


def agreed(reading: Reading, section: ReadSection) -> Keep:
    """They say that this is what they said."""
    return _together(reading, section, AGREED)


def put_right(reading: Reading, section: ReadSection) -> Keep:
    """Something in the part was corrected: it is read again."""
    return _together(reading, section, CORRECTED)


def corrected(reading: Reading, section: ReadSection, item_id: str) -> Deed:
    """The right words for the selected row, in place of the family's own; what has no words of its own opens in the editor."""
    item = reading.family.get(item_id)
    if item is None:
        return Tell(text("agree.told.select", reading.language))
    words = getattr(item, "words", None)
    if not isinstance(words, Words):
        return Edited(item)

    def typed(line: str) -> Deed:
        said = item.changed(words=words.changed(text=line, verbatim=True, reworded="", translations=()))
        edits = (put(said), *put_right(with_edit(reading, said), section).edits)
        return Keep(edits, item.id, said=text("agree.told.read-again", reading.language))

    return AskLine(text("agree.ask.right-words", reading.language), typed, start=words.text)


def with_edit(reading: Reading, item: Item) -> Reading:
    """The same moment with ``item`` in the record."""
    family = reading.family.with_edits((put(item),))
    return replace(reading, family=family)


def dissents(reading: Reading, section: ReadSection) -> AskLine:
    """Who sees it differently, how in their own words, and who may read that; nothing is kept before all three are said."""

    def who_said(line: str) -> Deed:
        who = tags_of(reading.shown, reading.today).who_begins(line)
        if who is None:
            return Tell(text("agree.told.nobody", reading.language, who=line))
        return _own_words(reading, section, who)

    return AskLine(text("agree.ask.who", reading.language), who_said)


def _together(reading: Reading, section: ReadSection, answer: str) -> Keep:
    """An answer of everybody there; it is no secret."""
    held = reading.answer_of(section, None)
    said = held.changed(answer=answer, shown_to="room", read_at=reading.now, digest=reading.digest(section))
    return Keep((put(said),))


def _own_words(reading: Reading, section: ReadSection, who: str) -> AskLine:
    held = reading.answer_of(section, who)

    def shown_to(words: str, circle: Circle) -> Deed:
        said = Words(text=words, verbatim=True, language=held.words.language)
        answer = held.changed(answer=DISSENT, words=said, shown_to=circle, read_at=reading.now)
        told = text("agree.told.dissent-kept", reading.language)
        return Keep((put(answer),), said=told)

    def written(line: str) -> Deed:
        return ask_shown_to(reading.language, held.shown_to, lambda circle: shown_to(line, circle))

    name = reading.family.label(who)
    return AskLine(text("agree.ask.own-words", reading.language, who=name), written)


def ask_shown_to(language: str, now: Circle, then: Callable[[Circle], Deed]) -> AskPick:
    """Who may read a dissent; the facilitator alone unless somebody says otherwise."""
    choices = tuple(Choice(circle, text(f"model.circle.{circle}", language)) for circle in DISSENT_CIRCLES)
    return AskPick(
        text("agree.ask.shown-to", language),
        choices,
        lambda ids: then(DISSENT_CIRCLES[ids[0]]),
        (now,),
        many=False,
    )
