"""Edits before they are kept: whether they fit the record at all, what others wrote meanwhile, what a file would change."""

from collections.abc import Iterator, Sequence

from teammeet.errors import ConflictingChange, FileRefused
from teammeet.model.family import Edit, Family, drop, put
from teammeet.model.people import Header
from teammeet.model.record import ITEM_KINDS
from teammeet.model.shapes import references


def refuse_what_never_fits(family_id: str, edits: Sequence[Edit]) -> None:
    """Nothing may reach the journal that no record could be made of again.

    Raises:
        ValueError: an edit's item is not of its kind, has another id, or would leave the family without its header. No screen
            and no file asks for that: it is a fault of the program.
    """
    for edit in edits:
        after = edit.after
        fits = edit.kind in ITEM_KINDS and (after is None or (type(after) is ITEM_KINDS[edit.kind] and after.id == edit.id))
        if not fits or (edit.kind == "header" and not (isinstance(after, Header) and after.id == family_id)):
            raise ValueError("an edit fits no family")


def refuse_what_was_overtaken(family: Family, edits: Sequence[Edit]) -> None:
    """Look at ``family``, in which ``edits`` were merged with what others wrote.

    Raises:
        ConflictingChange: an item leans on one that somebody else took away, or somebody else's item on one that goes now;
            or a plan would be signed that is not the one that was seen.
    """
    for edit in edits:
        if edit.kind == "editions":
            raise ConflictingChange(edit.id)
    changed = {edit.id for edit in edits if edit.after is not None}
    gone = {edit.id for edit in edits if edit.after is None}
    for item in family.items():
        for _, target, _ in references(item):
            if target in gone or (item.id in changed and family.get(target) is None):
                raise ConflictingChange(item.id)


def refuse_what_unsigns(present: Family, edits: Sequence[Edit]) -> None:
    """A file never takes away what was signed here: an older file of the same family would.

    Raises:
        FileRefused: an edition would go or be another, or a signature would go.
    """
    for edit in edits:
        if present.get(edit.id) is not None and (edit.kind == "editions" or (edit.kind == "signatures" and edit.after is None)):
            raise FileRefused("file-unsigns", code=present.code)


def differences(present: Family, file: Family) -> Iterator[Edit]:
    """The edits that make ``present`` what ``file`` says."""
    coming = {item.id for item in file.items()}
    yield from (drop(item) for item in present.items() if item.id not in coming)
    yield from (put(item) for item in file.items() if present.get(item.id) != item)
