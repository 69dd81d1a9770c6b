from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.analysis_facts import ANALYSIS

HEADING = "О результатах внутренней оценки качества образования за %s учебный год"


class VsokoDocumentCreate(models.TransientModel):
    """A paper about a whole school year: its problem-oriented analysis."""

    _inherit = "vsoko.document.create"

    year_id = fields.Many2one(
        "vsoko.academic.year",
        string="School year",
        compute="_compute_year_id",
        store=True,
        readonly=False,
        domain="[('company_id', '=', company_id)]",
    )
    is_of_year = fields.Boolean(compute="_compute_is_of_year")

    @api.depends("kind_id")
    def _compute_is_of_year(self):
        for wizard in self:
            wizard.is_of_year = wizard.kind_id.code == ANALYSIS

    @api.depends("kind_id", "company_id")
    def _compute_year_id(self):
        years = self.env["vsoko.academic.year"]
        for wizard in self:
            current = years._current(wizard.company_id)
            own = wizard.year_id or current
            wizard.year_id = own if wizard.is_of_year else False

    @api.depends("year_id")
    def _compute_name(self):
        return super()._compute_name()

    def _proposed_name(self):
        if self.is_of_year and self.year_id:
            return HEADING % self.year_id.name
        return super()._proposed_name()

    def _check_sources(self):
        result = super()._check_sources()
        self.year_id.check_access("read")
        if self.is_of_year and not self.year_id:
            raise UserError(self.env._("Choose the school year of the analysis."))
        return result

    def _prepare_document(self):
        values = super()._prepare_document()
        return values | ({"year_id": self.year_id.id} if self.is_of_year else {})
