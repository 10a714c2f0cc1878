"""Which item and which field each text of a plan comes from, so that a document can be read back: kept text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any, Final

from teammeet.model.record import LIST_OF
from teammeet.model.shapes import shape_of
from teammeet.model.values import Item, Words
from teammeet.model.view import View
from teammeet.practice.text_names import text_name
from teammeet_word.markup import Kept, Span, kept_block

_NUMBER: Final = re.compile(r'(<w:id w:val=")\d+"/></w:sdtPr>')
MOST_IN_A_TAG: Final = 64
"""So many characters Word takes for the tag and for the name of a content control."""

Place = tuple[Item, str]
"""An item, and the path of a text in it (:mod:`teammeet.model.paths`)."""


class Keeper:
    """Puts the texts of one document into content controls, each with a number of its own, the same each time."""

    def __init__(self, view: View, language: str) -> None:
        """For a document of ``view``, whose controls are named in ``language``."""
        self._language = language
        self._places = {id(words): (item, name) for item, name, words in _all_words(view)}
        self._numbers = count(1)

    def place_of(self, words: Words, part: str) -> Place | None:
        """The item, and the path in it, of a part of these very words."""
        found = self._places.get(id(words))
        return (found[0], f"{found[1]}.{part}") if found else None

    def kept(self, span: Span, place: Place, before: str = "", after: str = "") -> Span:
        """``span`` in a control; just as it is where it says nothing, or where Word would not take its tag."""
        tag = tag_of(*place)
        if not (span.text and tag):
            return replace(span, text=f"{before}{span.text}{after}")
        alias = alias_of(*place, self._language)
        return Kept(span.text, span.look, span.language, tag, alias, next(self._numbers), before, after)

    def block(self, place: Place, paragraphs: str) -> str:
        """Whole paragraphs in one control."""
        return kept_block(tag_of(*place), alias_of(*place, self._language), next(self._numbers), paragraphs)


def tag_of(item: Item, path: str) -> str:
    """The tag of the control around one text, such as ``n1/words.text``; empty where Word would not take it."""
    tag = f"{item.id}/{path}"
    return tag if len(tag) <= MOST_IN_A_TAG else ""


def alias_of(item: Item, path: str, language: str) -> str:
    """How the control is called where a person meets it, such as "Outcome: where it stands now"."""
    return text_name(LIST_OF[type(item)], path, language)[:MOST_IN_A_TAG]


def numbered_anew(body: str) -> str:
    """A body that was put together of two, with a number of its own for each control."""
    numbers = count(1)
    return _NUMBER.sub(lambda found: f'{found[1]}{next(numbers)}"/></w:sdtPr>', body)


def apart(view: View) -> View:
    """The same view, in which no two items share one value of words: then each is found by its identity."""
    met: set[int] = set()
    shared: dict[str, dict[str, Words]] = {}
    for item, name, words in _all_words(view):
        if id(words) in met:
            shared.setdefault(item.id, {})[name] = words.model_copy()
        met.add(id(words))
    if not shared:
        return view
    lists: dict[str, Any] = {
        name: tuple(i.model_copy(update=shared[i.id]) if i.id in shared else i for i in getattr(view, name))
        for name in view.list_names()
    }
    lists["header"] = view.header.model_copy(update=shared.get(view.header.id, {}))
    return View.model_construct(**{**{name: getattr(view, name) for name in View.model_fields}, **lists})


def _all_words(view: View) -> Iterator[tuple[Item, str, Words]]:
    for item in view.items():
        for name in _fields_of_words(type(item)):
            words = getattr(item, name)
            if words.text or words.reworded:
                yield item, name, words


@cache
def _fields_of_words(kind: type[Item]) -> tuple[str, ...]:
    return tuple(field.name for field in shape_of(kind) if isinstance(field.blank, Words))
