"""Whom to call in a crisis, as it is told on paper and on the screen: nobody is left out, and no number stays in a name."""

from dataclasses import dataclass

from teammeet.model.crisis import CrisisCall
from teammeet.model.people import Household, Person
from teammeet.model.record import Record
from teammeet.model.supports import Support
from teammeet.practice.said_calls import has_number, is_any_hour, is_emergency, said_call


@dataclass(frozen=True, slots=True)
class Told:
    """A call as it is told. ``phone`` is empty where there is none that may be seen; ``when`` says no more than the hours."""

    call: CrisisCall
    name: str
    phone: str
    when: str
    day_and_night: bool


def calls_in_order(record: Record, plan: str | None = None) -> tuple[Told, ...]:
    """Every call of ``plan``, or of all, that says anything: emergency numbers first, then who answers day and night."""
    told = (told_call(record, call) for call in record.crisis_calls if plan in (None, call.plan))
    said = (one for one in told if one.name or one.phone or one.when)
    return tuple(sorted(said, key=lambda one: (not is_emergency(one.phone), not one.day_and_night)))


def told_call(record: Record, call: CrisisCall) -> Told:
    """``call`` with its number: out of its name or time if it was written there; else that of the person, if it is seen."""
    name, phone, when, always = call.name, call.phone, call.when, call.day_and_night
    if not has_number(phone) and (has_number(name) or has_number(when) or is_any_hour(phone)):
        said = said_call(", ".join(filter(None, (name, phone, when))))
        name, phone, when, always = said.name, said.phone, said.when, always or said.day_and_night
    if always and is_any_hour(when):
        when = ""
    known = record.label(call.who)
    named = ", ".join(dict.fromkeys(filter(None, (known, "" if known and name == phone else name))))
    return Told(call, named or phone, phone or phone_of(record, call.who), when, always)


def numbers_of(told: Told) -> str:
    """Every number of a call, where there is no room for the hours: with its time, if a further number stands there."""
    return ", ".join(filter(None, (told.phone, told.when if has_number(told.when) else "")))


def phone_of(record: Record, who: str | None) -> str:
    """The telephone numbers that ``record`` has of somebody."""
    item = record.get(who) if who else None
    ways = item.contacts if isinstance(item, (Person, Household, Support)) else ()
    return ", ".join(way.value for way in ways if way.kind == "phone" and way.value)
