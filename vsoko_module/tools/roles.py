"""Known phrases (roles, forms of result, methods, bodies) found in the author's words.

A cell «Заместители директора по УВР, ВР Методическая служба» names two posts known to
the school and something it does not know yet. Both are needed: the first become people,
the second is shown to the user in the very words of the file.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from .words import Word, stems, words

Key = TypeVar("Key", bound=Hashable)
Phrase = tuple[str, ...]

COMMA = re.compile("[,;]")
# What may stand between «заместитель директора по УВР» and the «ВР» that continues it.
JOINT = re.compile(r"\s*(?:[,;/+&\n]|\bи\b)[\s,;/+&]*(?:и\s+)?(?:(?:по|о|об)\s+)?")
NEW_LINE = re.compile(r"\W*\n\W*[A-ZА-ЯЁ]")
ITEM_END = re.compile(r"[,;]|\n(?=\W*(?:[A-ZА-ЯЁ\d]|$))")
EDGES = " \t\r\n\u00a0,;.:/+&-–—•"
LEADING_LINK = re.compile(r"^(?:и|или|а также|совместно с|вместе с)\s+", re.IGNORECASE)
# «5–9 классов», «на 2024/25 учебный год» tell which, not who: nothing is unknown there.
DETAILS = frozenset(
    stems(
        "и или а также совместно вместе с со на за в для класс учебный год гг четверть"
    )
    + stems("полугодие триместр")
)


class Match(NamedTuple):
    """A phrase of the text: with the key it is known by, or without one.

    `attached` marks unknown words that stand beside a known phrase in the same item
    of the list («Отчёт» + «по питанию»): they specify it and name nothing new.
    """

    key: Hashable | None
    text: str
    start: int
    end: int
    attached: bool = False


def spellings(name: str, aliases: str | None) -> list[str]:
    """All ways to write an entry: its name first, then the aliases, one a line.

    >>> spellings("Приказ", "приказ директора\\n\\nприказы")
    ['Приказ', 'приказ директора', 'приказы']
    """
    return [name, *filter(None, (aliases or "").splitlines())]


class PhraseBook(Generic[Key]):
    """Finds spellings of known things in a text, whatever the case, ending or hyphen.

    >>> book = PhraseBook({
    ...     "uvr": ["Заместитель директора по УВР"],
    ...     "vr": ["Заместитель директора по ВР"],
    ...     "class": ["Классный руководитель"],
    ... })
    >>> book.keys("Зам.директора по УВР, ВР, кл.руководители")
    ['uvr', 'vr', 'class']
    >>> book.unknown("зам. Директора о ВР\\nМетодическая служба")
    ['Методическая служба']
    """

    def __init__(self, spellings: Mapping[Key, Iterable[str]]) -> None:
        self._keys: dict[Phrase, Key] = {}
        for key, texts in spellings.items():
            for text in texts:
                phrase = _stems(_tokens(text))
                if phrase:
                    self._keys.setdefault(phrase, key)
        self._longest = max(map(len, self._keys), default=0)

    def find(self, text: str) -> list[Match]:
        """Known and unknown phrases in the order of the text."""
        known = list(self._known(text))
        return sorted([*known, *_unknown(text, known)], key=lambda match: match.start)

    def keys(self, text: str) -> list[Key]:
        """Each thing the text names, once, in the order of the text."""
        return list(dict.fromkeys(match.key for match in self._known(text)))

    def unknown(self, text: str) -> list[str]:
        """Phrases that name something the book has no key for."""
        return [
            match.text
            for match in self.find(text)
            if match.key is None and not match.attached
        ]

    def unclear(self, text: str) -> list[str]:
        """Known phrases together with the words that may make them another thing.

        >>> book = PhraseBook({"deputy": ["зам. директора"]})
        >>> book.unclear("Зам. директора по безопасности, зам. директора")
        ['Зам. директора по безопасности']
        """
        found = self.find(text)
        return [
            text[before.start : after.end]
            for before, after in zip(found, found[1:], strict=False)
            if _specifies(text, before, after)
        ]

    def _known(self, text: str) -> Iterator[Match]:
        found = _tokens(text)
        place, last, end = 0, (), 0
        while place < len(found):
            start = found[place].start
            ahead = found[place : place + self._longest]
            begun = last if JOINT.fullmatch(text, end, start) else ()
            phrase, size = self._phrase(text, ahead, begun)
            place += size or 1
            if size:
                last, end = phrase, found[place - 1].end
                yield Match(self._keys[phrase], text[start:end], start, end)

    def _phrase(
        self, text: str, ahead: list[Word], begun: Phrase
    ) -> tuple[Phrase, int]:
        """A spelling that starts with these words, and how many of them it takes.

        Lines are whole: only when a line says nothing known the next one continues it.
        Last comes a spelling that borrows its beginning from the one before («, ВР»).
        """
        attempts = [((), _first_line(text, ahead)), ((), ahead)]
        attempts += [(begun[:size], ahead) for size in range(len(begun) - 1, 0, -1)]
        for prefix, line in attempts:
            for size in range(len(line), 0, -1):
                phrase = prefix + _stems(line[:size])
                if phrase in self._keys:
                    return phrase, size
        return (), 0


def _tokens(text: str) -> list[Word]:
    """Words and commas: «План, график» is two things and «план-график» is one."""
    commas = (Word(",", found.start(), found.end()) for found in COMMA.finditer(text))
    return sorted([*words(text), *commas], key=lambda word: word.start)


def _stems(found: Iterable[Word]) -> Phrase:
    return tuple(word.stem for word in found)


def _first_line(text: str, ahead: list[Word]) -> list[Word]:
    for size, (word, following) in enumerate(zip(ahead, ahead[1:], strict=False), 1):
        if NEW_LINE.match(text[word.end : following.start + 1]):
            return ahead[:size]
    return ahead


def _unknown(text: str, known: list[Match]) -> Iterator[Match]:
    """What stands between known phrases, item by item."""
    starts = [0, *(match.end for match in known)]
    ends = [*(match.start for match in known), len(text)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        pieces = list(_items(text, start, end))
        for place, (left, right) in enumerate(pieces):
            after = place == 0 and number > 0
            before = place == len(pieces) - 1 and number < len(known)
            yield from _leftover(text, left, right, after or before)


def _specifies(text: str, before: Match, after: Match) -> bool:
    if not before.attached and not after.attached:
        return False
    end = after.end if after.key is None else after.start
    return not ITEM_END.search(text, before.start, end)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in ITEM_END.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def _leftover(text: str, start: int, end: int, attached: bool) -> Iterator[Match]:
    raw = text[start:end]
    phrase = LEADING_LINK.sub("", raw.strip(EDGES)).strip(EDGES)
    if phrase.startswith("(") and phrase.endswith(")"):
        phrase = phrase[1:-1]
    if _says_something(phrase):
        start += raw.index(phrase)
        yield Match(None, phrase, start, start + len(phrase), attached)


def _says_something(phrase: str) -> bool:
    names = (stem for stem in stems(phrase) if len(stem) > 1 and stem.isalpha())
    return any(stem not in DETAILS for stem in names)
