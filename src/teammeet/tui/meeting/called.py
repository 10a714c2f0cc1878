"""How somebody is called aloud: the used name, with the pronouns beside it where they are known."""

from teammeet.model.people import Person
from teammeet.model.record import Record
from teammeet.model.supports import Support


def called(record: Record, who: str) -> str:
    """ "Alex (they/them)", or the name alone; empty if nobody in ``record`` has that id."""
    item = record.get(who)
    pronouns = item.pronouns if isinstance(item, Person | Support) else ""
    label = record.label(who)
    return f"{label} ({pronouns})" if label and pronouns else label
