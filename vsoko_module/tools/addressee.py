"""To whom advice is given, by when and up to what figure – as the words say it."""

import re
from collections.abc import Iterable

from .words import stems

NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
PERSON = re.compile(
    rf"\b{NAME}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|\b[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?{NAME}"
    rf"|\b{NAME}\s+[А-ЯЁ][а-яё]+(?:вич|ьич|мич|кич|вн|ичн|инична)(?:а|у|ем|е|ой|ы)?\b"
)
CLASS = re.compile(
    r"(?<![\w.,])(?:1[01]|[1-9])\s?[-–]?[«\"“„]?\s?[А-Я][»\"”“]?(?=\W|$)(?!\.)"
    r"|(?<![\w.,])(?:1[01]|[1-9])[а-и](?=\W|$)"
    r"|(?<![\w.])(?:1[01]|[1-9])(?:-?(?:х|го|й|м|е|ом|ых))?\s*(?:параллел|кл(?:асс|\b))"
)
UNION = re.compile(r"\bШ?МО\b|методическ\w+\s+объединени|\bкафедр")
MONTH = "январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр"
TERM = re.compile(
    rf"\b\d{{1,2}}\.(?:0?[1-9]|1[0-2])\b|\b\d{{1,2}}\s+(?:{MONTH})\w*"
    rf"|\b(?:до|в|к|с|по|за|на)\s+(?:конц\w+\s+|начал\w+\s+)?(?:{MONTH})\w*"
    r"|четверт|полугоди|триместр|в\s+течение|\bчерез\s+\w+|ежемесячн|еженедельн"
    r"|учебного\s+года|\b20\d\d\b",
    re.I,
)
FIGURE = re.compile(
    r"\d\s*(?:%|процент|балл|п\.\s?п\.)"
    r"|\bне\s+(?:ниже|менее|меньше|выше|более|больше)\s+\d|\bдо\s+\d+\s*(?:чел|из)\b",
    re.I,
)


def is_addressed(text: str, subjects: Iterable[str] = ()) -> bool:
    """Whether a person, a class, a subject or a union of teachers is named.

    >>> is_addressed("Учителю Ивановой А. П. провести практикум")
    True
    >>> is_addressed("Провести практикум в 7Б"), is_addressed("для 5–6 классов")
    (True, True)
    >>> is_addressed("Учителям русского языка вести тетради", ["Русский язык"])
    True
    >>> is_addressed("Всем учителям усилить работу", ["Русский язык"])
    False
    >>> is_addressed("Довести до 60 % и провести 3 урока")
    False
    """
    named = any(pattern.search(text) for pattern in (PERSON, CLASS, UNION))
    return named or _names_subject(text, subjects)


def names_person(text: str) -> bool:
    """
    >>> names_person("опыт Ивановой Анны Петровны"), names_person("опыт учителей")
    (True, False)
    """
    return bool(PERSON.search(text))


def says_term(text: str) -> bool:
    """
    >>> says_term("до 15.02"), says_term("через месяц"), says_term("к маю")
    (True, True, True)
    >>> says_term("провести 3 урока")
    False
    """
    return bool(TERM.search(text))


def says_figure(text: str) -> bool:
    """
    >>> says_figure("не ниже 60 %"), says_figure("средний балл не ниже 3,8")
    (True, True)
    >>> says_figure("в 7Б до 15.02")
    False
    """
    return bool(FIGURE.search(text))


def _names_subject(text: str, subjects: Iterable[str]) -> bool:
    said = " ".join(("", *stems(text), ""))
    known = (" ".join(stems(name.partition("(")[0])) for name in subjects)
    return any(f" {name} " in said for name in known if name)
