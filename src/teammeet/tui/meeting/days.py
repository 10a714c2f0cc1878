"""Days and times inside a typed line: "call the school by next Tuesday", "in two weeks at 4 pm, library"."""

import re
from datetime import date, time
from typing import Final

from teammeet.messages import LANGUAGES, text
from teammeet.practice.due_dates import spoken_date
from teammeet.practice.said_dates import LANGUAGE_WORDS
from teammeet.text import folded

_LONGEST: Final = 8
"""Words that a day is said in at most."""
_TIME: Final = re.compile(
    r"(?:(?<=\s)|^)(?:(?P<at>at|@|a las?)\s+)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*"
    r"(?P<half>[ap]\.?\s?m\b\.?|h\b)?(?=[\s,;]|$)",
    re.IGNORECASE,
)
_RANGE_OF_DAYS: Final = 300
"""Days within which a date needs no year."""


def read_day(said: str, today: date, language: str) -> date | None:
    """The day that the whole of ``said`` means, if it is understood."""
    return spoken_date(said, today, language)


def cut_due(line: str, today: date, language: str) -> tuple[str, date | None, str]:
    """The line without the day that it ends in, that day, and how it was said. A habit ("every Tuesday") is no day, and
    neither is one that another word changes ("the day before Friday").

    A line that is nothing but a day stays as it is: there must be words to keep.
    """
    words = line.split()
    if spoken_date(line, today, language) is not None:
        return line.strip(), None, ""
    for length in range(min(_LONGEST, len(words) - 1), 0, -1):
        said = words[-length:]
        if not _begins_a_day(said) or _is_tied(words[-length - 1]):
            continue
        day = spoken_date(" ".join(said), today, language)
        if day is not None:
            return " ".join(words[:-length]).rstrip(" ,;:–-"), day, " ".join(said)
    return line.strip(), None, ""


def cut_day(line: str, today: date, language: str) -> tuple[date | None, str]:
    """The day that a line begins with, and the rest: where to meet."""
    words = line.replace(",", " , ").split()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        head = [word for word in words[:length] if word != ","]
        day = spoken_date(" ".join(head), today, language) if head else None
        if day is not None:
            return day, " ".join(words[length:]).replace(" ,", ",").strip(" ,;")
    return None, line.strip()


def cut_time(line: str) -> tuple[time | None, str]:
    """A time of day in a line, and the line without it: "4 pm", "at 16:30", "a las 4". A bare number is none."""
    for match in _TIME.finditer(line):
        if not (match["at"] or match["minute"] or match["half"]):
            continue
        hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "").lower()
        if half.startswith(("a", "p")):
            hour = hour % 12 + (12 if half.startswith("p") else 0) if 1 <= hour <= 12 else 99
        elif 1 <= hour <= 6 and not match["hour"].startswith("0"):
            hour += 12  # nobody means four in the morning; the screen shows 16:00 beside it
        if hour < 24 and minute < 60:
            rest = f"{line[: match.start()].rstrip()}{line[match.end() :]}"
            return time(hour, minute), rest.strip(" ,;")
    return None, line


def day_words(day: date, language: str, today: date | None = None) -> str:
    """A day as people write it: "Tue, Mar 3", with the year when it is not near."""
    weekday = text(f"meeting.weekday.{day.isoweekday()}", language)
    month = text(f"meeting.month.{day.month}", language)
    near = today is None or abs((day - today).days) < _RANGE_OF_DAYS
    return text(
        "meeting.date.near" if near else "meeting.date.far", language, weekday=weekday, month=month, day=day.day, year=day.year
    )


def _begins_a_day(said: list[str]) -> bool:
    """Whether a day may begin here: "two weeks from now" does by what follows, "two bags" does not."""
    if "from" in map(folded, said):
        return True
    word = said[0]
    if folded(word) == "a" and folded(said[1] if len(said) > 1 else "").strip(",.;") in LANGUAGE_WORDS["en"].units:
        return False  # three nights a week: how often, not when; "a" begins a day in Spanish alone
    in_digits = word[:1].isdigit() and any(sign in word for sign in "/-.") and len(word) > 3
    return in_digits or folded(word).partition("-")[0].strip(",.;") in _starts()


def _is_tied(word: str) -> bool:
    """Whether the word before a day says that it is a habit, or that the day means another one: "the day before Friday".

    A comma ends what is said before it: "every week, in two weeks".
    """
    return not word.endswith((",", ";")) and any(folded(word).strip(".") in _words(group) for group in ("habit", "day-ties"))


def _starts() -> frozenset[str]:
    return _words("day-starts")


def _words(name: str) -> frozenset[str]:
    """Words of both languages: a family that speaks two mixes them."""
    return frozenset(word for language in LANGUAGES for word in folded(text(f"meeting.words.{name}", language)).split())
