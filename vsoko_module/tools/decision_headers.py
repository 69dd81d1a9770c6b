"""What the columns of a table of decisions, or of measures, hold by their headers."""

import re

from .grid import Row
from .words import normalise

DECISIONS, MEASURES = "decisions", "measures"
# Read from the top: the first that fits the beginning of a header wins
BEGINNINGS = {
    DECISIONS: [
        ("number", r"№|n ?п|п/?п|номер|n$|no$"),
        ("note", r"примечан|отметк|результат|выполнен|исполнен|контроль"),
        ("term", r"срок|дата (?:исп|вып)|период|когда (?:исп|вып)|до какого"),
        ("date", r"дат[аы]\b|когда\b"),
        ("role", r"ответствен|исполнител|кто (?:отв|исп)|фио отв"),
        (
            "body",
            r"уровень|орган(?:ы)?\b|коллегиальн|совещан|заседан|где\b|место"
            r"|кем\b|вид (?:заседан|совещан)|мероприятие, на",
        ),
        (
            "name",
            r"формулировк|(?:приняты?е )?решени|(?:содержан|текст|суть)\w* решени"
            r"|принят\w+ решени|управленческ\w+ решени|постановил|что решил",
        ),
    ],
    MEASURES: [
        ("number", r"№|n ?п|п/?п|номер|n$|no$"),
        ("year", r"учебн\w* год|год\b"),
        ("note", r"примечан|отметк"),
        ("result", r"результат|итог|выполнен"),
        ("term", r"срок|дат[аы]\b|период|месяц"),
        ("classes", r"класс|параллел"),
        ("pupil", r"(?:код\w* )?(?:обучающ|ученик|учащ|ребен)|код\b"),
        ("subjects", r"предмет|учебн\w* предмет|дисциплин"),
        ("teacher", r"учител|педагог|ответствен|исполнител|фио"),
        ("name", r"мероприяти|образовательн\w+ событ|содержан|наименован|что\b"),
    ],
}
PATTERNS = {
    kind: [(meaning, re.compile(pattern)) for meaning, pattern in words]
    for kind, words in BEGINNINGS.items()
}
# What a table of the kind cannot be told without, and one of what must stand by it
NEEDED = {
    DECISIONS: {"body", "date", "term", "role"},
    MEASURES: {"year", "classes", "subjects"},
}
LEAST = 3
# A header is a few words; «Уровень (совещание, …, заседания ШМО)» is the longest
LONGEST = 120

Columns = dict[int, str]


def column_meaning(kind: str, text: str) -> str:
    """What a column with this header holds; nothing when its words say nothing.

    >>> column_meaning(DECISIONS, "Формулировка принятого решения")
    'name'
    >>> column_meaning(DECISIONS, "Срок исполнения"), column_meaning(DECISIONS, "Дата")
    ('term', 'date')
    >>> column_meaning(MEASURES, "Мероприятия, образовательные события и т.д.")
    'name'
    >>> column_meaning(MEASURES, "Бюджет")
    ''
    """
    if not text or len(text) > LONGEST:
        return ""
    plain = normalise(text).lstrip(" .,«\"'(")
    found = (name for name, pattern in PATTERNS[kind] if pattern.match(plain))
    return next(found, "")


def header(row: Row, inside: bool = False) -> tuple[str, Columns] | None:
    """The kind of a table that the row heads, and what its columns hold.

    ``inside``: in the middle of a table each of its cells must be a header.
    """
    texts = {
        index: " ".join(cell.paragraphs)
        for index, cell in enumerate(row.cells)
        if cell.is_origin and cell.paragraphs
    }
    for kind in (DECISIONS, MEASURES):
        columns: Columns = {}
        for index, text in texts.items():
            meaning = column_meaning(kind, text)
            if meaning and meaning not in columns.values():
                columns[index] = meaning
        if _is_whole(kind, columns, texts, inside):
            return kind, columns
    return None


def _is_whole(kind: str, columns: Columns, texts: dict[int, str], inside: bool) -> bool:
    meanings = set(columns.values())
    known = len(columns) == len(texts) if inside else len(columns) * 2 > len(texts)
    enough = len(meanings) >= LEAST and known
    return enough and "name" in meanings and bool(meanings & NEEDED[kind])
