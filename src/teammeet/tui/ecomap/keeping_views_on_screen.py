"""Kept views: a spotlight under a name, for the next time."""

from __future__ import annotations

from textual import work

from teammeet.model.family import drop, put
from teammeet.model.supports import Spotlight
from teammeet.model.values import new_id
from teammeet.tui.commands import Command
from teammeet.tui.ecomap import spotlight_words
from teammeet.tui.ecomap.kept_views import NEW, KeptViews, NameView, Wanted
from teammeet.tui.ecomap.talking_on_screen import TalksOverMap


class KeepsViews(TalksOverMap):
    """Spotlights are kept in the record, called anew and taken out; undo brings them back."""

    VIEWING = (Command("spotlight.kept-views", "v"),)

    @work(group="asking")
    async def action_kept_views(self) -> None:
        """The list of kept views, and what is looked at now to be kept."""
        entries = self._entries()
        if not entries:
            self.app.tell("spotlight.told.no-views")
            return
        wanted = await self.app.push_screen_wait(KeptViews(entries))
        if wanted is None:
            return
        if wanted.id == NEW:
            await self._keep_present()
        else:
            await self._do(wanted)

    def _look_anew(self) -> None:
        """The view that is looked through bears the name under which it is kept now, if it is."""
        if self.spotlight is not None and self.spotlight.name:
            kept = next((view for view in self._views() if view.id == self.spotlight.id), None)
            self.spotlight = self.spotlight.changed(name=kept.name if kept is not None else "")
        super()._look_anew()

    def _views(self) -> tuple[Spotlight, ...]:
        """As those who look may see them."""
        return tuple(view for view in self.app.family_shown(self.family).spotlights if view.name) if self.family else ()

    def _entries(self) -> list[tuple[str, str]]:
        if self._whole is None:
            return []
        say, views, whole = self.app.say, self._views(), self._whole
        entries = [(view.id, f"{view.name} · {spotlight_words.in_words(self.app, whole, view)}") for view in views]
        if self.spotlight is not None and self.spotlight.id not in {view.id for view in views}:
            present = spotlight_words.in_words(self.app, whole, self.spotlight)
            entries.append((NEW, say("spotlight.ask.keep-present", what=present)))
        return entries

    async def _do(self, wanted: Wanted) -> None:
        view = next((view for view in self._views() if view.id == wanted.id), None)
        if view is None:
            return
        if wanted.what == "light":
            self.turn_light(view)
        elif wanted.what == "rename":
            name = await self._ask_name(view.name)
            held = self._held(view.id)
            if name and held is not None and self._kept(put(held.changed(name=name))):
                self.app.tell("spotlight.told.view-kept", name=name)
        elif self._kept(drop(view)):
            self.app.tell("tui.ecomap.taken-out")

    def _held(self, id: str) -> Spotlight | None:
        """The kept view as it stands in the record, with all that says who may see it."""
        held = self.family.get(id) if self.family is not None else None
        return held if isinstance(held, Spotlight) else None

    async def _keep_present(self) -> None:
        if self.spotlight is None:
            return
        name = await self._ask_name("")
        if not name or self.spotlight is None:
            return
        is_kept = self._held(self.spotlight.id) is not None  # unseen here: it stays as it is
        view = self.spotlight.changed(name=name, **({"id": new_id()} if is_kept else {}))
        if self._kept(put(view)):
            self.turn_light(view)
            self.app.tell("spotlight.told.view-kept", name=name)

    async def _ask_name(self, name: str) -> str | None:
        taken = [view.name for view in self._views() if view.name != name]
        return await self.app.push_screen_wait(NameView(self.app.say("spotlight.ask.name"), name, taken))
