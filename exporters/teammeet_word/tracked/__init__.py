"""One body with tracked changes, made of two: accepted, it is the new one; rejected, it is the old one (ECMA-376 17.13.5).

Both bodies are fragments that the sections wrote of two views of one reader, never files: what the reader may not see is not
there to be struck out. ``cut`` takes fragments apart, ``match`` finds what belongs together, ``marks`` writes the revisions.
"""

from teammeet_word.tracked.body import tracked
from teammeet_word.tracked.marks import Marks

__all__ = ["Marks", "tracked"]
