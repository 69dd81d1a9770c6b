"""What visits to lessons say in a справка, never a rating of teachers."""

from collections import Counter
from collections.abc import Iterable, Iterator

from .note_dynamics import MOST_BARS
from .note_facts import Figure, Results
from .note_visit_figures import (
    Visit,
    by_class,
    by_criterion,
    by_section,
    by_subject,
    seen_points,
    sums,
    total,
    visit_count,
)
from .russian import (
    CLASS,
    CRITERION,
    LESSON,
    PERCENT,
    POINT,
    TEACHER,
    count,
    inside,
    out_of,
    verb,
)

NONE_APPLIED = (
    "Ни один критерий листа наблюдения не применялся: доля баллов не считается."
)


def results(visits: list[Visit]) -> Results | None:
    """All that finished visits say, or nothing."""
    if not visits:
        return None
    share, criteria = total(visits), by_criterion(visits)
    groups = [*by_section(visits), *by_class(visits), *by_subject(visits)]
    known = [one for one in criteria if one.value is not None]
    best, worst = _edges(known)
    return Results(
        code="visits",
        name="посещение уроков",
        sentences=tuple(_sentences(visits, share, best, worst)),
        tables=tuple(_tables(criteria, groups)),
        chart=_chart(criteria),
        figures=(visit_count(visits), share, *criteria, *groups),
        classes=tuple(_in_order({one.school_class for one in visits} - {""})),
        methods=("посещение уроков",),
        instruments=tuple(_instruments(visits)),
        visited=(_visited(visits),),
        strengths=tuple(best),
        deficits=tuple(worst),
        good_practice=_good_practice(visits),
    )


def _sentences(
    visits: list[Visit], share: Figure, best: list[Figure], worst: list[Figure]
) -> Iterator[str]:
    classes = {one.class_id for one in visits if one.class_id}
    where = f" в {inside(len(classes), CLASS)}" if classes else ""
    said = verb(len(visits), "Посещён", "Посещено")
    yield f"{said} {count(len(visits), LESSON)}{where}."
    points, most = sums(seen_points(visits))
    if share.value is None:
        yield NONE_APPLIED
        return
    counted = f"{points} из {out_of(most, POINT)}"
    yield f"Доля набранных баллов – {share.value_text} ({counted})."
    if best:
        yield f"Наиболее высокая доля: {_named(best)}."
        yield f"Наиболее низкая доля: {_named(worst)}."


def _named(figures: list[Figure]) -> str:
    return "; ".join(f"«{one.name}» – {one.value_text}" for one in figures)


def _edges(known: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Criteria with the greatest and the least share; none when all are equal."""
    shares = {one.value_text for one in known}
    if len(shares) < 2:
        return [], []
    top = max(known, key=lambda one: one.value).value_text
    low = min(known, key=lambda one: one.value).value_text
    return (
        [one for one in known if one.value_text == top],
        [one for one in known if one.value_text == low],
    )


def _tables(criteria: list[Figure], groups: list[Figure]) -> Iterator[dict]:
    header = ["Критерий", "Посещений", "Баллы", "Доля баллов"]
    yield {
        "title": "По критериям листа наблюдения",
        "header": header,
        "rows": [_cells(one) for one in criteria],
    }
    if groups:
        header = ["Группа", "Оценок", "Баллы", "Доля баллов"]
        yield {
            "title": "По разделам, классам и предметам",
            "header": header,
            "rows": [_cells(one) for one in groups],
        }


def _cells(figure: Figure) -> list[str]:
    """Name, how many were counted, points, share."""
    counted = [row for row in figure.rows if " из " in row["value"]]
    pairs = [row["value"].split(" из ") for row in counted]
    points, most = (sum(int(pair[index]) for pair in pairs) for index in (0, 1))
    return [figure.name, str(len(counted)), f"{points} из {most}", figure.value_text]


def _chart(criteria: list[Figure]) -> dict | None:
    if len(criteria) < 2:
        return None
    shown = criteria[:MOST_BARS]
    return {
        "title": "Доля баллов по критериям, %",
        "labels": [one.name for one in shown],
        "series": [{"name": "", "values": [one.value for one in shown]}],
        "unit": PERCENT,
    }


def _instruments(visits: list[Visit]) -> Iterator[str]:
    sheets = dict.fromkeys((one.sheet_id, one.sheet) for one in visits)
    for ident, name in sheets:
        used = {
            point.criterion_id
            for visit in visits
            if visit.sheet_id == ident
            for point in visit.points
        }
        yield f"Лист наблюдения «{name}» ({count(len(used), CRITERION)})"


def _visited(visits: list[Visit]) -> str:
    """By posts and numbers: names of teachers stay with the visits."""
    people = {one.teacher_id: one.post or "педагог" for one in visits}
    posts = Counter(people.values())
    said = "; ".join(f"{post} – {number}" for post, number in sorted(posts.items()))
    return f"Посещены уроки {out_of(len(people), TEACHER)} ({said})."


def _good_practice(visits: list[Visit]) -> str:
    """How often, not whose: what was written down is between the two of them."""
    seen = sum(one.has_strengths for one in visits)
    if not seen:
        return ""
    where = inside(seen, LESSON)
    return f"На {where} отмечено то, что стоит показать коллегам."


def _in_order(names: Iterable[str]) -> list[str]:
    """Classes as people list them.

    >>> _in_order(["10А", "5Б", "5А"])
    ['5А', '5Б', '10А']
    """

    def key(name: str):
        digits = name[: len(name) - len(name.lstrip("0123456789"))]
        return int(digits or 0), name

    return sorted(names, key=key)
