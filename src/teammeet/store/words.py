"""The passphrase: six words that a person can read, say, type and write on a recovery sheet.

The list (``words.txt``) is our own choice of short English words, under the licence of teammeet. No word is the
beginning of another, and the first four letters tell any two apart.
"""

import secrets
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

WORDS: Final = 6


def generate_passphrase() -> str:
    """Six words chosen by the system's random source, joined by spaces.

    The list has 1,296 words (four throws of a die each), so six words carry 62 bits: 6 × log2(1296) = 62.04. With
    SQLCipher's 256,000 rounds of PBKDF2 for every guess that is far beyond a search.
    """
    return " ".join(secrets.choice(word_list()) for _ in range(WORDS))


def normalise(passphrase: str) -> str:
    """The form of a passphrase that becomes the key: what a tired person types still opens the vault.

    Capitals count as small letters; any run of white space counts as one space, and none at the ends; characters that
    cannot be seen (controls, joiners, marks of direction) do not count; letters that look alike because they are
    composed in two ways are one (Unicode NFKC). The generated six words lose nothing by this; a passphrase of one's
    own loses at most one bit a letter.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", passphrase).casefold())
    seen = "".join(letter for letter in folded if letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cf"))
    return " ".join(seen.split())


@cache
def word_list() -> tuple[str, ...]:
    """The words that a passphrase is made of, in alphabetical order."""
    return tuple((files("teammeet.store") / "words.txt").read_text(encoding="ascii").split())
