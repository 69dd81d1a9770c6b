"""When a meeting was held and under what number, by the words of its row."""

import re
from dataclasses import dataclass
from datetime import date

from .term_dates import FIRST_MONTH
from .terms import YearSpan, parse_term

PROTOCOL = re.compile(
    r"(?:протокол\w*\s*)?№\s*(?P<number>[\w/-]+)(?:\s+от(?=\s))?|протокол\w*\s+от(?=\s)",
    re.IGNORECASE,
)
YEAR = re.compile(r"20\d\d")
EDGES = " ,;.("


@dataclass(frozen=True)
class When:
    """``day`` is set when a day is named; ``first`` and ``last`` bound a month too.

    ``hint`` is that of ``tools.terms``: unknown, empty, stale_year…
    """

    number: str = ""
    first: date | None = None
    last: date | None = None
    day: date | None = None
    hint: str = ""


def when(text: str, year: YearSpan) -> When:
    """The time and the number of a meeting.

    >>> year = YearSpan(2023, date(2023, 9, 1), date(2024, 5, 24))
    >>> found = when("протокол № 3 от 12.11.2023", year)
    >>> found.number, found.day.isoformat()
    ('3', '2023-11-12')
    >>> found = when("Август 2023", year)
    >>> found.first.isoformat(), found.last.isoformat(), found.day
    ('2023-08-01', '2023-08-31', None)
    >>> when("30.08.2017", year).hint, when("", year).hint
    ('stale_year', 'empty')
    """
    found = PROTOCOL.search(text)
    number = found["number"] if found and found["number"] else ""
    term = parse_term(PROTOCOL.sub(" ", text), year)
    if not term.start or term.hint == "stale_year":
        return When(number, hint=term.hint or "unknown")
    is_day = term.exact and term.start == term.end
    day = term.start if is_day else None
    return When(number, term.start, term.end, day, term.hint)


def named_year(text: str, year: YearSpan) -> int | None:
    """The start of the school year of a meeting whose calendar year is written.

    >>> year = YearSpan(2025, date(2025, 9, 1), date(2026, 5, 26))
    >>> named_year("Май 2024г", year), named_year("Август 2023", year)
    (2023, 2023)
    >>> named_year("Август", year)
    """
    start = parse_term(PROTOCOL.sub(" ", text), year).start
    if not start or not YEAR.search(text):
        return None
    return start.year - (start.month < FIRST_MONTH)


def split_protocol(body: str) -> tuple[str, str]:
    """A body and its minutes when both are written in one cell.

    >>> split_protocol("Педагогический совет (протокол № 1 от 30.08.2023)")
    ('Педагогический совет', 'протокол № 1 от 30.08.2023')
    >>> split_protocol("Совещание при директоре")
    ('Совещание при директоре', '')
    """
    found = PROTOCOL.search(body)
    if not found or not found.start():
        return body, ""
    return body[: found.start()].rstrip(EDGES), body[found.start() :].strip(" ()")
