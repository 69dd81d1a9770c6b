"""Page numbers of headings: read from a print, written into the next one."""

import re
from io import BytesIO

from PyPDF2 import PdfReader

SPACES = re.compile(r"\s+")


def pages_of(pdf: bytes, headings: list[str], first: int = 2) -> dict[str, int]:
    """``{heading: page}``; what is not found has no page.

    Pages before ``first`` (counted from 1) are the title and the contents, where the
    headings stand, too.
    """
    pages = [_plain(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]
    found = {}
    start = first
    for heading in headings:
        for number, text in enumerate(pages, 1):
            if number >= start and _plain(heading) in text:
                # Headings come one after another, and so do their pages
                found[heading] = start = number
                break
    return found


def _plain(text: str) -> str:
    """
    >>> _plain("1.1. Оценка \\n деятельности")
    '1.1.Оценкадеятельности'
    """
    return SPACES.sub("", text)
