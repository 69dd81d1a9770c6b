"""Days of the school year behind the words of a term."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from .term_words import Token

Span = tuple[date, date]

FIRST_MONTH = 8
DAY = timedelta(days=1)
WEEK, DECADE, LONGEST_MONTH = 7, 10, 31
# A part of something longer than a period is a month: «конец года» is May.
LONG = 100
SUMMER_END = (8, 31)
QUARTERS_OF_HALF = {1: (1, 2), 2: (3, 4)}


class NoPeriods(LookupError):
    """The school year has no such period."""


@dataclass(frozen=True)
class YearSpan:
    """The school year a plan is for; periods are keyed by (kind, number).

    Kinds are quarter, trimester and half_year.
    """

    start_year: int
    study_start: date
    study_end: date
    periods: Mapping[tuple[str, int], Span] = field(default_factory=dict)

    @property
    def window(self) -> Span:
        """From the August before lessons to the August after them."""
        return date(self.start_year, 8, 1), date(self.start_year + 1, *SUMMER_END)

    def calendar_year(self, month: int) -> int:
        """August–December belong to the year the school year starts in."""
        return self.start_year + (month < FIRST_MONTH)

    def month(self, month: int, year: int | None = None) -> Span:
        """First and last day of a month, of this school year unless a year is named."""
        year = year or self.calendar_year(month)
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])

    def period(self, kind: str, number: int) -> Span:
        """A study period; half-years follow from quarters, else from New Year."""
        if (kind, number) in self.periods:
            return self.periods[kind, number]
        if kind != "half_year" or number not in QUARTERS_OF_HALF:
            raise NoPeriods(kind, number)
        parts = [self.periods.get(("quarter", n)) for n in QUARTERS_OF_HALF[number]]
        if all(parts):
            return parts[0][0], parts[1][1]
        new_year = date(self.start_year + 1, 1, 1)
        first, second = (self.study_start, new_year - DAY), (new_year, self.study_end)
        return first if number == 1 else second

    def vacation(self, number: int) -> Span:
        """Holidays after a quarter; the last ones are the summer."""
        end = date(self.start_year + 1, *SUMMER_END)
        if number == len(QUARTERS_OF_HALF) * 2:
            return self.study_end + DAY, end
        before = self.period("quarter", number)
        return before[1] + DAY, self.period("quarter", number + 1)[0] - DAY

    def moved(self, start_year: int) -> "YearSpan":
        """The same days and months of another school year."""
        delta = start_year - self.start_year
        periods = {
            key: (_years_later(start, delta), _years_later(end, delta))
            for key, (start, end) in self.periods.items()
        }
        start = _years_later(self.study_start, delta)
        return YearSpan(start_year, start, _years_later(self.study_end, delta), periods)


def token_span(token: Token, year: YearSpan) -> Span:
    """First and last day of what a word names."""
    return SPANS[token.kind](token, year)


def part_span(span: Span, part: Token) -> Span:
    """A part of some days: «начало», «вторая половина», «3 неделя»."""
    if part.numbers:
        return _numbered_part(span, part)
    return NAMED_PARTS[part.name](*span)


def months_between(start: date, end: date) -> list[int]:
    """Calendar months from one day to another.

    >>> months_between(date(2023, 11, 5), date(2024, 1, 1))
    [11, 12, 1]
    """
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return [number % 12 + 1 for number in range(first, last + 1)]


def has_day(token: Token) -> bool:
    """Whether the calendar has such a day: it has no 31 November."""
    return token.kind != "D" or token.day <= monthrange(token.year, token.month)[1]


def _years_later(day: date, years: int) -> date:
    last = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


def _day_span(token: Token, year: YearSpan) -> Span:
    if not 1 <= token.day <= LONGEST_MONTH:
        raise ValueError(token.day)
    first, last = year.month(token.month, token.year)
    day = min(last, first + (token.day - 1) * DAY)
    return day, day


def _month_span(token: Token, year: YearSpan) -> Span:
    return year.month(token.month, token.year)


def _period_span(token: Token, year: YearSpan) -> Span:
    spans = [year.period(token.name, number) for number in token.numbers]
    return min(start for start, _end in spans), max(end for _start, end in spans)


def _vacation_span(token: Token, year: YearSpan) -> Span:
    return year.vacation(token.numbers[0])


def _study_span(token: Token, year: YearSpan) -> Span:
    return year.study_start, year.study_end


def _calendar_span(token: Token, year: YearSpan) -> Span:
    """A calendar year means its study days when the school year has any in it."""
    first, last = date(token.year, 1, 1), date(token.year, 12, 31)
    start, end = max(first, year.study_start), min(last, year.study_end)
    return (start, end) if start <= end else (first, last)


def _begin(start: date, end: date) -> Span:
    if end - start > LONG * DAY:
        return start, min(end, _month_end(start))
    return start, min(end, start + (DECADE - 1) * DAY)


def _middle(start: date, end: date) -> Span:
    third = (end - start) // DAY // 3
    return start + third * DAY, end - third * DAY


def _end(start: date, end: date) -> Span:
    if end - start > LONG * DAY:
        return end.replace(day=1), end
    return max(start, end - (DECADE - 1) * DAY), end


def _last_week(start: date, end: date) -> Span:
    return max(start, end - (WEEK - 1) * DAY), end


def _numbered_part(span: Span, part: Token) -> Span:
    first, last = min(part.numbers), max(part.numbers)
    length = ((span[1] - span[0]) // DAY + 1) // 2
    size = {"half": length, "week": WEEK, "decade": DECADE}[part.name]
    start, end = span[0] + (first - 1) * size * DAY, span[0] + (last * size - 1) * DAY
    # The second half and the third decade take the odd day of a month of 31.
    whole = last >= {"half": 2, "decade": 3}.get(part.name, 5)
    end = span[1] if whole else min(end, span[1])
    if start > end:
        raise ValueError(part)
    return start, end


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


SPANS = {
    "D": _day_span,
    "M": _month_span,
    "P": _period_span,
    "V": _vacation_span,
    "W": _study_span,
    "S": _study_span,
    "Y": _calendar_span,
}
NAMED_PARTS = {
    "begin": _begin,
    "middle": _middle,
    "end": _end,
    "last_week": _last_week,
}
