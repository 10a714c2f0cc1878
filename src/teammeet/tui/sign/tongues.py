"""How languages are called."""

from teammeet.messages import FALLBACK, keys, text


def tongue_named(tag: str, language: str) -> str:
    """The name of the language ``tag`` in ``language``; the tag itself if no message names it."""
    key = f"word.language.{tag.split('-')[0].lower()}"
    return text(key, language) if key in keys(FALLBACK) else tag
