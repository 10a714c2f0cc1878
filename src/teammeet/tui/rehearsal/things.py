"""What there is to try in a rehearsal: read from a file beside the invented family, in every language of the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any, Final

from teammeet import demo
from teammeet.messages import FALLBACK
from teammeet.tui.rehearsal.checks import CHECKS, Moment

_FILE: Final = "rehearsal.toml"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to try. ``id`` names its check too; ``keys`` do it; ``screens`` says that plain lines cannot show it."""

    id: str
    titles: dict[str, str]
    scenes: dict[str, str]
    tries: dict[str, str]
    keys: tuple[str, ...]
    screens: bool

    def title(self, language: str) -> str:
        """What it is, in a few words."""
        return _in(self.titles, language)

    def scene(self, language: str) -> str:
        """What happens in the room."""
        return _in(self.scenes, language)

    def to_try(self, language: str) -> str:
        """What to do now."""
        return _in(self.tries, language)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """How far a rehearsal is: what was tried (by doing it), what was left for later, and what was picked from the list."""

    things: tuple[Thing, ...]
    tried: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    picked: str = ""
    last: str = ""
    """What was tried last, until another thing is looked at."""

    @property
    def now(self) -> Thing | None:
        """What to try now: what was picked, else the first that was neither tried nor left for later."""
        open_things = [thing for thing in self.things if thing.id not in self.tried]
        picked = next((thing for thing in open_things if thing.id == self.picked), None)
        return picked or next((thing for thing in open_things if thing.id not in self.later), None)

    def looked(self, moment: Moment) -> Rehearsal:
        """The same after a look at what was done; what was tried once stays so."""
        done = [thing.id for thing in self.things if thing.id not in self.tried and CHECKS[thing.id](moment)]
        if not done:
            return self
        return replace(self, tried=self.tried | set(done), later=self.later - set(done), last=done[-1])

    def left(self) -> Rehearsal:
        """The present thing is left for later; when all others were, they come round again."""
        now = self.now
        if now is None:
            return replace(self, later=frozenset(), last="")
        return replace(self, later=self.later | {now.id}, picked="", last="")

    def with_picked(self, thing: str) -> Rehearsal:
        """That thing shall be tried now; what was tried already has its tick, and the order goes on."""
        return replace(self, picked=thing, later=self.later - {thing}, last="")

    @property
    def last_tried(self) -> Thing | None:
        """What was tried last."""
        return next((thing for thing in self.things if thing.id == self.last), None)

    def listed(self, *, tried: bool) -> tuple[Thing, ...]:
        """What was tried, or what was not, in the order of the meeting."""
        return tuple(thing for thing in self.things if (thing.id in self.tried) is tried)


def things_to_try() -> tuple[Thing, ...]:
    """All of them, in the order in which a meeting comes to them."""
    told = tomllib.loads(files(demo).joinpath(_FILE).read_text(encoding="utf-8"))
    return tuple(_thing(table) for table in told["things"])


def _thing(table: dict[str, Any]) -> Thing:
    return Thing(
        id=table["id"],
        titles=table["title"],
        scenes=table["scene"],
        tries=table["try"],
        keys=tuple(table["keys"]),
        screens=table.get("screens", False),
    )


def _in(said: dict[str, str], language: str) -> str:
    return said.get(language.split("-")[0].lower(), said[FALLBACK])
