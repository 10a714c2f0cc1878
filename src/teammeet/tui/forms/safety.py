"""Forms of the crisis and safety plan."""

from __future__ import annotations

from typing import Final

from teammeet.model.crisis import CrisisCall, CrisisPlan, CrisisStage, PastCrisis
from teammeet.tui.forms.controls import check, choice, day, item_form, line, lines, number, refer, words
from teammeet.tui.forms.form import Form
from teammeet.tui.forms.parts import TRANSLATION

FORMS: Final[tuple[Form, ...]] = (
    item_form(
        CrisisPlan,
        refer("whose", "crisis_whose"),
        words("definition", TRANSLATION),
        lines("triggers"),
        lines("early_signs"),
        lines("what_helps"),
        lines("what_makes_it_worse"),
        line("over_when"),
        line("weapons_and_medicine"),
        line("where_siblings_go"),
        lines("must_not_be_called"),
        line("tell_police_or_crisis_line"),
        day("written_on"),
        day("revised_on"),
    ),
    item_form(
        CrisisStage,
        words("words", TRANSLATION, "stage_words"),
        choice("place", "model.crisis_place", "crisis_place"),
        number("intensity"),
        refer("who", "stage_who"),
        line("who_said", "stage_who_said"),
        refer("plan"),
    ),
    item_form(
        CrisisCall,
        refer("who", "call_who"),
        line("name", "call_name"),
        line("phone"),
        line("when", "call_when"),
        check("day_and_night"),
        refer("plan"),
    ),
    item_form(
        PastCrisis,
        words("words", TRANSLATION, "past_words"),
        day("on", "happened_on"),
        line("what_helped"),
        refer("plan"),
    ),
)
