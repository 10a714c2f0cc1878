"""The exporter's contract and registry: an output is a package of its own, plugged in by an entry point.

An exporter gets a View, never a Family: what its reader may not see is not there to be written.
"""

import errno
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, Protocol, runtime_checkable

from teammeet.errors import ExportRefused, TeammeetError
from teammeet.messages import Message
from teammeet.model.codes import code_of
from teammeet.model.family_file import write_family
from teammeet.model.people import Household
from teammeet.model.view import View

GROUP: Final = "teammeet.exporters"
BUILT_IN: Final = {
    "word": "teammeet_word:plan_of_care",
    "ecomap-svg": "teammeet_picture:svg",
    "ecomap-png": "teammeet_picture:png",
    "ecomap-words": "teammeet_picture:words",
    "family-file": "teammeet.export:family_file",
    "crisis-page": "teammeet_word:crisis_page",
    "rating-sheet": "teammeet_word:rating_sheet",
    "wallet-card": "teammeet_word.wallet:wallet_card",
    "wallet-card-png": "teammeet_word.phone_card:phone_card",
    "share-sheet": "teammeet_word.share_sheet:share_sheet",
    "attendance-sheet": "teammeet_word.attendance:attendance_sheet",
    "what-changed": "teammeet_word:what_changed",
    "word-changes": "teammeet_word:plan_with_changes",
}
"""The exporters of this house: a checkout that is not installed has no entry points."""
ALWAYS_COMPARE: Final = ("what-changed", "word-changes")
"""Exporters that tell of nothing but changes: if nobody says since when, since the last signed plan that differs."""


Heeded = Literal["before", "large", "second", "form", "seal"]
"""Options that not every exporter can do anything with: each says which it heeds; the others are refused, never passed over."""
NOWHERE: Final[Mapping[str, str]] = MappingProxyType({})
"""No places: the map is laid out afresh."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of an exporter besides the view and the language.

    ``today`` is the date that a document may print; ``fonts`` are font files that a picture may use besides its own;
    ``in_vault`` says that edition and code mean something (a plan from a file prints its digest instead); ``paper`` is the
    size that a document is laid out for: empty lets the exporter choose by language. ``places`` say where things lay on former
    maps for the same reader, and for nobody else: what :attr:`Exported.places` gave; empty where nothing is kept. ``before``
    is the record of another moment as the same reader sees it, for exporters that are :data:`OVER_TIME`: they show what
    became of it since; ``beside``: both next to each other. ``moments`` say in words which two moments are compared.

    ``large`` asks for large print; ``second`` is a language in which everything stands beside the first; ``form`` is the
    agency's own form, a Word file with content controls, to be filled in place of our layout. ``seal`` turns the finished
    file into the sealed one (see :func:`made`).
    """

    today: date = field(default_factory=date.today)
    fonts: tuple[Path, ...] = ()
    in_vault: bool = True
    paper: Literal["", "letter", "a4"] = ""
    places: Mapping[str, str] = field(default_factory=lambda: NOWHERE)
    before: View | None = None
    beside: bool = False
    moments: tuple[str, str] = ("", "")
    large: bool = False
    second: str = ""
    form: bytes | None = None
    seal: Callable[[bytes], bytes] | None = None

    @property
    def asked(self) -> frozenset[Heeded]:
        """Which options of those that not every exporter heeds are asked for."""
        found: dict[Heeded, bool] = {
            "before": self.before is not None,
            "large": self.large,
            "second": bool(self.second),
            "form": self.form is not None,
            "seal": self.seal is not None,
        }
        return frozenset(name for name, is_asked in found.items() if is_asked)


@dataclass(frozen=True, slots=True)
class Exported:
    """The finished bytes, and what a person must be told about them (such as a name that no font could draw).

    ``places`` are where things lie on its map, by the map's shape: kept for the next export to the same reader, so that
    what was on the map stays where it was.
    """

    content: bytes
    remarks: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=lambda: NOWHERE)


@runtime_checkable
class Exporter(Protocol):
    """One output.

    ``name`` is what commands call it, ``suffix`` ends the file's name, ``reader`` is its reader by default; ``heeds`` are the
    options that it does something with, of those that not every exporter can.
    """

    name: str
    suffix: str
    reader: str
    heeds: frozenset[Heeded]

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        ...

    def write(self, view: View, language: str, options: Options) -> Exported:
        """The finished file for ``view``.

        Raises:
            ExportRefused: it cannot be made.
        """
        ...


class FamilyFileExporter:
    """The family file: everything that its reader may see, to be imported elsewhere."""

    name = "family-file"
    suffix = "json"
    reader = "facilitator"
    heeds: frozenset[Heeded] = frozenset()

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        from teammeet.messages import text

        return text("export.family-file", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """The view as a family file."""
        return Exported(write_family(view).encode())


family_file = FamilyFileExporter()


def exporter_named(name: str) -> Exporter:
    """The exporter that is called ``name``, loaded now.

    Raises:
        TeammeetError: ``exporter-unknown``.
    """
    target = BUILT_IN.get(name) or _plugged_in().get(name)
    if target is None:
        raise TeammeetError("exporter-unknown", name=name)
    module, _, attribute = target.partition(":")
    found = getattr(import_module(module), attribute)
    if not isinstance(found, Exporter):
        raise TeammeetError("exporter-unknown", name=name)
    return found


def exporters() -> Iterator[Exporter]:
    """Every exporter: those of the house first, then the others by name."""
    yield from map(exporter_named, dict.fromkeys([*BUILT_IN, *sorted(_plugged_in())]))


def made(exporter: Exporter, view: View, language: str, options: Options) -> Exported:
    """The finished file: every way to a file goes through here, so that no option is passed over in silence.

    Raises:
        TeammeetError: ``option-unheeded``: the exporter can do nothing with an option.
        ExportRefused: it cannot be made.
    """
    refuse_unheeded(exporter, options.asked)
    from teammeet.model.copies import remarks_on  # the screen to unlock does without it

    exported = exporter.write(view, language, options)
    exported = replace(exported, remarks=(*exported.remarks, *remarks_on(view, language)))
    return exported if options.seal is None else replace(exported, content=options.seal(exported.content))


def refuse_unheeded(exporter: Exporter, asked: frozenset[Heeded]) -> None:
    """Refuse an option that ``exporter`` does not heed, naming those that do.

    Raises:
        TeammeetError: ``option-unheeded``.
    """
    for name in sorted(asked - exporter.heeds):
        others = ", ".join(other.name for other in exporters() if name in other.heeds)
        option = Message(f"export.heeded.{name}")
        raise TeammeetError("option-unheeded", name=exporter.name, option=option, others=others)


def file_name(exporter: Exporter, view: View, language: str = "", since: str = "", options: Options | None = None) -> str:
    """The name of an exported file, such as ``plan-F-7K2M-3.docx``: codes and numbers, nothing that anybody said.

    A copy that is not for the exporter's usual reader says for whom it is, by role and by a code of the one person or
    household (``plan-F-7K2M-3-team-9QTD.docx``), and one in another language than the family's says which: two copies
    that differ never have one name, so that none is attached in place of another. What a recipient is (a school, a court)
    is not in the name: whoever sees a folder would read it.

    One with roles in place of names has no code at all, for a code leads to the family (``ecomap-svg-roles.svg``). ``since``
    is the number of an edition or a date that it compares with (``ecomap-svg-F-7K2M-3-since-1.svg``). ``options`` tell
    layouts apart: ``plan-F-7K2M-3-large.docx``, ``-en-es``, ``-form``, ``-sealed``.
    """
    stem = "plan" if exporter.name == "word" else exporter.name
    parts = [stem, "roles"] if view.in_roles else [stem, view.code, str(view.plan_number)]
    if view.role != exporter.reader or view.reader:
        parts.append("home" if isinstance(view.get(view.reader), Household) else view.role)
    if view.reader and not view.in_roles:
        parts.append(code_of(f"{view.reader}:{view.about}" if view.about else view.reader).removeprefix("F-"))
    if options is not None and options.second:
        parts += [language or view.header.language, options.second]
    elif language and language != view.header.language:
        parts.append(language)
    if since:
        parts.append(f"since-{since}")
    return f"{'-'.join([*parts, *layout_words(options)])}.{exporter.suffix}"


def layout_words(options: Options | None) -> Iterator[str]:
    """What a file is that is not the usual one, in the words of its name."""
    if options is not None:
        told = {"large": options.large, "form": options.form is not None, "sealed": options.seal is not None}
        yield from (word for word, is_so in told.items() if is_so)


def save(exported: Exported, path: Path, *, overwrite: bool = False) -> None:
    """Write a finished file so that only its owner may read it, whole or not at all.

    Raises:
        TeammeetError: ``export-exists``: there is a file already, and ``overwrite`` was not said.
        ExportRefused: the folder is missing, full or read-only.
    """
    _refuse_what_is_no_file(path)
    half = path.with_name(f".teammeet-{secrets.token_hex(8)}.part")  # short: a name may be as long as the disk allows
    try:
        if not overwrite and os.path.lexists(path):
            raise TeammeetError("export-exists", path=path.name)
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(exported.content)
            file.flush()
            os.fsync(file.fileno())
        _take_its_place(half, path, overwrite)
    except OSError as error:
        raise ExportRefused(why=_reason(error)) from None
    finally:
        with suppress(OSError):  # the folder that would not take it has nothing to clear away
            half.unlink(missing_ok=True)


def _refuse_what_is_no_file(path: Path) -> None:
    """A folder, a device or a pipe is never replaced by a file, whatever was said."""
    if not path.name or (os.path.lexists(path) and not path.is_symlink() and not path.is_file()):
        raise ExportRefused(why=Message("export.fault.no-file"))


def _reason(error: OSError) -> Message:
    """What the system said, in the catalogue's words."""
    found = next((name for name, numbers in _REASONS.items() if error.errno in numbers), "other")
    return Message(f"export.fault.{found}")


_REASONS: Final = {
    "full": (errno.ENOSPC, errno.EDQUOT, errno.EFBIG),
    "read-only": (errno.EACCES, errno.EPERM, errno.EROFS),
    "no-folder": (errno.ENOENT, errno.ENOTDIR),
    "no-file": (errno.EISDIR,),
    "long-name": (errno.ENAMETOOLONG,),
}
"""What a system may say when a file cannot be written, by the words for it (``export.fault.*``)."""


def _take_its_place(half: Path, path: Path, overwrite: bool) -> None:
    """Give the finished file its name; a file that appeared meanwhile is not written over unasked."""
    if overwrite:
        half.replace(path)
        return
    try:
        path.hardlink_to(half)
    except FileExistsError:
        raise TeammeetError("export-exists", path=path.name) from None
    except OSError:  # a file system without hard links, such as a memory stick's
        half.rename(path)


def _plugged_in() -> dict[str, str]:
    from importlib.metadata import entry_points

    return {entry.name: entry.value for entry in entry_points(group=GROUP)}
