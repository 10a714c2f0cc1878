"""A tag that is no field: whether it stands out of its section, is badly narrowed or misspelt, and what may have been meant."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Final, Literal, NamedTuple

from teammeet_word.forms.fields import BY_SCOPE, FIELDS
from teammeet_word.forms.tags import find

_TAGS: Final = tuple(sorted({field.tag for field in FIELDS}))
_BY_TAG: Final = {tag: tuple(field for field in FIELDS if field.tag == tag) for tag in _TAGS}
_LIKE: Final = 0.75
"""How alike a tag must be to be what was meant (difflib's ratio)."""
_MOST_SECTIONS: Final = 4


class Lost(NamedTuple):
    """Why a tag leads nowhere; ``instead`` is the field that was meant, or the sections that it belongs in."""

    why: Literal["outside-section", "misspelt-field", "bad-narrowing", "unknown-field"]
    instead: str = ""


def why_lost(tag: str, inside: Sequence[str], *, seeks: bool = True) -> Lost:
    """Why ``tag`` leads nowhere for a control within sections of the scopes ``inside``; ``seeks``: look for what was meant."""
    first, _, rest = tag.lower().partition(".")
    name = first.partition(":")[0]
    known = _BY_TAG.get(name, ())
    around = {scope for scope in inside if name in BY_SCOPE[scope]}
    if known and not around and name not in inside:
        return Lost("outside-section", _sections(known[0].scope))
    meant = _in_a_path(tag, inside) if seeks and rest else ""
    if meant:
        return Lost("misspelt-field", meant)
    if known and (":" in first or rest):
        return Lost("bad-narrowing", name)
    near = get_close_matches(name, [*_near(inside), *_TAGS], 1, _LIKE) if seeks else []
    if near and near[0] != name:
        return Lost("misspelt-field", _with_rest(near[0], tag, inside))
    return Lost("unknown-field")


def _in_a_path(tag: str, inside: Sequence[str]) -> str:
    """The nearest tag that leads somewhere, of one that goes through a field to another (``child.pronuons``); empty if none."""
    before, _, last = tag.lower().rpartition(".")
    holder = find(before, inside)
    near = get_close_matches(last, [*BY_SCOPE.get(holder.rows_of, ())], 1, _LIKE) if holder is not None and holder.steps else []
    return f"{before}.{near[0]}" if near and near[0] != last else ""


def _with_rest(near: str, tag: str, inside: Sequence[str]) -> str:
    """The field that is near, with what the tag says after it if that leads somewhere (``childs.name``: ``child.name``)."""
    ends = [place for place in map(tag.find, ".:") if place >= 0]
    whole = near + tag[min(ends) :].lower() if ends else near
    return whole if find(whole, inside) is not None else near


def _near(inside: Sequence[str]) -> Iterator[str]:
    """The fields of the sections around a control, the innermost first: they are the likeliest."""
    for scope in reversed(inside):
        yield from BY_SCOPE[scope]


def _sections(scope: str) -> str:
    """The tags of the sections whose rows have the fields of ``scope``."""
    tags = dict.fromkeys(field.tag for field in FIELDS if field.of == scope)
    return ", ".join(list(tags)[:_MOST_SECTIONS])
