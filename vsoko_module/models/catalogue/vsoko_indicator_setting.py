from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools.russian import number


class VsokoIndicatorSetting(models.Model):
    """What a school has set for an indicator: target, borders, whether it applies."""

    _name = "vsoko.indicator.setting"
    _inherit = ["hr.mixin"]
    _description = "Indicator in a school"
    _order = "indicator_id, id"
    _check_company_auto = True

    indicator_id = fields.Many2one(
        "vsoko.indicator",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
    )
    better = fields.Selection(related="indicator_id.better")
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    has_target = fields.Boolean(string="Has a target")
    target = fields.Float()
    has_borders = fields.Boolean(string="Own borders of the traffic light")
    border_green = fields.Float(
        string="Green from",
        help="The value from which the light is green; where less is better, up to "
        "which. Without borders the target is the border.",
    )
    border_red = fields.Float(
        string="Red beyond",
        help="The light is red when the value is worse than this.",
    )
    is_excluded = fields.Boolean(string="Not applicable to our school")
    reason = fields.Text(string="Why it does not apply")
    employee_id = fields.Many2one(
        "hr.employee", string="Responsible person", check_company=True
    )
    effort = fields.Integer(
        default=1,
        help="How hard it is to raise: 1 – easy, 5 – very hard. «Nearest points» puts "
        "first what brings more for less.",
    )

    _once = models.Constraint(
        "UNIQUE (indicator_id, company_id)",
        "The school has already set this indicator.",
    )
    _effort_range = models.Constraint(
        "CHECK (effort BETWEEN 1 AND 5)", "The effort is from 1 to 5."
    )

    @api.constrains("is_excluded", "reason")
    def _check_reason(self):
        for setting in self.filtered("is_excluded"):
            if not (setting.reason or "").strip():
                raise ValidationError(
                    self.env._(
                        "«%s»: say why the indicator does not apply to the school.",
                        setting.indicator_id.display_name,
                    )
                )

    @api.constrains("has_borders", "border_green", "border_red", "indicator_id")
    def _check_borders(self):
        for setting in self.filtered("has_borders"):
            green, red = setting.border_green, setting.border_red
            if setting.better == "less":
                green, red = red, green
            if red > green:
                raise ValidationError(
                    self.env._(
                        "«%s»: the red border is on the good side of the green one. "
                        "Change places.",
                        setting.indicator_id.display_name,
                    )
                )

    def _borders(self):
        """``(green, red)`` of the traffic light, None when the school set none."""
        if not self:
            return None
        self.ensure_one()
        if self.has_borders:
            return self.border_green, self.border_red
        return (self.target, self.target) if self.has_target else None

    def _target_entry(self):
        """The target as people would type it, empty when there is none."""
        return number(self.target, 2) if self.has_target else ""
