from odoo import api, models


class VsokoDemoSchool(models.AbstractModel):
    """A demo school leaves no waves of surveys behind."""

    _inherit = "vsoko.demo.school"

    @api.model
    @api.private
    def remove(self, company):
        own = [("company_id", "=", company.id)]
        # sudo: a demo school goes whole
        self.env["vsoko.survey.wave"].sudo().search(own).unlink()
        return super().remove(company)
