"""What a column of a plan holds, by the words of its header."""

import re
from functools import lru_cache

from .words import normalise

MEANINGS = (
    "number", "month", "term", "block", "direction", "object", "content", "method",
    "role", "outcome", "body", "class", "note", "ignore",
)  # fmt: skip
# What a procedure is about; a header without one of these is not of a plan
SUBJECTS = {"block", "direction", "object", "matter", "goal", "content"}
# What hardly any plan is without
EVERYWHERE = {"role", "term"}
# Read from the top: the first that fits the beginning of a header wins
BEGINNINGS = [
    ("number", r"№|n ?п|п/?п|номер|n$|no$"),
    ("month", r"месяц"),
    ("note", r"примечан|отметк|выполнен|комментар|заметк|замечан"),
    ("term", r"срок|дата|даты|период|когда|время|график|недел"),
    (
        "body",
        r"(?:где|уровень|место|на каком)\b.*(?:рассм|подв|обсужд|слуша|заслуш|совещ)"
        r"|рассмотрен|подведени|обсуждени|заслушив|коллегиальн|орган(?:ы)?\b"
        r"|(?:место|где)\b.*итог",
    ),
    (
        "outcome",
        r"результаты?\b|выход|итог(?:и|овый|овая)?\b|продукт|документ|отчетн"
        r"|форм\w* (?:и \w+ )?(?:предст|предъяв|предост|отчет|результ|документ|фикс"
        r"|подвед|итог|обобщ|заверш)|способ\w* (?:подвед|предст)|управленческ"
        r"|(?:ожидаем|планируем)\w+ результат|вид документ",
    ),
    (
        "method",
        r"метод(?:ы|ика|ики)?\b|инструмент|способ|технологи"
        r"|(?:вид|форм)\w*[, ]+(?:и )?(?:(?:вид|форм|метод|тип)\w*|контрол|оценк|провед"
        r"|оценоч|монитор|работы)|(?:вид|форм[аы]|тип)(?:/\w+)?$",
    ),
    (
        "role",
        r"ответствен|исполнит|кто\b|куратор|провер\w+ лиц|должностн|лиц[ао]\b|учител"
        r"|субъект|проверяющ|контролирующ|ф\.? ?и\.? ?о\b",
    ),
    ("block", r"блок|раздел|модул|механизм"),
    (
        "direction",
        r"направлени|аспект|подблок|компонент|составляющ|наименовани\w* направлени",
    ),
    ("goal", r"цел[ьи]\b"),
    (
        # what is looked into: the content, when no column has this name
        "matter",
        r"что\b|на что|тем[аы]\b|вопрос",
    ),
    (
        "object",
        r"объект|показател|критери|предмет\w* (?:контрол|оцен)|кого\b|индикатор"
        r"|параметр|(?:наименовани|названи)\w* (?:показател|критери|объект)",
    ),
    ("class", r"класс(?:ы)?\b|параллел|уровень (?:образ|обуч)|контингент|участник"),
    (
        "content",
        r"содержани|мероприяти|наименовани|название|действи|работ[аы]?\b|деятельност"
        r"|формулировк|процедур|оценочн|перечень|задач|тематик|виды? (?:деят|работ)"
        r"|планируем\w+ (?:мероп|действ|работ)|контрольн",
    ),
]
# The same words later in a header, when none began it
INSIDE = [
    ("role", r"ответствен|исполнител"),
    ("outcome", r"результат|итог|отчет|документ"),
    ("term", r"\bсрок|\bдат[аы]\b"),
    ("body", r"рассмотрен|совещани"),
    ("method", r"\bметод(?:ы|ов)?\b"),
    ("object", r"\bобъект|показател|критери"),
    ("content", r"содержани|мероприяти|деятельност"),
    ("direction", r"направлени"),
    ("block", r"\bблок|механизм"),
    ("class", r"\bкласс"),
]
SURE, LIKELY = 2, 1
LONGEST = 120


def _compiled(words: list[tuple[str, str]]) -> list[tuple[str, re.Pattern[str]]]:
    return [(meaning, re.compile(pattern)) for meaning, pattern in words]


BEGINNINGS, INSIDE = _compiled(BEGINNINGS), _compiled(INSIDE)


@lru_cache(maxsize=1024)
def header_meaning(text: str) -> tuple[str, int]:
    """What a column with this header holds and how sure that is.

    >>> header_meaning("Ответственные"), header_meaning("№ п/п")
    (('role', 2), ('number', 2))
    >>> header_meaning("Форма представления результатов")
    ('outcome', 2)
    >>> header_meaning("Вид, форма контроля"), header_meaning("Где подводятся итоги")
    (('method', 2), ('body', 2))
    >>> header_meaning("Список ответственных"), header_meaning("Бюджет")
    (('role', 1), ('', 0))
    """
    if not text or len(text) > LONGEST:
        return "", 0
    plain = normalise(text).lstrip(" .,«\"'(")
    for meaning, pattern in BEGINNINGS:
        if pattern.match(plain):
            return meaning, SURE
    for meaning, pattern in INSIDE:
        if pattern.search(plain):
            return meaning, LIKELY
    return "", 0


def is_header(texts: list[str], share: float = 0.5, sure: bool = False) -> bool:
    """Whether the cells of a row name the columns of a plan.

    ``sure``: more is asked of a row in the middle of a plan.

    >>> is_header(["Месяц", "Мероприятия", "Ответственные"])
    True
    >>> is_header(["Анализ работы", "Ответственный за сайт", "Информация на сайт"])
    False
    """
    if len(texts) < 2 or any(len(text) > LONGEST for text in texts):
        return False
    found = [header_meaning(text) for text in texts]
    meanings = {meaning for meaning, certainty in found if certainty == SURE}
    if sure and (len(meanings) < 3 or not meanings & EVERYWHERE):
        return False
    weight = sum(certainty for _meaning, certainty in found) / SURE / len(texts)
    every = {meaning for meaning, _certainty in found}
    return len(meanings) > 1 and weight >= share and bool(every & SUBJECTS)
