"""The analytical note that writes itself: sections, tables and a chart from figures.

The order of sections is that of a справка: what was assessed and on what grounds, what
came out, why, what to do, when to look again. What the records do not know is left for
the author: a required section stays empty until it is filled in.
"""

from dataclasses import dataclass, field
from datetime import date

from .dates import long_date
from .document_words import quoted, requisites
from .russian import change, counted, figure, listed, sentence

PERCENT = "%"


@dataclass
class Measure:
    """One figure of the procedure: by what it is known, its value before and now."""

    code: str
    name: str
    value: float | None
    unit: str = ""
    before: float | None = None
    section: str = ""


@dataclass
class Procedure:
    """What is known of the procedure a note is about."""

    name: str
    object: str = ""
    plan: str = ""
    plan_number: str = ""
    plan_date: date | None = None
    acts: list[str] = field(default_factory=list)
    first: date | None = None
    last: date | None = None
    classes: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    instruments: list[str] = field(default_factory=list)
    steps_done: int = 0
    steps: int = 0
    papers: dict[str, int] = field(default_factory=dict)
    visits: int = 0
    before: str = ""
    measures: list[Measure] = field(default_factory=list)
    good: list[str] = field(default_factory=list)
    deficits: list[str] = field(default_factory=list)


@dataclass
class Section:
    code: str
    name: str
    text: str = ""
    tables: list[dict] = field(default_factory=list)
    chart: dict | None = None
    is_required: bool = False


def sections(about: Procedure) -> list[Section]:
    """All the sections of a note, in their order.

    >>> made = sections(Procedure("Входной срез", methods=["анализ"]))
    >>> [one.code for one in made][:4], made[0].text
    (['goal', 'grounds', 'object', 'dates'], 'Оценить состояние дел по направлению \
«Входной срез», выявить успешную практику и дефициты, определить их причины.')
    """
    return [
        Section("goal", "Цель", _goal(about)),
        Section("grounds", "Основание", _grounds(about)),
        Section("object", "Объект оценки", sentence(about.object or about.name)),
        Section("dates", "Сроки", _dates(about)),
        Section("people", "Кто проводил", sentence(listed(about.people))),
        Section("methods", "Методы", sentence(listed(about.methods))),
        Section("instruments", "Инструментарий", sentence(listed(about.instruments))),
        _results(about),
        Section("dynamics", "Динамика", _dynamics(about)),
        Section("causes", "Причины", "", is_required=True),
        Section("conclusions", "Выводы", _conclusions(about)),
        Section("recommendations", "Рекомендации", ""),
        Section("repeat_control", "Повторный контроль", "", is_required=True),
        Section("good_practice", "Успешная практика", _lines(about.good)),
    ]


def _goal(about: Procedure) -> str:
    return (
        f"Оценить состояние дел по направлению {quoted(about.name)}, выявить успешную "
        "практику и дефициты, определить их причины."
    )


def _grounds(about: Procedure) -> str:
    said = []
    if about.plan:
        number = requisites(about.plan_date, about.plan_number)
        approved = f", утверждённый приказом {number}" if number else ""
        said.append(f"План {quoted(about.plan)}{approved}")
    return sentence("; ".join([*said, *about.acts]))


def _dates(about: Procedure) -> str:
    if not about.last:
        return ""
    if not about.first or about.first == about.last:
        return sentence(long_date(about.last))
    return sentence(f"с {long_date(about.first)} по {long_date(about.last)}")


def _lines(texts: list[str]) -> str:
    return "\n".join(map(sentence, texts))


# ---- what came out ----


def _results(about: Procedure) -> Section:
    measured = [one for one in about.measures if one.value is not None]
    return Section(
        "results",
        "Результаты",
        "\n".join(filter(None, [_work(about), *map(_said, _summary(measured))])),
        tables=_tables(measured, bool(about.before)),
        chart=_chart(measured),
    )


def _work(about: Procedure) -> str:
    """What was done: visits, classes, steps, papers."""
    said = []
    if about.visits:
        seen = f"посещено: {counted(about.visits, 'урок')}"
        where = f" в {counted(len(about.classes), 'класс', 'loct')}"
        named = f"{where} ({listed(about.classes)})" if about.classes else ""
        said.append(sentence(seen + named))
    if about.steps:
        said.append(
            sentence(f"выполнено {about.steps_done} из {counted_of(about.steps)}")
        )
    if about.papers:
        papers = [f"{name} – {count}" for name, count in about.papers.items()]
        said.append(sentence(f"представлены документы: {', '.join(papers)}"))
    return " ".join(said)


def counted_of(steps: int) -> str:
    """
    >>> counted_of(1).split(), counted_of(5).split()
    (['1', 'запланированного', 'шага'], ['5', 'запланированных', 'шагов'])
    """
    word = "запланированного" if steps % 10 == 1 and steps % 100 != 11 else ""
    number, _gap, noun = counted(steps, "шаг", "gent").partition("\N{NO-BREAK SPACE}")
    return f"{number} {word or 'запланированных'} {noun}"


def _summary(measures: list[Measure]) -> list[Measure]:
    """Figures that stand for the whole: those without a section of their own."""
    return [one for one in measures if not one.section]


def _said(measure: Measure) -> str:
    return sentence(f"{measure.name}: {shown(measure.value, measure.unit)}")


def shown(value: float | None, unit: str) -> str:
    r"""
    >>> shown(61.25, "%"), shown(4, ""), shown(None, "%")
    ('61,3\xa0%', '4', 'нет данных')
    """
    text = figure(value)
    return f"{text}\N{NO-BREAK SPACE}{unit}" if unit and value is not None else text


def _tables(measures: list[Measure], has_before: bool) -> list[dict]:
    """One table a section: what was measured, now and before."""
    tables = []
    for name in dict.fromkeys(one.section for one in measures if one.section):
        rows = [one for one in measures if one.section == name]
        header = ["Показатель", "Результат"]
        header += ["В прошлый раз", "Изменение"] if has_before else []
        tables.append(
            {
                "title": name,
                "header": header,
                "rows": [_row(one, has_before) for one in rows],
            }
        )
    return tables


def _row(measure: Measure, has_before: bool) -> list[str]:
    now = [measure.name, shown(measure.value, measure.unit)]
    if not has_before:
        return now
    return [*now, shown(measure.before, measure.unit), _changed(measure)]


def _changed(measure: Measure) -> str:
    unit = "п.п." if measure.unit == PERCENT else measure.unit
    return change(measure.before, measure.value, unit)


def _chart(measures: list[Measure]) -> dict | None:
    """Percents of one section, now and before; fewer than two say nothing."""
    drawn = [one for one in measures if one.unit == PERCENT and one.section]
    if len(drawn) < 2:
        return None
    drawn = [one for one in drawn if one.section == drawn[0].section]
    series = [{"name": "Результат", "values": [one.value for one in drawn]}]
    if any(one.before is not None for one in drawn):
        before = [one.before for one in drawn]
        series.insert(0, {"name": "В прошлый раз", "values": before})
    return {
        "title": drawn[0].section,
        "unit": PERCENT,
        "labels": [one.name for one in drawn],
        "series": series,
    }


def _dynamics(about: Procedure) -> str:
    if not about.before:
        return "Процедура проводится впервые, сравнить результаты не с чем."
    pairs = [one for one in about.measures if one.before is not None]
    said = [f"{one.name} – {_changed(one)}" for one in pairs]
    known = "; ".join(said) or "сопоставимых показателей нет"
    return sentence(f"По сравнению с предыдущим разом ({about.before}): {known}")


def _conclusions(about: Procedure) -> str:
    """The best and the worst of each section: a start for the author."""
    groups = {}
    for one in about.measures:
        if one.unit == PERCENT and one.section and one.value is not None:
            groups.setdefault(one.section, []).append(one)
    return "\n".join(filter(None, map(_extremes, groups.values())))


def _extremes(measures: list[Measure]) -> str:
    best = max(measures, key=lambda one: one.value)
    worst = min(measures, key=lambda one: one.value)
    if figure(best.value) == figure(worst.value):
        return ""
    return (
        f"{best.section}: выше всего «{best.name}» ({shown(best.value, PERCENT)}), "
        f"ниже всего «{worst.name}» ({shown(worst.value, PERCENT)})."
    )
