"""Sections of an аналитическая справка in Russian.

What the records do not know is not invented: the place is marked with «[…]», and a
paper with such a place is not registered.
"""

from collections.abc import Iterator

from .dates import period_name
from .document_words import capital
from .note_conclusions import cause_lines, practice_lines, repeat_lines
from .note_dynamics import dynamics
from .note_facts import Figure, Note, joined
from .paragraphs import numbered
from .people import small_first
from .punctuation import ended, inner_quoted, sentence
from .russian import CLASS, PAPER, STEP, count, listed, out_of, verb

GAP = "[…]"
TITLES = {
    "goal": "Цель",
    "grounds": "Основание",
    "object": "Объект и предмет оценки",
    "dates": "Сроки",
    "classes": "Классы",
    "people": "Кто проводил",
    "methods": "Методы",
    "instruments": "Инструментарий",
    "results": "Результаты",
    "dynamics": "Динамика",
    "causes": "Причины",
    "conclusions": "Выводы",
    "recommendations": "Адресные рекомендации",
    "repeat_control": "Повторный контроль",
    "good_practice": "Успешный опыт",
    "closing": "Рассмотрение",
}


def sections(note: Note) -> list[dict]:
    """Sections in their order, as a document stores them.

    >>> [part["code"] for part in sections(Note())][:3]
    ['goal', 'grounds', 'object']
    >>> [part["code"] for part in sections(Note()) if not part["is_required"]]
    ['results', 'dynamics', 'recommendations']
    """
    return [part for writer in WRITERS for part in writer(note)]


def _section(code: str, *lines: str, title: str = "", tables=(), chart=None) -> dict:
    text = "\n".join(filter(None, lines))
    return {
        "code": code,
        "name": title or TITLES[code],
        "text": text,
        "tables": list(tables),
        "chart": chart,
        "is_required": GAP in text or code in ("goal", "causes", "conclusions"),
    }


def _goal(note: Note) -> Iterator[dict]:
    about = note.subject or note.name or GAP
    yield _section(
        "goal",
        f"Оценить состояние и динамику по предмету оценки: {inner_quoted(about)}. "
        "Выявить сильные стороны, дефициты и их причины.",
    )


def _grounds(note: Note) -> Iterator[dict]:
    lines = note.grounds or (f"Укажите пункт плана, положение или приказ: {GAP}.",)
    yield _section("grounds", *map(ended, lines))


def _object(note: Note) -> Iterator[dict]:
    about = note.subject or note.name
    lines = [ended(capital(about)) if about else f"Укажите, что оценивалось: {GAP}."]
    if note.steps:
        lines += ["Содержание:", *numbered([ended(step) for step in note.steps])]
    yield _section("object", *lines)


def _dates(note: Note) -> Iterator[dict]:
    first, last = note.first or note.last, note.last
    said = f"{capital(period_name(first, last))}" if last else f"Укажите сроки: {GAP}."
    yield _section("dates", ended(said))


def _classes(note: Note) -> Iterator[dict]:
    named = joined(note.results, "classes")
    if not named:
        line = f"Укажите классы, параллели или «все классы»: {GAP}."
    else:
        line = f"{capital(count(len(named), CLASS))}: {listed(named)}."
    yield _section("classes", line)


def _people(note: Note) -> Iterator[dict]:
    who = "; ".join(note.people) or GAP
    visited = joined(note.results, "visited")
    yield _section("people", f"Процедуру провели: {ended(who)}", *visited)


def _methods(note: Note) -> Iterator[dict]:
    known = [*note.methods, *joined(note.results, "methods")]
    named = dict.fromkeys(small_first(one.strip()).rstrip(".;,") for one in known)
    gap = f"Укажите методы: {GAP}."
    yield _section("methods", sentence(list(named)) or gap)


def _instruments(note: Note) -> Iterator[dict]:
    named = joined(note.results, "instruments")
    gap = f"Укажите КИМ, кодификатор, лист наблюдения или анкету: {GAP}."
    yield _section("instruments", *(map(ended, named) if named else [gap]))


def _results(note: Note) -> Iterator[dict]:
    yield _section("results", *_summary(note))
    for source in note.results:
        yield _section(
            f"results.{source.code}",
            *source.sentences,
            title=f"Результаты: {source.name}",
            tables=source.tables,
            chart=source.chart,
        )


def _summary(note: Note) -> Iterator[str]:
    if note.steps:
        done, steps = note.steps_done, out_of(len(note.steps), STEP)
        said = verb(done, "Выполнен", "Выполнено")
        yield f"{said} {done} из {steps} содержания процедуры."
    if note.papers:
        said = verb(len(note.papers), "Представлен", "Представлено")
        papers = "; ".join(note.papers)
        yield f"{said} {count(len(note.papers), PAPER)}: {papers}."
    else:
        yield "Материалы по итогам процедуры в систему не загружены."
    if not note.results:
        yield "Числовых данных по процедуре в системе нет."


def _dynamics(note: Note) -> Iterator[dict]:
    lines, tables, chart = dynamics(note.figures(), note.before, note.before_name)
    yield _section("dynamics", *lines, tables=tables, chart=chart)


def _causes(note: Note) -> Iterator[dict]:
    """Conclusions say the causes; where there are none yet, the author does."""
    successes = cause_lines(note.concluded(True))
    troubles = cause_lines(note.concluded(False))
    lines = [
        *(successes or _places(_strengths(note), "успеха")),
        *(troubles or _places(_deficits(note), "затруднений")),
    ]
    gap = f"Укажите причины успехов и затруднений по каждому результату: {GAP}."
    yield _section("causes", *(lines or [gap]))


def _places(figures: list[Figure], of_what: str) -> Iterator[str]:
    return (f"{_said(one)}. Причины {of_what}: {GAP}." for one in figures)


def _conclusions(note: Note) -> Iterator[dict]:
    best = listed(_said(one) for one in _strengths(note))
    worst = listed(_said(one) for one in _deficits(note))
    yield _section(
        "conclusions",
        best and f"Наиболее высокие результаты: {best}.",
        worst and f"Наиболее низкие результаты: {worst}.",
        f"Вывод об уровне и достижении цели: {GAP}.",
    )


def _recommendations(note: Note) -> Iterator[dict]:
    yield _section(
        "recommendations",
        "По итогам процедуры рекомендовано (исполнитель, действие, срок, ожидаемый "
        "результат):",
    )


def _repeat_control(note: Note) -> Iterator[dict]:
    if lines := repeat_lines(note.concluded(False)):
        yield _section("repeat_control", *lines)
    else:
        yield _repeat_place(note)


def _repeat_place(note: Note) -> dict:
    when = GAP
    if note.next_name and note.next_last:
        first = note.next_first or note.next_last
        when = f"{period_name(first, note.next_last)} ({inner_quoted(note.next_name)})"
    return _section(
        "repeat_control",
        f"Срок: {ended(when)}",
        f"Форма: {GAP}.",
        f"Ответственный: {GAP}.",
        f"Критерий успеха: {GAP}.",
    )


def _good_practice(note: Note) -> Iterator[dict]:
    seen = [one.good_practice for one in note.results if one.good_practice]
    seen += practice_lines(note.conclusions)
    gap = f"Чей опыт (с согласия педагога) и как будет распространён: {GAP}."
    yield _section("good_practice", *seen, gap)


def _closing(note: Note) -> Iterator[dict]:
    where = "; ".join(note.bodies) or f"укажите, где рассматривается справка: {GAP}"
    yield _section("closing", f"Справка подготовлена к рассмотрению: {ended(where)}")


WRITERS = (
    _goal,
    _grounds,
    _object,
    _dates,
    _classes,
    _people,
    _methods,
    _instruments,
    _results,
    _dynamics,
    _causes,
    _conclusions,
    _recommendations,
    _repeat_control,
    _good_practice,
    _closing,
)


def _strengths(note: Note) -> list[Figure]:
    return [one for source in note.results for one in source.strengths]


def _deficits(note: Note) -> list[Figure]:
    return [one for source in note.results for one in source.deficits]


def _said(figure: Figure) -> str:
    """
    >>> _said(Figure("a", "Цель названа", 50.0, "%")).replace("\\xa0", " ")
    '«Цель названа» – 50 %'
    """
    return f"{inner_quoted(figure.name)} – {figure.value_text}"
