"""Numbers of papers: «125-ОД» is the 125th by the pattern «{n}-ОД»."""

import re
from datetime import date

NUMBER, YEAR = "{n}", "{year}"


def is_pattern(pattern: str | None) -> bool:
    """Whether the pattern has the number once and no braces but those known.

    >>> is_pattern("{n}-ОД"), is_pattern("ОД"), is_pattern("{n}-{м}"), is_pattern("")
    (True, False, False, False)
    """
    rest = (pattern or "").replace(YEAR, "", 1).replace(NUMBER, "", 1)
    return (pattern or "").count(NUMBER) == 1 and not re.search(r"[{}]", rest)


def number_text(pattern: str, number: int, year: int) -> str:
    """
    >>> number_text("{n}-ОД", 125, 2024), number_text("{year}/{n}", 3, 2024)
    ('125-ОД', '2024/3')
    """
    return pattern.replace(YEAR, str(year)).replace(NUMBER, str(number))


def number_value(pattern: str, text: str | None) -> int:
    """The number in turn of a text by the pattern; 0 when it is of another make.

    >>> number_value("{n}-ОД", "125-ОД"), number_value("{n}-ОД", "№ 7 - од")
    (125, 7)
    >>> number_value("{n}-ОД", "125а-ОД"), number_value("{year}/{n}", "2024/31")
    (0, 31)
    """
    parts = re.split(r"(\{n\}|\{year\})", _plain(pattern))
    known = {NUMBER: r"(\d+)", YEAR: r"\d{4}"}
    wanted = "".join(known.get(part) or re.escape(part) for part in parts)
    found = re.fullmatch(wanted, _plain(text or "").removeprefix("№"))
    return int(found[1]) if found else 0


def series_of(restart: str, day: date, school_year: str, body: int = 0) -> str:
    """Within what numbers are not repeated.

    >>> series_of("calendar_year", date(2024, 9, 1), "2024/25")
    '2024'
    >>> series_of("school_year", date(2024, 9, 1), "2024/25", body=7)
    '2024/25 7'
    """
    period = {"calendar_year": str(day.year), "school_year": school_year}
    return f"{period.get(restart, '')} {body or ''}".strip()


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).lower()
