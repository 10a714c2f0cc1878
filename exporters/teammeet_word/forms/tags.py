"""What a control's tag says: which field, of which row, in which form. No code and no expressions: a path and its narrowing.

``FIELD(.FIELD)*``, where each may carry its narrowing after a colon (``needs:health,other``, ``born:year``, ``status:met``) and
a list the number of a row (``needs.1.words``). The first field is looked for in the innermost section that the control stands
in, then outwards; it may be the name of such a section itself (``need.words`` within an outcome).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from teammeet_word.forms.fields import BY_SCOPE, DATE_PARTS, IF_ANY, LONGEST_TAG, TOP, WORDS_FORMS, Field

_PART: Final = re.compile(r"([a-z][a-z0-9_]*)(?::([a-z0-9_+,-]+))?")
_AREA: Final = re.compile(r"(?!\d+[-+])[a-z0-9][a-z0-9_-]{0,39}")
_ROWS: Final = re.compile(r"([1-9]\d{0,2})-([1-9]\d{0,2})?")
_AT_LEAST: Final = re.compile(r"([1-9]\d?)\+")
_SAYS: Final = ("yes", "no")
_ANY_AREA: Final = "AREA"
FIGURES: Final[Mapping[str, int]] = MappingProxyType({"day": 2, "month": 2, "year": 4})
"""How many boxes each part of a date has, one for a figure."""


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a path: the field, what narrows it, and the row of a list (1 the first; 0 all of them).

    ``first`` and ``last`` are the rows that a list begins and ends with (``needs:1-10``); ``least`` is how many rows it has
    at least, empty ones among them (``signers:6+``).
    """

    field: Field
    narrowed: tuple[str, ...] = ()
    row: int = 0
    first: int = 1
    last: int = 0
    least: int = 0


@dataclass(frozen=True, slots=True)
class Path:
    """A tag that was understood. ``level`` is where it begins among the sections that stand around, the plan being 0.

    Without ``steps`` it is such a section itself. ``if_any``: what it holds is only written where the field says something.
    """

    tag: str
    level: int
    steps: tuple[Step, ...]
    if_any: bool = False

    @property
    def field(self) -> Field:
        """What it leads to."""
        return self.steps[-1].field

    @property
    def rows_of(self) -> str:
        """The scope of the rows that it leads to, if it leads to any."""
        return self.field.of


def find(tag: str, inside: Sequence[str] = (TOP,)) -> Path | None:
    """What ``tag`` leads to for a control within sections of the scopes ``inside``, the outermost first; ``None``: unknown."""
    parts, if_any = _without_if_any(_cut(tag.strip().lower()))
    if not parts:
        return None
    name = parts[0][0]
    for level in reversed(range(1, len(inside))):
        if inside[level] == name and len(parts) > 1:
            steps = _steps(inside[level], parts[1:])
            return Path(tag, level, steps, if_any) if steps else None
    for level in reversed(range(len(inside))):
        if name in BY_SCOPE[inside[level]]:
            steps = _steps(inside[level], parts)
            return Path(tag, level, steps, if_any) if steps else None
    return None


def _cut(tag: str) -> list[tuple[str, str]]:
    """Every part with its narrowing; nothing if one of them is no part of a tag."""
    if len(tag) > LONGEST_TAG:
        return []
    found = []
    for part in tag.split("."):
        whole = _PART.fullmatch(part)
        if whole is None and not part.isdecimal():
            return []
        found.append((whole[1], whole[2] or "") if whole else (part, ""))
    return found


def _without_if_any(parts: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], bool]:
    """The parts without the word that asks for something to be there; it may stand in the last one."""
    said = parts[-1][1].split(",") if parts else []
    if IF_ANY not in said:
        return parts, False
    return [*parts[:-1], (parts[-1][0], ",".join(word for word in said if word != IF_ANY))], True


def _steps(scope: str, parts: Sequence[tuple[str, str]]) -> tuple[Step, ...]:
    """The steps from ``scope`` on; none if one of them leads nowhere."""
    steps: list[Step] = []
    place = 0
    while place < len(parts):
        name, said = parts[place]
        field = BY_SCOPE.get(scope, {}).get(name)
        number = parts[place + 1][0] if place + 1 < len(parts) and parts[place + 1][0].isdecimal() else ""
        step = _step(field, said, number) if field is not None and len(number) <= 3 else None
        if step is None:
            return ()
        steps.append(step)
        scope = step.field.of
        place += 2 if number else 1
    return tuple(steps)


def _step(field: Field, said: str, number: str) -> Step | None:
    row = int(number) if number else 0
    if number and row == 0:
        return None
    words = tuple(said.split(",")) if said else ()
    if field.kind == "list":
        return _list_step(field, words, row)
    if field.kind == "by_hand":
        return Step(field, words)
    if field.kind == "date":
        return _date_step(field, words, row)
    allowed = {"words": WORDS_FORMS, "choice": field.values, "check": _SAYS}.get(field.kind, ())
    fits = not row and len(words) <= 1 and all(word in allowed for word in words)
    return Step(field, words) if fits else None


def _date_step(field: Field, words: tuple[str, ...], row: int) -> Step | None:
    """A whole date, a part of it, or one figure of a part."""
    if not words:
        return None if row else Step(field)
    part = words[0]
    if len(words) > 1 or part not in DATE_PARTS or row > FIGURES[part]:
        return None
    return Step(field, words, row)


def _list_step(field: Field, words: tuple[str, ...], row: int) -> Step | None:
    """A list, or a row of it: narrowed by kind or area, from one row to another, with so many rows at least."""
    narrowed: list[str] = []
    first, last, least = 1, 0, 0
    for word in words:
        if rows := _ROWS.fullmatch(word):
            first, last = int(rows[1]), int(rows[2] or 0)
        elif at_least := _AT_LEAST.fullmatch(word):
            least = int(at_least[1])
        elif word in field.narrows or (_ANY_AREA in field.narrows and _AREA.fullmatch(word)):
            narrowed.append(word)
        else:
            return None
    if last and last < first:
        return None
    return Step(field, tuple(narrowed), row, first, last, least)
