"""Where things lay on a reader's former maps, as far as that may still be used for the next one."""

import re
from dataclasses import replace
from typing import Final

from teammeet.export import Options
from teammeet.model.family import Family
from teammeet.model.readers import Reader

_IDS: Final = re.compile(r'"([a-z0-9][a-z0-9-]{0,39})"')


def with_places_without_gaps(options: Options, family: Family, reader: Reader) -> Options:
    """``options`` without the places of maps that have somebody on them who is in ``family`` and hidden from ``reader`` since.

    What ``reader`` sees of the family now counts, whichever edition is written. Such a map is laid out afresh: to whoever has
    joined the team or the household since, a gap would tell that somebody is missing. Who has left the record may leave one.
    """
    if not options.places:
        return options
    hidden = {item.id for item in family.items()} - {item.id for item in family.seen_by(reader).items()}
    kept = {shape: body for shape, body in options.places.items() if hidden.isdisjoint(_IDS.findall(body))}
    return replace(options, places=kept)
