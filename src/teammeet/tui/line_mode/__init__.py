"""The plain line mode: a whole meeting in lines that are only appended, for screen readers, braille displays and scripts.

The panels, deeds, forms and the desk are those of the screens; only how they are shown and asked for is different. Nothing
here loads Textual.
"""
