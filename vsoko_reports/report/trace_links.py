"""The links of a chain from the rules of the school to the effect of a decision."""

from dataclasses import dataclass, field

from odoo.addons.vsoko_module.tools.dates import short_date
from odoo.addons.vsoko_module.tools.document_words import quoted, requisites
from odoo.addons.vsoko_module.tools.paragraphs import clean, shortened

from ..tools.decision_words import STATES, sentence
from .decision_effect import effect_of, figure_text
from .decision_lines import body_of, day_of, term_of

# How much fits on one page, whatever people write: how many decisions, orders and
# controls of one problem are told and how many signs of each; the rest is counted
SHOWN, TEXT_LIMIT, DECISION_LIMIT = 2, 125, 200
PROCEDURE_STATES = {
    "planned": "запланирована",
    "in_progress": "идёт",
    "done": "завершена",
    "reviewed": "рассмотрена",
    "cancelled": "отменена",
}


@dataclass
class Link:
    """``name`` stands in the small chain; a hole says in ``texts`` what is missing."""

    name: str
    title: str
    hole: str
    texts: list[str] = field(default_factory=list)
    limit: int = TEXT_LIMIT

    def __post_init__(self):
        self.is_there = bool(self.texts)
        said = _first(self.texts) if self.is_there else [self.hole]
        self.texts = [shortened(text, self.limit) for text in said]


def links_of(finding) -> list[Link]:
    procedure = finding.procedure_id
    return [
        _rules(finding),
        _plan(procedure.plan_id),
        _procedure(procedure),
        _data(finding),
        _note(finding.document_id),
        _cause(finding),
        _decisions(finding),
        _orders(finding),
        _rechecks(finding),
        _effect(finding),
    ]


def _rules(finding):
    """The local act that the school assesses by; which one it is its name tells."""
    acts = finding.env["vsoko.regulation"].search(
        [
            ("kind", "=", "local"),
            ("company_id", "in", [finding.company_id.id, False]),
            "|",
            ("name", "ilike", "ВСОКО"),
            ("name", "ilike", "оценки качества"),
        ],
        limit=1,
    )
    return Link(
        "Положение",
        "Положение о ВСОКО",
        "Положения о ВСОКО нет среди локальных актов школы.",
        [_with_number(act.name, act.date, act.number) for act in acts],
    )


def _plan(plan):
    if plan.is_published:
        order = requisites(plan.order_date or None, plan.order_number)
        texts = [f"{clean(plan.name)}{f', приказ {order}' if order else ''}"]
        return Link("План", "План", "", texts)
    hole = f"План «{clean(plan.name)}» ещё не утверждён." if plan else ""
    return Link("План", "План", hole or "Вывод не связан с процедурой плана.")


def _procedure(procedure):
    texts = []
    if procedure and procedure.state != "cancelled":
        state = PROCEDURE_STATES[procedure.state]
        texts = [f"{clean(procedure.name)} ({_span(procedure)}): {state}"]
    hole = "Процедура отменена." if procedure else "Вывод не связан с процедурой плана."
    return Link("Процедура", "Процедура", hole, texts)


def _data(finding):
    figure = figure_text(finding.entry, finding.indicator_id)
    said = [figure, finding.indicator_id.display_name, finding.period_id.name]
    texts = [", ".join(clean(word) for word in said if word)] if figure else []
    hole = "Не указано, каким числом это подтверждается."
    return Link("Данные", "Данные", hole, texts)


def _note(note):
    if note.state == "registered":
        about = quoted(clean(note.name))
        texts = [f"{_with_number(note.kind_id.name, note.date, note.number)} {about}"]
        return Link("Справка", "Справка", "", texts)
    hole = "Справка ещё не зарегистрирована." if note else "Справки нет."
    return Link("Справка", "Справка", hole)


def _cause(finding):
    note = clean(finding.cause_note)
    said = [clean(finding.cause_id.name), note] if finding.cause_id else [note]
    texts = [": ".join(filter(None, said))] if any(said) else []
    return Link("Причина", "Причина", "Причина не названа.", texts)


def _decisions(finding):
    kept = finding.decision_ids.filtered(lambda one: one.state != "cancelled")
    taken = kept.filtered(lambda one: one.state != "draft")
    hole = "Решение – пока проект." if kept else "Решение не принято."
    texts = [_decision(one) for one in taken]
    return Link("Решение", "Решение", hole, texts, DECISION_LIMIT)


def _decision(decision):
    """What, who, by when, where adopted, how it goes."""
    names = decision.employee_ids._vsoko_short_names()
    who = ", ".join(names) or clean(decision.role_text)
    adopted = " ".join([*body_of(decision)[:1], *day_of(decision)])
    said = [
        shortened(decision.name, 90).rstrip("."),
        who and f"ответственный: {shortened(who, 40)}",
        f"срок: {shortened(' '.join(term_of(decision)), 30)}",
        shortened(adopted, 60),
        STATES[decision.state].lower(),
    ]
    return "; ".join(filter(None, said))


def _orders(finding):
    items = finding.decision_ids.item_id | finding.item_ids
    signed = items.filtered(
        lambda one: (
            one.document_id.layout == "order" and one.document_id.state == "registered"
        )
    )
    hole = "Приказ ещё не зарегистрирован." if items else "Приказа нет."
    return Link("Приказ", "Приказ", hole, [_item(one) for one in signed.sorted("id")])


def _item(item):
    order = item.document_id
    place = list(order.item_ids.sorted()).index(item) + 1
    return f"{_with_number('Приказ', order.date, order.number)}, пункт {place}"


def _rechecks(finding):
    planned = finding.recheck_ids.filtered(lambda one: one.state != "cancelled")
    day = finding.repeat_on
    hole = "Повторный контроль не внесён в план"
    hole += f", намечен на {short_date(day)}." if day else "."
    return Link(
        "Повтор", "Повторный контроль", hole, [_recheck(one) for one in planned]
    )


def _recheck(procedure):
    methods = ", ".join(procedure.method_ids.mapped("name"))
    people = ", ".join(procedure.employee_ids._vsoko_short_names())
    state = PROCEDURE_STATES[procedure.state]
    said = [_span(procedure), people, methods, f"процедура {state}"]
    return ", ".join(clean(word) for word in said if word)


def _effect(finding):
    judged = finding.decision_ids.filtered("check_id")
    texts = [effect_of(one, with_problem=False) for one in judged]
    if texts and finding.next_ids:
        texts.append("Начат новый виток работы над проблемой.")
    hole = "Эффект не оценён."
    goal = figure_text(finding.expected, finding.indicator_id)
    return Link("Эффект", "Эффект", f"{hole} Цель: {goal}." if goal else hole, texts)


def _span(procedure):
    days = [day for day in (procedure.date_start, procedure.date_end) if day]
    if not days:
        return clean(procedure.term_text) or "без срока"
    return " – ".join(short_date(day) for day in dict.fromkeys(days))


def _with_number(name, day, number):
    return " ".join(filter(None, [clean(name), requisites(day or None, clean(number))]))


def _first(texts):
    said = [sentence(text) for text in texts]
    rest = len(said) - SHOWN
    return [*said[:SHOWN], *([f"И ещё: {rest}."] if rest > 0 else ())]
