from dataclasses import asdict

from odoo import models

from ...tools.document_words import by_act
from ...tools.note_words import Measure, Procedure, sections, shown
from ...tools.people import short_name, small_first
from ...tools.russian import read_number


class VsokoDocument(models.Model):
    """The analytical note of a procedure: its sections and figures from the records."""

    _inherit = "vsoko.document"

    def _generated_note(self):
        if not self.procedure_id:
            return []
        return [asdict(one) for one in sections(self._about_procedure())]

    def _measured_note(self):
        """Figures with their passports: see ``vsoko.document.figure``."""
        if not self.procedure_id:
            return []
        return [
            {
                "code": source["code"],
                "name": source["name"],
                "value": source["value"] or 0,
                "value_text": shown(source["value"], source["unit"]),
                "unit": source["unit"],
                "formula": source["formula"],
                "rows": source["rows"],
            }
            for source in self._note_sources(self.procedure_id)
        ]

    def _note_sources(self, procedure):
        """Figures of a procedure: code, name, section, value, unit, formula, rows.

        Later chapters append theirs.
        """
        visits = self._finished_visits(procedure)
        return [
            *self._visit_sources(visits),
            *self._answer_sources(procedure),
        ]

    # ---- lessons that were seen ----

    def _finished_visits(self, procedure):
        return procedure.observation_ids.filtered(lambda one: one.state == "done")

    def _visit_sources(self, visits):
        lines = visits.line_ids.filtered("is_counted")
        if not lines:
            return []
        whole = self._share_source("visits", "Средняя доля баллов", "", lines)
        parts = [
            self._share_source(f"visits.{item.id}", item.name, item.section, own)
            for item, own in self._in_order(lines.grouped("sheet_line_id"))
        ]
        classes = [
            self._share_source(f"class.{one.id}", one.name, "По классам", own)
            for one, own in self._in_order(lines.grouped("class_id"))
        ]
        return [whole, *parts, *classes]

    def _in_order(self, groups):
        """Pairs of record and lines as the school has them: 5А before 5Б."""
        keys = [one for one in groups if one]
        ordered = keys[0].union(*keys).sorted() if keys else ()
        return [(one, groups[one]) for one in ordered]

    def _share_source(self, code, name, section, lines):
        points, most = sum(lines.mapped("points")), sum(lines.mapped("max_points"))
        return {
            "code": code,
            "name": name,
            "section": section or (code != "visits" and "Наблюдение") or "",
            "value": points * 100 / most if most else None,
            "unit": "%",
            "formula": f"{points} баллов из {most} возможных: {points} × 100 / {most}",
            "rows": [
                {
                    # no name of a teacher: a note is about lessons, not about people
                    "label": self._visit_label(line),
                    "value": line.points,
                    "model": line._name,
                    "id": line.id,
                }
                for line in lines
            ],
        }

    def _visit_label(self, line):
        said = [f"{line.date:%d.%m.%Y}", line.class_id.name, line.subject_id.name]
        return ", ".join([*filter(None, said), line.name])

    # ---- answers to what was asked ----

    def _answer_sources(self, procedure):
        answers = procedure.request_ids.filtered(lambda one: one.state == "answered")
        numbers = {one: read_number(one.answer or "") for one in answers}
        asked = answers.filtered(lambda one: numbers[one] is not None)
        sources = []
        for name, own in asked.grouped("name").items():
            rows = [self._answer_row(one, numbers[one]) for one in own]
            sources.append(self._answer_source(name, own, rows))
        return sources

    def _answer_source(self, name, own, rows):
        total = sum(row["value"] for row in rows)
        by_class = len(own.class_id) > 1
        return {
            "code": f"request.{own[0].indicator_id.code or name}",
            "name": name,
            "section": "",
            "value": total,
            "unit": "",
            "formula": "Сумма ответов по классам" if by_class else "Ответ на запрос",
            "rows": rows,
        }

    def _answer_row(self, request, value):
        label = request.class_id.name or request.period_id.name or request.name
        return {
            "label": label,
            "value": value,
            "model": request._name,
            "id": request.id,
        }

    # ---- the procedure itself ----

    def _about_procedure(self):
        procedure = self.procedure_id
        plan, visits = procedure.plan_id, self._finished_visits(procedure)
        before = procedure._done_before()
        return Procedure(
            name=procedure.name,
            object=procedure.object or "",
            plan=plan.name,
            plan_number=plan.order_number or "",
            plan_date=plan.order_date or None,
            acts=[by_act(self._act(act)) for act in self.regulation_ids],
            first=procedure.date_start or None,
            last=procedure.date_end or None,
            classes=sorted(set(visits.class_id.mapped("name"))),
            subjects=sorted(set(visits.subject_id.mapped("name"))),
            people=self._who_carried_out(procedure),
            methods=(procedure.method_text or "").splitlines(),
            instruments=visits.sheet_id.mapped("name"),
            steps=len(procedure.step_ids),
            steps_done=len(procedure.step_ids.filtered("is_done")),
            papers=self._papers_by_kind(procedure),
            visits=len(visits),
            before=self._when(before),
            measures=self._measures(procedure, before),
            good=list(dict.fromkeys(filter(None, visits.mapped("strengths")))),
        )

    def _who_carried_out(self, procedure):
        # sudo: names and posts are on the public profile of a colleague
        people = procedure.employee_ids.sudo()
        named = {one: [short_name(one.name), self._post_of(one)] for one in people}
        return [
            ", ".join(filter(None, [name, small_first(post)]))
            for name, post in named.values()
        ]

    def _papers_by_kind(self, procedure):
        given = procedure.evidence_ids.grouped("outcome_id")
        return {kind.name: len(papers) for kind, papers in given.items() if kind}

    def _when(self, procedure):
        return f"{procedure.date_end:%d.%m.%Y}" if procedure else ""

    def _measures(self, procedure, before):
        old = {one["code"]: one["value"] for one in self._note_sources(before)}
        return [
            Measure(
                code=one["code"],
                name=one["name"],
                value=one["value"],
                unit=one["unit"],
                before=old.get(one["code"]),
                section=one["section"],
            )
            for one in self._note_sources(procedure)
        ]
