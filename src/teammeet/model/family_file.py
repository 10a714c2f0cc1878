"""The family file: UTF-8 JSON, read strictly, written so that reading it again gives the same family.

What ``teammeet schema`` prints describes it. Anything unknown, doubled, out of range or leading nowhere is refused by place.
"""

import json
import math
from collections.abc import Iterable
from typing import Any, Final, Literal, NoReturn

from pydantic import Field, ValidationError

from teammeet.errors import FileRefused
from teammeet.model.family import Family
from teammeet.model.record import Record
from teammeet.model.shapes import references

FORMAT: Final = "teammeet-family"
VERSION: Final = 1
MOST_BYTES: Final = 64 * 1024 * 1024
"""The largest family file that is read, in bytes; checked before it is parsed."""


class FamilyFile(Family):
    """A family as it stands in a file: the family with the format's name and version before it."""

    format: Literal["teammeet-family"] = Field(description="what kind of file this is")
    version: Literal[1] = Field(description="the version of the format")


def write_family(record: Record) -> str:
    """The family file of ``record``, one value for each line, fields at their default left out."""
    shown = record.model_dump(mode="json", by_alias=True, exclude_defaults=True, include=set(Family.model_fields))
    return json.dumps({"format": FORMAT, "version": VERSION, **shown}, ensure_ascii=False, indent=1) + "\n"


def read_family(raw: bytes) -> Family:
    """The family in a file's bytes (a byte order mark is allowed).

    Raises:
        FileRefused: too large, not UTF-8, not strict JSON, not what the schema says, made by a newer teammeet, an id that
            stands twice, or a reference that leads nowhere; its values name the place, never what stands there.
    """
    loaded = _loaded(_decoded(raw))
    _check_version(loaded)
    try:
        file = FamilyFile.model_validate_json(json.dumps(loaded, ensure_ascii=False), strict=True)
    except ValidationError as error:
        raise _first_fault(error) from None
    _check_ids_given(loaded)
    check_references(file)
    for number, edition in enumerate(file.editions):
        if edition.record_kept is not None:
            check_references(edition.record_kept, f"editions[{number}].record_kept.")
    return Family.model_construct(**{name: getattr(file, name) for name in Family.model_fields})


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the family file."""
    made = FamilyFile.model_json_schema(by_alias=True)
    for definition in made.get("$defs", {}).values():
        if "id" in definition.get("properties", {}):
            definition["required"] = ["id", *(name for name in definition.get("required", ()) if name != "id")]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "teammeet family file"}


def check_references(record: Record, place: str = "") -> None:
    """Refuse a record in which an id stands twice or a reference leads nowhere.

    Raises:
        FileRefused: with the place of the first such fault.
    """
    lists = [(name, getattr(record, name)) for name in type(record).list_names()]
    homes: dict[str, str] = {record.header.id: "header"}
    for name, items in lists:
        for number, item in enumerate(items):
            if item.id in homes:
                raise FileRefused(place=f"{place}{name}[{number}].id", why="this id stands twice")
            homes[item.id] = name
    for name, items in (("family", (record.header,)), *lists):
        for number, item in enumerate(items):
            for where, target, allowed in references(item, f"{name}[{number}]"):
                if homes.get(target) not in allowed:
                    raise FileRefused(place=f"{place}{where}", why="no such item in " + " or ".join(allowed))


def _decoded(raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise FileRefused("file-too-large", size=len(raw), limit=MOST_BYTES)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused("file-not-utf8") from None


def _loaded(source: str) -> dict[str, Any]:
    """Strict JSON: pydantic alone would take a doubled key, NaN and 1e999."""
    try:
        loaded = json.loads(source, object_pairs_hook=_pairs, parse_constant=_no_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise FileRefused(place=f"line {error.lineno}, column {error.colno}", why="this is not JSON") from None
    except RecursionError:
        raise FileRefused(place="line 1", why="it is nested too deeply") from None
    except ValueError:
        raise FileRefused(place="a number", why="it has too many digits") from None
    if not isinstance(loaded, dict):
        raise FileRefused(place="line 1", why="a family file is one JSON object")
    return loaded


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        doubled = next(name for name in names if names.count(name) > 1)
        raise FileRefused(place=_shown(doubled), why="this key stands twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise FileRefused(place=name, why="this is not a number")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise FileRefused(place="a number", why="it is too large")
    return value


def _check_version(loaded: dict[str, Any]) -> None:
    version = loaded.get("version")
    if loaded.get("format") == FORMAT and isinstance(version, int) and version > VERSION:
        raise FileRefused("file-newer", version=version)


def _check_ids_given(loaded: dict[str, Any]) -> None:
    for name, items in loaded.items():
        listed: Iterable[tuple[str, Any]] = (
            [(name, items)]
            if isinstance(items, dict)
            else ([(f"{name}[{n}]", item) for n, item in enumerate(items)] if isinstance(items, list) else [])
        )
        for place, item in listed:
            if "id" not in item:
                raise FileRefused(place=place, why="it has no id")


def _first_fault(error: ValidationError) -> FileRefused:
    """The first fault as a place and a reason; pydantic's own text may quote what stands in the file, so it is not used."""
    fault = error.errors(include_url=False, include_context=True, include_input=False)[0]
    steps = [f"[{step}]" if isinstance(step, int) else f".{_shown(str(step))}" for step in fault["loc"]]
    reasons = {
        "extra_forbidden": "this field is unknown",
        "missing": "this field is missing",
        "string_too_long": "it is too long",
        "text_refused": f"it {fault['msg']}",
    }
    why = reasons.get(fault["type"], f"it is not of the right type or value ({fault['type']})")
    return FileRefused(place="".join(steps).lstrip(".") or "the file", why=why)


def _shown(name: str) -> str:
    """A name from the file that may be printed on a terminal: anything but plain letters is left out."""
    return "".join(c for c in name[:40] if c.isascii() and (c.isalnum() or c in "-_")) or "?"
