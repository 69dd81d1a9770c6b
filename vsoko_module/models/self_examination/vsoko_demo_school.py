from odoo import api, fields, models

NOTES = (
    "Раздел написан для примера: школа заменяет его своим текстом. Образовательная "
    "деятельность велась по учебному плану, утверждённому приказом директора."
)
# Made-up figures of last year and of the year before
FIGURES = {
    "1.1": ("486", "478"),
    "1.2": ("204", "199"),
    "1.3": ("236", "233"),
    "1.4": ("46", "46"),
    "1.5": ("231/486", "248/478"),
    "1.6": ("4,1", "4"),
    "1.7": ("3,8", "3,7"),
    "1.8": ("68,4", "66,9"),
    "1.9": ("58,2", "59"),
    "1.18": ("312/486", "287/478"),
    "2.1": ("0,31", "0,29"),
    "2.3": ("да", "да"),
    "2.5": ("486/486", "478/478"),
}
# Targets of the school: code, target, where the light is red
TARGETS = [("1.5", 50, 48), ("1.18", 60, 50), ("1.9", 58, 55)]
CAUSE = "В двух классах полгода не было постоянного учителя математики"


class VsokoDemoSchool(models.AbstractModel):
    """The self-examination of the demo school, half-way to its signature."""

    _inherit = "vsoko.demo.school"

    @api.model
    @api.private
    def load(self, company):
        made = super().load(company)
        self._writing_for(company)._examine(company, made)
        return made

    @api.model
    @api.private
    def remove(self, company):
        own = [("company_id", "=", company.id)]
        # sudo: what is signed stays for people; a demo school goes whole
        self.env["vsoko.self.examination"].sudo().search(own).unlink()
        evaluations = self.env["vsoko.evaluation"].sudo().search(own)
        evaluations.write({"state": "draft"})
        evaluations.unlink()
        self.env["vsoko.measurement"].sudo().search(own).unlink()
        self.env["vsoko.indicator.setting"].sudo().search(own).unlink()
        return super().remove(company)

    def _examine(self, company, made):
        deputy = made["deputy"]
        year = fields.Date.context_today(self).year - 1
        examination = self.env["vsoko.self.examination"].create(
            {
                "company_id": company.id,
                "year": year,
                "employee_id": deputy.id,
            }
        )
        for section in examination.section_ids:
            section.employee_ids = deputy
            section.text = f"<p>{NOTES}</p>"
        examination.section_ids[:6].state = "ready"
        self._measure(company, year)
        before = self.env["vsoko.period"]._calendar_year(year - 1, company)
        self.env["vsoko.evaluation"].create(
            {
                "framework_id": examination.framework_id.id,
                "period_id": before.id,
                "company_id": company.id,
            }
        ).action_collect()
        examination.action_collect()

    def _measure(self, company, year):
        """Figures of two years, targets, and why one of them was not reached."""
        indicators = {one.code: one for one in self._rows_of_1324()}
        self.env["vsoko.indicator.setting"].create(
            [
                {
                    "indicator_id": indicators[code].id,
                    "company_id": company.id,
                    "has_target": True,
                    "target": target,
                    "has_borders": True,
                    "border_green": target,
                    "border_red": red,
                }
                for code, target, red in TARGETS
            ]
        )
        periods = [
            self.env["vsoko.period"]._calendar_year(one, company)
            for one in (year, year - 1)
        ]
        figures = self.env["vsoko.measurement"].create(
            [
                {
                    "indicator_id": indicators[code].id,
                    "period_id": period.id,
                    "company_id": company.id,
                    "entry": entry,
                }
                for code, entries in FIGURES.items()
                for period, entry in zip(periods, entries, strict=True)
            ]
        )
        figures.filtered(lambda one: one.light == "red").write(
            {
                "cause_id": self.env.ref("vsoko_module.cause_staff").id,
                "cause_note": CAUSE,
            }
        )

    def _rows_of_1324(self):
        framework = self.env.ref("vsoko_module.framework_1324")
        return self.env["vsoko.indicator"].search([("framework_id", "=", framework.id)])
