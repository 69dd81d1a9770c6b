import base64

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..models.forms.file_sentences import file_sentence
from ..tools.file_problem import FileProblem
from ..tools.tables import read_tables
from ..tools.wordings import read_wordings


class VsokoFrameworkFill(models.TransientModel):
    """Wordings of a norm as the municipality hands them out, into a framework."""

    _name = "vsoko.framework.fill"
    _description = "Load wordings of indicators"

    framework_id = fields.Many2one(
        "vsoko.framework", required=True, readonly=True, ondelete="cascade"
    )
    file = fields.Binary(attachment=False)
    filename = fields.Char()

    @api.depends("framework_id")
    def _compute_display_name(self):
        for wizard in self:
            wizard.display_name = wizard.framework_id.display_name

    def action_fill(self):
        """Update indicators known by their codes, create the others; all or nothing."""
        self.ensure_one()
        framework = self.framework_id
        framework.check_access("write")
        rows = self._rows()
        known = self._known()
        criteria = self._criteria()
        new = []
        for row in rows:
            if row.code in known:
                known[row.code].write(self._prepare(row, known[row.code]))
            else:
                new.append(self._prepare_new(row, criteria))
        self.env["vsoko.indicator"].create(new)
        return self._show()

    def _rows(self):
        name = self.filename or self.env._("file")
        content = base64.b64decode(self.with_context(bin_size=False).file or b"")
        try:
            return read_wordings(read_tables(content, name))
        except FileProblem as problem:
            raise UserError(self._sentence(problem, name)) from problem

    def _sentence(self, problem, name):
        values = {"row": 0, "sheet": "", "column": "", "value": "", **problem.params}
        values["file"] = name
        sentences = {
            "no_wordings": self.env._(
                "There is no table with the columns Код and Показатель in «%s».", name
            ),
            "bad_number": self.env._(
                "«%(file)s», sheet «%(sheet)s», row %(row)s, column %(column)s: "
                "«%(value)s» is not a number of points.",
                **values,
            ),
            "twice": self.env._(
                "«%(file)s», sheet «%(sheet)s», row %(row)s, column %(column)s: the "
                "code «%(value)s» is already above. Leave one row of it.",
                **values,
            ),
            "no_name": self.env._(
                "«%(file)s», sheet «%(sheet)s», row %(row)s, column %(column)s: the "
                "indicator «%(value)s» has no wording.",
                **values,
            ),
        }
        return sentences.get(problem.code) or file_sentence(self.env, problem, name)

    def _known(self):
        found = self.env["vsoko.indicator"].search(
            [("framework_id", "=", self.framework_id.id)]
        )
        return {(one.code or "").strip(): one for one in found if one.code}

    def _criteria(self):
        found = self.env["vsoko.criterion"].search(
            [("framework_id", "=", self.framework_id.id)]
        )
        return {(one.code or "").strip(): one for one in found}

    def _prepare(self, row, indicator):
        values = {"name": row.name}
        if row.max_points is not None:
            values["max_points"] = row.max_points
        if row.answers:
            values |= {
                "unit": "choice",
                "option_ids": self._options(row.answers, indicator),
            }
        return values

    def _options(self, answers, indicator):
        """Answers that stay keep their records; others are deleted."""
        known = {one.name: one for one in indicator.option_ids}
        said = dict(answers)
        commands = [
            Command.delete(one.id) for name, one in known.items() if name not in said
        ]
        for number, (name, points) in enumerate(answers, 1):
            values = {"name": name, "points": points, "sequence": number}
            commands.append(
                Command.update(known[name].id, values)
                if name in known
                else Command.create(values)
            )
        return commands

    def _prepare_new(self, row, criteria):
        criterion = self._criterion(row, criteria)
        unit = {} if row.max_points is None else {"unit": "points"}
        return {
            "criterion_id": criterion.id,
            "code": row.code,
            "sequence": row.row,
            **unit,
            **self._prepare(row, self.env["vsoko.indicator"]),
        }

    def _criterion(self, row, criteria):
        """By the beginning of the code: 1.2.5 belongs to 1.2."""
        parts = row.code.rstrip(".").split(".")
        for length in range(len(parts) - 1, 0, -1):
            if found := criteria.get(".".join(parts[:length])):
                return found
        raise UserError(
            self.env._(
                "«%(file)s», sheet «%(sheet)s», row %(row)s, column %(column)s: the "
                "framework has no criterion that «%(code)s» could belong to. Make a "
                "criterion with the beginning of this code first.",
                file=self.filename,
                sheet=row.sheet,
                row=row.row,
                column=row.column,
                code=row.code,
            )
        )

    def _show(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.framework_id.display_name,
            "res_model": "vsoko.indicator",
            "views": [(False, "list"), (False, "form")],
            "domain": [("framework_id", "=", self.framework_id.id)],
        }
