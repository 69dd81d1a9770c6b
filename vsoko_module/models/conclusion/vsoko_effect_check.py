from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.effect import verdict

VERDICTS = [
    ("reached", "Reached"),
    ("partly", "Reached in part"),
    ("none", "No effect"),
    ("worse", "Worse"),
]
FROZEN = {
    "decision_id", "before_entry", "after_entry", "target_entry", "better", "verdict",
    "indicator_id", "comment", "procedure_id",
}  # fmt: skip


class VsokoEffectCheck(models.Model):
    """Did it work: the figure before, the target, the figure after and the verdict.

    Before and target are kept as they were when the decision was taken; a judged
    check stays as it is.
    """

    _name = "vsoko.effect.check"
    _inherit = ["mail.thread"]
    _description = "Check of effect"
    _order = "judged_on desc, id desc"
    _check_company_auto = True

    decision_id = fields.Many2one(
        "vsoko.decision", required=True, index=True, ondelete="cascade"
    )
    finding_id = fields.Many2one(
        related="decision_id.finding_id", store=True, index="btree_not_null"
    )
    company_id = fields.Many2one(
        related="decision_id.company_id", store=True, index=True, precompute=True
    )
    year_id = fields.Many2one(related="decision_id.year_id", store=True)
    procedure_id = fields.Many2one(
        "vsoko.procedure",
        string="Repeat control",
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
    )
    indicator_id = fields.Many2one("vsoko.indicator", check_company=True)
    better = fields.Selection(
        [("more", "More is better"), ("less", "Less is better")],
        required=True,
        default="more",
    )
    before_entry = fields.Char(string="Before")
    target_entry = fields.Char(string="Target")
    after_entry = fields.Char(string="After", tracking=True)
    verdict = fields.Selection(
        VERDICTS,
        compute="_compute_verdict",
        store=True,
        readonly=False,
        tracking=True,
        index=True,
    )
    is_counted = fields.Boolean(
        string="Counted from the figures", compute="_compute_is_counted", store=True
    )
    comment = fields.Text(string="What is seen")
    state = fields.Selection(
        [("draft", "Awaited"), ("judged", "Judged")],
        required=True,
        default="draft",
        readonly=True,
        copy=False,
        index=True,
    )
    judged_on = fields.Date(readonly=True, copy=False)
    judged_by_id = fields.Many2one("res.users", readonly=True, copy=False)

    @api.depends("decision_id")
    def _compute_display_name(self):
        for check in self:
            check.display_name = self.env._("Effect: %s", check.decision_id.name or "")

    @api.depends("before_entry", "after_entry", "target_entry", "better")
    def _compute_verdict(self):
        """Of three figures the verdict follows; where one is missing people give it."""
        for check in self:
            counted = check._counted_verdict()
            check.verdict = counted or check.verdict

    # Apart from the verdict: the form writes that one, and Odoo counts nothing then
    @api.depends("before_entry", "after_entry", "target_entry", "better")
    def _compute_is_counted(self):
        for check in self:
            check.is_counted = bool(check._counted_verdict())

    def _counted_verdict(self):
        """What the three figures say, ``None`` while one of them is missing."""
        entries = (self.before_entry, self.after_entry, self.target_entry)
        figures = [self.indicator_id._figure(entry) for entry in entries]
        return None if None in figures else verdict(*figures, self.better)

    def _verdict_label(self):
        labels = dict(self._fields["verdict"]._description_selection(self.env))
        return labels.get(self.verdict, "")

    # ---- what is frozen ----

    def write(self, vals):
        if FROZEN & vals.keys() and not self.env.su:
            self._check_draft()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_judged(self):
        if not self.env.su:
            self._check_draft()

    def _check_draft(self):
        for check in self.filtered(lambda one: one.state == "judged"):
            raise UserError(
                self.env._(
                    "«%s» is judged and stays as it is: begin a new turn instead.",
                    check.display_name,
                )
            )
