"""A picture control: the map in place of the picture that stands there, in its box and with its own words beside it."""

from typing import TYPE_CHECKING, Final

from teammeet_word.forms.cutting import Cutter
from teammeet_word.forms.marks import PIC, WP, A, R, W, name_of
from teammeet_word.forms.places import Alternative, Length
from teammeet_word.forms.program import WithMap

if TYPE_CHECKING:
    from lxml import etree

MAP_RELATION: Final = "rIdTeammeetMap"
"""How a part of the form refers to the map."""
_EMU_IN_AN_INCH: Final = 914_400
_USUAL_BOX: Final = (6 * _EMU_IN_AN_INCH, 5 * _EMU_IN_AN_INCH)
"""Where a control has no picture yet to say how large the map may be."""
_SMALLEST: Final = _EMU_IN_AN_INCH // 10
_LARGEST: Final = 22 * _EMU_IN_AN_INCH
"""Word's own limit for a page."""
_NAME: Final = "map"
_NAMES: Final = (
    ("wp", WP),
    ("a", A),
    ("pic", PIC),
    ("r", R),
)


def prepare_picture(control: "etree._Element", cutter: Cutter) -> tuple[int, int] | None:
    """Mark the picture of a control; the box that it has, in English metric units; ``None``: it cannot hold a picture."""
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if properties is None or content is None:
        return None
    for placeholder in properties.findall(f"{W}showingPlcHdr"):
        properties.remove(placeholder)
    drawing = content.find(f".//{W}drawing")
    if drawing is None or drawing.find(f".//{A}blip") is None:
        drawing = _new_drawing(content)
        if drawing is None:
            return None
    kind = properties.find(f"{W}picture")
    if kind is not None:  # without a picture in it a control is none of that kind
        cutter.around(kind, kind, WithMap())
    box = _box(drawing)
    _mark(drawing, box, cutter)
    cutter.around(drawing, drawing, WithMap())
    return box


def _box(drawing: "etree._Element") -> tuple[int, int]:
    extent = drawing.find(f"*/{WP}extent")
    try:
        width, height = (int(extent.get(name) or 0) for name in ("cx", "cy")) if extent is not None else _USUAL_BOX
    except ValueError:
        return _USUAL_BOX
    fits = _SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST
    return (width, height) if fits else _USUAL_BOX


def _mark(drawing: "etree._Element", box: tuple[int, int], cutter: Cutter) -> None:
    """The map's relation, size and words; nothing of the picture that was there: no crop, no other form of it."""
    for extent in (*drawing.iterfind(f"*/{WP}extent"), *drawing.iterfind(f".//{PIC}spPr/{A}xfrm/{A}ext")):
        extent.set("cx", cutter.value(Length(box, high=False)))
        extent.set("cy", cutter.value(Length(box, high=True)))
    for blip in drawing.iter(f"{A}blip"):
        for child in list(blip):
            blip.remove(child)
        _forget(blip, f"{R}link")
        blip.set(f"{R}embed", MAP_RELATION)
    for crop in list(drawing.iter(f"{A}srcRect")):
        parent = crop.getparent()
        if parent is not None:
            parent.remove(crop)
    for named in (*drawing.iter(f"{WP}docPr"), *drawing.iter(f"{PIC}cNvPr")):
        named.set("name", _NAME)
        named.set("descr", cutter.value(Alternative()))
        _forget(named, "title")
        for child in list(named):  # a link on the picture, or that it only decorates
            named.remove(child)


def _forget(element: "etree._Element", attribute: str) -> None:
    if attribute in element.attrib:
        del element.attrib[attribute]


def _new_drawing(content: "etree._Element") -> "etree._Element | None":
    """A picture in the line where a control holds none."""
    from lxml import etree

    place = content if name_of(content[0] if len(content) else content) == "r" else content.find(f".//{W}p")
    if place is None:
        return None
    for run in place.findall(f"{W}r"):
        place.remove(run)
    width, height = _USUAL_BOX
    spaces = " ".join(f'xmlns:{prefix}="{space[1:-1]}"' for prefix, space in (("w", W), *_NAMES))
    run = etree.fromstring(
        f'<w:r {spaces}><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        '<wp:docPr id="1" name="map"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{PIC[1:-1]}"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="map"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{MAP_RELATION}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
    place.append(run)
    return run.find(f"{W}drawing")
