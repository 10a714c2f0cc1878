"""An invented family to try everything on: nobody in it lives or lived. It is kept as a family file, and its dates move with today."""

import json
import re
from datetime import date, datetime, timedelta
from importlib.resources import files
from typing import Any, Final

from teammeet.model.family import Family
from teammeet.model.family_file import read_family

MEETING: Final = "me-2"
"""The meeting that is today's."""
_TODAY_IN_FILE: Final = date(2026, 3, 2)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T[0-9:.]+([+-]\d{2}:\d{2}|Z)")


def family(today: date) -> Family:
    """The Okonjo-Reyes family, with a review meeting ``today``."""
    told = json.loads(files(__name__).joinpath("family.json").read_text(encoding="utf-8"))
    return read_family(json.dumps(_moved(told, today - _TODAY_IN_FILE)).encode())


def _moved(value: Any, by: timedelta) -> Any:
    """Every date and moment in ``value`` later ``by`` so much."""
    if isinstance(value, dict):
        return {name: _moved(part, by) for name, part in value.items()}
    if isinstance(value, list):
        return [_moved(part, by) for part in value]
    if isinstance(value, str) and _DAY.fullmatch(value):
        return (date.fromisoformat(value) + by).isoformat()
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        return (datetime.fromisoformat(value) + by).isoformat()
    return value
