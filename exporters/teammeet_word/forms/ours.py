"""``teammeet form new``: our own layout as a form with controls, to be given another look in Word.

It has every section of the plan of care that a form has fields for, in our styles; what a control is called is what
``docs/form-fields.md`` says of its field.
"""

from typing import Final

from teammeet.messages import text
from teammeet_word.direction import running
from teammeet_word.exporter import word_language
from teammeet_word.forms.layout import Layout
from teammeet_word.forms.making import form_of, island, line, words

_ROOM_TO_SIGN: Final = 700
"""The height of a row to sign in, in twentieths of a point."""
_MAP_SHARE: Final = 0.75
"""How high the map is beside its width."""


def new_form(language: str) -> bytes:
    """Our layout as a form in ``language``; the same language gives the same bytes."""
    with running(language):
        return _Plan(language).form()


class _Plan(Layout):
    """The parts of the plan, in its order."""

    def form(self) -> bytes:
        """The whole of it."""
        body = "".join(
            (
                *(self._beginning(), self._ourselves(), self._people(), self._strengths_and_map(), self._needs(), self._rest()),
                *(self._crisis(), self._onward(), self._meetings(), self._assessment(), self._agreement(), self._closing()),
            )
        )
        title = text("formcheck.form.title", self.language)
        return form_of(title, word_language(self.language), self.paper, body, self._edges(), empty_picture())

    def _edges(self) -> tuple[str, str]:
        pages = (_computed("PAGE"), words(f" {text('word.of_pages', self.language)} "), _computed("NUMPAGES"))
        header = line(self.put("plan", "agency"), style="Footer")
        footer = line(self.put("plan", "plan_name"), words(f" · {text('word.page', self.language)} "), *pages, style="Footer")
        return header, footer

    def _beginning(self) -> str:
        facts = "plan_state today child.name child.pronouns= child.born home.address= home.phone= languages facilitator phase"
        more = "enrolled_on= fixed_on= meeting.day= next_meeting.day monitored_by= copy_for left_out= part_2_notice="
        return (
            line(text("word.kind", self.language), style="DocumentKind")
            + line(self.put("plan", "family_name"), style="Title")
            + self.facts("plan", f"{facts} {more}")
        )

    def _ourselves(self) -> str:
        whole = (("vision", "Quote"), ("mission", "Quote"), ("story", ""), ("culture", ""))
        told = ((tag, line(self.put("plan", tag), style=style)) for tag, style in whole)
        return "".join(self.heading(1, tag) + said + self.besides("plan", tag, "") for tag, said in told)

    def _people(self) -> str:
        person = "name+pronouns?+gone?+legal_name=+note? role born+languages? home+ways? decisions"
        return (
            self.heading(1, "family")
            + self.table("people:everyone", "person", person)
            + self.where_any("households", self.heading_of(2, "plan", "households"), self._homes())
            + self.heading(1, "team")
            + self.table("team", "member", "name+role? role_on_team+kind?+invited_on=+left_on= organisation+update? ways")
            + self.where_any("helpers", self.heading_of(2, "plan", "helpers"), self._helpers())
        )

    def _homes(self) -> str:
        return self.table("households", "household", "name+kind? address ways note")

    def _helpers(self) -> str:
        helper = "name+pronouns?+gone?+legal_name= role+languages? comes_from+born=+decisions= ways+note?"
        return self.table("helpers", "person", helper)

    def _strengths_and_map(self) -> str:
        width = self.paper.text_width
        picture = self.maker.picture("map", self.title("plan", "map"), width, int(width * _MAP_SHARE))
        support = "name+pronouns?+role?+organisation? kind+status?+since=+until= area+helpful? ways note"
        ties = self.table("all_ties:noted", "tie", "who to feels+flow? said_by note")
        return (
            self.heading(1, "strengths")
            + self.table("strengths", "strength", "words+setting? whose area said_by")
            + self.heading(1, "map")
            + line(picture, style="Picture")
            + line(self.put("plan", "map_legend"), style="Caption")
            + self.listed("map_words")
            + self.heading_of(2, "plan", "supports")
            + self.table("supports", "support", support)
            + self.where_any("all_ties:noted", self.heading_of(2, "plan", "all_ties"), ties)
        )

    def _needs(self) -> str:
        need = self.lead(2, "need", "need") + self.facts("need", "whose area said_by= status gap note?") + self._planned("need")
        task = "words+note? who+consent? when+moved_from= status+status_on?"
        return (
            self.heading(1, "needs")
            + self.maker.section("needs", self.title("plan", "needs"), need)
            + self._planned("plan", ":no_need")
            + self.heading(1, "tasks")
            + self.table("tasks", "task", task)
        )

    def _planned(self, scope: str, narrowed: str = "") -> str:
        """What is to be different and how: of one need, or what hangs on none. Every task stands in one table after it.

        Of what hangs on no need only that is written which is there.
        """
        outcome = (
            self.lead(3, "outcome", "outcome")
            + self.facts("outcome", "baseline target measure watched_by starts_on= due status")
            + self.where_any("readings", self.heading(3, "readings"), self.table("readings", "reading", "day value score who"))
        )
        strategy = "words+leans_on= source+carried_by? provider+scope? frequency+amount?+duration?+starts_on=+ends_on="
        strategies, options = f"strategies{narrowed}", f"options{narrowed}"
        chosen = self.table(strategies, "strategy", strategy)
        ideas = self.table(options, "option", "words source proposed_by chosen")
        every = self.maker.section(f"outcomes{narrowed}", self.title(scope, "outcomes"), outcome)
        return (
            (self.where_any(f"outcomes{narrowed}", self._alone("outcomes"), every) if narrowed else every)
            + (self.where_any(strategies, self._alone("strategies"), chosen) if narrowed else self._chosen(scope, chosen))
            + self.where_any(options, self._alone("options") if narrowed else self.heading_of(3, scope, "options"), ideas)
        )

    def _chosen(self, scope: str, table: str) -> str:
        return self.heading_of(3, scope, "strategies") + table

    def _alone(self, tag: str) -> str:
        """The heading above what hangs on no need."""
        return line(f"{text('word.heading.no_need', self.language)}: {self.title('plan', tag)}", style="Heading2")

    def _rest(self) -> str:
        return (
            self.heading(1, "worries")
            + self.table("worries", "worry", "words whose said_by")
            + self.heading(1, "mandates")
            + self.table("mandates", "mandate", "words said_by whose until")
            + self.heading(1, "risks")
            + self.table("risks", "risk", "words whose backup watched_by")
        )

    def _crisis(self) -> str:
        lists = ("triggers", "early_signs", "what_helps", "what_makes_it_worse", "must_not_be_called")
        facts = "definition written_on= revised_on= weapons_and_medicine where_siblings_go tell_police over_when"
        past = self.table("past_crises", "past_crisis", "day words what_helped")
        plan = (
            line(words(f"{text('formcheck.form.whose', self.language)} "), self.put("crisis_plan", "whose"), style="Heading2")
            + self.facts("crisis_plan", facts)
            + "".join(self.heading(3, tag) + self.listed(tag, "crisis_plan") for tag in lists)
            + self.heading(3, "stages")
            + self.table("stages", "stage", "intensity where words who")
            + self.heading(3, "calls")
            + self.table("calls", "call", "name phone when day_and_night")
            + self.where_any("past_crises", self.heading(3, "past_crises"), past)
        )
        return self.heading(1, "crisis") + self.maker.section("crisis_plans", self.title("plan", "crisis_plans"), plan)

    def _onward(self) -> str:
        help_again = words(f"{text('formcheck.form.help_again', self.language)} ", "Label")
        return (
            self.heading(1, "transition")
            + self.table("moving_on", "moving_on", "words+aspect? support+carried_by? due+reached_on=")
            + line(help_again, self.put("plan", "getting_help_again"))
        )

    def _meetings(self) -> str:
        facts = "time= place= mode= form= purpose= notice_on="
        held = self.lead(2, "meeting", "meeting", "day") + self.facts("meeting", f"{facts} update_reason=")
        held += self.where_any("attendance", self._took_part()) + self._agreed()
        coming = self.lead(2, "meeting", "coming", "day") + self.facts("meeting", facts)
        coming += self.where_any("attendance", self._took_part()) + self._agreed()
        every = self.maker.section("coming_meetings", self.title("plan", "coming_meetings"), coming)
        return (
            self.heading(1, "ground_rules")
            + self.listed("ground_rules")
            + self.facts("plan", "rules_agreed_by= confidentiality=")
            + self.heading(1, "meeting")
            + self.maker.section("meetings", self.title("plan", "meetings"), held)
            + self.where_any("coming_meetings", every)
            + self.heading(1, "contacts")
            + self.table("contacts", "contact", "day how who told by")
            + self.heading(1, "parked")
            + self.table("parked", "parked", "words goes_to settled")
        )

    def _took_part(self) -> str:
        return self.table("attendance", "attendance", "name+role? took_part+arrived=+left= interpreter update")

    def _agreed(self) -> str:
        """What people said of the plan at a meeting before the last."""
        table = self.table("earlier_agreements", "agreement", "name how_far dissent until")
        return self.where_any("earlier_agreements", self.heading(3, "agreement"), table)

    def _assessment(self) -> str:
        one = self.lead(2, "assessment", "assessment", "instrument") + self.facts("assessment", "whose by= day")
        one += self.table("ratings", "rating", "area code value meaning")
        every = self.maker.section("assessments", self.title("plan", "assessments"), one)
        return self.where_any("assessments", self.heading(1, "assessment"), every)

    def _agreement(self) -> str:
        seen = self.table("other_views", "other_view", "who part words day")
        signed = "plan_number method gives= role= typed_name= signed_on= for_whom= witness= language= interpreter= saw_the_plan"
        facts = f"{signed} noted_on= expected_by= received_on= received_by= scan= statement= note?"
        given = self.lead(3, "signature", "signature", "name") + self.facts("signature", facts)
        signer = "name+role?+for_whom= method+signed_on? by_hand"
        return (
            self.heading(1, "agreement")
            + self.table("agreements", "agreement", "name how_far+day? dissent until")
            + self.where_any("other_views", self.heading(2, "seen_differently"), seen)
            + self.heading(1, "signatures")
            + self.table("signers", "signer", signer, style="InkTable", height=_ROOM_TO_SIGN)
            + self.facts("plan", "digest=")
            + self.where_any(
                "signatures",
                self.heading_of(2, "plan", "signatures"),
                self.maker.section("signatures", self.title("plan", "signatures"), given),
            )
            + self.heading(2, "outstanding")
            + self.listed("outstanding")
        )

    def _closing(self) -> str:
        release = "whose+records? discloser+to? what+purpose? law+signed_by=+signed_on= ends_on+starts_on=+revoked_on="
        return (
            self.heading(1, "distribution")
            + self.table("copies", "copy", "to what+plan_number= how owed_by given_on")
            + self.heading(1, "releases")
            + self.table("releases", "release", release)
        )


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
