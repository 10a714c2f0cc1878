"""Due dates as people say them, in English and Spanish; today is Thursday, 26 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teammeet.practice.due_dates import spoken_date

TODAY = date(2026, 11, 26)

ENGLISH = {
    "today": (2026, 11, 26),
    "Tonight": (2026, 11, 26),
    "tomorrow": (2026, 11, 27),
    "tomorrow morning": (2026, 11, 27),
    "the day after tomorrow": (2026, 11, 28),
    "in two weeks": (2026, 12, 10),
    "two weeks": (2026, 12, 10),
    "in 10 days": (2026, 12, 6),
    "within a week": (2026, 12, 3),
    "in a month": (2026, 12, 26),
    "in three months": (2027, 2, 26),
    "in a couple of weeks": (2026, 12, 10),
    "in a year": (2027, 11, 26),
    "a week from today": (2026, 12, 3),
    "a week from Tuesday": (2026, 12, 8),
    "in two weeks' time": (2026, 12, 10),
    "Tuesday": (2026, 12, 1),
    "on Tuesday": (2026, 12, 1),
    "by Tuesday at 5 pm": (2026, 12, 1),
    "Thursday": (2026, 12, 3),
    "this Thursday": (2026, 11, 26),
    "this Friday": (2026, 11, 27),
    "next Tuesday": (2026, 12, 1),
    "next Friday": (2026, 12, 4),
    "Friday next week": (2026, 12, 4),
    "next week on Friday": (2026, 12, 4),
    "by the 3rd": (2026, 12, 3),
    "by the 30th": (2026, 11, 30),
    "by the 26th": (2026, 11, 26),
    "by the 31st": (2026, 12, 31),
    "the first of the month": (2026, 12, 1),
    "Tuesday the 1st": (2026, 12, 1),
    "Dec 3": (2026, 12, 3),
    "Dec. 3": (2026, 12, 3),
    "December 3rd, 2027": (2027, 12, 3),
    "3 December": (2026, 12, 3),
    "the 3rd of December": (2026, 12, 3),
    "Thursday, December 3": (2026, 12, 3),
    "January 5": (2027, 1, 5),
    "May 1": (2027, 5, 1),
    "2026-12-03": (2026, 12, 3),
    "2026/12/3": (2026, 12, 3),
    "by 2026-12-03.": (2026, 12, 3),
    "12/3/2026": (2026, 12, 3),
    "12/3": (2026, 12, 3),
    "12/3/26": (2026, 12, 3),
    "31/12/2026": (2026, 12, 31),
    "03/04/2026": (2026, 3, 4),
    "by the end of the month": (2026, 11, 30),
    "end of next month": (2026, 12, 31),
    "this week": (2026, 11, 27),
    "end of next week": (2026, 12, 4),
    "next week": (2026, 12, 3),
    "next month": (2026, 12, 26),
    "this weekend": (2026, 11, 29),
    "over the weekend": (2026, 11, 29),
    "next weekend": (2026, 12, 6),
    "end of the year": (2026, 12, 31),
    "  NO LATER THAN   Dec 3 ": (2026, 12, 3),
    "en dos semanas": (2026, 12, 10),
    "9999-12-31": (9999, 12, 31),
}

SPANISH = {
    "hoy": (2026, 11, 26),
    "mañana": (2026, 11, 27),
    "manana": (2026, 11, 27),
    "mañana por la mañana": (2026, 11, 27),
    "pasado mañana": (2026, 11, 28),
    "en dos semanas": (2026, 12, 10),
    "dentro de 10 días": (2026, 12, 6),
    "en quince días": (2026, 12, 11),
    "en un mes": (2026, 12, 26),
    "en tres meses": (2027, 2, 26),
    "el martes": (2026, 12, 1),
    "este jueves": (2026, 11, 26),
    "el próximo martes": (2026, 12, 1),
    "el próximo viernes": (2026, 11, 27),
    "el viernes que viene": (2026, 11, 27),
    "el viernes de la próxima semana": (2026, 12, 4),
    "el miércoles por la tarde": (2026, 12, 2),
    "antes del 3": (2026, 12, 3),
    "el 3": (2026, 12, 3),
    "para el día 15": (2026, 12, 15),
    "el 1º": (2026, 12, 1),
    "el primero de diciembre": (2026, 12, 1),
    "3 de diciembre": (2026, 12, 3),
    "el jueves 3 de diciembre": (2026, 12, 3),
    "3 de diciembre de 2027": (2027, 12, 3),
    "3 dic": (2026, 12, 3),
    "diciembre 3": (2026, 12, 3),
    "2026-12-03": (2026, 12, 3),
    "3/12/2026": (2026, 12, 3),
    "03/04/2026": (2026, 4, 3),
    "12/31/2026": (2026, 12, 31),
    "fin de mes": (2026, 11, 30),
    "a finales de mes": (2026, 11, 30),
    "el fin de semana": (2026, 11, 29),
    "el próximo fin de semana": (2026, 12, 6),
    "esta semana": (2026, 11, 27),
    "la próxima semana": (2026, 12, 3),
    "la semana que viene": (2026, 12, 3),
    "el mes que viene": (2026, 12, 26),
    "fin de año": (2026, 12, 31),
    "a más tardar el viernes": (2026, 11, 27),
    "in two weeks": (2026, 12, 10),
}

NO_DATE = (
    "",
    "   ",
    "soon",
    "as soon as possible",
    "cuando se pueda",
    "3",
    "by 3",
    "-0",
    "٣",
    "NaN",
    "1e999",
    "True",
    "1_000",
    "2026-02-30",
    "2026-13-01",
    "0000-01-01",
    "31/11/2026",
    "32/12/2026",
    "Feb 30",
    "the 32nd",
    "the 0th",
    "Friday, December 3",
    "in 9999 days",
    "in 99999999999999999999 days",
    "in 1000000000000 months",
    "9" * 5000,
    "9" * 90,
    "in " + "9" * 90 + " weeks",
    "2026-12-03-04",
    "a few weeks",
    "Tuesday or Wednesday",
    "every Tuesday",
    "12/3/2026/4",
    "{0.__class__}",
    "\x00",
)


@pytest.mark.parametrize(("said", "meant"), ENGLISH.items())
def test_english_words_mean_a_day(said: str, meant: tuple[int, int, int]) -> None:
    assert spoken_date(said, TODAY, "en") == date(*meant)


@pytest.mark.parametrize(("said", "meant"), SPANISH.items())
def test_spanish_words_mean_a_day(said: str, meant: tuple[int, int, int]) -> None:
    assert spoken_date(said, TODAY, "es-MX") == date(*meant)


@pytest.mark.parametrize("said", NO_DATE)
@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_what_is_doubtful_impossible_or_no_date_means_nothing(said: str, language: str) -> None:
    assert spoken_date(said, TODAY, language) is None


def test_a_day_and_month_in_digits_are_doubtful_where_no_language_decides() -> None:
    assert spoken_date("03/04/2026", TODAY, "fr") is None
    assert spoken_date("04/04/2026", TODAY, "fr") == date(2026, 4, 4)
    assert spoken_date("31/12/2026", TODAY, "fr") == date(2026, 12, 31)


def test_a_month_ahead_keeps_to_the_month() -> None:
    assert spoken_date("in a month", date(2027, 1, 31), "en") == date(2027, 2, 28)
    assert spoken_date("in a month", date(2028, 1, 31), "en") == date(2028, 2, 29)


def test_february_29_without_a_year_waits_for_a_year_that_has_it_soon() -> None:
    assert spoken_date("Feb 29", date(2027, 11, 1), "en") == date(2028, 2, 29)
    assert spoken_date("Feb 29", date(2025, 11, 1), "en") is None


def test_this_week_on_a_weekend_ends_on_its_sunday() -> None:
    assert spoken_date("this week", date(2026, 11, 28), "en") == date(2026, 11, 29)


@pytest.mark.parametrize("said", [*ENGLISH, *SPANISH])
@pytest.mark.parametrize("today", [date.min, date.max, date(2028, 2, 29)])
def test_the_ends_of_the_calendar_break_nothing(said: str, today: date) -> None:
    for language in ("en", "es"):
        spoken_date(said, today, language)


@given(st.text(), st.dates(), st.sampled_from(["en", "es", "de", ""]))
def test_any_text_on_any_day_is_read_without_a_fault(said: str, today: date, language: str) -> None:
    spoken_date(said, today, language)


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(), st.sampled_from(["en", "es", "fr"]))
def test_a_date_in_figures_means_itself_in_every_language(day: date, today: date, language: str) -> None:
    assert spoken_date(day.isoformat(), today, language) == day
