"""Wording of the order that approves a plan.

Names of people and of local acts stay in the nominative: nothing here has to be
declined, so nothing can be declined wrongly.
"""

from dataclasses import dataclass, field

NBSP = "\N{NO-BREAK SPACE}"
LAW = (
    f"Федерального закона от 29{NBSP}декабря 2012{NBSP}г. №{NBSP}273-ФЗ "
    "«Об образовании в Российской Федерации»"
)
# «проведение самообследования, обеспечение функционирования внутренней системы оценки
# качества образования» is what the school itself answers for.
SYSTEM_GROUND = f"пунктом 13 части 3 статьи 28 {LAW}"
COMMON_GROUND = f"статьёй 28 {LAW}"
SUBJECTS = {
    "vsoko": "плана внутренней системы оценки качества образования",
    "vshk": "плана внутришкольного контроля",
    "roadmap": "дорожной карты",
    "other": "плана",
}
AIMS = {
    "vsoko": "в целях обеспечения функционирования внутренней системы оценки качества "
    "образования",
    "vshk": "в целях организации внутришкольного контроля",
}


@dataclass
class Plan:
    """What an order says about the plan it approves."""

    kind: str
    name: str = ""
    year: str = ""
    acts: list[str] = field(default_factory=list)
    minutes: str = ""
    executor: str = ""
    has_bodies: bool = False


def heading(plan: Plan) -> str:
    """
    >>> heading(Plan("vshk", year="2024/25"))
    'Об утверждении плана внутришкольного контроля на 2024/25 учебный год'
    >>> heading(Plan("roadmap", "Путь к качеству", "2024/25"))
    'Об утверждении дорожной карты «Путь к качеству» на 2024/25 учебный год'
    """
    return f"Об утверждении {_subject(plan)}"


def grounds(plan: Plan) -> str:
    """
    >>> grounds(Plan("other")).startswith("В соответствии со статьёй 28 Федерального")
    True
    >>> grounds(Plan("vshk", acts=["«Положение о ВШК»"])).split(", ")[1]
    'локальными нормативными актами школы («Положение о ВШК»)'
    """
    known = plan.kind in AIMS
    said = [
        f"В соответствии с {SYSTEM_GROUND}"
        if known
        else f"В соответствии со {COMMON_GROUND}"
    ]
    if plan.acts:
        acts = "; ".join(plan.acts)
        said.append(f"локальными нормативными актами школы ({acts})")
    if plan.minutes:
        said.append(f"на основании решения коллегиального органа ({plan.minutes})")
    return ", ".join(said + ([AIMS[plan.kind]] if known else []))


def items(plan: Plan) -> list[str]:
    """Numbered items, the control over the order last.

    >>> for item in items(Plan("vshk", year="2024/25", executor="Иванова М. П.")):
    ...     print(item[:40])
    1. Утвердить план внутришкольного контро
    2. Назначить ответственным за организаци
    3. Ответственному за организацию выполне
    4. Лицам, ответственным за процедуры пла
    5. Контроль за исполнением приказа остав
    """
    said = [f"Утвердить {_object(plan)} (приложение № 1)."]
    if plan.executor:
        said += [
            "Назначить ответственным за организацию выполнения плана: "
            f"{plan.executor}.",
            "Ответственному за организацию выполнения плана ознакомить с планом под "
            "подпись ответственных за его процедуры.",
        ]
    said.append(
        "Лицам, ответственным за процедуры плана, провести их в установленные сроки "
        "и представить результаты в указанной форме."
    )
    if plan.has_bodies:
        said.append("Рассмотреть результаты на заседаниях, указанных в плане.")
    said.append("Контроль за исполнением приказа оставляю за собой.")
    return [f"{number}. {text}" for number, text in enumerate(said, 1)]


def _subject(plan: Plan) -> str:
    return f"{SUBJECTS[plan.kind]}{_own_name(plan)}{_for_year(plan)}"


def _object(plan: Plan) -> str:
    """What is approved, in the accusative: only the first word differs."""
    subject = _subject(plan)
    first, rest = subject.split(" ", 1) if " " in subject else (subject, "")
    word = {"плана": "план", "дорожной": "дорожную"}[first]
    return f"{word} {rest.replace('карты', 'карту', 1)}".strip()


def _own_name(plan: Plan) -> str:
    """Plans without a name of their kind are called by their own."""
    return f" «{plan.name}»" if plan.name and plan.kind not in AIMS else ""


def _for_year(plan: Plan) -> str:
    if not plan.year or (plan.kind not in AIMS and plan.year in plan.name):
        return ""
    return f" на {plan.year} учебный год"
