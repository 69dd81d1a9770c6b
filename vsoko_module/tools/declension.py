"""Names of people and posts in a case, by libraries: pytrovich and pymorphy3.

What they cannot decide stays as it is; a school mends it once, see
``vsoko.declension``.
"""

import re
from functools import cache

import pymorphy3
from pytrovich.detector import PetrovichGenderDetector
from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from .people import PATRONYMIC

CASES = {
    "genitive": (Case.GENITIVE, "gent"),
    "dative": (Case.DATIVE, "datv"),
    "accusative": (Case.ACCUSATIVE, "accs"),
    "instrumental": (Case.INSTRUMENTAL, "ablt"),
    "prepositional": (Case.PREPOSITIONAL, "loct"),
}
# «Мамедов Али Гусейн оглы»: the last word is never declined
TAILS = {"оглы", "оглу", "кызы", "гызы", "улы", "угли"}
FEMALE_TAILS = {"кызы", "гызы"}
# Participles that are posts: «заведующий», «исполняющая»
POST_WORDS = {"NOUN", "ADJF", "PRTF"}
# The library stumbles over letters that have no name
RUSSIAN = re.compile(r"[а-яё\-]+", re.I)


def person(name: str, case: str) -> str:
    """A full name in a case; one whose sex is not told stays as it is.

    >>> person("Завучева Мария Петровна", "dative")
    'Завучевой Марии Петровне'
    >>> person("Мария Петровна Завучева", "accusative")
    'Марию Петровну Завучеву'
    >>> person("Римский-Корсаков Пётр Ильич", "dative")
    'Римскому-Корсакову Петру Ильичу'
    >>> person("Черных Пётр Ильич", "dative"), person("Ким Ольга Ивановна", "dative")
    ('Черных Петру Ильичу', 'Ким Ольге Ивановне')
    >>> person("Завучева М. П.", "dative"), person("Ким О. И.", "dative")
    ('Завучевой М. П.', 'Ким О. И.')
    """
    words = name.split()
    gender = _gender(words)
    if case not in CASES or not gender:
        return name
    parts = _parts(words)
    return " ".join(
        _declined(word, part, gender, CASES[case][0])
        for word, part in zip(words, parts, strict=True)
    )


def post(text: str, case: str) -> str:
    """A post in a case: its first noun and the adjectives before it.

    >>> post("Заместитель директора по УВР", "dative")
    'Заместителю директора по УВР'
    >>> post("старшая вожатая", "dative"), post("педагог-психолог", "dative")
    ('старшей вожатой', 'педагогу-психологу')
    >>> post("И. о. директора", "dative"), post("", "dative")
    ('И. о. директора', '')
    """
    words = text.split()
    if case not in CASES or re.match(r"(?i)и\s?\.\s?о\s?\.|врио\b", text):
        return text
    head = _head(words)
    if head is None:
        return text
    tags = {CASES[case][1], *_number_and_gender(words[head])}
    forms = [_inflected(word, tags) for word in words[: head + 1]]
    return " ".join([*forms, *words[head + 1 :]])


# ---- people ----


@cache
def _maker():
    return PetrovichDeclinationMaker()


@cache
def _detector():
    return PetrovichGenderDetector()


def _parts(words: list[str]) -> list[str]:
    """What each word is: surname, first name, patronymic, nothing to decline."""
    if len(words) == 3 and PATRONYMIC.fullmatch(words[1]):
        return ["first", "middle", "last"]
    kinds = ["last", "first", "middle"][: len(words)]
    return kinds + [""] * (len(words) - 3)


def _gender(words: list[str]):
    """By the patronymic, else by the name, else by an ending that tells."""
    if not words:
        return None
    if words[-1].lower() in TAILS:
        is_female = words[-1].lower() in FEMALE_TAILS
        return Gender.FEMALE if is_female else Gender.MALE
    given = dict(zip(_parts(words), words, strict=True))
    known = {
        keyword: given[part]
        for part, keyword in (("first", "firstname"), ("middle", "middlename"))
        if RUSSIAN.fullmatch(given.get(part, ""))
    }
    found = _detected(**known) if known else None
    return found or _by_surname(given.get("last", ""))


def _detected(**names):
    try:
        gender = _detector().detect(**names)
    except ValueError:  # the library refuses what is no name at all
        return None
    return gender if gender in (Gender.MALE, Gender.FEMALE) else None


def _by_surname(surname: str):
    """Only endings that one sex has; «Ким» and «Коваль» tell nothing.

    >>> _by_surname("Завучева") is Gender.FEMALE, _by_surname("Шевченко")
    (True, None)
    """
    last = surname.lower().rpartition("-")[2]
    if re.search(r"(?:[оеё]в|[иы]н|[сц]к)а$|ая$", last):
        return Gender.FEMALE
    if re.search(r"(?:[оеё]в|[иы]н)$|[сц]кий$", last):
        return Gender.MALE
    return None


def _declined(word: str, part: str, gender, case) -> str:
    kinds = {
        "last": NamePart.LASTNAME,
        "first": NamePart.FIRSTNAME,
        "middle": NamePart.MIDDLENAME,
    }
    if not part or not RUSSIAN.fullmatch(word):
        return word
    return _maker().make(kinds[part], gender, case, word) or word


# ---- posts ----


@cache
def morph():
    """The dictionary takes some 20 MB of memory, so it is read when it is needed."""
    return pymorphy3.MorphAnalyzer()


def _head(words: list[str]) -> int | None:
    """The place of the first noun; what stands before it must be adjectives."""
    for place, word in enumerate(words):
        parsed = _nominative(word)
        if parsed is None:
            return None
        if "NOUN" in parsed.tag or _is_last_of_its_kind(words, place):
            return place
    return None


def _is_last_of_its_kind(words: list[str], place: int) -> bool:
    """«заведующий библиотекой»: no noun in the nominative follows the participle."""
    return place + 1 == len(words) or _nominative(words[place + 1]) is None


def _nominative(word: str):
    if not RUSSIAN.fullmatch(word):
        return None
    for parsed in morph().parse(word):
        if "nomn" in parsed.tag and parsed.tag.POS in POST_WORDS:
            return parsed
    return None


def _number_and_gender(word: str) -> set[str]:
    """Adjectives agree with the noun in number; the plural has no gender."""
    tag = _nominative(word).tag
    return {str(tag.number)} if tag.number else set()


def _inflected(word: str, tags: set[str]) -> str:
    parsed = _nominative(word)
    form = parsed.inflect(tags) if parsed else None
    return _like(word, form.word) if form else word


def _like(pattern: str, word: str) -> str:
    """Letters as large as they were."""
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
