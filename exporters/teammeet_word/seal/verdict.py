"""What is found out about a seal: who made it, when by its own clock, what holds and what does not."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final, Literal

from teammeet.messages import text
from teammeet_word.seal.keys import LASTS

_SHOWN: Final = len("AB:") * 8 - 1
"""How much of a fingerprint the first line shows; the whole stands below."""

FaultKind = Literal[
    "not-sealed",
    "changed",
    "missing",
    "added",
    "other-kind",
    "link-changed",
    "link-missing",
    "link-added",
    "twice",
    "loose",
    "broken",
    "altered",
    "unsigned-words",
    "unknown-method",
    "certificate",
    "certificate-time",
    "unsealed",
    "too-many",
    "other-key",
]
"""What may be wrong, by the message that tells it (``seal.fault.*``)."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold. ``place`` is the part of the file, with a link's id behind it where it is a link."""

    kind: FaultKind
    place: str = ""

    def told(self, language: str) -> str:
        """The fault in one sentence."""
        return text(f"seal.fault.{self.kind}", language, place=self.place)


@dataclass(frozen=True, slots=True)
class Seal:
    """One seal. ``name`` is what the key calls itself; ``issuer`` who is said to say so: it is proved only by ``vouching``.

    ``vouching`` are the names on the certificates of authorities in the file that truly sign the one before; teammeet knows no
    authorities, so it trusts none of them. ``at`` is what the clock of the sealing computer said.
    """

    part: str
    name: str
    fingerprint: str
    valid_from: datetime | None
    valid_until: datetime | None
    issuer: str
    self_signed: bool
    vouching: tuple[str, ...]
    at: datetime | None
    parts: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """All seals of a file, and what is wrong with the file itself. ``sha256`` is of the whole file, byte for byte.

    ``expected`` is the fingerprint of the key that it should be sealed with, if that is known.
    """

    seals: tuple[Seal, ...]
    faults: tuple[Fault, ...]
    sha256: str
    expected: str = ""

    @property
    def holds(self) -> bool:
        """Whether there is a seal, and every seal holds and covers all that is there."""
        return bool(self.seals) and not self.all_faults

    @property
    def all_faults(self) -> tuple[Fault, ...]:
        """Every fault once: those of the file, then those of its seals."""
        return tuple(dict.fromkeys([*self.faults, *(fault for seal in self.seals for fault in seal.faults)]))

    def lines(self, language: str, is_noted: bool = False) -> list[str]:
        """The verdict for a person. That teammeet wrote the file it says only of an expected key, or if a vault noted it."""
        told = [self._headline(language)]
        told += [f"  {fault.told(language)}" for fault in self.all_faults if fault.kind != "not-sealed"]
        if self.holds:
            told.append(text("seal.wrote" if self.expected or is_noted else "seal.by-whom", language))
        for seal in self.seals:
            told += ["", *_seal_lines(seal, language)]
        told += ["", text("seal.sum", language, sum=self.sha256)]
        return [*told, text("seal.proves", language)] if self.seals else told

    def _headline(self, language: str) -> str:
        if not self.seals:
            return text("seal.fault.not-sealed", language)
        if {fault.kind for fault in self.all_faults} - {"other-key"}:
            return text("seal.does-not-hold", language)
        begins = dict.fromkeys(f"{seal.fingerprint[:_SHOWN]}…" for seal in self.seals)
        return text("seal.holds", language, keys=", ".join(begins))

    def as_value(self, language: str) -> dict[str, Any]:
        """The verdict for a program."""
        return {
            "holds": self.holds,
            "sha256": self.sha256,
            "expected_key": self.expected or None,
            "seals": [_seal_value(seal) for seal in self.seals],
            "faults": [{**asdict(fault), "says": fault.told(language)} for fault in self.all_faults],
        }


def _seal_lines(seal: Seal, language: str) -> list[str]:
    by = "vouching" if seal.vouching else "by-itself" if seal.self_signed else "by-nobody"
    told = [
        text("seal.of", language, name=seal.name, parts=seal.parts),
        f"  {text(f'seal.{by}', language, names=', '.join(seal.vouching))}",
    ]
    told.append(f"  {text('seal.fingerprint', language, fingerprint=seal.fingerprint)}")
    if seal.valid_from and seal.valid_until:
        span = {"start": seal.valid_from.date(), "end": seal.valid_until.date()}
        is_new = seal.self_signed and seal.valid_until - seal.valid_from == LASTS
        told.append(f"  {text('seal.validity-early' if is_new else 'seal.validity', language, **span)}")
    if seal.at:
        told.append(f"  {text('seal.at', language, moment=f'{seal.at:%Y-%m-%d %H:%M:%S} UTC')}")
    return told


def _seal_value(seal: Seal) -> dict[str, Any]:
    value = {name: asdict(seal)[name] for name in ("part", "name", "fingerprint", "issuer", "self_signed", "parts")}
    times = {"valid_from": seal.valid_from, "valid_until": seal.valid_until, "sealed_at": seal.at}
    told = {name: time.isoformat() if time else None for name, time in times.items()}
    return {**value, **told, "issuer_proved": bool(seal.vouching), "vouching": list(seal.vouching), "holds": not seal.faults}
