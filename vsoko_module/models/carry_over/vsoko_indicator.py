from odoo import models

from ...tools.measures import ValueProblem, shown
from ...tools.paragraphs import clean


class VsokoIndicator(models.Model):
    """How papers say a figure that was written down."""

    _inherit = "vsoko.indicator"

    def _said(self, entry):
        """«52 %» of «52»; what cannot be read stays as it was written."""
        text = clean(entry).strip()
        if not text:
            return ""
        try:
            reading = self._read_any(text)
        except ValueProblem:
            return text
        is_bare = self.unit == "share" and not reading.denominator
        unit = "percent" if is_bare else self.unit
        return shown(reading, unit) if reading.is_filled else text
