from datetime import timedelta

from odoo import api, models
from odoo.exceptions import ValidationError
from odoo.fields import Command, Domain

from ...tools.recheck import recheck_day

# Where repeat controls go first, among approved plans of the year
PLAN_ORDER = {"vshk": 0, "vsoko": 1}


class VsokoFinding(models.Model):
    """Repeat control by itself (N2): a line of an approved plan, on a school day that
    clashes with nothing else of the people who control.
    """

    _inherit = "vsoko.finding"

    @api.constrains("repeat_on")
    def _check_repeat_on(self):
        for finding in self.filtered("repeat_on"):
            day = finding.repeat_on
            year = finding._year_of(day)
            if year and day not in year._study_days():
                raise ValidationError(finding._day_off_sentence(year))

    def _day_off_sentence(self, year):
        later = recheck_day(self.repeat_on, [year._study_days()], ())
        proposal = later and self.env._(
            " The first school day after it is %s.", f"{later:%d.%m.%Y}"
        )
        return self.env._(
            "Repeat control on %(day)s: pupils do not study on this day.%(proposal)s",
            day=f"{self.repeat_on:%d.%m.%Y}",
            proposal=proposal or "",
        )

    # ---- which day, which plan ----

    def _year_of(self, day):
        years = self.env["vsoko.academic.year"]
        return years._of_day(day, self.company_id)

    def _repeat_wanted(self, deadline):
        """The day that was named, else some weeks after the term."""
        weeks = self.company_id.vsoko_recheck_weeks
        return self.repeat_on or deadline + timedelta(weeks=weeks)

    def _repeat_place(self, deadline):
        """Plan and day of the repeat control; no plan where no approved one fits."""
        self.ensure_one()
        wanted = self._repeat_wanted(deadline)
        year = self._year_of(wanted)
        after = self._year_of(wanted.replace(month=9, day=1)) - year
        for one in filter(None, (year, after)):
            day = recheck_day(wanted, [one._study_days()], self._busy_days(one))
            if day:
                return self._repeat_plan(one), day
        return self.env["vsoko.plan"], None

    def _busy_days(self, year):
        """Days on which the people who control have something else to end."""
        lines = self.env["vsoko.procedure"].search_fetch(
            [
                ("year_id", "=", year.id),
                ("employee_ids", "in", self.repeat_employee_ids.ids),
                ("is_series", "=", False),
                ("state", "!=", "cancelled"),
                ("date_end", "!=", False),
            ],
            ["date_end"],
        )
        return set(lines.mapped("date_end"))

    def _repeat_plan(self, year):
        own = self.procedure_id.plan_id
        plans = self.env["vsoko.plan"].search(
            Domain("year_id", "=", year.id)
            & Domain("state", "=", "approved")
            & Domain("is_template", "=", False)
        )
        return plans.sorted(
            lambda plan: (plan != own, PLAN_ORDER.get(plan.kind, 2), plan.id)
        )[:1]

    # ---- planning ----

    def _problems_of_repeat_place(self, deadline):
        """Why the repeat control cannot be planned, in words; nothing if it can."""
        problems = list(self._problems_of_repeat())
        live = self.recheck_ids.filtered(lambda one: one.state != "cancelled")
        if problems or live or not deadline:
            return problems
        plan, day = self._repeat_place(deadline)
        if not day:
            return [self._no_day_sentence(deadline)]
        return [] if plan else [self._no_plan_sentence(day)]

    def _no_day_sentence(self, deadline):
        return self.env._(
            "Repeat control: there is no school day from %s on. Begin the next school "
            "year or set an earlier day of the control.",
            f"{self._repeat_wanted(deadline):%d.%m.%Y}",
        )

    def _no_plan_sentence(self, day):
        return self.env._(
            "Repeat control falls on %s, and the school year of this day has no "
            "approved plan: approve one or set another day of the control.",
            f"{day:%d.%m.%Y}",
        )

    def _plan_recheck(self, deadline):
        """The line of repeat control, made once for a turn."""
        self.ensure_one()
        live = self.recheck_ids.filtered(lambda one: one.state != "cancelled")
        if live:
            return live[:1]
        plan, day = self._repeat_place(deadline)
        # sudo: an approved plan takes this line and no other; whoever signs the order
        # need not keep plans
        lines = self.env["vsoko.procedure"].sudo()
        return lines.create(self._prepare_recheck(plan, day)).sudo(False)

    def _prepare_recheck(self, plan, day):
        """Words of the plan are Russian, as the plan is."""
        return {
            "plan_id": plan.id,
            "finding_id": self.id,
            "is_recheck": True,
            "name": f"Повторный контроль: {self.name}",
            "object": self.repeat_criterion,
            "block_id": self._recheck_block(plan).id,
            "term_text": f"{day:%d.%m.%Y}",
            "date_start": day,
            "date_end": day,
            "method_ids": [Command.set(self.repeat_method_id.ids)],
            "employee_ids": [Command.set(self.repeat_employee_ids.ids)],
            "repetition": "none",
        }

    def _recheck_block(self, plan):
        """Beside the procedure it repeats, in a plan of the same framework."""
        block = self.procedure_id.block_id
        fits = block.framework_id == plan.framework_id
        return block if fits else block.browse()

    def _drop_rechecks(self, reason):
        """Controls of what is no longer decided are cancelled, with the reason."""
        waiting = self.recheck_ids.filtered(lambda one: one.state == "planned")
        # sudo: whoever cancels a decision need not keep plans
        for line in waiting.sudo():
            line.action_cancel(reason)
