from odoo import models


class VsokoMeasurement(models.Model):
    """A value as the cells of a blank form hold it."""

    _inherit = "vsoko.measurement"

    def _place(self):
        """Of what it is: ids of the indicator, the class and the subject."""
        return self.indicator_id.id, self.class_id.id or 0, self.subject_id.id or 0

    def _form_values(self):
        """``(value, base, comment, cause)``: numbers as numbers, the rest as text."""
        value, total = self._form_value()
        return value, total, self.comment or "", self.cause_id.name or ""

    def _form_value(self):
        if not self.is_filled:
            return ("н/п" if self.is_excluded else ""), ""
        if self.unit == "share":
            return _plain(self.numerator), _plain(self.denominator)
        if self.unit == "yes_no":
            return ("да" if self.value else "нет"), ""
        if self.unit in ("text", "choice"):
            return self.answer or "", ""
        return _plain(self.value), ""


def _plain(value):
    """Excel shows 12 where it would keep 12.0."""
    return int(value) if float(value).is_integer() else value
