from odoo import api, fields, models


class VsokoDocument(models.Model):
    """The way along the chain: where a paper came from, what it led to."""

    _inherit = "vsoko.document"

    following_ids = fields.Many2many(
        "vsoko.document",
        "vsoko_document_ground_rel",
        "ground_id",
        "document_id",
        string="Papers that rest on it",
        readonly=True,
    )
    following_count = fields.Integer(compute="_compute_following_count")
    acknowledged_text = fields.Char(
        string="How many are acquainted", compute="_compute_acknowledged_text"
    )
    has_unread = fields.Boolean(compute="_compute_acknowledged_text")

    @api.depends("following_ids", "amended_by_ids")
    def _compute_following_count(self):
        excerpts = dict(
            self.env["vsoko.document"]._read_group(
                [("source_id", "in", self.ids)], ["source_id"], ["__count"]
            )
        )
        for document in self:
            own = document.following_ids | document.amended_by_ids
            document.following_count = len(own) + excerpts.get(document, 0)

    @api.depends("acknowledgement_ids.date")
    def _compute_acknowledged_text(self):
        for document in self:
            rows = document.acknowledgement_ids
            document.acknowledged_text = f"{len(rows.filtered('date'))} / {len(rows)}"
            document.has_unread = len(rows.filtered("date")) < len(rows)

    def action_view_procedure(self):
        return self.procedure_id._get_records_action()

    def action_view_plan(self):
        return self.plan_id._get_records_action()

    def action_view_following(self):
        action = self._action_of(self, "ground_ids")
        action["domain"] = [
            "|",
            "|",
            ("ground_ids", "=", self.id),
            ("amends_id", "=", self.id),
            ("source_id", "=", self.id),
        ]
        action["context"] = {}
        return action

    def action_view_acknowledgement(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_document_acknowledgement_action"
        )
        return action | {"domain": [("document_id", "=", self.id)]}

    def action_follow_up(self):
        """An order after a note, an excerpt after minutes."""
        self.ensure_one()
        code = {"note": "order", "minutes": "excerpt"}.get(self.layout)
        kind = code and self.env.ref(f"vsoko_module.document_kind_{code}", False)
        return self._create_action(
            default_source_id=self.id, default_kind_id=kind and kind.id
        )

    def action_change_by_another(self):
        """A new paper of the same kind that changes or cancels this one."""
        self.ensure_one()
        return self._create_action(
            default_amends_id=self.id, default_kind_id=self.kind_id.id
        )

    @api.model
    def _create_action(self, **context):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_document_create_action"
        )
        return action | {"context": context}
