from odoo import fields, models
from odoo.exceptions import UserError


class VsokoEffectCheck(models.Model):
    """Judging: the figure after is taken from the indicator or typed, then kept."""

    _inherit = "vsoko.effect.check"

    def action_take_figure(self):
        """The newest figure of the indicator after the one that began it all."""
        for check in self:
            check._check_draft()
            check.after_entry = check._measured_after().entry

    def _measured_after(self):
        finding = self.finding_id
        found = self.env["vsoko.measurement"].search(
            [
                ("indicator_id", "=", self.indicator_id.id),
                ("company_id", "=", self.company_id.id),
                ("class_id", "in", finding.class_ids.ids or [False]),
                ("subject_id", "in", finding.subject_ids.ids or [False]),
                ("is_filled", "=", True),
                ("period_id.date_end", ">", finding.period_id.date_end),
            ]
        )
        if not (self.indicator_id and finding.period_id and found):
            raise UserError(
                self.env._(
                    "«%(name)s» has no value after «%(period)s» yet: enter it in "
                    "the figures or type it here.",
                    name=self.indicator_id.display_name or finding.name or "",
                    period=finding.period_id.display_name or "",
                )
            )
        return found.sorted(lambda one: (one.period_id.date_end, one.id))[-1]

    def action_judge(self):
        """Keep the figures and the verdict; the director closes the decision."""
        for check in self:
            check._check_draft()
            check._check_judgeable()
            # What the figures say is not for anybody to choose
            check.verdict = check._counted_verdict() or check.verdict
        # sudo: who judged and when is written here and nowhere else
        self.sudo().write(
            {
                "state": "judged",
                "judged_on": fields.Date.context_today(self),
                "judged_by_id": self.env.uid,
            }
        )

    def _check_judgeable(self):
        if self.indicator_id:
            self.indicator_id._check_entries(
                self.before_entry, self.target_entry, self.after_entry
            )
        if not self.verdict:
            raise UserError(
                self.env._(
                    "«%s»: enter the figure after, or choose the verdict and write "
                    "what is seen.",
                    self.decision_id.name,
                )
            )
        if not self.is_counted and not (self.comment or "").strip():
            raise UserError(
                self.env._(
                    "«%s»: a verdict without figures needs a few words about what is "
                    "seen.",
                    self.decision_id.name,
                )
            )

    def action_new_turn(self):
        return self.finding_id.action_new_turn()
