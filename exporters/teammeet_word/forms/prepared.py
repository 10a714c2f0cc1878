"""One control of a form, prepared: what held its place goes, its own look stays, marks stand where it will tell something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from teammeet_word.forms.cutting import Cutter
from teammeet_word.forms.looks import Look, look_of
from teammeet_word.forms.marks import W14, W15, W, name_of
from teammeet_word.forms.places import (
    ROOM,
    ROOM_TO_WRITE,
    Checked,
    DateOf,
    Direction,
    LineRuns,
    Number,
    OneLine,
    Runs,
    Sign,
    State,
    Tag,
)
from teammeet_word.forms.program import Control, Lines, Reader
from teammeet_word.forms.tags import Path
from teammeet_word.forms.turned import Turned
from teammeet_word.markup import escaped

if TYPE_CHECKING:
    from lxml import etree

_MOST: Final = re.compile(r"\(\s*[≤<]\s*(\d{1,5})\s*\)\s*$")
_KINDS: Final = ("text", "date", "dropDownList", "comboBox", "picture", "richText")
_BEFORE_THE_STATE: Final = ("rPr", "alias", "tag", "id", "lock", "placeholder", "temporary")
"""What stands before ``showingPlcHdr`` among the properties of a control (ISO/IEC 29500-1, 17.5.2)."""
_AFTER_THE_DIRECTION: Final = (
    *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc"),
    *("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
"""What stands after ``bidi`` among the properties of a paragraph (the same, 17.3.1)."""
_UNSEEN: Final = ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd")
_LEVELS: Final = {"tr": "tr", "tc": "tc", "p": "p", "tbl": "p", "r": "r"}
_LEVELS_BY_PARENT: Final = {"tbl": "tr", "tr": "tc", "p": "r"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the controls of one part share: the marks, who reads the View, the language of text, what runs from the right."""

    cutter: Cutter
    reader: Reader
    language: str
    turned: Turned


def tag_of(control: "etree._Element") -> str:
    """The tag of a control as its maker wrote it; empty if there is none."""
    found = control.find(f"{W}sdtPr/{W}tag")
    return "" if found is None else (found.get(f"{W}val") or "").strip()


def is_repeated(control: "etree._Element") -> bool:
    """Whether it is a repeating section of Word's own."""
    return control.find(f"{W}sdtPr/{W15}repeatingSection") is not None


def level_of(control: "etree._Element") -> str:
    """What it stands around: ``tr`` rows, ``tc`` cells, ``p`` paragraphs, ``r`` words in a line."""
    content = control.find(f"{W}sdtContent")
    names = {name_of(child) for child in (content if content is not None else ())}
    found = next((level for name, level in _LEVELS.items() if name in names), "")
    parent = control.getparent()
    return found or _LEVELS_BY_PARENT.get(name_of(parent) if parent is not None else "", "p")


def number_anew(control: "etree._Element", cutter: Cutter) -> None:
    """Let the control have a number of its own wherever it is written."""
    number = control.find(f"{W}sdtPr/{W}id")
    if number is not None:
        number.set(f"{W}val", cutter.value(Number()))


def prepare(control: "etree._Element", content: "etree._Element", path: Path, setting: Setting) -> Control:
    """The control, that holds ``content`` and is no picture, with marks in it where it will tell something."""
    from lxml import etree

    properties = control.find(f"{W}sdtPr")
    if properties is None:  # a control without properties has no tag either
        properties = etree.SubElement(control, f"{W}sdtPr")
    box = properties.find(f"{W14}checkbox")
    look = _look(properties, content, setting.language)
    made = Control(path, setting.reader, look, "check" if box is not None else _kind(properties), tag=tag_of(control))
    made.entries = tuple(_entries(properties))
    made.title, made.most = _most_asked(properties)
    _tell_its_state(properties, made, setting.cutter)
    if box is not None:
        _prepare_box(box, content, made, setting.cutter)
    else:
        room = ROOM if path.steps[-1].row and path.field.kind == "date" else ROOM_TO_WRITE
        level = level_of(control)
        turned = setting.turned.paragraph(content if level != "r" else control)
        alone = level != "r" or own_paragraph(control) is not None
        places = (Runs(look, room, alone, turned), LineRuns(look, room, turned))
        _fill(content, level, made.kind == "richText", places, setting.cutter)
    return made


def block_around(control: "etree._Element", made: Control, cutter: Cutter) -> "etree._Element":
    """Let ``made`` be what is written here, and what it stands around: the paragraph, if the control is all that is in it."""
    paragraph = own_paragraph(control)
    if paragraph is not None:
        if made.kind != "check":
            _let_it_turn(paragraph, cutter, whole=True)
        control = paragraph
    cutter.around(control, control, made)
    return control


def _kind(properties: "etree._Element") -> str:
    return next((kind for kind in _KINDS if properties.find(f"{W}{kind}") is not None), "richText")


def _look(properties: "etree._Element", content: "etree._Element", language: str) -> Look:
    """How the control's text looks: as its properties say while it is empty, else as the words in it."""
    run = content.find(f".//{W}r/{W}rPr")
    own = properties.find(f"{W}rPr")
    is_empty = properties.find(f"{W}showingPlcHdr") is not None
    first, second = (own, run) if is_empty else (run, own)
    return look_of(first if first is not None else second, dict(content.nsmap), language)


def _most_asked(properties: "etree._Element") -> tuple[str, int]:
    """The title of a control, and how many letters it asks for at most: ``Goal (≤ 16)``."""
    alias = properties.find(f"{W}alias")
    title = alias.get(f"{W}val", "") if alias is not None else ""
    asked = _MOST.search(title)
    return (title[: asked.start()].strip(), int(asked[1])) if asked else (title, 0)


def _entries(properties: "etree._Element") -> Iterator[tuple[str, str]]:
    """What a drop-down list offers: each value, in lower case, with how it is shown."""
    for item in properties.iterfind(f"*/{W}listItem"):
        shown = item.get(f"{W}displayText") or item.get(f"{W}value") or ""
        for said in (item.get(f"{W}value") or "", shown):
            yield said.strip().lower(), shown


def _tell_its_state(properties: "etree._Element", made: Control, cutter: Cutter) -> None:
    """Take out what holds the place; mark tag, date and whether it is empty."""
    for each in properties.findall(f"{W}showingPlcHdr"):
        properties.remove(each)
    tag = properties.find(f"{W}tag")
    if tag is not None:
        tag.set(f"{W}val", cutter.value(Tag(made.tag)))
    text = properties.find(f"{W}text")
    if text is not None:
        properties.replace(text, cutter.hole(OneLine()))
    if made.kind == "date":
        made.date_form = _prepare_date(properties, cutter)
    if made.kind != "check":
        places = [number for number, each in enumerate(properties) if name_of(each) in _BEFORE_THE_STATE]
        properties.insert(places[-1] + 1 if places else 0, cutter.hole(State()))


def _prepare_date(properties: "etree._Element", cutter: Cutter) -> str:
    """Mark the day in a date picker; the form in which it shows dates."""
    picker = properties.find(f"{W}date")
    if picker is None:
        return ""
    said = {name_of(each): each.get(f"{W}val") or "" for each in picker}
    order = ("dateFormat", "lid", "storeMappedDataAs", "calendar")
    children = "".join(f'<w:{name} w:val="{escaped(said[name])}"/>' for name in order if name in said)
    properties.replace(picker, cutter.hole(DateOf("<w:date", f">{children}</w:date>")))
    return said.get("dateFormat", "")


def _prepare_box(box: "etree._Element", content: "etree._Element", made: Control, cutter: Cutter) -> None:
    """A check box: its value, and its sign in the first run."""
    from lxml import etree

    checked = box.find(f"{W14}checked")
    if checked is None:
        checked = etree.Element(f"{W14}checked")
        box.insert(0, checked)
    checked.set(f"{W14}val", cutter.value(Checked()))
    made.signs = (_sign(box, "uncheckedState", "\u2610"), _sign(box, "checkedState", "\u2612"))
    run = content.find(f".//{W}r")
    hole = cutter.hole(Sign(made.look, made.signs))
    if run is None or (holder := run.getparent()) is None:
        paragraph = content.find(f".//{W}p")
        (paragraph if paragraph is not None else content).append(hole)
        return
    for other in holder.findall(f"{W}r")[1:]:
        holder.remove(other)
    holder.replace(run, hole)


def _sign(box: "etree._Element", state: str, usual: str) -> tuple[str, str]:
    """The sign of a state and its font."""
    found = box.find(f"{W14}{state}")
    if found is None:
        return usual, ""
    try:
        sign = chr(int(found.get(f"{W14}val") or "", 16))
    except (ValueError, OverflowError):
        return usual, ""
    fit = sign.isprintable() or "\ue000" <= sign <= "\uf8ff"
    return (sign if fit else usual), found.get(f"{W14}font") or ""


def _fill(content: "etree._Element", level: str, rich: bool, places: tuple[Runs, LineRuns], cutter: Cutter) -> None:
    """Put the mark for the text where the text stood; in rich text every line is a paragraph."""
    whole, line = places
    if level == "r":
        _clear(content, ())
        content.append(cutter.hole(whole))
        return
    cell = content.find(f"{W}tc") if level == "tc" else None
    paragraph = _only_paragraph(cell if cell is not None else content)
    _clear(paragraph, ("pPr",))
    _let_it_turn(paragraph, cutter, whole=not rich)
    paragraph.append(cutter.hole(line if rich else whole))
    if rich:
        for name in (f"{W14}paraId", f"{W14}textId"):
            if name in paragraph.attrib:
                del paragraph.attrib[name]
        cutter.around(paragraph, paragraph, Lines())


def _only_paragraph(holder: "etree._Element") -> "etree._Element":
    """The first paragraph of a cell or a control, alone in it."""
    from lxml import etree

    paragraph = holder.find(f"{W}p")
    if paragraph is None:
        paragraph = etree.SubElement(holder, f"{W}p")
    for other in [each for each in holder if each is not paragraph and name_of(each) != "tcPr"]:
        holder.remove(other)
    return paragraph


def _clear(element: "etree._Element", kept: tuple[str, ...]) -> None:
    for child in [child for child in element if name_of(child) not in kept]:
        element.remove(child)


def _let_it_turn(paragraph: "etree._Element", cutter: Cutter, *, whole: bool) -> None:
    """Mark where a paragraph says that it runs from the right, unless the form says it itself."""
    from lxml import etree

    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{W}bidi") is not None:
        return
    place = next((n for n, each in enumerate(properties) if name_of(each) in _AFTER_THE_DIRECTION), len(properties))
    properties.insert(place, cutter.hole(Direction(whole)))


def own_paragraph(control: "etree._Element") -> "etree._Element | None":
    """The paragraph in which the control, and nothing else that is seen, stands."""
    parent = control.getparent()
    if parent is None or name_of(parent) != "p":
        return None
    return parent if all(child is control or name_of(child) in _UNSEEN for child in parent) else None
