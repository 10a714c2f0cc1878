"""Export: what, for whom, in which language, to which folder. Written in a thread; no file is ever written over unasked."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from teammeet.errors import TeammeetError
from teammeet.export import ALWAYS_COMPARE, NOWHERE, Options, exporter_named, file_name, made, save
from teammeet.map_places import with_places_without_gaps
from teammeet.messages import LANGUAGES, text
from teammeet.model.copies import CopyFor, copies_of
from teammeet.model.family import Family
from teammeet.model.readers import reader_named
from teammeet.model.roles import both_in_roles, with_roles
from teammeet.model.since import plan_seen_by
from teammeet.model.values import Item
from teammeet.noted import Shown, noted_as
from teammeet.practice.signed_before import signed_before
from teammeet.tui.meeting.scene import Choice
from teammeet.tui.sign.export_since import compared

if TYPE_CHECKING:
    from teammeet.desk import Desk
    from teammeet.model.view import View

WHATS: Final = (
    *("word", "crisis-page", "wallet-card", "wallet-card-png", "share-sheet", "attendance-sheet", "rating-sheet"),
    *("what-changed", "word-changes", "ecomap-svg", "ecomap-png", "ecomap-words", "family-file"),
)
"""What can be written, the plan first: all of :data:`teammeet.export.BUILT_IN`, by what they are for."""

NAMES: Final = "names"
ROLES: Final = "roles"
"""Who stands in a file: people by their names, or by their roles alone."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written.

    ``edition`` is a signed one, or ``None`` for the plan as it stands; ``in_roles`` puts roles in place of names. ``since``
    is the signed edition to compare with (``None``: nothing, or the last that differs for what always compares), ``beside``
    both moments next to each other. ``large``, ``second`` are as in :class:`teammeet.export.Options`; ``form`` and ``key`` are
    the files of the agency's form and of the key that seals, as they were typed.
    """

    what: str
    reader: str
    language: str
    folder: Path
    edition: int | None = None
    in_roles: bool = False
    since: int | None = None
    beside: bool = False
    large: bool = False
    second: str = ""
    form: str = ""
    key: str = ""

    @property
    def needs_gone(self) -> bool:
        """Whether it shows a former plan, which may hold what is no more in the record."""
        return self.edition is not None or self.since is not None or self.what in ALWAYS_COMPARE

    @property
    def since_in_name(self) -> str:
        """What the file's name says of the comparison that was asked for."""
        return f"{self.since}{'-beside' if self.beside else ''}" if self.since is not None else ""

    @property
    def keeps_places(self) -> bool:
        """Whether where things lie on its map is where they lie on the reader's next one.

        A signed edition may lack what has a place by now; a map with roles has no place that leads to anybody.
        """
        return self.edition is None and not self.in_roles


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, what must be told about it, what is noted of it, and where things lie on its map."""

    path: Path
    remarks: tuple[str, ...]
    noted_as: str
    places: Mapping[str, str] = field(default_factory=lambda: NOWHERE)


def reader_choices(family: Family, language: str) -> tuple[Choice, ...]:
    """Whom a file can be for: the team, each household, each person, the agency, the facilitator, each school and the like."""
    said = [Choice(role, text(f"sign.reader.{role}", language)) for role in ("team", "family", "agency", "facilitator")]
    homes = [
        Choice(f"household:{h.id}", text("sign.reader.household", language, name=h.label)) for h in family.households if h.label
    ]
    team = [member.who for member in family.team if member.left_on is None]
    living = [p.id for p in family.people if p.in_family and p.nature == "person" and p.life == "living"]
    whos = [who for who in dict.fromkeys([*living, *team]) if family.label(who)]
    people = (Choice(f"person:{who}", family.label(who)) for who in whos)
    return (*said, *homes, *people, *(Choice(copy.name, copy_told(family, copy, language)) for copy in copies_of(family)))


def copy_told(family: Family, copy: CopyFor, language: str) -> str:
    """For whom a copy is and about whom, by name: "School (Hill School), about Ty"."""
    name = family.label(copy.who)
    if copy.kind == "youth":
        return text("copies.youth", language, name=name)
    service = text(f"model.service.{copy.kind.replace('-', '_')}", language)
    return text("copies.of", language, service=service, name=name, about=family.label(copy.about))


def leaves_out(family: Family, reader: str, today: date, language: str) -> str:
    """Which kinds of fact a file for ``reader`` leaves out by rule; nothing for who sees everything."""
    kinds = reader_named(family, reader, today).withheld
    told = ", ".join(text(f"model.withheld.{kind}", language) for kind in kinds)
    return text("ending.all.leaves-out", language, kinds=told) if told else ""


def language_choices(language: str) -> tuple[Choice, ...]:
    """The languages a file can be in."""
    return tuple(Choice(tag, text(f"tui.language.{tag}", language)) for tag in LANGUAGES)


def names_choices(language: str) -> tuple[Choice, ...]:
    """Names as they are, or roles in place of them."""
    return (Choice(NAMES, text("roles.as-they-are", language)), Choice(ROLES, text("roles.ask", language)))


def edition_choices(family: Family, language: str) -> tuple[Choice, ...]:
    """The plan as it stands, then the signed editions, the last one first."""
    numbers = sorted((edition.number for edition in family.editions), reverse=True)
    signed = [Choice(str(number), text("sign.edition", language, number=number)) for number in numbers]
    return (Choice("", text("sign.as-it-stands", language)), *signed)


def write(family: Family, order: Order, options: Options, gone: tuple[Item, ...] = (), *, overwrite: bool = False) -> Written:
    """Make the file and give it its name: the code and the number, nothing that anybody said.

    ``gone`` is what is no more in the record, for an edition that may hold it (see :func:`gone_since`).

    Raises:
        TeammeetError: ``export-exists``, or it cannot be made or written.
    """
    exporter = exporter_named(order.what)
    view, options = _shown(family, order, options, gone)
    exported = made(exporter, view, order.language, options)
    path = order.folder / file_name(exporter, view, order.language, order.since_in_name, options)
    save(exported, path, overwrite=overwrite)
    shown = Shown(order.reader, order.language, order.edition, order.since_in_name)
    return Written(path, exported.remarks, noted_as(exporter, view, exported.content, options, shown), exported.places)


def _shown(family: Family, order: Order, options: Options, gone: tuple[Item, ...]) -> tuple[View, Options]:
    """What the reader sees, and the options with what they saw of the moment that it is compared with, if it is."""
    reader = reader_named(family, order.reader, options.today)  # a release that ended since opens nothing
    view = plan_seen_by(family, reader, order.edition, gone)
    if view is None:
        raise TeammeetError("edition-unknown", number=order.edition)
    options = with_places_without_gaps(options, family, reader)
    since = order.since
    if since is None and order.what in ALWAYS_COMPARE:
        since = signed_before(family, reader, view, gone, order.edition)
    if since is not None:
        both = compared(family, reader, gone, since, order.edition, options.today, order.language)
        view, options = both.view, replace(options, before=both.before, beside=order.beside, moments=both.moments)
    if order.in_roles and options.before is not None:
        view, before = both_in_roles(view, options.before, order.language)
        return view, replace(options, before=before)
    return (with_roles(view, order.language) if order.in_roles else view), options


def places_kept(desk: Desk, family: Family, order: Order) -> Mapping[str, str]:
    """Where things lay on the reader's former maps; nowhere for a map with roles, which is nobody's."""
    return NOWHERE if order.in_roles else desk.map_places(family.header.id, order.reader)


def gone_since(desk: Desk, family: Family, edition: int | None) -> tuple[Item, ...]:
    """What may stand in a signed edition and is no more in the record; nothing for the plan as it stands."""
    return desk.gone(family.header.id) if edition is not None else ()


def gone_for(desk: Desk, family: Family, order: Order) -> tuple[Item, ...]:
    """The same for an order, which may show two moments."""
    return desk.gone(family.header.id) if order.needs_gone else ()


def note(desk: Desk, family: Family, order: Order, written: Written) -> None:
    """Write down that the file was made, and keep where things lie on its map."""
    desk.note_access(family.header.id, written.noted_as)
    if order.keeps_places:
        desk.save_map_places(family.header.id, order.reader, written.places)


def own_folder(family: Family, edition: int | None = None) -> str:
    """The name of a folder for all the files of one plan: the code and the number, nothing that anybody said."""
    return f"teammeet-{family.code}-{edition or family.plan_number}"


def make_own(folder: Path, family: Family, edition: int | None = None) -> None:
    """Make ``folder``, for its owner alone, if it is the one of this plan; another that is missing may be a slip of the pen."""
    if folder.name == own_folder(family, edition):
        with suppress(OSError):  # why it cannot be made is told of each file that finds no folder
            folder.mkdir(mode=0o700)


def folder_at(typed: str) -> Path:
    """The folder that was typed; ``~`` is one's own."""
    return Path(typed.strip() or "~").expanduser()


def path_as_told(path: Path) -> str:
    """The path as people write it: ``~`` for one's own folder."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
