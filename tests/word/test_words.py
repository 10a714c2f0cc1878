"""The words of this room: the same in both languages, none missing, none superfluous."""

import re

from teammeet.messages import keys, text


def room(language: str) -> set[str]:
    return {key for key in keys(language) if key.startswith("word.")}


def test_both_languages_have_the_same_words() -> None:
    assert room("en") == room("es")


def test_what_is_put_in_is_the_same_but_for_the_clock() -> None:
    for key in room("en") - {"word.time"}:
        places = [set(re.findall(r"\{\w+\}", text(key, language))) for language in ("en", "es")]
        assert places[0] == places[1], key
