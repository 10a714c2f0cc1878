"""Whom to call, as people say it in one line: who, which number, when, in any order, with commas or without.

"Mobile crisis 555-0199 day and night", "911", "Línea 800 555 0101, las 24 horas", "Crisis Text Line: text HOME to 741741".
Nothing is guessed away: what is no number and no time stays with the name.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

_PUBLIC: Final = frozenset(
    (
        *("911", "988", "112", "999", "000", "111", "101", "110", "113", "115", "116", "117", "118", "119", "122", "123"),
        *("131", "132", "133", "016", "017", "024", "060", "061", "062", "066", "080", "085", "088", "089", "091", "092"),
        *("100", "102", "105", "106", "107", "135", "144", "188", "190", "191", "192", "193", "211", "311", "411", "511"),
        *("611", "711", "811", "1098", "741741", "85258", "686868", "838255", "678678"),
    )
)
"""Short numbers of emergency services, help lines and information that are dialled as they are in one country or another."""
_EMERGENCY: Final = frozenset(("911", "112", "999", "000", "988", "024"))
"""Of these, those to be seen first: emergency services, and lines that answer at any hour where a life is at stake."""
_NEXT: Final = re.compile(
    r"(?:\s*[,;\n]\s*|\s+[-–—]\s+|\s*/\s*(?!\s*\d)|\s+(?=(?:or|and|then|else|o|y|u|luego|despu[eé]s)\s))"
    r"(?:(?:or|and|then|else|o|y|u|luego|despu[eé]s)\s+)*(?:(?:call|try|llam[ae]|llamar)\s+)?(?:al?\s+(?=[^\W\d]))?",
    re.IGNORECASE,
)
"""What stands between two calls of one line."""
_APART: Final = re.compile(r"\s*[,;\n]|\s+[-–—]")
_JOINT: Final = re.compile(r"\s*[,;|·\n]\s*|\s+[-–—]\s+")
_EXTENSION: Final = r"(?:ext(?:ensi[oó]n|ension)?|x|anexo|int(?:erno)?)\s*\.?:?\s*\d{1,6}"
_LONG: Final = (
    r"(?<!\w)(?<!\d[./:-])(?!(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?!\d))(?!\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d(?!\d))"
    r"(?!(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?!\d))(?!\d{1,2}[.:]\d\d ?[-–])(?!\d{1,2}[-–]\d{1,2}(?![-–\d]))(?![2-9] )"
    rf"\+?\(?\d(?:[ .()‑–-]{{0,2}}\d){{5,14}}(?<! \d)(?:\s*,?\s*{_EXTENSION})?(?![\w:/])"
)
"""Six digits or more that are no day, no years, and no hours of opening; "after 5 555-0101" has a number of seven digits."""
_LETTERS: Final = (
    r"(?<!\w)(?:1[ .-])?\(?8\d\d\)?[ .-](?-i:(?=[A-Z0-9 .-]{0,7}[A-Z])(?:[A-Z0-9]{7}|[A-Z0-9]{3}[ .-][A-Z0-9]{4}))"
    rf"(?:\s*\(\d{{2,7}}\))?(?:\s*,?\s*{_EXTENSION})?(?!\w)"
)
"""A number in letters: "1-800-273-TALK (8255)"."""
_BY_TEXT: Final = (
    r"(?<!\w)(?:text|send|sms|txt|mand[ae]|mandar|env[ií][ae]|enviar|escrib[ae]|escribir|textee?)\s+"
    r"(?:(?:la\s+palabra\s+)?[^\w\s]?\w+[^\w\s]?\s+)?(?:to|al?)\s+\d{3,6}(?!\w)"
)
_SHORT: Final = r"(?<![\w.:/$%-])(?:\d{3,6}|\d-\d-\d)(?![\w:/%-]|[.,]\d)"
_BETWEEN: Final = (
    r"\s*(?:,|/|;|[-–—](?=\s))?\s*(?:\b(?:or|and|then|o|y|luego)\b\s*)*(?:\b(?:call|llam[ae]|llamar)\b\s*)?(?:\bal?\s+)?"
    r"(?:\b(?:cell?|celular|m[oó]vil|work|home|trabajo|casa|whatsapp|tel[eé]fono|tel|text|fax)\b\.?:?\s*)?"
)
_UNIT: Final = rf"(?:{_BY_TEXT}|{_LETTERS}|{_LONG}|{_SHORT})"
_NUMBERS: Final = re.compile(rf"{_UNIT}(?:{_BETWEEN}{_UNIT})*", re.IGNORECASE)
_STRONG: Final = re.compile(rf"{_BY_TEXT}|{_LETTERS}|{_LONG}", re.IGNORECASE)
_STRONG_NUMBER: Final = re.compile(rf"{_LETTERS}|{_LONG}", re.IGNORECASE)
_EXTENSION_ALONE: Final = re.compile(rf"(?<!\w){_EXTENSION}(?!\w)", re.IGNORECASE)
_NO_NUMBER: Final = re.compile(
    r"\b(?:(?:room|rm|apt|apartment|unit|suite|floor|grade|age|bldg|building|sal[oó]n|cuarto|apto|piso|grado|sala|edificio)"
    r"\b\.?\s*#?\s*\d+|(?:after|before|until|till|by|from|hasta|desde|las)\s+(?:1\d|2[0-4]|[1-9])(?=\s)"
    r"|24\s*[/-]\s*7\b|24\s*(?:h|hrs?|hours|horas)\b|\d{1,2}(?::\d\d)?\s?[ap]\.?m\b)"
    r"|(?<!\S)(?:1\d|2[0-4]|\d)(?::\d\d)?\s?(?:-|–|to\b|a\b)\s?(?:1\d|2[0-4]|\d)(?::\d\d)?(?!\s?[-.\d])",
    re.IGNORECASE,
)
"""Figures after a word that says that they are a place or an hour."""
_DROPPED: Final = re.compile(
    r"(?:(?<!\w)(?:tels?|tel[eé]fono|phone|ph|number|n[uú]mero|n[uú]m|call|dial|llam[ae]|llamar|marque|marcar|at|al|a)\b\.?:?\s*"
    r"|[#:–—-]\s*)+$",
    re.IGNORECASE,
)
"""What only says that a number follows."""
_LED_BY: Final = re.compile(
    r"(?<!\w)(?:(?:call|llam[ae]|llamar)\s+(?:or|and|o|y)\s+)?(?:text|texto|cell?|celular|m[oó]vil|whatsapp)\b\.?:?\s*(?:(?:at|to|al?)\s+)?$",
    re.IGNORECASE,
)
"""What stands before a number and belongs to it."""
_ALWAYS: Final = re.compile(
    r"(?:(?:de\s+)?d[ií]a\s+(?:y|o)\s+(?:de\s+)?noche|(?:by\s+)?day\s+(?:and|or)\s+(?:by\s+)?night|all\s+day\s+and\s+(?:all\s+)?night"
    r"|24\s*[/-]\s*7|(?:las\s+)?24\s*(?:h|hrs?|hours|horas)\.?(?:\s+(?:a\s+day|al\s+d[ií]a))?|(?:a)?round\s+the\s+clock"
    r"|(?:at\s+)?any\s*(?:time|hour)|always|siempre|a\s+(?:cualquier|toda|todas(?:\s+las)?)\s+horas?)"
    r"(?:\s*(?:,|y|and)?\s*(?:los\s+)?(?:7|siete|seven)\s+(?:d[ií]as|days)(?:\s+(?:a|de|of)\s+(?:la\s+semana|the\s+week|week))?)?[.!]?",
    re.IGNORECASE,
)
_DAYS: Final = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)\s?[-–]|weekdays|weekends|weeknights|fin(?:es)?\s+de\s+semana|entre\s+semana"
)
_DAY: Final = re.compile(rf"(?<!\w)(?:{_DAYS})", re.IGNORECASE)
_DAYS_OF_A_WEEK: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days(?!\w)|(?:mon|tue|wed|thu|fri|sat|sun)\s?[-–]"
"""Written large in English wherever they stand; a name has them too, but not in these forms."""
_KINDS: Final = frozenset(
    ("cell", "cel", "celular", "móvil", "movil", "work", "home", "office", "fax", "trabajo", "casa", "oficina", "whatsapp")
)
"""Words for which of somebody's numbers it is: no name."""
_TIMES: Final = (
    r"after|before|until|till|between|from\s+\d|evenings?|nights|mornings|afternoons|during|by\s+day|at\s+night|daily|only|if|when"
    r"|in\s+the\s+(?:mornings?|afternoons?|evenings?)|all\s+(?:day|night)|every\s+(?:day|night|evening|morning)|at\s+once|right\s+away"
    r"|\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b|(?:-|–|to\b|a\b)\s?\d{1,2})|\d{1,2}:\d\d"
    r"|despu[eé]s|antes|hasta|entre|desde|a\s+partir|de\s+\d|(?:por|en|de)\s+las?\s+(?:ma[nñ]anas?|tardes?|noches?)"
    r"|de\s+(?:d[ií]a|noche|madrugada)|todo\s+el\s+d[ií]a|toda\s+la\s+noche|tod[ao]s\s+l[ao]s\s+(?:d[ií]as|noches|tardes)"
    r"|s[oó]lo|si|cuando|durante|a\s+las?\s+\d|ma[nñ]anas|tardes|noches|de\s+inmediato|enseguida"
)
_WHEN: Final = rf"(?:{_ALWAYS.pattern}|(?:on\s+|los\s+|de\s+)?(?:{_DAYS})|{_TIMES})(?!\w)"
_BEGINS_WITH_TIME: Final = re.compile(_WHEN, re.IGNORECASE)
_TITLE: Final = re.compile(r"[A-ZÁÉÍÓÚÑ]\S*\s(?:.*\s)?[A-ZÁÉÍÓÚÑ]")
"""A name that begins as a time does: "After School Program"."""
_TIME_INSIDE: Final = re.compile(rf"(?<=\s)(?:{_WHEN}|(?i:{_DAYS_OF_A_WEEK}))")
"""After a name a time is written small: "Owl Nights Team" is a name."""


@dataclass(frozen=True, slots=True)
class SaidCall:
    """A call, taken apart. ``day_and_night``: there is an answer at any hour, it was said; ``when`` need not say it then."""

    name: str
    phone: str = ""
    when: str = ""
    day_and_night: bool = False


def said_calls(line: str) -> tuple[SaidCall, ...]:
    """Every call of a line: where a second name comes with a number of its own, another call begins."""
    return tuple(_said(words) for words in _each_call(line))


def said_call(line: str) -> SaidCall:
    """Who, number and time out of ``line``; a number alone is its own name. ``phone`` is empty where no number was found.

    Of several calls in one line it is the first; the others stand with its time, as they were written.
    """
    first, *others = _each_call(line)
    said = _said(first)
    return replace(said, when=", ".join(filter(None, (said.when, *others)))) if others else said


def has_number(words: str) -> bool:
    """Whether a number that can be dialled stands in ``words``."""
    return _number_in(words) is not None


def is_any_hour(words: str) -> bool:
    """Whether ``words`` say that there is an answer at any hour, and nothing else: "day and night", "las 24 horas"."""
    return _ALWAYS.fullmatch(words.strip()) is not None


def is_emergency(phone: str) -> bool:
    """Whether it is an emergency number, or that of a line for those whose life is at stake."""
    return not _EMERGENCY.isdisjoint(re.findall(r"(?<![\w-])\d{3}(?![\w-])", _joined(phone))) and not _STRONG_NUMBER.search(
        phone
    )


def _said(line: str) -> SaidCall:
    number = _number_in(line)
    if number is None:
        return _with_times("", _pieces(line), [])
    start, end = number
    led_by = _LED_BY.search(line[:start]) if not line[start].isalpha() else None
    start = led_by.start() if led_by else start
    before = _pieces(_DROPPED.sub("", line[:start]))
    is_named = any(not _BEGINS_WITH_TIME.match(piece) for piece in before)
    return _with_times(line[start:end].strip(), before, _pieces(line[end:], is_named=is_named))


def _each_call(line: str) -> list[str]:
    """``line`` cut before each further name that has a number; numbers that stand together are of one person."""
    whole = [match.span() for pattern in (_NUMBERS, _ALWAYS, _DAY) for match in pattern.finditer(_masked(line))]
    cuts = [cut for cut in _NEXT.finditer(line) if not any(a < cut.end() and cut.start() < b for a, b in whole)]
    ends = [*(cut.start() for cut in cuts), len(line)]
    parts = [line[cut.end() : end] for cut, end in zip(cuts, ends[1:], strict=True)]
    calls = [(0, ends[0])]
    for place, (cut, end) in enumerate(zip(cuts, ends[1:], strict=True)):
        if _begins_call(cuts[place:], parts[place:]) and has_number(line[slice(*calls[-1])]):
            calls.append((cut.end(), end))
        else:
            calls[-1] = (calls[-1][0], end)
    return [line[start:end].strip() for start, end in calls]


def _begins_call(cuts: list[re.Match[str]], parts: list[str]) -> bool:
    """Whether the first of ``parts`` is a name that has a number: its own, that after a comma, or one with other names."""
    first, *others = parts
    named = _said(first)
    if named.phone or not others or not _is_name(named):
        return _is_name(named) and named.phone != ""
    if _APART.match(cuts[1].group()):
        return _APART.match(cuts[0].group()) is not None and _is_number_alone(others[0])
    return _begins_call(cuts[1:], others)


def _is_name(said: SaidCall) -> bool:
    """Whether it has a name that is no number, no time and no word for one of somebody's numbers."""
    own = said.name != said.phone and said.name.casefold() not in _KINDS
    return own and any(map(str.isalpha, said.name)) and not (_BEGINS_WITH_TIME.match(said.name) or _NO_NUMBER.match(said.name))


def _is_number_alone(words: str) -> bool:
    said = _said(words)
    return said.phone != "" and said.name == said.phone


def _number_in(line: str) -> tuple[int, int] | None:
    """Where the number stands: a long one first, for a short one may be part of a name ("911 dispatcher 555-0100")."""
    masked = _masked(line)
    found = [(rank, match) for match in _NUMBERS.finditer(masked) if (rank := _rank(masked, match))]
    if not found:
        alone = _EXTENSION_ALONE.search(masked)
        return alone.span() if alone else None
    return max(found, key=lambda each: each[0])[1].span()


def _masked(line: str) -> str:
    """``line`` with the figures of places and hours as letters."""
    return _NO_NUMBER.sub(lambda figures: "x" * len(figures[0]), line)


def _rank(line: str, match: re.Match[str]) -> int:
    """How surely it is the number of the line: 3 one of many digits, 2 a short one between commas, 1 one known everywhere."""
    if _STRONG.search(match[0]):
        return 3
    between = (line[: match.start()].rstrip()[-1:] in ("", ",", ";", ":"), line[match.end() :].lstrip()[:1] in ("", ",", ";"))
    return 2 if all(between) else int(_is_public(match[0]))


def _is_public(number: str) -> bool:
    return not _PUBLIC.isdisjoint(re.findall(r"\d+", _joined(number)))


def _joined(number: str) -> str:
    """ "9-1-1" as it is dialled."""
    return re.sub(r"(?<!\d)(\d)-(\d)-(\d)(?!\d)", r"\1\2\3", number)


def _pieces(words: str, *, is_named: bool = False) -> list[str]:
    """What stands between commas, and a time apart from the name before it.

    Where the name is known (``is_named``) what people said stays whole: "works nights". That there is an answer at any hour
    is taken out all the same.
    """
    pieces: list[str] = []
    for piece in filter(None, (_bare(part) for part in _JOINT.split(words))):
        time = None if _BEGINS_WITH_TIME.match(piece) else _TIME_INSIDE.search(piece)
        if time and is_named and not is_any_hour(piece[time.start() :]):
            time = None
        pieces += [_bare(piece[: time.start()]), piece[time.start() :]] if time else [piece]
    return [piece for piece in pieces if piece]


def _bare(words: str) -> str:
    """Without blanks, signs that led to a number or followed it, and brackets around all of it or around the number."""
    bare = words.strip(" \t:,;/–—-")
    whole = bare.startswith("(") and bare.find(")") == len(bare) - 1
    return bare.strip("() ") if whole or bare.count("(") != bare.count(")") else bare


def _with_times(phone: str, before: list[str], after: list[str]) -> SaidCall:
    """The first piece that is no time is the name; without any, the number is.

    What follows a number that everybody knows is a name if it is written large: "911, ask for an officer" is called 911.
    """
    pieces = before + after
    is_known = bool(phone) and _is_public(phone)
    names = (piece for piece in pieces if not _BEGINS_WITH_TIME.match(piece))
    named = next((name for name in names if not is_known or name in before or not name[0].islower()), "")
    named = named or next((piece for piece in pieces if not phone or _TITLE.match(piece)), "")
    rest = list(pieces)
    if named:
        rest.remove(named)
    told = [piece for piece in rest if not is_any_hour(piece)]
    return SaidCall(named or phone, phone, ", ".join(told), len(told) < len(rest))
