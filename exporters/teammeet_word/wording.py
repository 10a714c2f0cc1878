"""The words of a document: its messages, names and dates, in the language in which it is told."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import Final

from teammeet.messages import FALLBACK, count, keys, text
from teammeet.model.domains import DOMAINS
from teammeet.model.people import Household
from teammeet.model.view import View

_PLACE: Final = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Wording:
    """Whose view is told, and in which language."""

    view: View
    language: str

    def say(self, key: str, **values: object) -> str:
        """A message of this room."""
        if not values:
            return _fixed(f"word.{key}", self.language)
        parts = cut(f"word.{key}", self.language)
        return "".join([str(values[part]) if place % 2 else part for place, part in enumerate(parts)])

    def count(self, key: str, number: int, **values: object) -> str:
        """A message of this room that counts."""
        return count(f"word.{key}", number, self.language, **values)

    def word(self, kind: str, value: object) -> str:
        """The word for a value of an enumeration, such as ``support_kind`` and ``formal``."""
        return _fixed(f"model.{kind}.{value}", self.language)

    def domain(self, domain: str | None) -> str:
        """The name of a life domain; an agency's own is named by itself; empty if none is said."""
        if domain is None:
            return ""
        return self.word("domain", domain) if domain in DOMAINS else domain

    def tongue(self, tag: str) -> str:
        """The name of a language; the tag if no message names it."""
        base = tag.split("-")[0].lower()
        return self.say(f"language.{base}") if f"word.language.{base}" in _every_key() else tag

    def names(self, ids: tuple[str, ...]) -> str:
        """How those with these ids are called, as one phrase."""
        return ", ".join(self.view.labels(ids))

    def called(self, who: str | None) -> str:
        """How a person, a support or a home is called; said in general words if it has no name here."""
        if name := self.view.label(who):
            return name
        return self.say("our_home" if isinstance(self.view.get(who), Household) else "somebody")

    def day(self, day: date) -> str:
        """A date in words."""
        return _date(day, "date", "month", self.language)

    def short_day(self, day: date) -> str:
        """A date for the cell of a table."""
        return _date(day, "short_date", "short_month", self.language)

    def hour(self, at: time) -> str:
        """A time of the day."""
        half = self.say("before_noon" if at.hour < 12 else "after_noon")
        return self.say("time", hour=at.hour, hour_of_twelve=at.hour % 12 or 12, minute=f"{at.minute:02}", half=half)

    def moment(self, at: datetime) -> str:
        """A moment, in the zone in which it was noted down."""
        return self.say("moment", day=self.day(at.date()), time=self.hour(at.time()), zone=_zone(at))

    def join(self, *parts: str) -> str:
        """The parts that say something, with a dot between."""
        return " · ".join(part for part in parts if part)


@cache
def _fixed(key: str, language: str) -> str:
    """A message without values, looked up once."""
    return text(key, language)


@cache
def cut(key: str, language: str) -> tuple[str, ...]:
    """A message cut at its places: words, the name of a value, words, and so on."""
    return tuple(_PLACE.split(_fixed(key, language)))


@lru_cache(maxsize=4096)
def _date(day: date, form: str, month: str, language: str) -> str:
    name = _fixed(f"word.{month}.{day.month}", language)
    return text(f"word.{form}", language, day=day.day, month=name, year=day.year)


@cache
def _every_key() -> frozenset[str]:
    return keys(FALLBACK)


def _zone(at: datetime) -> str:
    """The distance from universal time as people write it, such as ``UTC−6`` or ``UTC+5:30``; ``UTC`` where there is none."""
    minutes = round((at.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return "UTC" + (f"{'−' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}" if minutes else "")
