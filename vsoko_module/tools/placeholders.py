"""Places in ready texts that are filled in from the records: «{процедура}»."""

import re

PLACE = re.compile(r"\{([^{}]*)\}")


def filled(text: str, values: dict[str, str]) -> str:
    """Names in braces replaced, once: what is put in is not looked at again.

    >>> filled("Об итогах {процедура}", {"процедура": "«{год}»"})
    'Об итогах «{год}»'
    """
    return PLACE.sub(lambda place: values.get(place[1].strip(), place[0]), text or "")


def unknown(text: str, names) -> list[str]:
    """Names in braces that nobody fills in.

    >>> unknown("{план} и {плн}", {"план"})
    ['плн']
    """
    return [name for name in PLACE.findall(text or "") if name.strip() not in names]
