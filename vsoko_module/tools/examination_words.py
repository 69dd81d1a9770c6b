"""What the self-examination says of problems, decisions and effects, in Russian."""

from collections.abc import Iterator

from .analysis_facts import Analysis, grouped
from .analysis_words import (
    EXAMPLE,
    NO_CAUSE,
    PROBLEM,
    decided_sentence,
    effect_sentence,
    practice_sentence,
)
from .punctuation import ended, inner_quoted
from .russian import count, verb

HEADING = "Проблемы, решения и их результат"


def year_paragraphs(facts: Analysis) -> list[str]:
    """Paragraphs of a calendar year; none when the records know nothing.

    >>> year_paragraphs(Analysis("2023"))
    []
    """
    if not (facts.problems or facts.practices or facts.decisions or facts.effects):
        return []
    writers = (_problems, _practices, _decisions, _effects, _going_on)
    return [line for writer in writers for line in writer(facts)]


def _problems(facts: Analysis) -> Iterator[str]:
    """
    >>> from .analysis_facts import Problem
    >>> facts = Analysis("2023", (Problem("Качество – 38 %", cause="Кадры"),))
    >>> [line.replace("\\xa0", " ") for line in _problems(facts)]
    ['В 2023 году по итогам внутренней оценки выявлена 1 проблема.', \
'Кадры: «Качество – 38 %».']
    """
    if not facts.problems:
        return
    found = verb(len(facts.problems), "выявлена", "выявлено")
    said = count(len(facts.problems), PROBLEM)
    yield f"В {facts.year} году по итогам внутренней оценки {found} {said}."
    for cause, problems in grouped(facts.problems, lambda one: one.cause or NO_CAUSE):
        yield f"{cause}: {'; '.join(inner_quoted(one.name) for one in problems)}."


def _practices(facts: Analysis) -> Iterator[str]:
    if facts.practices:
        seen = verb(len(facts.practices), "Отмечен", "Отмечено")
        yield f"{seen} {count(len(facts.practices), EXAMPLE)} успешного опыта."
        yield from (practice_sentence(one) for one in facts.practices)


def _decisions(facts: Analysis) -> Iterator[str]:
    if facts.adopted:
        yield decided_sentence(facts.adopted)
        yield from (
            ended(f"– {' '.join(one.name.split()).rstrip('.;,')}: {one.state}")
            for one in facts.decisions
        )


def _effects(facts: Analysis) -> Iterator[str]:
    if facts.effects:
        yield "Результаты решений по показателям:"
        yield from (f"– {effect_sentence(one)}" for one in facts.effects)


def _going_on(facts: Analysis) -> Iterator[str]:
    if facts.open_problems:
        names = "; ".join(inner_quoted(one.name) for one in facts.open_problems)
        yield f"Работа продолжается: {names}."
