import base64

from odoo import api, fields, models
from odoo.exceptions import UserError


class VsokoHandIn(models.TransientModel):
    """Hand in from a phone: files or a link, a word, ticks – and it is done."""

    _name = "vsoko.hand.in"
    _description = "Hand in a paper"

    procedure_id = fields.Many2one("vsoko.procedure", required=True)
    outcome_ids = fields.Many2many(
        related="procedure_id.outcome_ids", related_sudo=False
    )
    outcome_id = fields.Many2one(
        "vsoko.outcome",
        string="What it is",
        compute="_compute_outcome_id",
        store=True,
        readonly=False,
    )
    attachment_ids = fields.Many2many("ir.attachment", string="Files or photos")
    url = fields.Char(string="Or a link")
    note = fields.Text(string="A word")
    step_ids = fields.Many2many(
        "vsoko.procedure.step",
        string="Done",
        compute="_compute_step_ids",
        store=True,
        readonly=False,
        domain="[('procedure_id', '=', procedure_id), ('is_done', '=', False)]",
    )
    has_steps = fields.Boolean(compute="_compute_has_steps")
    finish = fields.Boolean(
        string="Carried out when nothing is missing",
        default=True,
        help="The procedure becomes «carried out» when all papers and ticks are there.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        wizards = super().create(vals_list)
        wizards.procedure_id.check_access("read")
        return wizards

    @api.depends("procedure_id")
    def _compute_outcome_id(self):
        """The first paper that this person has not handed in yet."""
        own = self.env.user.employee_ids
        for wizard in self:
            # sudo: who owes what is worked out from the papers of all
            missing = wizard.procedure_id.sudo()._missing_papers()
            mine = [one for one, people in missing if not people or people & own]
            outcomes = wizard.procedure_id.outcome_ids
            wizard.outcome_id = mine[0].id if mine else outcomes[:1].id

    @api.depends("procedure_id")
    def _compute_step_ids(self):
        own = self.env.user.employee_ids
        for wizard in self:
            wizard.step_ids = wizard._open_steps().filtered(
                lambda step: not step.employee_id or step.employee_id in own
            )

    @api.depends("procedure_id")
    def _compute_has_steps(self):
        for wizard in self:
            wizard.has_steps = bool(wizard._open_steps())

    def _open_steps(self):
        return self.procedure_id.step_ids.filtered(lambda step: not step.is_done)

    def action_confirm(self):
        self.ensure_one()
        papers = self._prepare_papers()
        if not (papers or self.step_ids or self.note):
            raise UserError(
                self.env._("Attach a file, give a link, tick a step or write a word.")
            )
        self.env["vsoko.evidence"].create(papers)
        if self.note and not papers:
            self.procedure_id.message_post(body=self.note)
        self.step_ids.write({"is_done": True})
        self.attachment_ids.unlink()
        return self._go_on()

    def _prepare_papers(self):
        common = {
            "procedure_id": self.procedure_id.id,
            "outcome_id": self.outcome_id.id,
            "note": self.note,
        }
        papers = [
            {
                **common,
                "file": base64.b64encode(attachment.raw or b""),
                "filename": attachment.name,
            }
            for attachment in self.attachment_ids
        ]
        return papers + ([{**common, "url": self.url.strip()}] if self.url else [])

    def _go_on(self):
        """Move the procedure along and say in a word what is still missing."""
        procedure = self.procedure_id
        # Who does a step of another's line leaves its state to the responsible person
        if procedure.state == "planned" and "in_progress" in procedure.next_states:
            procedure.action_start()
        if self.finish and procedure.is_complete and procedure.state == "in_progress":
            procedure.action_done()
        missing = procedure.missing_text.replace("\n", "; ")
        message = self.env._("Handed in. Still missing: %s", missing)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": message if missing else self.env._("Handed in, thank you."),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }
