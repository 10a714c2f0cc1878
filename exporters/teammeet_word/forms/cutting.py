"""The marks that a form's markup gets where a View speaks, and how the written markup is cut at them into a program."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teammeet_word.forms.program import Place, Program

if TYPE_CHECKING:
    from lxml import etree


class Cutter:
    """Puts marks into a tree and cuts what is written of it.

    ``word`` is made of the form's own digest, so that no form can hold it.
    """

    def __init__(self, word: str) -> None:
        self._word = word
        self._places: list[Place] = []
        self._mark = re.compile(rf"<\?{word} (\d+)([()]?)\?>|{word}:(\d+);")

    def value(self, place: Place) -> str:
        """What stands in an attribute where ``place`` will print its value."""
        return f"{self._word}:{self._number(place)};"

    def hole(self, place: Place) -> "etree._Element":
        """A mark to stand among the elements where ``place`` will print."""
        return self._instruction(str(self._number(place)))

    def around(self, first: "etree._Element", last: "etree._Element", place: Place) -> None:
        """Let everything from ``first`` to ``last``, which have one parent, be the program of ``place``."""
        number = self._number(place)
        first.addprevious(self._instruction(f"{number}("))
        closing = self._instruction(f"{number})")
        closing.tail, last.tail = last.tail, None
        last.addnext(closing)

    def cut(self, written: str) -> Program:
        """The program of a part; the programs of the blocks in it are set."""
        return self._until("", self._tokens(written))

    def _number(self, place: Place) -> int:
        self._places.append(place)
        return len(self._places) - 1

    def _instruction(self, said: str) -> "etree._Element":
        from lxml import etree

        return etree.ProcessingInstruction(self._word, said)

    def _tokens(self, written: str) -> Iterator[tuple[str, int, str]]:
        """What stands between the marks; then the mark's place and whether it opens or closes."""
        start = 0
        for mark in self._mark.finditer(written):
            yield written[start : mark.start()], int(mark[1] or mark[3]), mark[2] or ""
            start = mark.end()
        yield written[start:], -1, ""

    def _until(self, closing: str, tokens: Iterator[tuple[str, int, str]]) -> Program:
        program: list[str | Place] = []
        for said, number, side in tokens:
            if said:
                program.append(said)
            if side == ")":
                break
            if number >= 0:
                place = self._places[number]
                if side == "(":
                    place.program = self._until(")", tokens)  # type: ignore[attr-defined]  # only blocks are opened
                program.append(place)
        return tuple(program)
