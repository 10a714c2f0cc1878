"""``teammeet form check``: everything that keeps a form from being filled well, each thing with its place.

A *danger* may do harm, and the form is refused. A *fault* means that something will not be printed, or that some people cannot
read it. A *hint* gives its reason and leaves it to the agency.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from teammeet.errors import DocumentRefused
from teammeet.messages import Message
from teammeet_word.accessibility import Checked, Place, broken
from teammeet_word.accessibility.document import W
from teammeet_word.embedded import NAMESPACE
from teammeet_word.forms.check_controls import MOST_OF_ONE, of_the_controls
from teammeet_word.forms.danger import dangers, links
from teammeet_word.forms.found_controls import FoundControl, controls_of
from teammeet_word.forms.leftovers import left_in
from teammeet_word.forms.marks import STRICT
from teammeet_word.forms.opening import Package, opened, refused
from teammeet_word.forms.whereabouts import place_of

if TYPE_CHECKING:
    from lxml import etree

Weight = Literal["danger", "fault", "hint"]

FAULTY_RULES: Final = frozenset(
    {
        "the_file_says_its_language",
        "headings_follow_each_other",
        "headings_say_something",
        "every_style_is_there",
        "tables_have_a_header_row",
        "pictures_have_words",
        "ids_are_unique",
        "colours_can_be_read",
        "letters_are_large_enough",
        "right_to_left_is_marked",
    }
)
"""Rules without which some people cannot read the document, or Word mends it; the others make it better."""
_MOST_OF_A_RULE: Final = 5
"""So many places of one rule are told one by one; the rest are counted."""
_WHOLE: Final = Message("formcheck.whole-file")
_CONTAINERS: Final = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found; ``key`` names it to a program."""

    weight: Weight
    key: str
    place: Message
    sentence: Message


def checked(raw: bytes) -> tuple[Finding, ...]:
    """Everything that is to be said of a form, dangers first. A file that cannot be opened is one danger."""
    try:
        package = opened(raw)
        found = [_of_a_danger(danger.what, danger.part, danger.sentence()) for danger in dangers(package)]
        if any(danger.key in _UNREADABLE for danger in found):
            return tuple(found)
        document = _document(package)
    except DocumentRefused as refusal:
        what = refusal.values["what"]
        sentence = what if isinstance(what, Message) else Message("formcheck.danger.damaged")
        return (_of_a_danger(sentence.key.rpartition(".")[2], str(refusal.values["place"]), sentence),)
    if document.document.tag.startswith("{" + STRICT):
        return (*found, Finding("fault", "strict", Message("formcheck.whole-file"), Message("formcheck.fault.strict")))
    if _is_filled(package):
        return (*found, Finding("fault", "filled", Message("formcheck.whole-file"), Message("formcheck.fault.filled")))
    found += _of_the_form(package, document)
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.weight]))


_ORDER: Final[dict[str, int]] = {"danger": 0, "fault": 1, "hint": 2}
_UNREADABLE: Final = frozenset({"not-xml", "entities", "too-deep", "too-many-marks", "no-word-file", "missing"})


def _is_filled(package: Package) -> bool:
    """Whether it carries a plan: it is no blank form any more."""
    return any(name.startswith("customXml/") and NAMESPACE.encode() in part for name, part in package.parts.items())


def _of_the_form(package: Package, document: Checked) -> Iterator[Finding]:
    held = {package.main: document.document, **document.edges}
    controls = tuple(control for part, root in held.items() for control in controls_of(root, part))
    told: Counter[tuple[Weight, str]] = Counter()
    for weight, key, control, sentence in of_the_controls(controls, _filled_elsewhere(package, held)):
        told[weight, key] += 1
        if told[weight, key] <= MOST_OF_ONE:
            yield Finding(weight, key, _place(document, control, package.main), sentence)
    for (heavy, name), number in told.items():
        if number > MOST_OF_ONE:
            yield Finding(heavy, name, _WHOLE, Message("formcheck.rest", {"number": number - MOST_OF_ONE}))
    yield from _of_the_rules(package, document)
    for left in left_in(package):
        yield Finding("hint", left, _WHOLE, Message(f"formcheck.hint.{left}"))
    for link in dict.fromkeys(link.host for link in links(package)):
        yield Finding("hint", "link", Message("formcheck.whole-file"), Message("formcheck.hint.link", {"host": link}))


def _place(document: Checked, control: FoundControl | None, main: str) -> Message:
    if control is None:
        return Message("formcheck.whole-file")
    return place_of(document, control.element, control.part if control.part != main else "")


def _filled_elsewhere(package: Package, held: "dict[str, etree._Element]") -> tuple[FoundControl, ...]:
    """Controls in parts that are not filled: comments, text boxes kept apart, building blocks."""
    others = (name for name in package.xml_names if name.startswith("word/") and name not in held)
    return tuple(
        control
        for name in others
        if not name.endswith(".rels") and "glossary/" not in name
        for control in controls_of(package.xml(name), name)
        if control.tag
    )


def _of_the_rules(package: Package, document: Checked) -> Iterator[Finding]:
    """The rules of accessibility; a rule that is broken all over is told a few times, then counted."""
    places: dict[str, list[Place]] = {}
    for name, place in broken(document):
        places.setdefault(name, []).append(place)
    for name, all_of_them in places.items():
        weight: Weight = "fault" if name in FAULTY_RULES else "hint"
        key = name.replace("_", "-")
        for place in all_of_them[:_MOST_OF_A_RULE]:
            where = _where(package, document, place)
            yield Finding(weight, key, where, Message(f"formcheck.rule.{key}"))
        if (rest := len(all_of_them) - _MOST_OF_A_RULE) > 0:
            sentence = Message("formcheck.more", {"rule": Message(f"formcheck.rule.{key}"), "number": rest})
            yield Finding(weight, key, Message("formcheck.whole-file"), sentence)


def _where(package: Package, document: Checked, place: Place) -> Message:
    if place.element is None:
        return Message("formcheck.place.styles" if place.where not in ("core", "there is none") else "formcheck.whole-file")
    root = place.element.getroottree().getroot()
    part = next((name for name, edge in document.edges.items() if edge is root), "")
    return place_of(document, place.element, part)


def _of_a_danger(key: str, part: str, sentence: Message) -> Finding:
    place = Message("formcheck.place.part", {"part": part}) if "." in part else _WHOLE
    return Finding("danger", key, place, sentence)


def _document(package: Package) -> Checked:
    """A form from outside, for the rules of accessibility."""
    from lxml import etree

    main = package.main
    by_kind = {arrow.kind: arrow.part for arrow in package.relations(main) if not arrow.outside}
    root = package.xml(main)
    if root.find(f"{W}body") is None and not root.tag.startswith("{" + STRICT):
        raise refused("no-word-file", main)
    styles = package.xml(by_kind["styles"]) if by_kind.get("styles") in package.parts else etree.Element(f"{W}styles")
    properties = next((arrow.part for arrow in package.relations() if arrow.kind == "core-properties"), "")
    core = package.xml(properties) if properties in package.parts else None
    edges = {
        arrow.part: package.xml(arrow.part)
        for arrow in package.relations(main)
        if arrow.kind in _CONTAINERS and not arrow.outside and arrow.part in package.parts
    }
    return Checked(root, styles, core, edges)
