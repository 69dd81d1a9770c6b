from odoo import Command, fields, models

from ...tools.paragraphs import clean

# Monday to Friday; the school adds Saturday in the calendar when it studies six days.
STUDY_DAYS = range(5)


class ResCompany(models.Model):
    _inherit = "res.company"

    vsoko_full_name = fields.Char(
        string="Full name of the school", help="As in the charter; goes to the papers."
    )
    vsoko_founder = fields.Char(string="Founder")
    vsoko_requisites = fields.Text(
        string="Requisites on papers",
        help="Printed under the name of the school; empty: address, phone, e-mail and "
        "site of the company.",
    )
    vsoko_is_demo = fields.Boolean(string="Demo school", readonly=True)
    vsoko_evidence_limit = fields.Integer(
        string="Largest file, MB",
        default=20,
        help="A larger file handed in is refused.",
    )
    vsoko_shift_rule = fields.Selection(
        [
            ("before", "To the school day before"),
            ("after", "To the school day after"),
            ("stay", "Leave as it is"),
        ],
        string="A deadline on a day off",
        default="before",
        required=True,
    )
    vsoko_calendar_id = fields.Many2one("resource.calendar", string="School week")

    def _vsoko_head(self):
        """What papers of the school begin with: founder, full name, place."""
        return {
            "founder": clean(self.vsoko_founder),
            "name": clean(self.vsoko_full_name or self.name),
            "city": clean(self.city),
        }

    def _vsoko_requisites(self):
        """Address and contacts as the head of a paper has them, one line."""
        self.ensure_one()
        address = [self.zip, self.city, self.street, self.street2]
        tax = self.vat and f"ИНН {self.vat}"
        said = [", ".join(filter(None, address)) if self.street else "", tax]
        said += [self.phone and f"тел. {self.phone}", self.email, self.website]
        return self.vsoko_requisites or ", ".join(filter(None, said))

    def _vsoko_school_calendar(self):
        """The calendar of school days; its days off are holidays of pupils.

        The calendar of the staff will not do: teachers work during school holidays.
        """
        self.ensure_one()
        # sudo: a deputy who opens the first school year is not an administrator of
        # Odoo; what is written is the school's own new calendar and nothing else.
        company = self.sudo()
        if not company.vsoko_calendar_id:
            company.vsoko_calendar_id = (
                self.env["resource.calendar"]
                .sudo()
                .create(company._prepare_vsoko_calendar())
            )
        return company.vsoko_calendar_id.sudo(False)

    def _prepare_vsoko_calendar(self):
        return {
            "name": self.env._("School week: %s", self.name),
            "company_id": self.id,
            "tz": self.env.user.tz or self.resource_calendar_id.tz or "UTC",
            "attendance_ids": [
                Command.create(
                    {
                        "name": self.env._("Lessons"),
                        "dayofweek": str(day),
                        "hour_from": 8,
                        "hour_to": 15,
                        "day_period": "morning",
                    }
                )
                for day in STUDY_DAYS
            ],
        }
