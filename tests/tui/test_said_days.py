"""A day at the end of a typed line: taken whole, or left in the words; never half of it, never another day."""

import pytest
from tests.tui.meeting_scenes import TEN

from teammeet.tui.meeting.days import cut_due

TODAY = TEN.date()
"""Monday, 2 March 2026."""


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("Call the school in two weeks", "en", "2026-03-16"),
        ("Call the school, next Tuesday", "en", "2026-03-10"),
        ("Call the school by the end of the month", "en", "2026-03-31"),
        ("Call the school this Friday", "en", "2026-03-06"),
        ("Call the school tomorrow night", "en", "2026-03-03"),
        ("Call the school two weeks from now", "en", "2026-03-16"),
        ("Call the school a week from Tuesday", "en", "2026-03-10"),
        ("Call the school mid-May", "en", "2026-05-15"),
        ("Call the school first thing Monday", "en", "2026-03-09"),
        ("Call the school later this week", "en", "2026-03-06"),
        ("Call the school on the first Monday of April", "en", "2026-04-06"),
        ("Llamar a la escuela antes del 3", "es", "2026-03-03"),
        ("Llamar a la escuela a mediados de mayo", "es", "2026-05-15"),
        ("Llamar a la escuela el lunes que viene", "es", "2026-03-09"),
        ("Llamar a la escuela mañana a las 10 de la mañana", "es", "2026-03-03"),
        ("Llamar a la escuela de hoy en ocho", "es", "2026-03-09"),
        ("Llamar a la escuela para finales de mes", "es", "2026-03-31"),
    ],
)
def test_a_day_is_cut_off_whole(line: str, language: str, day: str) -> None:
    words, due, said = cut_due(line, TODAY, language)
    assert (words, str(due)) == ("Call the school" if language == "en" else "Llamar a la escuela", day)
    assert line.endswith(said)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Pack the bag the day before Friday", "en"),
        ("Meet early next week", "en"),
        ("Tell us what happened last Friday", "en"),
        ("Call today or tomorrow", "en"),
        ("Buy two bags", "en"),
        ("Meet at the middle of it", "en"),
        ("Call every Tuesday", "en"),
        ("Sam sleeps in his own bed five nights a week", "en"),
        ("Nadia calls her sister twice a month", "en"),
        ("Llamar entre hoy y mañana", "es"),
        ("Caminar en la mañana", "es"),
        ("Estudiar para el examen de mañana", "es"),
        ("He is out of school since June 2027", "en"),
        ("They moved here in June 2019", "en"),
        ("Ir el otro lunes", "es"),
        ("Cocinar para cuatro", "es"),
    ],
)
def test_what_means_another_day_or_none_stays_in_the_words(line: str, language: str) -> None:
    assert cut_due(line, TODAY, language) == (line, None, "")


@pytest.mark.parametrize(
    ("line", "language", "words", "day"),
    [
        ("Call the school every week, in two weeks", "en", "Call the school every week", "2026-03-16"),
        ("Call every day, by Friday", "en", "Call every day", "2026-03-06"),
        ("Llamar cada semana, en dos semanas", "es", "Llamar cada semana", "2026-03-16"),
    ],
)
def test_a_comma_ends_a_habit_and_the_day_after_it_is_taken(line: str, language: str, words: str, day: str) -> None:
    kept, due, _ = cut_due(line, TODAY, language)
    assert (kept, str(due)) == (words, day)
