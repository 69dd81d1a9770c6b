"""Roles that a post names: «Учитель, классный руководитель» names two of them."""

import re

from .roles import PhraseBook

# What parts two posts of one person
NEXT_POST = re.compile(r"[,;/+\n]|\bи\b(?!\.)")


def post_keys(book: PhraseBook, text: str) -> list:
    """Keys of the phrases that begin an item of the text, in its order.

    A helper of the director is no director, however well the director is known.

    >>> book = PhraseBook({"director": ["директор"], "teacher": ["учитель"]})
    >>> post_keys(book, "Учитель математики, директор")
    ['teacher', 'director']
    >>> post_keys(book, "Помощник директора"), post_keys(book, "И. о. директора")
    ([], ['director'])
    >>> post_keys(book, "Учитель директора")
    ['teacher']
    """
    found, before = [], None
    for match in book.find(text):
        if match.key is not None and not _continues(text, before, match):
            found.append(match.key)
        before = match
    return list(dict.fromkeys(found))


def _continues(text, before, match) -> bool:
    """Whether the words only specify what stands before them in the same item."""
    if before is None or not (before.attached or before.key is not None):
        return False
    inside = text[before.start if before.key is None else before.end : match.start]
    return not NEXT_POST.search(inside)
