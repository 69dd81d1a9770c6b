"""What has become of a line of a plan, in the words of an annex to an order."""

from odoo.addons.vsoko_module.tools.dates import NBSP
from odoo.addons.vsoko_module.tools.paragraphs import clean, lines
from odoo.addons.vsoko_module.tools.people import listed_name

# Where the changes are, by the kind of the plan
PLACES = {
    "vsoko": "в плане ВСОКО",
    "vshk": "в плане внутришкольного контроля",
    "roadmap": "в дорожной карте",
    "other": "в плане",
}
NO_REASON = "причина не указана"
NOTHING = "–"


def heading(kind: str, period: str) -> str:
    """
    >>> heading("vshk", "ноябрь 2026 г.")
    'Изменения в плане внутришкольного контроля за ноябрь 2026 г.'
    """
    return f"Изменения {PLACES[kind]} за {period}"


def nothing_changed(kind: str, period: str) -> str:
    """
    >>> nothing_changed("roadmap", "ноябрь 2026 г.")
    'За ноябрь 2026 г. изменений в дорожной карте не было.'
    """
    return f"За {period} изменений {PLACES[kind]} не было."


def told(kind: str, old: str | None, new: str | None) -> list[str]:
    """What has changed, as paragraphs.

    >>> told("moved", "", "02.11.2026")
    ['Перенос (было → стало):', 'без срока →', '02.11.2026']
    >>> told("cancelled", "", ""), told("restored", "", "")
    (['Отменена'], ['Возвращена в план'])
    >>> told("incomplete", "Справка\\nОтчёт", "")
    ['Завершена не полностью. Не хватало:', '– Справка', '– Отчёт']
    """
    if kind == "moved":
        return ["Перенос (было → стало):", f"{_days(old)} →", _days(new)]
    if kind == "people":
        return ["Ответственные (было → стало):", f"{_people(old)} →", _people(new)]
    if kind == "incomplete":
        missing = [f"– {line}" for line in lines(old)]
        return [f"Завершена не полностью{'. Не хватало:' if missing else ''}", *missing]
    return [{"cancelled": "Отменена", "restored": "Возвращена в план"}[kind]]


def reason_told(reason: str | None, is_needed: bool) -> list[str]:
    """A gap is named only where a reason is asked for.

    >>> reason_told("Карантин", True), reason_told("", True), reason_told("", False)
    (['Карантин'], ['причина не указана'], ['–'])
    """
    return lines(reason) or [NO_REASON if is_needed else NOTHING]


def _days(text: str | None) -> str:
    """Days that a line break does not tear.

    >>> _days("01.11.2026 – 05.11.2026").split(NBSP)
    ['01.11.2026', '–', '05.11.2026']
    """
    return clean(text).strip().replace(" ", NBSP) or "без срока"


def _people(text: str | None) -> str:
    """Names as lists write them.

    >>> _people("Иванова Мария Петровна, Ким").replace(NBSP, " "), _people("–")
    ('Иванова М. П., Ким', 'не назначены')
    """
    names = [name.strip() for name in clean(text).split(",")]
    kept = [listed_name(name) for name in names if name and name != NOTHING]
    return ", ".join(kept) or "не назначены"
