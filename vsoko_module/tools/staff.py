"""Figures of the staff on a day: plain people in, numbers out; unknown is not 0.

Borders follow the wording of the rows 1.24–1.34 of the order № 1324: «до 5 лет» is
fewer than 5 full years, «свыше 30 лет» more than 30, «до 30 лет» younger than 30 on
the day, «от 55 лет» 55 or older.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

HIGHER = ("higher", "higher_teaching")
SECONDARY = ("secondary", "secondary_teaching")
CATEGORIES = ("highest", "first")
# Training of the row 1.33 is looked for in this many years
TRAINING_YEARS = 5


@dataclass(frozen=True)
class Person:
    """What a staff card says; None where it says nothing."""

    kind: str | None = None
    education: str | None = None
    category: str | None = None
    category_date: date | None = None
    teaching_from: date | None = None
    birthday: date | None = None
    birth_year: int | None = None
    trained_on: date | None = None
    is_fgos: bool = False


def full_years(since: date, day: date) -> int:
    """Full years from ``since`` to ``day``; the day itself completes a year.

    >>> [full_years(date(1993, 12, 31), date(2023, 12, day)) for day in (30, 31)]
    [29, 30]
    >>> full_years(date(2024, 2, 29), date(2025, 2, 28))
    0
    """
    before = (day.month, day.day) < (since.month, since.day)
    return max(day.year - since.year - before, 0)


def age(person: Person, day: date) -> int | None:
    """Full years of life; of a bare year of birth, counted from its last day.

    On 31 December, the day on which 1324 is counted, the year alone is exact.

    >>> age(Person(birth_year=1993), date(2023, 12, 31)), age(Person(), date.today())
    (30, None)
    >>> age(Person(birth_year=1993), date(2023, 7, 31))
    29
    """
    if person.birthday:
        return full_years(person.birthday, day)
    if person.birth_year:
        return full_years(date(person.birth_year, 12, 31), day)
    return None


def experience(person: Person, day: date) -> int | None:
    """Full years of teaching."""
    return full_years(person.teaching_from, day) if person.teaching_from else None


def category(person: Person, day: date) -> str | None:
    """The category on the day: one that was given later did not count yet.

    >>> later = Person(category="first", category_date=date(2024, 1, 15))
    >>> category(later, date(2023, 12, 31)), category(later, date(2024, 1, 15))
    ('none', 'first')
    """
    if person.category_date and person.category_date > day:
        return "none"
    return person.category


def education(person: Person, day: date) -> str | None:
    return person.education


def is_trained_lately(trained_on: date, day: date) -> bool:
    """
    >>> end = date(2023, 12, 31)
    >>> [is_trained_lately(on, end) for on in (date(2018, 12, 31), date(2019, 1, 1))]
    [False, True]
    """
    return full_years(trained_on, day) < TRAINING_YEARS


class Figure(NamedTuple):
    """A figure of the teachers or of all workers: by what of them, who is counted."""

    name: str
    told: Callable
    counted: Callable


FOR_TEACHERS = {
    "педагогов_с_высшим": Figure(
        "Педагогов с высшим образованием",
        education,
        lambda told: told in HIGHER,
    ),
    "педагогов_с_высшим_педагогическим": Figure(
        "Педагогов с высшим педагогическим образованием",
        education,
        lambda told: told == "higher_teaching",
    ),
    "педагогов_со_средним_профессиональным": Figure(
        "Педагогов со средним профессиональным образованием",
        education,
        lambda told: told in SECONDARY,
    ),
    "педагогов_со_средним_педагогическим": Figure(
        "Педагогов со средним профессиональным педагогическим образованием",
        education,
        lambda told: told == "secondary_teaching",
    ),
    "педагогов_с_категорией": Figure(
        "Педагогов с квалификационной категорией",
        category,
        lambda told: told in CATEGORIES,
    ),
    "педагогов_высшей_категории": Figure(
        "Педагогов высшей категории", category, lambda told: told == "highest"
    ),
    "педагогов_первой_категории": Figure(
        "Педагогов первой категории", category, lambda told: told == "first"
    ),
    "педагогов_со_стажем_до_5": Figure(
        "Педагогов с педагогическим стажем до 5 лет",
        experience,
        lambda years: years < 5,
    ),
    "педагогов_со_стажем_свыше_30": Figure(
        "Педагогов с педагогическим стажем свыше 30 лет",
        experience,
        lambda years: years > 30,
    ),
    "педагогов_до_30_лет": Figure(
        "Педагогов в возрасте до 30 лет", age, lambda years: years < 30
    ),
    "педагогов_от_55_лет": Figure(
        "Педагогов в возрасте от 55 лет", age, lambda years: years >= 55
    ),
}
TEACHERS, WORKERS = "педагогов", "работников_педагогических_и_ахр"
TRAINED = "работников_с_обучением_за_5_лет"
TRAINED_FGOS = "работников_с_обучением_фгос"
# So that a share counted from half of the cards is not taken for the whole truth
INCOMPLETE = "работников_с_неполными_сведениями"
NAMES = {
    TEACHERS: "Педагогических работников",
    **{code: figure.name for code, figure in FOR_TEACHERS.items()},
    WORKERS: "Педагогических и административно-хозяйственных работников",
    TRAINED: "Из них прошли обучение за последние 5 лет",
    TRAINED_FGOS: "Из них прошли повышение квалификации по ФГОС",
    INCOMPLETE: "Работников, о которых внесено не всё",
}


def is_complete(person: Person, day: date) -> bool:
    """Whether the card says all that the figures of teachers are counted from.

    >>> is_complete(Person(kind="other"), date.today()), is_complete(Person(), None)
    (True, False)
    """
    told = {figure.told for figure in FOR_TEACHERS.values()}
    return bool(person.kind) and (
        person.kind != "teaching" or all(one(person, day) is not None for one in told)
    )


def staff_figures(people: Iterable[Person], day: date) -> dict[str, int | None]:
    """``{code: number}``; None where no card says what it would be counted from.

    >>> staff_figures([Person(kind="teaching", education="higher")], date.today())[
    ...     "педагогов_с_высшим"
    ... ]
    1
    >>> set(staff_figures([Person()], date.today()).values())
    {None}
    """
    people = list(people)
    told = [person for person in people if person.kind]
    if not told:
        return dict.fromkeys(NAMES)
    teachers = [person for person in told if person.kind == "teaching"]
    workers = [one for one in told if one.kind in ("teaching", "administrative")]
    return {
        TEACHERS: len(teachers),
        **{
            code: _count([figure.told(one, day) for one in teachers], figure.counted)
            for code, figure in FOR_TEACHERS.items()
        },
        WORKERS: len(workers),
        TRAINED: _count(
            [one.trained_on for one in workers], lambda on: is_trained_lately(on, day)
        ),
        TRAINED_FGOS: _count(
            [one.trained_on and one.is_fgos for one in workers], lambda is_fgos: is_fgos
        ),
        INCOMPLETE: sum(not is_complete(one, day) for one in people),
    }


def _count(told: list, counted: Callable) -> int | None:
    """How many of those who are known fit; None when nobody is.

    >>> _count([None, 3, 7], lambda years: years < 5), _count([None], bool)
    (1, None)
    """
    known = [one for one in told if one is not None]
    return sum(map(counted, known)) if known else None
