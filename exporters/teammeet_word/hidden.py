"""Text that stands in a document and that nobody sees on paper: hidden (ECMA-376 part 1, 17.3.2.41), white, or tiny."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = frozenset({"0", "false", "off"})
_TINY: Final = 8
"""Half points: up to four points nobody reads."""
_WHITE: Final = 0xF0
"""From here on each of red, green and blue is as good as white."""
_MOST_STEPS: Final = 20
"""A style leans on so few others; more go in a circle."""


class Unseen:
    """Tells by its own marks and by its style whether a run is seen."""

    def __init__(self, styles: "etree._Element | None") -> None:
        """For a document with this part of styles."""
        found = list(styles.iter(f"{_W}style")) if styles is not None else []
        self._styles = {str(style.get(f"{_W}styleId")): style for style in found}
        usual = (style for style in found if style.get(f"{_W}default", "0") not in _OFF)
        self._usual = {style.get(f"{_W}type"): style for style in usual}
        everywhere = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}vanish") if styles is not None else None
        self._is_hidden_everywhere = _is_on(everywhere)

    def is_hidden(self, run: "etree._Element") -> bool:
        """Whether Word shows nothing of the run; ``run`` may be a paragraph too, for the style of all that is in it."""
        return _is_on(self._mark(run, "vanish"))

    def hides(self, run: "etree._Element") -> bool:
        """Whether nobody sees a run where it stands: by its own mark, else by any style around it, or by what is usual."""
        own = run.find(f"{_W}rPr/{_W}vanish")
        if _is_on(own) or _is_on(run.find(f"{_W}rPr/{_W}specVanish")):
            return True
        if own is not None:
            return False
        paragraph = next(run.iterancestors(f"{_W}p"), None)
        table = next(run.iterancestors(f"{_W}tbl"), None)
        return (
            self._is_hidden_everywhere
            or self._is_hidden_by("character", run.find(f"{_W}rPr/{_W}rStyle"))
            or self._is_hidden_by("paragraph", None if paragraph is None else paragraph.find(f"{_W}pPr/{_W}pStyle"))
            or (table is not None and self._is_hidden_by("table", table.find(f"{_W}tblPr/{_W}tblStyle")))
        )

    def _is_hidden_by(self, kind: str, which: "etree._Element | None") -> bool:
        """By the style that is named, or by that which is usual where none is, or none that is known."""
        style = self._style(which)
        return _is_on(self._mark_of(self._usual.get(kind) if style is None else style, "vanish"))

    def is_faint(self, run: "etree._Element", around: bool) -> bool:
        """Whether it is white, or too small to read; where nothing says so, it is as what is ``around`` it."""
        color, size = self._mark(run, "color"), self._mark(run, "sz")
        if color is None and size is None:
            return around
        return _is_white(color) or (size is not None and 0 < _size(size) <= _TINY)

    def _mark(self, run: "etree._Element", name: str) -> "etree._Element | None":
        """The mark that counts: the run's own, else that of its style, or of one that this leans on."""
        own = run.find(f"{_W}rPr/{_W}{name}") if run.tag == f"{_W}r" else None
        if own is not None:
            return own
        which = run.find(f"{_W}rPr/{_W}rStyle" if run.tag == f"{_W}r" else f"{_W}pPr/{_W}pStyle")
        return self._mark_of(self._style(which), name)

    def _style(self, which: "etree._Element | None") -> "etree._Element | None":
        return self._styles.get(str(which.get(f"{_W}val"))) if which is not None else None

    def _mark_of(self, style: "etree._Element | None", name: str) -> "etree._Element | None":
        """The mark of a style, else that of one that it leans on."""
        for _ in range(_MOST_STEPS):
            if style is None:
                return None
            found = style.find(f"{_W}rPr/{_W}{name}")
            if found is not None:
                return found
            style = self._style(style.find(f"{_W}basedOn"))
        return None


def _is_on(mark: "etree._Element | None") -> bool:
    return mark is not None and mark.get(f"{_W}val") not in _OFF


def _is_white(color: "etree._Element | None") -> bool:
    if color is None:
        return False
    value = color.get(f"{_W}val") or ""
    if color.get(f"{_W}themeColor") in ("background1", "light1"):
        return True
    parts = [value[place : place + 2] for place in (0, 2, 4)]
    try:
        return len(value) == len("RRGGBB") and all(int(part, 16) >= _WHITE for part in parts)
    except ValueError:
        return False


def _size(mark: "etree._Element") -> int:
    try:
        return int(mark.get(f"{_W}val") or "")
    except ValueError:
        return 0
