"""The agency's own form: a Word file with content controls, filled from a View.

``fields.py`` is the stable list of what a control's tag may name, ``tags.py`` reads tags, ``compiled.py`` turns a form into a
program once, ``filled.py`` runs it for one View.
"""
