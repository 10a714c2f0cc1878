"""Who a task begins with: "LS calls the bus office" and "Ms. Tran emails the school" name their owner as a colon does."""

from teammeet.text import TITLES, folded
from teammeet.tui.meeting.initials import Tags
from teammeet.tui.meeting.relation import words_for


def begun_with(line: str, tags: Tags) -> str | None:
    """The id of the one whose initials or name the line begins with, if a verb of doing follows.

    Nobody where it is in doubt: initials that are a word, a name of two people, a name in small letters ("will", "hope"),
    no verb that is known.
    """
    words = line.split()
    found = _whole_name(words, tags) or _short_name(words, tags)
    if found is None:
        return None
    who, length = found
    verb = folded(words[length]).strip(",.;") if len(words) > length else ""
    return who if verb in words_for("task-verbs") else None


def _whole_name(words: list[str], tags: Tags) -> tuple[str, int] | None:
    """The longest name that stands whole at the beginning, and its number of words."""
    said = _plain(words)
    begun = [(who, len(name)) for who, label in tags.labels.items() if (name := _plain(label.split())) == said[: len(name)]]
    longest = max((length for _, length in begun), default=0)
    those = [one for one in begun if one[1] == longest]
    certain = longest > 1 or (bool(words) and words[0][:1].isupper())
    return those[0] if len(those) == 1 and certain else None


def _short_name(words: list[str], tags: Tags) -> tuple[str, int] | None:
    """Initials, or the first name of one person alone."""
    word = words[0] if words else ""
    said = folded(word)
    is_a_word = said in words_for("common")
    by_tag = None if is_a_word else next((who for who, tag in tags.of.items() if folded(tag) == said), None)
    called = [who for who, label in tags.labels.items() if said == _first_name(label)]
    if len(called) == 1 and by_tag in (None, called[0]) and word[:1].isupper():
        return called[0], 1
    return (by_tag, 1) if by_tag is not None and not called else None  # the name of another is in doubt


def _first_name(label: str) -> str:
    return next((word for word in _plain(label.split()) if word not in TITLES), "")


def _plain(words: list[str]) -> list[str]:
    """Without capitals, accents and the dot of "Ms."."""
    return [folded(word).strip(".") for word in words]
