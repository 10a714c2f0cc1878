"""What a document says now against the plan that it carries: the way in for whoever takes a plan back."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from teammeet.errors import FileRefused
from teammeet.model.family import Family
from teammeet.model.family_file import read_file
from teammeet.model.paths import text_at
from teammeet.model.readers import WITHHELD
from teammeet.model.view import View
from teammeet.text import NOTE_LIMIT, refuse_unless_clean
from teammeet_word.back.beside import LEAST_OF_OURS, Beside, beside, found_word_for_word, is_ours
from teammeet_word.back.document import Document, read_document
from teammeet_word.drawing import Drawing
from teammeet_word.embedded import EmbeddedPlan, embedded_plan
from teammeet_word.exporter import body_of
from teammeet_word.forms.opening import Package, opened, parsed
from teammeet_word.kept import alias_of, apart
from teammeet_word.paper import paper_for
from teammeet_word.sheet import Sheet
from teammeet_word.template import Look, template

if TYPE_CHECKING:
    from lxml import etree

Seal = Literal["", "holds", "broken"]
"""Whether the file was sealed, and whether the seal holds."""
_SUM: Final = re.compile("[0-9a-f]{64}")
"""A fingerprint of the record: former editions, which the plan in the file does not have, count in it."""
_STYLES: Final = "styles"
_DOT: Final = bytes(16) + struct.pack(">II", 1, 1)
"""As much of a picture as writing needs to know: that there is one."""


Said = tuple[str, str, str, str]
"""A text of the plan that the document says: item, path, as it was written, as it is now."""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What was read: the plan that the file carries, and what its text says now, in the order of the document.

    ``lost`` are texts that are no more in the document, which takes nothing away; ``other`` are paragraphs that changed where
    nothing can be taken from, before and now; ``is_tracked``: changes were tracked and are read as accepted. ``keys`` are name
    and fingerprint of those who sealed the file. ``hidden`` counts pieces of text that nobody sees on paper.
    """

    plan: EmbeddedPlan
    said: tuple[Said, ...]
    lost: tuple[tuple[str, str], ...]
    other: tuple[tuple[str, str], ...]
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
    written = _written(family, plan)
    is_compared = plan.printed.is_plain and is_ours(written, now)
    told = _told(written, now, is_compared)
    said = tuple(_said(family, told, written, plan.printed.language))
    lost = tuple(_place(tag) for tag in written.controls if tag in told.lost)
    return ReadBack(plan, said, lost, told.other, now.is_tracked, *_seal(raw), now.hidden, is_compared)


def _written(family: Family, plan: EmbeddedPlan) -> Document:
    """The document as it was written around the plan."""
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
    sheet = Sheet(
        apart(view), printed.language, paper_for(printed.language), printed.today, printed.in_vault,
        keeps=True, large=printed.large,
    )  # fmt: skip
    body = "".join(body_of(sheet, Drawing(_DOT, "") if view.supports or view.people else None))
    whole = template(Look(printed.language))["word/document.xml"].replace("<w:sectPr>", f"{body}<w:sectPr>")
    return read_document(parsed(whole.encode(), "word/document.xml"))


def _told(written: Document, now: Document, is_compared: bool) -> Beside:
    """Every kept text as it is now: by its control where one is left, else text beside text."""
    controls = {tag: now.controls[tag] for tag in written.controls if tag in now.controls}
    if is_compared:
        laid = beside(written, now)
        other = tuple(pair for pair in laid.other if _SUM.sub("", pair[0]) != _SUM.sub("", pair[1]))
        return Beside({**laid.found, **controls}, laid.lost - controls.keys(), other)
    there = found_word_for_word(written, now)
    if not controls and len(there) < LEAST_OF_OURS * len(written.controls):
        raise FileRefused("plan-not-in-text")
    return Beside(controls, frozenset(written.controls.keys() - controls.keys() - there), ())


def _said(family: Family, told: Beside, written: Document, language: str) -> Iterator[Said]:
    """In the order of the document. Of a text that stands there twice what was changed counts, in each way that it was."""
    for tag in written.controls:
        item_id, path = _place(tag)
        item = family.get(item_id)
        was = text_at(item, path)
        if item is None or was is None:
            continue
        place = f"{alias_of(item, path, language)} ({item_id})"
        texts = [_clean(text, place) for text in dict.fromkeys(told.found.get(tag, ()))]
        changed = [text for text in texts if not _same(was, text)]
        yield from ((item_id, path, was, text) for text in changed or (was,) * bool(texts))


def _clean(text: str, place: str) -> str:
    """What somebody typed, fit for a record: a tab is a blank."""
    return refuse_unless_clean(text.replace("\t", " ").strip(), place, lines=True, limit=NOTE_LIMIT)


def _same(was: str, now: str) -> bool:
    """Whether two texts are the same on paper: blanks and breaks say nothing."""
    return was.split() == now.split()


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
