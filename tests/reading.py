"""How easy a text is to read: the Flesch-Kincaid grade for English, the Szigriszt index for Spanish.

Syllables are counted by rule, so a single number is rough; over a sentence or a page it is good enough to keep words plain.
Sources: J. P. Kincaid and others, Derivation of New Readability Formulas (1975); F. Szigriszt, Sistemas predictivos de
legibilidad del mensaje escrito (1993).
"""

import re
import unicodedata

EVERYDAY = frozenset({"family", "families", "everybody", "somebody", "anybody", "nobody", "another"})
"""Long by count, but the first words of anybody who comes to such a meeting: they count as two syllables."""
DE_CADA_DIA = frozenset({"todavía", "necesidad", "necesidades", "preocupación", "preocupaciones"})
"""The same in Spanish: they count as three."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"[.!?:;…]+(?=\s|$)")


def words_in(said: str) -> list[str]:
    """The words of a text; placeholders, commands and codes are not read aloud and do not count."""
    plain = re.sub(r"\{[a-z_]+\}|'[^' ]+ [^']*'|--?[a-z-]+|\S+[_/\\]\S+|[A-Z]{2,}-?\d*", " X ", said)
    return [word for word in _WORD.findall(plain) if word != "X"]


def sentences_in(said: str) -> int:
    """The number of sentences; a line without a full stop is one."""
    return max(1, len(_END.findall(said.strip() + ".")))


def english_syllables(word: str) -> int:
    """Syllables of an English word, by its groups of vowels."""
    if word.lower() in EVERYDAY:
        return 2
    small = re.sub(r"[^a-z']", "", unicodedata.normalize("NFKD", word.lower().replace("’", "'")))
    if re.search(r"[^aeiouy]le$", small):
        return max(1, len(re.findall(r"[aeiouy]+", small)))
    small = re.sub(r"(?:(?<=[^l])es|(?<=[^td])ed|e)$" if not re.search(r"(?:[sxz]|[cs]h|[cg])es$", small) else r"$^", "", small)
    return max(1, len(re.findall(r"[aeiouy]+", small)))


def spanish_syllables(word: str) -> int:
    """Syllables of a Spanish word: strong vowels stand alone, weak ones join them unless they carry an accent."""
    if word.lower() in DE_CADA_DIA:
        return 3
    small = unicodedata.normalize("NFC", word.lower()).replace("qu", "q").replace("gue", "ge").replace("gui", "gi")
    groups = re.findall(r"[iuüy]?[aeoáéó][iuy]?(?![aeoáéóíú])|[aeoáéó]|[íú]|[iuüy]+", small)
    return max(1, len(groups))


def english_grade(said: str) -> float:
    """The school grade that a text asks for (Flesch-Kincaid)."""
    words = words_in(said)
    if not words:
        return 0.0
    syllables = sum(map(english_syllables, words))
    return 0.39 * len(words) / sentences_in(said) + 11.8 * syllables / len(words) - 15.59


def spanish_ease(said: str) -> float:
    """How easy a Spanish text is, 0 to 100 (Szigriszt): above 65 is easy enough for everybody."""
    words = words_in(said)
    if not words:
        return 100.0
    syllables = sum(map(spanish_syllables, words))
    return 206.835 - 62.3 * syllables / len(words) - len(words) / sentences_in(said)
