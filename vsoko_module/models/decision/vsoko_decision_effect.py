from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.effect import better_of
from ..conclusion.vsoko_effect_check import VERDICTS

JUDGED = ("verified", "ineffective")


class VsokoDecision(models.Model):
    """Whether it worked, as figures that a pivot can count over a year."""

    _inherit = "vsoko.decision"

    check_id = fields.Many2one(
        "vsoko.effect.check",
        string="Last check of effect",
        compute="_compute_check",
        store=True,
    )
    verdict = fields.Selection(VERDICTS, compute="_compute_check", store=True)
    # ones and zeros: their sums are the table «Effectiveness of decisions»
    adopted_count = fields.Integer(
        string="Adopted decisions", compute="_compute_counts", store=True
    )
    done_count = fields.Integer(
        string="Decisions carried out", compute="_compute_counts", store=True
    )
    in_time_count = fields.Integer(
        string="Done in time", compute="_compute_counts", store=True
    )
    verified_count = fields.Integer(
        string="Effect judged", compute="_compute_counts", store=True
    )
    effective_count = fields.Integer(
        string="Effective", compute="_compute_counts", store=True
    )
    is_in_time = fields.Boolean(compute="_compute_counts", store=True)

    @api.depends("check_ids.state", "check_ids.verdict", "check_ids.judged_on")
    def _compute_check(self):
        for decision in self:
            judged = decision.check_ids.filtered(lambda one: one.state == "judged")
            last = judged.sorted(lambda one: (one.judged_on, one.id))[-1:]
            decision.check_id = last
            decision.verdict = last.verdict

    @api.depends("state", "done_on", "date_deadline", "verdict")
    def _compute_counts(self):
        for decision in self:
            is_done = decision.state in ("done", *JUDGED)
            day, deadline = decision.done_on, decision.date_deadline
            in_time = bool(is_done and day and deadline and day <= deadline)
            decision.is_in_time = in_time
            decision.adopted_count = decision.state not in ("draft", "cancelled")
            decision.done_count = is_done
            decision.in_time_count = in_time
            decision.verified_count = bool(decision.verdict)
            decision.effective_count = decision.state == "verified"

    # ---- the check ----

    def action_check_effect(self):
        """The check that is awaited, or a new one: before and target as they stand."""
        self.ensure_one()
        awaited = self.check_ids.filtered(lambda one: one.state == "draft")[:1]
        check = awaited or self._begin_check()
        return check._get_records_action()

    def _begin_check(self, procedure=None):
        """Before and target are kept from this day on (N3)."""
        # sudo: an order that is signed begins checks whoever signs it
        return (
            self.env["vsoko.effect.check"]
            .sudo()
            .create([one._prepare_check(procedure) for one in self])
            .sudo(False)
        )

    def _prepare_check(self, procedure=None):
        finding = self.finding_id
        return {
            "decision_id": self.id,
            "procedure_id": procedure.id if procedure else False,
            "indicator_id": self.indicator_id.id,
            "better": self.indicator_id.better or self._aimed_at(),
            "before_entry": finding.entry,
            "target_entry": self.expected or finding.expected,
        }

    def _aimed_at(self):
        """Without an indicator the target says which way is better."""
        finding = self.finding_id
        target = self.expected or finding.expected
        figure = finding.indicator_id._figure
        return better_of(figure(finding.entry), figure(target))

    # ---- closing ----

    def _close(self):
        """The director closes what is done and judged, never what nobody looked at."""
        for decision in self:
            decision._check_closable()
        # sudo: the day is the system's record
        self.sudo().write({"closed_on": fields.Date.context_today(self)})
        # sudo: a conclusion follows its decisions, whoever closes them
        self.finding_id.sudo()._follow_decisions()

    def _check_closable(self):
        if not self.verdict:
            raise UserError(
                self.env._(
                    "«%s»: the effect has not been judged yet. Press «Check the "
                    "effect», enter the figure after and judge it.",
                    self.display_name,
                )
            )
        if self.state == "verified" and self.verdict in ("none", "worse"):
            raise UserError(
                self.env._(
                    "«%(name)s»: the verdict is «%(verdict)s», the effect is not "
                    "confirmed. Press «No effect» and begin a new turn.",
                    name=self.display_name,
                    verdict=self.check_id._verdict_label(),
                )
            )
        if self.state == "ineffective" and self.verdict == "reached":
            raise UserError(
                self.env._(
                    "«%s»: the target is reached, the decision was effective.",
                    self.display_name,
                )
            )
