"""Two editions of a text side by side, word by word."""

import re
from difflib import SequenceMatcher

Fragment = tuple[str, str]
WORDS = re.compile(r"\s+|[^\s]+")
# Paragraphs less alike than this are an old one taken out and a new one put in
ALIKE = 0.5


def compared(old: list[str], new: list[str]) -> list[list[Fragment]]:
    """Paragraphs as fragments: equal, delete, insert.

    >>> compared(["Провести работу"], ["Провести контрольную работу"])
    [[('equal', 'Провести '), ('insert', 'контрольную '), ('equal', 'работу')]]
    >>> compared(["Раз"], [])
    [[('delete', 'Раз')]]
    """
    result = []
    for kind, i1, i2, j1, j2 in _opcodes(old, new):
        if kind == "replace":
            result += _replaced(old[i1:i2], new[j1:j2])
        else:
            gone = [[("delete", text)] for text in old[i1:i2] if kind == "delete"]
            kept = [[(kind, text)] for text in new[j1:j2]]
            result += gone or kept
    return result


def _replaced(old: list[str], new: list[str]) -> list[list[Fragment]]:
    result = []
    for before, after in zip(old, new, strict=False):
        result += _one(before, after)
    result += [[("delete", text)] for text in old[len(new) :]]
    return result + [[("insert", text)] for text in new[len(old) :]]


def _one(before: str, after: str) -> list[list[Fragment]]:
    words, others = WORDS.findall(before), WORDS.findall(after)
    if SequenceMatcher(None, words, others, autojunk=False).ratio() < ALIKE:
        return [[("delete", before)], [("insert", after)]]
    fragments = []
    for kind, i1, i2, j1, j2 in _opcodes(words, others):
        if kind != "insert" and kind != "equal":
            fragments.append(("delete", "".join(words[i1:i2])))
        if kind != "delete":
            mark = "equal" if kind == "equal" else "insert"
            fragments.append((mark, "".join(others[j1:j2])))
    return [fragments]


def _opcodes(old: list[str], new: list[str]):
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
