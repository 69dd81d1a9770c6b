"""Numbers and dates of a sheet as Excel shows them to a Russian reader."""

import re
from contextlib import suppress
from datetime import datetime, time

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_WINDOWS_1900, from_excel

NOMINATIVE = (
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
).split()
GENITIVE = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
).split()
# Words in quotes, colours and conditions in brackets, escaped signs of a format
DECORATION = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


def number_text(
    value: float, code: str, epoch: datetime = CALENDAR_WINDOWS_1900
) -> str:
    """What the cell shows.

    >>> number_text(5.0, "General"), number_text(4.5, "General")
    ('5', '4,5')
    >>> number_text(0.5, "0%"), number_text(1234.5, "#,##0.00")
    ('50%', '1 234,50')
    >>> number_text(45453, "mm-dd-yy"), number_text(45200, "mmm-yy")
    ('10.06.2024', 'октябрь 2023')
    """
    code = code.split(";")[0]
    shown = DECORATION.sub("", code)
    if is_date_format(code):
        # No such day: Excel itself shows ####
        with suppress(ValueError, OverflowError):
            return _date_text(from_excel(value, epoch), shown.lower())
    return _plain_text(value, shown)


def builtin_format(number: int) -> str:
    """The code of a format that a file refers to by number only.

    >>> builtin_format(14), builtin_format(9999)
    ('mm-dd-yy', 'General')
    """
    return BUILTIN_FORMATS.get(number, "General")


def _plain_text(value: float, code: str) -> str:
    percent = "%" if "%" in code else ""
    value = value * 100 if percent else value
    decimals = re.search(r"[0#?]\.([0#?]+)", code)
    if re.search(r"[0#?]", code) and "E" not in code:
        text = f"{value:,.{len(decimals[1]) if decimals else 0}f}"
    else:
        text = f"{value:.15g}"
    text = text.replace(",", " " if "," in code else "")
    return text.replace(".", ",") + percent


def _date_text(moment, code: str) -> str:
    if not hasattr(moment, "year"):
        return f"{moment:%H:%M}" if isinstance(moment, time) else str(moment)
    if "y" in code and "d" in code:
        return f"{moment:%d.%m.%Y}{_clock(moment)}"
    if "d" in code:
        return f"{moment.day} {GENITIVE[moment.month - 1]}"
    if "m" in code and ("y" in code or "h" not in code):
        year = f" {moment.year}" if "y" in code else ""
        return NOMINATIVE[moment.month - 1] + year
    return f"{moment:%H:%M}" if "h" in code else str(moment.year)


def _clock(moment: datetime) -> str:
    return f" {moment:%H:%M}" if moment.hour or moment.minute else ""
