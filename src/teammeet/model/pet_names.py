"""What somebody is called for short or in fun: "Teíto" and "Teozinho" for Teo, "Sammy" for Samuel, "Paco" for Francisco.

English, Spanish and Portuguese, of folded words (:func:`teammeet.text.folded`). A name may have forms that no list holds.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

_LITTLE: Final = r"(?:e?c|z)?(?:it|inh)[oa]s?"
"""Endings that make little: with a capital or without one."""
_LITTLE_TOO: Final = r"(?:ill|ic|in|uch|uc|et|ett|ot|ucci)[oa]s?|in|y|ie|ey|i"
"""Endings that other words have too: with a capital alone."""
_SHORT: Final = r"[bcdfgklmnprstz]?(?:y|ie|ey|i)"
_OTHER: Final = """
evita levita solito solita bonito bonita perito delito granito palito manita manito cosita casita alita pepita memo pita fina
lucho chelo sole bella rich ale any many carry marry sorry lucky money honey belly valley party candy berry hurry story daily
happy
"""
_OTHER_WORDS: Final = frozenset(_OTHER.split())
"""What sounds like a little name and is an everyday word."""
_CALLED: Final = """
robert roberta rob bob bobby beto; william will bill billy liam willy; richard dick rick ricky rich; ricardo rick rico cardo
edward eddie ted teddy ned; theodore theodor teodoro teo theo ted teddy; eduardo lalo edu eddie guayo; henry harry hank
elizabeth elisabeth liz lizzie lizzy beth betty betsy eliza libby lisa lily; margaret maggie meg peggy greta marge; jacob jake
katherine catherine kathryn kate katie kathy kit kay; john johnny jack jon juan; james jim jimmy jamie
charles carlos charlie chuck; daniel dan danny dani; david dave davey
michael mike mikey mick; miguel mike migue; anthony tony; antonio tony toni tono; antonia toni tona; thomas tom tommy
alexander alexandra alex xander sasha sandy lex; alejandro alejandra alex ale jandro sandro sandra jana; sarah sara sally
mary molly polly may; maria mari marita maruja mary; joseph joe joey; francis frances frank frankie fran; abigail abby gail
eleanor ellie nell nora; rebecca becky; victoria vicky tori; patricia patrick pat patty trish; christopher chris kit topher
jennifer jenny jen; nathaniel nathan nate nat; benjamin ben benji benny; samuel samantha sam sammy; andrew drew andy
jose pepe chepe joe joey zeca; josefa josefina pepa fina; francisco paco pancho curro cisco kiko frank chico
francisca paca pancha; ignacio nacho; guillermo memo guille; alberto humberto norberto gilberto beto; enrique quique kike
alfonso poncho fonso; gustavo tavo; ernesto neto; jesus chuy chucho; guadalupe lupe lupita pita; rosario chayo charo
dolores lola loli; concepcion concha; isabel isabella chabela bella isa; mercedes meche merche; manuel manolo meno
manuela manola; luis lucho; gregorio goyo; santiago santi chago yago; consuelo chelo; soledad chole sole; graciela chela
fernando nando fer; fernanda fer; leonardo leonel leo; vicente chente; refugio cuca; hortensia tencha; cristina tina
"""
_GROUPS: Final = tuple(frozenset(group.split()) for group in re.split(r"[;\n]", _CALLED) if group.strip())
_SOUNDS: Final = (("ph", "f"), ("h", ""), ("qu", "k"), ("ck", "k"), ("c", "k"), ("y", "i"), ("z", "s"), ("v", "b"))
_TWICE: Final = re.compile(r"([^raeiou\W])\1+")
_LEAST: Final = 3
_SURE: Final = 4
"""With so many letters a word without a capital counts."""


class PetNames:
    """Finds what those may be called whose ``names`` (folded words) these are."""

    def __init__(self, names: Collection[str]) -> None:
        self._called = frozenset(word for group in _GROUPS if not group.isdisjoint(names) for word in group)
        known = sorted({*names, *(word for word in self._called if len(word) >= _SURE)})
        stems = sorted({stem for name in known for stem in _stems(name)})
        self._little = _any_of(f"{re.escape(stem)}{_LITTLE}" for stem in stems if len(stem) > 1)
        too = (f"{re.escape(stem)}(?:{_LITTLE_TOO if len(stem) > 1 else _LITTLE})" for stem in stems)
        short = (f"{name[:most]}{_SHORT}" for name in known for most in (3, 4, len(name)))
        twice = (f"{stem}{stem[-1]}(?:y|ie|ey|i)" for stem in stems if len(stem) > 1 and stem[-1] not in "aeiou")
        self._too = _any_of((*too, *short, *twice))
        self._ends = frozenset(name[-most:] for name in names for most in range(_LEAST, len(name)))
        self._sounds = frozenset(map(_sound, names))

    def small_or_not(self, word: str) -> bool:
        """Whether ``word`` is such a form that counts without a capital too."""
        if word in _OTHER_WORDS:
            return False
        is_long = len(word) >= _SURE and (word in self._called or _sound(word) in self._sounds)
        return is_long or self._little.fullmatch(word) is not None

    def with_a_capital(self, word: str) -> bool:
        """Whether ``word`` is such a form if it has a capital."""
        is_like = word in self._called or word in self._ends or _sound(word) in self._sounds
        return is_like or self._little.fullmatch(word) is not None or self._too.fullmatch(word) is not None

    def are_said(self, word: str) -> bool:
        """Whether ``word`` is known for such a form, so that it counts with a capital even where a sentence begins."""
        return word in self._called and word not in _OTHER_WORDS


def is_everyday_too(word: str) -> bool:
    """Whether such a form is an everyday word, which has a capital where a sentence begins."""
    return word in _OTHER_WORDS


def _stems(name: str) -> Iterator[str]:
    """The name, and what is left of it before an ending: te and t of teo, carl of carlos, paqu of paco."""
    stems = {name, re.sub(r"[aeiou]s?$", "", name), re.sub(r"[aeiou]+s?$", "", name)}
    for stem in sorted(stems - {""}):
        yield stem
        for end, instead in (("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem != name and stem.endswith(end):
                yield stem[:-1] + instead


def _sound(word: str) -> str:
    """A word as it sounds, about: sofia and sophia, teo and theo are one."""
    for letters, instead in _SOUNDS:
        word = word.replace(letters, instead)
    return _TWICE.sub(r"\1", word)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(dict.fromkeys(patterns)) or r"(?!)")
