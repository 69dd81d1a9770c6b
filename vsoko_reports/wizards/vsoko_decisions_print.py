from odoo import api, fields, models

INCOMPLETE = ["|", ("employee_ids", "=", False), ("date_deadline", "=", False)]


class VsokoDecisionsPrint(models.TransientModel):
    """Decisions of which year are printed, and what is still missing in them."""

    _name = "vsoko.decisions.print"
    _description = "Print the decisions of a year"

    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    year_id = fields.Many2one(
        "vsoko.academic.year",
        string="School year",
        required=True,
        ondelete="cascade",
        default=lambda self: self._default_year_id(),
        domain="[('company_id', '=', company_id)]",
    )
    decision_count = fields.Integer(
        string="Number of decisions", compute="_compute_counts"
    )
    measure_count = fields.Integer(
        string="Number of measures", compute="_compute_counts"
    )
    judged_count = fields.Integer(string="Effect judged", compute="_compute_counts")
    incomplete_count = fields.Integer(
        string="Without a person or a term", compute="_compute_counts"
    )

    @api.model
    def _default_year_id(self):
        return self.env["vsoko.academic.year"]._current(self.env.company)

    @api.depends("year_id")
    def _compute_counts(self):
        decisions, measures = self.env["vsoko.decision"], self.env["vsoko.measure"]
        for request in self:
            own = request._decisions_domain()
            request.decision_count = decisions.search_count(own)
            request.judged_count = decisions.search_count(
                [*own, ("verdict", "!=", False)]
            )
            request.incomplete_count = decisions.search_count([*own, *INCOMPLETE])
            request.measure_count = measures.search_count(
                [("year_id", "=", request.year_id.id)]
            )

    def _decisions_domain(self):
        return [("year_id", "=", self.year_id.id), ("state", "!=", "cancelled")]

    def action_view_incomplete(self):
        """Where the people and the terms that are missing are written."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_decision_action"
        )
        action["name"] = self.env._("Decisions without a person or a term")
        action["domain"] = [*self._decisions_domain(), *INCOMPLETE]
        action["context"] = {}
        return action

    def action_pdf(self):
        return self._print("vsoko_reports.decisions_pdf")

    def action_docx(self):
        return self._print("vsoko_reports.decisions_docx")

    def action_xlsx(self):
        return self._print("vsoko_reports.decisions_xlsx")

    def _print(self, report):
        # sudo: only the administrator reads report actions
        return self.env.ref(report).sudo().report_action(self.year_id, config=False)
