from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

MANAGER = "vsoko_module.group_vsoko_manager"


class VsokoFolderStage(models.Model):
    """A stage of the chain and how much it weighs in the folder of each school."""

    _name = "vsoko.folder.stage"
    _description = "Stage of the folder"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True, readonly=True)
    sequence = fields.Integer(default=100)
    weight = fields.Integer(
        company_dependent=True,
        aggregator=None,
        help="How much a row of this stage counts; 0: not counted. The school's own "
        "setting: no norm says how much, all are equal to begin with.",
    )

    _code_uniq = models.Constraint("UNIQUE (code)", "The stage is there already.")

    @api.constrains("weight")
    def _check_weight(self):
        for stage in self.filtered(lambda one: one.weight < 0):
            raise ValidationError(
                self.env._("«%s»: the weight is 0 or more.", stage.name)
            )

    def write(self, vals):
        """Names are shared by all schools, the weight is each one's own."""
        if vals.keys() - {"weight"} and not self._may_rename():
            raise AccessError(
                self.env._("Only the weight of a stage is your school's own.")
            )
        return super().write(vals)

    def _may_rename(self):
        return self.env.su or self.env.user.has_group(MANAGER)
