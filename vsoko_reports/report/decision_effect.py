"""What became of the decisions of a year: counted, judged, still awaited."""

from odoo import fields

from odoo.addons.vsoko_module.tools.analysis_facts import COMPONENTS
from odoo.addons.vsoko_module.tools.paragraphs import clean, one_line

from ..tools.decision_words import (
    WAITING,
    adopted_sentence,
    effect_sentence,
    judged_sentence,
    share_text,
    waiting_head,
    waiting_sentence,
)
from .decision_lines import NO_BODY, is_project

COUNTED = {
    "adopted": "adopted_count",
    "done": "done_count",
    "in_time": "in_time_count",
    "judged": "verified_count",
    "effective": "effective_count",
}
TOTAL = "Всего"
EFFECT_HEADER = [
    "Решения", "Принято", "Выполнено", "В срок", "Эффект оценён", "Эффективны",
    "Доля эффективных",
]  # fmt: skip
NO_DECISION = "Решение пока не принято по выводам: "


def counts_of(decisions) -> dict:
    return {key: sum(decisions.mapped(field)) for key, field in COUNTED.items()}


def effectiveness(decisions) -> list[dict]:
    """«Эффективность управленческих решений»: all, by body, component and cause."""
    adopted = decisions.filtered("adopted_count")
    if not adopted:
        return []
    rows = [_row(TOTAL, adopted) | {"kind": "total"}]
    rows += _part("По органам", adopted, lambda one: clean(one.body_id.name) or NO_BODY)
    rows += _part("По компонентам", adopted, lambda one: COMPONENTS.get(one.component))
    rows += _part("По причинам", adopted, lambda one: clean(one.cause_id.name))
    return rows


def _part(title, decisions, label_of):
    groups = decisions.grouped(label_of)
    groups = {label: some for label, some in groups.items() if label}
    if not groups:
        return []
    head = {"kind": "group", "name": title, "counts": {}, "share": ""}
    return [head, *(_row(label, groups[label]) for label in sorted(groups))]


def _row(label, decisions):
    counts = counts_of(decisions)
    share = share_text(counts["effective"], counts["judged"])
    return {"kind": "row", "name": label, "counts": counts, "share": share}


def dynamics(year, lines) -> list[str]:
    """The sentences of part three, in the order of a reader's questions."""
    decisions = year.env["vsoko.decision"].union(*(line.decision for line in lines))
    counts = counts_of(decisions)
    adopted = decisions.filtered("adopted_count")
    others = len(decisions - adopted)
    said = [
        adopted_sentence(year.name or "", counts, len(adopted.meeting_id), others),
        judged_sentence(counts),
    ]
    said += [
        f"{number}. {effect_of(line.decision)}"
        for number, line in enumerate(judged_of(lines), 1)
    ]
    said += _awaited(lines)
    said += _undecided(year)
    return [text for text in said if text]


def judged_of(lines):
    return [line for line in lines if line.decision.check_id]


def effect_of(decision, with_problem=True):
    """What was decided and what it gave; on the page of a problem it is known which."""
    check = decision.check_id
    return effect_sentence(
        check.finding_id.name or "" if with_problem else "",
        decision.name if with_problem else "",
        figures_of(check),
        check.verdict,
        check.judged_on,
        check.comment or "",
    )


def figures_of(check) -> tuple[str, str, str]:
    """Before, target and after, with their unit."""
    entries = check.before_entry, check.target_entry, check.after_entry
    return tuple(figure_text(entry, check.indicator_id) for entry in entries)


def figure_text(entry, indicator):
    """A figure as papers write it; words that are no figure stay as they are."""
    return indicator._said(entry) if indicator else clean(entry)


def _awaited(lines):
    places = {}
    for line in lines:
        if kind := _waits_for(line.decision):
            places.setdefault(kind, []).append((line.group, line.number))
    if not places:
        return []
    waiting = sum(len(some) for some in places.values())
    kinds = [kind for kind in WAITING if kind in places]
    return [
        waiting_head(waiting, len(lines)),
        *(waiting_sentence(kind, places[kind]) for kind in kinds),
    ]


def _waits_for(decision):
    """Why there is no verdict yet; nothing when there is one."""
    if decision.check_id:
        return ""
    if decision.state == "draft":
        return "project" if is_project(decision) else "incomplete"
    if decision.state not in ("open", "in_progress"):
        return "done"
    today = fields.Date.context_today(decision)
    deadline = decision.date_deadline
    if not deadline:
        return "incomplete"
    return "overdue" if deadline < today else "open"


def _undecided(year):
    """Problems nobody has decided anything about."""
    findings = year.env["vsoko.finding"].search(
        [
            ("year_id", "=", year.id),
            ("kind", "=", "deficit"),
            ("state", "in", ["draft", "agreed"]),
            ("decision_ids", "=", False),
        ],
        order="id",
    )
    names = [one_line(one.name).rstrip(".;") for one in findings]
    return [f"{NO_DECISION}{'; '.join(names)}."] if names else []
