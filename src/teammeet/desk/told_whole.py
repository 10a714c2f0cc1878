"""A new item in lines, whole: every field with its words, and who would see it. Nobody takes in what was not shown."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from teammeet.desk.admitted import fields_left_off, fields_that_say, title_in
from teammeet.messages import FALLBACK, keys, text
from teammeet.model.facts import Kind
from teammeet.model.family import Family
from teammeet.model.shapes import shape_of
from teammeet.model.values import Item, Words

_CHOICES: Final = {
    "source": "support_kind",
    "place": "crisis_place",
    "aspect": "transition_aspect",
    "domain": "domain",
    "record": "record_kind",
}
"""Fields that hold one of some words, with the room of the catalogue that names these."""


def told_whole(family: Family, item: Item, language: str) -> Iterator[str]:
    """Each field that says something, a line each; the names are those of ``family``. Then what of it does not come in.

    Last, the circle that may see it.
    """
    for name in fields_that_say(item):
        held = getattr(item, name)
        if isinstance(held, Words):
            yield from _words(name, held, language)
            continue
        label = text(f"back.part.{name}", language)
        yield from (f"{label}: {said}" for said in _said(family, item, name, language))
    in_the_file = family.get(item.id)
    left = tuple(fields_left_off(in_the_file)) if in_the_file is not None else ()
    if names := ", ".join(filter(None, (field_label(name, language) for name in left))):
        yield text("back.left-off", language, fields=names)
    yield text("back.seen-by", language, circle=text(f"model.circle.{item.least_circle}", language))


def field_label(field: str, language: str) -> str:
    """What a field of an item is called beside what stands in it; empty if nobody reads of it by name."""
    found = (key for key in (f"back.part.{field}", f"back.field.{field}") if key in keys(FALLBACK))
    return next((text(key, language) for key in found), "")


def fact_told(named: Sequence[Family], kind: str, fact: Kind, told: str, language: str) -> str:
    """A fact as a person reads it; those whom it names are called as in the first of ``named`` that has them."""
    if fact == "who":
        labels = ((family.label(who) for family in named) for who in told.split())
        return ", ".join(next(filter(None, found), "–") for found in labels)
    if fact == "status":
        return text(f"model.{kind.removesuffix('s')}_status.{told}", language)
    return told


def _words(name: str, words: Words, language: str) -> Iterator[str]:
    told = [(name, words.text), ("reworded", words.reworded), *(("translation", one.text) for one in words.translations)]
    yield from (f"{text(f'back.part.{part}', language)}: {said}" for part, said in told if said)


def _said(family: Family, item: Item, name: str, language: str) -> Iterator[str]:
    held = getattr(item, name)
    refers = any(field.name == name and field.lists for field in shape_of(type(item)))
    for one in held if isinstance(held, tuple) else (held,):
        if refers:
            yield title_in(family, family.get(one)) or str(one)
        elif name in _CHOICES:
            key = f"model.{_CHOICES[name]}.{one}"
            yield text(key, language) if key in keys(FALLBACK) else str(one)
        elif one is True:
            yield text("changed.yes", language)
        else:
            yield one.isoformat() if isinstance(one, date) else str(one)
