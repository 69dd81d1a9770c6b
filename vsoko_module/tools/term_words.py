"""Words a term is made of: dates, months, periods, parts of them and how often.

A term is read word by word by the table at the end of this file; to teach it a new way
of writing, add a line there. Nothing here knows which year the plan is for.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .words import normalise

MONTH_STEMS = {
    1: "январ|янв",
    2: "феврал|февр|фев",
    3: "март|мар",
    4: "апрел|апр",
    5: "ма(?=[йяею])",
    6: "июн",
    7: "июл",
    8: "август|авг",
    9: "сентябр|сент|сен",
    10: "октябр|окт",
    11: "ноябр|нояб|ноя",
    12: "декабр|дек",
}
STEMS = "|".join(f"(?P<m{number}>{stem})" for number, stem in MONTH_STEMS.items())
MONTH = rf"(?<![^\W\d_])(?:{STEMS})(?:[ьяюей]|ем|а|у|е|ом)?(?![^\W\d_])\.?"
ANY_MONTH = re.compile(MONTH)
HEADING = re.compile(
    rf"\W*(?:месяц\W*)?{MONTH}\W*(?:месяц\w*\W*)?"
    r"(?:(?:20)?\d\d(?:\W(?:20)?\d\d)?)?\s*(?:уч[а-я.]*\s*)?(?:г|года?)?\W*"
)
YEAR_WORD = r"(?:\s?-?(?:года|году|годы|год|гг|го|г)\b\.?)?"
YEAR = rf"(?P<year>(?:19|20)\d\d)(?!\d){YEAR_WORD}"
SCHOOL_YEAR = (
    r"(?P<first>20\d\d)[-/](?P<second>(?:20)?\d\d)(?![\d-])"
    rf"(?:\s?(?:учебн[а-я]+|уч)\b\.?)?{YEAR_WORD}"
)
DAY = r"(?P<day>\d{1,2})"

# «Ш» and «П» are the Roman III and II of those who type them in Cyrillic.
ROMAN = {"i": 1, "ii": 2, "п": 2, "iii": 3, "ш": 3, "iv": 4}
ROMAN_SIGN = re.compile("[\u2160-\u217f]")
ORDINALS = {"перв": 1, "втор": 2, "трет": 3, "четверт": 4, "пят": 5}
NUMBER = (
    r"(?:[1-5](?!\d)(?:-?(?:ая|ое|ой|ую|ом|ей|я|й|е|го))?|[iі]v(?:-?(?:ая|я|й))?"
    r"|[iі]{1,3}(?:-?(?:ая|ое|я|й|е))?"
    r"|(?:перв|втор|трет|пят)[а-я]+|четверт(?:ая|ой|ую|ый)\b|[шп](?![а-я]))"
)
ONE_NUMBER = re.compile(NUMBER)
NUMBERS = rf"(?P<numbers>{NUMBER}(?:\s?(?:-|,|/|\bи\b)\s?{NUMBER})*)\s?"
RANGE_DASH = re.compile(r"-(?![а-я]{1,2}\b)")

PERIOD_KINDS = {"четверт": "quarter", "полугод": "half_year", "триместр": "trimester"}
PERIOD = r"(?P<kind>четверт|полугод|триместр)[а-я]*"
UNIT = r"(?P<unit>четверт|полугод|триместр|дн|день|недел|месяц|месяч|кварт|год)[а-я]*"
REPETITIONS = {
    "дн": "daily",
    "день": "daily",
    "недел": "weekly",
    "месяц": "monthly",
    "месяч": "monthly",
    "кварт": "quarterly",
    "год": "yearly",
}
COUNT = r"(?:не (?:реже|менее|чаще) )?(?:чем )?(?:(?P<count>\d|[а-я]+)(?:-\d)? )?"
COUNTS = {"два": 2, "двух": 2, "три": 3, "трех": 3, "четыре": 4, "четырех": 4}
TIMES_A_YEAR = {2: "half_year", 3: "trimester", 4: "quarter"}

SEASONS = {"осен": (9, 11), "зим": (12, 2), "весн": (3, 5), "лет": (6, 8)}
VACATIONS = {"осенн": 1, "зимн": 2, "весенн": 3, "летн": 4}
VACATION = r"(?P<vacation>осенн|зимн|весенн|летн)[а-я]+"
FRACTIONS = {"половин": "half", "недел": "week", "декад": "decade"}


class Token(NamedTuple):
    """One word of a term.

    Kinds: D day of a month, N day without a month, M month, P study periods,
    V vacation, Y calendar year, S school year by its numbers, W the whole year,
    H part of what stands beside, R repetition, F «с», B «до», T «по» or a dash,
    C comma, U a word that says nothing known.
    """

    kind: str
    name: str = ""
    day: int = 0
    month: int = 0
    year: int | None = None
    numbers: tuple[int, ...] = ()


Builder = Callable[[re.Match[str]], list[Token]]


def read_tokens(text: str) -> list[Token]:
    """Words of a term in their order; those that change nothing are left out.

    >>> [token.kind for token in read_tokens("с 10 по 15 октября 2023 г.")]
    ['F', 'N', 'T', 'D']
    >>> [token.name for token in read_tokens("1 раз в четверть, по мере готовности")]
    ['period:quarter', '', 'as_needed']
    """
    line = normalise(ROMAN_SIGN.sub(_plain_roman, text))
    return list(_tokens(line))


def read_heading(text: str) -> int | None:
    """The month when the text says a month and nothing else."""
    heading = HEADING.fullmatch(_close_letters(normalise(text)))
    return _month_number(heading) if heading else None


def _tokens(line: str) -> Iterator[Token]:
    place = 0
    while place < len(line):
        found, build = _next(line, place)
        yield from build(found)
        place = found.end()


def _next(line: str, place: int) -> tuple[re.Match[str], Builder]:
    matches = ((pattern.match(line, place), build) for pattern, build in LEXEMES)
    return next((found, build) for found, build in matches if found)


def _close_letters(line: str) -> str:
    """«с е н т я б р ь» is how a heading is made wide by hand."""
    spaced = re.sub(r"(?<!\w)\w(?: \w)+(?!\w)", lambda m: m[0].replace(" ", ""), line)
    return spaced if ANY_MONTH.search(spaced) else line


def _plain_roman(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())


def _month_number(found: re.Match[str]) -> int:
    return next(number for number in MONTH_STEMS if found.group(f"m{number}"))


def _year(found: re.Match[str]) -> int | None:
    digits = found.groupdict().get("year")
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _numeric_date(found: re.Match[str]) -> list[Token]:
    day, month = int(found["day"]), int(found["month"])
    return [Token("D", day=day, month=month, year=_year(found))]


def _named_date(found: re.Match[str]) -> list[Token]:
    month = _month_number(found)
    return [Token("D", day=int(found["day"]), month=month, year=_year(found))]


def _day(found: re.Match[str]) -> list[Token]:
    return [Token("N", day=int(found["day"]))]


def _month(found: re.Match[str]) -> list[Token]:
    return [Token("M", month=_month_number(found), year=_year(found))]


def _numeric_month(found: re.Match[str]) -> list[Token]:
    return [Token("M", month=int(found["month"]), year=_year(found))]


def _months(first: int, last: int) -> list[Token]:
    return [Token("M", month=first), Token("T"), Token("M", month=last)]


def _season(found: re.Match[str]) -> list[Token]:
    return _months(*SEASONS[found["season"]])


def _calendar_quarter(found: re.Match[str]) -> list[Token]:
    numbers = [min(number, 4) for number in _numbers(found["numbers"])]
    return _months(3 * numbers[0] - 2, 3 * numbers[-1])


def _calendar_year(found: re.Match[str]) -> list[Token]:
    return [Token("Y", year=_year(found))]


def _school_year(found: re.Match[str]) -> list[Token]:
    first, second = int(found["first"]), int(found["second"][-2:])
    if (first + 1) % 100 == second:
        return [Token("S", year=first)]
    return [Token("Y", year=first), Token("T"), Token("Y", year=2000 + second)]


def _period(found: re.Match[str]) -> list[Token]:
    numbers = _numbers(found["numbers"])
    return [Token("P", PERIOD_KINDS[found["kind"]], numbers=numbers)]


def _vacation(found: re.Match[str]) -> list[Token]:
    return [Token("V", numbers=(VACATIONS[found["vacation"]],))]


def _fraction(found: re.Match[str]) -> list[Token]:
    return [Token("H", FRACTIONS[found["part"]], numbers=_numbers(found["numbers"]))]


def _repetition(found: re.Match[str]) -> list[Token]:
    unit, times = found["unit"], _count(found.groupdict().get("count"))
    kind = TIMES_A_YEAR.get(times) if unit == "год" else PERIOD_KINDS.get(unit)
    return [Token("R", f"period:{kind}" if kind else REPETITIONS[unit])]


def _each_period(found: re.Match[str]) -> list[Token]:
    return [Token("R", f"period:{PERIOD_KINDS[found['kind']]}")]


def _count(word: str | None) -> int:
    return int(word) if word and word.isdecimal() else COUNTS.get(word or "", 1)


def _numbers(text: str) -> tuple[int, ...]:
    """Numbers of periods in digits, Roman or words.

    >>> _numbers("i-iii"), _numbers("1-я и 3-я"), _numbers("вторая"), _numbers("ш")
    ((1, 2, 3), (1, 3), (2,), (3,))
    """
    numbers = tuple(_number(found.group()) for found in ONE_NUMBER.finditer(text))
    if len(numbers) == 2 and RANGE_DASH.search(text):
        return tuple(range(numbers[0], numbers[1] + 1)) or numbers
    return numbers


def _number(word: str) -> int:
    for stem, number in ORDINALS.items():
        if word.startswith(stem):
            return number
    base = word.replace("і", "i").split("-")[0].rstrip("яйеао")
    return ROMAN.get(base) or int(base[0])


def _fixed(kind: str, name: str = "") -> Builder:
    return lambda found: [Token(kind, name)]


def _nothing(found: re.Match[str]) -> list[Token]:
    return []


# The first line that fits wins, so a longer way of saying stands above its beginning.
LEXEMES: list[tuple[re.Pattern[str], Builder]] = [
    (re.compile(pattern), build)
    for pattern, build in [
        (r"\d{1,2}:\d\d(?::\d\d)?", _nothing),
        (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", _numeric_date),
        (
            rf"{DAY}[./]\s?(?P<month>\d{{1,2}})[./]\s?(?P<year>\d{{4}}|\d\d)(?!\d)"
            rf"{YEAR_WORD}",
            _numeric_date,
        ),
        (rf"{DAY}\.\s?(?P<month>\d{{1,2}})(?!\d|\.\d)\.?", _numeric_date),
        (rf"(?P<month>\d{{1,2}})\.(?P<year>20\d\d)(?!\d){YEAR_WORD}", _numeric_month),
        (SCHOOL_YEAR, _school_year),
        (rf"{DAY}(?:-?(?:го|ое|е))?\s?{MONTH}\s?(?:{YEAR})?", _named_date),
        (rf"{MONTH}\s?(?:{YEAR}(?![-/]\d))?", _month),
        (YEAR, _calendar_year),
        (rf"{COUNT}раза? в {UNIT}", _repetition),
        (rf"(?:еже|кажд[а-я]+ ){UNIT}", _repetition),
        (rf"{NUMBERS}{PERIOD}", _period),
        (rf"{NUMBERS}(?:квартал[а-я]*|кв\b\.?)", _calendar_quarter),
        (rf"{VACATION} каникул[а-я]*", _vacation),
        (rf"каникул[а-я]* \(?{VACATION}", _vacation),
        (rf"{NUMBERS}(?P<part>половин|недел|декад)[а-я]*", _fraction),
        (r"последн[а-я]+ недел[а-я]+", _fixed("H", "last_week")),
        (r"последние (?:дни|числа)\b", _fixed("H", "end")),
        (r"начал[оеау]\b|началом\b", _fixed("H", "begin")),
        (r"середин[аеуы]\b", _fixed("H", "middle")),
        (r"кон(?:ец|ц[аеу])\b", _fixed("H", "end")),
        (r"(?:по|после) (?:итогам|окончани[а-я]+|завершени[а-я]+)", _fixed("H", "end")),
        (
            r"(?P<season>осен(?=[ьи])|зим(?=[аоуы])|весн(?=[аоуы])|лет(?=[аоу]))[а-я]{1,2}\b",
            _season,
        ),
        (
            r"по мере [а-я]+",
            _fixed("R", "as_needed"),
        ),
        (r"(?:по|при) необходимост[а-я]+", _fixed("R", "as_needed")),
        (r"по (?:запрос|требовани|график|факт)[а-я]*", _fixed("R", "as_needed")),
        (rf"(?:по )?{PERIOD}", _each_period),
        (r"(?:учебн[а-я]+\s|уч\.?\s?)?год(?:а|у|ом|е)?\b", _fixed("W")),
        (r"(?:постоянно|систематически|регулярно|круглогодично)\b", _fixed("W")),
        (r"(?:начиная с|с|со|от|после)\b", _fixed("F")),
        (r"(?:не поздн?ее|не позже|до|к|ко)\b", _fixed("B")),
        (r"-|по\b", _fixed("T")),
        (r"[,;/+&]|и\b", _fixed("C")),
        (rf"{DAY}(?!\d)(?:-?(?:го|ое|е|х))?\b(?:\s?числ[а-я]+)?", _day),
        (
            r"(?:в|во|на|за|течени[еи]|теч|весь|всего|месяц[а-я]*|период[а-я]*)\b",
            _nothing,
        ),
        (r"(?:срок[а-я]*|включительно|числ[а-я]+)\b", _nothing),
        (r"[^\W_]+", _fixed("U")),
        (r"[\W_]", _nothing),
    ]
]
