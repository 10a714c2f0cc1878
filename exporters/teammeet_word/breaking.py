"""Where a line may break after the sign of a list.

LibreOffice 7.4 never comes to an end where a content control begins an entry of a list and its first word is wider than the
line: it sets line after line, each with nothing but the sign, until no memory is left. A blank between the two ends that. It
stands outside the control, so that no text of the record has it, and takes a hundredth of its width, so that nothing moves.
"""

import re
from typing import Final

_LISTS: Final = frozenset({"ListBullet", "TableBullet"})
_ROOM: Final = '<w:r><w:rPr><w:w w:val="1"/></w:rPr><w:t xml:space="preserve"> </w:t></w:r>'
_CONTROL: Final = re.compile("(?:<w:r>(?:<w:rPr><w:rtl/></w:rPr>)?<w:t>[\u200e\u200f]</w:t></w:r>)*<w:sdt>")
_SHORT: Final = re.compile(r"<w:t(?: [^>]*)?>[^< ]{0,12}(?: |</w:t></w:r></w:sdtContent>)")
"""A first word that fits into the narrowest column, in large print beside another language: a dozen of the widest letters."""


def after_sign(style: str, runs: str) -> str:
    """The runs of a paragraph in ``style``, with room for a break before them where LibreOffice needs it."""
    if style not in _LISTS or not (control := _CONTROL.match(runs)):
        return runs
    words = runs.find("<w:t", runs.find("<w:sdtContent>", control.end()))
    return runs if _SHORT.match(runs, words) else _ROOM + runs
