"""Terms as people write them: «октябрь–декабрь 2023г», «до 20 апреля»."""

import re

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
MONTH = re.compile(
    r"(?<![^\W\d_])(?:%s)(?:[ьяюей]|ем|ём|а|у|е|ом)?(?![^\W\d_])\.?"
    % "|".join(f"(?P<m{number}>{stem})" for number, stem in MONTH_STEMS.items())
)
HEADING = re.compile(
    rf"\W*(?:месяц\W*)?{MONTH.pattern}\W*(?:месяц\w*\W*)?"
    r"(?:(?:20)?\d\d(?:\W(?:20)?\d\d)?)?\s*(?:уч[а-я.]*\s*)?(?:г|года?)?\W*"
)


def heading_month(text: str) -> int | None:
    """Number of the month when a row of a plan says nothing but a month.

    >>> heading_month("СЕНТЯБРЬ 2023 г.")
    9
    >>> heading_month("О к т я б р ь")
    10
    >>> heading_month("Октябрь-декабрь"), heading_month("Мероприятия мая")
    (None, None)
    """
    heading = HEADING.fullmatch(_close_letters(normalise(text)))
    return _month(heading) if heading else None


def _month(found: re.Match[str]) -> int:
    return next(number for number in MONTH_STEMS if found.group(f"m{number}"))


def _close_letters(line: str) -> str:
    """«с е н т я б р ь» is how a heading is made wide by hand."""
    spaced = re.sub(r"(?<!\w)\w(?: \w)+(?!\w)", lambda m: m[0].replace(" ", ""), line)
    return spaced if MONTH.search(spaced) else line
