"""When whom to remind of a deadline: days in, a kind of reminder out."""

from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)


class Rules(NamedTuple):
    """Days of a school's settings; a zero switches the reminder off."""

    before_start: int
    before_deadline: int
    to_deputy: int
    to_director: int


def due_reminder(today: date, start: date | None, end: date, rules: Rules) -> str:
    """What to remind a responsible person of: start, deadline, overdue or nothing.

    Only the latest is due, so that a server that was off for a week does not send three
    at once. Every comparison holds for later days too: no day has to be hit.

    >>> rules = Rules(3, 2, 3, 7)
    >>> start, end = date(2023, 10, 10), date(2023, 10, 20)
    >>> [due_reminder(date(2023, 10, day), start, end, rules)
    ...  for day in (6, 7, 17, 18, 20, 21, 31)]
    ['', 'start', 'start', 'deadline', 'deadline', 'overdue', 'overdue']
    """
    if end < today:
        return "overdue"
    if rules.before_deadline and end - rules.before_deadline * DAY <= today:
        return "deadline"
    if start and rules.before_start and start - rules.before_start * DAY <= today:
        return "start"
    return ""


def due_escalations(today: date, end: date, rules: Rules) -> list[str]:
    """Who else is to know that it is late: deputy, then director.

    >>> rules = Rules(3, 2, 3, 7)
    >>> [due_escalations(date(2023, 10, day), date(2023, 10, 20), rules)
    ...  for day in (20, 22, 23, 27)]
    [[], [], ['deputy'], ['deputy', 'director']]
    """
    late = (today - end).days
    steps = (("deputy", rules.to_deputy), ("director", rules.to_director))
    return [who for who, days in steps if days and late >= days]
