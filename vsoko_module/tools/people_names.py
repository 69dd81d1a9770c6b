"""Names of people: one spelling for comparison, a proper one for the card."""

import re

from .words import normalise, tidy

WORD = r"[^\W\d_][\w'’.-]*"
NAME = re.compile(rf"{WORD}(?: {WORD}){{0,5}}(?: \({WORD}(?: {WORD})*\))?")
INITIALS = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*) ([^\W\d_])\.? ?(?:([^\W\d_])\.?)?")
# A name is words of letters; a code has figures or is one short word
TWO_WORDS = re.compile(r"[А-ЯЁA-Z][а-яёa-z]+\s+[А-ЯЁA-Z]")
LONGEST = 90


def is_name(text: str) -> bool:
    """Whether a text may be somebody's name.

    >>> is_name("Иванова-Петрова А. П."), is_name("Гасанов Али Вели оглы")
    (True, True)
    >>> is_name("8 (800) 100-00-00"), is_name("и т. д.; см. ниже"), is_name("")
    (False, False, False)
    """
    return len(text) <= LONGEST and bool(NAME.fullmatch(" ".join(text.split())))


def looks_like_pupil(text: str) -> bool:
    """Whether a text names somebody: two words as of a name, no code.

    >>> looks_like_pupil("Учеников Пётр"), looks_like_pupil("7Б-14")
    (True, False)
    """
    return bool(TWO_WORDS.search(text or ""))


def whole_name(text: str) -> str:
    """The name as it goes to the card: single spaces, no shouting.

    >>> whole_name("ИВАНОВА-ПЕТРОВА  АННА\\nПЕТРОВНА"), whole_name("Иванова А.П.")
    ('Иванова-Петрова Анна Петровна', 'Иванова А.П.')
    """
    name = " ".join(tidy(text).split())
    return name.title() if name.isupper() and "." not in name else name


def name_key(text: str) -> str:
    """What two spellings of one name have in common.

    >>> name_key("Семёнов  Пётр") == name_key("СЕМЕНОВ ПЕТР")
    True
    >>> name_key("Иванова А. П.") == name_key("Иванова А.П")
    True
    """
    plain = normalise(text).replace(".", ". ").strip()
    return " ".join(plain.replace(".", "").split())


def is_short_for(short: str, full: str) -> bool:
    """Whether a surname with initials may be this person.

    >>> is_short_for("Иванова А.П.", "Иванова Анна Петровна")
    True
    >>> is_short_for("Иванова А.П.", "Иванова Анна Сергеевна")
    False
    >>> is_short_for("Иванова Анна", "Иванова Анна Петровна")
    False
    """
    initials = INITIALS.fullmatch(name_key(short))
    words = name_key(full).split()
    if not initials or len(words) < 2 or len(words[1]) < 2:
        return False
    surname, first, second = initials.groups()
    starts = [first, second] if second else [first]
    return words[0] == surname and all(
        word.startswith(start) for word, start in zip(words[1:], starts, strict=False)
    )
