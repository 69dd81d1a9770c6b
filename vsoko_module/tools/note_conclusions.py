"""Sections of an аналитическая справка that conclusions of its procedure say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .dates import short_date
from .document_words import small
from .people import small_first
from .punctuation import ended
from .russian import listed


@dataclass(frozen=True)
class Conclusion:
    """An agreed conclusion: a deficit or a good practice."""

    name: str
    is_practice: bool = False
    cause: str = ""
    cause_note: str = ""
    repeat_on: date | None = None
    repeat_method: str = ""
    repeat_people: tuple[str, ...] = ()
    repeat_criterion: str = ""


def cause_lines(conclusions: Iterable[Conclusion]) -> list[str]:
    """
    >>> cause_lines([Conclusion("Качество – 38 %", cause="Кадры", cause_note="нет "
    ...     "учителя."), Conclusion("Работа в парах", True)])
    ['Качество – 38 %. Причина затруднений: кадры – нет учителя.']
    """
    return list(filter(None, map(_cause_line, conclusions)))


def _cause_line(one: Conclusion) -> str:
    because = " – ".join(filter(None, [small_first(one.cause), bare(one.cause_note)]))
    of_what = "успеха" if one.is_practice else "затруднений"
    return (
        f"{ended(bare(one.name))} Причина {of_what}: {ended(because)}"
        if because
        else ""
    )


def repeat_lines(conclusions: Iterable[Conclusion]) -> list[str]:
    """One line a repeat control: when, how, who, by what sign.

    >>> repeat_lines([Conclusion("Качество – 38 %", repeat_on=date(2024, 2, 15),
    ...     repeat_method="Контрольная работа", repeat_people=("М. П. Иванова",),
    ...     repeat_criterion="Не меньше половины справились.")])[0]
    'Качество – 38 %: 15.02.2024, контрольная работа, М. П. Иванова. Критерий успеха: \
не меньше половины справились.'
    >>> repeat_lines([Conclusion("Качество – 38 %")])
    []
    """
    return list(filter(None, map(_repeat_line, conclusions)))


def _repeat_line(one: Conclusion) -> str:
    said = [
        one.repeat_on and short_date(one.repeat_on),
        small_first(one.repeat_method),
        listed(one.repeat_people),
    ]
    when = ", ".join(filter(None, said))
    if not when:
        return ""
    criterion = bare(one.repeat_criterion)
    sign = ended(f"Критерий успеха: {small(criterion)}") if criterion else ""
    return " ".join(filter(None, [ended(f"{bare(one.name)}: {when}"), sign]))


def practice_lines(conclusions: Iterable[Conclusion]) -> Iterator[str]:
    """
    >>> list(practice_lines([Conclusion("Работа в парах.", True), Conclusion("а")]))
    ['Работа в парах.']
    """
    return (ended(bare(one.name)) for one in conclusions if one.is_practice)


def bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".;,")
