from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ...tools.terms import shift_years


class VsokoPlan(models.Model):
    _inherit = "vsoko.plan"

    @api.model
    def action_apply_template(self, template_id, year_id):
        """Make a plan of ``year_id`` of a template or of another year's plan.

        Months become dates of that year, roles become people. Returns the new plan.
        """
        template = self.browse(getattr(template_id, "id", template_id)).exists()
        year = self.env["vsoko.academic.year"].browse(getattr(year_id, "id", year_id))
        if not template or not year.exists():
            raise UserError(
                self.env._("Choose the plan to start from and the school year.")
            )
        template.check_access("read")
        plan = self.create(template._prepare_year_plan(year))
        delta = template._years_until(year)
        self.env["vsoko.procedure"].create(
            [
                {**line._prepare_copy(delta), "plan_id": plan.id}
                for line in template.procedure_ids
                if line._goes_on()
            ]
        )
        return plan

    def action_save_as_template(self):
        """Keep the plan as the school's own template."""
        self.ensure_one()
        template = self.create(
            {**self._prepare_texts(), "is_template": True, "year_id": False}
        )
        self.env["vsoko.procedure"].create(
            [
                {**line._prepare_copy(0), "plan_id": template.id}
                for line in self.procedure_ids
            ]
        )
        return template._get_records_action()

    def action_next_year(self):
        """The year that follows, with this plan to be copied."""
        self.ensure_one()
        return self.env["vsoko.year.next"]._open(self.year_id, self)

    def _prepare_year_plan(self, year):
        name = shift_years(self.name, self._years_until(year))
        if year.name not in name:
            # The title of a paper: Russian whatever the language of the screen
            name = f"{name} на {year.name} учебный год"
        return {
            **self._prepare_texts(),
            "name": name,
            "year_id": year.id,
            "company_id": year.company_id.id,
            "template_id": self.id,
        }

    def _prepare_texts(self):
        return {
            "name": self.name,
            "kind": self.kind,
            "framework_id": self.framework_id.id,
            "goals": self.goals,
            "tasks": self.tasks,
            "principles": self.principles,
            "body_id": self.body_id.id,
        }

    def _years_until(self, year):
        """By how many years the explicit dates of the plan have to move."""
        return year._start_year() - self.year_id._start_year() if self.year_id else 0


class VsokoProcedure(models.Model):
    _inherit = "vsoko.procedure"

    def _goes_on(self):
        """Whether the line comes with the plan into the next year."""
        return self.state != "cancelled"

    def _prepare_copy(self, delta):
        """Values of the same line in another plan, ``delta`` years later."""
        self.ensure_one()
        return {
            "sequence": self.sequence,
            "number": self.number,
            "name": self.name,
            "object": self.object,
            "block_id": self.block_id.id,
            "month": self.month,
            "is_each": self.is_each,
            "term_text": shift_years(self.term_text or "", delta),
            **{name: self[name] for name in self._text_fields()},
            **{name: [Command.set(self[name].ids)] for name in self._link_fields()},
            "step_ids": [
                Command.create({"name": step.name, "sequence": step.sequence})
                for step in self.step_ids
            ],
        }

    @api.model
    def _text_fields(self):
        return ["method_text", "role_text", "outcome_text", "body_text", "note"]

    @api.model
    def _link_fields(self):
        return ["method_ids", "role_ids", "outcome_ids", "body_ids"]
