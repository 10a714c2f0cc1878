"""What the line under a narrowed map says is gone."""

from typing import Any, cast

from teammeet.ecomap.graph import EcomapGraph, Home, Member, Support
from teammeet.messages import text
from teammeet.model.supports import Spotlight
from teammeet.tui.ecomap import spotlight_words


class _Says:
    language = "en"

    def say(self, key: str, **values: Any) -> str:
        return text(key, self.language, **values)


def told(*supports: Support) -> str:
    graph = EcomapGraph("Marsh", (Home("h", "Home"),), (Member("m", "Ada", "", "h"),), supports, centre="h")
    return spotlight_words.line(cast(Any, _Says()), graph, Spotlight(kinds=spotlight_words.UNPAID, alone=True))


def test_only_paid_services_that_are_active_now_count_as_left_out() -> None:
    clinic, court = Support("c", "Clinic", "formal"), Support("p", "Court", "formal", "", "ended")
    assert "1 paid service left out (1 has ended)" in told(clinic, court)
    assert "1 support left out" in told(court)
    assert "0 supports left out" in told()


def test_of_a_part_of_life_those_that_are_active_now_are_counted() -> None:
    legal = [Support(id, id, "formal", "legal", status) for id, status in (("a", "ended"), ("b", "possible"), ("c", "active"))]
    health = Support("d", "d", "formal", "health", "ended")
    graph = EcomapGraph("Marsh", (Home("h", "Home"),), (), (*legal, health), centre="h")
    assert dict(spotlight_words.domains(cast(Any, _Says()), graph, lit=False)) == {
        "health": "Health · 0 (1 has ended)",
        "legal": "Legal · 1 (1 is only possible, 1 has ended)",
    }
