"""What every room of the mode shares: the desk, the open family, how changes are kept, where somebody is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from teammeet.desk import Desk, Place
from teammeet.errors import TeammeetError
from teammeet.messages import text
from teammeet.model.family import Edit, Family
from teammeet.model.meetings import Meeting
from teammeet.tui.conflicts import Clash
from teammeet.tui.forms.difference import in_few_words
from teammeet.tui.keeping import Keeper
from teammeet.tui.line_mode.answers import ask_yes
from teammeet.tui.line_mode.console import Console
from teammeet.tui.line_mode.window import RoomWindow
from teammeet.tui.meeting.scene import Choice
from teammeet.tui.sharing import Sharing
from teammeet.tui.wall import as_seen_now, present_at

if TYPE_CHECKING:
    from teammeet.tui.app import TeamMeetApp


class House:
    """An unlocked vault at a console."""

    def __init__(self, console: Console, desk: Desk, *, language: str, agenda_folders: tuple[Path, ...] = ()) -> None:
        self.console = console
        self.desk = desk
        self.agenda_folders = agenda_folders
        self.settings = desk.settings()
        self.console.language = language
        self.heard_at = ""
        """The id of the meeting whose people hear what is read aloud; empty where nobody does."""
        self.window = RoomWindow(self)
        self._family: Family | None = None
        self.place: Place | None = None
        self.status = ""
        self._keeper = _LineKeeper(self)

    @property
    def language(self) -> str:
        """The language of the lines."""
        return self.console.language

    @property
    def family(self) -> Family | None:
        """The family that is open, if one is. What becomes of it the room's window follows at once."""
        return self._family

    @family.setter
    def family(self, family: Family | None) -> None:
        self._family = family
        self.window.follow()

    @property
    def open_family(self) -> Family:
        """The family that is open."""
        assert self.family is not None, "a family is open"
        return self.family

    def now(self) -> datetime:
        """This moment, with its zone."""
        return self.desk.clock()

    def today(self) -> date:
        """This day."""
        return self.now().date()

    def say(self, key: str, **values: object) -> str:
        """The message ``key`` in the language of the lines."""
        return text(key, self.language, **values)

    # Who hears it

    @property
    def sharing(self) -> Sharing:
        """Lines that are read out are a screen that all look at who are there."""
        heard = bool(present_at(self.open_family, self.heard_at))
        return Sharing(wall="screen", meeting=self.heard_at) if heard else Sharing()

    def family_shown(self, family: Family) -> Family:
        """``family``, as it is or was, as those may hear it who are there now."""
        if self.sharing.private:
            return family
        return self.seen_at(family, self.heard_at)

    def seen_at(self, family: Family, meeting: str) -> Family:
        """``family``, as it is or was, as those may see it who are at ``meeting`` now."""
        now = self.open_family
        gone = () if family is now else self.desk.gone(now.header.id)
        return as_seen_now(family, now, meeting, self.today(), gone)

    # Families

    def open(self, family_id: str) -> None:
        """Open the family with this id; who opened it when is written down.

        Raises:
            TeammeetError: it cannot be opened.
        """
        family = self.desk.open(family_id)
        self.desk.note_access(family_id, "open")
        self.place = self.desk.place(family_id)
        self.family = family
        self.remember(last_family=family_id)

    def close_family(self) -> None:
        """No family is open any more."""
        self.family = self.place = None
        self.remember(last_family="")

    def speak(self, language: str) -> None:
        """Go on in another language, and remember that."""
        self.console.language = language
        self.remember(language=language)

    def save_place(self, place: Place) -> None:
        """Remember where somebody is. A line that was begun on the screens stays there until it is finished."""
        held = self.place
        same = held is not None and held.meeting == place.meeting
        self.place = place.changed(unfinished=held.unfinished) if held is not None and same else place
        try:
            self.desk.save_place(self.open_family.header.id, self.place)
        except TeammeetError:  # losing a place loses nothing that was said as kept
            self.console.tell("place-not-kept")

    def remember(self, **changed: object) -> None:
        """Keep settings; where that fails it is told, and they hold until the program ends."""
        self.settings = self.settings.changed(**changed)
        try:
            self.desk.save_settings(self.settings)
        except TeammeetError as error:
            self.tell_error(error)

    # Changes

    def keep(self, *edits: Edit) -> bool:
        """Put ``edits`` on disk; False when that failed, which was then told. Where somebody else wrote too, it is asked."""
        after_all: list[bool] = []
        return self._keeper.keep(edits, lambda: after_all.append(True)) or bool(after_all)

    def hold(self, meeting: Meeting) -> bool:
        """Keep what the clock says of ``meeting``: undo passes it by."""
        return self._keeper.hold(meeting)

    def fix_edition(self, meeting: str | None) -> bool:
        """Fix the plan as it stands as the next edition, to be signed."""
        return self._keeper.fix_edition(meeting)

    def undo(self) -> None:
        """Take back one's own last change, and say what it was."""
        self._step("undone", self._keeper.undo)

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self._step("redone", self._keeper.redo)

    def tell_error(self, error: TeammeetError) -> None:
        """What happened, what was kept, what to do: a line each."""
        self.console.say(error.what(self.language), error.kept(self.language), error.do(self.language))

    def _step(self, told: str, step: Callable[[], bool]) -> None:
        before = self.open_family
        if self._keeper.shows_more(told == "undone") and not ask_yes(self.console, "family.shows-more"):
            return
        if step():
            what = in_few_words(self.family_shown(before), self.family_shown(self.open_family), self.language)
            self.console.tell(told if what else f"{told}-nothing", what=what)


class _LineKeeper(Keeper):
    """Keeps as the screens do; two texts of one thing are read one after the other."""

    def __init__(self, house: House) -> None:
        # What a keeper asks of the program (desk, family, status, language, sharing, telling) is what a house has.
        super().__init__(cast("TeamMeetApp", house))
        self._house = house

    def tell_unseen_kind(self) -> None:
        """In a line of its own."""
        self._house.console.say(self._house.say("release.told.not-on-wall"))

    def show_both(self, found: tuple[Clash, ...], chosen: Callable[[bool | None], None]) -> None:
        """Both texts, then whose words stand; Enter alone leaves theirs."""
        from teammeet.tui.line_mode.answers import ask_choice

        house, say = self._house, self._house.say
        house.console.say(say("tui.conflict.title"))
        for clash in found:
            house.console.say(clash.title)
            for row in clash.rows:
                house.console.say(f"{row.label}:" if row.label else "")
                house.console.say(f"{say('tui.conflict.theirs')}: {row.theirs}", f"{say('tui.conflict.mine')}: {row.mine}")
        choices = tuple(Choice(whose, say(f"tui.conflict.keep-{whose}")) for whose in ("theirs", "mine"))
        picked = ask_choice(house.console, say("plain.whose-words"), choices, many=False)
        chosen(picked == ("mine",))
        if picked != ("mine",):
            house.console.tell("theirs-stay")
