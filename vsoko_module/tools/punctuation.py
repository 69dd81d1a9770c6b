"""Full stops and quotation marks around words that people have typed."""

from collections.abc import Sequence


def sentence(parts: Sequence[str]) -> str:
    """Parts that are there, joined by commas, capital first, a full stop at the end.

    >>> sentence(["посещено 3 урока", "", "в 2 классах"])
    'Посещено 3 урока, в 2 классах.'
    >>> sentence(["", ""])
    ''
    """
    text = ", ".join(filter(None, parts)).strip().rstrip(".;,")
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def ended(text: str) -> str:
    """
    >>> ended("план"), ended("2023 г."), ended("Кто:")
    ('план.', '2023 г.', 'Кто:')
    """
    bare = text.strip().rstrip(";,")
    return bare if bare.endswith((".", ":", "!", "?")) else f"{bare}."


def inner_quoted(text: str) -> str:
    """Quotation marks around words that may have their own.

    >>> inner_quoted("Урок «Дроби».")
    '«Урок „Дроби“»'
    """
    bare = " ".join(text.split()).rstrip(".;,")
    return f"«{bare.replace('«', '„').replace('»', '“')}»"
