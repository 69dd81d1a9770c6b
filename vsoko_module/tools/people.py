"""Names of people as papers write them."""

import re

NBSP = "\N{NO-BREAK SPACE}"
# A place to write a name by hand
BLANK_NAME = "____________________"
# «Петрович», «Лукич», «Ильинична», «Мамед оглы»
PATRONYMIC = re.compile(r".+(?:ич|вна|чна)|оглы|оглу|кызы|гызы|улы|угли", re.I)


def short_name(name: str) -> str:
    """Initials and surname for a signature; spaces inside do not break.

    >>> short_name("Иванова Мария Петровна").split()
    ['М.', 'П.', 'Иванова']
    >>> short_name("Мария Петровна Иванова") == short_name("М.П. Иванова")
    True
    >>> short_name("Абрамович Пётр") == "П.\N{NO-BREAK SPACE}Абрамович"
    True
    >>> short_name("Мария Петровна Абрамович") == short_name("М. П. Абрамович")
    True
    >>> short_name("Мамедов Али Гусейн оглы").split()
    ['А.', 'Г.', 'Мамедов']
    >>> short_name("Секретариат"), short_name("")
    ('Секретариат', '')
    """
    surname, given = _surname_and_given(name)
    return NBSP.join([*given, surname])


def listed_name(name: str) -> str:
    """Surname and initials for a list that is looked through by surnames.

    >>> listed_name("Иванова Мария Петровна").split()
    ['Иванова', 'М.', 'П.']
    """
    surname, given = _surname_and_given(name)
    return NBSP.join([surname, *given])


def small_first(post: str) -> str:
    """A post in the middle of a sentence; abbreviations stay capital.

    >>> small_first("Заместитель директора"), small_first("УВР")
    ('заместитель директора', 'УВР')
    """
    return post[:1].lower() + post[1:] if post[1:2].islower() else post


def _surname_and_given(name: str) -> tuple[str, list[str]]:
    words = name.replace(".", ". ").split()
    if not words:
        return "", []
    if any(word.endswith(".") for word in words):
        given = [word for word in words if word.endswith(".")]
        return " ".join(word for word in words if word not in given), given
    surname = words.pop(-1 if _ends_with_surname(words) else 0)
    return surname, [f"{word[0]}." for word in words[:2]]


def _ends_with_surname(words: list[str]) -> bool:
    """«Мария Петровна Иванова», while «Иванова Мария Петровна» is the habit."""
    return len(words) == 3 and bool(PATRONYMIC.fullmatch(words[1]))
