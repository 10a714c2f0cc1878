"""The room's window looked at between the lines of a meeting."""

from collections.abc import Callable, Iterator
from io import StringIO

from tests.line_mode.talk import Talk

from teammeet.room_window.glass import RoomGlass
from teammeet.room_window.page import RoomPage
from teammeet.tui.line_mode.console import Console
from teammeet.tui.line_mode.house import House
from teammeet.tui.line_mode.start import converse

Lines = Callable[[House], Iterator[str]]


class _Source:
    """Lines that are typed one by one; what stands between two of them is done after the first was answered."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines

    def readline(self) -> str:
        line = next(self._lines, None)
        return "" if line is None else f"{line}\n"


def converse_between(talk: Talk, lines: Lines, *, family: bool = True) -> str:
    """Say ``lines`` in a meeting, which is begun or gone on with; what was answered."""
    out = StringIO()
    held: list[House] = []

    def typed() -> Iterator[str]:
        if family and not talk.family.meetings:
            yield "1"
        yield from lines(held[0])

    console = Console(_Source(typed()), out, by_hand=False, language=talk.language)  # type: ignore[arg-type]  # the console reads lines of it, no more
    held.append(House(console, talk.desk, language=talk.language))
    converse(held[0], talk.family_id, meeting=True)
    return out.getvalue()


def glass_of(house: House) -> RoomGlass:
    """The room's window, joined by its code."""
    return RoomGlass.join(house.window.code)


def page_in(glass: RoomGlass) -> RoomPage:
    """What it shows now, which is another page than the last time."""
    page = glass.look()
    assert page is not None, "the page has changed"
    return page


def words_in(page: RoomPage) -> str:
    """All that stands on it."""
    return page.model_dump_json()
