"""The styles of headings in our documents, with their level, 1 the highest."""

from typing import Final

LEVELS: Final = {"Heading1": 1, "PageHeading": 1, "Heading2": 2, "BlockHeading": 2, "Heading3": 3}
"""``PageHeading`` begins a page, ``BlockHeading`` a need."""
