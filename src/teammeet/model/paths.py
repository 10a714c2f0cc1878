"""One text inside an item, named by a path such as ``words.text``, ``ground_rules.0`` or ``words.translations.0.text``."""

from typing import Any, TypeVar

from teammeet.model.values import Value

V = TypeVar("V", bound=Value)


def text_at(value: Value | None, path: str) -> str | None:
    """The text at ``path`` in ``value``; ``None`` if there is no such place, or what stands there is no text."""
    held: Any = value
    for step in path.split("."):
        if isinstance(held, Value):
            held = getattr(held, step) if step in type(held).model_fields else None
        elif isinstance(held, tuple) and step.isdigit() and int(step) < len(held):
            held = held[int(step)]
        else:
            return None
    return held if isinstance(held, str) else None


def with_text_at(item: V, path: str, text: str) -> V:
    """A checked copy of ``item`` in which ``text`` stands at ``path``.

    An empty line of a list goes out of it; the place after the last line takes one more.

    Raises:
        pydantic.ValidationError: the text does not fit there.
        ValueError: there is no such place.
    """
    name, _, rest = path.partition(".")
    if name not in type(item).model_fields:
        raise ValueError("no text stands there")
    return item.changed(**{name: _changed(getattr(item, name), rest, text)})


def _changed(held: Any, path: str, text: str) -> Any:
    """What stands in a field, with ``text`` at the ``path`` inside it."""
    if not path:
        return text
    if isinstance(held, Value):
        return with_text_at(held, path, text)
    place, _, rest = path.partition(".")
    number = int(place)
    if not isinstance(held, tuple) or (rest and number >= len(held)):
        raise ValueError("no text stands there")
    gone = not rest and not text
    changed = () if gone else (_changed(held[number], rest, text) if rest else text,)
    return (*held[:number], *changed, *held[number + 1 :])
