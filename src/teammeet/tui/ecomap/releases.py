"""What the map's screen says of who may see the kind of a tie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from teammeet.model.supports import Tie
    from teammeet.tui.app import TeamMeetApp


def state_and_key(app: TeamMeetApp, tie: Tie) -> tuple[Content, ...]:
    """Who may see the kind of the tie as it is now, then the key and what it does; the same shorter, and shortest."""
    state, key = Content(f"{app.say(f'release.shown.{tie.shown_to}')} ("), Content.styled("r", "bold $accent")
    does = "take-back" if tie.shown_to == "room" else "show"
    told = (f" {app.say(f'release.does.{does}')}", f" {app.say(f'release.does.{does}-brief')}", "")
    return tuple(state + key + Content(f"{words})") for words in told)
