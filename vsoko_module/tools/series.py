"""A repeated line of a plan: which weeks, months or periods it falls on."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
ROMAN = ("I", "II", "III", "IV")
MONTHS = (
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
).split()
REPEATED = ("weekly", "monthly", "quarterly", "period")


class Occurrence(NamedTuple):
    """One of the times: ``key`` tells it from the others, ``label`` is for people."""

    key: str
    label: str
    start: date
    end: date


Span = tuple[str, str, date, date]


def occurrences(
    repetition: str,
    first: date,
    last: date,
    school_days: Collection[date],
    periods: Iterable[tuple[str, str, date, date]] = (),
) -> list[Occurrence]:
    """The times a line repeats between two days, each on its school days.

    ``periods`` are (key, name, start, end) of the studies, for «period». A month of
    holidays has no occurrence. Every day and «as needed» are no series: nobody ticks
    170 times.

    >>> days = {date(2023, 9, 1) + n * DAY for n in range(90)}
    >>> for one in occurrences("monthly", date(2023, 9, 4), date(2023, 10, 31), days):
    ...     print(one.key, one.label, one.start, one.end)
    2023-09 сентябрь 2023 2023-09-04 2023-09-30
    2023-10 октябрь 2023 2023-10-01 2023-10-31
    >>> [one.key for one in occurrences("quarterly", date(2023, 9, 1),
    ...     date(2023, 11, 30), days)]
    ['2023-Q3', '2023-Q4']
    >>> occurrences("daily", date(2023, 9, 1), date(2023, 9, 30), days)
    []
    """
    if repetition not in REPEATED:
        return []
    spans = periods if repetition == "period" else SPANS[repetition](first, last)
    ordered = sorted(school_days)
    found = (
        _fitted(key, label, max(start, first), min(end, last), ordered)
        for key, label, start, end in spans
    )
    return [one for one in found if one]


def _fitted(
    key: str, label: str, start: date, end: date, school_days: list[date]
) -> Occurrence | None:
    inside = [day for day in school_days if start <= day <= end]
    return Occurrence(key, label, inside[0], inside[-1]) if inside else None


def _weeks(first: date, last: date) -> Iterator[Span]:
    monday = first - first.weekday() * DAY
    while monday <= last:
        sunday = monday + 6 * DAY
        year, week, _day = monday.isocalendar()
        label = f"неделя {monday:%d.%m}–{sunday:%d.%m}"
        yield f"{year}-W{week:02d}", label, monday, sunday
        monday += 7 * DAY


def _months(first: date, last: date) -> Iterator[Span]:
    month = first.replace(day=1)
    while month <= last:
        following = _months_later(month, 1)
        label = f"{MONTHS[month.month - 1]} {month.year}"
        yield f"{month:%Y-%m}", label, month, following - DAY
        month = following


def _quarters(first: date, last: date) -> Iterator[Span]:
    start = first.replace(month=(first.month - 1) // 3 * 3 + 1, day=1)
    while start <= last:
        following, number = _months_later(start, 3), (start.month + 2) // 3
        label = f"{ROMAN[number - 1]} квартал {start.year}"
        yield f"{start.year}-Q{number}", label, start, following - DAY
        start = following


def _months_later(day: date, count: int) -> date:
    """The first of the month that many months later.

    >>> _months_later(date(2023, 11, 1), 3)
    datetime.date(2024, 2, 1)
    """
    number = day.year * 12 + day.month - 1 + count
    return date(number // 12, number % 12 + 1, 1)


SPANS = {"weekly": _weeks, "monthly": _months, "quarterly": _quarters}
