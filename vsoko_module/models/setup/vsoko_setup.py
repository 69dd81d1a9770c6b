from odoo import api, fields, models

STEPS = ("school", "year", "people", "plan", "done")


class VsokoSetup(models.Model):
    """From an empty database to a working year; left at any step and continued.

    A step is entered by ``_enter_<step>`` which proposes, and left by ``_leave_<step>``
    which writes; the second may return an action to go to.
    """

    _name = "vsoko.setup"
    _description = "Setup assistant"

    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        readonly=True,
        ondelete="cascade",
        default=lambda self: self.env.company,
    )
    state = fields.Selection(
        [
            ("school", "School"),
            ("year", "School year"),
            ("people", "People"),
            ("plan", "Plan"),
            ("done", "Done"),
        ],
        required=True,
        default="school",
    )

    _company_uniq = models.Constraint(
        "UNIQUE (company_id)", "The school already has its setup assistant."
    )

    @api.depends("company_id.name")
    def _compute_display_name(self):
        self.display_name = self.env._("Setup assistant")

    @api.model
    def action_open(self):
        """The assistant of the school one works in, where it was left."""
        company = self.env.company
        setup = self.search([("company_id", "=", company.id)])
        if not setup:
            setup = self.create({"company_id": company.id})
            setup._enter_school()
        return setup._show()

    def action_next(self):
        """Write what the step says and go on."""
        self.ensure_one()
        action = getattr(self, f"_leave_{self.state}")()
        self._go_to(STEPS[STEPS.index(self.state) + 1])
        return action

    def action_back(self):
        """What a step has written stays: it is only looked at again."""
        self.ensure_one()
        self._go_to(STEPS[STEPS.index(self.state) - 1])

    def action_restart(self):
        """Go through the steps again: what is there is proposed anew."""
        self.ensure_one()
        self.plan_id = False
        self._go_to("school")

    def _go_to(self, step):
        self.state = step
        getattr(self, f"_enter_{step}")()

    def _show(self):
        return {
            **self._get_records_action(),
            "name": self.env._("Setup assistant"),
            "target": "main",
        }
