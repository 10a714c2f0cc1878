"""Which signed edition a plan is compared with when nobody says which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from teammeet.model.family import same_plan
from teammeet.model.since import seen_since

if TYPE_CHECKING:
    from teammeet.model.family import Family
    from teammeet.model.readers import Reader
    from teammeet.model.values import Item
    from teammeet.model.view import View


def signed_before(
    family: Family, reader: Reader, view: View, gone: Iterable[Item] = (), edition: int | None = None
) -> int | None:
    """The number of the last signed edition that is another plan than ``view``, as its ``reader`` sees both.

    That an edition differs only in what the reader does not see tells them nothing. Where none differs it is the last one;
    ``None`` if none was signed. ``edition`` is the one that ``view`` shows: only those before it count.
    """
    numbers = sorted((held.number for held in family.editions if held.record_kept is not None), reverse=True)
    earlier = [number for number in numbers if edition is None or number < edition]
    known = tuple(gone)
    return next((number for number in earlier if not _is_same(family, reader, view, known, number)), next(iter(earlier), None))


def _is_same(family: Family, reader: Reader, view: View, gone: tuple[Item, ...], number: int) -> bool:
    signed = family.as_signed(number)
    return signed is not None and same_plan(_lists(seen_since(signed, family, reader, gone)), _lists(view))


def _lists(view: View) -> dict[str, object]:
    return {"header": view.header, **{name: getattr(view, name) for name in type(view).list_names()}}
