from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class VsokoProcedureChange(models.Model):
    """What has become of a line after approval: moved, cancelled, given to others."""

    _name = "vsoko.procedure.change"
    _description = "Change after approval"
    _order = "date desc, id desc"

    procedure_id = fields.Many2one(
        "vsoko.procedure", required=True, index=True, ondelete="cascade"
    )
    plan_id = fields.Many2one(related="procedure_id.plan_id", store=True, index=True)
    company_id = fields.Many2one(
        related="procedure_id.company_id", store=True, index=True
    )
    kind = fields.Selection(
        [
            ("moved", "Moved"),
            ("people", "Other people"),
            ("cancelled", "Cancelled"),
            ("restored", "Restored"),
            ("incomplete", "Finished incomplete"),
        ],
        string="What",
        required=True,
    )
    date = fields.Date(required=True, default=fields.Date.context_today, index=True)
    user_id = fields.Many2one(
        "res.users", string="By", required=True, default=lambda self: self.env.user
    )
    reason = fields.Text()
    # what was and what is, for dates as dates
    old_start = fields.Date(string="Start was")
    old_end = fields.Date(string="Deadline was")
    new_start = fields.Date(string="Start is")
    new_end = fields.Date(string="Deadline is")
    old_value = fields.Text(string="It was", compute="_compute_values", store=True)
    new_value = fields.Text(string="It is", compute="_compute_values", store=True)
    old_text = fields.Text(export_string_translation=False)
    new_text = fields.Text(export_string_translation=False)
    needs_reason = fields.Boolean(
        compute="_compute_needs_reason", search="_search_needs_reason"
    )

    @api.depends("old_start", "old_end", "new_start", "new_end", "old_text", "new_text")
    def _compute_values(self):
        for change in self:
            old = self._days_text(change.old_start, change.old_end)
            new = self._days_text(change.new_start, change.new_end)
            change.old_value = change.old_text or old
            change.new_value = change.new_text or new

    @api.model
    def _days_text(self, start, end):
        days = [day.strftime("%d.%m.%Y") for day in (start, end) if day]
        return " – ".join(dict.fromkeys(days))

    @api.depends("kind", "reason")
    def _compute_needs_reason(self):
        for change in self:
            change.needs_reason = change.kind in self._explained() and not change.reason

    def _search_needs_reason(self, operator, value):
        if operator != "in":
            return NotImplemented
        return [("kind", "in", self._explained()), ("reason", "=", False)]

    @api.model
    def _explained(self):
        """Kinds of changes that have to be explained."""
        return ["moved", "cancelled", "incomplete"]

    @api.depends("kind", "procedure_id.name")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for change in self:
            change.display_name = f"{change.procedure_id.name}: {kinds[change.kind]}"

    def write(self, vals):
        """History is written once; only a reason that is missing may be added."""
        if not self.env.su and (vals.keys() - {"reason"} or any(self.mapped("reason"))):
            raise AccessError(
                self.env._("The history of changes stays as it was written.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_alone(self):
        if not self.env.su and self.exists():
            raise UserError(self.env._("The history of changes is not deleted."))
