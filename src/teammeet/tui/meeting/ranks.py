"""The family's order of its needs, counted anew where a need came or went: nobody else ranks, and no place is left empty."""

from collections.abc import Iterable

from teammeet.model.family import Edit, Family, put
from teammeet.model.plan import Need


def ranked(family: Family) -> tuple[Need, ...]:
    """The needs that have a rank, the family's first one first; of equal ranks in the order of the record."""
    return tuple(sorted((need for need in family.needs if need.rank), key=lambda need: need.rank or 0))


def counted_anew(needs: Iterable[Need]) -> tuple[Edit, ...]:
    """The edits that give ``needs``, in this order, the ranks 1, 2, 3."""
    return tuple(put(need.changed(rank=place)) for place, need in enumerate(needs, start=1) if need.rank != place)
