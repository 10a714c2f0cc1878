"""Choosing on the map, and how it is read: by arrows and mouse, another home in the middle, in words, in plain signs."""

from __future__ import annotations

from textual import work

from teammeet.tui.commands import Command
from teammeet.tui.ecomap import chosen_words
from teammeet.tui.ecomap.zooming_on_screen import ZoomsMap
from teammeet.tui.screens.choose import Choose


class ChoosesOnMap(ZoomsMap):
    """What lies on the map is chosen."""

    CHOOSING = (
        Command("tui.ecomap.words", "l", footer=True),
        Command("tui.ecomap.next-tie", "t"),
        Command("tui.ecomap.home", "h"),
        Command("tui.ecomap.plain", "p"),
        Command("look.find", "slash"),
        *(Command(f"tui.ecomap.go-{way}", way) for way in ("up", "down", "left", "right")),
        *ZoomsMap.ZOOMING,
    )

    def action_ecomap_go_up(self) -> None:
        """Choose what lies above."""
        self._select(self.map.step("up"))

    def action_ecomap_go_down(self) -> None:
        """Choose what lies below; what lay there before, where what is chosen went elsewhere because of its new kind."""
        moved, below = self._below
        self._select(below if below and moved == self._selected else self.map.step("down"))

    def action_ecomap_go_left(self) -> None:
        """Choose what lies to the left."""
        self._select(self.map.step("left"))

    def action_ecomap_go_right(self) -> None:
        """Choose what lies to the right."""
        self._select(self.map.step("right"))

    @work(group="asking")
    async def action_find(self) -> None:
        """Somebody or something on the map, by a part of the name."""
        if self._whole is None or self.family is None:
            return
        entries = chosen_words.everything(self.app, self.app.family_shown(self.family), self._whole)
        if not entries:
            self._tell_no_tie()
            return
        found = await self.app.push_screen_wait(Choose(self.app.say("look.ask.find"), entries))
        if found is not None:
            self._select(found)

    def action_ecomap_next_tie(self) -> None:
        """Of several ties of the chosen support, the next."""
        if self.family is not None:
            self._tie = (self._tie + 1) % max(1, len(self._ties()))
            self._redraw()

    def action_ecomap_home(self) -> None:
        """The next household in the middle."""
        if self._whole is None or len(self._whole.homes) < 2:
            self.app.tell("tui.ecomap.one-home")
            return
        homes = [home.id for home in self._whole.homes]
        here = self._centre or self._whole.centre
        self._centre = homes[(homes.index(here) + 1) % len(homes)]
        self._look_anew()

    def action_ecomap_words(self) -> None:
        """The list in words instead of the picture, and back."""
        words = self.query_one("#words")
        words.display = not words.display
        self.map.display = not words.display
        (words if words.display else self.map).focus()
        self._redraw()

    def action_back(self) -> None:
        """Esc goes from the words to the picture first."""
        if self.query_one("#words").display:
            self.action_ecomap_words()
        else:
            super().action_back()

    def action_ecomap_plain(self) -> None:
        """Plain signs instead of drawn lines, and back."""
        self.app.save_settings(plain_signs=not self.app.settings.plain_signs)
        self._redraw()
