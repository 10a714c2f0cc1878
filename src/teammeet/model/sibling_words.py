"""Words that tell of a brother or a sister without a name: "both kids", "the younger one", "el otro niño".

English and Spanish, looked for in folded text (:func:`teammeet.text.folded`). They count whether there is such a child or not:
else it would show from what is left out. What a class, a club or a team is called tells of nobody.
"""

import re
from collections.abc import Collection
from typing import Final

from teammeet.model.common_words import KIN_OF_ONE_AGE

_WHICH: Final = "younger|older|little|littlest|other|big|bigger|small|smaller|youngest|oldest|middle|eldest|elder"
_YOUNG: Final = "child|children|kid|kids|one|ones|boy|boys|girl|girls|son|sons|daughter|daughters|teen|guy|two|three"
_OF_ALL: Final = "the|my|our|your|her|his|their|both|all|these|those|two|three|four|five|six"
_PLURAL: Final = "los|las|mis|sus|tus|nuestros|nuestras|ambos|ambas|dos|tres|cuatro|cinco"
_THE_ONE: Final = "(?:el|la|los|las|su|mi|sus|mis|al|del)"
_SMALL: Final = "bab(?:y|ies)|toddlers?|newborns?|infants?|wee ones?"
_THING: Final = (
    r"\w+(?:cion|ciones|sion|siones|dad|dades|tad|tades|tud|miento|mientos|idez|ismo)"
    "|alegria|asunto|barrera|carino|comentario|cosa|cuidado|detalle|dolor|error|esfuerzo|estres|exito|fortaleza|grado|idea|interes"
    "|miedo|molestia|obstaculo|orgullo|parte|peligro|pretexto|problema|razon|riesgo|ruido|senal|sonido|sorpresa|sueno|susto"
    "|talento|temor|tiempo|tristeza|ventaja"
)
"""What may be lesser or greater and is nobody: "el menor ruido". No verb looks like it where accents are gone."""
_DOES_OR_THING: Final = (
    "angustia|apoyo|avance|ayuda|beneficio|calma|cambio|carga|causa|contacto|costo|critica|culpa|desafio|deseo|duda|enojo|estimulo"
    "|fracaso|fuerza|gesto|gusto|intento|logro|meta|motivo|numero|paso|pena|queja|reto|roce|toque"
)
"""The same, but "el menor ayuda" and "el menor cambio" may be what somebody does or did: a thing after a preposition."""
_BEFORE_A_THING: Final = "a|ante|con|de|en|hasta|hay|ni|para|por|sin|sobre|tener|tiene"
_AFTER_A_VERB: Final = r"al?|con|en|el|la|lo|los|las|le|un|una|mucho|bien|\w+[aei]r"
_NINOS: Final = "nin|hij|nen|chic|chiquit|muchach|pequen|peque|herman|cuat"
_SAID: Final = (
    *("boys", "girls", "kids", "kiddos", "bros?", "sis", "sibs?", "triplets?", "quadruplets?", "sons", "daughters"),
    rf"(?:{_OF_ALL}) (?:\w+ )?children",
    rf"(?:the|my|our|your|her|his|their|new|a) (?:new )?(?:{_SMALL})",
    rf"(?:{_WHICH}) (?:{_YOUNG})",
    r"the (?:oldest|youngest|eldest)",
    r"(?:brother|sister)\w*|\w+(?:brother|sister)s?",
    rf"(?:{_PLURAL}) (?:\w+ )?(?:{_NINOS})[oa]s",
    rf"otr[oa]s? (?:{_NINOS})[oa]s?",
    rf"(?:{_NINOS})[oa]s? (?:menor|mayor|median[oa]|chic[oa]|grande|pequen[oa]|chiquit[oa]|gemel[oa])(?:es|s)?",
    rf"{_THE_ONE} (?:menor|mayor|mediano|mediana)(?:es|s)?",
    rf"{_THE_ONE} mas (?:chic|peque|grande|joven)\w*",
    rf"(?:{_THE_ONE}|nuestr[oa]) (?:nuev[oa] )?(?:bebe|bebita|bebito|nenit[oa]|recien nacid[oa]|peque|toddler)s?",
    rf"{_THE_ONE} (?:otr[oa]s?|chiquit[oa]s?|nenes?|nenas?|grandecit[oa]s?|menorcit[oa]s?)",
    r"(?:hermanit|hermanastr|gemel|melliz|trilliz|cuat)[oa]s?",
)
_PLACES: Final = (
    "class|classes|classroom|school|grade|team|bus|age|playground|recess|lunch|choir|club|program|group|camp|church|neighborhood"
    "|library|clase|escuela|salon|grado|equipo|edad|recreo|coro|programa|grupo|iglesia|barrio|patio"
)
_HARMLESS: Final = (
    rf"(?:the |all the |other |the other |some |two |three |los |las |otr[oa]s |los otros |las otras |con |a )*"
    rf"(?:kids|children|boys|girls|(?:nin|chic|muchach)[oa]s) (?:who are |que estan )?"
    rf"(?:in|at|from|on|of|de|en|del) (?:(?:her|his|their|the|a|my|own|su|la|el|mi|una|un) )*(?:\w+ )?(?:{_PLACES})",
    r"(?:boys|girls|kids)(?: ?(?:&|and) ?(?:boys|girls))?(?:'|’)?s? (?:club|clubs|team|choir|basketball|soccer|group|program)",
    r"children'?s (?:hospital|court|clinic|services|center|library|home|museum|book|books|theater)",
    rf"{_THE_ONE} (?:mayor|menor)(?:es)? (?:{_THING})s?",
    rf"(?:al|del|(?:{_BEFORE_A_THING}) (?:el|la|los|las|su|mi)) (?:mayor|menor)(?:es)? (?:{_DOES_OR_THING})s?",
    rf"(?:la|le|les|lo|los) \w+ (?:el|la) menor (?:{_DOES_OR_THING})(?=$|[.,;]| de | en )",
    rf"(?:el|la) (?:mayor|menor) (?:{_DOES_OR_THING}) (?:es|son|era|eran|fue|fueron|posible)",
    rf"(?:su|mi)s? (?:mayor|menor)(?:es)? (?:{_DOES_OR_THING})s?(?! (?:{_AFTER_A_VERB})\b)",
    r"the (?:oldest|youngest) (?:friend|in (?:his|her|the|their) (?:class|team|grade|group|school))",
    r"(?:el|la|los|las|su|mi) otr[oa]s? (?!nin|hij|nen|chic|muchach|pequen|herman)[a-z]{3,}",
)
"""What is said of other children at school and the like, and names of places."""


class SiblingWords:
    """Finds such words; ``called`` are folded names of the recipient's own, such as "lincoln school for girls"."""

    def __init__(self, called: Collection[str] = ()) -> None:
        names = sorted((re.escape(name) for name in called if name), key=len, reverse=True)
        self._harmless = re.compile(rf"\b(?:{'|'.join((*names, *_HARMLESS))})\b")

    def are_in(self, folded: str) -> bool:
        """Whether ``folded`` has such a word."""
        return SIBLINGS.search(folded) is not None and SIBLINGS.search(self._harmless.sub("·", folded)) is not None


SIBLINGS: Final = re.compile(rf"\b(?:{'|'.join((*sorted(KIN_OF_ONE_AGE), *_SAID))})\b")
"""Every such word."""
