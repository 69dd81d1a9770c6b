"""Names of people in a case, by pytrovich; posts are in ``declension_posts``.

What the library cannot decide stays as it is; a school mends it once, see
``vsoko.declension``.
"""

import re
from functools import cache
from itertools import zip_longest

import pymorphy3
from pytrovich.detector import PetrovichGenderDetector
from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from .people import PATRONYMIC

CASES = {
    "genitive": Case.GENITIVE,
    "dative": Case.DATIVE,
    "accusative": Case.ACCUSATIVE,
    "instrumental": Case.INSTRUMENTAL,
    "prepositional": Case.PREPOSITIONAL,
}
# «Мамедов Али Гусейн оглы»: the last two words are never declined
TAILS = {"оглы", "оглу", "кызы", "гызы", "улы", "угли"}
FEMALE_TAILS = {"кызы", "гызы"}
# Surnames with the ending of a woman's and one form for both sexes
FOR_BOTH = {"голова", "дубина", "калина", "корова", "сова", "щербина"}
LAST, FIRST, MIDDLE = NamePart.LASTNAME, NamePart.FIRSTNAME, NamePart.MIDDLENAME
# The library stumbles over letters that have no name; one letter is an initial
RUSSIAN_WORD = re.compile(r"[а-яё][а-яё\-]+", re.I)
# «Гончая» → «Гончей» loses no more than this
SHORTER = 1
# Endings that one sex has; «Ким» and «Коваль» tell nothing
FEMALE_END = re.compile(r"(?:[оеё]в|[иы]н|[сц]к)а$|ая$")
MALE_END = re.compile(r"(?:[оеё]в|[иы]н)$|[сц]кий$")


def person(name: str, case: str) -> str:
    """A name in a case, in whatever order it is written.

    >>> person("Завучева Мария Петровна", "dative")
    'Завучевой Марии Петровне'
    >>> person("Мария Петровна Завучева", "accusative")
    'Марию Петровну Завучеву'
    >>> person("М. П. Завучева", "dative"), person("Вера Завучева", "dative")
    ('М. П. Завучевой', 'Вере Завучевой')

    Where the sex is not told and matters the name stays as it is.

    >>> person("Коваль О. И.", "dative"), person("Глинка О. И.", "dative")
    ('Коваль О. И.', 'Глинке О. И.')
    """
    words = name.split()
    if case not in CASES:
        return name
    parts = _parts(words)
    gender = _gender(words, parts)
    forms = {
        _in_case(words, parts, possible, CASES[case])
        for possible in ([gender] if gender else [Gender.MALE, Gender.FEMALE])
    }
    return forms.pop() if len(forms) == 1 else name


def may_be_form(form: str, name: str) -> bool:
    """Whether words mended by hand are the name in a case, not other words.

    >>> may_be_form("Гусь Льву Ильичу", "Гусь Лев Ильич")
    True
    >>> may_be_form("Всем учителям", "Гусь Лев Ильич"), may_be_form("Г. Л.", "Гусь Лев")
    (False, False)
    """
    pairs = list(zip_longest(form.lower().split(), name.lower().split(), fillvalue=""))
    return bool(pairs) and all(
        new[:1] == old[:1] and len(new) >= len(old) - SHORTER for new, old in pairs
    )


@cache
def morph():
    """The dictionary takes 0.2 s and 30 MB of each process: it waits to be needed."""
    return pymorphy3.MorphAnalyzer()


@cache
def _maker():
    return PetrovichDeclinationMaker()


@cache
def _detector():
    return PetrovichGenderDetector()


def _in_case(words: list[str], parts: list, gender, case) -> str:
    return " ".join(
        _declined(word, part, gender, case)
        for word, part in zip(words, parts, strict=True)
    )


def _declined(word: str, part, gender, case) -> str:
    if part is None or not RUSSIAN_WORD.fullmatch(word):
        return word
    if part is LAST and word.lower() in FOR_BOTH:
        gender = Gender.MALE
    form = _maker().make(part, gender, case, word)
    return form.upper() if word.isupper() else form


# ---- which word is what ----


def _parts(words: list[str]) -> list:
    """What each word is: surname, first name, patronymic, nothing to decline.

    >>> names = {LAST: "last", FIRST: "first", MIDDLE: "middle", None: "-"}
    >>> [names[part] for part in _parts("Али Гусейн оглы Мамедов".split())]
    ['first', '-', '-', 'last']
    >>> [names[part] for part in _parts("Абрамович М. П.".split())]
    ['last', '-', '-']
    """
    middle = _patronymic(words)
    if middle is None:
        return _parts_by_dictionary(words)
    is_tail = words[middle].lower() in TAILS
    first = middle - (2 if is_tail else 1)
    rest = words[middle + 1 :]
    parts = [FIRST if rest else LAST] * first + [FIRST]
    parts += [None, None] if is_tail else [None if _tail(words[middle]) else MIDDLE]
    return parts + [LAST] * len(rest)


def _patronymic(words: list[str]) -> int | None:
    """Its place; «Абрамович» in front of a name is a surname.

    >>> _patronymic("Абрамович Пётр Ильич".split())
    2
    >>> _patronymic("Мария Петровна Абрамович".split())
    1
    """
    for place, word in enumerate(words):
        before = 2 if word.lower() in TAILS else 1
        if place >= before and len(words) > 2 and _is_patronymic(word):
            return place
    return None


def _is_patronymic(word: str) -> bool:
    return bool(PATRONYMIC.fullmatch(word) or _tail(word))


def _tail(word: str) -> str:
    """«оглы» of «Гусейн-оглы» and of «оглы»."""
    tail = word.lower().rpartition("-")[2]
    return tail if tail in TAILS else ""


def _parts_by_dictionary(words: list[str]) -> list:
    """The surname stands first unless the dictionary knows the first word as a name.

    «Мария Петровна» has none, while «Мария Абрамович» does.
    """
    full = [word for word in words if RUSSIAN_WORD.fullmatch(word)]
    kinds = [LAST, FIRST]
    if len(full) == 2 and _is_first_name(full[0]) and not _is_first_name(full[1]):
        is_patronymic = re.search(r"(?:вна|чна)$", full[1], re.I)
        kinds = [FIRST, MIDDLE if is_patronymic else LAST]
    known = dict(zip(full, kinds, strict=False))
    return [known.get(word) for word in words]


def _is_first_name(word: str) -> bool:
    return any(parsed.is_known and "Name" in parsed.tag for parsed in _parse(word))


def _parse(word: str) -> list:
    return morph().parse(word)


# ---- the sex ----


def _gender(words: list[str], parts: list):
    """By the patronymic, else by the first name, else by an ending that tells."""
    tails = set(filter(None, map(_tail, words)))
    if tails:
        return Gender.FEMALE if tails & FEMALE_TAILS else Gender.MALE
    given = {
        part: word
        for part, word in zip(parts, words, strict=True)
        if RUSSIAN_WORD.fullmatch(word)
    }
    # One at a time: where two disagree the library writes the name into the log.
    for part, keyword in ((MIDDLE, "middlename"), (FIRST, "firstname")):
        found = part in given and _detector().detect(**{keyword: given[part]})
        if found in (Gender.MALE, Gender.FEMALE):
            return found
    return _by_surname(given.get(LAST, ""))


def _by_surname(surname: str):
    """
    >>> _by_surname("Завучева") is Gender.FEMALE, _by_surname("Шевченко")
    (True, None)
    >>> _by_surname("Калина"), _by_surname("Дельфин")
    (None, None)
    """
    last = surname.lower().rpartition("-")[2]
    if _is_common_noun(last):
        return None
    if FEMALE_END.search(last):
        return Gender.FEMALE
    return Gender.MALE if MALE_END.search(last) else None


def _is_common_noun(word: str) -> bool:
    """«Сова» and «Дубина» have the ending of a woman's surname and both sexes."""
    known = [parsed.tag for parsed in _parse(word) if parsed.is_known] if word else []
    return any("NOUN" in tag for tag in known) and not any(
        "Surn" in tag for tag in known
    )
