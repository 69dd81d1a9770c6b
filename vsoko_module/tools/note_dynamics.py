"""Figures of a procedure beside those of the same procedure before."""

from collections import Counter
from collections.abc import Sequence

from .note_facts import Figure
from .punctuation import inner_quoted
from .russian import NBSP, change, signed_change, trend

# More bars than these nobody reads on a page
MOST_BARS = 12
Pair = tuple[Figure, Figure]
HEADER = ["Показатель", "Было", "Стало", "Изменение", "Оценка"]
NOTHING_BEFORE = (
    "Данных такой же процедуры за прошлый период в системе нет: сравнение не "
    "проводилось."
)


def dynamics(
    now: Sequence[Figure], before: Sequence[Figure], before_name: str
) -> tuple[list[str], list[dict], dict | None]:
    """Sentences, tables and a chart of what has changed.

    >>> was = Figure("s", "Доля баллов", 65.7, "%", compare="s")
    >>> text, tables, chart = dynamics([Figure("s", "Доля баллов", 61.5, "%",
    ...     compare="s")], [was], "Посещение уроков")
    >>> text[1].replace(NBSP, " ")
    '«Доля баллов»: на 4,2 п.п. ниже (было 65,7 %, стало 61,5 %).'
    >>> dynamics([was], [], "")[1:]
    ([], None)
    """
    found = pairs(now, before)
    if not found:
        return [NOTHING_BEFORE], [], None
    intro = f"Сравнение с процедурой {inner_quoted(before_name)}."
    lines = [_sentence(*pair) for pair in found]
    return [intro, *lines], [_table(found)], _chart(found)


def pairs(now: Sequence[Figure], before: Sequence[Figure]) -> list[Pair]:
    """Pairs of comparable figures that both have a value.

    Two figures with one key (two periods of one indicator) are compared with none.

    >>> one = Figure("a", "А", 1.0, compare="k")
    >>> len(pairs([one], [one])), len(pairs([one, one], [one])), len(pairs([one], []))
    (1, 0, 0)
    """
    old, new = _by_key(before), _by_key(now)
    return [(old[key], new[key]) for key in new if key in old]


def _by_key(figures: Sequence[Figure]) -> dict[str, Figure]:
    known = [one for one in figures if one.compare and one.value is not None]
    counts = Counter((one.compare, one.unit) for one in known)
    return {
        (one.compare, one.unit): one
        for one in known
        if counts[one.compare, one.unit] == 1
    }


def _sentence(old: Figure, new: Figure) -> str:
    step = change(old.value, new.value, new.unit)
    return f"«{new.name}»: {step} (было {old.value_text}, стало {new.value_text})."


def _table(found: list[Pair]) -> dict:
    rows = [
        [
            new.name,
            old.value_text,
            new.value_text,
            signed_change(old.value, new.value, new.unit),
            trend(old.value, new.value, new.better),
        ]
        for old, new in found
    ]
    return {"title": "", "header": HEADER, "rows": rows}


def _chart(found: list[Pair]) -> dict | None:
    """Percents only: other units have no axis in common."""
    shares = [pair for pair in found if pair[1].unit == "%"][:MOST_BARS]
    if len(shares) < 2:
        return None
    return {
        "title": f"Было и стало,{NBSP}%",
        "labels": [new.name for _old, new in shares],
        "series": [
            {"name": "Было", "values": [old.value for old, _new in shares]},
            {"name": "Стало", "values": [new.value for _old, new in shares]},
        ],
        "unit": "%",
    }
