from odoo import api, models
from odoo.exceptions import RedirectWarning


class VsokoYearFirstMixin(models.AbstractModel):
    """What cannot be begun in a school that has no year yet."""

    _name = "vsoko.year.first.mixin"
    _description = "Needs a school year"

    def onchange(self, values, field_names, fields_spec):
        """The form of a new record says what comes first, and leads there."""
        if not (self or field_names):
            self._check_year_begun()
        return super().onchange(values, field_names, fields_spec)

    @api.model
    def _check_year_begun(self):
        school = self.env.company
        years = self.env["vsoko.academic.year"]
        if not years.search_count([("company_id", "=", school.id)], limit=1):
            raise RedirectWarning(
                self.env._(
                    "%s has no school year yet. Begin one, then come back.",
                    school.name,
                ),
                self.env.ref("vsoko_module.vsoko_setup_action").id,
                self.env._("Open the assistant"),
            )
