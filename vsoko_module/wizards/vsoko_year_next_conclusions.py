from odoo import api, fields, models


class VsokoYearNext(models.TransientModel):
    """Problems that are not solved and decisions that are not finished go on."""

    _inherit = "vsoko.year.next"

    def _carry_over_proposals(self):
        """What was planned because of a conclusion comes as the conclusion itself."""
        findings, decisions = self._open_findings(), self._open_decisions()
        known = [
            one
            for one in super()._carry_over_proposals()
            if not self._comes_with(one, findings)
        ]
        return [
            *known,
            *({"kind": "finding", "finding_id": one.id} for one in findings),
            *({"kind": "decision", "decision_id": one.id} for one in decisions),
        ]

    def _open_findings(self):
        """Of earlier years too: a problem is open until it is solved."""
        return self.env["vsoko.finding"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("year_id.date_start", "<=", self.year_id.date_start),
                ("kind", "=", "deficit"),
                ("state", "=", "agreed"),
            ],
            order="date_deadline, id",
        )

    def _open_decisions(self):
        decisions = self.env["vsoko.decision"]
        return decisions.search(
            decisions._unfinished(self.year_id), order="date_deadline, id"
        )

    def _comes_with(self, proposal, findings):
        """A line because of a problem that is proposed itself."""
        line = self.env["vsoko.procedure"].browse(proposal.get("procedure_id"))
        return bool(line and line.finding_id & findings and not line.is_recheck)


class VsokoYearNextProposal(models.TransientModel):
    _inherit = "vsoko.year.next.proposal"

    kind = fields.Selection(
        selection_add=[("finding", "Problem"), ("decision", "Decision")],
        ondelete={"finding": "cascade", "decision": "cascade"},
    )
    finding_id = fields.Many2one("vsoko.finding", readonly=True)
    decision_id = fields.Many2one("vsoko.decision", readonly=True)

    @api.depends("finding_id", "decision_id")
    def _compute_what(self):
        result = super()._compute_what()
        for proposal in self.filtered(lambda one: one.kind != "procedure"):
            source = proposal.finding_id or proposal.decision_id
            proposal.name = source.display_name
            proposal.date_end = source.date_deadline
        return result

    @api.depends("kind")
    def _compute_is_copied(self):
        """A conclusion's line is not copied with the plan, see ``_goes_on``."""
        result = super()._compute_is_copied()
        for proposal in self.filtered("is_copied"):
            proposal.is_copied = not proposal.procedure_id.finding_id
        return result

    @api.depends("kind")
    def _compute_is_taken(self):
        """A problem whose repeat control goes on needs no second line."""
        result = super()._compute_is_taken()
        for proposal in self.filtered(lambda one: one.kind == "finding"):
            proposal.is_taken = not proposal._is_controlled()
        return result

    def _is_controlled(self):
        """Another proposal checks the same problem in the next year."""
        others = self.wizard_id.proposal_ids - self
        checked = others.procedure_id.finding_id
        judged = others.decision_id.filtered(lambda one: one.state == "done")
        return self.finding_id in checked | judged.finding_id

    @api.depends("kind")
    def _compute_remark(self):
        result = super()._compute_remark()
        for proposal in self.filtered(lambda one: one.kind != "procedure"):
            proposal.remark = proposal._what_follows()
        return result

    def _what_follows(self):
        if self.kind == "finding":
            if self._is_controlled():
                return self.env._("Its repeat control goes on")
            return self.env._("Becomes a line of the plan")
        if self.decision_id.state == "done":
            return self.env._("Its effect is judged by a line of the plan")
        return self.env._("Becomes a project of a decision for the first meeting")

    # ---- carrying over ----

    def _carry_over_finding(self, plan):
        self.finding_id.check_access("read")
        return len(self.finding_id._carry_into(plan))

    def _carry_over_decision(self, plan):
        """Not carried out: decided anew; carried out: judged in the new year."""
        self.decision_id.check_access("read")
        done = self.decision_id.filtered(lambda one: one.state == "done")
        made = (self.decision_id - done)._carry_into_year(plan.year_id)
        return len(made) + len(done._carry_check_into(plan))
