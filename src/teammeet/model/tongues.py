"""In which language words were said, where nobody noted it: the family's, or the house's other one if they plainly are in that.

A bilingual room goes from one language to the other without telling the program. Only little words are looked at that every
sentence has and the other language has not; where they leave a doubt, it is the family's language. What is noted always wins.
"""

from typing import Final

from teammeet.model.values import Words


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


_LITTLE: Final = {
    "en": _words(
        "the and of to is are was were we they she it that this with for my our his her their when not i you your who what"
        " does did will can be at from so but want wants need needs"
    ),
    "es": _words(
        "el la los las que de del y en un una con por para su sus mi mis se lo al es está están nos nuestra nuestro cuando"
        " porque como más muy quiere queremos necesita le les ya pero todo todos hay ella"
    ),
}
"""Words of either language that are none of the other: "he", "me", "no", "a", "son" and their like are in neither."""
_SURE: Final = 2
"""So many different little words of a language, and none of the other, are no chance."""


def tongue_of(words: Words, family_language: str) -> str:
    """The tag of the language of what was said: as it was noted, else as it plainly is, else the family's."""
    return words.language or _plain_tongue(words.text or words.reworded, family_language) or family_language


def _plain_tongue(said: str, family_language: str) -> str:
    """The one other language that ``said`` plainly is in; empty if it may well be in the family's."""
    spoken = family_language.split("-")[0].lower()
    if spoken not in _LITTLE:
        return ""
    there = said.lower().split()
    if not _LITTLE[spoken].isdisjoint(there):
        return ""
    return next((tongue for tongue, little in _LITTLE.items() if len(little.intersection(there)) >= _SURE), "")
