"""An invented family to try everything on: nobody in it lives or lived. It is a family file whose dates move with today."""

import json
import re
from datetime import date, datetime, timedelta
from importlib.resources import files
from typing import Any, Final
from zoneinfo import ZoneInfo

from teammeet.model.family import Family
from teammeet.model.family_file import read_family

MEETING: Final = "me-2"
"""The meeting that is today's."""
_TODAY_IN_FILE: Final = date(2026, 3, 2)
_ZONE: Final = "America/New_York"
"""Where the family lives: every moment in the file is told in its time."""
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
        told = datetime.fromisoformat(value).replace(tzinfo=None)  # half past five stays half past five, in summer too
        return (told + by).replace(tzinfo=ZoneInfo(_ZONE)).isoformat()
    return value
