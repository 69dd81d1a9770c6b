from odoo import api, fields, models
from odoo.exceptions import UserError


class VsokoProcedure(models.Model):
    """What a procedure must come to: its papers, which are there, which are missing."""

    _inherit = "vsoko.procedure"

    evidence_ids = fields.One2many(
        "vsoko.evidence", "procedure_id", string="Papers handed in"
    )
    evidence_count = fields.Integer(string="Papers", compute="_compute_evidence_count")
    is_each = fields.Boolean(
        string="Everybody hands in",
        compute="_compute_is_each",
        store=True,
        readonly=False,
        help="Each responsible person hands in a paper of his or her own; otherwise "
        "one paper is enough for all.",
    )
    given_outcome_ids = fields.Many2many(
        "vsoko.outcome", string="Handed in", compute="_compute_papers"
    )
    missing_outcome_ids = fields.Many2many(
        "vsoko.outcome", string="Missing", compute="_compute_papers"
    )
    missing_text = fields.Text(string="What is missing", compute="_compute_papers")
    is_complete = fields.Boolean(
        compute="_compute_papers", help="Nothing that the plan asks for is missing."
    )

    @api.depends("role_ids.is_each")
    def _compute_is_each(self):
        # Where a deputy answers together with class teachers, one paper sums all up
        for procedure in self:
            roles = procedure.role_ids
            procedure.is_each = bool(roles) and all(roles.mapped("is_each"))

    @api.depends("evidence_ids")
    def _compute_evidence_count(self):
        counts = dict(
            self.env["vsoko.evidence"]._read_group(
                [("procedure_id", "in", self.ids)], ["procedure_id"], ["__count"]
            )
        )
        for procedure in self:
            procedure.evidence_count = counts.get(procedure, 0)

    @api.depends(
        "outcome_ids",
        "is_each",
        "employee_ids",
        "step_ids.is_done",
        "evidence_ids.outcome_id",
        "evidence_ids.employee_id",
    )
    def _compute_papers(self):
        # sudo: whether a paper is there everybody may know who sees the line; the
        # papers themselves are read with one's own rights
        for procedure in self.sudo():
            missing = procedure._missing_papers()
            seen = procedure.sudo(False)
            outcomes = procedure.outcome_ids.browse([one.id for one, _who in missing])
            seen.missing_outcome_ids = outcomes
            seen.given_outcome_ids = procedure.outcome_ids - outcomes
            seen.missing_text = "\n".join(procedure._demands(missing))
            seen.is_complete = not seen.missing_text

    def _missing_papers(self):
        """Pairs of a form of result not handed in and the people who owe it.

        Where one paper serves all, the people are none.
        """
        given = {(one.outcome_id, one.employee_id) for one in self.evidence_ids}
        kinds = {outcome for outcome, _author in given}
        nobody = self.env["hr.employee"]
        if not (self.is_each and self.employee_ids):
            return [(one, nobody) for one in self.outcome_ids if one not in kinds]
        owed = [
            (
                one,
                self.employee_ids.filtered(
                    lambda who, one=one: (one, who) not in given
                ),
            )
            for one in self.outcome_ids
        ]
        return [(one, people) for one, people in owed if people]

    def _demands(self, missing):
        """Sentences about what is not there yet: papers first, then steps."""
        sentences = []
        for outcome, people in missing:
            who = ", ".join(people.mapped("name"))
            sentences.append(f"{outcome.name}: {who}" if who else outcome.name)
        sentences += [
            self.env._("not ticked: %s", step.name)
            for step in self.step_ids
            if not step.is_done
        ]
        return sentences

    def _check_move(self, state):
        allowed = super()._check_move(state)
        if state == "done" and not (self._reason() and self._may_keep()):
            self.check_access("write")
            self._check_demands()
        return allowed

    def _check_demands(self):
        """Refuse to call done what lacks a paper or a step that the plan demands."""
        for procedure in self.filtered(lambda one: not one.is_complete):
            raise UserError(
                self.env._(
                    "«%(name)s» is not complete. Missing:\n%(missing)s\n\nHand it in; "
                    "a deputy head may finish it without and say why.",
                    name=procedure.name,
                    missing=procedure.missing_text,
                )
            )

    def action_hand_in(self):
        """The short form for a phone: a file, a word, ticks."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_hand_in_action"
        )
        action["context"] = {"default_procedure_id": self.id}
        return action

    def action_view_evidence(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_evidence_action"
        )
        action["domain"] = [("procedure_id", "in", self.ids)]
        action["context"] = {"default_procedure_id": self.id}
        return action
