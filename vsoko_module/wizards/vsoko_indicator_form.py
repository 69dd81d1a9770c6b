import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.archives import archive
from ..tools.file_names import file_name
from ..tools.indicator_form import FormRow, build_form


class VsokoIndicatorForm(models.TransientModel):
    """Blank forms for figures, one a role: handed out, filled in, read back."""

    _name = "vsoko.indicator.form"
    _description = "Blank forms for figures"

    framework_id = fields.Many2one("vsoko.framework", required=True)
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    period_id = fields.Many2one(
        "vsoko.period",
        required=True,
        domain="[('company_id', '=', company_id), ('is_closed', '=', False)]",
    )
    role_ids = fields.Many2many(
        "vsoko.role", string="For the roles", help="Empty: for each role a form."
    )
    is_together = fields.Boolean(string="All in one form")
    file = fields.Binary(attachment=False, readonly=True)
    filename = fields.Char(readonly=True)

    def action_export(self):
        """Make the forms; one file is an .xlsx, several come in an archive."""
        self.ensure_one()
        files = [self._form(role, rows) for role, rows in self._by_role().items()]
        if not files:
            raise UserError(
                self.env._(
                    "«%s» has nothing to fill in: no indicators of the chosen roles "
                    "apply to the school.",
                    self.framework_id.name,
                )
            )
        name, data = files[0]
        if len(files) > 1:
            name, data = file_name("Бланки", self.period_id.name, "zip"), archive(files)
        self.write({"file": base64.b64encode(data), "filename": name})
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
        }

    def _by_role(self):
        """``{role: indicators}`` of those that apply and are not counted."""
        indicators = self.env["vsoko.indicator"].search(
            [("framework_id", "=", self.framework_id.id), ("formula", "=", False)]
        )
        reasons = indicators._reasons_not(self.company_id)
        applying = indicators.filtered(lambda one: one not in reasons)
        if self.role_ids:
            applying = applying.filtered(lambda one: one.role_id in self.role_ids)
        if self.is_together and applying:
            return {self.env["vsoko.role"]: applying}
        return applying.grouped("role_id")

    def _form(self, role, indicators):
        known = self._known(indicators)
        causes = self.env["vsoko.cause"].search(
            [("company_id", "in", [False, self.company_id.id])]
        )
        rows = [
            self._row(indicator, place, known)
            for indicator in indicators
            for place in self._places(indicator)
        ]
        titles = [
            self.company_id.vsoko_full_name or self.company_id.name,
            self.framework_id.display_name,
            self.period_id.display_name,
            role.name or "",
        ]
        data = build_form(titles, self._passport(), rows, causes.mapped("name"))
        about = " ".join(filter(None, [role.name, self.period_id.name]))
        return file_name("Бланк", about, "xlsx"), data

    @api.model
    def _passport_of(self, framework, period):
        """Says which framework, edition and period a form is of, and whose it is."""
        # sudo: only the administrator reads parameters
        uuid = self.env["ir.config_parameter"].sudo().get_param("database.uuid")
        said = f"{framework.id}:{framework.edition or ''}:{period.id}"
        sealed = hashlib.sha256(f"{uuid}:{said}:{period.company_id.id}".encode())
        return f"{framework.id}:{period.id}:{sealed.hexdigest()[:16]}"

    def _passport(self):
        return self._passport_of(self.framework_id, self.period_id)

    def _known(self, indicators):
        found = self.env["vsoko.measurement"].search(
            [
                ("indicator_id", "in", indicators.ids),
                ("period_id", "=", self.period_id.id),
            ]
        )
        return {(one.indicator_id, one.class_id, one.subject_id): one for one in found}

    def _places(self, indicator):
        """Pairs of class and subject that the indicator is measured for."""
        classes, subjects = self.env["vsoko.class"], self.env["vsoko.subject"]
        if "class" in indicator.scope:
            classes = self.period_id.year_id.class_ids
        if "subject" in indicator.scope:
            subjects = subjects.search(
                [("company_id", "in", [False, self.company_id.id])]
            )
        rows = list(classes) if "class" in indicator.scope else [classes]
        columns = list(subjects) if "subject" in indicator.scope else [subjects]
        return [(row, column) for row in rows for column in columns]

    def _row(self, indicator, place, known):
        school_class, subject = place
        value = known.get((indicator, school_class, subject))
        entry, total = self._parts(indicator, value)
        units = dict(indicator._fields["unit"]._description_selection(self.env))
        return FormRow(
            key=f"{indicator.id}:{school_class.id or 0}:{subject.id or 0}",
            code=indicator.code or "",
            name=indicator.name,
            of=", ".join(filter(None, [school_class.name, subject.name])),
            unit=indicator.measure_unit or units[indicator.unit],
            who=self._who(indicator),
            kind=indicator.unit,
            answers=indicator.option_ids.mapped("name"),
            limit=indicator.max_points,
            value=entry,
            total=total,
            comment=(value and value.comment) or "",
            cause=(value and value.cause_id.name) or "",
        )

    def _who(self, indicator):
        who, base = indicator.numerator_label, indicator.denominator_label
        return f"{who or ''} / {base}" if base else who or ""

    def _parts(self, indicator, value):
        if not value or not value.entry:
            return "", ""
        if indicator.unit == "share" and value.is_filled:
            return f"{value.numerator:g}", f"{value.denominator:g}"
        return value.entry, ""
