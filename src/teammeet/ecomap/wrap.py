"""Names set in lines: nothing is ever cut."""

import unicodedata
from functools import lru_cache
from typing import Final

from teammeet.ecomap.shapes import LEADING, SIZE, Box, Label, Measure

_BREAK_AFTER: Final = "-/–—‐"
_WIDE: Final = ("W", "F")


def wrapped(text: str, measure: Measure, width: float, size: float = SIZE, bold: bool = False) -> tuple[str, ...]:
    """``text`` in lines no wider than ``width``: broken at spaces, else in the word (with a hyphen between letters)."""
    lines: list[str] = []
    line = ""
    for glue, piece in _pieces(text):
        joined = line + glue + piece if line else piece
        if measure(joined, size, bold) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _broken(piece, measure, width, size, bold)
        lines.extend(full)
    if line:
        lines.append(line)
    return tuple(lines)


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[tuple[str, str], ...]:
    """What may stand on a line of its own, each with what joins it to the piece before."""
    pieces = []
    for word in text.split():
        glue, part = " ", ""
        for place, char in enumerate(word):
            part += char
            more = place + 1 < len(word)
            if more and (char in _BREAK_AFTER or _is_wide(char)) and not unicodedata.combining(word[place + 1]):
                pieces.append((glue, part))
                glue, part = "", ""
        pieces.append((glue, part))
    return tuple((glue, part) for glue, part in pieces if part)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in _WIDE


def _clusters(word: str) -> list[str]:
    clusters: list[str] = []
    for char in word:
        joins = unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf") or (clusters and clusters[-1][-1] == "\u200d")
        if clusters and joins:
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


def _broken(word: str, measure: Measure, width: float, size: float, bold: bool) -> list[str]:
    """A word in parts that fit, of about the same length: no letter is left over for a line; at least one letter a line."""
    whole = measure(word, size, bold)
    if whole <= width:
        return [word]
    parts = _filled(word, measure, width, size, bold)
    even = _filled(word, measure, min(width, whole / len(parts) + size * 0.9), size, bold)
    return even if len(even) == len(parts) else parts


def _filled(word: str, measure: Measure, width: float, size: float, bold: bool) -> list[str]:
    """A word in parts that fill their lines, each with room for the hyphen that it may end with."""
    lines, part = [], ""
    clusters = _clusters(word)
    for cluster, after in zip(clusters, [*clusters[1:], ""], strict=True):
        before = _hyphen(part, cluster)
        if part and measure(part + cluster + (before or _hyphen(cluster, after)), size, bold) > width:
            lines.append(part + before)
            part = ""
        part += cluster
    return [*lines, part]


def _hyphen(part: str, after: str) -> str:
    """What stands at the end of a line where a word breaks between these two."""
    return "-" if part and after and part[-1].isalpha() and after[0].isalpha() and not _is_wide(after[0]) else ""


@lru_cache(maxsize=4096)
def balanced(
    text: str, measure: Measure, width: float, size: float = SIZE, bold: bool = False, lines: int = 4
) -> tuple[str, ...]:
    """``text`` in as few lines as ``width`` allows, of about the same length.

    A text that would need more than ``lines`` may be up to twice as wide.
    """
    best = wrapped(text, measure, width, size, bold)
    if len(best) > lines:
        width *= 2
        best = wrapped(text, measure, width, size, bold)
    if len(best) <= 1:
        return best
    longest = max(measure(piece, size, bold) for _, piece in _pieces(text))
    low, high = max(width / len(best) * 0.6, min(longest, width)), width
    if low >= high:
        return best
    for _ in range(5):
        middle = (low + high) / 2
        tried = wrapped(text, measure, middle, size, bold)
        if len(tried) <= len(best) and max(measure(line, size, bold) for line in tried) <= middle:
            best, high = tried, middle
        else:
            low = middle
    return best


def label_at(
    lines: tuple[str, ...], measure: Measure, size: float = SIZE, bold: bool = False, x: float = 0.0, top: float = 0.0
) -> Label:
    """The lines as a label whose box hangs from (``x``, ``top``)."""
    width = max((measure(line, size, bold) for line in lines), default=0.0)
    height = size * LEADING * len(lines)
    return Label(lines, Box(x, top + height / 2, width, height), size, bold)


def stacked(labels: tuple[Label, ...]) -> tuple[tuple[Label, ...], float, float]:
    """The labels one under the other, centred on (0, 0), with their common width and height."""
    height = sum(label.box.h for label in labels)
    width = max((label.box.w for label in labels), default=0.0)
    placed, top = [], -height / 2
    for label in labels:
        placed.append(label.moved(-label.box.x, top - label.box.sides[1]))
        top += label.box.h
    return tuple(placed), width, height
