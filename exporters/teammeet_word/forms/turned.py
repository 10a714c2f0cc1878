"""Which paragraphs of a form run from the right: what they say themselves, else their style, else the form as a whole."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from teammeet_word.forms.marks import W

if TYPE_CHECKING:
    from lxml import etree

_OFF: Final = ("0", "false", "off")
_DEEPEST: Final = 20
"""So many styles may be based on each other."""


@dataclass(frozen=True, slots=True)
class Turned:
    """The paragraph styles that run from the right; ``""`` among them: so does a paragraph without a style."""

    styles: frozenset[str] = frozenset()

    def paragraph(self, element: "etree._Element") -> bool:
        """Whether the paragraph that an element stands in, or else the first one in it, runs from the right."""
        found = next(element.iterancestors(f"{W}p"), None)
        found = element.find(f".//{W}p") if found is None else found
        own = _said(found)
        if own is None and found is not None:
            style = found.find(f"{W}pPr/{W}pStyle")
            return ("" if style is None else style.get(f"{W}val") or "") in self.styles
        return bool(own)


def turned_by(styles: "etree._Element") -> Turned:
    """What the styles of a form say of it."""
    named = {style.get(f"{W}styleId") or "": style for style in styles.iterfind(f"{W}style[@{W}type='paragraph']")}
    whole = bool(_said(styles.find(f"{W}docDefaults/{W}pPrDefault")))
    turned = {name for name in named if _by_style(name, named, whole)}
    usual = next((name for name, style in named.items() if style.get(f"{W}default") in ("1", "true", "on")), "")
    return Turned(frozenset(turned | ({""} if usual in turned or (not usual and whole) else set())))


def _by_style(name: str, named: "dict[str, etree._Element]", whole: bool) -> bool:
    """What the style says, or the nearest one that it is based on."""
    for _ in range(_DEEPEST):
        style = named.get(name)
        own = _said(style)
        if own is not None:
            return own
        based = style.find(f"{W}basedOn") if style is not None else None
        if based is None:
            break
        name = based.get(f"{W}val") or ""
    return whole


def _said(holder: "etree._Element | None") -> bool | None:
    """What the paragraph properties of an element say of it; nothing if they say nothing."""
    mark = holder.find(f"{W}pPr/{W}bidi") if holder is not None else None
    return None if mark is None else mark.get(f"{W}val") not in _OFF
