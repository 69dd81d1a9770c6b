"""Words of the lines that conclusions and decisions bring into a plan, Russian."""

from .paragraphs import shortened
from .punctuation import ended, inner_quoted

# A longer name does not fit a line of a plan; the whole stands in the object
LONGEST = 120


def control_name(name: str) -> str:
    """
    >>> control_name("Качество знаний в 7Б – 38 %.")
    'Контроль: качество знаний в 7Б – 38 %'
    >>> control_name("ВПР в 5А ниже отметок")
    'Контроль: ВПР в 5А ниже отметок'
    """
    return f"Контроль: {_small(_short(name))}"


def effect_name(decision: str) -> str:
    """
    >>> effect_name("Провести занятия по теме «Дроби».")
    'Проверка эффекта решения: провести занятия по теме «Дроби»'
    """
    return f"Проверка эффекта решения: {_small(_short(decision))}"


def control_steps(advice: str, before: str, target: str, criterion: str) -> list[str]:
    """What exactly is looked at: the advice, the figure, the sign of success.

    >>> control_steps("Провести срез.", "38", "50", "")
    ['Выполнение рекомендации: «Провести срез»', 'Показатель: было 38, ожидается 50']
    >>> control_steps("", "", "", "Не меньше половины справились")
    ['Критерий успеха: не меньше половины справились']
    >>> control_steps("", "", "", "")
    []
    """
    figures = [before and f"было {before}", target and f"ожидается {target}"]
    said = ", ".join(filter(None, figures))
    return [
        line
        for line in (
            advice and f"Выполнение рекомендации: {inner_quoted(advice)}",
            said and f"Показатель: {said}",
            criterion and f"Критерий успеха: {_small(_bare(criterion))}",
        )
        if line
    ]


def effect_steps(before: str, target: str) -> list[str]:
    """
    >>> effect_steps("52", "60")
    ['Получить показатель и сравнить: было 52, ожидается 60']
    >>> effect_steps("", "")
    ['Оценить, что изменилось после решения']
    """
    figures = [before and f"было {before}", target and f"ожидается {target}"]
    if said := ", ".join(filter(None, figures)):
        return [f"Получить показатель и сравнить: {said}"]
    return ["Оценить, что изменилось после решения"]


def control_object(name: str, cause: str, cause_note: str) -> str:
    """
    >>> control_object("Качество в 7Б – 38 %", "Кадры", "полгода без учителя")
    'Качество в 7Б – 38 %. Причина: кадры – полгода без учителя.'
    >>> control_object("Качество в 7Б – 38 %", "", "")
    'Качество в 7Б – 38 %.'
    """
    because = " – ".join(filter(None, [_small(cause.strip()), _bare(cause_note)]))
    said = [ended(name), because and ended(f"Причина: {because}")]
    return " ".join(filter(None, said))


def _short(text: str) -> str:
    """
    >>> _short("слово " * 40)[-6:], len(_short("слово " * 40)) <= LONGEST + 1
    ('слово…', True)
    """
    return shortened(_bare(text), LONGEST + 1)


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".;,")


def _small(text: str) -> str:
    """The first letter small, unless it begins an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
