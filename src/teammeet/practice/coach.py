"""The coach: hints while somebody writes. A hint gives its reason and asks a question; it never blocks and judges nobody.

What is hinted at, and why: PRACTICE.md section 6. The words that a hint looks for are data, in ``practice/words``.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from teammeet.messages import text
from teammeet.practice.phrases import Span, Word, phrase, spans, word_list, words_of

HintKind = Literal["need", "outcome", "strength", "task", "any"]

_NEAR: Final = 3
"""How many words may stand between two that belong together: "stop all the fighting"."""
_BEGINNING: Final = 5
"""Among how many first words an absence is the whole of the outcome, not an aside."""
_LETTERS: Final = re.compile(r"(?<![\w'’-])[A-Z]{2,6}(?![\w'’])")


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: its rule, the piece of the words that it is about, the reason, and a question to ask."""

    rule: str
    phrase: str
    reason: str
    ask: str


@dataclass(frozen=True, slots=True)
class _Said:
    """What is looked at: the words as said, and as they are compared."""

    said: str
    words: tuple[Word, ...]
    language: str

    def spans(self, name: str) -> list[Span]:
        return spans(word_list(self.language, name), self.words)


_Found = tuple[str, Span]


def hints(kind: HintKind, words: str, language: str = "en") -> tuple[Hint, ...]:
    """What may be asked about ``words``, in the order in which it stands there; nothing, if there is nothing to ask.

    ``language`` is that of the words, and of the hints. A language without word lists is read as English.
    """
    said = _Said(words, words_of(words), language)
    if not said.words:
        return ()
    found = [*_RULES[kind](said), *_deficits(said)] if kind != "any" else [*_deficits(said)]
    placed = [(span[0], rule, phrase(words, said.words, span)) for rule, span in found]
    placed += [(_word_at(said, match.start()), "any-letters", match[0]) for match in _unexplained(said)]
    ordered = dict.fromkeys((rule, piece) for _, rule, piece in sorted(placed, key=lambda one: one[0]))
    return tuple(hint(rule, piece, language) for rule, piece in ordered)


def hint(rule: str, piece: str, language: str = "en") -> Hint:
    """The hint of a rule about ``piece``, in the words of the catalogue."""
    return Hint(rule, piece, text(f"practice.hint.{rule}.reason", language), text(f"practice.hint.{rule}.ask", language))


def _of_need(said: _Said) -> Iterator[_Found]:
    services = _services(said)
    lacks = _followed(said.spans("need.lack"), services)
    yield from (("need-lack", span) for span in lacks)
    ways = [span for span in said.spans("need.one_way") if not _inside(span, lacks)]
    yield from (("need-one-way", span) for span in ways)
    yield from (("need-service", span) for span in services if not _inside(span, lacks))
    yield from (("need-behavior", span) for span in _followed(said.spans("need.change"), said.spans("need.behavior")))
    yield from (("need-behavior", span) for span in said.spans("need.obey"))


def _of_outcome(said: _Said) -> Iterator[_Found]:
    yield from (("outcome-attending", span) for span in _followed(said.spans("outcome.attending"), _services(said)))
    early = [span for span in said.spans("outcome.absence") if span[0] < _BEGINNING]
    yield from (("outcome-absence", span) for span in early[:1])
    yield from (("outcome-vague", span) for span in said.spans("outcome.vague"))
    yield from (("outcome-unseen", span) for span in said.spans("outcome.unseen"))


def _of_strength(said: _Said) -> Iterator[_Found]:
    """A bare adjective: nothing else is said, or nothing but who it is."""
    verbs = said.spans("strength.verbs")
    start = verbs[0][1] if verbs and verbs[0][0] <= _NEAR else 0
    adjectives = [span for span in said.spans("strength.adjectives") if span[0] >= start]
    said_else = set(range(start, len(said.words)))
    for first, end in (*adjectives, *said.spans("strength.fillers")):
        said_else -= set(range(first, end))
    if adjectives and not said_else:
        yield "strength-bare", (adjectives[0][0], adjectives[-1][1])


def _of_task(said: _Said) -> Iterator[_Found]:
    """A line that begins with the work names nobody; a line without a number or a word of time has no date."""
    opening = [span for name in ("task.imperative", "task.nobody") for span in said.spans(name) if span[0] == 0]
    if opening and not re.search(r"[(:–—]|\s-\s", said.said):
        yield "task-owner", opening[0]
    if not said.spans("task.time") and not any(c.isdigit() for c in said.said):
        yield "task-date", (0, len(said.words))


def _nothing(said: _Said) -> Iterator[_Found]:
    yield from ()


_RULES: Final[dict[HintKind, Callable[[_Said], Iterator[_Found]]]] = {
    "need": _of_need,
    "outcome": _of_outcome,
    "strength": _of_strength,
    "task": _of_task,
    "any": _nothing,
}


def _deficits(said: _Said) -> Iterator[_Found]:
    yield from (("any-deficit", span) for span in said.spans("any.deficit"))


def _unexplained(said: _Said) -> Iterator[re.Match[str]]:
    """Letters that stand for words, unless the whole line is in capitals, or the words stand beside them in brackets."""
    if said.said.upper() == said.said:
        return
    known = {span[0] for span in said.spans("any.known_letters")}
    for match in _LETTERS.finditer(said.said):
        before, after = said.said[: match.start()].rstrip(), said.said[match.end() :].lstrip()
        if not (_word_at(said, match.start()) in known or before.endswith("(") or after.startswith("(")):
            yield match


def _services(said: _Said) -> list[Span]:
    fine = said.spans("service.fine")
    return [span for span in said.spans("service.names") if not _inside(span, fine)]


def _followed(first: Sequence[Span], then: Sequence[Span]) -> list[Span]:
    """Where one of ``first`` is followed by one of ``then`` with few words between them."""
    found = []
    for start, end in first:
        near = [stop for begin, stop in then if end <= begin <= end + _NEAR]
        if near:
            found.append((start, min(near)))
    return found


def _inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether ``span`` shares a word with one of ``others``."""
    return any(span[0] < end and start < span[1] for start, end in others)


def _word_at(said: _Said, place: int) -> int:
    return next((number for number, word in enumerate(said.words) if word.end > place), len(said.words))
