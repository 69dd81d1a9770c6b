"""School days: terms that respect weekends and holidays, and a year to start from."""

from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta

from .terms import Term

SchoolDays = Collection[date] | Callable[[date], bool]
Period = tuple[int, str, date, date]
Holiday = tuple[str, date, date]

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
# How far an explicit day may move: over the longest holidays inside the year.
REACH = timedelta(days=10)

# A proposal the school edits: weeks of study by the federal calendar; the last quarter
# loses one more week to the holidays of May. Nine days of rest are a week off study.
QUARTER_WEEKS = (8, 8, 11, 7)
MAY_WEEKS = 1
STUDY_WEEK = 5
# The day no quarter of a half-year goes beyond.
HALF_ENDS = ((12, 30), (5, 31))
NAMES = {"quarter": "четверть", "trimester": "триместр", "half_year": "полугодие"}
VACATIONS = ("Осенние каникулы", "Зимние каникулы", "Весенние каникулы")
# Labour Code of the Russian Federation, article 112: first day, last day.
PUBLIC_HOLIDAYS = {
    "День народного единства": ((11, 4), (11, 4)),
    "Новогодние каникулы и Рождество Христово": ((1, 1), (1, 8)),
    "День защитника Отечества": ((2, 23), (2, 23)),
    "Международный женский день": ((3, 8), (3, 8)),
    "Праздник Весны и Труда": ((5, 1), (5, 1)),
    "День Победы": ((5, 9), (5, 9)),
    "День России": ((6, 12), (6, 12)),
}
FIRST_MONTH = 9


def first_on_or_after(day: date, school_days: SchoolDays, limit: date) -> date | None:
    """The first school day from a day on, none after the limit.

    >>> first_on_or_after(date(2023, 9, 2), {date(2023, 9, 4)}, date(2023, 9, 30))
    datetime.date(2023, 9, 4)
    """
    return _nearest(_days(day, limit), school_days)


def last_on_or_before(day: date, school_days: SchoolDays, limit: date) -> date | None:
    """The last school day up to a day, none before the limit."""
    return _nearest(reversed(list(_days(limit, day))), school_days)


def shifted(day: date, school_days: SchoolDays, rule: str = "before") -> date:
    """A deadline on a day off by the rule of the school: before, after or stay.

    Where there is no school day near (a summer) it stays.

    >>> mondays = lambda day: day.weekday() == 0
    >>> day = date(2023, 10, 10)
    >>> [shifted(day, mondays, rule).day for rule in ("before", "after", "stay")]
    [9, 16, 10]
    """
    if rule == "stay":
        return day
    if rule == "after":
        return first_on_or_after(day, school_days, day + REACH) or day
    return last_on_or_before(day, school_days, day - REACH) or day


def fit(
    term: Term, school_days: SchoolDays, rule: str = "before"
) -> tuple[date | None, date | None]:
    """First and last day of a term as school days.

    A month begins with its first school day and ends with its last one; a day named by
    the author moves by the rule of the school, see `shifted`. Where there is nothing
    to move to (a summer, a vacation) the calendar days stay.

    >>> mondays = lambda day: day.weekday() == 0
    >>> day = date(2023, 10, 10)
    >>> fit(Term(day, day, exact=True), mondays)[1].isoformat()
    '2023-10-09'
    """
    if term.start is None or term.end is None:
        return term.start, term.end
    if term.exact and term.start == term.end:
        day = shifted(term.end, school_days, rule)
        return day, day
    first = first_on_or_after(term.start, school_days, term.end)
    last = last_on_or_before(term.end, school_days, term.start)
    return (first, last) if first and last else (term.start, term.end)


def propose_periods(
    start_year: int, kind: str, weeks: tuple[int, ...] = QUARTER_WEEKS
) -> list[Period]:
    """Study periods (number, name, start, end) for a school to correct.

    >>> [end.isoformat() for _n, _name, _start, end in propose_periods(2023, "quarter")]
    ['2023-10-27', '2023-12-29', '2024-03-22', '2024-05-24']
    """
    spans = SPLITS[kind](_quarters(start_year, weeks))
    return [
        (number, f"{number} {NAMES[kind]}", start, end)
        for number, (start, end) in enumerate(spans, 1)
    ]


def propose_holidays(start_year: int) -> list[Holiday]:
    """Public holidays and school vacations (name, start, end) from September on."""
    quarters = _quarters(start_year, QUARTER_WEEKS)
    vacations = [
        (name, before[1] + DAY, after[0] - DAY)
        for name, before, after in zip(VACATIONS, quarters, quarters[1:], strict=False)
    ]
    return sorted([*_public_holidays(start_year), *vacations], key=lambda row: row[1:])


def _days(first: date, last: date) -> Iterator[date]:
    return (first + number * DAY for number in range((last - first).days + 1))


def _nearest(days: Iterator[date], school_days: SchoolDays) -> date | None:
    is_school_day = school_days if callable(school_days) else school_days.__contains__
    return next((day for day in days if is_school_day(day)), None)


def _public_holidays(start_year: int) -> list[Holiday]:
    return [
        (name, _in_school_year(start_year, *first), _in_school_year(start_year, *last))
        for name, (first, last) in PUBLIC_HOLIDAYS.items()
    ]


def _in_school_year(start_year: int, month: int, day: int) -> date:
    return date(start_year + (month < FIRST_MONTH), month, day)


def _quarters(start_year: int, weeks: tuple[int, ...]) -> list[tuple[date, date]]:
    """Whole weeks of study with a week of rest between them; New Year is a rest too."""
    lengths = [*weeks[:-1], weeks[-1] + MAY_WEEKS]
    ends = [_in_school_year(start_year, *end) for end in HALF_ENDS]
    holidays = {
        day for _n, *span in _public_holidays(start_year) for day in _days(*span)
    }
    spans, opening = [], date(start_year, 9, 1)
    for number, length in enumerate(lengths):
        start = _study_day(opening, holidays)
        monday = _study_monday(start) + length * WEEK
        end = min(monday - (8 - STUDY_WEEK) * DAY, ends[number >= len(lengths) // 2])
        spans.append((start, end))
        opening = monday + WEEK
    return spans


def _study_day(day: date, holidays: set[date]) -> date:
    while day in holidays or day.weekday() >= STUDY_WEEK:
        day += DAY
    return day


def _study_monday(day: date) -> date:
    """A week begun by Tuesday counts, the rest of a later one is added on top."""
    monday = day - day.weekday() * DAY
    return monday if day.weekday() <= 1 else monday + WEEK


def _halves(quarters: list[tuple[date, date]]) -> list[tuple[date, date]]:
    middle = len(quarters) // 2
    return [
        (quarters[0][0], quarters[middle - 1][1]),
        (quarters[middle][0], quarters[-1][1]),
    ]


def _thirds(quarters: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """Autumn, winter and spring."""
    start, end = quarters[0][0], quarters[-1][1]
    winter, spring = date(start.year, 12, 1), date(end.year, 3, 1)
    return [(start, winter - DAY), (winter, spring - DAY), (spring, end)]


SPLITS = {"quarter": list, "trimester": _thirds, "half_year": _halves}
