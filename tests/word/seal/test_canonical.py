"""The one form of XML that is signed: as the standard writes it, whatever lxml makes of it."""

from lxml import etree
from tests.hostile import FIT

from teammeet_word.seal.canonical import canonical
from teammeet_word.seal.parts import Relationship, relationships, transformed, written

INNER = (
    '<a:x xmlns:a="urn:a"><Object xmlns="urn:b" Id="o"><M xmlns="urn:b"><R><S b="2" a="1"/></R></M><!-- c --></Object></a:x>'
)
EXPECTED = b'<Object xmlns="urn:b" xmlns:a="urn:a" Id="o"><M><R><S a="1" b="2"></S></R></M></Object>'


def test_a_piece_of_a_document_keeps_its_names_and_gets_no_empty_one() -> None:
    assert canonical(etree.fromstring(INNER)[0]) == EXPECTED


def test_links_are_signed_in_canonical_form_whatever_they_say() -> None:
    links = [Relationship(f"r{n}", "urn:t", said, ("Internal", "External")[n % 2]) for n, said in enumerate(FIT.values())]
    links.append(Relationship("a&\"<>'", "urn:t", 'x"&<>\t\r\n y', "Internal"))
    made = transformed(links)
    assert etree.tostring(etree.fromstring(made), method="c14n") == made
    assert [link.get("Id") for link in etree.fromstring(made)] == sorted(link.id for link in links)


def test_links_are_read_as_they_were_written() -> None:
    links = tuple(Relationship(f"r{n}", "urn:t", said, "Internal") for n, said in enumerate(FIT.values()))
    assert relationships(written(links), "x.rels") == links
