"""The project's own rules of accessibility, as the tests of documents call them."""

from teammeet_word.accessibility import RULES, contrast, findings, said, style_of, text_of
from teammeet_word.accessibility import Checked as Package
from teammeet_word.accessibility import checked_document as package_of
from teammeet_word.accessibility.document import W

__all__ = ["RULES", "Package", "W", "contrast", "findings", "package_of", "said", "style_of", "text_of"]
