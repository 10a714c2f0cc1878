"""How the making of a file is noted in the vault's chain of accesses: what, for whom, in which layout, and the file's sum."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from teammeet.export import Exporter, Options
from teammeet.model.readers import COPIES
from teammeet.model.view import View


@dataclass(frozen=True, slots=True)
class Shown:
    """For whom and of when a file is: the reader as a command names it; the document's language; the signed plan that it
    shows (``None``: the plan as it stands); the moment that it was asked to be compared with.
    """

    reader: str
    language: str = ""
    edition: int | None = None
    since: str = ""


def noted_as(exporter: Exporter, view: View, content: bytes, options: Options, shown: Shown) -> str:
    """One line of codes and numbers, nothing that anybody said: ``export word for school:ID:ID, large, sha256 …``.

    ``content`` is the finished file.
    """
    roles = " with roles" if view.in_roles else ""
    asked = (*_asked(view, options, shown), f"sha256 {hashlib.sha256(content).hexdigest()}")
    return ", ".join((f"export {exporter.name} for {_in_full(shown.reader, view)}{roles}", *asked))


def _in_full(reader: str, view: View) -> str:
    """The reader's name with its ids: which school it was is not known for ever by its being the only one."""
    kind = reader.partition(":")[0]
    if kind not in COPIES or view.reader is None or view.in_roles:
        return reader
    return ":".join((kind, view.reader, *([view.about] if view.about else [])))


def _asked(view: View, options: Options, shown: Shown) -> Iterator[str]:
    told = {
        f"edition {shown.edition}": shown.edition is not None,
        f"since {shown.since}": bool(shown.since),
        f"in {shown.language}": bool(shown.language) and shown.language != view.header.language,
        f"beside {options.second}": bool(options.second),
        "large": options.large,
        "form": options.form is not None,
        "sealed": options.seal is not None,
    }
    return (said for said, is_so in told.items() if is_so)
