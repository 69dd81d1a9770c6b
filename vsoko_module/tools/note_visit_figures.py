"""Figures of visits to lessons: shares of points with their passports."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from .note_facts import Figure
from .russian import PERCENT, percent, quantity

HOW = "сумма баллов / наибольшая возможная сумма × 100"


@dataclass(frozen=True)
class Point:
    """Points given for one criterion; ``most`` of 0: not applicable."""

    id: int
    criterion_id: int
    criterion: str
    section: str
    points: int
    most: int


@dataclass(frozen=True)
class Visit:
    """A finished visit without the name of the teacher."""

    id: int
    day: date
    school_class: str
    class_id: int
    subject: str
    subject_id: int
    teacher_id: int
    post: str
    sheet_id: int
    sheet: str
    has_strengths: bool
    points: tuple[Point, ...]

    @property
    def label(self) -> str:
        """
        >>> Visit(1, date(2023, 10, 2), "5А", 1, "Физика", 1, 1, "", 1, "", False,
        ...     ()).label
        '02.10.2023, 5А, Физика'
        """
        return ", ".join(
            filter(None, [f"{self.day:%d.%m.%Y}", self.school_class, self.subject])
        )


Seen = tuple[Visit, Point]


def visit_count(visits: list[Visit]) -> Figure:
    rows = tuple(_row(visit.label, "1", visit.id) for visit in visits)
    return Figure(
        "visits.count",
        "Посещено уроков",
        float(len(visits)),
        formula=f"число завершённых посещений: {len(visits)}",
        rows=rows,
    )


def total(visits: list[Visit]) -> Figure:
    rows = tuple(_row(one.label, _points(seen_points([one])), one.id) for one in visits)
    return _figure("visits.share", "Доля баллов за уроки", seen_points(visits), rows)


def by_criterion(visits: list[Visit]) -> list[Figure]:
    """By criterion of the sheet: one row for each visit."""
    return _grouped(
        visits,
        lambda seen: (seen[1].criterion_id, seen[1].criterion),
        "visits.criterion",
        is_compared=True,
    )


def by_section(visits: list[Visit]) -> list[Figure]:
    groups = _grouped(
        visits,
        lambda seen: (
            seen[1].section,
            seen[1].section and f"Раздел: {seen[1].section}",
        ),
        "visits.section",
        is_compared=True,
    )
    return groups if len(groups) > 1 else []


def by_class(visits: list[Visit]) -> list[Figure]:
    """Not compared with another year: another class of the same name."""
    return _grouped(
        visits,
        lambda seen: (seen[0].class_id, seen[0].school_class),
        "visits.class",
        is_compared=False,
    )


def by_subject(visits: list[Visit]) -> list[Figure]:
    return _grouped(
        visits,
        lambda seen: (seen[0].subject_id, seen[0].subject),
        "visits.subject",
        is_compared=True,
    )


def _grouped(
    visits: list[Visit],
    key: Callable[[Seen], tuple[Hashable, str]],
    code: str,
    is_compared: bool,
) -> list[Figure]:
    groups: dict[tuple[Hashable, str], list[Seen]] = {}
    for seen in seen_points(visits):
        groups.setdefault(key(seen), []).append(seen)
    return [
        _figure(f"{code}.{ident}", name, group, _line_rows(group), is_compared)
        for (ident, name), group in groups.items()
        if name
    ]


def _figure(
    code: str, name: str, seen: list[Seen], rows: tuple, is_compared: bool = True
) -> Figure:
    points, most = sums(seen)
    value = percent(points, most)
    said = f"{points} / {most} × 100 = {quantity(value, PERCENT)}"
    formula = f"{HOW}: {said}" if most else f"{HOW}: критерий нигде не применялся"
    compare = code if is_compared else ""
    return Figure(code, name, value, PERCENT, formula, rows, compare=compare)


def seen_points(visits: Iterable[Visit]) -> list[Seen]:
    return [(visit, point) for visit in visits for point in visit.points]


def sums(seen: list[Seen]) -> tuple[int, int]:
    return sum(one.points for _v, one in seen), sum(one.most for _v, one in seen)


def _points(seen: list[Seen]) -> str:
    points, most = sums(seen)
    return f"{points} из {most}" if most else "не применялось"


def _row(label: str, value: str, ident: int, model: str = "vsoko.observation") -> dict:
    return {"label": label, "value": value, "model": model, "id": ident}


def _line_rows(seen: list[Seen]) -> tuple[dict, ...]:
    """One row for each line: who has changed it later can be told."""
    return tuple(
        _row(
            f"{visit.label}: {point.criterion}",
            _points([(visit, point)]),
            point.id,
            "vsoko.observation.line",
        )
        for visit, point in seen
    )
