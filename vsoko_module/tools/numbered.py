"""Several numbered points in one cell: «1. …», «2. …» are points of their own."""

import re

# «1. Провести», «2) Провести», «3.Провести»; «1.2», «01.09.2023» number nothing
POINT = re.compile(r"(\d{1,2})([.)])(?!\d)\s*(.*)", re.DOTALL)
# A point that goes on in the same line: «… анализ. 2. Составить план»
INLINE = re.compile(r"(?<=[.;!?])\s+(?=\d{1,2}[.)]\s*[А-ЯЁA-Z])")
INTRODUCTION = re.compile(r"\W*(?:постанов|реш)\w+\W*", re.IGNORECASE)
# What stands alone in a list of people when a number was forgotten there
BARE_NUMBER = re.compile(r"(?:^|(?<=\D[,;\n]))[ \t]*\d{1,2}[.)][ \t]*(?=[,;\n]|$)")


def split_points(paragraphs: list[str]) -> list[str]:
    """The points of a cell without their numbers; one without numbers is one point.

    >>> split_points(["1. Провести беседы", "с родителями.", "2. Составить план"])
    ['Провести беседы\\nс родителями.', 'Составить план']
    >>> split_points(["1. Провести анализ. 2. Составить план."])
    ['Провести анализ.', 'Составить план.']
    >>> split_points(["4. Составить план:", "1) бесед", "2) встреч"])
    ['Составить план:\\n1) бесед\\n2) встреч']
    >>> split_points(["Решили:", "1. Утвердить план"]), split_points(["2. "])
    (['Утвердить план'], [''])
    """
    lines = _lines(paragraphs)
    if len(lines) > 1 and INTRODUCTION.fullmatch(lines[0]):
        lines = lines[1:]
    if not lines or not POINT.match(lines[0]):
        return ["\n".join(lines)] if lines else []
    points: list[list[str]] = []
    last = None
    for line in lines:
        found = POINT.match(line)
        if found and _is_next(found, last):
            last = int(found[1]), found[2]
            points.append([found[3].strip()])
        else:
            points[-1].append(line)
    return ["\n".join(filter(None, point)) for point in points]


def without_bare_numbers(text: str) -> str:
    """A list of people without the numbers that got into it.

    >>> without_bare_numbers("Зам. директора по УВР, классные руководители, 2.")
    'Зам. директора по УВР, классные руководители'
    >>> without_bare_numbers("Классные руководители 5, 6")
    'Классные руководители 5, 6'
    """
    plain = BARE_NUMBER.sub("", text)
    return re.sub(r"[,;\s]+$", "", re.sub(r"^[,;\s]+", "", plain))


def _lines(paragraphs: list[str]) -> list[str]:
    """A line with several points becomes several lines."""
    lines: list[str] = []
    for paragraph in paragraphs:
        begun = POINT.match(paragraph)
        lines += _cut(paragraph, int(begun[1])) if begun else [paragraph]
    return lines


def _cut(line: str, number: int) -> list[str]:
    pieces: list[str] = []
    for piece in INLINE.split(line):
        found = POINT.match(piece)
        if pieces and not (found and int(found[1]) == number + len(pieces)):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
    return pieces


def _is_next(found: re.Match[str], last: tuple[int, str] | None) -> bool:
    """A list inside a point has marks of its own or begins anew."""
    return last is None or (int(found[1]) == last[0] + 1 and found[2] == last[1])
