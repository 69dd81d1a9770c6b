from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..models.measurement.measure_sentences import value_sentence
from ..models.measurement.vsoko_matrix import KEY
from ..tools.indicator_form import read_form
from ..tools.measures import ValueProblem
from ..tools.words import normalise


class VsokoImport(models.TransientModel):
    """Filled forms of figures: every row is judged before anything is written."""

    _inherit = "vsoko.import"

    kind = fields.Selection(
        selection_add=[("indicators", "Figures")], ondelete={"indicators": "cascade"}
    )
    period_id = fields.Many2one(
        "vsoko.period",
        domain="[('company_id', '=', company_id), ('is_closed', '=', False)]",
        help="Only for a table of your own: a form of the system knows its period.",
    )
    measured_framework_id = fields.Many2one(
        "vsoko.framework",
        string="Indicators of",
        help="Only for a table of your own: a form of the system knows its framework.",
    )

    # ---- preview ----

    def _preview_indicators(self, tables):
        passport, rows = read_form(tables)
        self._take_passport(passport)
        if not rows:
            raise UserError(
                self.env._(
                    "«%s» has no table with the columns «Код» and «Значение».",
                    self.filename,
                )
            )
        reader = _FigureReader(self, rows)
        lines = [Command.create(values) for values in map(reader.line, rows) if values]
        self.line_ids = [Command.clear(), *lines]
        self.summary = self.env._(
            "%(framework)s, %(period)s: rows with figures – %(count)s.",
            framework=self.measured_framework_id.display_name,
            period=self.period_id.display_name,
            count=len(lines),
        )

    def _take_passport(self, passport):
        """Framework and period of a form made by this system, else those chosen."""
        if not passport:
            self._check_chosen()
        else:
            self._check_passport(passport)
        if self.period_id.is_closed:
            raise UserError(
                self.env._(
                    "The period «%s» is closed: its figures stay as they are.",
                    self.period_id.display_name,
                )
            )

    def _check_chosen(self):
        if not (self.period_id and self.measured_framework_id):
            raise UserError(
                self.env._(
                    "«%s» is not a form of the system: choose the framework and the "
                    "period it is of.",
                    self.filename,
                )
            )

    def _check_passport(self, passport):
        framework, period = self._named_in(passport)
        made = self.env["vsoko.indicator.form"]._passport_of(framework, period)
        if not (framework and period) or made != passport:
            raise UserError(
                self.env._(
                    "«%s» is a form of another school or of another edition of the "
                    "framework. Make the forms anew («Blank forms») and copy the "
                    "figures into them.",
                    self.filename,
                )
            )
        self.measured_framework_id, self.period_id = framework, period

    def _named_in(self, passport):
        """What the passport names, if this person may see it."""
        ids = [int(part) if part.isdecimal() else 0 for part in passport.split(":")]
        framework_id, period_id = (ids + [0, 0])[:2]
        framework = self.env["vsoko.framework"].search([("id", "=", framework_id)])
        period = self.env["vsoko.period"].search(
            [("id", "=", period_id), ("company_id", "=", self.company_id.id)]
        )
        return framework, period

    # ---- import ----

    def _import_indicators(self):
        """Write the rows that can be written; return the action that shows them."""
        good = self.line_ids.filtered(lambda line: line.state != "error")
        known = self._known_figures()
        kept, new = self.env["vsoko.measurement"], []
        for line in good:
            values = {**line.values["figure"], "origin": "form"}
            key = tuple(line.values["key"])
            if key in known:
                kept += known[key]._take_form(values)
            else:
                new.append({**dict(zip(KEY, key, strict=True)), **values})
        kept += kept.create(new)
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_measurement_action"
        )
        return action | {"domain": [("id", "in", kept.ids)], "context": {}}

    def _known_figures(self):
        found = self.env["vsoko.measurement"].search(
            [
                ("framework_id", "=", self.measured_framework_id.id),
                ("period_id", "=", self.period_id.id),
                ("company_id", "=", self.company_id.id),
            ]
        )
        return {tuple(one[name].id for name in KEY): one for one in found}


class _FigureReader:
    """Rows of a form as lines of the preview, what they refer to read at once."""

    def __init__(self, wizard, rows):
        self.wizard, self.env = wizard, wizard.env
        indicators = self.env["vsoko.indicator"].search(
            [("framework_id", "=", wizard.measured_framework_id.id)]
        )
        self.by_id = {one.id: one for one in indicators}
        self.by_code = {one.code: one for one in indicators if one.code}
        causes = self.env["vsoko.cause"].search(
            [("company_id", "in", [False, wizard.company_id.id])]
        )
        self.causes = {normalise(one.name): one.id for one in causes}
        self.known = wizard._known_figures()
        self.seen = set()

    def line(self, row):
        """Values of a line; nothing for a row that nobody has filled in."""
        if not (row.entry or row.comment or row.cause):
            return None
        values = {"table_name": row.table, "row": row.number, "term": row.code}
        indicator, place = self._whose(row)
        if not indicator:
            told = self.env._("there is no indicator «%s» in the framework", row.code)
            return values | self._error(row, "Код", told)
        values["name"] = f"{indicator.display_name}: {row.entry}"
        key = self._key(indicator, place)
        if problem := self._problem(row, indicator, key):
            return values | self._error(row, *problem)
        self.seen.add(key)
        figure = {
            "entry": row.entry,
            "comment": row.comment or False,
            "cause_id": self.causes.get(normalise(row.cause or "")) or False,
        }
        return values | self._judged(row, key, figure)

    def _whose(self, row):
        """The indicator and its class and subject: by the key, else by the code."""
        if not row.key:
            return self.by_code.get(row.code), (False, False)
        ids = [int(part) if part.isdecimal() else 0 for part in row.key.split(":")]
        indicator, school_class, subject = (ids + [0, 0, 0])[:3]
        return self.by_id.get(indicator), (school_class or False, subject or False)

    def _key(self, indicator, place):
        wizard = self.wizard
        return (indicator.id, wizard.period_id.id, wizard.company_id.id, *place)

    def _problem(self, row, indicator, key):
        """``(column, sentence)`` of what keeps the row from being taken."""
        try:
            reading = indicator._read(row.entry)
        except ValueProblem as problem:
            return "Значение", value_sentence(self.env, problem, indicator)
        if key in self.seen:
            return "Код", self.env._("the figure stands in the file twice")
        if reading.is_excluded and not row.comment:
            return "Комментарий", self.env._("write why the indicator does not apply")
        if row.cause and normalise(row.cause) not in self.causes:
            return "Причина", self.env._(
                "there is no cause «%s» in the list", row.cause
            )
        if any(key[3:]) and indicator.scope == "school":
            return "Код", self.env._("the indicator is not measured for classes now")
        return None

    def _error(self, row, column, told):
        message = self.env._(
            "Sheet «%(sheet)s», row %(row)s, column «%(column)s»: %(told)s",
            sheet=row.table,
            row=row.number,
            column=column,
            told=told,
        )
        return {"state": "error", "message": message}

    def _judged(self, row, key, figure):
        """Taken as it is, or with a remark where it changes what is there."""
        own = self.known.get(key)
        message = ""
        if own and own.entry == figure["entry"]:
            message = self.env._("The same figure is there already.")
        elif own and own.entry:
            message = self.env._(
                "There is another figure: %(old)s. It will be changed.", old=own.entry
            )
        return {
            "state": "warning" if message else "ok",
            "message": message,
            "values": {"key": list(key), "figure": figure},
        }
