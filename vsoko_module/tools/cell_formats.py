"""Which cells of a workbook show a share as percents."""

import re

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Formats of percents that every workbook knows without saying them
BUILT_IN = {"9", "10"}
QUOTED = re.compile(r'"[^"]*"|\\.')


def percent_styles(styles: etree._Element | None) -> set[str]:
    """Numbers of cell styles in which 0.5 is shown as 50 %."""
    if styles is None:
        return set()
    own = {
        one.get("numFmtId")
        for one in styles.iter(f"{MAIN}numFmt")
        if is_percent_format(one.get("formatCode", ""))
    }
    formats = styles.find(f"{MAIN}cellXfs")
    kinds = [one.get("numFmtId") for one in formats] if formats is not None else []
    return {str(place) for place, kind in enumerate(kinds) if kind in BUILT_IN | own}


def is_percent_format(code: str) -> bool:
    """
    >>> is_percent_format("0.0%"), is_percent_format('0"%"'), is_percent_format("0.0")
    (True, False, False)
    """
    return "%" in QUOTED.sub("", code)
