"""Our own slim template: the parts in ``template/`` as one package, made once for each language.

They are kept as XML, one file a part, so that a change of style can be read in a comparison.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

PARTS: Final = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "_rels/package.rels.xml",
    "docProps/core.xml": "docProps/core.xml",
    "word/document.xml": "word/document.xml",
    "word/_rels/document.xml.rels": "word/_rels/document.rels.xml",
    "word/styles.xml": "word/styles.xml",
    "word/numbering.xml": "word/numbering.xml",
    "word/settings.xml": "word/settings.xml",
    "word/fontTable.xml": "word/fontTable.xml",
    "word/theme/theme1.xml": "word/theme/theme1.xml",
    "word/footer1.xml": "word/footer1.xml",
}
"""The name of each part in the package, and the file that it is read from."""

PICTURE: Final = "rId7"
"""The relation from the body to its picture, if there is one."""
_STYLES: Final = "word/styles.xml"
_PAGE_STYLES: Final = "word/page_styles.xml"
"""The styles that differ where everything must fit on one page, at the size that is read at arm's length."""
_STYLE: Final = re.compile(r'[ ]*<w:style [^>]*w:styleId="(\w+)".*?</w:style>\n', re.DOTALL)
_DEFAULT_LANGUAGE: Final = 'w:lang w:val="en-US"'
_PICTURE_PART: Final = "word/media/ecomap.png"
_PICTURE_RELATION: Final = (
    f'<Relationship Id="{PICTURE}" Target="media/ecomap.png" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
)


def filled(language: str, body: str, footer: str, picture: bytes | None, *, one_page: bool = False) -> bytes:
    """The template with content, as a package for python-docx to open.

    ``language`` is that of the styles (a tag that Word knows, such as ``es-US``), ``body`` and ``footer`` are fragments;
    ``one_page`` sets them closer.
    """
    parts: dict[str, str | bytes] = dict(template(language))
    if one_page:
        parts[_STYLES] = _styles_of_a_page(language)
    parts["word/document.xml"] = template(language)["word/document.xml"].replace("<w:sectPr>", f"{body}<w:sectPr>")
    parts["word/footer1.xml"] = template(language)["word/footer1.xml"].replace("</w:ftr>", f"{footer}</w:ftr>")
    if picture is not None:
        relations = template(language)["word/_rels/document.xml.rels"]
        parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", f"{_PICTURE_RELATION}</Relationships>")
        parts[_PICTURE_PART] = picture
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


@cache
def template(language: str) -> Mapping[str, str]:
    """Every part of the empty document, its styles in ``language``."""
    return {name: _part(file).replace(_DEFAULT_LANGUAGE, f'w:lang w:val="{language}"') for name, file in PARTS.items()}


@cache
def _styles_of_a_page(language: str) -> str:
    """The styles, with those of a single page in the place of the plan's own, and besides them."""
    of_page = {found[1]: found[0] for found in _STYLE.finditer(_part(_PAGE_STYLES))}
    both = _STYLE.sub(lambda found: of_page.pop(found[1], found[0]), template(language)[_STYLES])
    return both.replace("</w:styles>", f"{''.join(of_page.values())}</w:styles>")


def _part(file: str) -> str:
    return files(__package__).joinpath("template", *file.split("/")).read_text(encoding="utf-8")
