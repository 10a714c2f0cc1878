"""The language of what was said: as noted, else plainly the house's other one, else the family's."""

import pytest

from teammeet.model.tongues import tongue_of
from teammeet.model.values import Words


@pytest.mark.parametrize(
    ("said", "family", "tongue"),
    [
        ("Queremos una casa donde todos duerman y se rían", "en", "es"),
        ("Que la niña tenga con quién hablar en la escuela.", "en-US", "es"),
        ("We want a house where everybody sleeps", "es", "en"),
        ("She needs somebody who listens", "es-MX", "en"),
        ("We want to go to La Casa de la Esperanza", "en", "en"),
        ("Casa Esperanza", "en", "en"),
        ("No me, he said: red, pan, once", "es", "es"),
        ("Abuela Inés keeps the door open", "en", "en"),
        ("Vi vil have et hus, hvor alle sover", "da", "da"),
        ("El equipo viene los martes with the van", "en", "en"),
        ("", "es", "es"),
        ("Ele quer que a escola ligue para ela se for o caso", "en", "en"),
        ("La mère veut un peu de temps pour elle", "en", "en"),
        ("La madre vuole un po' di tempo con una zia", "en", "en"),
        ("Trust, hope, Maria de los Angeles", "en", "en"),
        ("El Paso, Los Angeles", "en", "en"),
        ("Ze is bang, want we zijn met weinig", "es", "es"),
    ],
)
def test_only_what_is_plainly_in_the_other_language_is_taken_for_it(said: str, family: str, tongue: str) -> None:
    assert tongue_of(Words(text=said), family) == tongue


def test_what_was_noted_wins() -> None:
    assert tongue_of(Words(text="Queremos una casa y la paz", language="pt"), "en") == "pt"
