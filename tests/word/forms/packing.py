"""How these tests change the package of a Word file: parts put in, taken out, or with a piece of XML more."""

import io
import zipfile

from teammeet_word.template import Look, filled

DOCUMENT, SETTINGS, TYPES = "word/document.xml", "word/settings.xml", "[Content_Types].xml"
ARROWS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLAIN = "<w:p><w:r><w:t>Name</w:t></w:r></w:p>"


def document(body: str = PLAIN, footer: str = "<w:p/>", picture: bytes | None = None) -> bytes:
    """A small Word file with ``body``."""
    return filled(Look("en-US"), body, footer, picture)


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


def with_part(name: str, content: bytes, base: bytes | None = None) -> bytes:
    """With a part more, or in the place of the one of that name."""
    return packed({**parts_of(base or document()), name: content})


def with_arrow(kind: str, target: str, part: str = ARROWS, outside: bool = True) -> bytes:
    """With an arrow of that kind more."""
    mode = ' TargetMode="External"' if outside else ""
    whole = kind if ":" in kind else f"{OFFICE}/{kind}"
    arrow = f'<Relationship Id="rId99" Type="{whole}" Target="{target}"{mode}/></Relationships>'.encode()
    begun = parts_of(document()).get(
        part, b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    return with_part(part, begun.replace(b"</Relationships>", arrow))


def with_change(name: str, old: str, new: str, base: bytes | None = None) -> bytes:
    """With ``new`` in the place of the first ``old`` of a part."""
    parts = parts_of(base or document())
    assert old.encode() in parts[name]
    return packed({**parts, name: parts[name].replace(old.encode(), new.encode(), 1)})
