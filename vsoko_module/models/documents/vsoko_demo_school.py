from odoo import api, fields, models
from odoo.fields import Command

CAUSES = "Детям мало времени на самостоятельную работу, не все знают критерии отметки."
AGAIN = (
    "Повторное посещение тех же классов через месяц, посещает заместитель директора, "
    "цель – не ниже 80 % баллов."
)
LEVEL = "Работа на уроках организована; внимания требует то, что названо ниже всего."
SHOWN = "Открытый урок для коллег – на методическом дне школы, с согласия педагога."


class VsokoDemoSchool(models.AbstractModel):
    """Papers of the demo school: an order, a note, what follows it, minutes."""

    _inherit = "vsoko.demo.school"

    @api.model
    @api.private
    def load(self, company):
        made = super().load(company)
        self._writing_for(company)._write_papers(company, made)
        return made

    @api.model
    @api.private
    def remove(self, company):
        own = [("company_id", "=", company.id)]
        # sudo: registered papers stay as they are for people; a demo school goes whole
        papers = self.env["vsoko.document"].sudo().search(own)
        # What refers to others goes first: the database keeps the others till then
        papers.write({"amends_id": False, "source_id": False})
        papers.unlink()
        self.env["vsoko.form"].search(own).unlink()
        self.env["vsoko.declension"].search(own).unlink()
        return super().remove(company)

    def _write_papers(self, company, made):
        plan, deputy = made["plan"], made["deputy"]
        order = self._write(company, deputy, "order", plan_id=plan.id)
        order.write({"manual_number": plan.order_number, "date": plan.order_date})
        self._sign(order)
        order.acknowledgement_ids[:4].action_signed_on_paper()
        procedure = self._visited_procedure(plan)
        note = self._write(company, deputy, "note", procedure_id=procedure.id)
        self._fill_note(note, made)
        self._sign(note)
        self._write(company, deputy, "order", source_id=note.id)
        self._write_minutes(company, made, note)

    def _visited_procedure(self, plan):
        """A finished line of the plan, to which the visits belong."""
        done = plan.procedure_ids.filtered(lambda line: line.state == "reviewed")
        procedure = (done or plan.procedure_ids)[:1]
        visits = self.env["vsoko.observation"].search(
            [("company_id", "=", plan.company_id.id), ("procedure_id", "=", False)]
        )
        # finished visits are closed for people, the demo school is made by the system
        visits.sudo().procedure_id = procedure
        return procedure

    def _write(self, company, deputy, kind, **sources):
        """A draft made by the assistant, as a deputy would."""
        kind = self.env.ref(f"vsoko_module.document_kind_{kind}")
        assistant = self.env["vsoko.document.create"].create(
            {"kind_id": kind.id, "company_id": company.id, **sources}
        )
        document = self.env["vsoko.document"].browse(
            assistant.action_create()["res_id"]
        )
        document.executor_id = deputy
        if not kind.signatory_role_id:
            document.signatory_id = deputy
        return document

    def _sign(self, document):
        document.action_approve()
        document.action_register()

    def _fill_note(self, note, made):
        texts = {"causes": CAUSES, "repeat_control": AGAIN, "conclusions": LEVEL}
        texts["good_practice"] = SHOWN
        for part in note.paragraph_ids:
            part.text = texts.get(part.code, part.text)
        # What the records of the demo school do not know is left out of its note
        note.paragraph_ids.filtered(lambda part: "[…]" in (part.text or "")).unlink()
        note.item_ids = [
            Command.create(
                {
                    "employee_ids": [Command.set(made["teacher"].ids)],
                    "name": "провести открытый урок с работой в парах и группах",
                    "date_deadline": fields.Date.add(fields.Date.today(), days=14),
                    "expected": "не ниже 80 % баллов",
                }
            )
        ]

    def _write_minutes(self, company, made, note):
        council = self.env.ref("vsoko_module.body_pedagogical_council")
        minutes = self._write(company, made["deputy"], "minutes", name="О качестве")
        minutes.write(
            {
                "name": "О результатах посещения уроков",
                "date": fields.Date.today(),
                "body_id": council.id,
                "chair_id": made["director"].id,
                "secretary_id": made["deputy"].id,
                "present_count": 12,
                "agenda_ids": [
                    Command.create(
                        {
                            "name": "О результатах посещения уроков",
                            "speaker_id": made["deputy"].id,
                            "heard": f"Аналитическая справка № {note.number}",
                            "decided": "Принять результаты к сведению",
                            "vote_for": 12,
                        }
                    )
                ],
            }
        )
        self._sign(minutes)
