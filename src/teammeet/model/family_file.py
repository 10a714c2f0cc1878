"""The family file: UTF-8 JSON, read strictly, written so that reading it again gives the same family.

What ``teammeet schema`` prints describes it. Anything unknown, doubled, out of range or leading nowhere is refused by place.
"""

import json
import math
from typing import Any, Final, Literal, NoReturn

from pydantic import Field, ValidationError

from teammeet.errors import FileRefused
from teammeet.messages import Message
from teammeet.model.as_written import check_as_written
from teammeet.model.family import Family
from teammeet.model.people import Household, Person
from teammeet.model.record import Record
from teammeet.model.shapes import references
from teammeet.model.supports import Support
from teammeet.model.values import ItemId
from teammeet.model.view import View

FORMAT: Final = "teammeet-family"
VERSION: Final = 1
MOST_BYTES: Final = 64 * 1024 * 1024
"""The largest family file that is read, in bytes; checked before it is parsed."""


CopyFor = Literal["room", "family", "team", "agency", "recipient"]
"""The roles for which a file may leave things out (:data:`teammeet.model.readers.Role`, without the facilitator)."""


_OF_ALL: Final = ("family", "team")
_OWN: Final = (*_OF_ALL, "recipient")


class FamilyFile(Family):
    """A family as it stands in a file: the family with the format's name and version before it."""

    format: Literal["teammeet-family"] = Field(description="what kind of file this is")
    version: Literal[1] = Field(description="the version of the format")
    copy_for: CopyFor | None = Field(
        default=None, description="for whom this copy leaves things out; absent: nothing is left out"
    )

    copy_for_id: ItemId | None = Field(
        default=None,
        description="whose own this copy is: a person, support or household; the family's own id: all of the family or team",
    )

    @property
    def family(self) -> Family:
        """The family that stands in the file."""
        return Family.model_construct(**{name: getattr(self, name) for name in Family.model_fields})


def write_family(record: Record) -> str:
    """The family file of ``record``, one value for each line, fields at their default left out.

    Of a View that somebody else than the facilitator sees it says so: such a file is a copy, and not the record.
    """
    copy = copy_marks(record) if isinstance(record, View) else {}
    shown = record.model_dump(mode="json", by_alias=True, exclude_defaults=True, include=set(Family.model_fields))
    return json.dumps({"format": FORMAT, "version": VERSION, **copy, **shown}, ensure_ascii=False, indent=1) + "\n"


def copy_marks(view: View) -> dict[str, str]:
    """What the file of a view says of for whom it is: nothing of the facilitator's.

    Of a part of the plan, and of a copy with roles, it names nobody: an id may tell who somebody is.
    """
    if view.role == "facilitator":
        return {}
    own = None if view.in_roles or view.service is not None else view.reader
    who = view.header.id if view.of_all else own
    return {"copy_for": view.role, **({"copy_for_id": who} if who else {})}


def read_family(raw: bytes) -> Family:
    """The family in a file's bytes; raises as :func:`read_file`."""
    return read_file(raw).family


def read_file(raw: bytes) -> FamilyFile:
    """What stands in a file's bytes (a byte order mark is allowed).

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
    check_as_written(file, loaded)
    check_references(file)
    _check_whose_copy(file)
    _check_editions(file)
    return file


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
    placed = [(f"{name}[{number}]", name, item) for name, items in lists for number, item in enumerate(items)]
    homes: dict[str, str] = {record.header.id: "header"}
    for where, name, item in placed:
        if item.id in homes:
            raise FileRefused(place=f"{place}{where}.id", why=Message("model.fault.doubled_id"))
        homes[item.id] = name
    for start, item in (("family", record.header), *((where, item) for where, _, item in placed)):
        for where, target, allowed in references(item, start):
            if homes.get(target) not in allowed:
                raise FileRefused(
                    place=f"{place}{where}", why=Message("model.fault.no_such_item", {"lists": ", ".join(allowed)})
                )


def _check_whose_copy(file: FamilyFile) -> None:
    """Somebody in the file, or all of a circle that has members, and never more than the role of the copy says."""
    if file.copy_for_id is None:
        return
    is_own = file.copy_for in _OWN and isinstance(file.get(file.copy_for_id), (Person, Support, Household))
    is_of_all = file.copy_for in _OF_ALL and file.copy_for_id == file.header.id
    if not (is_own or is_of_all):
        why = Message("model.fault.no_such_item", {"lists": "people, supports, households"})
        raise FileRefused(place="copy_for_id", why=why)


def _check_editions(file: Family) -> None:
    """Every edition has a number of its own, and keeps a whole record of this very family."""
    numbers: set[int] = set()
    for index, edition in enumerate(file.editions):
        place = f"editions[{index}]"
        if edition.number in numbers:
            raise FileRefused(place=f"{place}.number", why=Message("model.fault.doubled_edition"))
        numbers.add(edition.number)
        if edition.record_kept is not None:
            if edition.record_kept.header.id != file.header.id:
                raise FileRefused(place=f"{place}.record_kept.family.id", why=Message("model.fault.other_family"))
            check_references(edition.record_kept, f"{place}.record_kept.")


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
        raise _fault("not_json", Message("model.place.line", {"line": error.lineno, "column": error.colno})) from None
    except RecursionError:
        raise _fault("too_deep") from None
    except ValueError:
        raise _fault("digits", Message("model.place.number")) from None
    if not isinstance(loaded, dict):
        raise _fault("not_object")
    return loaded


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        doubled = next(name for name in names if names.count(name) > 1)
        raise _fault("doubled_key", _shown(doubled))
    return found


def _no_constant(name: str) -> NoReturn:
    raise _fault("not_number", name)


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise _fault("too_large", Message("model.place.number"))
    return value


def _check_version(loaded: dict[str, Any]) -> None:
    version = loaded.get("version")
    if loaded.get("format") == FORMAT and isinstance(version, int) and version > VERSION:
        raise FileRefused("file-newer", version=str(version) if version < 1_000_000 else "?")


def _first_fault(error: ValidationError) -> FileRefused:
    """The first fault as a place and a reason; pydantic's own text may quote what stands in the file, so it is not used."""
    fault = error.errors(include_url=False, include_context=True, include_input=False)[0]
    steps = [f"[{step}]" if isinstance(step, int) else f".{_shown(str(step))}" for step in fault["loc"]]
    reason = _REASONS.get(fault["type"], "type")
    found = {"found": fault["ctx"]["found"]} if reason == "forbidden_text" else {}
    return _fault(reason, "".join(steps).lstrip("."), **found)


_REASONS: Final = {
    "extra_forbidden": "unknown_key",
    "missing": "missing",
    "string_too_long": "too_long",
    "string_too_short": "blank",
    "value_error": "blank",
    "text_refused": "forbidden_text",
    "string_unicode": "half_character",
    "json_invalid": "too_deep",
    "string_pattern_mismatch": "pattern",
    "literal_error": "not_a_choice",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
    "datetime_parsing": "date",
    "datetime_from_date_parsing": "date",
    "time_parsing": "date",
    "timezone_aware": "no_zone",
}
"""Pydantic's kinds of fault and what is said of each (``model.fault.*``). What is not JSON was refused before, so that a
parser that gives up here met too many levels."""


def _fault(reason: str, place: object = "", **found: object) -> FileRefused:
    return FileRefused(place=place or Message("model.place.file"), why=Message(f"model.fault.{reason}", found))


def _shown(name: str) -> str:
    """A name from the file that may be printed on a terminal: anything but plain letters is left out."""
    return "".join(c for c in name[:40] if c.isascii() and (c.isalnum() or c in "-_")) or "?"
