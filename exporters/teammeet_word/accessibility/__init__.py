"""What makes a Word file readable for everybody, as rules that a machine can check: each gives the places where it is broken.

They follow what Word's own checker and WCAG 2.2 ask of a document. The project holds its own documents to all of them, and
``teammeet form check`` an agency's form. Every rule is proved by a planted fault.
"""

from teammeet_word.accessibility.document import Checked, Place, checked_document, said, style_of, text_of
from teammeet_word.accessibility.looks import contrast
from teammeet_word.accessibility.rules import RULES, broken, findings

__all__ = ["RULES", "Checked", "Place", "broken", "checked_document", "contrast", "findings", "said", "style_of", "text_of"]
