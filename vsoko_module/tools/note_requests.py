"""What answers to requests say: figures by class and period, no names."""

from collections.abc import Iterator
from dataclasses import dataclass

from .note_facts import Figure, Results
from .russian import (
    ANSWER,
    NO_DATA,
    PERCENT,
    POINTS,
    REQUEST,
    count,
    read_number,
    verb,
)

UNITS = {"percent": PERCENT, "points": POINTS}
# What is said of an answer that is no number: its words may name people
IN_WORDS = "получен в виде текста или файла"
HEADER = ["Показатель", "Класс", "Период", "Значение"]


@dataclass(frozen=True)
class Answer:
    """A request and what has come of it."""

    id: int
    name: str
    key: str
    text: str = ""
    is_answered: bool = False
    is_personal: bool = False
    unit: str = ""
    better: str = "more"
    school_class: str = ""
    class_id: int = 0
    period: str = ""
    period_id: int = 0
    answered_on: str = ""

    @property
    def value(self) -> float | None:
        return read_number(self.text) if self.is_answered else None

    @property
    def shown_unit(self) -> str:
        sign = PERCENT if self.text.rstrip().endswith(PERCENT) else ""
        return UNITS.get(self.unit) or sign

    @property
    def is_in_words(self) -> bool:
        return self.is_answered and self.value is None


def results(answers: list[Answer]) -> Results | None:
    """What the answers say; what is about a person is counted and not shown."""
    if not answers:
        return None
    shared = [one for one in answers if not one.is_personal]
    figures = tuple(_figure(one) for one in shared if not one.is_in_words)
    return Results(
        code="requests",
        name="ответы на запросы",
        sentences=tuple(_sentences(answers, shared)),
        tables=tuple(_tables(shared)),
        chart=_chart(shared),
        figures=figures,
        classes=tuple(dict.fromkeys(filter(None, (a.school_class for a in answers)))),
        methods=("сбор данных по запросам",),
        instruments=tuple(_instruments(shared)),
    )


def _figure(answer: Answer) -> Figure:
    """Another class is another thing; the same school is compared by indicator."""
    row = {
        "label": _label(answer),
        "value": answer.text.strip() if answer.value is not None else NO_DATA,
        "model": "vsoko.request",
        "id": answer.id,
    }
    given = f"ответ от {answer.answered_on}" if answer.is_answered else "ответа нет"
    return Figure(
        code=f"requests.{answer.key}.{answer.class_id}.{answer.period_id}",
        name=_label(answer),
        value=answer.value,
        unit=answer.shown_unit,
        formula=f"значение из запроса ({given})",
        rows=(row,),
        better=answer.better,
        compare=f"requests.{answer.key}.{answer.class_id}",
    )


def _label(answer: Answer) -> str:
    """
    >>> _label(Answer(1, "Обеды", "1", school_class="5А", period="I четверть"))
    'Обеды, 5А, I четверть'
    """
    return ", ".join(filter(None, [answer.name, answer.school_class, answer.period]))


def _sentences(answers: list[Answer], shared: list[Answer]) -> Iterator[str]:
    given = sum(one.is_answered for one in answers)
    said = verb(given, "получен", "получено")
    asked = count(len(answers), REQUEST)
    yield f"На {asked} {said} {count(given, ANSWER)}."
    if missing := [one for one in shared if not one.is_answered]:
        yield f"Нет данных: {'; '.join(_label(one) for one in missing)}."
    for group in _by_indicator(shared).values():
        if text := _range(group):
            yield text


def _range(group: list[Answer]) -> str:
    """From which class to which one an indicator goes."""
    known = [one for one in group if one.value is not None and one.school_class]
    if (
        len({one.class_id for one in known}) < 2
        or len({one.shown_unit for one in known}) > 1
    ):
        return ""
    low = min(known, key=lambda one: one.value)
    top = max(known, key=lambda one: one.value)
    if low.value == top.value:
        return f"«{low.name}»: во всех классах {_figure(low).value_text}."
    edges = [f"{_figure(one).value_text} ({_where(one)})" for one in (low, top)]
    return f"«{low.name}»: от {edges[0]} до {edges[1]}."


def _where(answer: Answer) -> str:
    return ", ".join(filter(None, [answer.school_class, answer.period]))


def _by_indicator(answers: list[Answer]) -> dict[str, list[Answer]]:
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(answer.key, []).append(answer)
    return groups


def _tables(shared: list[Answer]) -> Iterator[dict]:
    if shared:
        rows = [
            [one.name, one.school_class or "–", one.period or "–", _shown(one)]
            for one in shared
        ]
        yield {
            "title": "Данные, полученные по запросам",
            "header": HEADER,
            "rows": rows,
        }


def _shown(answer: Answer) -> str:
    return IN_WORDS if answer.is_in_words else _figure(answer).value_text


def _chart(shared: list[Answer]) -> dict | None:
    """The first indicator that several classes have answered on."""
    for group in _by_indicator(shared).values():
        labels = list(dict.fromkeys(one.school_class for one in group))
        known = [one for one in group if one.value is not None]
        if len(labels) > 1 and all(labels) and len({a.shown_unit for a in known}) == 1:
            unit = known[0].shown_unit
            return {
                "title": ", ".join(filter(None, [group[0].name, unit])),
                "labels": labels,
                "series": _series(group, labels),
                "unit": unit,
            }
    return None


def _series(group: list[Answer], labels: list[str]) -> list[dict]:
    """A series for each period; a class without an answer has no bar."""
    values = {(one.period, one.school_class): one.value for one in group}
    periods = list(dict.fromkeys(one.period for one in group))
    return [
        {
            "name": period,
            "values": [values.get((period, label)) for label in labels],
        }
        for period in periods
    ]


def _instruments(shared: list[Answer]) -> Iterator[str]:
    for group in _by_indicator(shared).values():
        yield f"Показатель «{group[0].name}»"
