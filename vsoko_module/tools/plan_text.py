"""Sentences of a plan that Word has cut, and headings that stand across a table."""

import re

from .terms import heading_month
from .words import normalise

FULL_STOPS = (".", ";", ":", "!", "?")
# A line that ends so goes on in the next one; «5 а» and «5 в» are classes
UNFINISHED = re.compile(
    r"(?:^|[а-яё»)],?\s+)"
    r"(?:в|во|на|по|о|об|с|со|к|и|или|для|при|из|от|до|за|не|у|под|над|их)$"
)
# Words are the same when this many first letters are, but for so many last ones
STEM, ENDING = 4, 2
CUT_WORD = re.compile(r"\w[-‐]$")
LETTERED = re.compile(r"\w\)")
PERIOD = re.compile(
    r"(?:(?:i{1,3}|iv|[1-4])(?:-?[а-я]{1,2})? (?:четверть|триместр|полугодие)"
    r"|(?:в течение|весь) .*год[а-я]*|ежемесячно|постоянно"
    r"|осень|зима|весна|лето|(?:осенн|зимн|весенн|летн)\w+ (?:период|каникулы))"
    r"[\W\d]*(?:г|года?|уч[а-я.]* ?год[а-я]*)?\W*"
)
NUMBERING = re.compile(r"(?P<depth>\d+(?:\.\d+)*)[.)]?\s|(?P<roman>[IVXivx]+)[.)]\s")
BLOCK_WORDS = re.compile(
    r"\W*(?:[ivx\d.]+\s*)?(?:блок|раздел|модуль|механизм|направлени|качеств\w "
    r"(?:образовательн|условий|результат|процесс|подготовк|реализац))"
)


def starts_small(line: str) -> bool:
    """Whether the line begins as the middle of a sentence does.

    >>> starts_small("работников»"), starts_small("НОО"), starts_small("а) журналы")
    (True, False, False)
    """
    return line[:1].islower() and not LETTERED.match(line)


def join_lines(lines: list[str], by_case: bool = True) -> list[str]:
    """Join the lines that are pieces of one sentence.

    A cell where each line begins with a small letter is a list, not a sentence.

    >>> join_lines(["Анализ выполнения", "требований СанПиН", "Мониторинг"])
    ['Анализ выполнения требований СанПиН', 'Мониторинг']
    >>> join_lines(["проверка дневников", "проверка журналов"])
    ['проверка дневников', 'проверка журналов']
    >>> join_lines(["Учителя-", "предметники"], by_case=False)
    ['Учителя-предметники']
    """
    by_case = by_case and bool(lines) and not starts_small(lines[0])
    joined: list[str] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line, by_case):
            gap = "" if CUT_WORD.search(joined[-1]) else " "
            joined[-1] += gap + line
        else:
            joined.append(line)
    return joined


def _goes_on(line: str, following: str, by_case: bool) -> bool:
    if CUT_WORD.search(line) or UNFINISHED.search(line) or _is_open(line):
        return True
    if not starts_small(following):
        return False
    return not line.endswith(FULL_STOPS) if by_case else line.endswith(",")


def _is_open(line: str) -> bool:
    return any(line.count(one) > line.count(two) for one, two in ("«»", "()"))


def is_period(text: str) -> bool:
    """Whether the whole text names a month, several months or a part of the year.

    >>> is_period("СЕНТЯБРЬ 2023 г."), is_period("Июнь – август")
    (True, True)
    >>> is_period("III четверть"), is_period("Итоги 1 четверти")
    (True, False)
    """
    if len(text) > 60:
        return False
    if heading_month(text):
        return True
    plain = normalise(text)
    months = [month for month in re.split(r"[-,/]| и ", plain) if month.strip()]
    return bool(PERIOD.fullmatch(plain)) or (
        len(months) > 1 and all(map(heading_month, months))
    )


def names_block(text: str) -> bool:
    """Whether the text begins as the name of a block or direction does.

    >>> names_block("КАЧЕСТВО УСЛОВИЙ, ОБЕСПЕЧИВАЮЩИХ ДЕЯТЕЛЬНОСТЬ")
    True
    >>> names_block("Качество организации питания")
    False
    """
    return bool(BLOCK_WORDS.match(normalise(text)))


def looks_like_heading(text: str) -> bool:
    """Whether a text alone in its row is a heading by its look.

    >>> looks_like_heading("НАШИ КАДРЫ"), looks_like_heading("Раздел 2. Кадры")
    (True, True)
    >>> looks_like_heading("Сохранность учебников"), looks_like_heading("ВПР")
    (False, False)
    """
    return is_period(text) or names_block(text) or (text.isupper() and " " in text)


def heading_style(text: str) -> tuple[str, bool]:
    """What headings of one level have in common.

    >>> heading_style("1. Качество") == heading_style("2. Условия")
    True
    >>> heading_style("1.1. Кадры") == heading_style("2. Условия")
    False
    """
    numbered = NUMBERING.match(text)
    if not numbered:
        return "", text.isupper()
    depth = numbered["depth"]
    return str(depth.count(".")) if depth else "roman", text.isupper()


def same_but_endings(one: str, two: str) -> bool:
    """Whether two names differ only in the last letters of their words.

    >>> same_but_endings("в неблагоприятных условиях", "в неблагоприятных условия")
    True
    >>> same_but_endings("подготовка 5 классов", "подготовка 9 классов")
    False
    """
    pairs = [normalise(text).split() for text in (one, two)]
    return len(pairs[0]) == len(pairs[1]) and all(map(_same_word, *pairs))


def _same_word(one: str, two: str) -> bool:
    kept = max(len(one), len(two)) - ENDING
    return one == two or (kept >= STEM and one[:kept] == two[:kept])
