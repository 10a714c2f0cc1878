"""What is found out about a seal: who made it, when by its own clock, what holds and what does not."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from teammeet.messages import text

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
    """One seal. ``issuer`` is who says whose key it is: nobody but the key itself if ``self_signed``.

    ``vouching`` are the names on the certificates in the file that truly sign the one before; teammeet knows no authorities,
    so it trusts none of them. ``at`` is what the clock of the sealing computer said.
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
    """All seals of a file, and what is wrong with the file itself. ``sha256`` is of the whole file, byte for byte."""

    seals: tuple[Seal, ...]
    faults: tuple[Fault, ...]
    sha256: str

    @property
    def holds(self) -> bool:
        """Whether there is a seal, and every seal holds and covers all that is there."""
        return bool(self.seals) and not self.all_faults

    @property
    def all_faults(self) -> tuple[Fault, ...]:
        """Every fault once: those of the file, then those of its seals."""
        return tuple(dict.fromkeys([*self.faults, *(fault for seal in self.seals for fault in seal.faults)]))

    def lines(self, language: str) -> list[str]:
        """The verdict for a person."""
        told = [text("seal.holds" if self.holds else "seal.does-not-hold" if self.seals else "seal.fault.not-sealed", language)]
        told += [f"  {fault.told(language)}" for fault in self.all_faults if fault.kind != "not-sealed"]
        for seal in self.seals:
            told += ["", *_seal_lines(seal, language)]
        return [*told, "", text("seal.sum", language, sum=self.sha256), text("seal.proves", language)]

    def as_value(self, language: str) -> dict[str, Any]:
        """The verdict for a program."""
        return {
            "holds": self.holds,
            "sha256": self.sha256,
            "seals": [_seal_value(seal) for seal in self.seals],
            "faults": [{**asdict(fault), "says": fault.told(language)} for fault in self.all_faults],
        }


def _seal_lines(seal: Seal, language: str) -> list[str]:
    by = text(
        "seal.by-itself" if seal.self_signed else "seal.by-issuer",
        language,
        issuer=seal.name if seal.self_signed else seal.issuer,
    )
    told = [text("seal.of", language, name=seal.name, parts=seal.parts), f"  {by}"]
    told += [f"  {text('seal.vouching', language, names=', '.join(seal.vouching))}"] if seal.vouching else []
    told.append(f"  {text('seal.fingerprint', language, fingerprint=seal.fingerprint)}")
    if seal.valid_from and seal.valid_until:
        span = {"start": seal.valid_from.date(), "end": seal.valid_until.date()}
        told.append(f"  {text('seal.validity', language, **span)}")
    if seal.at:
        told.append(f"  {text('seal.at', language, moment=f'{seal.at:%Y-%m-%d %H:%M:%S} UTC')}")
    return told


def _seal_value(seal: Seal) -> dict[str, Any]:
    value = {name: asdict(seal)[name] for name in ("part", "name", "fingerprint", "issuer", "self_signed", "parts")}
    times = {"valid_from": seal.valid_from, "valid_until": seal.valid_until, "sealed_at": seal.at}
    told = {name: time.isoformat() if time else None for name, time in times.items()}
    return {**value, **told, "vouching": list(seal.vouching), "holds": not seal.faults}
