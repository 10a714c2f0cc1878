"""A form that its agency has signed: the signature is over the empty form, and goes."""

import io

import docx
from docx.oxml import parse_xml

from teammeet.demo import family as demo_family
from teammeet.export import Options, made
from teammeet.model.readers import facilitator
from teammeet_word import plan_of_care
from teammeet_word.seal import Key, sealed, verified

from .conftest import TODAY
from .tampering import TYPES, WHEN, parts_of

_CONTROL = (
    '<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:sdtPr><w:tag w:val="vision"/>'
    '<w:id w:val="5"/><w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Vision</w:t></w:r></w:p></w:sdtContent></w:sdt>'
)


def test_a_filled_form_has_no_signature_of_the_empty_one_and_can_be_sealed(key: Key) -> None:
    drawn, form = docx.Document(), io.BytesIO()
    drawn.element.body.insert(0, parse_xml(_CONTROL))
    drawn.save(form)
    signed = sealed(form.getvalue(), key, WHEN)
    view = demo_family(TODAY).seen_by(facilitator(TODAY))
    filled = made(plan_of_care, view, "en", Options(today=TODAY, form=signed)).content
    assert not any("_xmlsignatures" in name for name in parts_of(filled))
    assert b"_xmlsignatures" not in parts_of(filled)[TYPES] + parts_of(filled)["_rels/.rels"]
    verdict = verified(sealed(filled, key, WHEN))
    assert (verdict.holds, len(verdict.seals)) == (True, 1)
