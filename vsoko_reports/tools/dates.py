"""Dates and months as Russian papers write them, blanks where one writes by hand."""

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
