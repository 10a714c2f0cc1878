"""More ways in which people at a table say a day; today is Thursday, 26 November 2026."""

from datetime import date

import pytest

from teammeet.practice.due_dates import spoken_date

TODAY = date(2026, 11, 26)

ENGLISH = {
    "tomorrow night": (2026, 11, 27),
    "this afternoon": (2026, 11, 26),
    "later today": (2026, 11, 26),
    "by the end of the day": (2026, 11, 26),
    "tomorrow by noon": (2026, 11, 27),
    "by noon tomorrow": (2026, 11, 27),
    "by 5 pm Friday": (2026, 11, 27),
    "by Dec 4, 4 pm": (2026, 12, 4),
    "first thing Monday": (2026, 11, 30),
    "Monday first thing": (2026, 11, 30),
    "next Tuesday morning": (2026, 12, 1),
    "mid-May": (2027, 5, 15),
    "by mid May": (2027, 5, 15),
    "in the middle of December": (2026, 12, 15),
    "the middle of the month": (2026, 12, 15),
    "the middle of next month": (2026, 12, 15),
    "by the end of May": (2027, 5, 31),
    "end of November": (2026, 11, 30),
    "the end of February 2028": (2028, 2, 29),
    "by June 2027": (2027, 6, 30),
    "in Feb. 2028": (2028, 2, 29),
    "before June 2027": (2027, 5, 31),
    "the last day of the month": (2026, 11, 30),
    "the first Monday of December": (2026, 12, 7),
    "the last Friday of the month": (2026, 11, 27),
    "the second Tuesday of next month": (2026, 12, 8),
    "the first Monday of November": (2027, 11, 1),
    "by the 5th of next month": (2026, 12, 5),
    "the first of next month": (2026, 12, 1),
    "on the fifteenth": (2026, 12, 15),
    "the twenty-first of January": (2027, 1, 21),
    "within the next two weeks": (2026, 12, 10),
    "over the next ten days": (2026, 12, 6),
    "in fourteen days": (2026, 12, 10),
    "in ninety days": (2027, 2, 24),
    "in 2 wks": (2026, 12, 10),
    "Friday week": (2026, 12, 4),
    "a week on Friday": (2026, 12, 4),
    "the week after next": (2026, 12, 10),
    "in half a year": (2027, 5, 26),
    "later this week": (2026, 11, 27),
    "Friday 12/4": (2026, 12, 4),
    "Fri. 12/4/2026": (2026, 12, 4),
}
SPANISH = {
    "a mediados de mayo": (2027, 5, 15),
    "para mediados de diciembre": (2026, 12, 15),
    "a mediados de mes": (2026, 12, 15),
    "a mediados del próximo mes": (2026, 12, 15),
    "a finales de mayo": (2027, 5, 31),
    "para fines de noviembre": (2026, 11, 30),
    "para junio de 2027": (2027, 6, 30),
    "junio del 2027": (2027, 6, 30),
    "antes de junio de 2027": (2027, 5, 31),
    "a fines de mes": (2026, 11, 30),
    "el último día del mes": (2026, 11, 30),
    "antes de que termine el mes": (2026, 11, 30),
    "antes de fin de mes": (2026, 11, 30),
    "el lunes que viene": (2026, 11, 30),
    "el martes que entra": (2026, 12, 1),
    "la semana que entra": (2026, 12, 3),
    "el mes que entra": (2026, 12, 26),
    "mañana por la noche": (2026, 11, 27),
    "mañana en la noche": (2026, 11, 27),
    "mañana temprano": (2026, 11, 27),
    "mañana a las 10 de la mañana": (2026, 11, 27),
    "el martes a las 4 de la tarde": (2026, 12, 1),
    "mañana al mediodía": (2026, 11, 27),
    "el lunes a primera hora": (2026, 11, 30),
    "a primera hora del lunes": (2026, 11, 30),
    "esta tarde": (2026, 11, 26),
    "de hoy en ocho": (2026, 12, 3),
    "de hoy en quince días": (2026, 12, 10),
    "en medio año": (2027, 5, 26),
    "en las próximas dos semanas": (2026, 12, 10),
    "en veinte días": (2026, 12, 16),
    "el quince": (2026, 12, 15),
    "antes del quince": (2026, 12, 15),
    "para el quince": (2026, 12, 15),
    "el cuatro de diciembre": (2026, 12, 4),
    "el viernes cuatro de diciembre": (2026, 12, 4),
    "el primero de mes": (2026, 12, 1),
    "el 5 del próximo mes": (2026, 12, 5),
    "el primer lunes de diciembre": (2026, 12, 7),
    "el último viernes del mes": (2026, 11, 27),
    "el 4/12": (2026, 12, 4),
    "viernes 4/12": (2026, 12, 4),
}
NO_DATE = (
    "the day before Friday",
    "in a week or two",
    "early next week",
    "the Friday after next",
    "the following Monday",
    "the fifth Friday of next month",
    "entre hoy y mañana",
    "el otro lunes",
    "la otra semana",
    "en unos días",
    "a principios de mayo",
    "para cuatro",
    "cuatro",
    "by June",
    "in June 2019",
    "before November 2026",
    "en junio de 2019",
    "by the end of the school year",
)


@pytest.mark.parametrize("said", ENGLISH)
def test_english_days_as_people_say_them(said: str) -> None:
    assert spoken_date(said, TODAY, "en") == date(*ENGLISH[said])


@pytest.mark.parametrize("said", SPANISH)
def test_spanish_days_as_people_say_them(said: str) -> None:
    assert spoken_date(said, TODAY, "es") == date(*SPANISH[said])


@pytest.mark.parametrize("said", NO_DATE)
def test_what_could_mean_two_days_means_none(said: str) -> None:
    assert spoken_date(said, TODAY, "en") is None
    assert spoken_date(said, TODAY, "es") is None


def test_a_weekday_that_is_not_the_dates_own_makes_it_doubtful() -> None:
    assert spoken_date("Monday 12/4", TODAY, "en") is None
    assert spoken_date("lunes 4/12", TODAY, "es") is None


def test_the_last_days_there_are_end_in_no_date_rather_than_in_a_fault() -> None:
    for said in (*ENGLISH, *SPANISH):
        assert (found := spoken_date(said, date.max, "es")) is None or found >= TODAY
        assert spoken_date(said, date(2028, 2, 29), "en") != date.min
