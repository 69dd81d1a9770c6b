"""Values of indicators as people write them: read, checked, written back.

One text says all: «62,5», «25/100», «25 из 100», «да», «н/п». Absent is not 0.
"""

import math
import re
from dataclasses import dataclass, field

from .russian import NBSP, number

NOT_APPLICABLE = {"н/п", "не применимо", "не применим", "неприменимо", "неприменим"}
YES = {"да", "есть", "имеется", "1", "+"}
NO = {"нет", "отсутствует", "не имеется", "0", "-", "–"}
NUMBER = re.compile(r"[-–]?(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?(?:e[+-]?\d{1,3})?")
SHARE = re.compile(r"(.+?)\s*(?:/|\bиз\b)\s*(.+)")
# «100 человек/40 %» as the order prints it is taken apart at the slash
UNITS = re.compile(r"(?:человека?|чел|балл(?:а|ов)?|ед|единиц|кв\. ?м|%)\.?$")


class ValueProblem(Exception):
    """A value that cannot be taken: ``code`` says why, ``params`` what of it.

    >>> ValueProblem("above_100", value=120.0).code
    'above_100'
    """

    def __init__(self, code: str, **params):
        super().__init__(code, params)
        self.code = code
        self.params = params


@dataclass(frozen=True)
class Reading:
    """What a text says: a value (percent of a share), its parts, words or an answer."""

    is_filled: bool = False
    is_excluded: bool = False
    value: float = 0.0
    numerator: float = 0.0
    denominator: float = 0.0
    answer: str = field(default="")


def read_value(text: str, unit: str, answers=(), limit: float = 0.0) -> Reading:
    """Read a value in ``unit``; ``answers`` of a choice, ``limit`` of points.

    >>> read_value("62,5 %", "percent").value
    62.5
    >>> read_value("1 из 3", "share").numerator, read_value("25/100", "share").value
    (1.0, 25.0)
    >>> read_value("Да", "yes_no").value, read_value("", "yes_no").is_filled
    (1.0, False)
    >>> read_value("н/п", "number").is_excluded
    True
    >>> read_value("120", "percent")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueProblem: ('above_100', {'value': '120'})
    """
    said = " ".join((text or "").replace(NBSP, " ").split())
    if not said:
        return Reading()
    if said.casefold() in NOT_APPLICABLE:
        return Reading(is_excluded=True)
    if unit == "text":
        return Reading(is_filled=True, answer=said)
    if unit == "choice":
        return _choice(said, answers)
    if unit == "yes_no":
        return _yes_no(said)
    if unit == "share":
        return _share(said)
    return _checked(_number(said), unit, limit)


def _choice(said: str, answers) -> Reading:
    known = {answer.casefold(): answer for answer in answers}
    if said.casefold() not in known:
        raise ValueProblem("unknown_answer", value=said, answers=list(answers))
    return Reading(is_filled=True, answer=known[said.casefold()])


def _yes_no(said: str) -> Reading:
    word = said.casefold()
    if word not in YES | NO:
        raise ValueProblem("not_yes_no", value=said)
    return Reading(is_filled=True, value=float(word in YES))


def _share(said: str) -> Reading:
    found = SHARE.fullmatch(said)
    if not found:
        raise ValueProblem("no_base", value=said)
    part, base = _number(found[1]), _number(found[2])
    if part < 0 or base < 0:
        raise ValueProblem("negative", value=said)
    if found[2].rstrip().endswith("%"):
        raise ValueProblem("no_base", value=said)
    if part > base:
        raise ValueProblem("above_base", part=number(part, 2), base=number(base, 2))
    if not base:
        raise ValueProblem("empty_base", value=said)
    return Reading(True, False, part * 100 / base, part, base)


def _checked(value: float, unit: str, limit: float) -> Reading:
    if unit == "percent" and value > 100:
        raise ValueProblem("above_100", value=number(value, 2))
    if unit in ("percent", "points") and value < 0:
        raise ValueProblem("negative", value=number(value, 2))
    if unit == "points" and limit and value > limit:
        raise ValueProblem(
            "above_limit", value=number(value, 2), limit=number(limit, 2)
        )
    return Reading(is_filled=True, value=value)


def _number(said: str) -> float:
    """
    >>> _number("1 200 чел."), _number("–4,2"), _number("60 %")
    (1200.0, -4.2, 60.0)
    """
    plain = UNITS.sub("", said.strip().casefold()).strip()
    if not NUMBER.fullmatch(plain):
        raise ValueProblem("not_a_number", value=said)
    value = float(plain.replace(" ", "").replace(",", ".").replace("–", "-"))
    if not math.isfinite(value):
        raise ValueProblem("not_a_number", value=said)
    return value


def write_value(value: float, unit: str, total: float | None = None) -> str:
    """A counted value as an entry that ``read_value`` reads back unrounded.

    >>> write_value(2 / 3, "number"), write_value(25.0, "share", 100.0)
    ('0.6666666666666666', '25/100')
    >>> write_value(1, "yes_no"), write_value(12.0, "number")
    ('да', '12')
    """
    if unit == "yes_no":
        return "да" if value else "нет"
    if unit == "share":
        return f"{_exact(value)}/{_exact(total or 0)}"
    return _exact(value)


def _exact(value: float) -> str:
    return repr(int(value)) if float(value).is_integer() else repr(float(value))


def shown(reading: Reading, unit: str, digits: int = 1) -> str:
    """As people read it: a decimal comma, a share as «25 (33,3 %)».

    >>> shown(read_value("25 из 75", "share"), "share")
    '25 (33,3\xa0%)'
    >>> shown(read_value("62.54", "percent"), "percent"), shown(Reading(), "number")
    ('62,5\xa0%', '')
    """
    if reading.is_excluded:
        return "не применимо"
    if not reading.is_filled:
        return ""
    if unit in ("text", "choice"):
        return reading.answer
    if unit == "yes_no":
        return "да" if reading.value else "нет"
    if unit == "share":
        part = number(reading.numerator, 2)
        return f"{part} ({number(reading.value, digits)}{NBSP}%)"
    if unit == "percent":
        return f"{number(reading.value, digits)}{NBSP}%"
    return number(reading.value, 2)


def light(value: float, borders, better: str) -> str:
    """«green» at the green border and beyond, «red» worse than the red one.

    Half-open: a value on a border belongs to the better side of it.

    >>> [light(value, (60, 40), "more") for value in (60, 59.9, 40, 39.9)]
    ['green', 'yellow', 'yellow', 'red']
    >>> [light(value, (5, 10), "less") for value in (5, 5.1, 10, 10.1)]
    ['green', 'yellow', 'yellow', 'red']
    """
    green, red = borders
    sign = 1 if better == "more" else -1
    if sign * value >= sign * green:
        return "green"
    return "yellow" if sign * value >= sign * red else "red"
