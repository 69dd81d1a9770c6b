import base64

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.archives import archive
from ..tools.file_names import file_name
from ..tools.indicator_form import NOT_APPLICABLE, Form, FormRow, form_workbook

# What is printed in «Единица» where the norm says nothing
UNITS = {
    "number": "количество",
    "percent": "%",
    "share": "доля",
    "points": "баллы",
    "yes_no": "да/нет",
    "choice": "ответ из списка",
    "text": "текст",
}


class VsokoIndicatorForm(models.TransientModel):
    """Blank forms for those who owe figures: one workbook a role."""

    _name = "vsoko.indicator.form"
    _description = "Blank forms of indicators"
    _check_company_auto = True

    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    framework_id = fields.Many2one(
        "vsoko.framework",
        required=True,
        ondelete="cascade",
        check_company=True,
        domain="[('company_id', 'in', [False, company_id])]",
    )
    period_id = fields.Many2one(
        "vsoko.period",
        required=True,
        ondelete="cascade",
        check_company=True,
        domain="[('company_id', '=', company_id), ('is_closed', '=', False)]",
    )
    role_ids = fields.Many2many(
        "vsoko.role",
        string="Roles",
        help="Empty: a form for each role that owes figures.",
    )
    class_ids = fields.Many2many(
        "vsoko.class",
        string="Classes",
        domain="[('company_id', '=', company_id)]",
        help="Empty: all classes of the year.",
    )
    file = fields.Binary(readonly=True, attachment=False)
    filename = fields.Char(readonly=True)

    @api.depends("framework_id")
    def _compute_display_name(self):
        for wizard in self:
            wizard.display_name = wizard.framework_id.display_name or self.env._(
                "Blank forms"
            )

    def action_export(self):
        """Make the forms and hand them over: a workbook, or a ZIP of several."""
        self.ensure_one()
        self.check_access("write")
        self.framework_id.check_access("read")
        self.period_id.check_access("read")
        self._check_open()
        files = self._files()
        if len(files) == 1:
            name, content = files[0]
        else:
            name = file_name("Бланки показателей", self.period_id.name, "zip")
            content = archive(files)
        self.write({"file": base64.b64encode(content), "filename": name})
        url = f"/web/content/{self._name}/{self.id}/file/{name}?download=true"
        return {"type": "ir.actions.act_url", "target": "self", "url": url}

    def _check_open(self):
        if self.period_id.is_closed:
            raise UserError(
                self.env._(
                    "The period «%s» is closed: its figures stay as they are. Choose "
                    "an open one.",
                    self.period_id.display_name,
                )
            )

    def _files(self):
        indicators = self._indicators()
        reasons = indicators._reasons_not(self.company_id)
        groups = indicators.grouped("role_id")
        chosen = self.role_ids or self.env["vsoko.role"].union(*groups)
        asked = indicators.filtered(lambda one: one not in reasons)
        rows = self._rows_by_indicator(asked)
        people = self._people()
        return [
            self._file(role, group, rows, reasons, people.get(role, ""))
            for role, group in groups.items()
            if role in chosen or not (role or self.role_ids)
        ] or self._nobody_owes()

    def _nobody_owes(self):
        raise UserError(
            self.env._(
                "«%s»: these roles owe no figures. Name a responsible role on the "
                "cards of the indicators.",
                self.framework_id.display_name,
            )
        )

    def _indicators(self):
        found = self.env["vsoko.indicator"].search(
            [("framework_id", "=", self.framework_id.id)]
        )
        if not found:
            raise UserError(
                self.env._(
                    "«%s» has no indicators yet: enter or load them first.",
                    self.framework_id.display_name,
                )
            )
        return found

    def _people(self):
        """Who holds which role, names in one line."""
        holders = self.env["vsoko.role.holder"].search(
            [
                ("company_id", "=", self.company_id.id),
                "|",
                ("date_to", "=", False),
                ("date_to", ">=", fields.Date.context_today(self)),
            ]
        )
        return {
            role: ", ".join(dict.fromkeys(group.employee_id.mapped("name")))
            for role, group in holders.grouped("role_id").items()
        }

    # ---- rows ----

    def _rows_by_indicator(self, indicators):
        known = self._known(indicators)
        classes = self.class_ids or self.period_id.year_id.class_ids
        subjects = self._subjects(indicators)
        nobody = (self.env["vsoko.class"], self.env["vsoko.subject"])
        rows = {}
        for one in indicators:
            places = classes if "class" in one.scope else nobody[:1]
            things = subjects if "subject" in one.scope else nobody[1:]
            rows[one] = [
                self._row(one, place, thing, known)
                for place in places
                for thing in things
            ]
        return rows

    def _subjects(self, indicators):
        if not any("subject" in scope for scope in set(indicators.mapped("scope"))):
            return self.env["vsoko.subject"]
        return self.env["vsoko.subject"].search(
            [("company_id", "in", [False, self.company_id.id])]
        )

    def _known(self, indicators):
        found = self.env["vsoko.measurement"].search(
            [
                ("indicator_id", "in", indicators.ids),
                ("period_id", "=", self.period_id.id),
                ("company_id", "=", self.company_id.id),
            ]
        )
        return {one._place(): one for one in found}

    def _row(self, indicator, place, thing, known):
        key = (indicator.id, place.id or 0, thing.id or 0)
        measurement = known.get(key, self.env["vsoko.measurement"])
        unit = indicator.measure_unit or UNITS[indicator.unit]
        return FormRow(
            key=key,
            texts=[
                (indicator.code or "").strip(),
                indicator.name,
                place.name or "",
                thing.name or "",
                unit,
                indicator.numerator_label or "",
                indicator.denominator_label or "",
            ],
            unit=indicator.unit,
            limit=indicator.max_points,
            answers=[*indicator.option_ids.mapped("name"), NOT_APPLICABLE],
            known=measurement._form_values(),
        )

    # ---- one workbook ----

    def _file(self, role, indicators, rows, reasons, people):
        title = role.name or "Ответственный не назначен"
        form = Form(
            head=self._head(title, people),
            keys=self._keys(),
            rows=[row for one in indicators for row in rows.get(one, [])],
            causes=self._causes(),
            left_out=[
                f"{one.display_name} – {reasons[one]}"
                for one in indicators
                if one in reasons
            ],
        )
        return file_name("Бланк показателей", title, "xlsx"), form_workbook(form)

    def _head(self, title, people):
        period = self.period_id
        days = f"{period.date_start:%d.%m.%Y} – {period.date_end:%d.%m.%Y}"
        return [
            ("Школа", self.company_id.name),
            ("Модель оценки", self.framework_id.display_name),
            ("Период", f"{period.name} ({days})"),
            ("Роль", title),
            ("Заполняет", people or "____________________"),
        ]

    def _keys(self):
        return {
            "framework": self.framework_id.id,
            "edition": self.framework_id.edition or "",
            "period": self.period_id.id,
            "company": self.company_id.id,
        }

    def _causes(self):
        causes = self.env["vsoko.cause"].search(
            [("company_id", "in", [False, self.company_id.id])]
        )
        return causes.mapped("name")
