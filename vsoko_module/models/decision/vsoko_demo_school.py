from odoo import api, models
from odoo.fields import Command

from ...tools.recheck import recheck_day

WHY = "В двух классах полгода не было постоянного учителя математики"
ADVICE = "Провести занятия для учеников, не освоивших темы первой четверти"
CRITERION = "Успевают на «4» и «5» не меньше 50 % обучающихся"
LESSONS = "Критерии отметки известны заранее не на всех уроках"
SHOW_CRITERIA = "Обсудить критерии отметки на ШМО и вывесить их в кабинетах"
MEASURES = [
    ("Занятия по темам первой четверти два раза в неделю", "Проведено 12 занятий"),
    ("Индивидуальная поддержка: карточки с разбором ошибок", False),
]


class VsokoDemoSchool(models.AbstractModel):
    """Conclusions and decisions of the demo school: one proved, one overdue."""

    _inherit = "vsoko.demo.school"

    @api.model
    @api.private
    def load(self, company):
        made = super().load(company)
        self._writing_for(company)._decide(company, made)
        return made

    @api.model
    @api.private
    def remove(self, company):
        own = [("company_id", "=", company.id)]
        # sudo: what is adopted and judged stays for people; a demo school goes whole
        for model in ("vsoko.effect.check", "vsoko.measure", "vsoko.decision"):
            self.env[model].sudo().search(own).unlink()
        self.env["vsoko.meeting"].sudo().search(own).unlink()
        self.env["vsoko.finding"].sudo().search(own).unlink()
        return super().remove(company)

    def _decide(self, company, made):
        red = self.env["vsoko.measurement"].search(
            [("company_id", "=", company.id), ("light", "=", "red")], limit=1
        )
        finding = self.env["vsoko.finding"]._from_measurements(red)
        self._prove(finding, made)
        self._leave_overdue(company, made)

    def _prove(self, finding, made):
        """The whole chain of a red figure: an order, the work, a better figure."""
        plan = made["plan"]
        finding.write(self._why(made) | self._advice(plan, made))
        finding.action_agree()
        order = self._order_of(finding, made)
        order.date = self._school_day(plan, 35)
        self._sign(order)
        decision = finding.decision_ids
        self._add_measures(decision, made)
        self._carry_out(finding.recheck_ids)
        decision.action_done()
        # sudo: the day is the system's; the made-up teacher was in time
        decision.sudo().done_on = self._school_day(plan, 16)
        decision.check_ids.after_entry = "255/486"
        decision.check_ids.action_judge()
        decision.action_verify()

    def _why(self, made):
        company, year = made["plan"].company_id, made["plan"].year_id
        note = self.env["vsoko.document"].search(
            [
                ("company_id", "=", company.id),
                ("layout", "=", "note"),
                ("state", "=", "registered"),
            ],
            limit=1,
        )
        return {
            "year_id": year.id,
            "document_id": note.id,
            "procedure_id": note.procedure_id.id,
            "cause_id": self.env.ref("vsoko_module.cause_staff").id,
            "cause_note": WHY,
            "class_ids": [Command.set(year.class_ids[:2].ids)],
            "component": "methodical",
        }

    def _advice(self, plan, made):
        days = plan.year_id._study_days()
        return {
            "recommendation": ADVICE,
            "addressee_ids": [Command.set(made["teacher"].ids)],
            "date_deadline": self._school_day(plan, 14),
            "expected": "50",
            "repeat_method_id": self.env["vsoko.method"].search([], limit=1).id,
            "repeat_employee_ids": [Command.set(made["deputy"].ids)],
            "repeat_criterion": CRITERION,
            "repeat_on": recheck_day(self._school_day(plan, 7), [days], ()),
        }

    def _order_of(self, finding, made):
        context = finding.action_order()["context"]
        assistant = self.env["vsoko.document.create"].with_context(**context)
        action = assistant.create({"company_id": finding.company_id.id}).action_create()
        order = self.env["vsoko.document"].browse(action["res_id"])
        order.write(
            {"executor_id": made["deputy"].id, "signatory_id": made["director"].id}
        )
        return order

    def _carry_out(self, lines):
        lines.action_start()
        self._hand_in(lines)
        lines.action_done()

    def _add_measures(self, decision, made):
        self.env["vsoko.measure"].create(
            [
                {
                    "name": name,
                    "company_id": decision.company_id.id,
                    "year_id": decision.year_id.id,
                    "decision_id": decision.id,
                    "class_ids": [Command.set(decision.year_id.class_ids[:1].ids)],
                    "pupil_code": False if result else "1А-07",
                    "employee_ids": [Command.set(made["teacher"].ids)],
                    "is_done": bool(result),
                    "result": result,
                }
                for name, result in MEASURES
            ]
        )

    def _leave_overdue(self, company, made):
        """A conclusion of visits whose decision is late, and one just begun."""
        values = self._why(made) | self._advice(made["plan"], made)
        visits = self.env["vsoko.finding"].create(
            [
                {**values, "name": LESSONS, "company_id": company.id},
                {
                    "name": "В параллели 5 классов выросло число опозданий",
                    "company_id": company.id,
                    "year_id": values["year_id"],
                },
            ]
        )
        visits[0].write(
            {
                "component": "managerial",
                "recommendation": SHOW_CRITERIA,
                "repeat_criterion": "Критерии названы не меньше чем на 80 % уроков",
                "expected": "80 %",
            }
        )
        visits[0].action_agree()
        self._meet(company, made)

    def _meet(self, company, made):
        """A council that has decided about what was found: its decision is late."""
        body = self.env.ref("vsoko_module.body_pedagogical_council")
        meeting = self.env["vsoko.meeting"].create(
            {
                "body_id": body.id,
                "company_id": company.id,
                "year_id": made["plan"].year_id.id,
                "date": self._school_day(made["plan"], 20),
                "quorum": "half",
                "chair_id": made["director"].id,
                "secretary_id": made["deputy"].id,
            }
        )
        meeting.action_fill_agenda()
        meeting.action_call()
        meeting.present_ids = meeting.member_ids[:-1]
        decided = meeting.question_ids.filtered("finding_id")
        decided.action_unanimous()
        (meeting.question_ids - decided).action_noted()
        meeting.action_hold()
        meeting.action_minutes()
