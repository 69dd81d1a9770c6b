"""Sections of the проблемно-ориентированный анализ of a year, in Russian.

What the records do not know is not invented: the general conclusion is the author's,
its place is marked with «[…]», and a paper with such a place is not registered.
"""

from collections.abc import Iterable, Sequence

from .analysis_facts import COMPONENTS, Analysis, Decided, Effect, Problem, grouped
from .document_words import capital
from .note_words import GAP
from .people import small_first
from .punctuation import ended, inner_quoted
from .russian import Noun, count, listed, verb

PROBLEM = Noun("проблема", "проблемы", "проблем", "проблеме", "проблемах")
EXAMPLE = Noun("пример", "примера", "примеров", "примере", "примерах")
DECISION = Noun("решение", "решения", "решений", "решении", "решениях")
NO_CAUSE = "Причина не названа"
NOTHING_FOUND = (
    "Согласованных выводов о проблемах за {year} учебный год в системе нет: укажите, "
    f"что выявлено: {GAP}."
)


def sections(facts: Analysis) -> list[dict]:
    """Sections in their order, as a document stores them.

    >>> [part["code"] for part in sections(Analysis("2023/24"))][:3]
    ['summary', 'problems', 'components']
    >>> [part["code"] for part in sections(Analysis("2023/24")) if part["is_required"]]
    ['summary', 'conclusion']
    """
    return [writer(facts) for writer in WRITERS]


def _section(code: str, name: str, lines: Iterable[str], *tables: dict) -> dict:
    text = "\n".join(filter(None, lines))
    return {
        "code": code,
        "name": name,
        "text": text,
        "tables": [table for table in tables if table["rows"]],
        "is_required": GAP in text,
    }


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> dict:
    return {"title": "", "header": list(header), "rows": [list(row) for row in rows]}


# ---- what was found ----


def _summary(facts: Analysis) -> dict:
    lines = [_found(facts), _going_on(facts), decided_sentence(facts.adopted)]
    return _section("summary", "Итоги года", lines)


def _found(facts: Analysis) -> str:
    if not facts.problems:
        return NOTHING_FOUND.format(year=facts.year)
    said = [count(len(facts.problems), PROBLEM)]
    if facts.practices:
        said.append(f"{count(len(facts.practices), EXAMPLE)} успешного опыта")
    found = verb(len(facts.problems), "выявлена", "выявлено")
    return (
        "По итогам внутренней оценки качества образования за "
        f"{facts.year} учебный год {found} {listed(said)}."
    )


def _going_on(facts: Analysis) -> str:
    """
    >>> _going_on(Analysis(problems=(Problem("а", is_solved=True), Problem("б"),
    ...     Problem("в")))).replace("\\xa0", " ")
    'Решена 1 проблема, работа по 2 продолжается.'
    >>> _going_on(Analysis(problems=(Problem("б"),)))
    'Работа продолжается.'
    """
    if not facts.problems:
        return ""
    left = len(facts.open_problems)
    solved = len(facts.problems) - left
    if not solved:
        return "Работа продолжается."
    said = f"{verb(solved, 'Решена', 'Решено')} {count(solved, PROBLEM)}"
    return f"{said}, работа по {left} продолжается." if left else f"{said}."


def decided_sentence(decisions: Sequence[Decided]) -> str:
    """
    >>> done = Decided("а", is_done=True, is_in_time=True, is_effective=True)
    >>> decided_sentence([done, Decided("б")]).replace("\\xa0", " ")
    'Принято 2 решения: исполнено 1, из них в срок – 1; эффект подтверждён по 1.'
    >>> decided_sentence([Decided("б")]).replace("\\xa0", " ")
    'Принято 1 решение, пока не исполнено.'
    >>> decided_sentence([])
    'Решений по итогам оценки не принималось.'
    """
    if not decisions:
        return "Решений по итогам оценки не принималось."
    said = f"Принято {count(len(decisions), DECISION)}"
    done = [one for one in decisions if one.is_done]
    if not done:
        return f"{said}, пока не исполнено."
    in_time = sum(one.is_in_time for one in done)
    effective = sum(one.is_effective for one in decisions)
    return (
        f"{said}: исполнено {len(done)}, из них в срок – {in_time}; "
        f"эффект подтверждён по {effective}."
    )


def _problems(facts: Analysis) -> dict:
    causes = grouped(facts.problems, lambda one: one.cause or NO_CAUSE)
    lines = [f"{name} – {count(len(own), PROBLEM)}." for name, own in causes]
    rows = [
        (name, one.name, one.where or "–", one.cause_note or "–")
        for name, own in causes
        for one in own
    ]
    header = ("Причина", "Проблема", "Где", "В чём причина")
    return _section("problems", "Проблемы и их причины", lines, _table(header, rows))


def _components(facts: Analysis) -> dict:
    header = ("Компонент", "Проблем", "Решений", "Эффект подтверждён")
    counted = {code: _component_counts(facts, code) for code in COMPONENTS}
    rows = [
        (COMPONENTS[code], str(found), f"{decided}, исполнено {done}", str(worked))
        for code, (found, decided, done, worked) in counted.items()
        if found or decided
    ]
    return _section(
        "components", "Проблемы по компонентам управления", [], _table(header, rows)
    )


def _component_counts(facts: Analysis, code: str) -> tuple:
    own = [one for one in facts.adopted if one.component == code]
    return (
        sum(one.component == code for one in facts.problems),
        len(own),
        sum(one.is_done for one in own),
        sum(one.is_effective for one in own),
    )


def _practices(facts: Analysis) -> dict:
    """
    >>> _practices(Analysis(practices=(Problem("Работа в парах", "5А", "Кадры",
    ...     "курсы"),)))["text"]
    '1. Работа в парах (5А). Причина успеха: кадры – курсы.'
    """
    lines = [
        f"{number}. {practice_sentence(one)}"
        for number, one in enumerate(facts.practices, 1)
    ]
    return _section("practices", "Успешный опыт", lines)


def practice_sentence(one: Problem) -> str:
    where = f" ({one.where})" if one.where else ""
    because = cause_words(one)
    why = ended(f"Причина успеха: {because}") if because else ""
    return " ".join(filter(None, [ended(f"{_bare(one.name)}{where}"), why]))


def cause_words(one: Problem) -> str:
    """
    >>> cause_words(Problem("а", cause="Кадры", cause_note="нет учителя"))
    'кадры – нет учителя'
    """
    return " – ".join(filter(None, [small_first(one.cause), _bare(one.cause_note)]))


# ---- what was decided, what came of it ----


def _decided(facts: Analysis) -> dict:
    rows = [
        (one.name, one.adopted or "–", _who_and_when(one) or "–", one.state)
        for one in facts.decisions
    ]
    header = ("Решение", "Где принято", "Кто, срок", "Состояние")
    return _section("decided", "Принятые решения", [], _table(header, rows))


def _who_and_when(one: Decided) -> str:
    """
    >>> _who_and_when(Decided("а", who="М. П. Иванова", term="до 15 мая"))
    'М. П. Иванова; до 15 мая'
    """
    return "; ".join(filter(None, [one.who, one.term]))


def _worked(facts: Analysis) -> dict:
    lines = [effect_sentence(one) for one in facts.worked]
    return _section("worked", "Что дало результат", lines, _effects(facts.worked))


def _failed(facts: Analysis) -> dict:
    undone = [one for one in facts.adopted if not one.is_done]
    lines = [effect_sentence(one) for one in facts.failed]
    if undone:
        names = "; ".join(inner_quoted(one.name) for one in undone)
        lines.append(f"Не исполнено {count(len(undone), DECISION)}: {names}.")
    title = "Что не дало результата и продолжается"
    return _section("failed", title, lines, _effects(facts.failed))


def effect_sentence(one: Effect) -> str:
    """
    >>> effect_sentence(Effect("Качество в 7Б", "38 %", "50 %", "52 %", "reached"))
    'Качество в 7Б: было 38 %, ожидалось 50 %, стало 52 % – цель достигнута.'
    >>> effect_sentence(Effect("Порядок", verdict="none", comment="без перемен"))
    'Порядок: без изменений (без перемен).'
    """
    figures = [
        one.before and f"было {one.before}",
        one.target and f"ожидалось {one.target}",
        one.after and f"стало {one.after}",
    ]
    said = ", ".join(filter(None, figures))
    return ended(f"{_bare(one.name)}: {' – '.join(filter(None, [said, one.said]))}")


def _effects(effects: Sequence[Effect]) -> dict:
    """Figures side by side; those judged by words stand in sentences alone."""
    rows = [
        (one.name, one.before or "–", one.target or "–", one.after, one.said)
        for one in effects
        if one.after
    ]
    return _table(("Что оценивалось", "Было", "Цель", "Стало", "Вывод"), rows)


# ---- what follows ----


def _tasks(facts: Analysis) -> dict:
    lines = [
        f"{number}. {task_sentence(one)}"
        for number, one in enumerate(facts.open_problems, 1)
    ]
    return _section("tasks", "Задачи на следующий учебный год", lines)


def task_sentence(one: Problem) -> str:
    """
    >>> task_sentence(Problem("Качество в 7Б – 38 %", advice="провести срез.",
    ...     before="38 %", target="50 %", plans=("План ВШК",)))
    'Провести срез (показатель: с 38 % до 50 %). Включено в план: «План ВШК».'
    >>> task_sentence(Problem("Качество в 7Б – 38 %"))
    'Решить проблему: «Качество в 7Б – 38 %».'
    """
    advice = _bare(one.advice)
    what = capital(advice) if advice else f"Решить проблему: {inner_quoted(one.name)}"
    figures = [one.before and f"с {one.before}", one.target and f"до {one.target}"]
    aim = " ".join(filter(None, figures)) if one.target else ""
    aim = f" (показатель: {aim})" if aim else ""
    plans = listed(inner_quoted(name) for name in one.plans)
    said = [ended(f"{what}{aim}"), plans and f"Включено в план: {plans}."]
    return " ".join(filter(None, said))


def _conclusion(facts: Analysis) -> dict:
    line = f"Вывод о качестве образования и эффективности решений: {GAP}."
    return _section("conclusion", "Общий вывод", [line])


WRITERS = (
    _summary,
    _problems,
    _components,
    _practices,
    _decided,
    _worked,
    _failed,
    _tasks,
    _conclusion,
)


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".;,")
