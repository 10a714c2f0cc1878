"""The form's own look: the properties of a run as the form has them, for text of every script and language.

What people say is set as the form's maker set the words that stood there; only which way it runs, its language and, where the
script needs one, its font are added (ECMA-376 part 1, 17.3.2: the order of a run's properties).
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from teammeet_word.direction import FROM_THE_LEFT, FROM_THE_RIGHT
from teammeet_word.fonts import WRITINGS
from teammeet_word.forms.marks import W, inner, name_of
from teammeet_word.markup import escaped
from teammeet_word.scripts import PLAIN, holds_right_to_left, is_mixed, is_right_to_left, language_of, pieces

if TYPE_CHECKING:
    from lxml import etree

_SEQUENCE: Final = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss"),
    *("imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs"),
    *("highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
    *("specVanish", "oMath"),
)
_ORDER: Final = {name: place for place, name in enumerate(_SEQUENCE)}
_LAST: Final = len(_ORDER)
_PLACEHOLDER: Final = "placeholder"
"""In the name of the style of words that only hold the place: ``PlaceholderText`` in any language of Word keeps its id."""
_FOR_COMPLEX: Final = {"b": "bCs", "i": "iCs", "sz": "szCs"}
_LANGUAGE: Final = {"right_to_left": "bidi", "complex": "bidi", "east_asian": "eastAsia", "plain": "val"}
_FONT: Final = {"right_to_left": ("cs",), "complex": ("cs",), "east_asian": ("eastAsia",), "plain": ("ascii", "hAnsi")}


@dataclass(frozen=True)
class Look:
    """The properties of a run: each property's markup by name, and the attributes of its fonts.

    ``language`` is that of all text that says no other: empty where it is the form's own.
    """

    properties: tuple[tuple[str, str], ...] = ()
    fonts: tuple[tuple[str, str], ...] = ()
    language: str = ""
    _openings: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def runs(self, said: str, language: str, right_to_left: bool) -> str:
        """``said`` as runs, each marked with its script and its language; lines break where it does."""
        language = language or self.language
        if not is_mixed(said):
            return f"{self.opening(PLAIN, language)}{_text(said)}</w:r>"
        return "".join(
            f"{self.opening(script, language_of(text, script, language))}{_text(text)}</w:r>"
            for text, script in pieces(said, right_to_left)
        )

    def among(self, said: str, language: str, right_to_left: bool) -> str:
        """``said`` as runs within a paragraph that runs ``right_to_left`` or not, as the plan sets it.

        What runs the other way is an island: marks on both sides keep the signs at its ends with it.
        """
        if right_to_left and not holds_right_to_left(said) and any(map(str.isalnum, said)):
            return f"{FROM_THE_LEFT}{self.runs(said, language, False)}{FROM_THE_LEFT}"
        if not right_to_left and is_right_to_left(said):
            return f"{FROM_THE_RIGHT}{self.runs(said, language, True)}{FROM_THE_RIGHT}"
        return self.runs(said, language, right_to_left)

    def glyph(self, character: str, font: str) -> str:
        """One sign of a check box, in the font that the form names for it."""
        found = self._openings.get((character, font))
        if found is None:
            own = tuple((name, font) for name in ("ascii", "hAnsi", "eastAsia", "cs")) if font else self.fonts
            found = f"{Look(self.properties, own).opening(PLAIN, '')}<w:t>{escaped(character)}</w:t></w:r>"
            self._openings[character, font] = found
        return found

    def opening(self, script: str, language: str) -> str:
        """The beginning of a run in ``script`` and ``language``."""
        found = self._openings.get((script, language))
        if found is None:
            properties = self._marked(script, language)
            found = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
            self._openings[script, language] = found
        return found

    def _marked(self, script: str, language: str) -> str:
        kind = WRITINGS[script].kind if script in WRITINGS else "plain"
        held, fonts = dict(self.properties), dict(self.fonts)
        if script in WRITINGS and (font := WRITINGS[script].font):
            fonts |= dict.fromkeys(_FONT[kind], font)
        if kind == "east_asian":
            fonts["hint"] = "eastAsia"
        if kind in ("right_to_left", "complex"):
            _for_complex(held)
        if kind == "right_to_left":
            held["rtl"] = "<w:rtl/>"
        if fonts:
            said = "".join(f' w:{name}="{escaped(value)}"' for name, value in fonts.items())
            held["rFonts"] = f"<w:rFonts{said}/>"
        if language:
            held["lang"] = f'<w:lang w:{_LANGUAGE[kind]}="{escaped(language)}"/>'
        return "".join(held[name] for name in sorted(held, key=lambda name: _ORDER.get(name, _LAST)))


def look_of(properties: "etree._Element | None", scope: dict[str | None, str], language: str) -> Look:
    """The look that the properties of a run give (``None``: none), without what says that words only hold the place."""
    held: dict[str, str] = {}
    fonts: dict[str, str] = {}
    placeholder = False
    for each in properties if properties is not None else ():
        name = name_of(each)
        if name == "rStyle" and _PLACEHOLDER in each.get(f"{W}val", "").lower():
            placeholder = True
        elif name == "rFonts":
            fonts = {_plain(str(key)): str(value) for key, value in each.attrib.items() if key != f"{W}hint"}
        elif name not in ("rtl", "lang", "cs", "rPrChange", "vanish", "specVanish", "ins", "del", ""):
            held[name] = inner(each, scope)
    if placeholder:
        held.pop("color", None)
    return Look(tuple(held.items()), tuple(fonts.items()), language)


def _for_complex(held: dict[str, str]) -> None:
    """Bold, slant and size again for scripts that have them apart."""
    for name, other in _FOR_COMPLEX.items():
        if name in held and other not in held:
            held[other] = held[name].replace(f"<w:{name}", f"<w:{other}", 1)


def _plain(key: str) -> str:
    return key.rpartition("}")[2]


def _text(said: str) -> str:
    if "\n" not in said and "\t" not in said:
        return f'<w:t xml:space="preserve">{escaped(said)}</w:t>'
    lines = (line.split("\t") for line in said.split("\n"))
    tabbed = ("<w:tab/>".join(f'<w:t xml:space="preserve">{escaped(part)}</w:t>' for part in line) for line in lines)
    return "<w:br/>".join(tabbed)
