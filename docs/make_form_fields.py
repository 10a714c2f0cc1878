"""Write ``docs/form-fields.md``: every field that a control of an agency's form may name.

Run ``python docs/make_form_fields.py`` after a field was added; a test compares.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from teammeet.messages import text
from teammeet.model.domains import DOMAINS
from teammeet_word.forms.fields import BY_SCOPE, FIELDS, SCOPES, TOP, Field

_KINDS: Final = {
    "text": "text",
    "words": "words of somebody",
    "lines": "text of several paragraphs",
    "number": "number",
    "date": "date",
    "time": "time",
    "choice": "one of a few",
    "check": "yes or no",
    "picture": "picture",
    "by_hand": "for the pen",
}
_HEAD: Final = """# The fields of a form

What the tag of a content control may say. [forms.md](forms.md) tells how to draw a form in Word. This list is stable: no tag
is taken out or given another meaning; new ones may be added. This page is made from the program
(`python docs/make_form_fields.py`).

A repeating section has the tag of a *list* and is written once for each row. The fields of a row are in the table that its
line here names. A field outside of a section may be reached by a path: `child.name`, `needs.1.words`, `meeting.day`.
"""
_AREAS: Final = "an area of life"


def page() -> str:
    """The page as it should stand."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield f"Areas of life: {', '.join(f'`{area}`' for area in DOMAINS)}; an agency's own area by its own name."
    for scope in SCOPES:
        found = ", ".join(dict.fromkeys(f"`{field.tag}`" for field in FIELDS if field.of == scope))
        yield from ("", f"## {_title(scope)}", "")
        if scope != TOP:
            yield from (f"A row of {found}. From a section inside of it: `{scope}.` and the field.", "")
        yield from ("| tag | what it is | kind |", "|---|---|---|")
        yield from (f"| `{field.tag}` | {text(field.meaning)} | {_kind(field)} |" for field in BY_SCOPE[scope].values())


def _title(scope: str) -> str:
    title = text(f"forms.scope.{scope}")
    return f"{title[0].upper()}{title[1:]} (`{scope}`)"


def _kind(field: Field) -> str:
    if field.kind in ("list", "one"):
        rows = text(f"forms.scope.{field.of}")
        narrowed = ", ".join(_AREAS if word == "AREA" else f"`{word}`" for word in field.narrows)
        return f"{'list' if field.kind == 'list' else 'one'}: {rows}{f'; narrowed by {narrowed}' if narrowed else ''}"
    values = ", ".join(f"`{value}`" for value in field.values)
    return f"{_KINDS[field.kind]}{f': {values}' if values else ''}"


if __name__ == "__main__":
    Path(__file__).with_name("form-fields.md").write_text(page(), encoding="utf-8")
