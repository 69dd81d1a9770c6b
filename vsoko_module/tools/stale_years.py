"""Years that stayed in a text from an older plan.

What counts: a school year («2022/23»), a span («2018–2022»), a date («до 10.06.2022»),
a year after a word («ВПР-2022», «отчёт за 2017 год»). What does not: dates and years of
orders and laws that are quoted («от 06.08.2021», «приказ … 2013 г.», «№ 287 от …»),
numbers of orders, standards and rooms, addresses of sites.
"""

import re
from collections.abc import Iterator

# The days of a school year begin with the August before it
FIRST_MONTH = 8
YEAR = r"(?:19|20)\d\d"
SITE = re.compile(r"(?:https?://|www\.)\S+|\b[\w.-]+\.(?:ru|рф|com|org|su)\b\S*", re.I)
# «от 06.08.2021», «от 6 августа 2021 г.»: the day a paper was signed
SIGNED = re.compile(
    rf"\bот\s+[«\"]?\d{{1,2}}[»\"]?(?:\.\d{{1,2}}\.|\s+[а-яё]+\s+)(?:{YEAR}|\d\d)\b",
    re.I,
)
# «Приказ Минобрнауки России 2013 г.»: the year of a paper, named without its day
PAPER = re.compile(
    r"\b(?:приказ|постановлени|распоряжени|письм|закон|указ|кодекс|конвенци|конституци"
    rf"|санпин|фгос|гост)\w*[^;\n]{{0,120}}?\b{YEAR}(?=\s*(?:г\b|год))",
    re.I,
)
# «№ 2017», «каб. 2017», «ГОСТ 7.0.97-2016», «СП 2.4.3648-20»: numbers, not years
NUMBER = re.compile(
    r"(?:№\s*|\bN\s?|\b(?:каб|кабинет\w*|ауд|аудитори\w*|комн|комнат\w*)\.?\s*№?\s*)"
    r"[\w/-]*\d[\w/-]*|\d+(?:\.\d+)+-\d+|\d{4,}-ФЗ",
    re.I,
)
# A sum, a share or a headcount is no year either
UNIT = r"(?!\s*(?:%|руб|чел|уч(?:ащ|ени)|обучающ|шт\b|кв\.|час))"
FOUND = re.compile(
    r"(?<![\d.])\d{1,2}\.(?P<month>\d{1,2})\.(?P<dated>(?:20)?\d\d)(?!\d|\.\d)"
    rf"|(?<![\d.-])(?P<first>{YEAR})\s?[-–—/]\s?(?P<last>{YEAR}|\d\d)(?!\d|[.-]\d)"
    r"|(?<![\d./–-])(?P<short>\d\d)\s?[/–-]\s?(?P<next>\d\d)(?=\s*уч)"
    rf"|(?<![\d.])(?<!\d[-/])(?<![^\W\d])(?P<single>{YEAR})(?!\d|-\d)"
    rf"(?!(?!г)\w){UNIT}"
)


def stale_years(text: str, start_year: int) -> list[str]:
    """What the text says of years before the plan's, in its own words, each once.

    >>> stale_years("Итоги 2021/22 учебного года и ВПР-2021, до 10.06.2022", 2023)
    ['2021/22', '2021', '10.06.2022']
    >>> stale_years("Анализ 2022-2023 уч. г., план на 2023/24, 2024 год", 2023)
    ['2022-2023']
    >>> stale_years("Приказ от 06.08.2021 № 1324, ГОСТ 7.0.97-2016, каб. 2017", 2023)
    []
    >>> stale_years("Приказ Минобрнауки России 2013 г. и отчёт за 2017 год", 2023)
    ['2017']
    """
    plain = text or ""
    for quoted in (SITE, SIGNED, PAPER, NUMBER):
        plain = quoted.sub(_blank, plain)
    return list(dict.fromkeys(_older(plain, start_year)))


def _older(text: str, start_year: int) -> Iterator[str]:
    for found in FOUND.finditer(text):
        if _last_year(found) < start_year:
            yield found.group()


def _last_year(found: re.Match[str]) -> int:
    """By which year a find is judged: the first of a school year, the end of a span."""
    if found["short"]:
        return 2000 + int(found["short"])
    if found["dated"]:
        year = int(found["dated"]) % 100 + 2000
        return year if int(found["month"]) >= FIRST_MONTH else year - 1
    if found["single"]:
        return int(found["single"])
    first, last = int(found["first"]), found["last"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return end if end > first + 1 else first


def _blank(found: re.Match[str]) -> str:
    """Nothing to find there, and nothing around it grows together."""
    return " " * len(found.group())
