"""Decisions and measures of a year as the rows of its paper and of its table."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from odoo.addons.vsoko_module.tools.dates import short_date
from odoo.addons.vsoko_module.tools.document_words import requisites
from odoo.addons.vsoko_module.tools.paragraphs import clean, lines

from ..tools.decision_words import NOTHING, point

NO_BODY = "Вне заседаний"
PROJECT = "(проект)"
DONE = "Выполнено"


@dataclass
class Line:
    """A decision where it stands: the place is «2.1», the first of the second body."""

    group: int
    number: int
    body: list[str]
    day: list[str]
    decision: Any

    @property
    def place(self):
        return f"{self.group}.{self.number}"

    @property
    def text(self):
        mark = [PROJECT] if is_project(self.decision) else []
        return [*point(self.decision.name, self.number), *mark]

    @property
    def term(self):
        return term_of(self.decision)

    @property
    def who(self):
        decision = self.decision
        roles = [clean(role.name) for role in decision.role_ids]
        names = decision.employee_ids._vsoko_short_names()
        return lines(decision.role_text) or names or roles or [NOTHING]


def decision_lines(year) -> list[Line]:
    """By meetings in their order; what was decided outside them by order or body."""
    decisions = year.env["vsoko.decision"].search(
        [("year_id", "=", year.id), ("state", "!=", "cancelled")], order="id"
    )
    return [
        Line(group, number, body_of(decision), day_of(decision), decision)
        for group, together in enumerate(_in_order(decisions), 1)
        for number, decision in enumerate(together, 1)
    ]


def measures_of(year):
    return year.env["vsoko.measure"].search(
        [("year_id", "=", year.id)], order="sequence, id"
    )


def measure_cells(measure) -> dict:
    """The cells of a measure, each a list of paragraphs, none of them empty."""
    pupil = clean(measure.pupil_code)
    return {
        "text": [*point(measure.name), *([f"Обучающийся: {pupil}"] if pupil else [])],
        "classes": lines(measure.class_text) or _names(measure.class_ids) or [NOTHING],
        "subjects": lines(measure.subject_text)
        or _names(measure.subject_ids)
        or [NOTHING],
        "who": lines(measure.role_text)
        or measure.employee_ids._vsoko_short_names()
        or [NOTHING],
        "result": lines(measure.result) or [DONE if measure.is_done else NOTHING],
    }


def is_project(decision):
    """Not adopted yet; what stands in minutes is, though a term may be missing."""
    return decision.state == "draft" and decision.meeting_id.state != "held"


def term_of(record):
    if record.term_text:
        return lines(record.term_text)
    return [short_date(record.date_deadline) if record.date_deadline else NOTHING]


def body_of(decision):
    meeting, order = decision.meeting_id, decision.document_id
    if meeting:
        number = clean(meeting.number)
        return [
            *_body_of_meeting(meeting),
            *([f"Протокол № {number}"] if number else ()),
        ]
    if order:
        return [f"{clean(order.kind_id.name)} {requisites(order.date, order.number)}"]
    return [clean(decision.body_id.name) or NO_BODY]


def day_of(decision):
    meeting = decision.meeting_id
    if meeting.date_text:
        return lines(meeting.date_text)
    day = _day(decision)
    return [short_date(day) if day else NOTHING]


def _body_of_meeting(meeting):
    if meeting.body_text:
        return lines(meeting.body_text)
    union = clean(meeting.department_id.name)
    return [clean(meeting.body_id.name), *([f"({union})"] if union else ())]


def _in_order(decisions):
    """Groups by their day; one without a day stands after what was entered before."""
    days, last = [], date.min
    groups = list(decisions.grouped(_place_of).values())
    for together in groups:
        # together[0] would forget what is read along with it
        last = _day(next(iter(together))) or last
        days.append(last)
    order = sorted(range(len(groups)), key=days.__getitem__)
    return [groups[place].sorted(_place_in_group) for place in order]


def _place_of(decision):
    """Where it was decided: at a meeting, by an order, by a body on a day."""
    outside = (decision.document_id, decision.body_id, decision.adopted_on)
    return decision.meeting_id or outside


def _place_in_group(decision):
    return decision.question_id.sequence, decision.id


def _day(decision):
    return decision.meeting_id.date or decision.document_id.date or decision.adopted_on


def _names(records):
    joined = ", ".join(clean(one.name) for one in records)
    return [joined] if joined else []
