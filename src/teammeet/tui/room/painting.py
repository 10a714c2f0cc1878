"""A page in lines of text, for a width: what people said is never read as markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual.content import Content

from teammeet.messages import text
from teammeet.room_window.page import RoomLine, RoomPage

HERE: Final = "▶ "
"""Stands before the line that is spoken of now: a form, so that no colour is needed to see it."""
_ELSEWHERE: Final = "  "
LEAST_WIDTH: Final = 10
"""Cells that every function here needs; a narrower window cuts what is painted."""
_WIDEST_MARK: Final = 8
_NARROWEST: Final = 12
_ROOM_FOR_DOTS: Final = 60
_MOST_DOTS: Final = 12


@dataclass(frozen=True, slots=True)
class Painted:
    """Lines as they stand below each other, and where the one that is spoken of begins and ends (rows, the last not in it)."""

    rows: tuple[Content, ...]
    here: tuple[int, int] | None = None

    @property
    def whole(self) -> Content:
        """All of it."""
        return Content("\n").join(self.rows)


def heading(page: RoomPage, width: int) -> Painted:
    """The step's title on the left, where we are on the right; in short, or below each other, where there is no room."""
    title = Content.styled(page.title, "bold $primary")
    for key in ("show.step", "show.step-short"):
        place = Content.styled(_place(page, width, key), "$foreground")
        gap = width - title.cell_length - place.cell_length
        if gap >= 2 and "\n" not in page.title:
            return Painted((title + Content(" " * gap) + place,))
    place = Content.styled(_place(page, width, "show.step"), "$foreground")
    return Painted((*title.wrap(width), *(place.wrap(width) if place.plain else ())))


def _place(page: RoomPage, width: int, key: str) -> str:
    step = text(key, page.language, step=page.step, steps=page.steps) if page.step and page.steps else ""
    dots = ""
    if step and width >= _ROOM_FOR_DOTS and page.step <= page.steps <= _MOST_DOTS:
        dots = "●" * page.step + "○" * (page.steps - page.step)
    return "  ".join(part for part in (page.time_mark, dots, step) if part)


def map_heading(page: RoomPage, width: int) -> Painted:
    """What the map is, and what stands out on it; that alone where both find no room in a line."""
    title, caption = Content.styled(page.title, "bold $primary"), Content.styled(page.summary, "bold $foreground")
    if not page.summary:
        return Painted(tuple(title.wrap(width)))
    gap = Content("  ·  ")
    fits = sum(part.cell_length for part in (title, gap, caption)) <= width and "\n" not in page.title + page.summary
    return Painted((title + gap + caption,) if fits else tuple(caption.wrap(width)))


def asked(page: RoomPage, width: int, airy: bool) -> Painted:
    """The question, once or in two languages."""
    looks = ("bold $foreground", "bold $secondary")
    rows: list[Content] = []
    for question, look in zip(page.questions, looks, strict=False):
        rows += [*([Content("")] if airy and rows else []), *Content.styled(question, look).wrap(width)]
    return Painted(tuple(rows))


def summed_up(page: RoomPage, width: int) -> Painted:
    """The summary, if there is one."""
    return Painted(tuple(Content.styled(page.summary, "$quiet").wrap(width)) if page.summary else ())


def lines(page: RoomPage, width: int, airy: bool) -> Painted:
    """The lines: headings with room above them, marks in a column of their own, the one that is spoken of filled and marked."""
    columns: dict[int, int] = {}
    for line in page.lines:
        if not line.heading:
            columns[line.level] = min(_WIDEST_MARK, max(columns.get(line.level, 0), Content(line.mark).cell_length))
    rows: list[Content] = []
    here: tuple[int, int] | None = None
    for line in page.lines:
        if rows and (line.heading or (airy and line.level <= 1)):
            rows.append(Content(""))
        painted = _heading(line, width) if line.heading else _line(line, columns[line.level], width)
        if line.here:
            here = (len(rows), len(rows) + len(painted))
        rows += painted
    return Painted(tuple(rows), here)


def card(page: RoomPage, width: int, airy: bool) -> Painted:
    """The opening card, or the one while people are looked after: the title in the middle, everything else below it."""
    title = _centred(Content.styled(page.title, "bold $primary"), width) if page.title else []
    rule = [Content.styled("─" * width, "$line")] if page.title else []
    between = [Content("")] if airy else []
    top = [*title, *rule, *between]
    for part in (asked(page, width, airy).rows, summed_up(page, width).rows):
        top += [*part, *(between if part else ())]
    below = lines(page, width, airy)
    here = (below.here[0] + len(top), below.here[1] + len(top)) if below.here else None
    return Painted((*top, *below.rows), here)


def sentence(words: str, width: int) -> Content:
    """One calm sentence, in the middle."""
    return Content("\n").join(_centred(Content.styled(words, "$foreground"), width))


def _centred(words: Content, width: int) -> list[Content]:
    return [row.pad_left(max(0, (width - row.cell_length) // 2)) for row in words.wrap(width)]


def _heading(line: RoomLine, width: int) -> list[Content]:
    words = Content.styled(f"{line.mark} {line.words}" if line.mark else line.words, "bold $primary")
    told = words + Content.styled(f"  {line.detail}" if line.detail else "", "$quiet")
    if line.here:
        return [_filled(Content(HERE) + row, width) for row in told.wrap(width - len(HERE))]
    return told.wrap(width)


def _line(line: RoomLine, column: int, width: int) -> list[Content]:
    indent = " " * min(2 * max(0, line.level - 1), width // 4)
    room = " " * max(0, column - Content(line.mark).cell_length)
    mark = Content.styled(f"{indent}{line.mark}{room}{' ' if column else ''}", "$accent")
    below = " " * min(mark.cell_length, len(indent) + column + 1)
    detail = Content.styled(f"  {line.detail}", "$quiet") if line.detail else Content("")
    wrapped = (Content(line.words) + detail).wrap(max(_NARROWEST, width - len(HERE) - mark.cell_length))
    rows = [(mark if place == 0 else Content(below)) + row for place, row in enumerate(wrapped)]
    if not line.here:
        return [Content(_ELSEWHERE) + row for row in rows]
    return [_filled(Content(HERE if place == 0 else _ELSEWHERE) + row, width) for place, row in enumerate(rows)]


def _filled(row: Content, width: int) -> Content:
    """``row`` on a ground of its own as far as the line goes."""
    return Content.styled(row.plain + " " * max(0, width - row.cell_length), "bold $chosen-text on $chosen")
