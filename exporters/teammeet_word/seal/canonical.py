"""XML as a seal reads it: parsed without entities, and written in the one form that is signed (Canonical XML 1.0)."""

import base64
import hashlib
from typing import Final

from lxml import etree

from teammeet.errors import TeammeetError

_DECLARATIONS: Final = ("<!DOCTYPE", "<!ENTITY")
_CODINGS: Final = ("ascii", "utf-16-le", "utf-16-be")
_BEGINNINGS: Final = tuple(said.encode(coding) for said in _DECLARATIONS for coding in _CODINGS)


def parsed(content: bytes, place: str) -> etree._Element:
    """The root of a part.

    Raises:
        TeammeetError: ``sealed-file-entity``: it declares a document type; ``sealed-file-damaged``: it is no XML.
    """
    refuse_declarations(content, place)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise TeammeetError("sealed-file-damaged", place=place) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise TeammeetError("sealed-file-entity", place=place)
    return root


def refuse_declarations(content: bytes, place: str) -> None:
    """Refuse a part that declares a document type or an entity: no Word file needs one, and one can fill the memory.

    Raises:
        TeammeetError: ``sealed-file-entity``.
    """
    if any(beginning in content for beginning in _BEGINNINGS):
        raise TeammeetError("sealed-file-entity", place=place)


def canonical(element: etree._Element) -> bytes:
    """Inclusive Canonical XML, without comments, of an element where it stands in its document.

    It is written out and parsed again first: where a child repeats the default namespace that its parent has from further
    up, lxml (5.3 to 6.1) writes a false ``xmlns=""`` on the grandchildren, and every other program rejects the signature.
    """
    alone = etree.fromstring(etree.tostring(element, with_tail=False))
    return etree.tostring(alone, method="c14n", exclusive=False, with_comments=False)


def digest(content: bytes) -> str:
    """The SHA-256 of ``content`` in base 64, as a signature writes it."""
    return base64.b64encode(hashlib.sha256(content).digest()).decode()
