"""Whether a value says what was written in the file: nothing in a family file is bent to fit.

Pydantic alone would read the day of birth ``"0"`` as 1970-01-01, and ``true`` as the version 1.
"""

import re
from datetime import date, time
from typing import Any, Final

from teammeet.errors import FileRefused
from teammeet.messages import Message
from teammeet.model.values import Item, Value

_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{2}:[0-9]{2}.*")


def check_as_written(value: object, written: Any, place: str = "") -> None:
    """Compare ``value`` with the loaded JSON that it was made from.

    Raises:
        FileRefused: an item without an id, a key by another name than the schema's, a number or truth value of another kind,
            or a date that is not written as one; with its place.
    """
    if isinstance(value, Value) and isinstance(written, dict):
        _check_fields(value, written, place)
    elif isinstance(value, tuple) and isinstance(written, list):
        for number, (part, given) in enumerate(zip(value, written, strict=True)):
            check_as_written(part, given, f"{place}[{number}]")
    elif isinstance(value, date | time):
        if not _MOMENT.fullmatch(str(written)):
            raise FileRefused(place=place, why=Message("model.fault.date"))
    elif isinstance(value, int) and type(value) is not type(written):
        raise FileRefused(place=place, why=Message("model.fault.type"))


def _check_fields(value: Value, written: dict[str, Any], place: str) -> None:
    if isinstance(value, Item) and "id" not in written:
        raise FileRefused(place=place, why=Message("model.fault.no_id"))
    names = {field.alias or name: name for name, field in type(value).model_fields.items()}
    for key, given in written.items():
        where = f"{place}.{key}".lstrip(".")
        if key not in names:
            raise FileRefused(place=where, why=Message("model.fault.unknown_key"))
        check_as_written(getattr(value, names[key]), given, where)
