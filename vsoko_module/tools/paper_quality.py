"""What a methodist complains of in a справка or an order, line by line.

No records here: texts go in, pairs of a rule's code and the words it is about come out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .addressee import is_addressed, names_person, says_figure, says_term
from .note_words import GAP
from .word_families import found_phrases, spelled_phrases

EVALUATION = ("оценить", "оценка")
# A line «Форма: посещение уроков» of the section, or a word that is a form itself
FORMS = (
    "посещение", "срез", "мониторинг", "наблюдение", "анкетирование", "опрос",
    "диагностика", "собеседование", "тестирование", "работа", "анализ", "ВПР", "зачёт",
)  # fmt: skip
POSTS = (
    "директор", "заместитель", "завуч", "руководитель", "методист", "педагог",
    "психолог", "учитель", "комиссия", "администрация", "советник",
)  # fmt: skip
WHEN, HOW, WHO = "when", "how", "who"


@dataclass(frozen=True)
class Advice:
    """A recommendation: its text and what its own columns say besides."""

    text: str
    to: str = ""
    people: bool = False
    term: str = ""
    expected: str = ""

    def is_addressed(self, subjects: Iterable[str]) -> bool:
        return self.people or is_addressed(f"{self.to} {self.text}", subjects)

    def said_to_everybody(self, phrases: list[str], subjects: Iterable[str]) -> str:
        """The words, unless a class, a subject or a person stands beside them.

        Where people are chosen the addressee is theirs to be worded («учителям
        начальных классов»), but a text that says «всем учителям» still speaks to all.

        >>> Advice("Всем учителям усилить работу", people=True).said_to_everybody(
        ...     ["всем учителям"], [])
        'Всем учителям'
        """
        if self.people:
            parts = [(self.text, self.text)]
            phrases = [phrase for phrase in phrases if " " in phrase.strip()]
        else:
            parts = [(self.to, f"{self.to} {self.text}"), (self.text, self.text)]
        for part, whole in parts:
            found = spelled_phrases(phrases, part)
            if found and not is_addressed(whole, subjects):
                return found[0]
        return ""

    def has_term(self) -> bool:
        return bool(self.term.strip()) or says_term(self.text)

    def has_figure(self, vague: Iterable[str]) -> bool:
        """«Повышение качества» is no figure, «60 %» and «урок проведён» are."""
        said = self.expected.strip()
        if not said:
            return says_figure(self.text)
        return bool(re.search(r"\d", said)) or not found_phrases(vague, said)


def advice_issues(
    advice: Advice, words: Mapping[str, list[str]], subjects: Iterable[str] = ()
) -> Iterator[tuple[str, str]]:
    """Codes of rules and the words they are about.

    >>> lists = {"for_everybody": ["всем учителям"], "vague_words": ["усилить"]}
    >>> bad = Advice("Всем учителям усилить работу")
    >>> [code for code, _words in advice_issues(bad, lists)]
    ['for_everybody', 'vague_words', 'no_responsible', 'no_term', 'no_expected']
    >>> next(advice_issues(bad, lists))
    ('for_everybody', 'Всем учителям')
    >>> good = Advice("Усилить работу в 7Б", people=True, term="15.02", expected="60 %")
    >>> list(advice_issues(good, lists))
    []
    """
    vague_list = words.get("vague_words", [])
    named = advice.is_addressed(subjects)
    complete = named and advice.has_term() and advice.has_figure(vague_list)
    if said := advice.said_to_everybody(words.get("for_everybody", []), subjects):
        yield "for_everybody", said
    if not complete and (vague := found_phrases(vague_list, advice.text)):
        yield "vague_words", ", ".join(vague)
    if not named:
        yield "no_responsible", ""
    if not advice.has_term():
        yield "no_term", ""
    if not advice.has_figure(vague_list):
        yield "no_expected", ""


def control_words(aim: str, words: Iterable[str]) -> str:
    """Words of control in an aim that evaluates nothing.

    >>> control_words("Проверить ведение журналов", ["проверить", "контроль"])
    'Проверить'
    >>> control_words("Оценить уровень, проверить тетради", ["проверить"])
    ''
    """
    if found_phrases(EVALUATION, aim):
        return ""
    return ", ".join(found_phrases(words, aim))


def is_filled(text: str) -> bool:
    """
    >>> is_filled("Мало времени."), is_filled("Причины: […]."), is_filled(" ")
    (True, False, False)
    """
    return bool((text or "").strip()) and GAP not in text


def missing_of_control(text: str) -> list[str]:
    """What a section on the repeat control does not say.

    >>> missing_of_control("Срок: май. Форма: срез. Ответственный: завуч.")
    []
    >>> missing_of_control("Повторное посещение уроков через месяц.")
    ['who']
    >>> missing_of_control("Форма: […].")
    ['when', 'how', 'who']
    """
    said = "\n".join(line for line in (text or "").splitlines() if GAP not in line)
    known = {
        WHEN: says_term(said) or re.search(r"Срок:\s*\w", said),
        HOW: found_phrases(FORMS, said) or re.search(r"Форма:\s*\w", said),
        WHO: names_person(said)
        or found_phrases(POSTS, said)
        or re.search(r"Ответственн\w+:\s*\w", said),
    }
    return [name for name, found in known.items() if not found]


def advice_lines(text: str, generated: str = "") -> list[str]:
    """Lines of a section that advise something; headings and generated lines do not.

    >>> advice_lines("Рекомендовано:\\n1. Усилить работу.\\n\\n– Провести срез;")
    ['Усилить работу.', 'Провести срез;']
    """
    known = {line.strip() for line in (generated or "").splitlines()}
    lines = (line.strip() for line in (text or "").splitlines())
    own = (line for line in lines if line not in known and not line.endswith(":"))
    bare = (re.sub(r"^(?:\d+[.)](?!\d)|[-–—•·])\s*", "", line) for line in own)
    return [line for line in bare if re.search(r"\w", line)]
