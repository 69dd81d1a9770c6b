import base64

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..models.forms.file_sentences import file_sentence
from ..tools.file_problem import FileProblem
from ..tools.people_names import name_key
from ..tools.people_reader import read_people
from ..tools.posts import post_keys
from ..tools.tables import read_tables

PERSON_TEXTS = ("post", "email", "login", "phone", "class_text")


class VsokoSetup(models.Model):
    """The school's own list of people: read into rows, written by «Next» alone."""

    _inherit = "vsoko.setup"

    people_file = fields.Binary(string="List of people", attachment=False)
    people_filename = fields.Char()
    people_problems = fields.Text(string="Not read", readonly=True)

    def action_read_people(self):
        """Rows of the file beside those of HR, one for each person."""
        self.ensure_one()
        reading = self._read_people_file()
        self.people_problems = self._people_problems(reading.problems)
        self._keep_people(self._people_by_key(reading.people))
        self._recognise()

    def _read_people_file(self):
        name = self.people_filename or self.env._("file")
        content = self.with_context(bin_size=False).people_file or b""
        try:
            return read_people(read_tables(base64.b64decode(content), name))
        except FileProblem as problem:
            raise UserError(self._people_file_sentence(problem, name)) from problem

    def _people_file_sentence(self, problem, name):
        """Sentences where those about plans would mislead."""
        sentences = {
            "no_table": self.env._(
                "There is no table in «%s». A list of people is a table with the "
                "columns ФИО and Должность.",
                name,
            ),
            "no_people_header": self.env._(
                "There is no column with names in «%s». Name it ФИО in the row above "
                "the people; the column with posts is Должность.",
                name,
            ),
            "no_people_rows": self.env._(
                "The table of «%s» has a header but nobody under it. Fill it in and "
                "load it again.",
                name,
            ),
        }
        return sentences.get(problem.code) or file_sentence(self.env, problem, name)

    def _people_problems(self, problems):
        sentences = []
        for code, params in problems:
            about = {
                "no_name": self.env._("there is no name in the row"),
                "not_a_name": self.env._("«%s» is not a name", params["text"]),
                "formula": self.env._(
                    "«%s» is a formula with an error: put the text there instead",
                    params["text"],
                ),
            }
            sentences.append(
                self.env._(
                    "Sheet «%(table)s», row %(row)s, column «%(column)s»: %(problem)s.",
                    problem=about[code],
                    table=params["table"],
                    row=params["row"],
                    column=params["column"],
                )
            )
        return "\n".join(sentences)

    def _people_by_key(self, people):
        """Rows of one person together: who has two posts stands in the list twice."""
        grouped = {}
        for person in people:
            grouped.setdefault(name_key(person.name), []).append(person)
        return grouped

    def _keep_people(self, grouped):
        book = self.env["vsoko.role"]._phrase_book(self.company_id)
        lines = {name_key(line.name or ""): line for line in self.person_ids}
        commands = []
        for key, rows in grouped.items():
            values = self._prepare_person(rows, book)
            if line := lines.get(key):
                commands.append(Command.update(line.id, line._only_new(values)))
            else:
                commands.append(Command.create(values))
        self.person_ids = commands

    def _prepare_person(self, rows, book):
        values = {
            name: ", ".join(
                dict.fromkeys(filter(None, (getattr(r, name) for r in rows)))
            )
            for name in PERSON_TEXTS
        }
        told = "\n".join(row.role for row in rows if row.role)
        roles = book.keys(told) + post_keys(book, values["post"])
        return {
            **values,
            "name": rows[0].name,
            "role_ids": [Command.link(role) for role in dict.fromkeys(roles)],
            "note": self._person_note(rows, book.unknown(told)),
        }

    def _person_note(self, rows, unknown):
        notes = []
        if len(rows) > 1:
            numbers = ", ".join(str(row.places[0][1]) for row in rows)
            notes.append(
                self.env._("Rows %s of the file are taken for one person.", numbers)
            )
        if unknown:
            notes.append(
                self.env._(
                    "No such role: %s. Choose one by hand.",
                    ", ".join(f"«{words}»" for words in unknown),
                )
            )
        return "\n".join(notes)
