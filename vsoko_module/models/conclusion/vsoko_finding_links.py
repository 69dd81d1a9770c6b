from odoo import api, fields, models


class VsokoFinding(models.Model):
    """The neighbours along the chain: decisions, papers, controls, the next turn."""

    _inherit = "vsoko.finding"

    decision_ids = fields.One2many("vsoko.decision", "finding_id", string="Decisions")
    measure_ids = fields.One2many("vsoko.measure", "finding_id", string="Measures")
    check_ids = fields.One2many(
        "vsoko.effect.check", "finding_id", string="Checks of effect"
    )
    item_ids = fields.One2many(
        "vsoko.document.item", "finding_id", string="Items of papers"
    )
    question_ids = fields.One2many(
        "vsoko.meeting.question", "finding_id", string="Questions of meetings"
    )
    plan_line_ids = fields.One2many(
        "vsoko.procedure",
        "finding_id",
        string="Lines of plans",
        domain=[("is_recheck", "=", False)],
    )
    next_ids = fields.One2many("vsoko.finding", "previous_id", string="Next turn")
    is_not_reached = fields.Boolean(compute="_compute_is_not_reached")
    decision_count = fields.Integer(compute="_compute_decision_count")
    recheck_count = fields.Integer(compute="_compute_recheck_count")

    @api.depends("decision_ids")
    def _compute_decision_count(self):
        counts = dict(
            self.env["vsoko.decision"]._read_group(
                [("finding_id", "in", self.ids)], ["finding_id"], ["__count"]
            )
        )
        for finding in self:
            finding.decision_count = counts.get(finding, 0)

    @api.depends("recheck_ids")
    def _compute_recheck_count(self):
        counts = dict(
            self.env["vsoko.procedure"]._read_group(
                [("finding_id", "in", self.ids), ("is_recheck", "=", True)],
                ["finding_id"],
                ["__count"],
            )
        )
        for finding in self:
            finding.recheck_count = counts.get(finding, 0)

    @api.depends("check_ids.state", "check_ids.verdict")
    def _compute_is_not_reached(self):
        for finding in self:
            judged = finding.check_ids.filtered(lambda one: one.state == "judged")
            finding.is_not_reached = any(one.verdict != "reached" for one in judged)

    # ---- along the chain ----

    def action_view_source(self):
        """To the left: the figure, the procedure or the paper it comes from."""
        source = self.measurement_id or self.procedure_id or self.document_id
        return source._get_records_action()

    def action_view_decisions(self):
        return self._own_records("vsoko_decision_action", "finding_id")

    def action_view_rechecks(self):
        action = self._own_records("vsoko_procedure_action", "finding_id")
        return action | {
            "domain": [*action["domain"], ("is_recheck", "=", True)],
            "context": {},
        }

    def action_view_previous(self):
        return self.previous_id._get_records_action()

    def _own_records(self, action_id, field):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            f"vsoko_module.{action_id}"
        )
        action["domain"] = [(field, "in", self.ids)]
        action["context"] = {f"default_{field}": self.id}
        return action

    # ---- forward ----

    def action_decide(self):
        """A draft of the decision that the recommendation asks for."""
        self.ensure_one()
        decision = self.env["vsoko.decision"].create(self._prepare_decision())
        return decision._get_records_action()

    def _prepare_decision(self):
        return {
            "name": self.recommendation or self.name,
            "company_id": self.company_id.id,
            "year_id": self.year_id.id,
            "finding_id": self.id,
            "indicator_id": self.indicator_id.id,
            "employee_ids": [(6, 0, self.addressee_ids.ids)],
            "term_text": self.term_text,
            "date_deadline": self.date_deadline,
            "expected": self.expected,
        }

    def action_order(self):
        """An order that asks for what the conclusions recommend."""
        papers = self.env["vsoko.document"]
        return papers._create_action(
            default_kind_id=self.env.ref("vsoko_module.document_kind_order").id,
            default_finding_ids=self.ids,
            default_source_id=self.document_id.filtered(
                lambda paper: paper.state == "registered"
            )[:1].id,
        )

    def action_new_turn(self):
        """The figure is not there yet: the same problem from where it stands now."""
        self.ensure_one()
        judged = self.check_ids.filtered(lambda one: one.state == "judged")
        last = judged.sorted(lambda one: (one.judged_on, one.id))[-1:]
        turn = self.copy(
            {
                "previous_id": self.id,
                "entry": last.after_entry or self.entry,
                "year_id": self.year_id._current(self.company_id).id,
                "term_text": False,
                "date_deadline": False,
                "repeat_on": False,
            }
        )
        return turn._get_records_action()
