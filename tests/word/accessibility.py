"""The project's own rules of accessibility, as the tests of documents call them: the product's, and those of our layouts."""

from teammeet_word.accessibility import RULES as PRODUCTS_RULES
from teammeet_word.accessibility import Checked as Package
from teammeet_word.accessibility import checked_document as package_of
from teammeet_word.accessibility import contrast, said, style_of, text_of
from teammeet_word.accessibility import findings as products_findings
from teammeet_word.accessibility.document import W

from .layout_rules import LAYOUT_RULES

RULES = {**PRODUCTS_RULES, **LAYOUT_RULES}


def findings(content: bytes) -> list[tuple[str, str]]:
    """Every rule that is broken, with where."""
    package = package_of(content)
    ours = [(name, where) for name, rule in LAYOUT_RULES.items() for where in rule(package)]
    return [*products_findings(content), *ours]


__all__ = ["RULES", "Package", "W", "contrast", "findings", "package_of", "said", "style_of", "text_of"]
