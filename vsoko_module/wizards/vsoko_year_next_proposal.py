from odoo import api, fields, models


class VsokoYearNextProposal(models.TransientModel):
    """What this year leaves undone, offered to the next one."""

    _name = "vsoko.year.next.proposal"
    _description = "Proposal to carry over"

    wizard_id = fields.Many2one("vsoko.year.next", required=True, ondelete="cascade")
    kind = fields.Selection(
        [("procedure", "Procedure")], required=True, default="procedure"
    )
    is_copied = fields.Boolean(compute="_compute_is_copied")
    is_taken = fields.Boolean(
        string="Carry over", compute="_compute_is_taken", store=True, readonly=False
    )
    procedure_id = fields.Many2one("vsoko.procedure", readonly=True)
    name = fields.Char(compute="_compute_what")
    date_end = fields.Date(string="Deadline", compute="_compute_what")
    plan_name = fields.Char(string="Plan", compute="_compute_what")
    remark = fields.Char(compute="_compute_remark")

    @api.depends("procedure_id")
    def _compute_what(self):
        """Name and deadline of whatever is carried over; other kinds add theirs."""
        for proposal in self:
            proposal.name = proposal.procedure_id.name
            proposal.date_end = proposal.procedure_id.date_end
            proposal.plan_name = proposal.procedure_id.plan_id.name

    @api.depends("procedure_id", "wizard_id.plan_id")
    def _compute_is_copied(self):
        """A line of the plan that is copied comes with it: no double is made."""
        for proposal in self:
            plan = proposal.wizard_id.plan_id
            own = proposal.procedure_id.plan_id
            proposal.is_copied = bool(plan) and own._origin == plan._origin

    @api.depends("is_copied")
    def _compute_is_taken(self):
        for proposal in self:
            proposal.is_taken = not proposal.is_copied

    @api.depends("is_copied")
    def _compute_remark(self):
        for proposal in self:
            proposal.remark = proposal.is_copied and self.env._(
                "Is in the plan that is copied"
            )

    def _carry_over(self, plan):
        """Add the proposals to the plan of the next year; return how many are new."""
        count = 0
        for kind, proposals in self.grouped("kind").items():
            count += getattr(proposals, f"_carry_over_{kind}")(plan)
        return count

    def _carry_over_procedure(self, plan):
        known = self.env["vsoko.procedure"].search(
            [
                ("carried_from_id", "in", self.procedure_id.ids),
                ("year_id", "=", plan.year_id.id),
            ]
        )
        fresh = self.procedure_id - known.carried_from_id
        return len(
            self.env["vsoko.procedure"].create(
                [procedure._prepare_carry_over(plan) for procedure in fresh]
            )
        )
