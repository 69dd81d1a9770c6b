"""Phrases found in a text whatever form their words stand in.

A school lists «усилить»; people write «усиление», «усиливать», «усилив». Words are
compared by the root that is left of the dictionary form without its suffix, so that
«усилия» stay what they are.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from .declension import morph

TOKEN = re.compile(r"[а-яё]+(?:-[а-яё]+)*", re.I)
VERBS = {"VERB", "INFN", "PRTF", "PRTS", "GRND"}
VERB_END = re.compile(r"(?:ир|из)?(?:[оеиыа]в)?(?:[аяие]|ну)ть(?:ся)?$")
NOUN_END = re.compile(r"(?:(?:ир|из)?(?:[оеиы]в)?[аяе]ни[ея]|[ая]ция|(?<=\w{4})ка)$")
# «обратить – обращать», «наладить – налаживать», «направить – направление»: what a
# last consonant may be in the other forms becomes one letter
ALTERNATION = {"жд": "д", "ж": "д", "з": "д", "щ": "т", "ч": "т", "ш": "с"} | {
    f"{letter}л": letter for letter in "бвмпф"
}
SENTENCE_END = re.compile(r"[.;!?\n]")
# «обратить особое внимание», «повысить в школе качество»
WORDS_BETWEEN = 2


class Token(NamedTuple):
    roots: frozenset[str]
    start: int
    end: int


def found_phrases(phrases: Iterable[str], text: str) -> list[str]:
    """The text's own words that are one of the phrases, each once.

    >>> found_phrases(["усилить", "обратить внимание"], "Усиление работы учителей")
    ['Усиление']
    >>> found_phrases(["обратить внимание"], "Следует обращать особое внимание на счёт")
    ['обращать особое внимание']
    >>> found_phrases(["повысить качество"], "Повысить дисциплину. Качество – 60 %")
    []
    >>> found_phrases(["усилить"], "Усилия учителя дали результат")
    []
    """
    said = list(_tokens(text))
    found = []
    for phrase in phrases:
        wanted = [token.roots for token in _tokens(phrase)]
        found += _places(wanted, said, text) if wanted else []
    return list(dict.fromkeys(text[start:end] for start, end in sorted(found)))


def spelled_phrases(phrases: Iterable[str], text: str) -> list[str]:
    """Phrases that stand in the text letter by letter; a single word only begins it.

    >>> spelled_phrases(["всем учителям", "учителям"], "Всем  учителям усилить работу")
    ['Всем  учителям']
    >>> spelled_phrases(["учителям"], "Учителям вести тетради")
    ['Учителям']
    >>> spelled_phrases(["учителям"], "Оказать помощь учителям")
    []
    """
    for phrase in sorted(phrases, key=len, reverse=True):
        words = [re.escape(word) for word in _plain(phrase).split()]
        if not words:
            continue
        start = r"(?<![\w-])" if len(words) > 1 else r"^\W*"
        pattern = start + "(" + r"\s+".join(words) + r")(?![\w-])"
        if hit := re.search(pattern, _plain(text)):
            return [text[hit.start(1) : hit.end(1)]]
    return []


def _tokens(text: str) -> Iterator[Token]:
    for hit in TOKEN.finditer(text or ""):
        yield Token(_roots(_plain(hit.group())), hit.start(), hit.end())


def _plain(text: str) -> str:
    return (text or "").lower().replace("ё", "е")


@lru_cache(maxsize=4096)
def _roots(word: str) -> frozenset[str]:
    """What is left of each dictionary form the word may belong to.

    >>> _roots("повышение") == _roots("повысить") == _roots("повышать")
    True
    >>> _roots("активизация") == _roots("активизировать")
    True
    """
    return frozenset(_root(form) for form in morph().parse(word))


def _root(form) -> str:
    lemma = _plain(form.normal_form)
    end = VERB_END if form.tag.POS in VERBS else NOUN_END
    root = end.sub("", lemma)
    if root == lemma:
        return lemma
    for one, other in ALTERNATION.items():
        if root.endswith(one):
            return root.removesuffix(one) + other
    return root


def _places(wanted, said: list[Token], text: str) -> Iterator[tuple[int, int]]:
    for at, token in enumerate(said):
        if token.roots & wanted[0]:
            last = _rest(wanted[1:], said, at)
            if last and not SENTENCE_END.search(text, token.start, last.end):
                yield token.start, last.end


def _rest(wanted, said: list[Token], at: int) -> Token | None:
    """The token that ends the phrase begun at ``at``, if all of it is there."""
    for roots in wanted:
        near = range(at + 1, min(at + 2 + WORDS_BETWEEN, len(said)))
        at = next((one for one in near if said[one].roots & roots), -1)
        if at < 0:
            return None
    return said[at]
