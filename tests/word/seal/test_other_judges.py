"""Other programs judge our seals: LibreOffice the whole file, xmlsec1 the signature. None of them has our code."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from teammeet_word.seal import Key, sealed, verified

from .conftest import NAME
from .issued import issued_key
from .tampering import SEAL, TAMPERINGS, WHEN, parts_of

PYTHON = "/usr/bin/python3"
JUDGE = Path(__file__).with_name("libreoffice_judge.py")
SIGNED_PROPERTIES = "http://uri.etsi.org/01903/v1.3.2#:SignedProperties"


def has_uno() -> bool:
    if shutil.which("soffice") is None or not os.access(PYTHON, os.X_OK):
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not has_uno(), reason="needs LibreOffice and its Python (soffice, python3-uno)")
def test_libreoffice_judges_every_seal_and_every_tampering_as_the_table_says(
    sealed_plan: bytes, plan: bytes, tmp_path: Path
) -> None:
    files = {f"{number}.docx": tampering.change(sealed_plan) for number, tampering in enumerate(TAMPERINGS)}
    keys = [issued_key(ec.generate_private_key(ec.SECP384R1())), issued_key(rsa.generate_private_key(65537, 2048))]
    twice = sealed(sealed(plan, keys[0], WHEN), keys[1], WHEN)
    files |= {"384.docx": sealed(plan, keys[0], WHEN), "rsa.docx": sealed(plan, keys[1], WHEN), "twice.docx": twice}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    asked = [PYTHON, str(JUDGE), str(tmp_path), *(str(tmp_path / name) for name in files)]
    ran = subprocess.run(asked, capture_output=True, text=True, timeout=240, check=True)
    found = json.loads(ran.stdout)
    expected = {tampering.name: list(tampering.libreoffice) for tampering in TAMPERINGS}
    judged = {t.name: valid(found[f"{number}.docx"]) for number, t in enumerate(TAMPERINGS)}
    assert judged == expected
    assert [valid(found[name]) for name in ("384.docx", "rsa.docx", "twice.docx")] == [[True], [True], [True, True]]
    assert NAME.partition("&")[0] in found["0.docx"][0]["signer"]
    assert valid(found["saved.docx"]) == []
    assert not verified((tmp_path / "saved.docx").read_bytes()).holds


def valid(said: Any) -> list[bool]:
    assert isinstance(said, list), said
    return [one["valid"] for one in said]


def test_each_tampering_is_caught_by_a_judge() -> None:
    for tampering in TAMPERINGS:
        is_whole = tampering.name in ("untouched", "zipped again, harder")
        assert is_whole == (not tampering.faults), tampering.name
        assert not is_whole or tampering.libreoffice == (True,)


@pytest.mark.skipif(shutil.which("xmlsec1") is None, reason="needs xmlsec1")
@pytest.mark.parametrize("kind", ["own", "secp384r1", "rsa"])
def test_xmlsec1_judges_the_signature_valid_and_a_changed_one_invalid(
    plan: bytes, sealed_plan: bytes, key: Key, tmp_path: Path, kind: str
) -> None:
    if kind == "own":
        content, trusted = sealed_plan, key.certificate
    else:
        private = ec.generate_private_key(ec.SECP384R1()) if kind == "secp384r1" else rsa.generate_private_key(65537, 2048)
        issued = issued_key(private)
        content, trusted = sealed(plan, issued, WHEN), issued.chain[-1]
    signature = parts_of(content)[SEAL]
    assert xmlsec_says(signature, trusted, tmp_path)
    assert not xmlsec_says(signature.replace(b"ProofOfCreation", b"ProofOfOrigin"), trusted, tmp_path)
    assert not xmlsec_says(signature.replace(b"word/styles.xml", b"word/style2.xml"), trusted, tmp_path)


def xmlsec_says(signature: bytes, trusted: x509.Certificate, folder: Path) -> bool:
    """What xmlsec1 says of a signature, at the time when it was made; the parts that it lists are not there to be looked at."""
    (folder / "signature.xml").write_bytes(signature)
    (folder / "trusted.pem").write_bytes(trusted.public_bytes(Encoding.PEM))
    asked = ["xmlsec1", "--verify", "--ignore-manifests", "--enabled-key-data", "x509"]
    asked += ["--id-attr:Id", "Object", "--id-attr:Id", SIGNED_PROPERTIES, "--verification-time", f"{WHEN:%Y-%m-%d %H:%M:%S}"]
    asked += ["--trusted-pem", str(folder / "trusted.pem"), str(folder / "signature.xml")]
    return subprocess.run(asked, capture_output=True, check=False, timeout=60).returncode == 0
