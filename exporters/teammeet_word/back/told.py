"""What a person must know of a file that comes back, before anything is taken from it."""

from collections.abc import Iterator
from typing import Final

from teammeet.messages import count, text
from teammeet_word.back.compared import ReadBack

MOST_LINES: Final = 20
"""So many lines are told that changed where nothing is taken from."""


def told(back: ReadBack, language: str) -> Iterator[str]:
    """For whom the copy was, who vouches for it, what nobody sees on paper, what is gone, and what else changed."""
    yield text("back.for", language, role=text(f"model.circle.{back.plan.role}", language), day=back.plan.on.isoformat())
    if back.seal:
        yield text(f"back.seal.{back.seal}", language)
    if back.seal == "holds":
        for name, fingerprint in back.keys:
            yield text("back.key-of", language, name=name or "–", fingerprint=fingerprint)
    else:
        yield text("back.no-seal", language)
    if back.hidden:
        yield count("back.hidden", back.hidden, language)
    if back.is_tracked:
        yield text("back.tracked", language)
    if not back.is_compared:
        yield text("back.not-compared", language)
    if back.lost:
        yield count("back.lost", len(back.lost), language)
    if back.other:
        yield count("back.other", len(back.other), language)
        for was, now in back.other[:MOST_LINES]:
            yield text("back.other-line", language, was=was or "–", now=now or "–")
    if len(back.other) > MOST_LINES:
        yield count("back.more", len(back.other) - MOST_LINES, language)
