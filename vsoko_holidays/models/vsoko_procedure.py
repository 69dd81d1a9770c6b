from odoo import api, fields, models
from odoo.exceptions import UserError

OPEN_STATES = ("planned", "in_progress")


class VsokoProcedure(models.Model):
    """Who of the responsible people is on leave in the days of the procedure."""

    _inherit = "vsoko.procedure"

    away_employee_ids = fields.Many2many(
        "hr.employee",
        string="People who are away",
        compute="_compute_away",
        compute_sudo=True,
    )
    away_text = fields.Text(
        string="Who is away", compute="_compute_away", compute_sudo=True
    )
    is_somebody_away = fields.Boolean(
        string="Somebody is away",
        compute="_compute_away",
        compute_sudo=True,
        search="_search_is_somebody_away",
    )

    @api.depends("employee_ids", "date_start", "date_end", "state")
    def _compute_away(self):
        absences = self._absences()
        for procedure in self:
            away = absences.get(procedure, {})
            procedure.away_employee_ids = [person.id for person in away]
            procedure.away_text = procedure._away_text(away)
            procedure.is_somebody_away = bool(away)

    def _absences(self):
        """``{procedure: {person: [(first, last), …]}}`` of those still to come.

        The leaves of all the people are read at once.
        """
        awaited = self.filtered(lambda one: one._may_miss_somebody())
        # sudo: cards of colleagues are hidden from a deputy without rights in HR
        people = awaited.sudo().employee_ids
        today = fields.Date.context_today(self)
        absences = people._vsoko_absences(today) if people else {}
        return {
            procedure: found
            for procedure in awaited
            if (found := procedure._overlapping(absences))
        }

    def _may_miss_somebody(self):
        is_line = not (self.is_template or self.is_series)
        return is_line and self.date_end and self.state in OPEN_STATES

    def _overlapping(self, absences):
        start, end = self.date_start or self.date_end, self.date_end
        found = {}
        for person in self.sudo().employee_ids:  # sudo: as in _absences
            days = [
                (first, last)
                for first, last in absences.get(person, ())
                if first <= end and last >= start
            ]
            if days:
                found[person] = days
        return found

    def _away_text(self, away):
        return "\n".join(
            self.env._(
                "%(person)s: away %(days)s",
                person=person.name,
                days=", ".join(self._days_text(*span) for span in spans),
            )
            for person, spans in away.items()
        )

    @api.model
    def _days_text(self, first, last):
        """The days as they are written by hand: 10–20.10.2026."""
        if first == last:
            return f"{last:%d.%m.%Y}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%d}–{last:%d.%m.%Y}"
        pattern = "%d.%m" if first.year == last.year else "%d.%m.%Y"
        return f"{first:{pattern}}–{last:%d.%m.%Y}"

    def _search_is_somebody_away(self, operator, value):
        if operator != "in":
            return NotImplemented
        awaited = [
            ("state", "in", OPEN_STATES),
            ("is_template", "=", False),
            ("is_series", "=", False),
            ("date_end", "!=", False),
            ("employee_ids", "!=", False),
        ]
        return [("id", "in", [one.id for one in self.search(awaited)._absences()])]

    # ---- what the user can press ----

    def action_appoint_substitute(self):
        """Ask who stands in for the person away; nobody is appointed silently."""
        self.ensure_one()
        if not self.away_employee_ids:
            raise UserError(self.env._("Nobody of «%s» is away.", self.name))
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_holidays.vsoko_substitute_action"
        )
        action["context"] = {
            "default_procedure_id": self.id,
            "default_employee_id": self.away_employee_ids[:1].id,
        }
        return action

    # ---- what others call ----

    def _replace_person(self, person, substitute, reason):
        """Hand these lines alone over, by hand; the change is kept with its reason."""
        links = [fields.Command.unlink(person.id), fields.Command.link(substitute.id)]
        self._because(reason).write({"employee_ids": links})
