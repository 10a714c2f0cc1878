"""In which language words were said, where nobody noted it: the family's, or the house's other one if they plainly are in that.

A bilingual room goes from one language to the other without telling the program. Only words are looked at that most
sentences have and the other language has not; where they leave a doubt, it is the family's language. What is noted always wins.
"""

import re
from typing import Final

from teammeet.model.values import Words


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


_LITTLE: Final = {
    "en": _words(
        "of to is are was were we it that this for my our his her not i your did will can be at from so but want need"
    ),
    "es": _words("el la los las que de del en un una con por para su se lo al es está están nos como le les todo todos mi"),
}
"""Words of either language that are none of the other: "he", "me", "no", "a", "son" and their like are in neither."""
_OWN: Final = {
    "en": _words("the and they she with their when where you who what does wants needs everybody somebody"),
    "es": _words(
        "y nuestra nuestro cuando más muy quiere queremos necesita necesitamos pero hay ella quién mis sus niño niña hijo hija"
        " escuela abuela"
    ),
}
"""Those that no language nearby has either: Portuguese, French and Italian share most little words of Spanish, places too."""
_SURE: Final = 2
"""So many different words of a language, one of them its own, and none of the family's, are no chance."""
_WORD: Final = re.compile(r"\w+")


def tongue_of(words: Words, family_language: str) -> str:
    """The tag of the language of what was said: as it was noted, else as it plainly is, else the family's."""
    return words.language or _plain_tongue(words.text or words.reworded, family_language) or family_language


def _plain_tongue(said: str, family_language: str) -> str:
    """The one other language that ``said`` plainly is in; empty if it may well be in the family's."""
    spoken = family_language.split("-")[0].lower()
    if spoken not in _LITTLE:
        return ""
    there = frozenset(_WORD.findall(said.lower()))
    if not (_LITTLE[spoken].isdisjoint(there) and _OWN[spoken].isdisjoint(there)):
        return ""
    return next((tongue for tongue in _OWN if _is_in(tongue, there)), "")


def _is_in(tongue: str, there: frozenset[str]) -> bool:
    own = len(_OWN[tongue] & there)
    return own > 0 and own + len(_LITTLE[tongue] & there) >= _SURE
