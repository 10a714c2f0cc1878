"""The content controls of a form, as its maker sees them: where each stands, what it is named, in which sections it lies."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from teammeet_word.accessibility.document import W
from teammeet_word.forms.fields import TOP
from teammeet_word.forms.marks import W14, W15
from teammeet_word.forms.tags import Path, find

if TYPE_CHECKING:
    from lxml import etree

_KINDS: Final = {
    f"{W15}repeatingSection": "section",
    f"{W15}repeatingSectionItem": "row",
    f"{W14}checkbox": "check",
    f"{W}picture": "picture",
    f"{W}date": "date",
    f"{W}text": "text",
    f"{W}dropDownList": "choice",
    f"{W}comboBox": "choice",
    f"{W}docPartList": "foreign",
    f"{W}docPartObj": "foreign",
    f"{W}citation": "foreign",
    f"{W}equation": "foreign",
    f"{W}bibliography": "foreign",
    f"{W}group": "group",
}


@dataclass(frozen=True, slots=True)
class FoundControl:
    """One control. ``inside`` are the scopes of the sections around it, the plan first; ``path`` what its tag leads to."""

    element: "etree._Element"
    part: str
    tag: str
    title: str
    kind: str
    inside: tuple[str, ...]
    path: Path | None
    holds: bool
    """Whether other controls lie in it."""
    sections: int
    """So many sections, each with rows, lie around it."""

    @property
    def multiplies(self) -> bool:
        """Whether what is in it stands once for each row."""
        if self.path is None or not self.path.steps or not self.path.rows_of:
            return False
        return self.kind == "section" or (self.holds and not self.path.if_any)

    @property
    def around_a_row(self) -> bool:
        """Whether it lies around whole rows of a table."""
        return self.element.find(f"{W}sdtContent/{W}tr") is not None

    @property
    def properties(self) -> "etree._Element | None":
        """What the form says of it."""
        return self.element.find(f"{W}sdtPr")


def controls_of(root: "etree._Element", part: str) -> Iterator[FoundControl]:
    """Every control of a part, the outer before the inner."""
    yield from _walked(root, part, (TOP,), 0)


def _walked(element: "etree._Element", part: str, inside: tuple[str, ...], sections: int) -> Iterator[FoundControl]:
    for child in element:
        if child.tag != f"{W}sdt":
            yield from _walked(child, part, inside, sections)
            continue
        control = _control(child, part, inside, sections)
        if control.kind != "row":
            yield control
        within = (*inside, control.path.rows_of) if control.multiplies and control.path is not None else inside
        yield from _walked(child, part, within, sections + control.multiplies)


def _control(element: "etree._Element", part: str, inside: tuple[str, ...], sections: int) -> FoundControl:
    properties = element.find(f"{W}sdtPr")
    tag = _value(properties, "tag").strip()
    kinds = (_KINDS[str(each.tag)] for each in (properties if properties is not None else ()) if str(each.tag) in _KINDS)
    holds = element.find(f"{W}sdtContent//{W}sdt") is not None
    path = find(tag, inside) if tag else None
    return FoundControl(element, part, tag, _value(properties, "alias"), next(kinds, "rich"), inside, path, holds, sections)


def _value(properties: "etree._Element | None", name: str) -> str:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found.get(f"{W}val", "") if found is not None else ""
