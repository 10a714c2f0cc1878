"""The desk: the one door to the store. It opens a family, keeps changes, undoes them, fixes editions, takes files in.

A change is on disk when :meth:`Desk.change` returns; the family that it returns is what screens show next.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from teammeet.errors import FamilyUnknown, FileRefused
from teammeet.model.codes import code_of
from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.family_file import read_family
from teammeet.model.meetings import Meeting
from teammeet.model.people import Header
from teammeet.model.record import ITEM_KINDS
from teammeet.model.values import Item, LanguageTag, Name, Note, Value, new_id

if TYPE_CHECKING:
    from teammeet.store.journal import Event
    from teammeet.store.vault import Vault

Clock = Callable[[], datetime]
BARRIER: Final = ("editions",)
"""What undo never crosses: a signed edition stays."""
CLOCK: Final = "clock"
"""Who writes the time of a meeting into the journal."""
_LISTED: Final = ("header", "meetings", "tasks")


class Place(Value):
    """Where somebody was: kept beside the journal and overwritten, so that a restart goes on there with the unfinished line."""

    screen: Name = ""
    meeting: Name = ""
    step: Name = ""
    field: Name = ""
    unfinished: Note = ""


class Settings(Value):
    """How the program looks for whoever holds this vault."""

    language: LanguageTag = "en"
    theme: Name = ""
    plain_signs: bool = False
    facilitator: Name = ""
    agency: Name = ""
    last_family: Name = ""
    """The id of the family that was open when the program ended: it is opened again."""


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """One line of the caseload."""

    id: str
    name: str
    next_meeting: date | None
    overdue_tasks: int
    open_tasks: int

    @property
    def code(self) -> str:
        """The family's code."""
        return code_of(self.id)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the journal, as history shows it: when, by whom, what became of each item."""

    version: int
    at: datetime
    actor: str
    undoes: int | None
    edits: tuple[Edit, ...]
    withheld: bool


@dataclass(frozen=True, slots=True)
class Incoming:
    """A family file that was read and checked: a new family, or the changes that it would make to one that is here."""

    family: Family
    is_new: bool
    edits: tuple[Edit, ...]


def local_now() -> datetime:
    """This moment, with the zone of this machine."""
    return datetime.now().astimezone()


def new_passphrase() -> str:
    """Six words by chance for a new vault, joined by blanks."""
    from teammeet.store.words import generate_passphrase

    return generate_passphrase()


class Desk:
    """An unlocked vault. Every method that writes may raise a ``VaultError``; then nothing was changed."""

    def __init__(self, vault: Vault, actor: str = "facilitator", clock: Clock = local_now) -> None:
        self._vault = vault
        self._journal = vault.journal
        self._actor = actor
        self.clock = clock
        self._held: dict[str, tuple[int, Family]] = {}

    # Open and close

    @classmethod
    def create(cls, path: Path, passphrase: str) -> Self:
        """A new vault at ``path``; ``VaultExists`` if anything is there."""
        from teammeet.store.vault import Vault

        return cls(Vault.create(path, passphrase))

    @classmethod
    def unlock(cls, path: Path, passphrase: str) -> Self:
        """The vault at ``path``; ``PassphraseWrong``, ``VaultForeign``, ``VaultNewer`` or ``VaultTaken`` else."""
        from teammeet.store.vault import Vault

        return cls(Vault.open(path, passphrase))

    @classmethod
    def throw_away(cls, path: Path) -> Self:
        """A vault whose key is never told to anybody, for a demo."""
        from teammeet.store.vault import Vault

        return cls(Vault.demo(path))

    def change_passphrase(self, old: str, new: str) -> None:
        """Lock the vault with ``new`` from now on; ``PassphraseWrong`` if ``old`` is not the present one."""
        self._vault.change_passphrase(old, new)

    def close(self) -> None:
        """Close the vault."""
        self._vault.close()

    # Families

    def families(self, today: date) -> tuple[FamilyLine, ...]:
        """The caseload: every family with its next meeting and its tasks, sorted by name."""
        rows = self._journal.all_items(_LISTED)
        lines = [
            _family_line(family, [(kind, json.loads(body)) for _, kind, _, body in items], today)
            for family, items in groupby(rows, key=lambda row: row[0])
        ]
        return tuple(sorted(lines, key=lambda line: line.name.casefold()))

    def id_of(self, code: str) -> str:
        """The id of the family that has ``code`` (small letters do too).

        Raises:
            FamilyUnknown: there is none.
        """
        wanted = code.strip().upper()
        for family in self._journal.families():
            if code_of(family) == wanted:
                return family
        raise FamilyUnknown(code="".join(c for c in wanted[:12] if c.isascii() and (c.isalnum() or c == "-")))

    def open(self, family_id: str) -> Family:
        """The family as it stands now.

        Raises:
            FamilyUnknown: there is none with this id.
        """
        version, _, items = self._journal.snapshot(family_id)
        if not items:
            raise FamilyUnknown(code=code_of(family_id))
        family = Family.of_items(_item(kind, body) for kind, _, body in items)
        self._held[family_id] = (version, family)
        return family

    def start_family(self, name: str, language: str = "en") -> Family:
        """A new family that is called ``name``, with a code that no other has."""
        taken = {code_of(family) for family in self._journal.families()}
        family_id = new_id()
        while code_of(family_id) in taken:
            family_id = new_id()
        header = Header(id=family_id, name=name, language=language)
        self._held[family_id] = (0, Family(header=header))
        return self.change(family_id, [put(header)])

    # Changes

    def change(self, family_id: str, edits: Sequence[Edit]) -> Family:
        """Keep ``edits``, all or none; they are on disk when this returns. What others wrote meanwhile is merged in.

        Raises:
            ConflictingChange: somebody else changed one of these items since it was opened; nothing was kept.
        """
        return self._written(family_id, edits, self._actor)

    def hold(self, family_id: str, meeting: Meeting) -> Family:
        """Keep when a meeting began and ended and how long it stood at each step.

        The clock writes this, not a person: undo passes it by, so that it takes back what was said and never the time.

        Raises:
            ConflictingChange: as :meth:`change`.
        """
        return self._written(family_id, [put(meeting)], CLOCK)

    def _written(self, family_id: str, edits: Sequence[Edit], actor: str) -> Family:
        from teammeet.store.journal import Entry

        seen, family = self._held[family_id]
        entries = [Entry(edit.kind, edit.id, _body(edit.after)) for edit in edits]
        version = self._journal.change(family_id, seen, entries, actor)
        if version != seen + len(entries):
            return self.open(family_id)
        family = family.with_edits(edits)
        self._held[family_id] = (version, family)
        return family

    def undo(self, family_id: str) -> Family:
        """Take back one's own last change, also after a restart, never across a signed edition.

        Raises:
            NothingToUndo: there is none.
            ConflictingChange: somebody else changed the same item since.
        """
        self._journal.undo(family_id, self._actor, BARRIER)
        return self.open(family_id)

    def redo(self, family_id: str) -> Family:
        """Bring back what was taken back last; it ends at anybody's newer change.

        Raises:
            NothingToUndo: there is none.
        """
        self._journal.redo(family_id, self._actor)
        return self.open(family_id)

    def can_undo(self, family_id: str) -> bool:
        """Whether there is an own change to take back."""
        return self._journal.can_undo(family_id, self._actor, BARRIER)

    def can_redo(self, family_id: str) -> bool:
        """Whether there is something to bring back."""
        return self._journal.can_redo(family_id, self._actor)

    def history(self, family_id: str) -> tuple[Change, ...]:
        """Every change of the family, newest first."""
        events = self._journal.log(family_id)
        changes = [_change(tuple(group)) for _, group in groupby(events, key=lambda event: event.group)]
        return tuple(reversed(changes))

    def first_fault(self, family_id: str) -> int | None:
        """The first version at which the family's chain does not hold; ``None`` if it holds throughout."""
        return self._journal.verify(family_id)

    def fix_edition(self, family_id: str, meeting: str | None) -> Family:
        """Fix the plan as it stands as the next edition: what is signed from now on is signed to it."""
        _, family = self._held[family_id]
        return self.change(family_id, [put(family.fixed(self.clock(), meeting))])

    # Files

    def look_at(self, raw: bytes) -> Incoming:
        """What a family file holds, checked against this vault; nothing is kept yet.

        Raises:
            FileRefused: see :func:`teammeet.model.family_file.read_family`; or it uses another family's ids or code.
        """
        family = read_family(raw)
        here = self._journal.families()
        if family.header.id in here:
            present = self.open(family.header.id)
            self._refuse_foreign_ids(family)
            return Incoming(family, False, tuple(_differences(present, family)))
        if family.code in {code_of(other) for other in here}:
            raise FileRefused("family-id-taken", place="family.id")
        self._refuse_foreign_ids(family)
        return Incoming(family, True, tuple(put(item) for item in family.items()))

    def accept(self, incoming: Incoming) -> Family:
        """Keep what :meth:`look_at` showed, all or nothing."""
        family_id = incoming.family.header.id
        if incoming.is_new:
            self._held[family_id] = (0, Family(header=incoming.family.header))
        if incoming.edits:
            self.change(family_id, incoming.edits)
        return self.open(family_id)

    # Beside the journal

    def note_access(self, family_id: str, what: str) -> None:
        """Write down that the family was opened, shown or exported: a chain of its own, without anything that was said."""
        self._journal.note_access(family_id, self._actor, what)

    def place(self, family_id: str) -> Place | None:
        """Where somebody was in this family when the program ended."""
        kept = self._journal.place(family_id)
        return Place.model_validate_json(kept) if kept else None

    def save_place(self, family_id: str, place: Place) -> None:
        """Remember where somebody is, with the unfinished line."""
        self._journal.save_place(family_id, place.model_dump_json(exclude_defaults=True))

    def settings(self) -> Settings:
        """How the program looks."""
        kept = self._journal.place("")
        return Settings.model_validate_json(kept) if kept else Settings()

    def save_settings(self, settings: Settings) -> None:
        """Remember how the program looks."""
        self._journal.save_place("", settings.model_dump_json(exclude_defaults=True))

    def _refuse_foreign_ids(self, family: Family) -> None:
        for item in family.items():
            home = self._journal.find_item(item.id)
            if home is not None and home != family.header.id:
                raise FileRefused("family-id-taken", place=f"id {item.id}")


def _family_line(family_id: str, items: list[tuple[str, dict[str, str]]], today: date) -> FamilyLine:
    """A caseload line from the raw items: a hundred families are listed without building them."""
    name, meetings, due, open_tasks = "", [], 0, 0
    for kind, item in items:
        if kind == "header":
            name = item.get("name", "")
        elif kind == "meetings" and item.get("on", "") >= today.isoformat() and "ended_at" not in item:
            meetings.append(date.fromisoformat(item["on"]))
        elif kind == "tasks" and item.get("status", "open") in ("open", "moved", "still_hard"):
            open_tasks += 1
            due += "due" in item and item["due"] < today.isoformat()
    return FamilyLine(family_id, name, min(meetings, default=None), due, open_tasks)


def _item(kind: str, body: str) -> Item:
    return ITEM_KINDS[kind].model_validate_json(body)


def _body(item: Item | None) -> str | None:
    return None if item is None else item.model_dump_json(by_alias=True, exclude_defaults=True)


def _change(events: tuple[Event, ...]) -> Change:
    first = events[0]
    edits = tuple(Edit(e.kind, e.item, _item(e.kind, e.body) if e.body is not None else None) for e in events)
    at = datetime.fromisoformat(first.at)
    return Change(first.version, at, first.actor, first.undoes, edits, any(event.withheld for event in events))


def _differences(present: Family, file: Family) -> Iterator[Edit]:
    """The edits that make ``present`` what ``file`` says."""
    coming = {item.id for item in file.items()}
    yield from (drop(item) for item in present.items() if item.id not in coming)
    yield from (put(item) for item in file.items() if present.get(item.id) != item)
