from odoo import fields, models
from odoo.exceptions import ValidationError

from ...tools.measures import SHARE, ValueProblem, read_value
from ..measurement.measure_sentences import value_sentence


class VsokoIndicator(models.Model):
    """Conclusions about an indicator, and the figures they speak of."""

    _inherit = "vsoko.indicator"

    finding_ids = fields.One2many("vsoko.finding", "indicator_id")

    def _read_any(self, entry):
        """A figure or a target: of a share a bare percent will do too; of no indicator
        at all, a number.
        """
        if not self:
            return read_value(entry, "number")
        if self.unit == "share" and entry and not SHARE.fullmatch(entry.strip()):
            return read_value(entry, "percent")
        return self._read(entry)

    def _figure(self, entry):
        """The number that a text says, ``None`` when it says none."""
        if self.unit in ("text", "choice"):
            return None
        try:
            reading = self._read_any(entry)
        except ValueProblem:
            return None
        return reading.value if reading.is_filled else None

    def _check_entries(self, *entries):
        """Refuse texts that are no values of the indicator, in words."""
        for entry in entries:
            try:
                self._read_any(entry)
            except ValueProblem as problem:
                sentence = value_sentence(self.env, problem, self)
                raise ValidationError(sentence) from problem
