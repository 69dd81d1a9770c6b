from odoo import fields, models
from odoo.exceptions import UserError


class VsokoRegisterPrint(models.TransientModel):
    """The register of a period: which kinds, from when till when."""

    _name = "vsoko.register.print"
    _description = "Print the register"

    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    kind_ids = fields.Many2many(
        "vsoko.document.kind",
        string="Kinds",
        domain="[('company_id', 'in', [company_id, False])]",
        help="Empty: all kinds.",
    )
    date_from = fields.Date(
        string="From",
        required=True,
        default=lambda self: fields.Date.start_of(
            fields.Date.context_today(self), "year"
        ),
    )
    date_to = fields.Date(
        string="To",
        required=True,
        default=lambda self: fields.Date.end_of(
            fields.Date.context_today(self), "year"
        ),
    )

    _dates_order = models.Constraint(
        "CHECK (date_to >= date_from)",
        "The period ends before it starts: change one of its dates.",
    )

    def action_pdf(self):
        return self._print("vsoko_reports.register_pdf")

    def action_xlsx(self):
        return self._print("vsoko_reports.register_xlsx")

    def _print(self, report):
        documents = self._documents()
        if not documents:
            raise UserError(
                self.env._("Nothing was registered in this period: choose other dates.")
            )
        # sudo: only the administrator reads report actions
        return self.env.ref(report).sudo().report_action(documents, config=False)

    def _documents(self):
        domain = [
            ("company_id", "=", self.company_id.id),
            ("number", "!=", False),
            ("date", ">=", self.date_from),
            ("date", "<=", self.date_to),
        ]
        if self.kind_ids:
            domain.append(("kind_id", "in", self.kind_ids.ids))
        return self.env["vsoko.document"].search(domain)
