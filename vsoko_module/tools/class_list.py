"""Classes of a school as people write them: «1–4: А, Б; 5А 5Б; 10–11»."""

import re

from .words import normalise

FIRST, LAST = 1, 12
# Latin letters that nobody tells from Russian ones
LATIN = str.maketrans("ABCEHKMOPTXY", "АВСЕНКМОРТХУ")
ALPHABET = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ"
NUMBERS = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
# «1-4», «5, 6», «10» before a colon; without one the numbers stand by their letters
WITH_COLON = re.compile(r"([\d\s,-]+):(.*)", re.DOTALL)
ITEM = re.compile(
    r"(?P<first>\d+)\s*(?:-\s*(?P<last>\d+)(?![А-Я]))?"
    r"(?P<letters>(?:[\s,«\"-]*[А-Я](?![А-Я]{2})[»\"]?)*)"
)
LETTERS = re.compile(r"([А-Я])(?:\s*-\s*([А-Я]))?")
# «5 класс А», «кл.»: a word that says nothing here
WORD = re.compile(r"\bкл(?:асс\w*)?\b\.?")
LINK = re.compile(r"\s+и\s+")


class ClassListError(ValueError):
    """A piece of the text that is no class; ``args[0]`` is that piece."""


def parse_classes(text: str) -> list[tuple[int, str]]:
    """Pairs of parallel and letter, each once, in their order.

    >>> parse_classes("1–2: А, Б; 3а 3B")
    [(1, 'А'), (1, 'Б'), (2, 'А'), (2, 'Б'), (3, 'А'), (3, 'В')]
    >>> parse_classes("5-6 АБ, 10, 11 класс «А»")
    [(5, 'А'), (5, 'Б'), (6, 'А'), (6, 'Б'), (10, ''), (11, 'А')]
    >>> parse_classes("7: А–В")
    [(7, 'А'), (7, 'Б'), (7, 'В')]
    """
    found = []
    for part in re.split(r"[;\n]", text):
        found += _part(part)
    return sorted(set(found))


def format_classes(classes: list[tuple[int, str]]) -> str:
    """The shortest way to write the classes down again.

    >>> format_classes([(1, "А"), (1, "Б"), (2, "А"), (2, "Б"), (3, ""), (5, "А")])
    '1–2: А, Б; 3; 5: А'
    """
    letters: dict[int, list[str]] = {}
    for parallel, letter in sorted(set(classes)):
        letters.setdefault(parallel, []).append(letter)
    by_parallel = {
        parallel: ", ".join(filter(None, own)) for parallel, own in letters.items()
    }
    pieces = []
    for first, last, shared in _runs(by_parallel):
        numbers = str(first) if first == last else f"{first}–{last}"
        pieces.append(f"{numbers}: {shared}" if shared else numbers)
    return "; ".join(pieces)


def _runs(by_parallel):
    """Neighbouring parallels with the same letters as (first, last, letters)."""
    runs = []
    for parallel, letters in by_parallel.items():
        if runs and runs[-1][1:] == [parallel - 1, letters]:
            runs[-1][1] = parallel
        else:
            runs.append([parallel, parallel, letters])
    return runs


def _part(part):
    plain = LINK.sub(", ", WORD.sub(" ", normalise(part))).strip(" .")
    plain = plain.upper().translate(LATIN)
    colon = WITH_COLON.fullmatch(plain)
    if colon:
        numbers = NUMBERS.findall(colon[1])
        return _pairs(part, [_range(part, *pair) for pair in numbers], colon[2])
    found, end = [], 0
    for item in ITEM.finditer(plain):
        _check_gap(part, plain[end : item.start()])
        parallels = _range(part, item["first"], item["last"])
        found += _pairs(part, [parallels], item["letters"])
        end = item.end()
    _check_gap(part, plain[end:])
    return found


def _pairs(part, ranges, text):
    letters = _letters(part, text)
    return [
        (parallel, letter)
        for parallels in ranges
        for parallel in parallels
        for letter in letters or [""]
    ]


def _range(part, first, last):
    first, last = int(first), int(last or first)
    if not FIRST <= first <= last <= LAST:
        raise ClassListError(part.strip())
    return range(first, last + 1)


def _letters(part, text):
    _check_gap(part, LETTERS.sub("", text))
    found = []
    for first, last in LETTERS.findall(text):
        found += _between(part, first, last) if last else [first]
    return found


def _between(part, first, last):
    if first not in ALPHABET or last not in ALPHABET or first > last:
        raise ClassListError(part.strip())
    return ALPHABET[ALPHABET.index(first) : ALPHABET.index(last) + 1]


def _check_gap(part, gap):
    if re.search(r"[^\s,/«»\"-]", gap):
        raise ClassListError(part.strip())
