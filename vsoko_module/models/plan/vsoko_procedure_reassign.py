from odoo import fields, models


class VsokoProcedure(models.Model):
    """Nobody's work: the person is archived, and the line waits for another."""

    _inherit = "vsoko.procedure"

    gone_employee_ids = fields.Many2many(
        "hr.employee",
        string="Left the school",
        compute="_compute_gone",
        compute_sudo=True,
        context={"active_test": False},
    )
    needs_person = fields.Boolean(
        string="To be reassigned",
        compute="_compute_gone",
        compute_sudo=True,
        search="_search_needs_person",
    )

    def _compute_gone(self):
        everybody = self.with_context(active_test=False)
        everybody.fetch(["employee_ids", "state", "is_template", "is_series"])
        for procedure, named in zip(self, everybody, strict=True):
            gone = named.employee_ids.filtered(lambda person: not person.active)
            procedure.gone_employee_ids = gone
            awaited = named.state in ("planned", "in_progress")
            procedure.needs_person = bool(gone and awaited and not named.is_template)

    def _search_needs_person(self, operator, value):
        if operator != "in":
            return NotImplemented
        # sudo: whether a colleague has left is no secret, the archived card is hidden
        gone = self.env["hr.employee"].sudo().with_context(active_test=False)
        left = gone._search(
            [("active", "=", False), ("company_id", "in", self.env.companies.ids)]
        )
        return [
            ("state", "in", ["planned", "in_progress"]),
            ("is_template", "=", False),
            ("employee_ids", "in", left),
        ]

    def action_reassign(self):
        """Give the work of those who have left to who holds their roles now."""
        self.check_access("write")
        for procedure in self:
            # sudo: cards of those who have left are hidden from a deputy
            named = procedure.sudo().with_context(active_test=False)
            stayed = named.employee_ids.filtered("active")
            day = procedure.date_end or fields.Date.context_today(self)
            people = procedure.role_ids._people_on(procedure.company_id)
            found = stayed | people(procedure.role_ids, day)
            procedure.write({"employee_ids": [fields.Command.set(found.ids)]})
