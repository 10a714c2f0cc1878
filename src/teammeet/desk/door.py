"""The door itself: an unlocked vault and all that may be asked of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from teammeet.desk.beside import KeepsBeside
from teammeet.desk.bodies import body_of, change_of, family_line, family_of, item_of
from teammeet.desk.edits import refuse_what_never_fits, refuse_what_was_overtaken
from teammeet.desk.files import TakesFiles
from teammeet.desk.looking_back import LooksBack
from teammeet.desk.values import Change, Clock, FamilyLine
from teammeet.errors import ConflictingChange, FamilyUnknown, NothingToUndo
from teammeet.model.codes import code_of
from teammeet.model.family import Edit, Family, put
from teammeet.model.meetings import Meeting
from teammeet.model.people import Header
from teammeet.model.values import new_id

if TYPE_CHECKING:
    from teammeet.store.events import Entry
    from teammeet.store.vault import Vault

BARRIER: Final = ("editions", "signatures")
"""What undo never crosses: a signed edition stays."""
LASTING: Final = ("header",)
"""What undo never takes away: a family without its header could not be opened, nor found again."""
CLOCK: Final = "clock"
"""Who writes the time of a meeting into the journal."""
_LISTED: Final = ("header", "meetings", "tasks")


def local_now() -> datetime:
    """This moment, with the zone of this machine."""
    return datetime.now().astimezone()


def new_passphrase() -> str:
    """Six words by chance for a new vault, joined by blanks."""
    from teammeet.store.words import generate_passphrase

    return generate_passphrase()


class Desk(LooksBack, KeepsBeside, TakesFiles):
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
            family_line(family, [(kind, json.loads(body)) for _, kind, _, body in items], today)
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
            VaultNewer: its record holds something that only a newer teammeet can read.
        """
        version, _, items = self._journal.snapshot(family_id)
        if not items:
            raise FamilyUnknown(code=code_of(family_id))
        family = family_of(items)
        self._held[family_id] = (version, family)
        return family

    def let_go(self, family_id: str) -> None:
        """Forget what was opened: who writes out a thousand families holds one at a time."""
        self._held.pop(family_id, None)

    def start_family(self, name: str, language: str = "en", *, facilitator: str = "", agency: str = "") -> Family:
        """A new family that is called ``name``, with a code that no other has, and who holds its meetings."""
        taken = {code_of(family) for family in self._journal.families()}
        family_id = new_id()
        while code_of(family_id) in taken:
            family_id = new_id()
        header = Header(id=family_id, name=name, language=language, facilitator=facilitator, agency=agency)
        self._held[family_id] = (0, Family(header=header))
        return self.change(family_id, [put(header)])

    # Changes

    def change(self, family_id: str, edits: Sequence[Edit]) -> Family:
        """Keep ``edits``, all or none; they are on disk when this returns. What others wrote meanwhile is merged in.

        Raises:
            ConflictingChange: somebody else changed one of these items since the family was opened, or took away what one
                of them leans on; nothing was kept. Open the family again before another try.
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
        from teammeet.store.journal import Entry, Items

        refuse_what_never_fits(family_id, edits)
        seen, family = self._seen(family_id)
        entries = [Entry(edit.kind, edit.id, body_of(edit.after)) for edit in edits]

        def fits(items: Items) -> None:
            refuse_what_was_overtaken(family_of(items).with_edits(edits), edits)

        version = self._journal.change(family_id, seen, entries, actor, fits=fits)
        if version != seen + len(entries):
            return self.open(family_id)
        family = family.with_edits(edits)
        self._held[family_id] = (version, family)
        return family

    def _seen(self, family_id: str) -> tuple[int, Family]:
        """The version that was opened here last, and the family at it; one that was not opened is opened now."""
        if family_id not in self._held:
            self.open(family_id)
        return self._held[family_id]

    def undo(self, family_id: str) -> Family:
        """Take back one's own last change, also after a restart; never across a signed edition, and never the family itself.

        Raises:
            NothingToUndo: there is none, or the clock has written on what it made: a meeting that began is not unmade.
            ConflictingChange: somebody else changed the same item since.
        """
        try:
            self._journal.undo(family_id, self._actor, BARRIER, LASTING)
        except ConflictingChange as conflict:
            if self._journal.last_writer(family_id, conflict.item) == CLOCK:
                raise NothingToUndo from None
            raise
        return self.open(family_id)

    def redo(self, family_id: str) -> Family:
        """Bring back what was taken back last; it ends at anybody's newer change.

        Raises:
            NothingToUndo: there is none.
        """
        self._journal.redo(family_id, self._actor)
        return self.open(family_id)

    def undone(self, family_id: str) -> Family:
        """What the family would be after :meth:`undo`; raises ``NothingToUndo`` as it does."""
        return self._after(family_id, self._journal.undo_writes(family_id, self._actor, BARRIER, LASTING))

    def redone(self, family_id: str) -> Family:
        """What the family would be after :meth:`redo`; raises ``NothingToUndo`` as it does."""
        return self._after(family_id, self._journal.redo_writes(family_id, self._actor))

    def _after(self, family_id: str, entries: tuple[Entry, ...]) -> Family:
        bodies = ((e.kind, e.item, item_of(e.kind, e.body) if e.body is not None else None) for e in entries)
        return self._seen(family_id)[1].with_edits(Edit(*each) for each in bodies)

    def can_undo(self, family_id: str) -> bool:
        """Whether there is an own change to take back."""
        return self._journal.can_undo(family_id, self._actor, BARRIER, LASTING)

    def can_redo(self, family_id: str) -> bool:
        """Whether there is something to bring back."""
        return self._journal.can_redo(family_id, self._actor)

    def history(self, family_id: str) -> tuple[Change, ...]:
        """Every change of the family, newest first."""
        events = self._journal.log(family_id)
        changes = [change_of(tuple(group)) for _, group in groupby(events, key=lambda event: event.group)]
        return tuple(reversed(changes))

    def first_fault(self, family_id: str) -> int | None:
        """The first version at which the family's chain does not hold; ``None`` if it holds throughout."""
        return self._journal.verify(family_id)

    def fix_edition(self, family_id: str, meeting: str | None) -> Family:
        """Fix the plan as it stands as the next edition: what is signed from now on is signed to it.

        Raises:
            ConflictingChange: somebody else wrote since the family was opened: nobody signs what was not on the screen.
        """
        _, family = self._seen(family_id)
        return self.change(family_id, [put(family.fixed(self.clock(), meeting))])
