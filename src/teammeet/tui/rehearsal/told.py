"""What a rehearsal says: the line at the top, the column at the side, the speed of the clock."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from teammeet.messages import text
from teammeet.tui.rehearsal.faster_clock import STOPPED
from teammeet.tui.rehearsal.things import Rehearsal, Thing

_APART: Final = Content("  ")


def speed_told(factor: int, language: str) -> str:
    """How fast the clock runs: ``12×``, or that it stands still."""
    return text("rehearse.stopped", language) if factor == STOPPED else text("rehearse.speed", language, factor=factor)


def mark_told(factor: int, language: str) -> str:
    """What stands first in the heading: that this is a rehearsal, and how fast it goes."""
    return text("rehearse.mark", language, speed=speed_told(factor, language))


def in_a_line(rehearsal: Rehearsal, language: str) -> Content:
    """What happens in the room, what to try, and by which keys: a few lines at the top of a narrow screen."""
    thing = rehearsal.now
    parts = list(_ticked(rehearsal, language))
    if thing is None:
        parts.append(Content(_nothing_more(rehearsal, language)))
    else:
        parts += [Content(thing.scene(language)), _try(thing, language), _keys(thing)]
    return _APART.join([*parts, Content.styled(text("rehearse.line.keys", language), "$quiet")])


def in_a_column(rehearsal: Rehearsal, language: str) -> Content:
    """The same with room around it, for the side of a wide screen."""
    thing = rehearsal.now
    tried = text("rehearse.line.of", language, number=len(rehearsal.tried), all=len(rehearsal.things))
    parts = [Content.styled(text("rehearse.line.title", language), "bold $primary") + Content.styled(f"  {tried}", "$quiet")]
    parts += _ticked(rehearsal, language)
    if thing is None:
        parts.append(Content(_nothing_more(rehearsal, language)))
    else:
        parts += [Content(thing.scene(language)), _try(thing, language) + Content("  ") + _keys(thing)]
    return Content("\n\n").join([*parts, Content.styled(text("rehearse.line.keys", language), "$quiet")])


def _ticked(rehearsal: Rehearsal, language: str) -> Iterator[Content]:
    """What was done last has its tick."""
    last = rehearsal.last_tried
    if last is not None:
        yield Content.styled(text("rehearse.line.done", language, title=last.title(language)), "$success")


def _try(thing: Thing, language: str) -> Content:
    return Content.styled(f"{text('rehearse.line.try', language)} ", "bold $primary") + Content.styled(
        thing.to_try(language), "bold"
    )


def _keys(thing: Thing) -> Content:
    return Content.styled(" · ".join(thing.keys), "bold $accent")


def _nothing_more(rehearsal: Rehearsal, language: str) -> str:
    """All was tried, or the rest was left for later."""
    return text("rehearse.line.later" if rehearsal.later else "rehearse.line.all", language)
