from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..models.forms.file_sentences import file_sentence
from ..tools.file_problem import FileProblem
from ..tools.indicator_sheet import SheetRow, read_indicators
from .indicator_rows import IndicatorRows


class VsokoImport(models.TransientModel):
    """Figures of a filled form, or of a plain table of codes and values."""

    _inherit = "vsoko.import"

    kind = fields.Selection(
        selection_add=[("indicators", "Figures of indicators")],
        ondelete={"indicators": "cascade"},
    )
    period_id = fields.Many2one(
        "vsoko.period",
        domain="[('company_id', '=', company_id), ('is_closed', '=', False)]",
        help="Of a form: empty, the form knows its period itself.",
    )
    jump_percent = fields.Integer(
        string="Warn of a jump above, %",
        default=50,
        help="A figure that has changed by more than this against the period before "
        "is shown with a remark. 0: no such remarks.",
    )

    def action_back(self):
        """The next form has a framework and a period of its own."""
        result = super().action_back()
        forms = self.filtered(lambda wizard: wizard.kind == "indicators")
        forms.write({"framework_id": False, "period_id": False})
        return result

    # ---- preview ----

    def _preview_indicators(self, tables):
        reading = self._read_indicators(tables)
        if reading.keys is None:
            self._check_chosen()
        elif problem := self._other_form(reading.keys):
            self._keep_problem(reading, problem)
            return
        else:
            self._take_keys(reading.keys)
        if self.period_id.is_closed:
            self._keep_problem(reading, self._closed_sentence())
            return
        rows = IndicatorRows(self, reading.rows)
        lines = [rows.line(row) for row in reading.rows if not row.is_empty]
        self.line_ids = [Command.clear(), *map(Command.create, lines)]
        self.summary = self._indicators_summary(reading)

    def _read_indicators(self, tables):
        try:
            return read_indicators(self._content(), tables)
        except FileProblem as problem:
            raise UserError(self._form_problem(problem)) from problem

    def _form_problem(self, problem):
        sentences = {
            "broken_form": self.env._(
                "The hidden sheet of the form «%s» has been changed, so it is not "
                "known of what its figures are. Make a blank form anew and copy the "
                "figures into it.",
                self.filename,
            ),
            "no_codes": self.env._(
                "There are no figures in «%s»: a table needs the columns Код and "
                "Значение, with codes of indicators under them.",
                self.filename,
            ),
        }
        return sentences.get(problem.code) or file_sentence(
            self.env, problem, self.filename
        )

    def _check_chosen(self):
        if not (self.framework_id and self.period_id):
            raise UserError(
                self.env._(
                    "«%s» is not a form made by the system: choose the framework and "
                    "the period that its figures are of.",
                    self.filename,
                )
            )

    def _take_keys(self, keys):
        self.framework_id = keys["framework"]
        self.period_id = keys["period"]

    def _other_form(self, keys):
        """What is not ours about a form; nothing when it is."""
        if keys["company"] != self.company_id.id:
            return self.env._(
                "the form was made for another school. Switch to that school or make "
                "a form of your own."
            )
        framework = self._readable("vsoko.framework", keys["framework"])
        chosen = self.framework_id
        edition = keys["edition"]
        if not framework or (chosen or framework) != framework:
            return self._edition_sentence(edition, chosen)
        if edition != (framework.edition or ""):
            return self._edition_sentence(edition, framework)
        return self._other_period(keys["period"])

    def _edition_sentence(self, edition, framework):
        return self.env._(
            "the form is of another edition («%(old)s») than «%(new)s». Make a blank "
            "form of this edition and copy the figures into it.",
            old=edition or "–",
            new=framework.display_name or "–",
        )

    def _other_period(self, number):
        period = self._readable("vsoko.period", number)
        if not period or (self.period_id or period) != period:
            return self.env._(
                "the form is of the period «%(form)s», not «%(chosen)s». Choose that "
                "period or make a form of this one.",
                form=period.display_name or "–",
                chosen=self.period_id.display_name or "–",
            )
        return None

    def _readable(self, model, number):
        """What the form names, if the user may see it and it is of the school."""
        own = [("company_id", "in", [False, self.company_id.id])]
        records = self.env[model].with_context(active_test=False)
        return records.search([("id", "=", number), *own])

    def _closed_sentence(self):
        return self.env._(
            "the period «%s» is closed: its figures stay as they are. The director "
            "may open it again.",
            self.period_id.display_name,
        )

    def _keep_problem(self, reading, problem):
        """A form that cannot be taken whole is one error, not one in each row."""
        first: SheetRow = reading.rows[0] if reading.rows else SheetRow("", 1)
        message = self.env._(
            "Sheet «%(sheet)s», row %(row)s, column %(column)s: %(problem)s",
            sheet=first.sheet,
            row=first.row,
            column="A",
            problem=problem,
        )
        line = {
            "table_name": first.sheet,
            "row": first.row,
            "state": "error",
            "message": message,
            "values": {},
            "name": self.filename,
        }
        self.line_ids = [Command.clear(), Command.create(line)]
        self.summary = message

    def _indicators_summary(self, reading):
        empty = sum(row.is_empty for row in reading.rows)
        said = [
            self.env._(
                "%(framework)s, %(period)s.",
                framework=self.framework_id.display_name,
                period=self.period_id.display_name,
            )
        ]
        if empty:
            said.append(self.env._("Not filled in: %s rows.", empty))
        return " ".join(said)

    # ---- import ----

    def _import_indicators(self):
        measurements = self.env["vsoko.measurement"]
        lines = self.line_ids.filtered(
            lambda line: line.state != "error" and line.values.get("changes")
        )
        found = self._known_measurements(lines)
        new = []
        for line in lines:
            values = {**line.values["changes"], "origin": "form"}
            place = tuple(line.values["place"])
            if place in found:
                found[place].write(values)
            else:
                new.append(values | self._prepare_place(place))
        measurements.create(new)
        return self._show_measurements()

    def _prepare_place(self, place):
        indicator, school_class, subject = place
        return {
            "indicator_id": indicator,
            "class_id": school_class or False,
            "subject_id": subject or False,
            "period_id": self.period_id.id,
            "company_id": self.company_id.id,
        }

    def _known_measurements(self, lines):
        numbers = [line.values["place"][0] for line in lines]
        found = self.env["vsoko.measurement"].search(
            [
                ("indicator_id", "in", numbers),
                ("period_id", "=", self.period_id.id),
                ("company_id", "=", self.company_id.id),
            ]
        )
        return {one._place(): one for one in found}

    def _show_measurements(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Figures of indicators"),
            "res_model": "vsoko.measurement",
            "views": [(False, "list"), (False, "form")],
            "domain": [
                ("period_id", "=", self.period_id.id),
                ("framework_id", "=", self.framework_id.id),
                ("company_id", "=", self.company_id.id),
            ],
        }
