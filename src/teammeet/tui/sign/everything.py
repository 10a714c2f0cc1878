"""Everything for everybody: which files go to whom, reader by reader, and writing them one after the other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from teammeet.errors import TeammeetError
from teammeet.export import Options, exporter_named, file_name, layout_words
from teammeet.messages import LANGUAGES, count, text
from teammeet.model.copies import EXTRACTS, YOUTH, copies_of
from teammeet.model.family import Edit, Family, put
from teammeet.model.people import Household, Person
from teammeet.model.readers import Reader, reader_named
from teammeet.model.sharing import Copy
from teammeet.model.since import seen_since
from teammeet.model.supports import Support
from teammeet.model.values import Item
from teammeet.model.view import View
from teammeet.practice.crisis_calls import calls_in_order
from teammeet.tui.sign.export_options import only_heeded
from teammeet.tui.sign.exporting import Order, Written, copy_told, make_own, write

PLAN: Final = "word"
CRISIS: Final = "crisis-page"
CARD: Final = "wallet-card"
RATING: Final = "rating-sheet"
_COPY_OF: Final[Mapping[str, str]] = {PLAN: "plan", CRISIS: "crisis_page"}
"""What a file is called in the list of copies that somebody got."""


@dataclass(frozen=True, slots=True)
class Sending:
    """A file that is going to be written: for whom (ids of people, supports, homes; empty: the team, or everybody).

    ``usual`` is its name in the usual layout, which tells it from all the others. ``is_due``: somebody of the family gets it,
    or who signed or is owed a copy. ``needs`` and ``parts`` are what its reader would see of what is told of the family.
    """

    order: Order
    usual: str
    to: tuple[str, ...]
    withheld: tuple[str, ...]
    is_due: bool = False
    needs: int = 0
    parts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it will be called: large print and a seal stand in the name of what heeds them."""
        asked = Options(large=self.order.large, seal=_untouched if self.order.key else None)
        stem, _, suffix = self.usual.rpartition(".")
        return f"{'-'.join([stem, *layout_words(only_heeded(exporter_named(self.order.what), asked))])}.{suffix}"

    @property
    def path(self) -> Path:
        """Where it will stand."""
        return self.order.folder / self.name

    @property
    def is_asked_for(self) -> bool:
        """Whether it is only written when somebody marks it: nobody gets all that they may see only for being on the team."""
        return not self.is_due

    @property
    def is_extract(self) -> bool:
        """Whether it is a part of the plan only, for a school, a doctor, a court."""
        return self.order.what != RATING and self.order.reader.partition(":")[0] in EXTRACTS


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: written, or why not."""

    sending: Sending
    written: Written | None = None
    error: TeammeetError | None = None


def sendings(
    family: Family,
    folder: Path,
    options: Options,
    edition: int | None = None,
    gone: tuple[Item, ...] = (),
    *,
    rating: bool = False,
) -> tuple[Sending, ...]:
    """Every file for everybody who is on the team or is owed a copy, as they may see it, each in their own language.

    A home gets one copy for all who live in it. Who never gets a crisis plan gets no crisis page, whether there is one or not;
    who gets the page gets the card for the wallet too, once there is something to put on it.
    ``gone`` is what is no more in the record, for an edition that may hold it.
    """
    shown = family if edition is None else family.as_signed(edition)
    if shown is None:
        raise TeammeetError("edition-unknown", number=edition)
    found: list[Sending] = []
    for reader, to, language in _readers(family):
        view = _seen(family, shown, reader_named(family, reader, options.today), gone)
        for what in _papers(view):
            order = Order(what, reader, language, folder, edition)
            usual = file_name(exporter_named(what), view, language)
            due = _is_due(family, reader, to)
            found.append(Sending(order, usual, to, view.withheld, due, len(view.needs), tuple(_parts(view))))
    if rating:
        found += [_rating(shown, tag, folder, options, edition) for tag in sorted({each.order.language for each in found})]
    return tuple(found)


def write_all(
    family: Family,
    wanted: tuple[Sending, ...],
    options: Mapping[str, Options],
    *,
    overwrite: bool,
    progress: Callable[[int], None],
    gone: tuple[Item, ...] = (),
) -> tuple[Outcome, ...]:
    """Write the files; one that cannot be written does not keep the others back. ``options`` are by reader; a file gets of
    them what it heeds.

    ``progress`` is told how many are done; ``gone`` is as for :func:`sendings`.
    """
    outcomes: list[Outcome] = []
    for folder, edition in dict.fromkeys((each.order.folder, each.order.edition) for each in wanted):
        make_own(folder, family, edition)
    for number, sending in enumerate(wanted, start=1):
        try:
            heard = only_heeded(exporter_named(sending.order.what), options[sending.order.reader])
            written = write(family, sending.order, heard, gone, overwrite=overwrite)
        except TeammeetError as error:
            outcomes.append(Outcome(sending, error=error))
        else:
            outcomes.append(Outcome(sending, written))
        progress(number)
    return tuple(outcomes)


def copies_given(family: Family, outcomes: tuple[Outcome, ...], options: Options) -> tuple[Edit, ...]:
    """Each copy that was written, noted as given today on paper; a copy that was owed is the one that is given."""
    edits: list[Edit] = []
    taken: set[str] = set()
    for outcome in outcomes:
        what = "other" if outcome.sending.is_extract else _COPY_OF.get(outcome.sending.order.what)
        if outcome.written is None or what is None:
            continue
        last = family.last_edition.number if family.last_edition else None
        for who in outcome.sending.to:
            owed = (c for c in family.copies if c.to == who and c.what == what and not c.given_on and c.id not in taken)
            copy = next(owed, None) or Copy.model_validate({"to": who, "what": what})
            taken.add(copy.id)
            edits.append(put(copy.changed(edition=outcome.sending.order.edition or last, given_on=options.today)))
    return tuple(edits)


def for_whom(family: Family, sending: Sending, language: str) -> str:
    """For whom a file is, by name: this stands on the facilitator's screen alone, never in a file's name."""
    if sending.order.reader.startswith("household:"):
        home = family.label(sending.order.reader.partition(":")[2])
        return text("sign.reader.household", language, name=home)
    told = next((copy for copy in copies_of(family) if copy.name == sending.order.reader), None)
    if told is not None:
        return copy_told(family, told, language)
    if sending.to:
        return ", ".join(family.labels(sending.to))
    return text("ending.all.for-team" if sending.order.what != RATING else "ending.all.for-all", language)


def is_for_somebody_in(shown: Family, sending: Sending) -> bool:
    """Whether ``shown`` knows for whom a file is: where others look at the screen, nobody else is named on it."""
    named = sending.order.reader.split(":")[1:]
    return all(shown.get(one) is not None for one in named)


def withheld_told(sending: Sending, language: str) -> str:
    """Which kinds of fact all files of a reader leave out by rule: told once, beside their plan."""
    if sending.order.what != PLAN or not sending.withheld:
        return ""
    kinds = ", ".join(text(f"model.withheld.{kind}", language) for kind in sending.withheld)
    return text("ending.all.leaves-out", language, kinds=kinds)


def would_see(sending: Sending, language: str) -> str:
    """What a reader who gets it only when somebody marks it would read of the family: told beside their plan."""
    if sending.order.what != PLAN or not sending.is_asked_for:
        return ""
    told = [count("ending.all.needs", sending.needs, language)]
    told += [text(f"ending.all.part.{part}", language) for part in sending.parts]
    return text("ending.all.would-see", language, parts=", ".join(told))


def _parts(view: View) -> Iterator[str]:
    """What stands in a view, beside the needs, that tells much of the family."""
    stands = {"story": view.header.story, "crisis": view.crisis_plans, "worries": view.worries, "duties": view.mandates}
    yield from (name for name, held in stands.items() if held)


def _is_due(family: Family, reader: str, to: tuple[str, ...]) -> bool:
    """Whether a copy is one for the family, or for somebody who signed the plan that was closed last or is owed a copy."""
    kind = reader.partition(":")[0]
    if kind != "person":
        return kind == "household"  # a youth's own copy holds their own records: it is written when somebody marks it
    last = family.last_edition.number if family.last_edition else None
    signed = {s.who for s in family.signatures if s.edition == last and not s.is_outstanding and s.method != "refused"}
    owed = {copy.to for copy in family.copies if copy.given_on is None}
    members = {p.id for p in family.people if p.in_family}
    return not members.union(signed, owed).isdisjoint(to)


def _readers(family: Family) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Each reader by name, with the ids of those who get that copy, and the language."""
    yield "team", (), _language(family.header.language)
    homes = {home.id: _at_home(family, home) for home in family.households}
    told: set[str] = set()
    for home, people in homes.items():
        if people:
            yield f"household:{home}", people, _language(_tongue(family, people[0]))
            told.update(people)
    team = [member.who for member in family.team if member.left_on is None]
    owed = [copy.to for copy in family.copies if copy.to is not None and copy.given_on is None]
    theirs = [p.id for p in family.people if p.in_family and p.nature == "person" and p.life == "living"]
    for who in dict.fromkeys([*theirs, *team, *owed]):
        if who not in told and isinstance(family.get(who), Person | Support) and family.label(who):
            yield f"person:{who}", (who,), _language(_tongue(family, who))
    for copy in copies_of(family):
        if copy.kind != YOUTH or copy.who in told:  # who lives alone has one
            yield copy.name, (copy.who,), _language(_tongue(family, copy.who))


def _papers(view: View) -> Iterator[str]:
    """What a reader gets."""
    yield PLAN
    if "crisis-plans" not in view.withheld:
        yield CRISIS
        if _fills_a_card(view):
            yield CARD


def _fills_a_card(view: View) -> bool:
    """Whether a crisis plan says anything that goes on a card."""
    said = (
        p.what_helps or p.what_makes_it_worse or p.must_not_be_called or p.tell_police_or_crisis_line for p in view.crisis_plans
    )
    return any(said) or any(str(stage.words) for stage in view.crisis_stages) or bool(calls_in_order(view))


def _at_home(family: Family, home: Household) -> tuple[str, ...]:
    """Those of the family who live in a home."""
    people = (p for p in family.people if home.id in p.households and p.in_family)
    return tuple(p.id for p in people if p.nature == "person" and p.life == "living")


def _tongue(family: Family, who: str) -> str:
    item = family.get(who)
    languages = item.languages if isinstance(item, Person) else ()
    return languages[0] if languages else family.header.language


def _language(tag: str) -> str:
    """A language that there is; the first one else."""
    base = tag.split("-")[0].lower()
    return base if base in LANGUAGES else LANGUAGES[0]


def _seen(family: Family, shown: Family, reader: Reader, gone: tuple[Item, ...]) -> View:
    return family.seen_by(reader) if shown is family else seen_since(shown, family, reader, gone)


def _rating(shown: Family, language: str, folder: Path, options: Options, edition: int | None) -> Sending:
    order = Order(RATING, "room", language, folder, edition)
    view = shown.seen_by(reader_named(shown, "room", options.today))
    return Sending(order, file_name(exporter_named(RATING), view, language), (), ())


def in_folder(wanted: tuple[Sending, ...], folder: Path, *, large: bool = False, key: str = "") -> tuple[Sending, ...]:
    """The same files in another folder, in large print if that is asked for, under a seal if a ``key`` is named."""
    return tuple(replace(each, order=replace(each.order, folder=folder, large=large, key=key)) for each in wanted)


def _untouched(content: bytes) -> bytes:
    """Stands for a seal where only a name is asked for."""
    return content
