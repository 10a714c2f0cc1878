"""Our own slim template: the parts in ``template/`` as one package, made once for each language.

They are kept as XML, one file a part, so that a change of style can be read in a comparison.
"""

import io
import zipfile
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

_DEFAULT_LANGUAGE: Final = 'w:lang w:val="en-US"'


@cache
def template(language: str) -> bytes:
    """An empty document whose styles speak ``language`` (a tag that Word knows, such as ``es-US``)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, file in PARTS.items():
            package.writestr(name, _part(file).replace(_DEFAULT_LANGUAGE, f'w:lang w:val="{language}"'))
    return made.getvalue()


def _part(file: str) -> str:
    return files(__package__).joinpath("template", *file.split("/")).read_text(encoding="utf-8")
