"""Figures in Russian sentences: agreed in case and number, with decimal commas.

Nouns are declined by pymorphy3; how a figure is rounded is said in ``figure``.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from .declension import morph

NBSP = "\N{NO-BREAK SPACE}"
NO_DATA = "нет данных"
# «5 человек», while the library says «5 людей»
SPECIAL = {"человек": {"gent,plur": "человек"}}
POINTS = "п.п."
ANSWER = re.compile(r"(-?\d{1,3}(?: \d{3})+|-?\d+(?:[.,]\d+)?)\s*(?:%|чел\.?|балл\w*)?")


def figure(value: float | None, digits: int = 1) -> str:
    """A figure for reading: half is rounded up, a comma, no empty digits.

    >>> figure(61.25), figure(4.0), figure(None), figure(0.05), figure(-0.04)
    ('61,3', '4', 'нет данных', '0,1', '0')
    """
    if value is None:
        return NO_DATA
    step = Decimal(1).scaleb(-digits)
    rounded = Decimal(str(value)).quantize(step, ROUND_HALF_UP)
    text = f"{rounded:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ("0" if text == "-0" else text).replace(".", ",")


def read_number(text: str) -> float | None:
    """The figure of an answer, when the answer is one.

    >>> read_number("412"), read_number(" 61,5 %"), read_number("1 200 чел.")
    (412.0, 61.5, 1200.0)
    >>> read_number("нет"), read_number("5 из 7"), read_number("")
    (None, None, None)
    """
    found = ANSWER.fullmatch(text.replace(NBSP, " ").strip())
    return float(found[1].replace(" ", "").replace(",", ".")) if found else None


def counted(number: int, noun: str, case: str = "nomn") -> str:
    """A number with its noun: «21 класс», in a case «в 3 классах» (``loct``).

    >>> [counted(n, "класс").replace(NBSP, " ") for n in (1, 2, 5, 11, 21)]
    ['1 класс', '2 класса', '5 классов', '11 классов', '21 класс']
    >>> [counted(n, "класс", "loct").replace(NBSP, " ") for n in (1, 3, 5, 11, 21)]
    ['1 классе', '3 классах', '5 классах', '11 классах', '21 классе']
    >>> [counted(n, "человек").split(NBSP)[1] for n in (1, 2, 5, 12, 22)]
    ['человек', 'человека', 'человек', 'человек', 'человека']
    """
    return f"{number}{NBSP}{noun_for(number, noun, case)}"


def noun_for(number: float, noun: str, case: str = "nomn") -> str:
    """
    >>> noun_for(1, "балл"), noun_for(4.5, "балл"), noun_for(111, "балл")
    ('балл', 'балла', 'баллов')
    """
    if case not in ("nomn", "accs"):
        is_one = _is_one(number)
        return _form(noun, f"{case},{'sing' if is_one else 'plur'}")
    if number != int(number):
        return _form(noun, "gent,sing")
    if _is_one(number):
        return noun
    few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
    # «2 класса», but «2 обучающихся»: what declines as an adjective has the plural
    is_noun = "NOUN" in _singular(noun).tag
    return _form(noun, "gent,sing" if few and is_noun else "gent,plur")


def change(before: float | None, now: float | None, unit: str = POINTS) -> str:
    """How a figure differs from the one before.

    >>> change(56.2, 52.0).replace(NBSP, " "), change(50, 54.25).replace(NBSP, " ")
    ('на 4,2 п.п. ниже', 'на 4,3 п.п. выше')
    >>> change(50, 50.04), change(None, 3)
    ('без изменений', 'сравнить не с чем')
    """
    if before is None or now is None:
        return "сравнить не с чем"
    size = figure(abs(Decimal(str(now)) - Decimal(str(before))))
    if size == "0":
        return "без изменений"
    return f"на {size}{NBSP}{unit} {'выше' if now > before else 'ниже'}"


def listed(words: list[str]) -> str:
    """
    >>> listed(["5А", "5Б", "6В"]), listed(["5А"]), listed([])
    ('5А, 5Б и 6В', '5А', '')
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} и {words[-1]}"


def sentence(text: str) -> str:
    """
    >>> sentence("посещены уроки"), sentence("Итоги.")
    ('Посещены уроки.', 'Итоги.')
    """
    text = text.strip()
    closed = text if text.endswith((".", "!", "?", "…")) else f"{text}."
    return closed[:1].upper() + closed[1:] if text else ""


def _is_one(number: float) -> bool:
    return number == int(number) and number % 10 == 1 and number % 100 != 11


@cache
def _form(noun: str, tags: str) -> str:
    if tags in SPECIAL.get(noun, {}):
        return SPECIAL[noun][tags]
    return _singular(noun).inflect(set(tags.split(","))).word


def _singular(noun: str):
    found = morph().parse(noun)
    return next(one for one in found if "nomn" in one.tag and "sing" in one.tag)
