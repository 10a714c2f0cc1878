"""Files into the vault: a family file, or a plan that comes back in a copy; looked at first, then kept, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from teammeet.desk.edits import differences, refuse_what_unsigns
from teammeet.desk.values import Change, Clock, Incoming
from teammeet.errors import FileRefused
from teammeet.model.codes import code_of
from teammeet.model.family import Edit, Family, put
from teammeet.model.family_file import read_file

if TYPE_CHECKING:
    from teammeet.desk.taking_back import ComingBack, Question
    from teammeet.model.family_file import FamilyFile
    from teammeet.model.values import Item
    from teammeet.store.journal import Journal


class TakesFiles:
    """What a desk does with files from outside."""

    _journal: Journal
    _held: dict[str, tuple[int, Family]]
    clock: Clock

    if TYPE_CHECKING:

        def history(self, family_id: str) -> tuple[Change, ...]:
            """Every change of the family, newest first."""
            ...

        def gone(self, family_id: str) -> tuple[Item, ...]:
            """What is no more in the family's record, each as it stood last."""
            ...

        def open(self, family_id: str) -> Family:
            """The family as it stands now."""
            ...

        def change(self, family_id: str, edits: Sequence[Edit]) -> Family:
            """Keep ``edits``, all or none."""
            ...

    def look_at(self, raw: bytes) -> Incoming:
        """What a family file holds, checked against this vault; nothing is kept yet.

        Raises:
            FileRefused: see :func:`teammeet.model.family_file.read_file`; or it uses another family's ids or code; or it is a
                copy of a family that is here, which would take away all that it leaves out; or it would unsign something; or
                it is an agency's copy of a family that is not here.
        """
        file = read_file(raw)
        family = file.family
        here = self._journal.families()
        if family.header.id in here:
            if file.copy_for:
                raise FileRefused("file-is-a-copy", code=family.code)
            present = self.open(family.header.id)
            self._refuse_foreign_ids(family)
            edits = tuple(differences(present, family))
            refuse_what_unsigns(present, edits)
            return Incoming(family, False, edits)
        if family.code in {code_of(other) for other in here}:
            raise FileRefused("family-id-taken", place="family.id")
        self._refuse_foreign_ids(family)
        if file.copy_for:
            family = self._for_whom_it_was(file)
        return Incoming(family, True, tuple(put(item) for item in family.items()))

    def accept(self, incoming: Incoming) -> Family:
        """Keep what :meth:`look_at` showed, all or nothing."""
        family_id = incoming.family.header.id
        if incoming.is_new:
            self._held[family_id] = (0, Family.of_items((incoming.family.header,)))
        if incoming.edits:
            self.change(family_id, incoming.edits)
        return self.open(family_id)

    def look_at_copy(self, raw: bytes, said: Iterable[tuple[str, str, str, str]], reader: str = "") -> ComingBack:
        """The plan that a document carries, as a family file, beside this vault; nothing is kept yet.

        ``said`` are the texts of the document: item, path, as the plan in it says, as it says now. ``reader`` is the person or
        home whose own copy it is, by id; empty for a role's.

        Raises:
            FileRefused: see :func:`teammeet.model.family_file.read_file`; or it uses another family's ids or code; or it is an
                agency's copy of a family that is not here.
        """
        from teammeet.desk.bounded import CopyFor
        from teammeet.desk.otherwise import Otherwise, Said, former_of
        from teammeet.desk.taking_back import coming_back

        file = read_file(raw)
        family = file.family
        here = self._journal.families()
        present = self.open(family.header.id) if family.header.id in here else None
        if present is None and family.code in {code_of(other) for other in here}:
            raise FileRefused("family-id-taken", place="family.id")
        self._refuse_foreign_ids(family)
        copy = CopyFor.said_in(file, reader)
        former, withheld = former_of(self.history(present.header.id)) if present else ({}, frozenset())
        last = {item.id: item for item in self.gone(present.header.id)} if present else {}
        gone = {item: last.get(item) for item in former if present and present.get(item) is None}
        otherwise = Otherwise(present, self.clock().date(), copy, former, gone, withheld)
        return coming_back(family, otherwise, tuple(Said(*one) for one in said), copy)

    def taking(self, coming: ComingBack, chosen: Sequence[Question]) -> Incoming:
        """What :meth:`accept` would keep of a copy, if these texts of it were taken.

        Raises:
            FileRefused: ``plan-text-unfit``, ``plan-fact-unfit``: a text or a fact does not fit where it would go.
        """
        from teammeet.desk.taking_back import taken

        return taken(coming, None if coming.is_new else self.open(coming.family.header.id), chosen)

    def _for_whom_it_was(self, file: FamilyFile) -> Family:
        """A family that is new here from a copy: what was kept from whom in it, the copy does not say."""
        from teammeet.desk.admitted import bounded
        from teammeet.desk.bounded import CopyFor
        from teammeet.model.readers import facilitator

        bounds = CopyFor.said_in(file).bounds_of_a_new_family(file.family, facilitator(self.clock().date()))
        return bounded(file.family, bounds)

    def _refuse_foreign_ids(self, family: Family) -> None:
        for item in family.items():
            home = self._journal.find_item(item.id)
            if home is not None and home != family.header.id:
                raise FileRefused("family-id-taken", place=f"id {item.id}")
