from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ...tools.series import REPEATED, occurrences
from .vsoko_procedure_term import month_key

OPEN_STATES = ("planned", "in_progress")


class VsokoProcedure(models.Model):
    """How often: one line of the plan, a procedure for each month, week or quarter.

    Occurrences are made when the plan is approved, and what is missing is made up for
    every day, so that a server that was off loses none.
    """

    _inherit = "vsoko.procedure"

    series_id = fields.Many2one(
        "vsoko.procedure",
        string="Repeated line",
        index="btree_not_null",
        ondelete="cascade",
        copy=False,
    )
    series_key = fields.Char(copy=False, export_string_translation=False)
    is_series = fields.Boolean(string="Repeated", copy=False)
    occurrence_ids = fields.One2many(
        "vsoko.procedure", "series_id", string="Occurrences"
    )
    occurrence_count = fields.Integer(compute="_compute_occurrence_counts")
    occurrence_done_count = fields.Integer(compute="_compute_occurrence_counts")

    _series_uniq = models.UniqueIndex(
        "(series_id, series_key) WHERE series_id IS NOT NULL",
        "This line already has an occurrence of the period.",
    )

    @api.depends("occurrence_ids.state")
    def _compute_occurrence_counts(self):
        counts = {
            (series, state): count
            for series, state, count in self._read_group(
                [("series_id", "in", self.ids)], ["series_id", "state"], ["__count"]
            )
        }
        for line in self:
            own = {state: n for (series, state), n in counts.items() if series == line}
            line.occurrence_count = sum(own.values()) - own.get("cancelled", 0)
            line.occurrence_done_count = own.get("done", 0) + own.get("reviewed", 0)

    # ---- making occurrences ----

    def _sync_series(self):
        """Make the occurrences of repeated lines what the plan says, in bulk.

        The first time for the whole term of the line; later what is missing from today
        on, so that an edition does not fill the past.
        """
        lines = self.filtered(lambda one: one._is_repeated())
        # sudo: occurrences follow the approved line and are made by nobody else
        lines, dropped = lines.sudo(), (self - lines).filtered("is_series").sudo()
        dropped._untouched_occurrences().unlink()
        dropped.is_series = False
        wanted = lines._wanted_occurrences()
        lines._drop_unwanted(wanted)
        lines._create_missing(wanted)
        lines._refresh_occurrences()

    def _is_repeated(self):
        return (
            self.repetition in REPEATED
            and not self.series_id
            and not self.is_template
            and self.is_published
            and self.state in OPEN_STATES
            and bool(self.year_id)
        )

    def _wanted_occurrences(self):
        """Occurrences by line; days and periods of each year are read once."""
        days = {year: year._school_days() for year in self.year_id}
        wanted = {}
        for line, term in self._terms():
            year = line.year_id
            periods = year._period_spans(term.period or year.period_kind)
            first = line.date_start or year.date_start
            last = line.date_end or year.date_end
            wanted[line] = occurrences(
                line.repetition, first, last, days[year], periods
            )
        return wanted

    def _drop_unwanted(self, wanted):
        """An edition may repeat the line in another way from now on."""
        today = fields.Date.context_today(self)
        keys = {line.id: {one.key for one in wanted[line]} for line in self}
        self._untouched_occurrences().filtered(
            lambda one: (
                one.date_end >= today and one.series_key not in keys[one.series_id.id]
            )
        ).unlink()

    def _untouched_occurrences(self):
        return self.occurrence_ids.filtered(
            lambda one: (
                one.state == "planned"
                and not one.evidence_ids
                and not any(one.step_ids.mapped("is_done"))
            )
        )

    def _create_missing(self, wanted):
        today = fields.Date.context_today(self)
        known = {(one.series_id.id, one.series_key) for one in self.occurrence_ids}
        values = [
            line._prepare_occurrence(one)
            for line in self
            for one in wanted[line]
            if (line.id, one.key) not in known
            and (not line.is_series or one.end >= today)
        ]
        fresh = self.create(values)
        fresh._take_people_of_line()
        (self & fresh.series_id).filtered(lambda one: not one.is_series).write(
            {"is_series": True}
        )

    def _prepare_occurrence(self, one):
        return {
            **self._prepare_copy(0),
            "plan_id": self.plan_id.id,
            "series_id": self.id,
            "series_key": one.key,
            "name": f"{self.name} ({one.label})",
            "term_text": False,
            "month": month_key(one.start.month),
            "date_start": one.start,
            "date_end": one.end,
            "repetition": "none",
        }

    def _take_people_of_line(self):
        """People named by hand on a line without roles are those of each time."""
        for line, fresh in self.grouped("series_id").items():
            if line.employee_ids and not line.role_ids:
                fresh.employee_ids = line.employee_ids

    def _refresh_occurrences(self):
        """What an edition has changed in the line reaches what has not begun."""
        names = [*self._text_fields(), *self._link_fields(), "block_id", "object"]
        today = fields.Date.context_today(self)
        ahead = self._untouched_occurrences().filtered(
            lambda one: one.date_end >= today
        )
        for line, times in ahead.grouped("series_id").items():
            stale = times.filtered(
                lambda one, line=line: (
                    any(one[name] != line[name] for name in names)
                    or one.step_ids.mapped("name") != line.step_ids.mapped("name")
                )
            )
            if stale:
                stale.write(line._prepare_refresh(names))

    def _prepare_refresh(self, names):
        values = {
            name: self._fields[name].convert_to_write(self[name], self)
            for name in names
        }
        steps = [
            Command.create({"name": step.name, "sequence": step.sequence})
            for step in self.step_ids
        ]
        return {**values, "step_ids": [Command.clear(), *steps]}

    # ---- living together ----

    def _entered(self, state):
        result = super()._entered(state)
        self.series_id._follow_occurrences()
        if state == "cancelled":
            open_ones = self.occurrence_ids.filtered(lambda o: o.state in OPEN_STATES)
            open_ones._move_to("cancelled")
        if state == "planned":
            self._restore_occurrences()
        return result

    def _follow_occurrences(self):
        """A repeated line is done when all its times are, and open again with one."""
        # sudo: whoever ends the last time ends the line, whose state says no more
        for line in self.sudo():
            states = set(line.occurrence_ids.mapped("state"))
            is_over = not states & set(OPEN_STATES) and states - {"cancelled"}
            if is_over and line.state in OPEN_STATES:
                line._move_to("done")
            elif states & set(OPEN_STATES) and line.state in ("done", "reviewed"):
                line._move_to("in_progress")

    def _restore_occurrences(self):
        today = fields.Date.context_today(self)
        self.occurrence_ids.filtered(
            lambda one: one.state == "cancelled" and one.date_end >= today
        )._move_to("planned")

    @api.depends("is_series", "occurrence_ids.state")
    def _compute_papers(self):
        return super()._compute_papers()

    def _missing_papers(self):
        """Papers of a repeated line are those of its times."""
        return [] if self.is_series else super()._missing_papers()

    def _demands(self, missing):
        if not self.is_series:
            return super()._demands(missing)
        return [one.name for one in self.occurrence_ids if one.state in OPEN_STATES]

    # ---- what the user can press ----

    def action_view_occurrences(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_occurrence_action"
        )
        action["domain"] = [("series_id", "in", (self.series_id or self).ids)]
        return action

    def action_change_series(self, date_from, reason, employee_ids=(), days=0):
        """Change what has not begun of a series from a day on.

        ``employee_ids`` are the new people, ``days`` is by how many to move the dates.
        """
        self.ensure_one()
        self._check_reason(reason)
        date_from = fields.Date.to_date(date_from)
        ahead = (self.series_id or self).occurrence_ids.filtered(
            lambda one: one.state == "planned" and one.date_end >= date_from
        )
        if not ahead:
            raise UserError(
                self.env._(
                    "«%(name)s»: nothing is planned from %(day)s on.",
                    name=self.name,
                    day=date_from.strftime("%d.%m.%Y"),
                )
            )
        ahead._because(reason)._change_ahead(employee_ids, days)
        return ahead

    def _change_ahead(self, employee_ids, days):
        if employee_ids:
            self.write({"employee_ids": [Command.set(employee_ids)]})
        for one in self if days else self.browse():
            one.write(
                {
                    "date_start": fields.Date.add(one.date_start, days=days),
                    "date_end": fields.Date.add(one.date_end, days=days),
                }
            )
