"""A time of day as people say it: "at 4", "15:40", "4 pm", "in 20 minutes", "a las 4", "en media hora"."""

import re
from datetime import datetime, time, timedelta
from typing import Final

from teammeet.text import folded

_CLOCK: Final = re.compile(
    r"(?:(?:at|by|around|about|came|left|since|until|a|las?|hasta|desde|como|sobre|eso|de)\s+)*"
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?\s?m\.?|h|(?:de|por|en)\s+la\s+(?:manana|tarde|noche))?"
)
_SPAN: Final = re.compile(
    r"(?:(?:in|within|en|dentro\s+de)\s+)?(?P<number>\d{1,3}|an?|one|half\s+an?|una?|media)\s*"
    r"(?P<unit>minutes?|mins?|minutos?|min|m|hours?|horas?|hrs?|h)(?:\s+(?P<ago>ago))?"
)
_AGO: Final = re.compile(r"hace\s+")
_NOW: Final = frozenset({"now", "just now", "ahora", "ahora mismo"})
_WORDS: Final = {"a": 1.0, "an": 1.0, "one": 1.0, "un": 1.0, "una": 1.0, "media": 0.5, "half a": 0.5, "half an": 0.5}
_NEAR: Final = timedelta(hours=8)
"""At ten, "9:00" is not nine at night, and at two, "2:30" not half past two at night: a time without morning or evening is
not meant further away than this."""
_NOON: Final = {"noon": time(12), "at noon": time(12), "mediodia": time(12), "al mediodia": time(12)}


def time_ahead(said: str, now: datetime) -> datetime | None:
    """The next moment of today that ``said`` means, after ``now``; ``None`` if it is no time, or one that has passed."""
    words = _plain(said)
    span = _SPAN.fullmatch(words)
    ahead = _same_day(now + _length(span), now) if span is not None and not span["ago"] else None
    moments = _moments(words, now)
    near = (at for at in moments if at > now and (len(moments) == 1 or at - now <= _NEAR))
    return ahead or min(near, default=None)


def time_past(said: str, now: datetime) -> datetime | None:
    """The last moment of today that ``said`` means, not after ``now``; ``None`` if it is no time, or one still to come."""
    words = _plain(said)
    if words in _NOW:
        return now
    span = _SPAN.fullmatch(_AGO.sub("", words))
    if span is not None and (span["ago"] or _AGO.match(words)):
        return _same_day(now - _length(span), now)
    moments = _moments(words, now)
    return max((at for at in moments if at <= now and (len(moments) == 1 or now - at <= _NEAR)), default=None)


def _plain(said: str) -> str:
    return " ".join(folded(said).strip(" .,;").split())


def _length(span: re.Match[str]) -> timedelta:
    number = " ".join(span["number"].split())
    count = _WORDS[number] if number in _WORDS else float(number)
    return timedelta(minutes=count * (60 if span["unit"].startswith("h") else 1))


def _moments(words: str, now: datetime) -> tuple[datetime, ...]:
    """What a time on the clock may mean today: "4" is four in the morning or in the afternoon."""
    if words in _NOON:
        return (_at(_NOON[words], now),)
    found = _CLOCK.fullmatch(words)
    if found is None:
        return ()
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"] or ""
    if hour > 23 or minute > 59:
        return ()
    return tuple(_at(time(each, minute), now) for each in _hours(hour, half, found["hour"]))


def _hours(hour: int, half: str, written: str) -> tuple[int, ...]:
    if half.startswith("a") or half.endswith("manana"):
        return (hour % 12,)
    if half.startswith("p") or half.endswith(("tarde", "noche")):
        return (hour % 12 + 12,)
    if hour > 12 or hour == 0 or written.startswith("0") or half == "h":
        return (hour,)
    return (hour % 12, hour % 12 + 12)


def _at(clock: time, now: datetime) -> datetime:
    return datetime.combine(now.date(), clock, now.tzinfo)


def _same_day(at: datetime, now: datetime) -> datetime | None:
    return at if at.date() == now.date() else None
