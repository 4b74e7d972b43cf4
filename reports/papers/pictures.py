"""Photos on a paper: at most so wide and so high that two of them share a page."""

import io
from typing import Final

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage

_WIDEST: Final = 14
_HIGHEST: Final = 11
"""Centimetres."""


def is_picture(content: bytes) -> bool:
    """Whether it can stand on a paper; what people send is not always what it is called."""
    try:
        return Image.from_blob(content).px_height > 0
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ArithmeticError):
        return False


def on_paper(template: DocxTemplate, content: bytes) -> InlineImage:
    """In its own shape; `content` is a picture."""
    image = Image.from_blob(content)
    is_high = image.px_height * _WIDEST > image.px_width * _HIGHEST
    room = {"height": Cm(_HIGHEST)} if is_high else {"width": Cm(_WIDEST)}
    return InlineImage(template, io.BytesIO(content), **room)
