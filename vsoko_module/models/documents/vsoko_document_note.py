from odoo import models

from ...tools import plan_words
from ...tools.document_words import by_act, quoted, requisites
from ...tools.note_facts import Note
from ...tools.note_words import sections
from ...tools.paragraphs import clean
from ...tools.punctuation import inner_quoted


class VsokoDocument(models.Model):
    """An аналитическая справка: sections and figures of its procedure."""

    _inherit = "vsoko.document"

    def _generated_note(self):
        """Sections; of a note without a procedure the places to be filled in."""
        grounds = tuple(self._note_grounds())
        procedure = self.procedure_id
        facts = procedure._note_facts(grounds) if procedure else Note(grounds=grounds)
        return sections(facts)

    def _measured_note(self):
        return [figure.passport() for figure in self.procedure_id._note_figures()]

    def _note_grounds(self):
        """The line of the plan, norms and local acts, papers it rests on."""
        if self.procedure_id:
            yield self._note_plan_ground(self.procedure_id)
        for act in self.regulation_ids:
            yield f"В соответствии с {by_act(self._act(act))}"
        for paper in self.ground_ids:
            number = requisites(paper.date, paper.number)
            said = [clean(paper.kind_id.name), number, quoted(clean(paper.name))]
            yield " ".join(filter(None, said))

    def _note_plan_ground(self, procedure):
        plan = procedure.plan_id
        said = plan_words.Plan(plan.kind, clean(plan.name), plan.year_id.name or "")
        number = clean(procedure.number).strip().rstrip(".")
        line = f"Пункт {number}" if number else "Процедура"
        order = requisites(plan.order_date or None, plan.order_number)
        approved = f", утверждённого приказом {order}" if order else ""
        whose = f"{plan_words.genitive(said)}{approved}"
        return f"{line} {whose}: {inner_quoted(clean(procedure.name))}"
