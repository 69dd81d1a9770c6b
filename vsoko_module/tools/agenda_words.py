"""Words of agendas and minutes, as Russian schools write them."""

from datetime import date

from .dates import short_date
from .document_words import capital, small

# What minutes say of a question when no decision with people and a term was adopted
SETTLED = {
    "adopted": "Принять предложенное решение.",
    "noted": "Принять информацию к сведению.",
    "rejected": "Предложенный проект решения отклонить.",
    "moved": "Перенести рассмотрение вопроса на следующее заседание.",
}
HEADING = "О рассмотрении вопросов повестки дня"
# Projects of decisions about what has been carried out and what has not
REPORT_ON_PROCEDURE = "Принять к сведению итоги процедуры."
REPORT_ON_DECISION = "Заслушать ответственных и назвать новый срок выполнения решения."


def about_finding(said: str) -> str:
    """What stands after «о» would have to be declined; after a colon it need not.

    >>> about_finding("Качество знаний в 7Б – 38 %.")
    'О результатах оценки: качество знаний в 7Б – 38 %'
    >>> about_finding("ВПР в 5А ниже, чем год назад")
    'О результатах оценки: ВПР в 5А ниже, чем год назад'
    """
    return f"О результатах оценки: {small(_bare(said))}"


def about_procedure(name: str) -> str:
    """
    >>> about_procedure("Итоговое собеседование")
    'Об итогах процедуры «Итоговое собеседование»'
    >>> about_procedure("Контроль «Адаптация»")
    'Об итогах процедуры «Контроль "Адаптация"»'
    """
    inside = _bare(name).replace("«", '"').replace("»", '"')
    return f"Об итогах процедуры «{inside}»"


def about_decision(what: str, adopted: date | None, deadline: date | None) -> str:
    """
    >>> about_decision("Провести срез.", date(2023, 8, 30), date(2023, 10, 1))
    'О выполнении решения от 30.08.2023 (срок – 01.10.2023): провести срез'
    >>> about_decision("Провести срез", None, date(2023, 10, 1))
    'О выполнении решения (срок – 01.10.2023): провести срез'
    """
    said = ["О выполнении решения"]
    if adopted:
        said.append(f"от {short_date(adopted)}")
    if deadline:
        said.append(f"(срок – {short_date(deadline)})")
    return f"{' '.join(said)}: {small(_bare(what))}"


def project(what: str, people: list[str], term: str, expected: str) -> str:
    """The project of a decision: what, who, by when, what is to come of it.

    >>> project("провести срез", ["М. П. Иванова"], "до 15 февраля", "")
    'Провести срез. Ответственные: М. П. Иванова. Срок: до 15 февраля.'
    >>> project("Дать занятия", [], "", "60 %")
    'Дать занятия. Ожидаемый результат: 60 %.'
    >>> project("Утвердить план.", [], "", "")
    'Утвердить план.'
    """
    said = [capital(_bare(what))]
    if people:
        said.append(f"Ответственные: {', '.join(people)}")
    if term:
        said.append(f"Срок: {_bare(term)}")
    if expected:
        said.append(f"Ожидаемый результат: {_bare(expected)}")
    return "".join(f"{one}. " for one in said).rstrip()


def _bare(text: str) -> str:
    return " ".join((text or "").split()).rstrip(".;, ")
