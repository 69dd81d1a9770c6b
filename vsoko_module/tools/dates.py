"""Dates and months as Russian papers write them, blanks where one writes by hand."""

from calendar import monthrange
from datetime import date

NBSP = "\N{NO-BREAK SPACE}"
BLANK_DATE = f"«___»{NBSP}____________{NBSP}20___{NBSP}г."
BLANK_NUMBER = "______"
NAMES = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
GENITIVES = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def long_date(day: date | None) -> str:
    """A date in words, or a place for it.

    >>> long_date(date(2024, 4, 20)).split()
    ['20', 'апреля', '2024', 'г.']
    >>> long_date(None).startswith("«___»")
    True
    """
    if not day:
        return BLANK_DATE
    month = GENITIVES[day.month - 1]
    return f"{day.day}{NBSP}{month} {day.year}{NBSP}г."


def number_or_blank(number: str | None) -> str:
    """A registration number, or a place for it.

    >>> number_or_blank("181-О"), number_or_blank(False)
    ('181-О', '______')
    """
    return (number or "").strip() or BLANK_NUMBER


def month_name(number: int) -> str:
    """
    >>> month_name(9)
    'сентябрь'
    """
    return NAMES[number - 1]


def short_date(day: date) -> str:
    """
    >>> short_date(date(2024, 4, 2))
    '02.04.2024'
    """
    return f"{day:%d.%m.%Y}"


def period_name(first: date, last: date) -> str:
    """What stands after «за»: a month, a day or a period.

    >>> period_name(date(2024, 2, 1), date(2024, 2, 29)).split()
    ['февраль', '2024', 'г.']
    >>> " ".join(period_name(date(2024, 2, 1), date(2024, 3, 31)).split())
    'период с 1 февраля 2024 г. по 31 марта 2024 г.'
    >>> period_name(date(2024, 2, 5), date(2024, 2, 5)) == long_date(date(2024, 2, 5))
    True
    """
    if first == last:
        return long_date(first)
    if first.day == 1 and last == end_of_month(first):
        return f"{month_name(first.month)} {first.year}{NBSP}г."
    return f"период с {long_date(first)} по {long_date(last)}"


def end_of_month(day: date) -> date:
    """
    >>> end_of_month(date(2024, 12, 5))
    datetime.date(2024, 12, 31)
    """
    return day.replace(day=monthrange(day.year, day.month)[1])
