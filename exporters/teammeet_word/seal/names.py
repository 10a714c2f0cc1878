"""The names by which the standards know the pieces of a seal (ECMA-376 part 2; XML-Signature; XAdES 1.3.2)."""

from typing import Final

SIGNATURE: Final = "http://www.w3.org/2000/09/xmldsig#"
PACKAGE_SIGNATURE: Final = "http://schemas.openxmlformats.org/package/2006/digital-signature"
OFFICE_SIGNATURE: Final = "http://schemas.microsoft.com/office/2006/digsig"
QUALIFYING: Final = "http://uri.etsi.org/01903/v1.3.2#"
SIGNED_PROPERTIES: Final = "http://uri.etsi.org/01903#SignedProperties"
PROOF_OF_CREATION: Final = "http://uri.etsi.org/01903/v1.2.2#ProofOfCreation"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"

CANONICAL: Final = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
RELATIONSHIP_TRANSFORM: Final = "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"
SHA256: Final = "http://www.w3.org/2001/04/xmlenc#sha256"
ECDSA: Final = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
RSA: Final = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"

ORIGIN_RELATION: Final = f"{RELATIONSHIPS}/digital-signature/origin"
SIGNATURE_RELATION: Final = f"{RELATIONSHIPS}/digital-signature/signature"
ORIGIN_TYPE: Final = "application/vnd.openxmlformats-package.digital-signature-origin"
SIGNATURE_TYPE: Final = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
RELATIONSHIPS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"

CONTENT_TYPES_PART: Final = "[Content_Types].xml"
ROOT_RELATIONS: Final = "_rels/.rels"
FOLDER: Final = "_xmlsignatures/"
ORIGIN: Final = f"{FOLDER}origin.sigs"
ORIGIN_RELATIONS: Final = f"{FOLDER}_rels/origin.sigs.rels"


def relations_of(part: str) -> str:
    """The name of the part that holds the relationships of ``part``."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
