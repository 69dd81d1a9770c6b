import re
from os.path import splitext

from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..models.forms.file_sentences import file_sentence
from ..models.plan.vsoko_procedure_term import month_number
from ..tools.file_problem import FileProblem
from ..tools.headers import is_header
from ..tools.number_text import NOMINATIVE
from ..tools.plan_reader import ColumnGuess, PlanRow, understand
from .plan_rows import Catalogues, Directions, RowReader, best_framework, row_keys

SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s*[-–/]\s*(?:20)?\d\d\b")
# Rows of a table in which its title may stand, above the header.
TITLE_ROWS = 5


class VsokoImport(models.TransientModel):
    _inherit = "vsoko.import"

    # ---- preview ----

    def _preview_plan(self, tables):
        reading = self._understand_plan(tables)
        if not self.column_ids:
            self.column_ids = self._prepare_columns(reading.columns)
        self.start_year = self._start_year_of(tables)
        self.year_id = self.plan_id.year_id or self.year_id or self._year_of_file()
        self.title = self._title_of(tables)
        self.plan_id = self.plan_id or self._imported_before()
        catalogues = Catalogues(self.env, self.company_id)
        catalogues.explain(self.phrase_ids)
        self.framework_id = self._framework_for(reading.rows)
        reader = self._row_reader(catalogues)
        self._keep_lines(reading.rows, reader)
        self.summary = self._plan_summary(reading)

    def _understand_plan(self, tables):
        try:
            return understand(tables, self._chosen_columns())
        except FileProblem as problem:
            sentence = file_sentence(self.env, problem, self.filename)
            raise UserError(sentence) from problem

    def _chosen_columns(self):
        return [
            ColumnGuess(
                table=column.table_index,
                index=column.column_index,
                header=column.header or "",
                sample=column.sample or "",
                meaning=column.meaning,
                table_name=column.table_name or "",
            )
            for column in self.column_ids
        ]

    def _prepare_columns(self, columns):
        return [
            Command.create(
                {
                    "table_index": column.table,
                    "column_index": column.index,
                    "table_name": column.table_name,
                    "header": column.header,
                    "sample": column.sample,
                    "meaning": column.meaning,
                }
            )
            for column in columns
        ]

    def _row_reader(self, catalogues):
        span, school_days = self._days_of_year()
        blocks = self.framework_id.block_ids
        return RowReader(self.env, catalogues, Directions(blocks), span, school_days)

    def _days_of_year(self):
        """What terms need to know of the year, also of one nobody has entered yet."""
        if self.year_id:
            return self.year_id._span(), self.year_id._school_days()
        years = self.env["vsoko.academic.year"]
        return years._proposed_span(self.start_year), _is_weekday

    def _keep_lines(self, rows, reader):
        known = self._known_keys()
        lines, words = [], {}
        for row, key in zip(rows, row_keys(rows), strict=True):
            values, remarks, unknown = reader.understand(row)
            if key in known:
                remarks.insert(0, self.env._("Already in the plan: skipped."))
            for phrase in unknown:
                words[phrase] = words.get(phrase, 0) + 1
            lines.append(self._prepare_line(row, values | {"key": key}, remarks))
        self.line_ids = [Command.clear(), *map(Command.create, lines)]
        self._keep_phrases(words)

    def _prepare_line(self, row, values, remarks):
        state = "warning" if remarks else "ok"
        if not values["name"]:
            state = "error"
        return {
            "table_name": row.table_name,
            "row": row.row,
            "state": state,
            "message": "\n".join(remarks),
            "values": values,
            "name": "\n".join(row.steps) or row.object,
            "block": row.direction or row.block,
            "term": values["term_text"],
            "date_start": values["date_start"],
            "date_end": values["date_end"],
            "roles": values["role_text"],
            "outcomes": values["outcome_text"],
        }

    def _keep_phrases(self, words):
        """Unknown roles to be explained; what the user has answered stays."""
        answered = self.phrase_ids.filtered(lambda p: p.role_ids or p.is_new)
        new = words.keys() - set(answered.mapped("name"))
        self.phrase_ids = [
            *(Command.delete(phrase.id) for phrase in self.phrase_ids - answered),
            *(
                Command.create({"name": name, "row_count": words[name]})
                for name in words
                if name in new
            ),
        ]

    def _framework_for(self, rows):
        frameworks = self.plan_id.framework_id or self.env["vsoko.framework"].search(
            [("company_id", "in", [False, self.company_id.id])]
        )
        return best_framework(frameworks, rows)

    def _imported_before(self):
        """The plan that this very file has made earlier, archived ones too."""
        plans = self.env["vsoko.plan"].with_context(active_test=False)
        domain = [("source_digest", "=", self._digest())]
        domain.append(("company_id", "=", self.company_id.id))
        if self.year_id:
            domain.append(("year_id", "=", self.year_id.id))
        return plans.search(domain, limit=1)

    def _known_keys(self):
        """Keys of the plan's lines: of the file they came from and of what they say.

        Lines of a template or typed by hand came from no file.
        """
        procedures = self.plan_id.procedure_ids
        return {
            *procedures.mapped("source_key"),
            *row_keys(map(_as_row, procedures)),
        }

    def _plan_summary(self, reading):
        lines = [self.env._("File: %s", self.filename)]
        if self.plan_id:
            lines.append(
                self.env._("Rows are added to the plan «%s».", self.plan_id.name)
            )
        else:
            lines.append(self.env._("A new plan is made: «%s».", self.title))
        if not self.year_id:
            lines.append(
                self.env._(
                    "The school has no such year yet: it is made with usual holidays."
                )
            )
        if self.framework_id:
            lines.append(
                self.env._("Directions: «%s».", self.framework_id.display_name)
            )
        elif any(row.block or row.direction for row in reading.rows):
            lines.append(
                self.env._("The directions are your own: a framework is made of them.")
            )
        lines += [self._row_problem(code, params) for code, params in reading.problems]
        return "\n".join(lines)

    @api.model
    def _row_problem(self, code, params):
        """A sentence about a table, column or row that was not understood."""
        values = dict.fromkeys(("table", "column", "row", "header", "text"), "")
        values |= params
        sentences = {
            "no_header": self.env._(
                "%(table)s: no header of a plan was found, the table is not read.",
                **values,
            ),
            "unknown_column": self.env._(
                "%(table)s, column %(column)s «%(header)s» is not read: choose what it "
                "is on the tab «Columns».",
                **values,
            ),
            "stray_text": self.env._(
                "%(table)s, row %(row)s: «%(text)s» stands outside the columns and is "
                "not read.",
                **values,
            ),
            "no_content": self.env._(
                "%(table)s, row %(row)s, column «%(column)s»: what is to be done is "
                "not said.",
                **values,
            ),
            "no_term": self.env._(
                "%(table)s, row %(row)s, column «%(column)s»: neither month nor term "
                "is named.",
                **values,
            ),
        }
        return sentences[code]

    def _title_of(self, tables):
        lines = [line for text in titles(tables) for line in text.splitlines()]
        title = " ".join(" ".join(lines[:2]).split())
        return title or splitext(self.filename or "")[0] or self.env._("Plan")

    def _year_of_file(self):
        years = self.env["vsoko.academic.year"].search(
            [("company_id", "=", self.company_id.id)]
        )
        return years.filtered(lambda year: year._start_year() == self.start_year)[:1]

    def _start_year_of(self, tables):
        found = SCHOOL_YEAR.search("\n".join([*titles(tables), self.filename or ""]))
        if found:
            return int(found[1])
        years = self.env["vsoko.academic.year"]
        current = years._current(self.company_id)
        return current._start_year() if current else years._default_date_start().year

    # ---- import ----

    def _import_plan(self):
        self.phrase_ids._learn()
        known = self._known_keys()
        lines = self.line_ids.filtered(
            lambda line: line.state != "error" and line.values["key"] not in known
        )
        if not lines:
            return self._nothing_new()
        plan = self.plan_id or self._create_plan()
        blocks = self._blocks_for(plan, lines)
        roles = Catalogues(self.env, self.company_id).roles
        self.env["vsoko.procedure"].create(
            [
                line._prepare_procedure(plan, blocks, roles, sequence)
                for sequence, line in enumerate(lines, len(plan.procedure_ids) + 1)
            ]
        )
        return plan.action_view_procedures()

    def _nothing_new(self):
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning",
                "title": self.env._("Nothing new"),
                "message": self.env._(
                    "All rows of «%(file)s» are already in the plan «%(plan)s». "
                    "Nothing has been added.",
                    file=self.filename,
                    plan=self.plan_id.name,
                ),
                "next": self.plan_id._get_records_action(),
            },
        }

    def _create_plan(self):
        years = self.env["vsoko.academic.year"]
        year = self.year_id or years._ensure(self.start_year, self.company_id)
        return self.env["vsoko.plan"].create(
            {
                "name": self.title,
                "year_id": year.id,
                "company_id": self.company_id.id,
                "framework_id": self.framework_id.id,
                "source_filename": self.filename,
                "source_digest": self._digest(),
            }
        )

    def _blocks_for(self, plan, lines):
        """Blocks by (block, direction) of rows whose directions nobody knows yet."""
        names = {
            (line.values["block"], line.values["direction"])
            for line in lines
            if not line.values["block_id"]
        } - {("", "")}
        if not names or self.framework_id:
            return {}
        plan.framework_id = self.env["vsoko.framework"].create(
            {"name": plan.name, "company_id": plan.company_id.id}
        )
        return plan.framework_id._add_blocks(sorted(names))


def _as_row(procedure):
    """A line of a plan as its own export would be read back."""
    block = procedure.block_id
    month = month_number(procedure.month)
    return PlanRow(
        table=0,
        table_name="",
        row=0,
        month=NOMINATIVE[month - 1] if month else "",
        term=procedure.term_text or "",
        block=(block.parent_id or block).name or "",
        direction=block.name if block.parent_id else "",
        object=procedure.object or "",
        steps=procedure.step_ids.mapped("name"),
    )


def titles(tables):
    """What is written above tables: a name, a school year."""
    for table in tables:
        yield table.title
        for row in table.rows[:TITLE_ROWS]:
            if is_header([cell.text for cell in row.cells]):
                break
            yield row.cells[0].own_text if row.cells else ""


def _is_weekday(day):
    return day.weekday() < 5
