"""What the paths of a form lead to in one View: the rows of a section, and what a control tells."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from functools import lru_cache
from itertools import islice
from typing import Any, Final

from teammeet.messages import text
from teammeet.model.values import Item, Translation, Words
from teammeet_word.forms.dates import figure, in_form
from teammeet_word.forms.fields import TOP, Field
from teammeet_word.forms.program import NOTHING, Control, Fill, Row, Told
from teammeet_word.forms.tags import Path, Step
from teammeet_word.forms.values import GETTERS, IN_A_LINE, MARKS, OF_FORMS, WORD_FOR, value_of
from teammeet_word.kept import tag_of
from teammeet_word.sheet import Sheet

_CHECKED: Final = ("\u2610", "\u2612")
_OTHER: Final = "other"
_EVERYONE: Final = "everyone"
_WHO_ARE_THERE: Final = ["living", "unborn"]
"""The people in a list of people that does not ask for others."""


class ViewReader:
    """Reads one View; it keeps nothing, so one is enough for all forms."""

    def rows(self, fill: Fill, path: Path) -> Iterator[Row]:
        """The rows that a section shows: at least one, empty, so that the form keeps its place to write."""
        found, _ = self._followed(fill, path.level, path.steps)
        last = path.steps[-1]
        wanted = max(0 if path.if_any else 1, last.least)
        for number, row in enumerate(found, start=1):
            yield Row(row.scope, row.item, number if not last.row else last.row, row.holder)
        for number in range(len(found) + 1, wanted + 1):
            yield Row(last.field.of, None, number)

    def tell(self, fill: Fill, control: Control) -> Told:
        """What a control tells, as lines, as a sign or as a date."""
        last = control.path.steps[-1]
        rows, many = self._followed(fill, control.path.level, control.path.steps[:-1])
        if last.field.kind == "by_hand":
            return NOTHING
        if last.field.kind in ("one", "list"):
            return self._of_rows(fill.sheet, self._next(fill, rows, last))
        if many:
            return _joined([self._of_one(fill, control, row, last) for row in rows])
        return self._of_one(fill, control, rows[0], last) if rows else NOTHING

    def has(self, fill: Fill, path: Path) -> bool:
        """Whether a field says something: a list has rows, a check is yes, a text is not empty."""
        told = self.tell(fill, Control(path, self))
        return told.checked if path.field.kind in ("check", "one", "list") else bool(told.lines)

    def _of_rows(self, sheet: Sheet, rows: Sequence[Row]) -> Told:
        """A list in one place: a line for each row."""
        lines = [line for row in rows for line in self._in_a_line(sheet, row)]
        return Told(tuple(dict.fromkeys(lines)), checked=bool(rows))

    def _in_a_line(self, sheet: Sheet, row: Row) -> Iterator[tuple[str, str]]:
        said = IN_A_LINE[row.scope](sheet, row.item) if row.item is not None else ""
        yield from self._lines(sheet, said, ())

    def _of_one(self, fill: Fill, control: Control, row: Row, step: Step) -> Told:
        """What one field of one row tells."""
        field, sheet = step.field, fill.sheet
        if field.tag == "row" and row.scope != TOP:
            return Told(((str(row.number), ""),))
        if row.item is None and row.scope != TOP:
            return Told()
        value = value_of(sheet, row.scope, field.tag, row.item)
        if field.kind in ("check", "choice"):
            return self._of_choice(sheet, control, step, value)
        if isinstance(value, date):
            return self._of_date(sheet, control, step, value)
        kept = self._kept(fill, row, step, value) if fill.keeps else ""
        return Told(tuple(self._lines(sheet, value, step.narrowed)), checked=bool(value), kept=kept)

    def _of_choice(self, sheet: Sheet, control: Control, step: Step, value: Any) -> Told:
        """A yes or no, or one of a few values; narrowed, it asks whether it is this one."""
        if step.narrowed or control.kind == "check":
            asked = step.narrowed[0] if step.narrowed else ""
            checked = value == asked if step.field.kind == "choice" and asked else bool(value) != (asked == "no")
            checked = checked and value is not None
            return Told(((_CHECKED[checked], ""),), checked=checked)
        if step.field.kind == "check":
            said = text(f"forms.{'yes' if value else 'no'}", sheet.language) if value is not None else ""
        else:
            said = dict(control.entries).get(value or "", "") or word_for(sheet, step.field, value)
        return Told(((said, ""),) if said else (), checked=bool(value))

    def _of_date(self, sheet: Sheet, control: Control, step: Step, value: date) -> Told:
        if step.narrowed:
            return Told(((figure(value, step.narrowed[0], step.row), ""),), checked=True)
        return Told(((in_form(value, control.date_form, sheet), ""),), checked=True, iso=value.isoformat())

    def _lines(self, sheet: Sheet, value: Any, narrowed: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Each line with its language; what says nothing has none."""
        if isinstance(value, Words):
            yield from _of_words(sheet, value, narrowed[0] if narrowed else "")
        elif isinstance(value, time):
            yield sheet.hour(value), ""
        elif value is not None:
            yield from ((line, "") for line in str(value).split("\n") if line.strip())

    def _kept(self, fill: Fill, row: Row, step: Step, value: Any) -> str:
        """The tag of a text that is an item's own, as it stands there."""
        if row.holder is not None:
            return tag_of(*row.holder)
        item = row.item if row.scope != TOP else fill.view.header
        if not isinstance(item, Item) or step.field.tag not in _fields_of(type(item)):
            return ""
        if isinstance(value, Words):
            return _kept_words(item, step, value)
        own = step.field.kind in ("text", "lines") and getattr(item, step.field.tag) is value
        return tag_of(item, step.field.tag) if own and (row.scope == TOP or (row.scope, step.field.tag) not in GETTERS) else ""

    def _followed(self, fill: Fill, level: int, steps: Sequence[Step]) -> tuple[Sequence[Row], bool]:
        """The rows at the end of a path, and whether there may be many."""
        rows: Sequence[Row] = (fill.rows[level],)
        many = False
        for step in steps:
            rows = self._next(fill, rows, step)
            many = many or (step.field.kind == "list" and not step.row)
        return rows, many

    def _next(self, fill: Fill, rows: Sequence[Row], step: Step) -> list[Row]:
        """One step further from each row."""
        found: list[Row] = []
        for row in rows:
            if row.item is None and row.scope != TOP:
                continue
            value = value_of(fill.sheet, row.scope, step.field.tag, row.item)
            if step.field.kind == "one":
                found += [Row(step.field.of, value, 1)] if value is not None else []
            else:
                found += _picked(fill.sheet, row, step, value, fill.taken)
        fill.shown.update(row.item.id for row in found if isinstance(row.item, Item))
        return found


def _joined(told: Sequence[Told]) -> Told:
    """What many rows tell in one place, nothing twice."""
    lines = tuple(dict.fromkeys(line for one in told for line in one.lines))
    return Told(lines, checked=any(one.checked for one in told))


def _picked(sheet: Sheet, row: Row, step: Step, items: Sequence[Any], taken: frozenset[str]) -> list[Row]:
    """The rows of a list: narrowed, then cut."""
    of, header = step.field.of, sheet.view.header
    item = row.item if row.scope != TOP else header
    lines = isinstance(item, Item) and step.field.tag in _fields_of(type(item))
    rows = [
        Row(of, each, number, (item, f"{step.field.tag}.{number - 1}") if of == "line" and lines else None)
        for number, each in enumerate(items, start=1)
        if _fits(sheet, of, each, step, taken)
    ]
    if step.row:
        return rows[step.row - 1 : step.row]
    return list(islice(rows, step.first - 1, step.last or None))


def _fits(sheet: Sheet, scope: str, item: Any, step: Step, taken: frozenset[str]) -> bool:
    """Whether a row is one of those that the narrowing names: by its area, and by what else it is."""
    if not step.narrowed and _EVERYONE not in step.field.narrows:
        return True
    areas = [word for word in step.narrowed if word not in step.field.narrows or word == _OTHER]
    others = [word for word in step.narrowed if word not in areas]
    if _EVERYONE in step.field.narrows and not others:
        others = _WHO_ARE_THERE
    if areas and not (item.domain in areas or (_OTHER in areas and item.domain not in taken)):
        return False
    return not others or bool(MARKS[scope](sheet, item) & set(others))


def _of_words(sheet: Sheet, words: Words, form: str) -> Iterator[tuple[str, str]]:
    """What somebody said: in their own words, or as the form asks for it."""
    own, reworded = words.text or words.reworded, words.reworded or words.text
    if form == "besides":
        said = [(reworded if reworded != own else "", sheet.tag(words))]
        said += [(sheet.join(each.text, _translator(sheet, each)), each.language) for each in words.translations if each.text]
    elif form == "all":
        said = [(own, sheet.tag(words)), (reworded, sheet.tag(words)), *((t.text, t.language) for t in words.translations)]
    elif form == "translated":
        translated = words.in_language(sheet.language)
        said = [(translated, sheet.tag(words) if translated == str(words) else "")]
    else:
        said = [(reworded if form == "reworded" else own, sheet.tag(words))]
    yield from dict.fromkeys((line, tongue) for line, tongue in said if line)


def _translator(sheet: Sheet, translation: Translation) -> str:
    return sheet.say("translator", name=translation.by) if translation.by else ""


@lru_cache(maxsize=128)
def _fields_of(kind: type[Item]) -> frozenset[str]:
    """The fields of a kind of item; pydantic makes them anew each time that they are asked for."""
    return frozenset(kind.model_fields)


def _kept_words(item: Item, step: Step, words: Words) -> str:
    form = step.narrowed[0] if step.narrowed else ""
    if form in ("all", "translated", "besides"):
        return ""
    reworded = bool(words.reworded) and (form == "reworded" or not words.text)
    return tag_of(item, f"{step.field.tag}.{'reworded' if reworded else 'text'}")


def word_for(sheet: Sheet, field: Field, value: Any) -> str:
    """The word for one of a few values."""
    if not value:
        return ""
    kind = WORD_FOR[field.scope, field.tag]
    return text(f"forms.word.{kind}.{value}", sheet.language) if kind in OF_FORMS else sheet.word(kind, value)


READER: Final = ViewReader()
