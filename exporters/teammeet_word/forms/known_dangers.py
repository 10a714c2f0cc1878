"""The lists behind :mod:`teammeet_word.forms.danger`: what parts, arrows, elements and fields of a Word file can do."""

from typing import Final

PLAIN_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# fmt: off
PART_ENDINGS: Final = frozenset({
        "xml", "rels", "vml", "png", "jpg", "jpeg", "jfif", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg", "wdp",
        "ico", "odttf", "ttf", "otf", "fntdata", "sigs", "cer",
})
"""Endings of parts that are text, pictures, fonts and signatures."""
STARTS_OF_OTHER_FILES: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"MZ", b"%PDF", b"{\\rt", b"#!", b"\x7fELF")
"""How files begin that are none of those: archives, old Office files, programs."""
HARMFUL_ARROWS: Final = {
    "vbaProject": "macro",
    "wordVbaData": "macro",
    "keyMapCustomizations": "macro",
    "attachedToolbars": "macro",
    "attachedTemplate": "remote-template",
    "oleObject": "object",
    "package": "object",
    "control": "control",
    "activeXControlBinary": "control",
    "aFChunk": "alt-chunk",
    "subDocument": "sub-document",
    "frame": "sub-document",
    "mailMergeSource": "mail-merge",
    "mailMergeHeaderSource": "mail-merge",
    "recipientData": "mail-merge",
    "extensibility": "custom-ui",
    "ui": "custom-ui",
    "webextension": "web-extension",
    "webextensiontaskpanes": "web-extension",
    "transform": "script",
    "externalLinkPath": "outside",
}
"""Arrows to what may do harm, by the last word of their type."""
HARMFUL_TYPES: Final = {
    "macroenabled": "macro",
    "vbaproject": "macro",
    "vbadata": "macro",
    "oleobject": "object",
    "activex": "control",
    "webextension": "web-extension",
    "customui": "custom-ui",
}
HARMFUL_ELEMENTS: Final = {
    "object": "object",
    "OLEObject": "object",
    "control": "control",
    "altChunk": "alt-chunk",
    "subDoc": "sub-document",
    "sourceFileName": "sub-document",
    "attachedTemplate": "remote-template",
    "mailMerge": "mail-merge",
    "dataSource": "mail-merge",
    "saveThroughXslt": "script",
    "scriptAnchor": "script",
    "script": "script",
    "foreignObject": "script",
    "entryMacro": "macro",
    "exitMacro": "macro",
    "webExtensionLinked": "web-extension",
    "webExtensionCreated": "web-extension",
    "customUI": "custom-ui",
}
"""Elements that may do harm, whatever their namespace."""
HARMLESS_FIELDS: Final = frozenset({
        "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "TC",
        "TOA", "TA", "INDEX", "XE", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "DATE", "TIME", "CREATEDATE",
        "SAVEDATE", "PRINTDATE", "EDITTIME", "TITLE", "SUBJECT", "KEYWORDS", "COMMENTS", "AUTHOR", "LASTSAVEDBY",
        "REVNUM", "NUMWORDS", "NUMCHARS", "FILESIZE", "DOCPROPERTY", "SYMBOL", "ADVANCE", "EQ", "FORMTEXT",
        "FORMCHECKBOX", "FORMDROPDOWN", "MERGEFIELD", "IF", "=", "COMPARE", "BIBLIOGRAPHY", "CITATION", "HYPERLINK",
        "BIDIOUTLINE", "PRIVATE",
})
"""Fields that only count, repeat or format what is in the document."""
HARMFUL_FIELDS: Final = frozenset({
        "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "EMBED", "DATABASE",
        "MACROBUTTON", "GOTOBUTTON", "RD", "PRINT", "QUOTE", "SET", "ASK", "FILLIN", "AUTOTEXT", "AUTOTEXTLIST",
        "CONTROL", "HTMLACTIVEX", "ADDIN", "SHAPE", "FILENAME", "INFO",
})
