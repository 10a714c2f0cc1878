"""Who is asked and who has agreed: nobody agrees to a task for somebody else."""

from teammeet.model.plan import Task


def asked_anew(before: Task | None, after: Task) -> Task:
    """``after`` as a task that is asked, where somebody owns it now who did not when it was agreed.

    Taking an owner off leaves the others' promise as it was; a task that nobody owns is nobody's promise.
    """
    if before is None or after.consent != "agreed" or before.consent != "agreed":
        return after
    is_theirs = bool(after.owners) and set(after.owners) <= set(before.owners)
    return after if is_theirs else after.changed(consent="asked")
