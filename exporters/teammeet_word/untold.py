"""Which texts of a view a page shows that have no translation into its language: for pages that do not list them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Final

from teammeet.model.tongues import tongue_of
from teammeet.model.values import Item, Words
from teammeet.model.view import View
from teammeet_word.scripts import base_of

_MARKUP: Final = re.compile(r"<[^>]*>")
_PLAIN: Final = (
    "baseline", "target", "measure", "backup", "ground_rules", "confidentiality",
    "triggers", "early_signs", "what_helps", "what_makes_it_worse",
    "tell_police_or_crisis_line", "weapons_and_medicine", "where_siblings_go", "over_when", "what_helped",
)  # fmt: skip
"""Fields that hold sentences and no translations: they are in the family's language."""


def untold(view: View, language: str, body: str) -> int:
    """How many texts of ``view`` stand in ``body`` as they were said, in a language other than ``language``."""
    mine, family = base_of(language), view.header.language
    texts = [said for item in view.items() for said in _foreign(item, family, mine)]
    if not texts:  # most plans are made in the language that they were spoken in
        return 0
    shown = unescape(_MARKUP.sub(" ", body))
    return sum(any(part in shown for part in said) for said in texts)


def _foreign(item: Item, family: str, mine: str) -> Iterator[tuple[str, ...]]:
    """The texts of an item that have no words in the language ``mine``; of one that was put another way both ways."""
    words, plain = _fields_of(type(item))
    for name in words:
        held = getattr(item, name)
        tongues = {base_of(translation.language) for translation in held.translations}
        if base_of(tongue_of(held, family)) != mine and mine not in tongues:
            yield tuple(filter(None, (held.text, held.reworded)))
    for name in plain if base_of(family) != mine else ():
        held = getattr(item, name)
        yield from ((line,) for line in (held if isinstance(held, tuple) else (held,)) if " " in line)


@lru_cache(maxsize=128)
def _fields_of(kind: type[Item]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a kind of item that hold somebody's words, and those that hold sentences without translations."""
    fields = kind.model_fields
    return tuple(name for name in fields if fields[name].annotation is Words), tuple(name for name in fields if name in _PLAIN)
