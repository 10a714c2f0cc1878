"""A stylesheet that reads each of its sources once for one set of colours.

Textual reads all of them anew with every screen that brings a sheet of its own, and with every theme that is set, be it the
one that is there: a dozen times before the first paint.
"""

from __future__ import annotations

from typing import Final

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

_MOST_SOURCES: Final = 512
"""More than the classes of widgets and screens that there are: with fewer places the next source would push out the first."""


class ReadOnceStylesheet(Stylesheet):
    """Rules that were read are kept until the colours change."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_MOST_SOURCES)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take up the colours; the same as before are no reason to read anything again."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Put all rules together; a fault in one source leaves them as they were, for they are replaced at the end."""
        self.parse()
