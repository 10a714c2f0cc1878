"""Lines that are written straight into an item: a vision, a story, ground rules, the early signs of a crisis."""

from dataclasses import dataclass
from typing import Literal, TypeVar

from teammeet.model.values import Item, Words
from teammeet.tui.meeting.scene import Row, Scene, heading

I = TypeVar("I", bound=Item)  # noqa: E741  # one letter, as type variables are


@dataclass(frozen=True, slots=True)
class Written:
    """A field of an item that a mode writes to: one text that grows, or a list of lines. ``mode`` is its name too."""

    mode: str
    field: str
    kind: Literal["words", "line", "note", "lines"]

    def texts(self, item: Item | None) -> tuple[str, ...]:
        """What stands there, line by line."""
        held = getattr(item, self.field) if item is not None else ""
        if self.kind == "lines":
            return tuple(held)
        text = held.text if isinstance(held, Words) else str(held)
        return tuple(part for part in text.split("\n") if part) if self.kind == "note" else ((text,) if text else ())

    def with_line(self, item: I, line: str) -> I:
        """The item with one more line. A vision that is told in pieces is one text."""
        held = getattr(item, self.field)
        if self.kind == "lines":
            return item.changed(**{self.field: (*held, line)})
        return self._with_text(item, (*self.texts(item), line))

    def with_line_at(self, item: I, place: int, line: str) -> I:
        """The item with another line in that place; without it if ``line`` is empty."""
        lines = list(self.texts(item))
        lines[place : place + 1] = [line] if line else []
        return self._with_lines(item, tuple(lines))

    def with_order(self, item: I, place: int, other: int) -> I:
        """The item with two lines changing places."""
        lines = list(self.texts(item))
        lines[place], lines[other] = lines[other], lines[place]
        return self._with_lines(item, tuple(lines))

    def rows(self, scene: Scene, item: Item | None) -> tuple[Row, ...]:
        """The heading, then what stands there."""
        lines = enumerate(self.texts(item))
        rows = [Row(f"{self.mode}:{place}", line, mark="“" if self.kind == "words" else "·", level=1) for place, line in lines]
        return (heading(scene, self.mode, len(rows) if self.kind == "lines" else None), *rows)

    def _with_lines(self, item: I, lines: tuple[str, ...]) -> I:
        return item.changed(**{self.field: lines}) if self.kind == "lines" else self._with_text(item, lines)

    def _with_text(self, item: I, lines: tuple[str, ...]) -> I:
        joined = ("\n" if self.kind == "note" else " ").join(lines)
        if self.kind != "words":
            return item.changed(**{self.field: joined})
        held = getattr(item, self.field)
        return item.changed(**{self.field: held.changed(text=joined, verbatim=bool(joined))})


def place_in(row_id: str) -> tuple[str, int] | None:
    """The mode and the place that a row of :meth:`Written.rows` stands for."""
    mode, _, place = row_id.partition(":")
    return (mode, int(place)) if place.isdigit() else None
