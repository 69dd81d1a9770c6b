"""People of a school found by name in the words «Методист, Иванова А.П.»."""

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from .people_names import name_key

Key = TypeVar("Key", bound=Hashable)

SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
# «Иванова А.П.», «Иванова А. П», «А.П. Иванова»
AFTER = re.compile(rf"({SURNAME})\s+([А-ЯЁ])\.\s?(?:([А-ЯЁ])\b\.?)?")
BEFORE = re.compile(rf"\b([А-ЯЁ])\.\s?(?:([А-ЯЁ])\.)?\s?({SURNAME})")
ITEMS = re.compile(r"([,;\n])")


class NameBook(Generic[Key]):
    """Knows people by their full names; two of one name are nobody.

    >>> book = NameBook([(1, "Иванова Анна Петровна"), (2, "Орлов Олег Ильич")])
    >>> book.take("Методист Иванова А.П., завуч, О.И. Орлов")
    ([1, 2], 'Методист , завуч, ', ',завуч,')
    >>> book.take("Иванова Б.П.")
    ([], 'Иванова Б.П.', 'Иванова Б.П.')
    """

    def __init__(self, people: Iterable[tuple[Key, str]]) -> None:
        self._full: dict[str, list[Key]] = {}
        self._short: dict[tuple[str, ...], list[Key]] = {}
        for key, name in people:
            words = name_key(name).split()
            if len(words) < 2:
                continue
            self._full.setdefault(" ".join(words), []).append(key)
            letters = [word[0] for word in words[1:3]]
            for size in range(1, len(letters) + 1):
                self._short.setdefault((words[0], *letters[:size]), []).append(key)

    def take(self, text: str) -> tuple[list[Key], str, str]:
        """Who is named; the text without names; the text without what has names."""
        found: list[Key] = []
        nameless, others = [], []
        for item in ITEMS.split(text):
            keys, rest = self._take_item(item)
            found += keys
            nameless.append(rest)
            others.append("" if keys else item.strip(" ") or item)
        return list(dict.fromkeys(found)), "".join(nameless), "".join(others)

    def _take_item(self, item: str) -> tuple[list[Key], str]:
        whole = self._only(self._full, name_key(item))
        if whole:
            return whole, ""
        for pattern, order in ((AFTER, (1, 2, 3)), (BEFORE, (3, 1, 2))):
            for found in pattern.finditer(item):
                parts = (found[number] for number in order)
                short = tuple(name_key(part) for part in parts if part)
                if known := self._only(self._short, short):
                    return known, item[: found.start()] + item[found.end() :]
        return [], item

    def _only(self, book: Mapping[Hashable, list[Key]], name: Hashable) -> list[Key]:
        found = book.get(name, [])
        return found if len(found) == 1 else []
