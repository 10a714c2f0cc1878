"""``teammeet form new``: our own layout as a form with controls, to be given another look in Word.

It has every section of the plan of care that a form has fields for, in our styles; what a control is called is what
``docs/form-fields.md`` says of its field.
"""

from collections.abc import Sequence
from typing import Final

from teammeet.messages import text
from teammeet_word.direction import running
from teammeet_word.exporter import word_language
from teammeet_word.forms.fields import BY_SCOPE
from teammeet_word.forms.making import Grid, Maker, form_of, island, line, words
from teammeet_word.forms.tags import find
from teammeet_word.paper import Paper, paper_for

_LONGEST_TITLE: Final = 60
"""Word shows 64 characters of a control's title."""
_ROOM_TO_SIGN: Final = 700
"""The height of a row to sign in, in twentieths of a point."""
_MAP_SHARE: Final = 0.75
"""How high the map is beside its width."""
_WIDE: Final = ("words", "dissent", "purpose", "told", "by_hand", "what_helped", "ties", "meaning")
_NARROW: Final = ("number", "intensity", "row", "value", "code")
_SHORT: Final = {
    **{one: one for one in ("name", "role", "kind", "who", "status", "day", "how", "what", "said_by", "until", "backup")},
    **{one: one for one in ("watched_by", "phone", "took_part", "to")},
    **{"words": "own_words", "when": "by_when", "due": "by_when", "area": "domain", "by_hand": "signature"},
    **{"how_far": "agreement", "signed_on": "date", "value": "rating"},
}
"""Columns for which the plan has a short word."""
_FACTS: Final = {
    **{one: one for one in ("baseline", "target", "measure", "watched_by", "due", "status", "facilitator", "phase")},
    **{one: one for one in ("enrolled_on", "fixed_on", "copy_for", "monitored_by")},
    **{"child.name": "for", "languages": "language", "today": "made_on"},
}
"""Facts for which the plan has words of its own."""
_WIDE_SHARE, _SHARE, _NARROW_SHARE = 2.2, 1.2, 0.7


def new_form(language: str) -> bytes:
    """Our layout as a form in ``language``; the same language gives the same bytes."""
    with running(language):
        return _Layout(language).form()


class _Layout:
    """One form being written."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._paper: Paper = paper_for(language)
        self._maker = Maker()

    def form(self) -> bytes:
        body = "".join(
            (
                *(self._beginning(), self._ourselves(), self._people(), self._strengths_and_map(), self._needs(), self._rest()),
                *(self._crisis(), self._onward(), self._meetings(), self._agreement(), self._closing()),
            )
        )
        title = text("formcheck.form.title", self._language)
        return form_of(title, word_language(self._language), self._paper, body, self._edges(), empty_picture())

    def _edges(self) -> tuple[str, str]:
        pages = (_computed("PAGE"), words(f" {text('word.of_pages', self._language)} "), _computed("NUMPAGES"))
        header = line(self._put("plan", "agency"), style="Footer")
        footer = line(self._put("plan", "plan_name"), words(f" · {text('word.page', self._language)} "), *pages, style="Footer")
        return header, footer

    # The parts, in the order of the plan

    def _beginning(self) -> str:
        facts = "plan_state today child.name child.pronouns child.born home.address home.phone languages facilitator phase"
        more = "enrolled_on fixed_on meeting.day next_meeting.day next_meeting.time next_meeting.place confidentiality copy_for"
        return (
            line(text("word.kind", self._language), style="DocumentKind")
            + line(self._put("plan", "family_name"), style="Title")
            + self._facts("plan", f"{facts} {more} left_out part_2_notice monitored_by")
        )

    def _ourselves(self) -> str:
        whole = (("vision", "Quote"), ("mission", "Quote"), ("story", ""), ("culture", ""))
        return "".join(self._heading(1, tag) + line(self._put("plan", tag), style=style) for tag, style in whole)

    def _people(self) -> str:
        return (
            self._heading(1, "family")
            + self._table("people", "person", "name+life+note role born home+languages decides")
            + self._heading(1, "team")
            + self._table("team", "member", "name+role role_on_team+kind organisation phone+email")
        )

    def _strengths_and_map(self) -> str:
        width = self._paper.text_width
        picture = self._maker.picture("map", self._title("plan", "map"), width, int(width * _MAP_SHARE))
        return (
            self._heading(1, "strengths")
            + self._table("strengths", "strength", "words+setting whose area said_by")
            + self._heading(1, "map")
            + line(picture, style="Picture")
            + line(self._put("plan", "map_legend"), style="Caption")
            + self._list("map_words")
            + self._table("supports", "support", "name+role kind+status area+helpful ties+note", heading=2)
        )

    def _needs(self) -> str:
        need = self._lead(2, "need", "need") + self._facts("need", "whose area said_by status gap note") + self._planned("need")
        tasks = self._heading(1, "tasks") + self._table("tasks", "task", "words+note who when status+status_on")
        return (
            self._heading(1, "needs")
            + self._maker.section("needs", self._title("plan", "needs"), need)
            + self._heading(2, "no_need")
            + self._planned("plan", ":no_need")
            + tasks
        )

    def _planned(self, scope: str, narrowed: str = "") -> str:
        """What is to be different and how: of one need, or what hangs on none. Every task stands in one table after it."""
        outcome = (
            self._lead(3, "outcome", "outcome")
            + self._facts("outcome", "baseline target measure watched_by due status")
            + self._table("readings", "reading", "day value score who", heading=4)
        )
        strategy = "words+leans_on source+carried_by provider+scope amount+frequency+duration"
        return (
            self._maker.section(f"outcomes{narrowed}", self._title(scope, "outcomes"), outcome)
            + self._table(f"strategies{narrowed}", "strategy", strategy, heading=3)
            + self._table(f"options{narrowed}", "option", "words source proposed_by chosen", heading=3)
        )

    def _rest(self) -> str:
        return (
            self._heading(1, "worries")
            + self._table("worries", "worry", "words whose said_by")
            + self._heading(1, "mandates")
            + self._table("mandates", "mandate", "words said_by whose until")
            + self._heading(1, "risks")
            + self._table("risks", "risk", "words whose backup watched_by")
        )

    def _crisis(self) -> str:
        lists = ["triggers", "early_signs", "what_helps", "what_makes_it_worse", "must_not_be_called"]
        plan = (
            self._lead(2, "crisis_plan", "whose")
            + self._facts(
                "crisis_plan", "definition written_on revised_on weapons_and_medicine where_siblings_go tell_police over_when"
            )
            + "".join(self._heading_of(3, "crisis_plan", tag) + self._list(tag) for tag in lists)
            + self._table("stages", "stage", "intensity where words who", heading=3)
            + self._table("calls", "call", "name phone when day_and_night", heading=3)
            + self._table("past_crises", "past_crisis", "day words what_helped", heading=3)
        )
        return self._heading(1, "crisis") + self._maker.section("crisis_plans", self._title("plan", "crisis_plans"), plan)

    def _onward(self) -> str:
        return (
            self._heading(1, "transition")
            + self._table("moving_on", "moving_on", "words+aspect support+carried_by due+reached_on")
            + line(
                words(f"{text('formcheck.form.help_again', self._language)} ", "Label"), self._put("plan", "getting_help_again")
            )
        )

    def _meetings(self) -> str:
        took_part = self._table("attendance", "attendance", "name role took_part interpreter update")
        return (
            self._heading(1, "ground_rules")
            + self._list("ground_rules")
            + self._heading(1, "meeting")
            + self._table("meetings", "meeting", "day+form place+mode purpose+update_reason came+absent")
            + self._heading(1, "attendance")
            + self._maker.around("meeting", self._title("plan", "meeting"), took_part)
            + self._heading(1, "contacts")
            + self._table("contacts", "contact", "day how who told by")
            + self._heading(1, "parked")
            + self._table("parked", "parked", "words goes_to settled")
            + self._heading(1, "assessment")
            + self._maker.section("assessments", self._title("plan", "assessments"), self._assessment())
        )

    def _assessment(self) -> str:
        return self._facts("assessment", "instrument whose by day") + self._table(
            "ratings", "rating", "area code value meaning", heading=2
        )

    def _agreement(self) -> str:
        return (
            self._heading(1, "agreement")
            + self._table("agreements", "agreement", "name how_far dissent until")
            + self._heading(1, "signatures")
            + self._table("signers", "signer", "name+role method+signed_on by_hand", style="InkTable", height=_ROOM_TO_SIGN)
            + self._heading(2, "outstanding")
            + self._list("outstanding")
        )

    def _closing(self) -> str:
        return (
            self._heading(1, "distribution")
            + self._table("copies", "copy", "to what how owed_by given_on")
            + self._heading(1, "releases")
            + self._table("releases", "release", "whose+records discloser+to what+purpose law ends_on+revoked_on")
        )

    # What they are made of

    def _name(self, scope: str, paths: str) -> str:
        """What a column is called: a short word where the plan has one."""
        first = paths.split("+")[0]
        short = _SHORT.get(first)
        return text(f"word.column.{short}", self._language) if short else self._title(scope, first)

    def _cell(self, scope: str, paths: str) -> str:
        """The fields of a cell, one below the other: the first stands out."""
        if paths == "by_hand":
            return ""
        styles = ("TableText", "TableNote")
        return "".join(line(self._put(scope, path), style=styles[place > 0]) for place, path in enumerate(paths.split("+")))

    def _title(self, scope: str, path: str) -> str:
        """What a control is called: what its field is, in the words of the list of fields."""
        found = find(path, ("plan",) if scope == "plan" else ("plan", scope))
        said = text(found.field.meaning if found is not None else "forms.field.line", self._language)
        said = said.partition(";")[0].partition(" (")[0]
        if scope == "plan" and "." in path:
            said = f"{self._title(scope, path.partition('.')[0])}: {said}"
        return f"{said[:1].upper()}{said[1:_LONGEST_TITLE]}"

    def _put(self, scope: str, path: str) -> str:
        found = find(path, ("plan",) if scope == "plan" else ("plan", scope))
        title = self._title(scope, path)
        if found is not None and found.field.kind == "check":
            return self._maker.box(path, title)
        if found is not None and found.field.kind == "date":
            return self._maker.day(path, title, text("formcheck.form.date", self._language))
        return self._maker.text(path, title)

    def _heading(self, level: int, key: str) -> str:
        return line(text(f"word.heading.{key}", self._language), style=f"Heading{level}")

    def _heading_of(self, level: int, scope: str, path: str) -> str:
        return line(self._title(scope, path), style=f"Heading{min(level, 3)}")

    def _lead(self, level: int, scope: str, key: str) -> str:
        """The heading of one row: what it is, its number if it has one, what was said."""
        said = [words(f"{text(f'formcheck.form.{key}', self._language)} ")]
        if "number" in BY_SCOPE[scope]:
            said += [self._put(scope, "number"), words(": ")]
        return line(*said, self._put(scope, "words" if "words" in BY_SCOPE[scope] else key), style=f"Heading{level}")

    def _facts(self, scope: str, paths: str) -> str:
        """A line for each field, with what it is before it."""
        return "".join(line(*self._label(scope, path), self._put(scope, path), style="Fact") for path in paths.split())

    def _label(self, scope: str, path: str) -> Sequence[str]:
        """What stands before a field: the plan's own word where it has one; before a note nothing."""
        if path == "note":
            return ()
        said = text(f"word.fact.{_FACTS[path]}", self._language) if path in _FACTS else self._title(scope, path)
        return (words(f"{said}: ", "Label"),)

    def _list(self, tag: str) -> str:
        scope = "plan" if tag in BY_SCOPE["plan"] else "crisis_plan"
        return self._maker.section(tag, self._title(scope, tag), line(self._put("line", "line"), style="ListBullet"))

    def _table(self, tag: str, scope: str, paths: str, *, heading: int = 0, style: str = "PlanTable", height: int = 0) -> str:
        """A table with a row for each item of a list; with a ``heading`` of that level before it."""
        columns, name = paths.split(), tag.partition(":")[0]
        holder = next(home for home, held in BY_SCOPE.items() if name in held and held[name].of == scope)
        caption = self._title(holder, name)
        grid = Grid(caption, [self._name(scope, path) for path in columns], _widths(columns, self._paper.text_width), style)
        row = grid.row(*(self._cell(scope, paths) for paths in columns), height=height)
        table = grid.table(self._maker.section(tag, caption, row))
        return (self._heading_of(heading, holder, name) if heading else "") + table


def _widths(columns: Sequence[str], whole: int) -> list[int]:
    firsts = [column.split("+")[0] for column in columns]
    shares = [_WIDE_SHARE if one in _WIDE else _NARROW_SHARE if one in _NARROW else _SHARE for one in firsts]
    widths = [int(share / sum(shares) * whole) for share in shares]
    return [*widths[:-1], whole - sum(widths[:-1])]


def _computed(instruction: str) -> str:
    return island(f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')


def empty_picture() -> bytes:
    """A light grey picture that holds the place of the map."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 4, 3, 8, 0, 0, 0, 0)
    rows = b"\0\xee\xee\xee\xee" * 3
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
