"""Fonts of this machine for letters that the shipped font does not have, such as a name in Chinese or in Hindi.

They are looked for only where such letters are on a map. The choice rests on the files' names and on what is in them, so that
one machine gives one picture.
"""

import os
import re
import stat
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Final

from teammeet import system
from teammeet.errors import ExportRefused
from teammeet_picture.truetype import Advances

_SUFFIXES: Final = (".ttf", ".otf", ".ttc", ".otc")
_MOST_FILES: Final = 5_000
"""So many files are looked into at most, the likeliest first."""
_NO_LETTERS: Final = re.compile("lastresort|adobeblank|notdef")
"""Fonts that claim to have every letter and draw a box, or nothing."""
_ALL_IN_ONE: Final = re.compile("unifont|unicodebmp|code2000|bitmap")
_STYLED: Final = re.compile(
    "bold|black|heavy|light|thin|medium|semi|demi|extra|ital|oblique|slant|condensed|narrow|mono|display|hand|script"
    "|looped|unjoined|kufi|nastaliq|rashi|music|math|[-_ ](bd|bi|b|i|z)$"
)
_SERIF: Final = re.compile("serif|times|roman|song|sung|ming|mincho|batang|naskh")
_FAMILIES: Final = re.compile("notosans|dejavusans")

_remembered: dict[tuple[str, tuple[Path, ...]], tuple[Path, ...]] = {}


def fonts_for(letters: str) -> tuple[Path, ...]:
    """Installed fonts that together have as many of ``letters`` as can be had: few files, the plainest first.

    A choice that leaves nothing out is remembered for as long as the program runs and its files are there. A file that cannot
    be read is passed over: nobody chose it.
    """
    if not letters:
        return ()
    asked = "".join(sorted(set(letters))), system.font_folders()
    if asked in _remembered and all(font.is_file() for font in _remembered[asked]):
        return _remembered[asked]
    fonts, left = _chosen(*asked)
    if not left:
        _remembered[asked] = fonts
    return fonts


def _chosen(letters: str, folders: tuple[Path, ...]) -> tuple[tuple[Path, ...], set[str]]:
    """The fonts, and the letters that none of them has. From each rank those are taken that have most of what is left."""
    chosen: list[Path] = []
    left = set(letters)
    for _, fonts in groupby(_files(folders), key=_rank):
        having = {font: has for font in fonts if (has := _has(font, left))} if left else {}
        while having:
            best = max(having, key=lambda font: len(having[font]))  # of equals the first
            chosen.append(best)
            left -= having[best]
            having = {font: more for font, has in having.items() if (more := has & left)}
    return tuple(chosen), left


def _files(folders: tuple[Path, ...]) -> Iterator[Path]:
    """The font files of some folders, the likeliest first."""
    found = {
        Path(folder, name)
        for top in folders
        for folder, _, names in os.walk(top)
        for name in names
        if name.lower().endswith(_SUFFIXES) and not _NO_LETTERS.search(name.lower())
    }
    return islice(sorted(found, key=lambda font: (_rank(font), font.stem.lower(), str(font))), _MOST_FILES)


def _rank(font: Path) -> int:
    """How far a font is from plain upright letters without feet, by its name."""
    name = font.stem.lower()
    if _ALL_IN_ONE.search(name):
        return 4
    if _STYLED.search(name):
        return 3
    if _SERIF.search(name.replace("sansserif", "")):
        return 2
    return 0 if _FAMILIES.match(name.replace(" ", "")) else 1


def _has(font: Path, letters: set[str]) -> set[str]:
    """Which of ``letters`` a font has."""
    try:
        if not stat.S_ISREG(font.stat().st_mode):
            return set()
        advances = Advances(font, chosen=False)
        return {letter for letter in letters if advances[letter] is not None}
    except (OSError, ExportRefused):
        return set()
