"""Text beside text: what became of each kept text of a document whose controls are gone.

The document as it was written is laid beside the document as it is. What stands there word for word is found first, also
where it was moved; what lies between the same neighbours is compared, and a text is taken from there only if all that stood
around it still does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from teammeet_word.back.document import Document, Paragraph, Piece, text_of

LEAST_ALIKE: Final = 0.5
"""How much of two paragraphs must agree for the one to be the other, changed (0 to 1)."""
LEAST_OF_OURS: Final = 0.3
"""Of a document in our own layout at least so much stands there word for word; of another layout hardly anything does."""
_WINDOW: Final = 12
"""So many paragraphs further on a changed one is looked for."""
_FEW: Final = 4
"""So many paragraphs in a row may each be typed anew, such as the cells of a row."""
_LONGEST: Final = 4_000
"""Characters of a paragraph that are compared: two that agree so far are the same one."""

Other = tuple[str, str, str]
"""A paragraph that changed outside any kept text: the headings it stands under, before, now. One that was put in or taken out
has one side only."""
Block = tuple[Sequence[Paragraph], Sequence[str]]
"""What was written between two neighbours, and what stands between them now."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What was found: texts by tag as they are now, tags of texts that are no more there, and what else is another."""

    found: Mapping[str, tuple[str, ...]]
    lost: frozenset[str]
    other: tuple[Other, ...]


def beside(written: Document, now: Document) -> Beside:
    """The texts of ``written``, looked for in ``now``."""
    found: dict[str, list[str]] = defaultdict(list)
    lost: set[str] = set()
    other: list[Other] = []
    places, place = {id(was): at for was, at in zip(written.paragraphs, written.places, strict=True)}, ""
    for was, said in _pairs(written, now):
        place = places[id(was)] if was else place
        taken = _taken(was, said) if was and said else None
        if taken is None:
            lost.update(piece.tag for piece in was if piece.tag)
            other.append((place, text_of(was), said))
        for tag, text in taken or ():
            found[tag].append(text)
    whole = {tag: told for tag, texts in found.items() if (told := _whole(texts, written.controls.get(tag, ("",))[0]))}
    return Beside(whole, frozenset(lost | found.keys()) - whole.keys(), tuple(other))


def is_ours(written: Document, now: Document) -> bool:
    """Whether ``now`` is laid out as ``written`` is."""
    there = set(now.texts)
    return sum(text in there for text in written.texts) >= LEAST_OF_OURS * len(written.texts)


def found_word_for_word(written: Document, now: Document) -> frozenset[str]:
    """The tags of texts that stand somewhere in ``now`` just as they were written: for another layout."""
    all_now = "\n".join(now.texts)
    lines = ((tag, text) for tag, said in written.controls.items() for text in said)
    missing = {tag for tag, text in lines if not all(line in all_now for line in text.split("\n"))}
    return frozenset(written.controls.keys() - missing)


def _whole(texts: Sequence[str], was: str) -> tuple[str, ...]:
    """Notes put together again from their lines; nothing if one of them is gone."""
    lines = was.count("\n") + 1
    if len(texts) % lines:
        return ()
    return tuple("\n".join(texts[start : start + lines]) for start in range(0, len(texts), lines))


def _pairs(written: Document, now: Document) -> Iterator[tuple[Paragraph, str]]:
    """Each paragraph that was written with what it is now, in the order of writing; either side may be empty."""
    matcher = SequenceMatcher(None, written.texts, now.texts, autojunk=False)
    codes = matcher.get_opcodes()
    loose = Counter(text for kind, _, _, c, d in codes if kind != "equal" for text in now.texts[c:d])
    moved = loose & Counter(text for kind, a, b, _, _ in codes if kind != "equal" for text in written.texts[a:b])
    left_old, left_new = moved.copy(), moved.copy()
    for kind, a, b, c, d in codes:
        if kind == "equal":
            yield from zip(written.paragraphs[a:b], now.texts[c:d], strict=True)
            continue
        old = [was for was in written.paragraphs[a:b] if not _spent(left_old, text_of(was))]
        new = [said for said in now.texts[c:d] if not _spent(left_new, said)]
        kept = {id(was) for was in old}
        yield from ((was, text_of(was)) for was in written.paragraphs[a:b] if id(was) not in kept)
        yield from _closest((old, new))


def _spent(left: Counter[str], text: str) -> bool:
    """Whether there is one more of ``text``, which is then counted off."""
    if left[text] <= 0:
        return False
    left[text] -= 1
    return True


def _closest(block: Block) -> Iterator[tuple[Paragraph, str]]:
    """What was written with what it is most like now, in order; one between two neighbours is what stands there now."""
    old, new = block
    if len(old) == len(new) and (len(old) == 1 or _stayed_in_order(old, new)):
        yield from zip(old, new, strict=True)
        return
    start = 0
    for was in old:
        window = new[start : start + _WINDOW]
        alike = [_likeness(text_of(was), said) for said in window]
        best = max(range(len(alike)), key=alike.__getitem__, default=-1)
        if best < 0 or alike[best] < LEAST_ALIKE:
            yield was, ""
            continue
        yield from (((), said) for said in window[:best])
        yield was, window[best]
        start += best + 1
    yield from (((), said) for said in new[start:])


def _stayed_in_order(old: Sequence[Paragraph], new: Sequence[str]) -> bool:
    """Whether a few paragraphs, each typed anew, are as many as before, and none is like one at another place."""
    if len(old) > _FEW:
        return False
    texts = [text_of(was) for was in old]
    return all(_likeness(was, said) < LEAST_ALIKE for a, was in enumerate(texts) for b, said in enumerate(new) if a != b)


def _likeness(was: str, said: str) -> float:
    matcher = SequenceMatcher(None, was[:_LONGEST], said[:_LONGEST], autojunk=True)
    return matcher.ratio() if matcher.quick_ratio() >= LEAST_ALIKE else 0.0


def _taken(was: Paragraph, said: str) -> list[tuple[str, str]] | None:
    """Each kept text of a paragraph as it is now; ``None`` if what stood around them is another."""
    found: list[tuple[str, str]] = []
    place, open_piece = 0, Piece("")
    for number, piece in enumerate(was, start=1):
        if piece.tag:
            if open_piece.tag:
                return None
            open_piece = piece
            continue
        at = _place_of(piece.text, said, place, open_piece, is_last=number == len(was))
        if at is None:
            return None
        if open_piece.tag:
            found.append((open_piece.tag, said[place:at]))
        place, open_piece = at + len(piece.text), Piece("")
    if open_piece.tag:
        return [*found, (open_piece.tag, said[place:])]
    return found if place == len(said) else None


def _place_of(fixed: str, said: str, start: int, before: Piece, *, is_last: bool) -> int | None:
    """Where what stood after a kept text stands now, at ``start`` or later."""
    if not before.tag:
        return start if said.startswith(fixed, start) else None
    if said.startswith(before.text + fixed, start) and not is_last:
        return start + len(before.text)
    at = len(said) - len(fixed) if is_last else said.find(fixed, start)
    return at if at >= start and said.startswith(fixed, at) else None
