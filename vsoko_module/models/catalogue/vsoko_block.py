from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...tools.roles import spellings


class VsokoBlock(models.Model):
    """A block of a framework; a mechanism holds its directions as child blocks."""

    _name = "vsoko.block"
    _description = "Block or direction"
    _order = "framework_id, sequence, id"
    _rec_names_search = ["name", "code"]
    _parent_store = True

    framework_id = fields.Many2one(
        "vsoko.framework", required=True, index=True, ondelete="cascade"
    )
    parent_id = fields.Many2one(
        "vsoko.block", string="Part of", index=True, ondelete="cascade"
    )
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("vsoko.block", "parent_id", string="Directions")
    name = fields.Char(required=True)
    code = fields.Char()
    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True)
    aliases = fields.Text(
        string="Other spellings", help="One spelling a line, as plans write it."
    )
    criterion_ids = fields.One2many("vsoko.criterion", "block_id", string="Criteria")
    company_id = fields.Many2one(related="framework_id.company_id", store=True)

    @api.constrains("parent_id", "framework_id")
    def _check_parent(self):
        if self._has_cycle():
            raise ValidationError(self.env._("A block cannot be a part of itself."))
        for block in self.filtered("parent_id"):
            if block.parent_id.framework_id != block.framework_id:
                raise ValidationError(
                    self.env._(
                        "%(block)s and %(parent)s belong to different frameworks.",
                        block=block.name,
                        parent=block.parent_id.name,
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        used = self.env["vsoko.procedure"].search(
            [("block_id", "child_of", self.ids)], limit=1
        )
        if used:
            raise UserError(
                self.env._(
                    "«%(block)s» is used in the plan «%(plan)s». Archive it instead.",
                    block=used.block_id.name,
                    plan=used.plan_id.name,
                )
            )

    def _spellings(self):
        self.ensure_one()
        return spellings(self.name, self.aliases)

    def _copy_tree(self, framework, parent=False):
        """Copy blocks with criteria and indicators into another framework."""
        for block in self:
            new = block.copy({"framework_id": framework.id, "parent_id": parent})
            for criterion in block.criterion_ids:
                copied = criterion.copy({"block_id": new.id})
                criterion.indicator_ids._copy_to(copied)
            block.child_ids._copy_tree(framework, new.id)
