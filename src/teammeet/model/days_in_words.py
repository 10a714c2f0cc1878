"""A day of birth and an age as people write them, in English and Spanish: to find whose birthday is told without a name."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from teammeet.messages import text
from teammeet.text import folded

_LANGUAGES: Final = ("en", "es")
_FIGURES: Final = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    "es": "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis",
}
_SPELLED: Final = {language: said.split() for language, said in _FIGURES.items()}


def of_birthdays(days: Iterable[date]) -> Iterator[str]:
    """Patterns for each day, in folded text: with its year in figures, with the name of its month also without a year."""
    for day in days:
        year, month, number = rf"(?:{day.year}|'?{day.year % 100:02})", rf"0?{day.month}", rf"0?{day.day}"
        apart = r"\s?[-/.]\s?"
        yield rf"{day.year}{apart}{month}{apart}{number}"
        yield rf"(?:{month}{apart}{number}|{number}{apart}{month}){apart}{year}"
        named = "|".join(dict.fromkeys(_names_of(day.month)))
        yield rf"(?:{named})\.? (?:the )?{number}(?:st|nd|rd|th)?"
        yield rf"{number}(?:st|nd|rd|th|ro|º|o)?\.? ?(?:of |de )?(?:{named})"


def _names_of(month: int) -> Iterator[str]:
    for language in _LANGUAGES:
        name = folded(text(f"word.month.{month}", language))
        yield from (re.escape(name), re.escape(name[:3]))


def of_ages(ages: Iterable[int]) -> Iterator[str]:
    """Patterns for each age in years: "6-year-old", "six years old", "aged 6", "de 6 años"."""
    for age in ages:
        english, spanish = (_said(age, language) for language in _LANGUAGES)
        yield rf"(?:{english})[- ]?(?:(?:years?|yrs?)[- ]olds?|y\.?/?o\.?)"
        yield rf"(?:aged|age|is|turned|turns) (?:{english})(?! \w+s\b)(?=$|[ ,.;!?)])"
        yield rf"(?:{spanish}) ?a(?:n|nit)os"


def _said(age: int, language: str) -> str:
    spelled = _SPELLED[language]
    return rf"{age}|{spelled[age]}" if age < len(spelled) else str(age)
