"""Judging a file costs no more than its size: nothing that a seal lists makes the judge work without end."""

import re
from collections import Counter
from datetime import timedelta

import pytest

from teammeet.errors import TeammeetError
from teammeet_word.seal import Key, new_key, sealed, signing, verified, verifying
from teammeet_word.seal.verdict import Fault

from .tampering import DOCUMENT, SEAL, WHEN, changed, parts_of

TO_SEALS = "_xmlsignatures/_rels/origin.sigs.rels"


def summed_up(monkeypatch: pytest.MonkeyPatch) -> "Counter[bytes]":
    """How often each content is summed up from now on."""
    often: Counter[bytes] = Counter()
    plain = verifying._sum

    def counted(content: bytes, method: str) -> str:
        often[content] += 1
        return plain(content, method)

    monkeypatch.setattr(verifying, "_sum", counted)
    return often


def sealed_with_list(plan: bytes, key: Key, monkeypatch: pytest.MonkeyPatch, times: int) -> bytes:
    """A seal, made with a true key, that lists the document many times."""
    plain = signing._manifest

    def repeated(parts: dict[str, bytes]) -> str:
        told = plain(parts)
        found = re.search(r'<Reference URI="/word/document\.xml.*?</Reference>', told)
        assert found
        return told + found[0] * times

    with monkeypatch.context() as dishonest:
        dishonest.setattr(signing, "_manifest", repeated)
        return sealed(plan, key, WHEN)


def test_a_seal_that_lists_a_part_more_than_once_is_a_fault_and_nothing_is_summed_up(
    plan: bytes, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    for times in (1, 5_000):
        content = sealed_with_list(plan, key, monkeypatch, times)
        often = summed_up(monkeypatch)
        assert [fault for fault in verified(content).all_faults if fault.kind != "unsealed"] == [Fault("too-many", SEAL)]
        assert often[parts_of(content)[DOCUMENT]] == 0


def test_a_part_is_summed_up_once_however_many_seals_there_are(sealed_plan: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    twice = sealed(sealed_plan, new_key("Second", WHEN), WHEN + timedelta(hours=1))
    often = summed_up(monkeypatch)
    assert verified(twice).holds
    assert often[parts_of(twice)[DOCUMENT]] == 1


def test_what_a_broken_seal_lists_is_not_looked_at(sealed_plan: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    often = summed_up(monkeypatch)
    broken = changed(SEAL, b"<SignatureValue>", b"<SignatureValue>AAAA")(sealed_plan)
    assert Fault("broken", SEAL) in verified(broken).all_faults
    assert often[parts_of(sealed_plan)[DOCUMENT]] == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</Signature>", b'<Object Id="more"/>' * 20 + b"</Signature>"),
        (b"</SignedInfo>", b'<Reference URI="#idPackageObject"/></SignedInfo>'),
        (b"</X509Data>", b"<X509Certificate>MA==</X509Certificate>" * 20 + b"</X509Data>"),
    ],
    ids=["objects", "references", "certificates"],
)
def test_more_of_a_kind_than_any_seal_has_is_damage(sealed_plan: bytes, old: bytes, new: bytes) -> None:
    with pytest.raises(TeammeetError) as refused:
        verified(changed(SEAL, old, new)(sealed_plan))
    assert (refused.value.message_key, refused.value.values["place"]) == ("sealed-file-damaged", SEAL)


def test_lists_larger_than_any_file_has_are_not_read(sealed_plan: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "MOST_LISTED", 1_000)
    with pytest.raises(TeammeetError) as refused:
        verified(sealed_plan)
    assert refused.value.message_key == "sealed-file-bomb"


def test_more_seals_than_anybody_makes_are_a_fault(sealed_plan: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    twice = sealed(sealed_plan, new_key("Second", WHEN), WHEN)
    monkeypatch.setattr(verifying, "MOST_SEALS", 1)
    verdict = verified(twice)
    assert len(verdict.seals) == 1
    assert not verdict.holds
    assert Fault("unsealed", TO_SEALS) in verdict.faults
