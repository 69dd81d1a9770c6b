"""Numbers in Russian sentences: agreement, decimal commas, rise and fall."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\N{NO-BREAK SPACE}"
NO_DATA = "нет данных"
UNCHANGED = "не изменилось"
ANSWER_NUMBER = re.compile(
    r"(-?\d{1,3}(?: \d{3})+|-?\d+(?:[.,]\d+)?)\s*(?:%|чел\.?|балл\w*)?"
)
# Noise of binary fractions: 28.499999999999996 is what a deputy's Excel calls 28,5
NOISE = 9


@dataclass(frozen=True)
class Noun:
    """Forms that stand after a number: «1 класс, 2 класса, 5 классов».

    ``inside`` follow «в» and «на»: «в 1 классе, в 5 классах»; ``of_one`` is what is
    left of «из 21 обучающегося» when it is not ``few``.
    """

    one: str
    few: str
    many: str
    inside_one: str = ""
    inside_many: str = ""
    of_one: str = ""


CLASS = Noun("класс", "класса", "классов", "классе", "классах")
LESSON = Noun("урок", "урока", "уроков", "уроке", "уроках")
VISIT = Noun("посещение", "посещения", "посещений", "посещении", "посещениях")
PUPIL = Noun(
    "обучающийся", "обучающихся", "обучающихся", "обучающемся", "обучающихся",
    of_one="обучающегося",
)  # fmt: skip
TEACHER = Noun("педагог", "педагога", "педагогов", "педагоге", "педагогах")
POINT = Noun("балл", "балла", "баллов", "балле", "баллах")
REQUEST = Noun("запрос", "запроса", "запросов", "запросе", "запросах")
ANSWER = Noun("ответ", "ответа", "ответов", "ответе", "ответах")
PAPER = Noun("материал", "материала", "материалов", "материале", "материалах")
CRITERION = Noun("критерий", "критерия", "критериев", "критерии", "критериях")
STEP = Noun("пункт", "пункта", "пунктов", "пункте", "пунктах")

# What stands after a value by the unit of a figure; the others have nothing there
PERCENT = "%"
POINTS = "балл"


def rounded(value: float, digits: int = 1) -> Decimal:
    """Half up, as people and Excel round.

    >>> [str(rounded(value, 0)) for value in (62.5, 0.5, -0.5, 0.285 * 100)]
    ['63', '1', '-1', '29']
    """
    exact = Decimal(f"{value:.{NOISE}f}")
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def number(value: float | None, digits: int = 1) -> str:
    """A decimal comma, no zeros after it; what is not known is not 0.

    >>> number(61.25), number(62.0), number(-0.04), number(None)
    ('61,3', '62', '0', 'нет данных')
    >>> number(2 / 3, 2), number(1250.0), number(-4.2)
    ('0,67', '1250', '–4,2')
    """
    if value is None:
        return NO_DATA
    text = f"{rounded(value, digits):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    text = "0" if text in ("-0", "") else text
    return text.replace("-", "–").replace(".", ",")


def agreed(value: float, noun: Noun, digits: int = 1) -> str:
    """The form of the noun that follows the number as it is shown.

    >>> [agreed(n, CLASS) for n in (1, 2, 5, 11, 21, 111, 4.2)]
    ['класс', 'класса', 'классов', 'классов', 'класс', 'классов', 'класса']
    """
    shown = abs(rounded(value, digits))
    if shown != shown.to_integral_value():
        return noun.of_one or noun.few
    if _ends_with_one(int(shown)):
        return noun.one
    few = int(shown) % 10 in (2, 3, 4) and int(shown) % 100 not in (12, 13, 14)
    return noun.few if few else noun.many


def count(value: float, noun: Noun, digits: int = 1) -> str:
    """
    >>> [count(n, PUPIL).replace(NBSP, " ") for n in (21, 11, 2)]
    ['21 обучающийся', '11 обучающихся', '2 обучающихся']
    >>> count(4.2, POINT).replace(NBSP, " ")
    '4,2 балла'
    """
    return f"{number(value, digits)}{NBSP}{agreed(value, noun, digits)}"


def verb(value: int, one: str, many: str) -> str:
    """
    >>> [verb(n, "посещён", "посещено") for n in (1, 2, 11, 21)]
    ['посещён', 'посещено', 'посещено', 'посещён']
    """
    return one if _ends_with_one(value) else many


def inside(value: int, noun: Noun) -> str:
    """What follows «в» and «на».

    >>> [inside(n, CLASS).replace(NBSP, " ") for n in (1, 3, 5, 21, 11)]
    ['1 классе', '3 классах', '5 классах', '21 классе', '11 классах']
    """
    form = noun.inside_one if _ends_with_one(value) else noun.inside_many
    return f"{value}{NBSP}{form}"


def out_of(value: int, noun: Noun) -> str:
    """What follows «из».

    >>> [out_of(n, REQUEST).replace(NBSP, " ") for n in (1, 4, 21, 11)]
    ['1 запроса', '4 запросов', '21 запроса', '11 запросов']
    >>> out_of(21, PUPIL).split()
    ['21', 'обучающегося']
    """
    form = (noun.of_one or noun.few) if _ends_with_one(value) else noun.many
    return f"{value}{NBSP}{form}"


def quantity(value: float | None, unit: str = "", digits: int = 1) -> str:
    """A value with its unit: «61,5 %», «4,2 балла», «24».

    >>> [quantity(61.5, "%"), quantity(None, "%")] == [f"61,5{NBSP}%", NO_DATA]
    True
    >>> quantity(4.2, "балл").replace(NBSP, " "), quantity(24)
    ('4,2 балла', '24')
    """
    if value is None:
        return NO_DATA
    if unit == POINTS:
        return count(value, POINT, digits)
    return NBSP.join(filter(None, [number(value, digits), unit]))


def percent(part: float, base: float) -> float | None:
    """A share without a base is not known, it is not 0.

    >>> percent(1, 4), percent(0, 5), percent(0, 0)
    (25.0, 0.0, None)
    """
    return part * 100 / base if base else None


def change(
    before: float | None, now: float | None, unit: str = "", digits: int = 1
) -> str:
    """How the value stands to an earlier one; percents differ by points of percent.

    >>> change(65.7, 61.5, "%").replace(NBSP, " "), change(61.5, 61.52, "%")
    ('на 4,2 п.п. ниже', 'не изменилось')
    >>> change(3, 5.5, "балл").replace(NBSP, " "), change(None, 5)
    ('на 2,5 балла выше', 'нет данных')
    """
    if before is None or now is None:
        return NO_DATA
    step = rounded(now - before, digits)
    if not step:
        return UNCHANGED
    shown = quantity(float(abs(step)), _unit_of_change(unit), digits)
    return f"на {shown} {'выше' if step > 0 else 'ниже'}"


def trend(before: float | None, now: float | None, better: str = "more") -> str:
    """Whether the change is for the better; with ``less`` a fall is.

    >>> trend(60, 70), trend(70, 60), trend(60, 60.01)
    ('улучшение', 'ухудшение', 'без изменений')
    >>> trend(60, 70, "less"), trend(70, 60, "less"), trend(None, 1)
    ('ухудшение', 'улучшение', 'нет данных')
    """
    if before is None or now is None:
        return NO_DATA
    step = rounded(now - before)
    if not step:
        return "без изменений"
    return "улучшение" if (step > 0) == (better != "less") else "ухудшение"


def signed_change(before: float | None, now: float | None, unit: str = "") -> str:
    """The change as a cell of a table shows it.

    >>> [signed_change(65.7, 61.5, "%").replace(NBSP, " "), signed_change(2, 5),
    ...     signed_change(1, 1)]
    ['–4,2 п.п.', '+3', '0']
    >>> signed_change(None, 5)
    'нет данных'
    """
    if before is None or now is None:
        return NO_DATA
    step = float(rounded(now - before))
    sign = "+" if step > 0 else ""
    unit = _unit_of_change(unit) if step else ""
    return sign + quantity(step, unit)


def read_number(text: str) -> float | None:
    """The figure of an answer, when the answer is one.

    >>> read_number("412"), read_number(" 61,5 %"), read_number("1 200 чел.")
    (412.0, 61.5, 1200.0)
    >>> read_number("нет"), read_number("5 из 7"), read_number("")
    (None, None, None)
    """
    found = ANSWER_NUMBER.fullmatch(text.replace(NBSP, " ").strip())
    return float(found[1].replace(" ", "").replace(",", ".")) if found else None


def listed(items: Iterable[str]) -> str:
    """
    >>> listed(["5А", "5Б", "6В"]), listed(["5А"]), listed([])
    ('5А, 5Б и 6В', '5А', '')
    """
    *head, last = list(items) or [""]
    return f"{', '.join(head)} и {last}" if head else last


def _ends_with_one(value: int) -> bool:
    return value % 10 == 1 and value % 100 != 11


def _unit_of_change(unit: str) -> str:
    return "п.п." if unit == PERCENT else unit
