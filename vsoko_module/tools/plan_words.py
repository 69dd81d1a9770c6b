"""How papers call the plan they are about."""

from dataclasses import dataclass

SUBJECTS = {
    "vsoko": "плана внутренней системы оценки качества образования",
    "vshk": "плана внутришкольного контроля",
    "roadmap": "дорожной карты",
    "other": "плана",
}
# Plans that are called by their kind alone
NAMED_BY_KIND = ("vsoko", "vshk")


@dataclass
class Plan:
    """What is said of a plan."""

    kind: str
    name: str = ""
    year: str = ""


def genitive(plan: Plan) -> str:
    """What an order is about.

    >>> genitive(Plan("vshk", year="2024/25"))
    'плана внутришкольного контроля на 2024/25 учебный год'
    >>> genitive(Plan("roadmap", "Путь к качеству", "2024/25"))
    'дорожной карты «Путь к качеству» на 2024/25 учебный год'
    """
    return f"{SUBJECTS[plan.kind]}{_own_name(plan)}{_for_year(plan)}"


def accusative(plan: Plan) -> str:
    """What is approved: only the first word differs.

    >>> accusative(Plan("roadmap", "Путь к качеству", "2024/25"))
    'дорожную карту «Путь к качеству» на 2024/25 учебный год'
    """
    subject = genitive(plan)
    first, rest = subject.split(" ", 1) if " " in subject else (subject, "")
    word = {"плана": "план", "дорожной": "дорожную"}[first]
    return f"{word} {rest.replace('карты', 'карту', 1)}".strip()


def _own_name(plan: Plan) -> str:
    """Plans without a name of their kind are called by their own."""
    return f" «{plan.name}»" if plan.name and plan.kind not in NAMED_BY_KIND else ""


def _for_year(plan: Plan) -> str:
    if not plan.year or (plan.kind not in NAMED_BY_KIND and plan.year in plan.name):
        return ""
    return f" на {plan.year} учебный год"
