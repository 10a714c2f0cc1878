"""In which part of life the chosen support stands: picked from a list, so that what nobody said can be said on the map."""

from __future__ import annotations

from typing import Final

from textual import work

from teammeet.ecomap.seating import domain_name
from teammeet.model.domains import DOMAINS, domain_order
from teammeet.model.family import Family
from teammeet.model.supports import Support
from teammeet.tui.commands import Command
from teammeet.tui.ecomap.asking import one_of
from teammeet.tui.ecomap.held import HeldEcomap

_NONE: Final = "*"
"""The entry that is no part of life."""


class SetsPartOfLife(HeldEcomap):
    """The part of life of a support."""

    LIFE = (Command("look.part-of-life", "g"),)

    @work(group="asking")
    async def action_part_of_life(self) -> None:
        """Ask for it; none may be said too."""
        support = self._chosen_support()
        if support is None or self.family is None:
            return
        parts = self._parts(self.app.family_shown(self.family), support)
        picked = await one_of(self.app, self.app.say("spotlight.ask.domain"), parts)
        now = self.family.get(support.id)
        if picked is not None and isinstance(now, Support):
            domain = None if picked == _NONE else picked
            if domain != now.domain:
                self._keep(now.changed(domain=domain))

    def _parts(self, shown: Family, support: Support) -> list[tuple[str, str]]:
        """Those that everybody knows and those that this family uses; the one that is said now is marked."""
        used = {support.domain for support in shown.supports} | {need.domain for need in shown.needs}
        ids: list[str | None] = [None, *sorted({*DOMAINS, *filter(None, used)}, key=domain_order)]
        return [(id or _NONE, self._said(id, id == (support.domain or None))) for id in ids]

    def _said(self, id: str | None, is_now: bool) -> str:
        name = domain_name(id, self.app.language) if id else self.app.say("look.life.none")
        return f"{name}  ·  {self.app.say('look.life.now')}" if is_now else name
