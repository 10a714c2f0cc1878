"""Keys that are typed while a screen is being opened wait for it, in their order: none is lost, none is for the one below."""

from __future__ import annotations

from collections import deque
from itertools import count
from typing import Any, Final, NamedTuple

from textual.app import App
from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

_LONGEST: Final = 0.25
"""Seconds for which keys wait where no screen says that it is ready: whoever is on top then gets them, if it can."""
_UNDER_WAY: Final = 64
"""So many keys are remembered with what they were sent to: more are never on their way at once."""


class _Sent(NamedTuple):
    event: Event
    number: int
    screen: Screen[Any]
    focused: Widget | None


class TypesAhead(App[None]):
    """A screen that cannot use a key yet, or no longer, hands it to ``take_key``; one that is ready calls ``release_keys``.

    A key goes from widget to widget, each in its own time: those behind it may have been sent to a screen that it closes.
    A screen with an ``is_ready`` that is false gets no keys.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed = count()
        self._sent: deque[_Sent] = deque(maxlen=_UNDER_WAY)
        self._held: list[tuple[int, Event]] = []
        self._waits: Timer | None = None

    def take_key(self, event: Key) -> None:
        """Hold ``event``, and all that is typed after it, until a screen is ready."""
        event.stop()
        event.prevent_default()
        sent = self._as_sent(event)
        self._hold(sent.number if sent else next(self._typed), event)

    def release_keys(self) -> None:
        """A screen is ready for what was typed."""
        if self._waits is not None:
            self._waits.stop()
            self.call_later(self._let_go)

    async def on_event(self, event: Event) -> None:
        """Keys keep their order behind those that wait."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._waits is not None or not self._can_take:
            self._hold(next(self._typed), event)
        else:
            await self._send(next(self._typed), event)

    def on_key(self, event: Key) -> None:
        """What nobody used was sent to a screen that is covered by now, that had no focus yet, or where something opens."""
        sent = self._as_sent(event)
        if sent is None:
            return
        is_late = sent.screen is not self.screen or (sent.focused is None and self.focused is not None)
        if is_late or getattr(self.focused, "is_opening", False):
            self.take_key(event)
        if is_late:
            self.release_keys()

    @property
    def _can_take(self) -> bool:
        return not self.screen_stack or getattr(self.screen, "is_ready", True)

    def _as_sent(self, event: Event) -> _Sent | None:
        return next((sent for sent in self._sent if sent.event is event), None)

    def _hold(self, number: int, event: Event) -> None:
        self._held.append((number, event))
        if self._waits is None:
            self._waits = self.set_timer(_LONGEST, self.release_keys)

    async def _send(self, number: int, event: Event) -> None:
        if self.screen_stack:
            self._sent.append(_Sent(event, number, self.screen, self.focused))
        await super().on_event(event)

    async def _let_go(self) -> None:
        held, self._held, self._waits = sorted(self._held, key=lambda each: each[0]), [], None
        while held and self._can_take:
            number, event = held.pop(0)
            await self._send(number, _anew(event) if isinstance(event, Key) else event)
        for number, event in held:
            self._hold(number, event)


def _anew(event: Key) -> Key:
    """The same key once more; made by the app, for an event goes no higher than to its maker."""
    return Key(event.key, event.character)
