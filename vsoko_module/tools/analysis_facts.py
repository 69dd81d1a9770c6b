"""What the analysis of a year is written of: plain facts, no records."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

# The code of the kind of papers
ANALYSIS = "analysis"
COMPONENTS = {
    "managerial": "Управленческий",
    "methodical": "Методический",
    "content": "Содержательный",
    "": "Не указан",
}
VERDICTS = {
    "reached": "цель достигнута",
    "partly": "достигнуто частично",
    "none": "без изменений",
    "worse": "ухудшение",
}
STATES = {
    "open": "принято",
    "in_progress": "исполняется",
    "overdue": "не исполнено в срок",
    "done": "исполнено",
    "verified": "эффект подтверждён",
    "ineffective": "эффекта нет",
    "cancelled": "отменено",
    "replaced": "перенесено на следующий год",
}
WORKED = ("reached", "partly")


@dataclass(frozen=True)
class Problem:
    """A conclusion of the year: a deficit or a good practice."""

    name: str
    where: str = ""
    cause: str = ""
    cause_note: str = ""
    component: str = ""
    advice: str = ""
    before: str = ""
    target: str = ""
    is_solved: bool = False
    plans: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decided:
    """A decision of the year and what became of it."""

    name: str
    adopted: str = ""
    who: str = ""
    term: str = ""
    state: str = ""
    component: str = ""
    is_adopted: bool = True
    is_done: bool = False
    is_in_time: bool = False
    is_effective: bool = False


@dataclass(frozen=True)
class Effect:
    """A judged check of effect: the figures and the verdict."""

    name: str
    before: str = ""
    target: str = ""
    after: str = ""
    verdict: str = ""
    comment: str = ""

    @property
    def said(self) -> str:
        """
        >>> Effect("Качество", verdict="partly", comment="лучше").said
        'достигнуто частично (лучше)'
        """
        word = VERDICTS.get(self.verdict, "")
        return f"{word} ({self.comment})" if self.comment else word


@dataclass(frozen=True)
class Analysis:
    """All that the records know of a year when its analysis is written."""

    year: str = ""
    problems: tuple[Problem, ...] = ()
    practices: tuple[Problem, ...] = ()
    decisions: tuple[Decided, ...] = ()
    effects: tuple[Effect, ...] = ()

    @property
    def open_problems(self) -> list[Problem]:
        return [one for one in self.problems if not one.is_solved]

    @property
    def adopted(self) -> list[Decided]:
        return [one for one in self.decisions if one.is_adopted]

    @property
    def worked(self) -> list[Effect]:
        return [one for one in self.effects if one.verdict in WORKED]

    @property
    def failed(self) -> list[Effect]:
        return [one for one in self.effects if one.verdict not in WORKED]


def grouped(items: Iterable, key: Callable) -> list[tuple[str, list]]:
    """Groups with their items, the largest first, those of one size as they came.

    >>> grouped(["аб", "в", "г", "де", "ж"], len)
    [(1, ['в', 'г', 'ж']), (2, ['аб', 'де'])]
    """
    groups: dict = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return sorted(groups.items(), key=lambda group: -len(group[1]))
