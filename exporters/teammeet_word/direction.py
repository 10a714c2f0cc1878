"""Which way the document runs that is being written: every piece of it must know, and it is the same for all of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from teammeet_word.scripts import runs_from_the_right

FROM_THE_LEFT: Final = "<w:r><w:t>\u200e</w:t></w:r>"
FROM_THE_RIGHT: Final = "<w:r><w:rPr><w:rtl/></w:rPr><w:t>\u200f</w:t></w:r>"
"""The left-to-right and the right-to-left mark (Unicode standard annex 9), each in a run of its own that nobody sees."""
_FROM_THE_RIGHT: Final[ContextVar[bool]] = ContextVar("from_the_right", default=False)


@contextmanager
def running(language: str) -> Iterator[None]:
    """What is written inside runs as ``language`` does: paragraphs, lists and tables from the right where it is written so.

    Fragments must be made inside, not only put together there: a generator of them is used up before the end.
    """
    before = _FROM_THE_RIGHT.set(runs_from_the_right(language))
    try:
        yield
    finally:
        _FROM_THE_RIGHT.reset(before)


def from_the_right() -> bool:
    """Whether what is being written now runs from right to left."""
    return _FROM_THE_RIGHT.get()
