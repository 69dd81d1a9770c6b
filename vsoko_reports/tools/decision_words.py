"""What a year of decisions has brought, in sentences of the paper."""

import re
from datetime import date

from odoo.addons.vsoko_module.tools.dates import short_date
from odoo.addons.vsoko_module.tools.document_words import small
from odoo.addons.vsoko_module.tools.paragraphs import lines, one_line
from odoo.addons.vsoko_module.tools.russian import (
    Noun,
    count,
    inside,
    number,
    out_of,
    verb,
)

DECISION = Noun("решение", "решения", "решений", of_one="решения")
MEETING = Noun("заседание", "заседания", "заседаний", "заседании", "заседаниях")
NOTHING = "–"
VERDICTS = {
    "reached": "цель достигнута",
    "partly": "цель достигнута частично",
    "none": "изменений нет",
    "worse": "показатель ухудшился",
}
STATES = {
    "draft": "Проект",
    "open": "Принято",
    "in_progress": "Выполняется",
    "done": "Выполнено",
    "verified": "Эффект подтверждён",
    "ineffective": "Эффекта нет",
    "cancelled": "Отменено",
}
# What is said of decisions whose effect is not known, in the order of the paper
WAITING = {
    "overdue": "Просрочены",
    "done": "Выполнены, эффект не проверен",
    "open": "Выполняются, срок не наступил",
    "incomplete": "Не указан срок или ответственный",
    "project": "Проекты, ещё не приняты",
}
OWN_NUMBER = re.compile(r"\d{1,3}[.)]\s*(?=\D)")


def point(text: str, place: int | None = None) -> list[str]:
    """The lines of a text with its number in this list, not in another.

    >>> point(" 3. Провести\\n\\nсрез ", 1), point("2023 год", 2), point("5)Анализ")
    (['1. Провести', 'срез'], ['2. 2023 год'], ['Анализ'])
    >>> point("", 1)
    ['1.']
    """
    first, *rest = lines(text) or [""]
    mark = f"{place}. " if place else ""
    return [(mark + OWN_NUMBER.sub("", first, count=1)).strip(), *rest]


def sentence(text: str) -> str:
    """
    >>> sentence("провести\\nсрез;"), sentence("Готово!"), sentence("")
    ('Провести срез.', 'Готово!', '')
    """
    said = one_line(text).rstrip(";,")
    said = said[:1].upper() + said[1:]
    return said if not said or said[-1] in ".!?…" else f"{said}."


def adopted_sentence(year: str, counts: dict, meetings: int, others: int = 0) -> str:
    """How many decisions a year has brought and how they were carried out.

    ``others`` are projects and what cannot be carried out yet.

    >>> counts = {"adopted": 21, "done": 12, "in_time": 0}
    >>> adopted_sentence("2023/24", counts, 8).replace("\\xa0", " ")[23:]
    'принято к исполнению 21 решение на 8 заседаниях. Выполнено 12, из них в срок – нет.'
    >>> adopted_sentence("2023/24", counts | {"done": 0}, 0, 2).replace("\\xa0", " ")[56:]
    'Ещё 2 решения пока не приняты. Выполненных пока нет.'
    >>> adopted_sentence("2023/24", {"adopted": 0}, 0)
    'В 2023/24 учебном году решений к исполнению пока не принято.'
    """  # noqa: E501
    said = f"В {year} учебном году"
    if not counts["adopted"]:
        return f"{said} решений к исполнению пока не принято."
    said += f" принято к исполнению {count(counts['adopted'], DECISION)}"
    said += f" на {inside(meetings, MEETING)}." if meetings else "."
    if others:
        taken = verb(others, "принято", "приняты")
        said += f" Ещё {count(others, DECISION)} пока не {taken}."
    if not counts["done"]:
        return f"{said} Выполненных пока нет."
    in_time = counts["in_time"] or "нет"
    return f"{said} Выполнено {counts['done']}, из них в срок – {in_time}."


def judged_sentence(counts: dict) -> str:
    """
    >>> judged_sentence({"done": 12, "judged": 4, "effective": 3}).replace("\\xa0", " ")
    'Эффект оценён у 4 из 12 выполненных, подтверждён у 3 (75 %).'
    >>> judged_sentence({"done": 12, "judged": 0, "effective": 0})
    'Эффект выполненных решений ещё не оценён.'
    >>> judged_sentence({"done": 0, "judged": 0, "effective": 0})
    ''
    """
    if not counts["judged"]:
        return "Эффект выполненных решений ещё не оценён." if counts["done"] else ""
    share = share_text(counts["effective"], counts["judged"])
    confirmed = f"у {counts['effective']} ({share})" if counts["effective"] else "нет"
    said = f"Эффект оценён у {counts['judged']} из {counts['done']} выполненных"
    return f"{said}, подтверждён {confirmed}."


def share_text(part: int, base: int) -> str:
    """
    >>> share_text(1, 8).replace("\\xa0", " "), share_text(0, 0)
    ('13 %', '–')
    """
    return f"{number(100 * part / base, 0)}\N{NO-BREAK SPACE}%" if base else NOTHING


def effect_sentence(
    problem: str,
    decision: str,
    figures: tuple[str, str, str],
    verdict: str,
    day: date | None = None,
    comment: str = "",
) -> str:
    """From what it was through what was done to what it is; ``figures`` are the ones
    before, aimed at and after.

    >>> effect_sentence("В 7Б успешны 52 %", "провести занятия", ("52", "60", "61"),
    ...     "reached", date(2024, 2, 15))
    'В 7Б успешны 52 %. Решение: провести занятия. Было 52, цель 60, стало 61 (проверено 15.02.2024): цель достигнута.'
    >>> effect_sentence("", "Провести занятия", ("", "", ""), "none", None, "тишина")
    'Решение: провести занятия. Изменений нет. Тишина.'
    """  # noqa: E501
    done = f"Решение: {small(sentence(decision))}" if decision else ""
    shown = zip(("было", "цель", "стало"), figures, strict=True)
    moved = ", ".join(f"{word} {figure}" for word, figure in shown if figure)
    moved += f" (проверено {short_date(day)})" if moved and day else ""
    result = ": ".join(filter(None, [moved, VERDICTS.get(verdict, "")]))
    said = [sentence(problem), done, sentence(result), sentence(comment)]
    return " ".join(filter(None, said))


def waiting_sentence(kind: str, places: list[tuple[int, int]]) -> str:
    """
    >>> waiting_sentence("done", [(1, 1), (2, 3), (2, 4), (2, 5)])
    'Выполнены, эффект не проверен: 1.1, 2.3 – 2.5.'
    >>> waiting_sentence("open", [(1, 1), (1, 2), (1, 4)])
    'Выполняются, срок не наступил: 1.1, 1.2, 1.4.'
    """
    runs: list[list[tuple[int, int]]] = []
    for group, place in places:
        if runs and runs[-1][-1] == (group, place - 1):
            runs[-1].append((group, place))
        else:
            runs.append([(group, place)])
    return f"{WAITING[kind]}: {', '.join(_run(run) for run in runs)}."


def _run(places: list[tuple[int, int]]) -> str:
    named = [f"{group}.{place}" for group, place in places]
    return f"{named[0]} – {named[-1]}" if len(named) > 2 else ", ".join(named)


def waiting_head(waiting: int, total: int) -> str:
    """
    >>> waiting_head(3, 21).replace("\\xa0", " ")
    'Эффект пока не оценён у 3 из 21 решения (номера – по таблице раздела 1):'
    """
    said = f"Эффект пока не оценён у {waiting} из {out_of(total, DECISION)}"
    return f"{said} (номера – по таблице раздела 1):"
