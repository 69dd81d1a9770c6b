from odoo import models

# What a school says of itself, by the condition of an indicator.
CONDITIONS = {
    "noo": ("vsoko_has_noo", True),
    "ooo": ("vsoko_has_ooo", True),
    "soo": ("vsoko_has_soo", True),
    "ovz": ("vsoko_has_ovz", True),
    "small": ("vsoko_is_small", True),
    "not_small": ("vsoko_is_small", False),
}


class VsokoIndicator(models.Model):
    """Whether the indicator applies to a school, and why not."""

    _inherit = "vsoko.indicator"

    def _reasons_not(self, company, variant=None):
        """``{indicator: why it does not apply to the school}``."""
        settings = self.env["vsoko.indicator.setting"].search(
            [
                ("indicator_id", "in", self.ids),
                ("company_id", "=", company.id),
                ("is_excluded", "=", True),
            ],
            order="id",
        )
        reasons = {
            one: reason
            for one in self
            if (reason := one._reason_by_kind(company, variant))
        }
        return reasons | {one.indicator_id: one.reason for one in settings}

    def _reason_by_kind(self, company, variant):
        if variant and self.variant_ids and variant not in self.variant_ids:
            return self.env._("Not in the variant «%s»", variant.name)
        field, needed = CONDITIONS.get(self.applies_to, (None, None))
        if field is None or company[field] == needed:
            return None
        sentences = {
            "noo": self.env._("The school has no primary education"),
            "ooo": self.env._("The school has no basic education"),
            "soo": self.env._("The school has no secondary education"),
            "ovz": self.env._("The school has no pupils with disabilities"),
            "small": self.env._("The school is not a small one"),
            "not_small": self.env._("The school is a small one"),
        }
        return sentences[self.applies_to]
