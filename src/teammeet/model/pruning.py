"""Taking references out of a value: what leads nowhere goes, and what would be seen by more people without it goes whole."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from teammeet.model.people import Person
from teammeet.model.record import LIST_OF
from teammeet.model.shapes import referring
from teammeet.model.sharing import Release
from teammeet.model.supports import Spotlight
from teammeet.model.values import Value

V = TypeVar("V", bound=Value)
Stays = Callable[[str], bool]
"""Whether the item with that id stays."""

WIDENING: Final = frozenset(
    {(Person, "support"), (Release, "record_of"), (Spotlight, "of"), *((kind, "only_for") for kind in LIST_OF)}
)
"""References that keep something narrow: emptied, a person of a support would read as family, a release would open
everybody's records, a spotlight on somebody would be on everybody and still bear the name of the one who is not seen, and
what was for one person alone would be for all. So the item goes with the last of them."""


def pruned(value: V, stays: Stays) -> V | None:
    """``value`` without references to what does not stay: itself if it has none, ``None`` if it cannot be without one."""
    changes: dict[str, Any] = {}
    for field in referring(type(value)):
        held = getattr(value, field.name)
        narrow = field.required or (type(value), field.name) in WIDENING
        if field.many:
            kept = tuple(part for part in (_pruned_part(one, stays) for one in held) if part is not None)
            if held and not kept and narrow:
                return None
            if len(kept) != len(held) or any(new is not old for new, old in zip(kept, held, strict=True)):
                changes[field.name] = kept
        elif held is not None:
            part = _pruned_part(held, stays)
            if part is None and narrow:
                return None
            if part is not held:
                changes[field.name] = field.blank if part is None else part
    return value.model_copy(update=changes) if changes else value


def _pruned_part(part: Any, stays: Stays) -> Any:
    """A value that stands in another, pruned in turn, or a reference if what it leads to stays."""
    if isinstance(part, Value):
        return pruned(part, stays)
    return part if stays(part) else None
