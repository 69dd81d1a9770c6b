from collections import Counter

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..tools.decision_words import start_year
from ..tools.decisions_reader import read_decisions
from ..tools.file_problem import FileProblem
from ..tools.meeting_words import named_year
from ..tools.words import normalise
from .decision_lines import DecisionLines
from .plan_rows import Catalogues
from .vsoko_import_plan import titles


class VsokoImport(models.TransientModel):
    """Decisions of meetings and the list of measures: how they are understood."""

    _inherit = "vsoko.import"

    kind = fields.Selection(
        selection_add=[("decisions", "Decisions and measures")],
        ondelete={"decisions": "cascade"},
    )

    def action_back(self):
        """The next file may be of another year."""
        result = super().action_back()
        self.filtered(lambda one: one.kind == "decisions").write({"year_id": False})
        return result

    def _preview_decisions(self, tables):
        reading = self._read_decisions(tables)
        self.start_year = self._start_year_of_decisions(tables, reading)
        self.year_id = self.year_id or self._year_of_file()
        catalogues = Catalogues(self.env, self.company_id)
        catalogues.explain(self.phrase_ids)
        lines, words = self._decision_lines(reading, DecisionLines(self, catalogues))
        places = {table.name: place for place, table in enumerate(tables)}
        lines.sort(key=lambda line: (places[line["table_name"]], line["row"]))
        self.line_ids = [Command.clear(), *map(Command.create, lines)]
        self._keep_phrases(words)
        self.summary = self._decisions_summary(reading)

    def _read_decisions(self, tables):
        try:
            return read_decisions(tables)
        except FileProblem as problem:
            sentence = self._file_sentence(problem, self.filename)
            raise UserError(sentence) from problem

    def _file_sentence(self, problem, name):
        own = self._decisions_sentences(name) if self.kind == "decisions" else {}
        return own.get(problem.code) or super()._file_sentence(problem, name)

    def _decisions_sentences(self, name):
        no_header = self.env._(
            "No table of decisions was found in «%s»: name the columns in the first "
            "row, for example Орган, Дата, Решение, Срок, Ответственный. A list of "
            "measures has Учебный год, Мероприятия, Класс, Предмет, Учитель.",
            name,
        )
        return {
            "no_table": no_header,
            "no_decisions_header": no_header,
            "no_decisions_rows": self.env._(
                "The tables of «%s» have headers but nothing is written under them. "
                "Fill them in and load the file again.",
                name,
            ),
        }

    def _start_year_of_decisions(self, tables, reading):
        """The year named in the file, by its title or by the days of most meetings."""
        if self.year_id:
            return self.year_id._start_year()
        named = [*titles(tables[:1]), *(one.year for one in reading.measures)]
        named.append(self.filename or "")
        found = next(filter(None, map(start_year, named)), None)
        return found or self._start_year_of_meetings(reading) or self._current_start()

    def _start_year_of_meetings(self, reading):
        years = self.env["vsoko.academic.year"]
        span = years._proposed_span(self._current_start())
        named = (named_year(one.date, span) for one in reading.meetings)
        found = Counter(filter(None, named))
        return max(found, key=found.get, default=None)

    def _current_start(self):
        years = self.env["vsoko.academic.year"]
        current = years._current(self.company_id)
        return current._start_year() if current else years._default_date_start().year

    # ---- lines ----

    def _decision_lines(self, reading, reader):
        """Values of lines, and how often which unknown words stand for a role."""
        rows = [(one, reader.decision) for one in reading.decisions]
        rows += [(one, reader.measure) for one in reading.measures]
        understood = [(row, *read(row)) for row, read in rows]
        known = self._known_decision_keys([one[1] for one in understood])
        words = Counter()
        lines = [self._prepare_stray(stray) for stray in reading.strays]
        for row, values, remarks, unknown in understood:
            values["is_known"] = values["key"] in known
            if values["is_known"]:
                remarks.insert(0, self.env._("Already loaded: skipped."))
            words.update(unknown)
            lines.append(self._prepare_decision_line(row, values, remarks))
        return lines, words

    def _prepare_decision_line(self, row, values, remarks):
        return {
            "table_name": row.table_name,
            "row": row.row,
            "state": "warning" if remarks else "ok",
            "message": "\n".join(remarks),
            "values": values,
            "meeting": self._place_of_line(values),
            "name": values["name"],
            "term": values["term_text"],
            "date_end": values.get("date_deadline"),
            "roles": values["role_text"],
        }

    def _place_of_line(self, values):
        """Under what the row stands: a meeting, or classes and subjects."""
        if values["what"] == "measure":
            said = [values["class_text"], values["subject_text"]]
            return ": ".join([self.env._("Measure"), ", ".join(filter(None, said))])
        meeting = values["meeting"] or {}
        return ", ".join(filter(None, (meeting.get("body"), meeting.get("date_text"))))

    def _prepare_stray(self, stray):
        sentences = {
            "empty_point": self.env._("There is a number but no words after it."),
            "no_decision": self.env._("What was decided is not said in this row."),
            "no_measure": self.env._("What is to be done is not said in this row."),
            "stray_text": self.env._("These words stand outside the columns."),
        }
        return {
            "table_name": stray.table_name,
            "row": stray.row,
            "state": "error",
            "message": sentences[stray.code],
            "values": {},
            "name": stray.text,
        }

    def _decisions_summary(self, reading):
        read = [line.values for line in self.line_ids if line.state != "error"]
        decisions = [values for values in read if values["what"] == "decision"]
        projects = sum(not values["is_ready"] for values in decisions)
        year = self.start_year
        lines = [
            self.env._("File: %s", self.filename),
            self.env._("School year: %s", f"{year}/{(year + 1) % 100:02d}"),
            self.env._(
                "Meetings: %(meetings)s, decisions: %(decisions)s, measures: "
                "%(measures)s, without a term: %(terms)s, without a responsible "
                "person: %(people)s",
                meetings=len(reading.meetings),
                decisions=len(decisions),
                measures=len(read) - len(decisions),
                terms=sum(not values["term_text"] for values in decisions),
                people=sum(not values["role_text"] for values in decisions),
            ),
        ]
        if projects:
            lines.append(self.env._("Will stay projects to be completed: %s", projects))
        if reading.unread:
            columns = ", ".join(f"«{name}»" for name in reading.unread)
            lines.append(self.env._("Columns that are not read: %s", columns))
        if not self.year_id:
            lines.append(
                self.env._(
                    "The school has no such year yet: it is made with usual holidays."
                )
            )
        return "\n".join(lines)

    def _known_decision_keys(self, values):
        """Keys of the file that decisions and measures of the school have already."""
        keys = [one["key"] for one in values]
        own = [("source_key", "in", keys), ("company_id", "=", self.company_id.id)]
        return {
            *self.env["vsoko.decision"].search(own).mapped("source_key"),
            *self.env["vsoko.measure"].search(own).mapped("source_key"),
            *self._keys_typed_by_hand(values),
        }

    def _keys_typed_by_hand(self, values):
        """Keys of the file whose decisions somebody has typed in, of a named day."""
        if not self.year_id:
            return set()
        typed = self.env["vsoko.decision"].search(
            [("year_id", "=", self.year_id.id), ("source_key", "=", False)]
        )
        known = {(one.body_id.id, one.adopted_on, normalise(one.name)) for one in typed}
        dated = [one for one in values if (one.get("meeting") or {}).get("date")]
        return {one["key"] for one in dated if _as_typed(one) in known}


def _as_typed(values):
    meeting = values["meeting"]
    day = fields.Date.to_date(meeting["date"])
    return meeting["body_id"], day, normalise(values["name"])
