"""The ecomap as a picture, SVG and PNG made from it, and in words. Others embed it: :func:`svg_text`, :func:`png_bytes`."""

from teammeet_picture.in_words import words
from teammeet_picture.picture import Picture, drawing, png_bytes, svg_text
from teammeet_picture.plugged import png, svg

__all__ = ["Picture", "drawing", "png", "png_bytes", "svg", "svg_text", "words"]
