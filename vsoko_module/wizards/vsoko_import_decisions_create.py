from odoo import fields, models
from odoo.fields import Command

from ..tools.words import normalise
from .decision_lines import classes_of, listed
from .decision_people import ResponsibleReader
from .plan_rows import Catalogues


class VsokoImport(models.TransientModel):
    """Decisions and measures of a file become records of the school."""

    _inherit = "vsoko.import"

    def _import_decisions(self):
        self.phrase_ids._learn()
        lines = self._new_decision_lines()
        if not lines:
            return self._no_new_decisions()
        years = self._years_of(lines)
        catalogues = Catalogues(self.env, self.company_id)
        people = ResponsibleReader(self.env, self.company_id, catalogues)
        for line in lines:
            line.values = self._with_people(line.values, people)
        by_kind = lines.grouped(lambda line: line.values["what"])
        no_lines = lines.browse()
        decisions = self._create_decisions(by_kind.get("decision", no_lines), years)
        measures = self._create_measures(by_kind.get("measure", no_lines), years)
        return self._show_decisions(decisions, measures)

    def _new_decision_lines(self):
        lines = self.line_ids.filtered(lambda line: line.state != "error")
        # Between preview and import a colleague may have loaded the file
        known = self._known_decision_keys(lines.mapped("values"))
        return lines.filtered(lambda line: line.values["key"] not in known)

    def _no_new_decisions(self):
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning",
                "title": self.env._("Nothing new"),
                "message": self.env._(
                    "All decisions and measures of «%s» have been loaded before. "
                    "Nothing has been added.",
                    self.filename,
                ),
            },
        }

    def _with_people(self, values, people):
        """Roles found anew: the user may have taught some since the preview."""
        day = fields.Date.to_date(values["day"])
        found = people.find(values["role_text"], day)
        return values | {
            "role_ids": found.role_ids,
            "employee_ids": found.employee_ids,
        }

    def _years_of(self, lines):
        """School years by the calendar year in which they begin, made when missing."""
        years = self.env["vsoko.academic.year"]
        named = {line.values.get("start_year", self.start_year) for line in lines}
        found = {year: years._ensure(year, self.company_id) for year in sorted(named)}
        if self.year_id:
            found[self.start_year] = self.year_id
        return found

    # ---- decisions ----

    def _create_decisions(self, lines, years):
        year = years.get(self.start_year)
        meetings = self._meetings_of(lines, year)
        decisions = self.env["vsoko.decision"].create(
            [self._prepare_decision(line.values, meetings, year) for line in lines]
        )
        adopted = decisions.browse(
            decision.id
            for decision, line in zip(decisions, lines, strict=True)
            if not line.values["is_blocked"] and not list(decision._problems())
        )
        adopted.action_adopt()
        # When only a month is known, the day of loading is not the day of adoption
        adopted.filtered(lambda one: not one.meeting_id.date).adopted_on = False
        return decisions

    def _prepare_decision(self, values, meetings, year):
        meeting = values["meeting"] or {}
        return {
            "name": values["name"],
            "meeting_id": meetings.get(meeting.get("key")),
            "year_id": year.id,
            "company_id": self.company_id.id,
            "term_text": values["term_text"],
            "role_text": listed(values["role_text"]),
            "role_ids": [Command.set(values["role_ids"])],
            "employee_ids": [Command.set(values["employee_ids"])],
            "source_key": values["key"],
        }

    def _meetings_of(self, lines, year):
        """Ids of meetings by their keys; those that are there are found again."""
        wanted = {}
        for line in lines:
            if meeting := line.values["meeting"]:
                wanted.setdefault(meeting["key"], meeting)
        ids = self._known_meetings(wanted, year)
        missing = [one for key, one in wanted.items() if key not in ids]
        bodies = self._bodies_of(missing)
        meetings = self.env["vsoko.meeting"].create(
            [self._prepare_meeting(one, bodies, year) for one in missing]
        )
        held = [one["is_held"] for one in missing]
        pairs = zip(meetings, held, strict=True)
        meetings.browse(one.id for one, is_held in pairs if is_held)._move_to("held")
        return ids | {meeting.source_key: meeting.id for meeting in meetings}

    def _known_meetings(self, wanted, year):
        """Of this file, or typed by hand: the same body, words and day."""
        meetings = self.env["vsoko.meeting"].search(
            [
                ("company_id", "=", self.company_id.id),
                "|",
                ("source_key", "in", list(wanted)),
                "&",
                ("year_id", "=", year.id),
                ("date", "!=", False),
            ]
        )
        by_day = {
            (one.body_id.id, one.date, normalise(one.body_text or "")): one.id
            for one in meetings
            if one.state != "cancelled"
        }
        ids = {one.source_key: one.id for one in meetings if one.source_key in wanted}
        for key, values in wanted.items():
            body = self.env["vsoko.body"].browse(values["body_id"] or [])
            words = normalise(self._body_text(body, values["body"]) or "")
            day = fields.Date.to_date(values["date"])
            if meeting := by_day.get((body.id, day, words)):
                ids.setdefault(key, meeting)
        return ids

    def _bodies_of(self, meetings):
        """Bodies by the words of the file; those that nobody knows are made."""
        words = {normalise(one["body"]): one for one in meetings}
        found = {key: one["body_id"] for key, one in words.items() if one["body_id"]}
        new = {key: one["body"] for key, one in words.items() if key not in found}
        bodies = self.env["vsoko.body"].create(
            [{"name": name, "company_id": self.company_id.id} for name in new.values()]
        )
        return found | dict(zip(new, bodies.ids, strict=True))

    def _prepare_meeting(self, values, bodies, year):
        body = self.env["vsoko.body"].browse(bodies[normalise(values["body"])])
        return {
            "body_id": body.id,
            "body_text": self._body_text(body, values["body"]),
            "year_id": year.id,
            "company_id": self.company_id.id,
            "number": values["number"],
            "date": values["date"],
            "date_text": values["date_text"],
            # How many came is not in the file: there is nothing to check
            "quorum": "none",
            "source_key": values["key"],
        }

    def _body_text(self, body, words):
        """The words of the file when they say more than the name of the body."""
        spellings = body._spellings() if body else []
        return normalise(words) not in map(normalise, spellings) and words

    # ---- measures ----

    def _create_measures(self, lines, years):
        return self.env["vsoko.measure"].create(
            [
                self._prepare_measure(line.values, years, sequence)
                for sequence, line in enumerate(lines, 1)
            ]
        )

    def _prepare_measure(self, values, years, sequence):
        year = years[values["start_year"]]
        texts = ["name", "term_text", "class_text", "subject_text", "pupil_code"]
        return {
            **{name: values[name] for name in [*texts, "result"]},
            "sequence": sequence,
            "year_id": year.id,
            "company_id": self.company_id.id,
            "class_ids": [Command.set(classes_of(year, values["class_text"]).ids)],
            "subject_ids": [Command.set(values["subject_ids"])],
            "employee_ids": [Command.set(values["employee_ids"])],
            "role_text": listed(values["role_text"]),
            "source_key": values["key"],
        }

    # ---- what is shown ----

    def _show_decisions(self, decisions, measures):
        name = "vsoko_decision_action" if decisions else "vsoko_measure_action"
        action = self.env["ir.actions.act_window"]._for_xml_id(f"vsoko_module.{name}")
        action["domain"] = [("id", "in", (decisions or measures).ids)]
        # Filters of the menu would hide decisions that are adopted, or old
        action["context"] = {"group_by": "meeting_id"} if decisions else {}
        return action
