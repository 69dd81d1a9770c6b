"""The day of a repeat control: a school day that clashes with nothing."""

from collections.abc import Collection, Iterable
from datetime import date


def recheck_day(
    wanted: date, school_days: Iterable[Collection[date]], busy: Collection[date]
) -> date | None:
    """The first school day from ``wanted`` on that is not busy, by years in turn.

    A day on which people have something else is passed over; when all are busy the
    first school day will do: a control that clashes is better than none.

    >>> days = {date(2023, 11, 3), date(2023, 11, 7), date(2023, 11, 8)}
    >>> recheck_day(date(2023, 11, 4), [days], ()).day
    7
    >>> recheck_day(date(2023, 11, 4), [days], {date(2023, 11, 7)}).day
    8
    >>> recheck_day(date(2023, 11, 8), [days], {date(2023, 11, 8)}).day
    8
    >>> recheck_day(date(2024, 6, 1), [days], ()) is None
    True
    """
    later = sorted(day for days in school_days for day in days if day >= wanted)
    free = [day for day in later if day not in busy]
    return next(iter(free or later), None)
