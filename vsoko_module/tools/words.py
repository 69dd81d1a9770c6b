"""Words of school papers: one spelling for comparison, a clean one for display.

A plan comes from Word, from a PDF, from somebody's phone. The same post is written
«Зам.директора по УВР», «зам. Директора о ВР» or with a Latin «C» in the middle; the
functions here make such spellings equal without touching what the author typed.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

LETTER = r"[^\W_]"
# A soft hyphen or a loose accent stands inside a word and does not end it.
WORD = re.compile(rf"{LETTER}+(?:[\u0300-\u036f\u00ad\u200b-\u200d\u2060]+{LETTER}*)*")
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
DASH = re.compile(r"[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]")
MARK = re.compile(r"[\u0300-\u036f]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")

# «ѐ» and «ѝ» are what some fonts leave of «ё» and «й» when a file changes format.
BROKEN_LETTERS = str.maketrans("ѐЀѝЍ", "ёЁйЙ")
LOOK_ALIKES = str.maketrans("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху")
LOOK_ALIKE_WORD = re.compile(r"[\dABCEHKMOPTXYaceopxy]+")
ROMAN_NUMBER = re.compile(r"[IVXivx]+")
LATIN = re.compile(r"[A-Za-z]")

# A key with a dot is an abbreviation only when the author put the dot.
ABBREVIATIONS = {
    "адм.": "администрация",
    "библ": "библиотекарь",
    "воспит.": "воспитательный",
    "восп.": "воспитательный",
    "дир": "директор",
    "зав": "заведующий",
    "зам": "заместитель",
    "замдиректора": "заместитель директора",
    "кл": "классный",
    "классрук": "классный руководитель",
    "мед.": "медицинский",
    "метод.": "методический",
    "нач": "начальный",
    "отв": "ответственный",
    "пед": "педагог",
    "пом": "помощник",
    "пред.": "председатель",
    "преп": "преподаватель",
    "псих.": "психолог",
    "рук": "руководитель",
    "секр": "секретарь",
    "соц": "социальный",
    "спец.": "специалист",
    "ст.": "старший",
    "стат.": "статистический",
    "уч.": "учебный",
    "хоз": "хозяйственный",
    "аналит.": "аналитический",
    "информ.": "информационный",
}
# Schools write «зам. по УВР», «зам. о УВР» and «зам. УВР» about the same person.
DROPPED = {"по", "о", "об", "обо"}
# «нач. кл.» is about a class and «кл. рук.» about its teacher: one stem serves both.
SAME_STEM = {"классн": "класс"}

OPENING = '(«[{„“"'
CLOSING = ')»]}“”"'
# What a comma starts when it does not start the next item of a list.
CLAUSE = re.compile(
    r"\s*(?:в том числе|включая|например|если|при необходимости|котор\w+|направленн\w+"
    r"|связанн\w+|утвержд[её]нн\w+|\w{3,}(?:вш|ющ|ящ|ущ|ащ)(?:ий|ая|ее|ие|их|его|ей))\b",
    re.IGNORECASE,
)
BULLET = re.compile(r"^\s*(?:[-–—•·●▪*]+|\d{1,2}[.)](?!\d))\s*")
NUMBERS = re.compile(r"\d,\s*\d")
SENTENCE = re.compile(r"\s+[А-ЯЁA-Z]")
LIST_EDGES = " \t\r\n\u00a0,;"

_local = threading.local()


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the author's text."""

    stem: str
    start: int
    end: int


def normalise(text: str) -> str:
    """One spelling for comparison; never for display.

    >>> normalise("Учителя- предметники")
    'учителя-предметники'
    >>> normalise("ОТЧЁТ\\u00a0 о\\u00adбщий — 2023")
    'отчет общий-2023'
    >>> normalise("Cправка") == normalise("справка")
    True
    """
    text = _letters(text)
    russian = bool(CYRILLIC.search(text))
    text = WORD.sub(lambda found: _cyrillic(found.group(), russian), text)
    text = DASH.sub("-", _plain(text))
    return re.sub(r"\s*-\s*", "-", " ".join(text.split()))


def words(text: str) -> list[Word]:
    """Stems of a text with their places in it; prepositions are left out.

    >>> [word.stem for word in words("Зам.директора по УВР")]
    ['заместител', 'директор', 'увр']
    >>> words("о ВР")
    [Word(stem='вр', start=2, end=4)]
    """
    return list(_words(text))


def stems(text: str) -> tuple[str, ...]:
    """What two spellings of one thing have in common.

    >>> stems("кл.руководители") == stems("Классный руководитель")
    True
    >>> stems("зам. Директора о ВР") == stems("Заместители директора по ВР")
    True
    """
    return tuple(word.stem for word in words(text))


def split_phrases(text: str) -> list[str]:
    """Items of a list: lines, semicolons, sentences and commas outside brackets.

    >>> split_phrases("Статистические таблицы, отчѐты, аналитические справки")
    ['Статистические таблицы', 'отчѐты', 'аналитические справки']
    >>> split_phrases("План (цели, сроки)\\nМеры, направленные на рост; 9,11 кл.")
    ['План (цели, сроки)', 'Меры, направленные на рост', '9,11 кл.']
    >>> split_phrases("Посещение уроков. Изучение документации.")
    ['Посещение уроков', 'Изучение документации']
    """
    cuts = [0, *_cuts(text), len(text)]
    parts = (text[start:end] for start, end in zip(cuts, cuts[1:], strict=False))
    phrases = (_strip_item(part) for part in parts)
    return [phrase for phrase in phrases if re.search(r"\w", phrase)]


def tidy(text: str) -> str:
    """The author's words with whole letters and single spaces, line by line.

    >>> tidy("Статистические  таблицы,\\u00a0отчѐты ")
    'Статистические таблицы, отчёты'
    >>> tidy("Учителя- предметники") == "Учителя- предметники"
    True
    """
    lines = (" ".join(line.split()) for line in _compose(text).splitlines())
    return "\n".join(line for line in lines if line)


def _compose(text: str) -> str:
    composed = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    return composed.translate(BROKEN_LETTERS)


def _letters(text: str) -> str:
    """Whole letters, no stress marks."""
    return MARK.sub("", _compose(text))


def _plain(text: str) -> str:
    return _letters(text.lower()).replace("ё", "е")


def _cyrillic(word: str, russian: bool) -> str:
    """Latin twins become Cyrillic where the word is Russian; Roman numbers stay."""
    if not russian or not LATIN.search(word) or ROMAN_NUMBER.fullmatch(word):
        return word
    if CYRILLIC.search(word) or LOOK_ALIKE_WORD.fullmatch(word):
        return word.translate(LOOK_ALIKES)
    return word


def _words(text: str) -> Iterator[Word]:
    for found in WORD.finditer(text):
        spelling = _plain(_cyrillic(_letters(found.group()), True))
        dot = text[found.end() : found.end() + 1] == "."
        for part in _expand(spelling, dot).split():
            if part not in DROPPED:
                yield Word(_stem(part), *found.span())


def _expand(word: str, dot: bool) -> str:
    dotted = ABBREVIATIONS.get(f"{word}.") if dot else None
    return dotted or ABBREVIATIONS.get(word, word)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    stem = _stemmer().stemWord(word)
    return SAME_STEM.get(stem, stem)


def _stemmer() -> "snowballstemmer.RussianStemmer":
    # A stemmer keeps the word it works on inside itself: one for each thread.
    if not hasattr(_local, "stemmer"):
        _local.stemmer = snowballstemmer.stemmer("russian")
    return _local.stemmer


def _cuts(text: str) -> Iterator[int]:
    depth = 0
    for place, char in enumerate(text):
        if char in CLOSING and depth:
            depth -= 1
        elif char in OPENING:
            depth += 1
        elif char in "\n\r\v\f":
            # A bracket that was never closed must not swallow the lines below it.
            depth = 0
            yield place
        elif not depth and _ends_item(text, place):
            yield place + 1


def _ends_item(text: str, place: int) -> bool:
    if text[place] == ",":
        return not NUMBERS.match(text, place - 1) and not CLAUSE.match(text, place + 1)
    if text[place] == ".":
        # A dot after a whole word and before a capital; «Зам. Директора» is not one.
        return bool(SENTENCE.match(text, place + 1)) and _whole_word(text, place)
    return text[place] == ";"


def _whole_word(text: str, end: int) -> bool:
    last = re.search(r"[^\W\d_]{4,}$", text[max(0, end - 30) : end])
    return bool(last) and last.group().lower() + "." not in ABBREVIATIONS


def _strip_item(part: str) -> str:
    item = BULLET.sub("", part.strip(LIST_EDGES)).strip(LIST_EDGES)
    ended = item.endswith(".") and _whole_word(item, len(item) - 1)
    return item[:-1] if ended else item
