"""A form filled for one View: its program walked, the map in its box, the plan inside the file where the copy may carry it."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from teammeet.errors import ExportRefused
from teammeet.export import Exported, Options
from teammeet.messages import Message, count, text
from teammeet.model.values import Item
from teammeet.model.view import View
from teammeet.text import mended
from teammeet_word.drawing import drawn
from teammeet_word.embedded import Printed, plan_parts
from teammeet_word.forms.compiled import Form, compiled
from teammeet_word.forms.fields import LONGEST_TAG, TOP
from teammeet_word.forms.meant import why_lost
from teammeet_word.forms.opening import safe
from teammeet_word.forms.parts import core_of
from teammeet_word.forms.program import Fill, Row, run
from teammeet_word.paper import EMU, Paper, paper_for
from teammeet_word.remarks import page_remarks
from teammeet_word.sheet import Sheet

_LISTED: Final = {"strength": "strengths", "need": "needs", "outcome": "outcomes", "strategy": "strategies", "task": "tasks"}
"""The kinds of row of which nobody should miss one, with the list in which the View has them."""
_PEOPLE: Final = "people"
_MOST_NAMED: Final = 12
"""So many tags a remark names."""
_ASKED: Final = ("misspelt-field", "outside-section")
"""Why a tag may be lost so that a better one can be told."""
_SMALLEST_DRAWING: Final = (468.0, 360.0)
"""What a map is drawn for at least, in points: in a smaller box it is shown smaller."""


def filled(view: View, language: str, options: Options, word_language: str) -> Exported:
    """The form of ``options`` as the plan of ``view``; the same view, language and options give the same bytes.

    Raises:
        DocumentRefused: the form is no Word file, is damaged, or holds what may do harm.
        ExportRefused: it cannot be filled, or the map cannot be drawn.
    """
    if options.form is None:
        raise ExportRefused("form-refused", why=Message("forms.fault.none"))
    form = compiled(options.form, word_language)
    paper = paper_for(language, options.paper)
    sheet = Sheet(view, language, paper, options.today, options.in_vault)
    shows_map = form.box != (0, 0) and view.service is None  # a service gets what is its own, not who else is around
    drawing = drawn(view, language, options, _paper_of(form, paper)) if shows_map else None
    fill = Fill(sheet, form.taken, drawing, keeps=not view.in_roles, rows=(Row(TOP, None),))
    speaking = {name: _said(form, name, fill) for name in form.programs}
    plan = {} if view.in_roles else plan_parts(view, Printed(language, options.today, options.in_vault, is_plain=False))
    content = form.container.file(
        speaking, core_of(sheet.kind, word_language, options.today), drawing.content if drawing else None, plan
    )
    said = page_remarks(sheet, "".join(speaking.values()))
    remarks = (*(drawing.remarks if drawing else ()), *_remarks(form, fill, options), *said)
    return Exported(content, remarks, drawing.places) if drawing else Exported(content, remarks)


def _said(form: Form, name: str, fill: Fill) -> str:
    fill.out = []
    run(form.programs[name], fill)
    return "".join(fill.out)


def _paper_of(form: Form, paper: Paper) -> Paper:
    """A sheet as large as the picture's box, for which the map is drawn."""
    width, height = (side / EMU for side in form.box)
    larger = max(1.0, _SMALLEST_DRAWING[0] * 20 / width, _SMALLEST_DRAWING[1] * 20 / height)
    return Paper(int(width * larger), int(height * larger), 0, 0)


def _remarks(form: Form, fill: Fill, options: Options) -> Iterator[str]:
    language = fill.sheet.language
    if not form.controls:
        yield text("forms.remark.no-controls", language)
    if form.unknown:
        yield text("forms.remark.unknown", language, tags=_named([*_lost(form, language)]))
    if form.unfit:
        yield text(
            "forms.remark.unfit", language, tags=_named([safe(tag, LONGEST_TAG) for tag in form.unfit[: _MOST_NAMED + 1]])
        )
    if fill.view.part_two and "part_2_notice" not in form.tags:
        yield text("forms.remark.part-two", language, notice=fill.sheet.say("part_two"))
    if fill.view.withheld and "left_out" not in form.tags:
        yield text("forms.remark.left-out", language)
    for name, missing in _missing(form, fill):
        yield count(f"forms.remark.missing.{name}", missing, language)
    for (title, most), letters in fill.long.items():
        yield text("formcheck.remark.long", language, title=mended(title)[0], most=most, letters=letters)
    if options.large:
        yield text("forms.remark.large", language)
    if options.second:
        yield text("forms.remark.second", language)


def _missing(form: Form, fill: Fill) -> Iterator[tuple[str, int]]:
    """Of each list that the form shows, how many have no place: the dead and animals have one only where a tag asks."""
    view = fill.view
    lists: dict[str, Sequence[Item]] = {name: getattr(view, name) for scope, name in _LISTED.items() if scope in form.lists}
    if _PEOPLE in form.lists:
        lists[_PEOPLE] = [person for person in view.people if person.in_family]
    for name, items in lists.items():
        if missing := sum(item.id not in fill.shown for item in items):
            yield name, missing


def _lost(form: Form, language: str) -> Iterator[str]:
    """The tags that are no field, each with what may have been meant, as they may be shown on a terminal."""
    for tag, inside in islice(form.unknown.items(), _MOST_NAMED + 1):
        lost, shown = why_lost(tag, inside), safe(tag, LONGEST_TAG)
        asked = f"forms.remark.lost.{lost.why}"
        yield text(asked, language, tag=shown, instead=lost.instead) if lost.why in _ASKED else shown


def _named(shown: Sequence[str]) -> str:
    return ", ".join([*shown[:_MOST_NAMED], *(["…"] if len(shown) > _MOST_NAMED else [])])
