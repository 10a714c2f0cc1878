"""What our own layout as a form is made of: labelled lines, lists and tables of controls, each named by what its field is.

A field is written as its path. ``path?`` is left out where it says nothing; ``path=`` too, with a label before it.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from teammeet.messages import text
from teammeet_word.forms.fields import BY_SCOPE, IF_ANY, TOP, Field
from teammeet_word.forms.making import Grid, Maker, line, words
from teammeet_word.forms.tags import find
from teammeet_word.paper import Paper, paper_for

_LONGEST_TITLE: Final = 60
"""Word shows 64 characters of a control's title."""
_OPTIONAL: Final = "?="
_WIDE: Final = "words dissent purpose told by_hand what_helped ties meaning backup note ways decisions update"
_NARROW: Final = frozenset({"number", "row", "value", "code", "score", "day_and_night", "chosen", "settled", "intensity"})
_NAMED: Final = ("name", "whose")
_WIDE_SHARE, _NAME_SHARE, _SHARE, _NARROW_SHARE = 2.0, 1.7, 1.2, 0.8
_COLUMNS: Final = (
    *("name", "role", "home", "kind", "who", "status", "day", "how", "what", "said_by", "until", "backup", "watched_by"),
    *("took_part", "to"),
)
_FACTS: Final = (
    *("baseline", "target", "measure", "due", "facilitator", "phase", "enrolled_on", "fixed_on", "copy_for", "monitored_by"),
    *("carried_by", "source", "leans_on", "scope", "amount", "frequency", "duration", "provider", "starts_on", "ends_on"),
)
_OWN: Final = (
    "address area arrived born by chosen code comes_from consent day_and_night decisions digest discloser dissent "
    "email expected_by feels for_whom form from_meeting gap given_on gives goes_to intensity interpreter invited_on "
    "language law left left_on legal_name line meaning method mode moved_from noted_on notice_on organisation "
    "owed_by part part_2_notice phone place plan_number plan_state pronouns proposed_by purpose reached_on "
    "received_by received_on revised_on revoked_on role_on_team rules_agreed_by saw_the_plan scan score settled "
    "signed_by signed_on since statement support ties time told typed_name update update_reason ways what_helped "
    "where whose witness written_on"
)
_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{name: f"word.column.{name}" for name in _COLUMNS},
        **{name: f"word.fact.{name}" for name in _FACTS},
        **{name: f"formcheck.label.{name}" for name in _OWN.split()},
        **{"words": "word.column.own_words", "when": "word.column.by_when", "by_hand": "word.column.signature"},
        **{"how_far": "word.column.agreement", "value": "word.column.rating", "child.name": "word.fact.for"},
        **{"today": "word.fact.made_on", "meeting.day": "word.fact.meeting", "next_meeting.day": "word.fact.next_meeting"},
        **{"left_out": "word.heading.withheld", "confidentiality": "word.heading.confidentiality"},
        **{"definition": "word.heading.definition", "over_when": "word.heading.over_when"},
        **{name: f"word.heading.{name}" for name in ("weapons_and_medicine", "where_siblings_go")},
        **{"tell_police": "word.heading.tell_police_or_crisis_line"},
    }
)
"""The words for a field in our layout, by path or by tag; other fields are called by what they are."""


class Layout:
    """One form being written."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.paper: Paper = paper_for(language)
        self.maker = Maker()

    def title(self, scope: str, path: str) -> str:
        """What a control is called: what its field is, in the words of the list of fields."""
        field = _field(scope, path)
        said = text(field.meaning if field is not None else "forms.field.line", self.language)
        said = said.partition(";")[0].partition(" (")[0]
        if scope == TOP and "." in path:
            said = f"{self.title(scope, path.partition('.')[0])}: {said}"
        return f"{said[:1].upper()}{said[1:_LONGEST_TITLE]}"

    def label(self, scope: str, path: str) -> str:
        """The words before a field, or above a column."""
        for name in (path, path.rpartition(".")[2]):
            if name in _LABELS:
                return text(_LABELS[name], self.language)
        return self.title(scope, path)

    def put(self, scope: str, path: str, tag: str = "") -> str:
        """The control of a field, of the kind that holds it."""
        field, title, tag = _field(scope, path), self.title(scope, path), tag or path
        if field is not None and field.kind == "check" and ":" not in path:
            return self.maker.box(tag, title)
        if field is not None and field.kind == "date":
            return self.maker.day(tag, title, text("formcheck.form.date", self.language))
        return self.maker.text(tag, title)

    def told(self, scope: str, said: str, style: str) -> str:
        """A line with one field, as ``said`` asks for it (see the head of this module)."""
        path = said.rstrip(_OPTIONAL)
        if said.endswith("="):
            labelled = words(f"{self.label(scope, path)}: ") + self.put(scope, path)
            return line(self.maker.around(if_any(path), self.title(scope, path), labelled), style=style)
        return line(self.put(scope, path, if_any(path) if said.endswith("?") else ""), style=style)

    def heading(self, level: int, key: str) -> str:
        """A heading that the plan has too."""
        return line(text(f"word.heading.{key}", self.language), style=f"Heading{level}")

    def heading_of(self, level: int, scope: str, path: str) -> str:
        """A heading that says what a field is."""
        return line(self.title(scope, path), style=f"Heading{level}")

    def lead(self, level: int, scope: str, key: str, path: str = "words") -> str:
        """The heading of one row: what it is, its number if it has one, what was said."""
        said = [words(f"{text(f'formcheck.form.{key}', self.language)} ")]
        if "number" in BY_SCOPE[scope]:
            said += [self.put(scope, "number"), words(": ")]
        told = self.maker.text(path, self.title(scope, path))  # a date picker here makes LibreOffice move the words before it
        return line(*said, told, style=f"Heading{level}") + self.besides(scope, path, "")

    def besides(self, scope: str, path: str, style: str) -> str:
        """What was said of somebody's words beside them, where anything was."""
        field = _field(scope, path)
        return self.told(scope, f"{path}:besides?", style) if field is not None and field.kind == "words" else ""

    def facts(self, scope: str, paths: str) -> str:
        """A line for each field, with what it is before it."""
        return "".join(self._fact(scope, said) for said in paths.split())

    def _fact(self, scope: str, said: str) -> str:
        path = said.rstrip(_OPTIONAL)
        if path == "note":
            return self.told(scope, said, "Fact")
        labelled = (words(f"{self.label(scope, path)}: ", "Label"), self.put(scope, path))
        if said == path:
            return line(*labelled, style="Fact") + self.besides(scope, path, "Fact")
        return line(self.maker.around(if_any(path), self.title(scope, path), "".join(labelled)), style="Fact")

    def listed(self, tag: str, scope: str = TOP) -> str:
        """A list of plain lines."""
        return self.maker.section(tag, self.title(scope, tag), line(self.put("line", "line"), style="ListBullet"))

    def table(self, tag: str, scope: str, paths: str, style: str = "PlanTable", height: int = 0) -> str:
        """A table with a row for each item of a list; each column the fields of its cells, the first standing out."""
        columns, name = paths.split(), tag.partition(":")[0]
        holder = next(home for home, held in BY_SCOPE.items() if name in held and held[name].of == scope)
        caption = self.title(holder, name)
        heads = [self.label(scope, column.split("+")[0].rstrip(_OPTIONAL)) for column in columns]
        grid = Grid(caption, heads, _widths(columns, self.paper.text_width), style)
        row = grid.row(*(self._cell(scope, column) for column in columns), height=height)
        return grid.table(self.maker.section(tag, caption, row))

    def _cell(self, scope: str, column: str) -> str:
        """The fields of a cell, one below the other."""
        first, *others = column.split("+")
        if first == "by_hand":
            return ""
        notes = "".join(self.told(scope, other, "TableNote") for other in others)
        return self.told(scope, first, "TableText") + self.besides(scope, first, "TableNote") + notes

    def where_any(self, tag: str, *content: str) -> str:
        """Blocks that are written only where the list has a row."""
        return self.maker.around(if_any(tag), self.title(_holder(tag), tag.partition(":")[0]), "".join(content))


def if_any(path: str) -> str:
    """The tag of a field that is written only where it says something."""
    narrowed = ":" in path.rpartition(".")[2]
    return f"{path}{',' if narrowed else ':'}{IF_ANY}"


def _field(scope: str, path: str) -> Field | None:
    found = find(path, (TOP,) if scope == TOP else (TOP, scope))
    return found.field if found is not None and found.steps else None


def _holder(tag: str) -> str:
    """The scope in which a list stands, the plan first."""
    name = tag.partition(":")[0]
    return next(scope for scope, held in BY_SCOPE.items() if name in held and held[name].of)


def _widths(columns: Sequence[str], whole: int) -> list[int]:
    firsts = [column.split("+")[0].rstrip(_OPTIONAL) for column in columns]
    shares = [_share(first) for first in firsts]
    widths = [int(share / sum(shares) * whole) for share in shares]
    return [*widths[:-1], whole - sum(widths[:-1])]


def _share(first: str) -> float:
    """How wide a column is whose cells begin with a field."""
    if first in _NAMED:
        return _NAME_SHARE
    return _WIDE_SHARE if first in _WIDE.split() else _NARROW_SHARE if first in _NARROW else _SHARE
