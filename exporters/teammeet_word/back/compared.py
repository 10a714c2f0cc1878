"""What a document says now against the plan that it carries: the way in for whoever takes a plan back."""

import re
import struct
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from teammeet.errors import FileRefused
from teammeet.model.facts import FACTS, fact_at
from teammeet.model.family import Family
from teammeet.model.family_file import read_file
from teammeet.model.paths import text_at
from teammeet.model.readers import WITHHELD
from teammeet.model.record import LIST_OF
from teammeet.model.view import View
from teammeet.text import NOTE_LIMIT, refuse_unless_clean
from teammeet_word.back.beside import LEAST_OF_OURS, Beside, Other, beside, found_word_for_word, is_ours
from teammeet_word.back.besides import Besides, besides, pictures_put_in
from teammeet_word.back.document import Document, read_document
from teammeet_word.back.printed import called_in, read_fact
from teammeet_word.drawing import Drawing
from teammeet_word.embedded import EmbeddedPlan, Printed, embedded_plan
from teammeet_word.exporter import whole_body, whole_footer
from teammeet_word.forms.opening import Package, opened, parsed
from teammeet_word.kept import alias_of, apart
from teammeet_word.paper import paper_for
from teammeet_word.sheet import Sheet
from teammeet_word.template import Look, template

if TYPE_CHECKING:
    from lxml import etree

Seal = Literal["", "holds", "broken"]
"""Whether the file was sealed, and whether the seal holds."""
_SUM: Final = re.compile(r"[0-9a-f]{64}|\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
"""A fingerprint of the record, or its code: former editions, which the plan in the file does not have, count in it."""
_STYLES: Final = "styles"
_DOT: Final = bytes(16) + struct.pack(">II", 1, 1)
"""As much of a picture as writing needs to know: that there is one."""


Said = tuple[str, str, str, str]
"""A text of the plan that the document says: item, path, as it was written, as it is now."""
_MARKS: Final = "\u200e\u200f"
"""Which say which way the text around them runs, and are not seen."""


class Lost(NamedTuple):
    """A text of the plan that is no more in the document: whose it is, where in it, and what it said."""

    item: str
    path: str
    kind: str
    was: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What was read: the plan that the file carries, and what its text says now, in the order of the document.

    ``lost`` are texts that are no more in the document, which takes nothing away; ``other`` is what changed where nothing can
    be taken from, with its place; ``besides`` is what stands beside the text, such as comments. ``is_tracked``: changes were
    tracked and are read as accepted. ``keys`` are name and fingerprint of those who sealed the file. ``hidden`` counts pieces
    of text that nobody sees on paper, ``pictures`` those that were put in.
    """

    plan: EmbeddedPlan
    reader: str
    """How the person or home is called whose own copy it is; empty for a role's."""
    said: tuple[Said, ...]
    lost: tuple[Lost, ...]
    other: tuple[Other, ...]
    besides: tuple[Besides, ...]
    pictures: int
    is_tracked: bool
    seal: Seal
    keys: tuple[tuple[str, str], ...]
    hidden: int
    is_compared: bool
    """Whether what stands outside the texts was compared too: only in our own layout it can be."""

    @property
    def differences(self) -> tuple[Said, ...]:
        """What the document says otherwise than the plan in it."""
        return tuple(one for one in self.said if not _same(one[2], one[3]))


def read_back(raw: bytes) -> ReadBack:
    """The plan in a Word file, and what the file says now.

    Raises:
        DocumentRefused: it is no Word file, is damaged, or would cost more than a document may.
        FileRefused: it carries no plan, or one that was altered.
        TextRefused: somebody wrote into it what no record may hold; it names the place.
    """
    package = opened(raw)
    plan = embedded_plan(package)
    now = read_document(package.xml(package.main), _styles(package))
    family = read_file(plan.raw).family
    sheet = _sheet(family, plan)
    written = _written(sheet)
    is_compared = plan.printed.is_plain and is_ours(written, now)
    told = _told(written, now, is_compared)
    said, unread = _said(family, told, written, plan.printed)
    lost = tuple(_lost(family, written, told.lost))
    other = (one for one in told.other if not _is_told_already(one, told.other, said, lost))
    feet = whole_footer(sheet) if is_compared else None
    put_in = pictures_put_in(package, plan.printed.is_plain)
    return ReadBack(
        plan, family.label(plan.reader), said, lost, (*other, *unread), tuple(besides(package, feet)), put_in,
        now.is_tracked, *_seal(raw), now.hidden, is_compared,
    )  # fmt: skip


def _sheet(family: Family, plan: EmbeddedPlan) -> Sheet:
    """What the plan was written on."""
    role = plan.role
    view = View.model_construct(
        **{name: getattr(family, name) for name in Family.model_fields},
        role=role,
        on=plan.on,
        plan_number=plan.number,
        signed=plan.signed,
        withheld=WITHHELD[role],
        reader=plan.reader or None,
    )
    printed = plan.printed
    return Sheet(
        apart(view), printed.language, paper_for(printed.language), printed.today, printed.in_vault,
        keeps=True, large=printed.large, beside_language=printed.second,
    )  # fmt: skip


def _written(sheet: Sheet) -> Document:
    """The document as it was written around the plan."""
    body = whole_body(sheet, Drawing(_DOT, "") if sheet.view.supports or sheet.view.people else None)
    whole = template(Look(sheet.language))["word/document.xml"].replace("<w:sectPr>", f"{body}<w:sectPr>")
    return read_document(parsed(whole.encode(), "word/document.xml"))


def _told(written: Document, now: Document, is_compared: bool) -> Beside:
    """Every kept text as it is now: by its control where one is left, else text beside text."""
    controls = {tag: now.controls[tag] for tag in written.controls if tag in now.controls}
    if is_compared:
        laid = beside(written, now)
        other = tuple(pair for pair in laid.other if _SUM.sub("", pair[1]) != _SUM.sub("", pair[2]))
        return Beside({**laid.found, **controls}, laid.lost - controls.keys(), other)
    there = found_word_for_word(written, now)
    if not controls and len(there) < LEAST_OF_OURS * len(written.controls):
        raise FileRefused("plan-not-in-text")
    return Beside(controls, frozenset(written.controls.keys() - controls.keys() - there), ())


def _said(family: Family, told: Beside, written: Document, printed: Printed) -> tuple[tuple[Said, ...], tuple[Other, ...]]:
    """What the document says, in its order; and facts in it that cannot be read for sure.

    Of a text that stands there twice what was changed counts, in each way that it was.
    """
    said: list[Said] = []
    unread: list[Other] = []
    languages = tuple(filter(None, (printed.language, printed.second)))
    names_now = ((_place(tag)[0], text) for tag, texts in told.found.items() if tag.endswith("/used_name") for text in texts)
    called = called_in(family, names_now)
    for tag in written.controls:
        item_id, path = _place(tag)
        item = family.get(item_id)
        place = f"{alias_of(item, path, printed.language)} ({item_id})" if item is not None else ""
        texts = [_clean(text, place) for text in dict.fromkeys(told.found.get(tag, ()))]
        if item is None or not texts:
            continue
        if path in FACTS.get(LIST_OF[type(item)], ()):
            was = fact_at(item, path)
            changed = [text for text in texts if not any(_same(one, text) for one in written.controls[tag])]
            facts = {text: read_fact(called, LIST_OF[type(item)], path, text, languages) for text in changed}
            unread += [(place, written.controls[tag][0], text) for text, fact in facts.items() if fact is None]
            found = [fact for fact in facts.values() if fact is not None]
        else:
            was = text_at(item, path) or ""
            found = [text for text in (_unmarked(text, was) for text in texts) if not _same(was, text)]
        said += [(item_id, path, was, one) for one in found or (was,)]
    return tuple(dict.fromkeys(said)), tuple(unread)


def _is_told_already(other: Other, others: Sequence[Other], said: Sequence[Said], lost: Sequence[Lost]) -> bool:
    """Whether a line says what is asked anyhow, such as in a list of texts without a translation; or is one that is gone.

    Where more such lines went than texts of the plan, nobody knows which of them is a text: then all are told.
    """
    _, was, now = other
    if not now:
        gone = sum(not one[2] and _same(one[1], was) for one in others)
        return bool(was) and gone <= sum(_same(one.was, was) for one in lost)
    return any(_same(was, text[2]) and _same(now, text[3]) for text in said if not _same(text[2], text[3]))


def _lost(family: Family, written: Document, tags: Collection[str]) -> Iterator[Lost]:
    """What is gone; of an item whose texts went the facts are not told of one by one."""
    places = [(tag, *_place(tag)) for tag in written.controls if tag in tags]
    items = {item: family.get(item) for _, item, _ in places}
    kinds = {item: LIST_OF[type(found)] for item, found in items.items() if found is not None}
    texts = {item for _, item, path in places if path not in FACTS.get(kinds.get(item, ""), ())}
    for tag, item, path in places:
        if item in kinds and (item not in texts or path not in FACTS.get(kinds[item], ())):
            yield Lost(item, path, kinds[item], written.controls[tag][0])


def _clean(text: str, place: str) -> str:
    """What somebody typed, fit for a record: a tab is a blank."""
    return refuse_unless_clean(text.replace("\t", " ").strip(), place, lines=True, limit=NOTE_LIMIT)


def _unmarked(text: str, was: str) -> str:
    """A text without the marks by which a document that runs from the right keeps a line of another language whole."""
    return text if any(mark in was for mark in _MARKS) else re.sub(f"[{_MARKS}]", "", text)


def _same(was: str, now: str) -> bool:
    """Whether two texts are the same on paper: blanks, breaks and marks around a line say nothing."""
    return was.split() == now.split() or _bare(was) == _bare(now)


def _bare(text: str) -> list[str]:
    return [word for line in text.split("\n") for word in line.strip(f"{_MARKS} ").split()]


def _place(tag: str) -> tuple[str, str]:
    item, _, path = tag.partition("/")
    return item, path


def _styles(package: Package) -> "etree._Element | None":
    """The part with the looks, as the relations of the text say."""
    found = (one.part for one in package.relations(package.main) if one.kind == _STYLES and not one.outside)
    return next((package.xml(part) for part in found if part in package.parts), None)


def _seal(raw: bytes) -> tuple[Seal, tuple[tuple[str, str], ...]]:
    """What became of the seals of the file, and whose they are."""
    from teammeet_word.seal import verified

    verdict = verified(raw)
    keys = tuple(dict.fromkeys((seal.name, seal.fingerprint) for seal in verdict.seals))
    return ("holds" if verdict.holds else "broken" if verdict.seals else ""), keys
