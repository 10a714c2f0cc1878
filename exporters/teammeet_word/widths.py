"""How wide the columns of a table are: by their shares, but no word is broken if there is room for it elsewhere."""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

LETTER: Final = 132
"""How wide a letter of the text is at most on average, in twentieths of a point: 12 points, bold."""
_LONGEST: Final = 22
"""Longer words may be broken, in letters."""
_MARGINS: Final = 220


class HasShare(Protocol):
    """What a column says of itself."""

    @property
    def heading(self) -> str:
        """What stands over it."""
        ...

    @property
    def share(self) -> float:
        """Its share of the table's width."""
        ...


def widths_of(columns: Sequence[HasShare], texts: Sequence[Sequence[str]], width: int, letter: int = LETTER) -> list[int]:
    """The width of each column, ``width`` together; ``texts`` are those in each. Where no room is left, the shares hold."""
    wanted = _shared([column.share for column in columns], width)
    least = _least(columns, texts, letter, wanted)
    if sum(least) <= width:
        wanted = _at_least(wanted, least, width)
    wanted[-1] += width - sum(wanted)
    return wanted


def is_too_narrow(columns: Sequence[HasShare], texts: Sequence[Sequence[str]], width: int, letter: int = LETTER) -> bool:
    """Whether words would have to be broken, however the columns are laid out."""
    wanted = _shared([column.share for column in columns], width)
    if not any(_too_narrow(wanted, _least(columns, texts, letter, wanted))):  # most tables: no need to look at every word
        return False
    return sum(_least(columns, texts, letter, [0] * len(columns))) > width


def _shared(shares: Sequence[float], width: int) -> list[int]:
    whole = sum(shares)
    return [int(width * share / whole) for share in shares]


def _least(columns: Sequence[HasShare], texts: Sequence[Sequence[str]], letter: int, wanted: Sequence[int]) -> list[int]:
    """What the longest word of each column takes. A text that fits into what is ``wanted`` as a whole needs no look."""
    least = []
    for column, held, room in zip(columns, texts, wanted, strict=True):
        fits = (room - _MARGINS) // letter
        words = " ".join([text for text in (column.heading, *held) if len(text) > fits]).split()
        longest = max(map(len, words), default=0)
        least.append(min(longest, _LONGEST) * letter + _MARGINS if longest else 0)
    return least


def _at_least(wanted: Sequence[int], least: Sequence[int], width: int) -> list[int]:
    """Columns that are too narrow get what they need, the others share the rest."""
    settled = dict(_too_narrow(wanted, least))
    while settled:
        rest = width - sum(settled.values())
        free = [number for number in range(len(wanted)) if number not in settled]
        whole = sum(wanted[number] for number in free) or 1
        shared = [settled.get(number, wanted[number] * rest // whole) for number in range(len(wanted))]
        more = [(number, need) for number, need in _too_narrow(shared, least) if number not in settled]
        if not more:
            return shared
        settled.update(more)
    return list(wanted)


def _too_narrow(widths: Sequence[int], least: Sequence[int]) -> Iterator[tuple[int, int]]:
    for number, (has, needs) in enumerate(zip(widths, least, strict=True)):
        if has < needs:
            yield number, needs
