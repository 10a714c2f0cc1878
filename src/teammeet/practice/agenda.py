"""Agendas and their files: found in the house's folder and in an agency's own, read strictly, refused by file, step and key."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from teammeet.errors import AgendaRefused, TeammeetError
from teammeet.messages import Message
from teammeet.practice.steps import Agenda, Limits, Step, StepPhase, Wording
from teammeet.text import mended

__all__ = [
    "Agenda",
    "Limits",
    "Shelf",
    "Step",
    "StepPhase",
    "Wording",
    "agenda_named",
    "agendas",
    "house_folder",
    "read_agenda",
    "shelf",
]

MOST_BYTES: Final = 1024 * 1024
"""The largest agenda file that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What was found in the folders: the agendas that can be used, and why the other files cannot."""

    agendas: tuple[Agenda, ...]
    refusals: tuple[AgendaRefused, ...]


def agendas(folders: Sequence[Path] = ()) -> tuple[Agenda, ...]:
    """The agendas that can be used, the house's first; ``shelf`` says which files could not be read."""
    return shelf(folders).agendas


def agenda_named(agenda_id: str, folders: Sequence[Path] = ()) -> Agenda:
    """The agenda with this id.

    Raises:
        TeammeetError: ``agenda-unknown``.
    """
    for agenda in agendas(folders):
        if agenda.id == agenda_id:
            return agenda
    raise TeammeetError("agenda-unknown", name=agenda_id)


def shelf(folders: Sequence[Path] = ()) -> Shelf:
    """Every ``*.toml`` of the house's folder and then of ``folders``, each folder by file name.

    An agency's agenda with the id of an earlier folder stands in its place, so that a house agenda can be reworded. In one
    folder an id may stand once. A file that cannot be read does not keep the others from being used.
    """
    found: dict[str, Agenda] = {}
    refusals: list[AgendaRefused] = []
    for folder in (house_folder(), *folders):
        here: dict[str, Agenda] = {}
        for path in _files_in(folder, refusals):
            try:
                agenda = read_agenda(path)
                if agenda.id in here:
                    raise _refusal(path, "id_taken")
            except AgendaRefused as refusal:
                refusals.append(refusal)
            else:
                here[agenda.id] = agenda
        found |= here
    return Shelf(tuple(found.values()), tuple(refusals))


def read_agenda(path: Path) -> Agenda:
    """The agenda in a TOML file.

    Raises:
        AgendaRefused: unreadable, not TOML, or not what an agenda holds; ``file``, ``step`` and ``field`` say where.
    """
    loaded = _loaded(path)
    try:
        return Agenda.model_validate(_frozen(loaded))
    except ValidationError as error:
        raise _first_fault(path, loaded, error) from None


def house_folder() -> Path:
    """Where the agendas of the house lie: in the installed package, else beside ``src/`` in a checkout."""
    package = Path(str(files("teammeet")))
    installed = package / "agendas"
    return installed if installed.is_dir() else package.parent.parent / "agendas"


def _files_in(folder: Path, refusals: list[AgendaRefused]) -> list[Path]:
    """The agenda files of ``folder``; a folder that cannot be looked into goes to ``refusals``."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml" and not path.name.startswith("."))
    except OSError:
        refusals.append(_refusal(folder, "unreadable"))
        return []


def _loaded(path: Path) -> dict[str, Any]:
    try:
        if not path.is_file():  # a pipe could keep everybody waiting for ever
            raise _refusal(path, "unreadable")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError:
        raise _refusal(path, "unreadable") from None
    if len(raw) > MOST_BYTES:
        raise _refusal(path, "too_large", limit=MOST_BYTES)
    try:
        return tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        raise _refusal(path, "not_utf8") from None
    except (ValueError, RecursionError) as error:  # ValueError: not TOML, or a number of thousands of digits
        raise _refusal(path, "not_toml", where=_place_in(str(error))) from None


def _place_in(complaint: str) -> Message:
    """Line and column in tomllib's own sentence, which may quote the file and is not shown."""
    found = re.search(r"\(at line ([0-9]+), column ([0-9]+)\)$", complaint)
    return Message("model.place.line", {"line": found[1], "column": found[2]}) if found else Message("model.place.end")


def _frozen(loaded: object) -> object:
    """TOML's arrays as tuples: an agenda is a value."""
    if isinstance(loaded, Mapping):
        return {name: _frozen(held) for name, held in loaded.items()}
    return tuple(map(_frozen, loaded)) if isinstance(loaded, list) else loaded


def _first_fault(path: Path, loaded: Mapping[str, Any], error: ValidationError) -> AgendaRefused:
    fault = error.errors(include_url=False, include_input=False)[0]
    if fault["type"] == "doubled_step":
        return _refusal(path, "doubled_step", step=str(fault["ctx"]["step"]), field="id")
    keys = list(fault["loc"])
    reason = _REASONS.get(fault["type"], "not_fit")
    if keys[-1:] == ["[key]"]:
        keys, reason = keys[:-1], "not_a_language"
    step = ""
    if keys[:1] == ["steps"] and len(keys) > 2:
        step, keys = _step_name(loaded, int(keys[1])), keys[2:]
    return _refusal(path, reason, step=step, field=_field_name(keys), **_found(fault))


def _step_name(loaded: Mapping[str, Any], number: int) -> str:
    """The step's id if it is a plain one, else its place in the file, counted from 1."""
    given = loaded["steps"][number]
    name = given.get("id") if isinstance(given, Mapping) else None
    return name if isinstance(name, str) and _is_plain(name) else str(number + 1)


def _field_name(steps: Iterable[int | str]) -> str:
    parts = [f"[{step + 1}]" if isinstance(step, int) else f".{step if _is_plain(step) else '?'}" for step in steps]
    return "".join(parts).lstrip(".")


def _is_plain(name: str) -> bool:
    """Whether a name from the file may be printed on a terminal as it stands."""
    return 0 < len(name) <= 60 and name.isascii() and name.replace("-", "").replace("_", "").isalnum()


_REASONS: Final = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "text_refused": "forbidden_text",
    "string_too_long": "too_long",
    "blank_text": "blank",
    "too_short": "empty",
    "unknown_list": "unknown_list",
    "literal_error": "not_a_choice",
    "string_pattern_mismatch": "pattern",
    "string_type": "not_text",
    "int_type": "not_number",
    "bool_type": "not_yes_or_no",
    "tuple_type": "not_list",
    "dict_type": "not_table",
    "model_type": "not_table",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
}


def _found(fault: ErrorDetails) -> dict[str, object]:
    """What may be said of the fault beside its place: only what this program wrote itself."""
    context = fault.get("ctx", {})
    shown = {name: context[name] for name in ("found", "max_length") if name in context}
    return shown | ({"expected": str(context["expected"]).replace(" or ", ", ")} if "expected" in context else {})


def _refusal(path: Path, reason: str, *, step: str = "", field: str = "", **found: object) -> AgendaRefused:
    why = Message(f"practice.agenda_fault.{reason}", found)
    key = "agenda-refused" if step else "agenda-head-refused" if field else "agenda-unread"
    return AgendaRefused(key, file=mended(path.name)[0], step=step, field=field, why=why)
