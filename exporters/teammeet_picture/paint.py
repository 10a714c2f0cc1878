"""A sheet as SVG: text as text with its length said, no script, nothing from outside."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final
from zlib import crc32

from teammeet.ecomap.shapes import LEADING, Point
from teammeet.ecomap.sheet import Sheet
from teammeet.ecomap.strokes import Group, Oval, Path, Stroke, Words
from teammeet_picture.letters import directed, embedded, from_the_right, one_sign, shaped
from teammeet_picture.measure import FontMeasure, Piece
from teammeet_picture.palette import INKS

_BASELINE: Final = 0.36
"""From the middle of a line of text down to its baseline, in text sizes."""


_BEYOND: Final = 0.1
"""How far letters may stand out above the first line of a label and below its last, in text sizes."""


def paint(sheet: Sheet, measure: FontMeasure, *, title: str, desc: str, language: str, family: str) -> str:
    """The SVG document."""
    wide, high = _number(sheet.width), _number(sheet.height)
    numbers = _Numbers()
    drawn = [_group(group, measure, numbers) for group in sheet.groups]
    mark = f"{crc32(''.join((title, desc, *drawn)).encode()):08x}"  # two maps on one page of a browser have ids of their own
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}pt" height="{high}pt" '
        f'xml:lang="{escape(language)}" lang="{escape(language)}" role="img" aria-labelledby="title-{mark} desc-{mark}" '
        f'font-family="{escape(family)}, DejaVu Sans, Verdana, sans-serif">',
        f'<title id="title-{mark}">{escape(title)}</title><desc id="desc-{mark}">{escape(desc)}</desc>',
        f'<rect class="paper" width="{wide}" height="{high}" fill="{INKS["paper"]}"/>',
        *drawn,
        "</svg>\n",
    ]
    return "\n".join(parts)


class _Numbers(dict[str, str]):
    """Ids of the record as plain numbers in order of appearance, so that the file shows none."""

    def __missing__(self, key: str) -> str:
        self[key] = f"n{len(self) + 1}"
        return self[key]


def _group(group: Group, measure: FontMeasure, numbers: _Numbers) -> str:
    marks = f' class="{group.role}"'
    if group.node or group.role == "household":
        marks += f' data-node="{numbers[group.node]}"'
    if group.role == "tie":
        marks += f' data-from="{numbers[group.ends[0]]}" data-to="{numbers[group.ends[1]]}"'
    name = f"<title>{escape(group.name)}</title>" if group.name and group.role.startswith(("support", "member")) else ""
    return f"<g{marks}>{name}{''.join(_stroke(stroke, measure) for stroke in group.strokes)}</g>"


def _stroke(stroke: Stroke, measure: FontMeasure) -> str:
    if isinstance(stroke, Path):
        return _path(stroke)
    if isinstance(stroke, Oval):
        box = stroke.box
        return (
            f'<ellipse cx="{_number(box.x)}" cy="{_number(box.y)}" rx="{_number(box.w / 2)}" ry="{_number(box.h / 2)}"'
            f"{_look(stroke.fill, stroke.ink, stroke.width)}{_dash(stroke.dash)}/>"
        )
    return "".join(_lines(stroke, measure))


def _path(path: Path) -> str:
    start, *rest = path.points
    way = f"M{_number(start[0])} {_number(start[1])}"
    if path.curved:
        for control, end in zip(rest[::2], rest[1::2], strict=True):
            way += "Q" + " ".join(_number(number) for number in (*control, *end))
    else:
        way += "".join(f"L{_number(x)} {_number(y)}" for x, y in rest)
    join = ' stroke-linejoin="round"' if path.curved or len(rest) > 1 else ""
    return f'<path d="{way}{"Z" if path.closed else ""}"{_look(path.fill, path.ink, path.width)}{_dash(path.dash)}{join}/>'


def _dash(dash: tuple[float, float] | None) -> str:
    return f' stroke-dasharray="{_number(dash[0])} {_number(dash[1])}"' if dash else ""


def _look(fill: str, ink: str, width: float) -> str:
    look = f' fill="{INKS[fill] if fill else "none"}"'
    return look + (f' stroke="{INKS[ink]}" stroke-width="{_number(width)}"' if ink else "")


def _lines(words: Words, measure: FontMeasure) -> Iterable[str]:
    label = words.label
    bold = ' font-weight="bold"' if label.bold else ""
    anchor = "" if words.left else ' text-anchor="middle"'
    yield f'<text font-size="{_number(label.size)}" fill="{INKS[words.ink]}"{bold}{anchor}>'
    for number, line in enumerate(label.lines):
        y = _baseline(words, number)
        pieces = measure.pieces(line)
        if any(piece.font is not None for piece in pieces):
            yield from _pieces(pieces, words, number, measure)
        else:
            x = label.box.sides[0] if words.left else label.box.x
            loose = shaped(line) or bool(measure.missing(line))
            yield _piece(directed(line), (x, y), measure(line, label.size, label.bold), loose=loose)
    yield "</text>"


def _piece(text: str, at: Point, room: float, *, loose: bool, look: str = "") -> str:
    """Words at a place. ``loose`` leaves them their own length: one that is forced would stretch the other letters."""
    wide = _number(room)
    long = f' data-width="{wide}"' if loose else f' textLength="{wide}" lengthAdjust="spacingAndGlyphs"'
    return f'<tspan x="{_number(at[0])}" y="{_number(at[1])}"{long}{look}>{escape(text)}</tspan>'


def _baseline(words: Words, line: int) -> float:
    _, top, _, _ = words.label.box.sides
    return top + words.label.size * (LEADING * (line + 0.5) + _BASELINE)


def _pieces(pieces: tuple[Piece, ...], words: Words, line: int, measure: FontMeasure) -> Iterator[str]:
    """A line of several fonts, each piece in the middle of its room: what is placed as one is shaped as one, and wrongly."""
    label = words.label
    wide = [measure(piece.text, label.size, label.bold) for piece in pieces]
    x = label.box.sides[0] if words.left else label.box.x - sum(wide) / 2
    look = ' text-anchor="middle"' if words.left else ""
    backwards = from_the_right("".join(piece.text for piece in pieces))
    for piece, room in tuple(zip(pieces, wide, strict=True))[:: -1 if backwards else 1]:
        said = embedded(piece.text) if backwards and piece.font is None else piece.text
        loose = shaped(piece.text) or bool(measure.missing(piece.text)) or (piece.font is not None and one_sign(piece.text))
        share, up = _fitted(measure.height(piece), words, line) if loose and piece.font is not None else (1.0, 0.0)
        smaller = f' font-size="{_number(label.size * share)}"' if share < 1 else ""
        at = (x + room / 2, _baseline(words, line) - up * label.size)
        yield _piece(said, at, room, loose=loose, look=look + smaller)
        x += room


def _fitted(height: tuple[float, float], words: Words, line: int) -> tuple[float, float]:
    """What share of its size keeps a piece out of the lines above and below, and how far it goes up, in text sizes.

    Scripts that stack their signs are higher than a line; at the ends of a label a little may stand out.
    """
    above = LEADING / 2 + _BASELINE + (_BEYOND if line == 0 else 0.0)
    below = LEADING / 2 - _BASELINE + (_BEYOND if line == len(words.label.lines) - 1 else 0.0)
    share = min(1.0, (above + below) / (sum(height) or 1.0))
    return share, max(0.0, share * height[1] - below) - max(0.0, share * height[0] - above)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.005 else "0"
