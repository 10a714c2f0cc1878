"""The part that holds a seal, to the letter: what its signature cannot cover is written in one way only, and read so.

A signature covers itself in pieces. Around them stand the key's certificates, the value and the wrapping; a word there,
a comment behind the end or another coding would be signed by nobody, and other programs call the file valid all the same.
"""

import base64
from collections.abc import Iterable
from copy import deepcopy
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from teammeet_word.seal import names

ID: Final = "idPackageSignature"
_HEAD: Final = b'<?xml version="1.0" encoding="UTF-8"?>'


def assembled(
    info: etree._Element,
    value: bytes,
    certificates: Iterable[x509.Certificate],
    objects: Iterable[etree._Element],
    properties: Iterable[etree._Element],
) -> bytes:
    """The whole part. ``objects`` and the signed ``properties`` are what ``info`` refers to; they are copied as they are."""
    chain = "".join(f"<X509Certificate>{in_base64(der(each))}</X509Certificate>" for each in certificates)
    root = etree.fromstring(
        f'<Signature xmlns="{names.SIGNATURE}" Id="{ID}"><SignedInfo/><SignatureValue>{in_base64(value)}</SignatureValue>'
        f'<KeyInfo><X509Data>{chain}</X509Data></KeyInfo><Object><xd:QualifyingProperties xmlns:xd="{names.QUALIFYING}" '
        f'Target="#{ID}"/></Object></Signature>'
    )
    wrapping = root[-1]
    root.replace(root[0], _alone(info))
    for each in objects:
        wrapping.addprevious(_alone(each))
    wrapping[0].extend(map(_alone, properties))
    return _HEAD + etree.tostring(root)


def der(certificate: x509.Certificate) -> bytes:
    """A certificate in the bytes that its fingerprint is made of."""
    return certificate.public_bytes(Encoding.DER)


def in_base64(content: bytes) -> str:
    """Bytes as XML holds them."""
    return base64.b64encode(content).decode()


def _alone(element: etree._Element) -> etree._Element:
    """A copy without what nobody signs: what stands behind the element, and comments (Canonical XML leaves them out)."""
    copied = deepcopy(element)
    copied.tail = None
    etree.strip_elements(copied, etree.Comment, with_tail=False)
    return copied
