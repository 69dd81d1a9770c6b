from odoo import fields, models

from ...tools.measures import SHARE, read_value


class VsokoIndicator(models.Model):
    """Conclusions about an indicator, and the figures they speak of."""

    _inherit = "vsoko.indicator"

    finding_ids = fields.One2many("vsoko.finding", "indicator_id")

    def _read_any(self, entry):
        """A figure or a target: of a share a bare percent will do too."""
        if self.unit == "share" and entry and not SHARE.fullmatch(entry.strip()):
            return read_value(entry, "percent")
        return self._read(entry)

    def _is_numeric(self):
        return self.unit not in ("text", "choice")
