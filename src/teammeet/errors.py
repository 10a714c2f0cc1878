"""What can go wrong and is said to a person: what happened, what was kept, what to do now.

TeammeetError
├── TextRefused        a string that may not enter (teammeet.text)
├── FileRefused        a family file that may not be imported
├── AgendaRefused      an agenda file that cannot be read
├── ExportRefused      an export that cannot be written
├── DocumentRefused    a Word file from outside that may do harm, or is none
├── FamilyUnknown      no family has that code
├── NothingToUndo      there is no own change to take back
├── ConflictingChange  two people changed one item
└── VaultError         the vault cannot be used
    ├── VaultMissing, VaultExists, VaultForeign, VaultNewer, VaultDamaged
    ├── PassphraseWrong
    ├── VaultTaken     locked by another program for more than five seconds
    └── VaultFull      the disk is full or may not be written
"""

from typing import ClassVar, Final

from teammeet.messages import Message, text


class TeammeetError(Exception):
    """A fault that is told in the catalogue's words: ``errors.KEY.what``, ``.kept`` and ``.do``.

    ``values`` fill the messages. They hold places and numbers, never what somebody said of a family.
    """

    key: ClassVar[str] = "unexpected"

    def __init__(self, key: str = "", **values: object) -> None:
        self.message_key = key or self.key
        self.values = values
        super().__init__(self.message_key)

    def what(self, language: str = "en") -> str:
        """What happened."""
        return text(f"errors.{self.message_key}.what", language, **self.values)

    def kept(self, language: str = "en") -> str:
        """What was kept."""
        return text(f"errors.{self.message_key}.kept", language, **self.values)

    def do(self, language: str = "en") -> str:
        """What to do now."""
        return text(f"errors.{self.message_key}.do", language, **self.values)

    def sentence(self, language: str = "en") -> str:
        """All three parts that say something, as one line."""
        return " ".join(part for part in (self.what(language), self.kept(language), self.do(language)) if part)

    def __str__(self) -> str:
        return self.sentence()


class TextRefused(TeammeetError):
    """A string holds what no record may hold."""

    key = "text-refused"


class FileRefused(TeammeetError):
    """A family file is not what ``teammeet schema`` describes; ``place`` says where."""

    key = "file-refused"


class AgendaRefused(TeammeetError):
    """An agenda file is wrong; ``file``, ``step`` and ``field`` say where."""

    key = "agenda-refused"


class ExportRefused(TeammeetError):
    """An export cannot be written; what to do goes by the reason ``why``."""

    key = "export-refused"

    def __init__(self, key: str = "", **values: object) -> None:
        why = values.get("why")
        super().__init__(key or _EXPORTS.get(why.key if isinstance(why, Message) else "", self.key), **values)


_EXPORTS: Final = {
    "export.fault.no-folder": "export-no-folder",
    "export.fault.no-file": "export-other-name",
    "export.fault.long-name": "export-other-name",
    "word.alone.no-crisis-plan": "export-other-reader",
    "pages.card.nothing-yet": "export-nothing-yet",
    "word.same-language": "export-other-language",
}
"""Reasons that are none of a full disk: each with the advice that fits."""


class DocumentRefused(TeammeetError):
    """A Word file from outside may do harm, is damaged or is none: ``what`` says which, ``place`` names the part."""

    key = "document-refused"


class FamilyUnknown(TeammeetError):
    """No family in the vault has this code."""

    key = "family-unknown"


class NothingToUndo(TeammeetError):
    """There is no own change that can be taken back (or brought back)."""

    key = "nothing-to-undo"


class ConflictingChange(TeammeetError):
    """Somebody else changed the same item since it was read; ``item`` is its id."""

    key = "conflicting-change"

    def __init__(self, item: str) -> None:
        super().__init__(item=item)
        self.item = item


class VaultError(TeammeetError):
    """The vault cannot be used."""

    key = "vault-error"


class VaultMissing(VaultError):
    """There is no vault at that place."""

    key = "vault-missing"


class VaultExists(VaultError):
    """There is something at that place already; it is never written over."""

    key = "vault-exists"


class VaultForeign(VaultError):
    """The file is not a vault."""

    key = "vault-foreign"


class VaultNewer(VaultError):
    """A newer teammeet made this vault."""

    key = "vault-newer"


class VaultDamaged(VaultError):
    """Part of the vault cannot be read, or its chain does not hold."""

    key = "vault-damaged"


class PassphraseWrong(VaultError):
    """The passphrase does not open this vault (or the file is not a vault at all)."""

    key = "passphrase-wrong"


class VaultTaken(VaultError):
    """Another program has held the vault for more than five seconds."""

    key = "vault-taken"


class VaultFull(VaultError):
    """The disk is full, or the folder may not be written to."""

    key = "vault-full"
