"""Posts in a case, by pymorphy3: head nouns and the adjectives that agree with them.

«Заместитель директора по УВР» → «заместителю директора по УВР»: the rest of a post
does not change. What the dictionary does not know stays as it is.
"""

import re

from .declension import RUSSIAN_WORD, morph

CASES = {
    "genitive": "gent",
    "dative": "datv",
    "accusative": "accs",
    "instrumental": "ablt",
    "prepositional": "loct",
}
# «И. о. директора» has no word to decline
ACTING = re.compile(r"и\s?\.?\s?о\b|врио\b", re.I)
# «Учитель математики, классный руководитель»
JOINT = re.compile(r"(\s*[,;]\s*|\s+и\s+)")
# Participles are posts, too: «заведующий», «исполняющая»
ADJECTIVES = {"ADJF", "PRTF"}
LONGEST_ABBREVIATION = 4


def post(text: str, case: str) -> str:
    """A post in a case.

    >>> post("Заместитель директора по УВР", "dative")
    'Заместителю директора по УВР'
    >>> post("старшая вожатая", "dative"), post("педагог-психолог", "dative")
    ('старшей вожатой', 'педагогу-психологу')
    >>> post("учитель физики и химии, секретарь", "instrumental")
    'учителем физики и химии, секретарём'
    >>> post("И. о. директора", "dative"), post("", "dative")
    ('И. о. директора', '')
    """
    if case not in CASES:
        return text
    pieces = JOINT.split(" ".join(text.split()))
    # Pieces stand at even places, between them what joins them.
    for place in range(0, len(pieces), 2):
        pieces[place] = _piece(pieces[place], CASES[case], bool(place), text.isupper())
    return "".join(pieces)


def _piece(piece: str, case: str, is_next: bool, is_shouted: bool) -> str:
    words = piece.split()
    parses = [] if ACTING.match(piece) else _head(words, is_shouted)
    if not parses or (is_next and not _is_somebody(parses[-1])):
        return piece
    forms = [
        _inflected(word, parsed, parses[-1].tag, case)
        for word, parsed in zip(words, parses, strict=False)
    ]
    return " ".join([*forms, *words[len(forms) :]])


def _head(words: list[str], is_shouted: bool) -> list:
    """Parses of the head noun and of the adjectives before it.

    >>> words = "старший воспитатель группы".split()
    >>> [parsed.tag.POS for parsed in _head(words, False)]
    ['ADJF', 'NOUN']
    >>> [parsed.word for parsed in _head("заведующая школой".split(), False)]
    ['заведующая']
    >>> _head(["МО", "учителей"], False)
    []
    """
    found = []
    for place, word in enumerate(words):
        options = _nominatives(word, is_shouted)
        following = _nominatives("".join(words[place + 1 : place + 2]), is_shouted)
        adjective = _agreeing(options, following)
        if not adjective and not options:
            return []
        found.append(adjective or options[0])
        if not adjective:
            return found
    return found


def _nominatives(word: str, is_shouted: bool) -> list:
    """What the word may be in the nominative, nouns first."""
    if not RUSSIAN_WORD.fullmatch(word) or _is_abbreviation(word, is_shouted):
        return []
    options = [
        parsed
        for parsed in morph().parse(word)
        if "nomn" in parsed.tag
        and parsed.tag.POS in {"NOUN", *ADJECTIVES}
        and "Surn" not in parsed.tag
    ]
    return sorted(options, key=lambda parsed: parsed.tag.POS != "NOUN")


def _is_abbreviation(word: str, is_shouted: bool) -> bool:
    """«МО учителей»; in «УЧИТЕЛЬ ФИЗИКИ» only the length tells."""
    return word.isupper() and (not is_shouted or len(word) <= LONGEST_ABBREVIATION)


def _agreeing(options: list, following: list):
    """The adjective that belongs to the next word.

    «Исполняющий обязанности» agrees with nothing: it is the head itself.
    """
    for parsed in options:
        if parsed.tag.POS in ADJECTIVES and any(
            _agree(parsed.tag, other.tag) for other in following
        ):
            return parsed
    return None


def _agree(one, other) -> bool:
    return one.number == other.number and one.gender in (None, other.gender)


def _is_somebody(head) -> bool:
    """After a comma: «учителя, родители» are people, «химии, физики» are not."""
    if head.tag.POS in ADJECTIVES:
        return True
    subjects = (
        {"gent", "sing", "inan"} in parsed.tag for parsed in morph().parse(head.word)
    )
    return head.tag.animacy == "anim" and not any(subjects)


def _inflected(word: str, parsed, head, case: str) -> str:
    form = parsed.inflect(_grammemes(parsed.tag, head, case))
    return _like(word, form.word) if form else word


def _grammemes(tag, head, case: str) -> set[str]:
    """Case and number; what tells an adjective which of its like forms is meant."""
    wanted = {case, tag.number}
    if tag.POS in ADJECTIVES:
        wanted.add(tag.gender)
        if case == "accs" and (tag.number == "plur" or tag.gender == "masc"):
            wanted.add(head.animacy or "anim")
    return wanted - {None}


def _like(pattern: str, word: str) -> str:
    """Letters as large as they were."""
    if pattern.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
