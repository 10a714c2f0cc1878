"""Where things lay on a reader's former maps, as far as that may still be used for the next one."""

import re
from collections.abc import Mapping
from typing import Final

from teammeet.export import NOWHERE
from teammeet.model.family import Family
from teammeet.model.view import View

_IDS: Final = re.compile(r'"([a-z0-9][a-z0-9-]{0,39})"')


def places_without_gaps(places: Mapping[str, str], family: Family, seen: View) -> Mapping[str, str]:
    """``places`` without the maps that have somebody on them who is in ``family`` and hidden from its reader since.

    ``seen`` is what the reader sees of the family now. Such a map is laid out afresh: to whoever has joined the team or the
    household since, a gap would tell that somebody is missing. Who has left the record may leave one.
    """
    if not places:
        return NOWHERE
    hidden = {item.id for item in family.items()} - {item.id for item in seen.items()}
    return {shape: body for shape, body in places.items() if hidden.isdisjoint(_IDS.findall(body))}
