import logging

from odoo import api, fields, models
from odoo.fields import Domain

_logger = logging.getLogger(__name__)

REMINDER = "vsoko_module.mail_activity_reminder"
ESCALATION = "vsoko_module.mail_activity_escalation"
# The letter of the week tells it all; Odoo would send one for each activity.
QUIET = {"mail_activity_quick_update": True, "mail_create_nosubscribe": True}


class VsokoReminder(models.Model):
    """A reminder that has been given: whom, of what, for which deadline.

    The rows are the memory that makes the daily job give each reminder once, however
    many days the server was off.
    """

    _name = "vsoko.reminder"
    _inherit = ["vsoko.school.job.mixin"]
    _description = "Reminder given"
    _order = "date desc, id desc"

    procedure_id = fields.Many2one(
        "vsoko.procedure", index="btree_not_null", ondelete="cascade"
    )
    step_id = fields.Many2one(
        "vsoko.procedure.step", index="btree_not_null", ondelete="cascade"
    )
    company_id = fields.Many2one(
        "res.company",
        string="School",
        compute="_compute_company_id",
        store=True,
        precompute=True,
        index=True,
    )
    user_id = fields.Many2one(
        "res.users", string="Person", required=True, index=True, ondelete="cascade"
    )
    kind = fields.Selection(
        [
            ("start", "Begins soon"),
            ("deadline", "Deadline is near"),
            ("overdue", "Overdue"),
            ("deputy", "Overdue, to the deputy"),
            ("director", "Overdue, to the director"),
        ],
        required=True,
    )
    date = fields.Date(string="Given on", required=True)
    date_due = fields.Date(string="Of the day", required=True)
    activity_id = fields.Many2one(
        "mail.activity", index="btree_not_null", ondelete="set null"
    )

    _once = models.UniqueIndex(
        "(procedure_id, COALESCE(step_id, 0), user_id, kind, date_due)",
        "This reminder has been given.",
    )

    @api.depends("procedure_id.company_id")
    def _compute_company_id(self):
        for reminder in self:
            reminder.company_id = reminder._about().company_id

    def _about(self):
        """What the reminder is of."""
        return self.procedure_id

    # ---- the daily job ----

    @api.model
    def _cron_remind(self):
        """Remind in every school where something is awaited."""
        self._work_through(self._schools_at_work(), self._work_for)

    @api.model
    def _schools_at_work(self):
        awaited = self.env["vsoko.procedure"]._awaited()
        groups = self.env["vsoko.procedure"]._read_group(awaited, ["company_id"])
        return self.env["res.company"].union(*(school for (school,) in groups))

    @api.model
    def _work_for(self, school):
        """One school's day: repeated lines, reminders that are due, stale ones."""
        school = school.with_company(school)
        reminders = self.with_company(school)
        reminders._make_up_for_series(school)
        reminders._drop_stale(school)
        reminders._give(reminders._due(school), school._vsoko_today())

    @api.model
    def _make_up_for_series(self, school):
        """Occurrences that a day without the server, or a new period, left out."""
        self.env["vsoko.procedure"].search(
            [
                ("company_id", "=", school.id),
                ("series_id", "=", False),
                ("is_template", "=", False),
                ("plan_id.state", "=", "approved"),
                ("repetition", "not in", ["none", "daily", "as_needed", "yearly"]),
            ]
        )._sync_series()

    # ---- giving ----

    @api.model
    def _give(self, due, today):
        """Give the reminders of ``due``; a broken one does not stop the rest."""
        try:
            with self.env.cr.savepoint():
                return self._give_all(due, today)
        except Exception:
            _logger.exception("Reminders are given one by one")
        return self.union(*(self._give_alone(one, today) for one in due))

    def _give_alone(self, one, today):
        try:
            with self.env.cr.savepoint():
                return self._give_all([one], today)
        except Exception:
            _logger.exception("No reminder of %s %s", *self._subject(one))
            return self.browse()

    def _give_all(self, due, today):
        self._replaced_by(due).activity_id.unlink()
        types = self._activity_types()
        activities = (
            self.env["mail.activity"]
            .with_context(**QUIET)
            .create([self._prepare_activity(one, types) for one in due])
        )
        return self.create(
            [
                {**one, "date": today, "activity_id": activity.id}
                for one, activity in zip(due, activities, strict=True)
            ]
        )

    def _replaced_by(self, due):
        """What the same person was told of the same before: one task at a time."""
        fresh = {self._addressee(one) for one in due}
        told = self.search(self._of_same(due) & Domain("activity_id", "!=", False))
        return told.filtered(lambda one: one._told() in fresh)

    @api.model
    def _subject_fields(self):
        """What a reminder may be of, by the field that holds it."""
        return {"procedure_id": "vsoko.procedure"}

    @api.model
    def _subject(self, one):
        """The model and the number of what ``one`` is due of."""
        return next(
            (model, one[name])
            for name, model in self._subject_fields().items()
            if one.get(name)
        )

    @api.model
    def _of_same(self, due):
        """Reminders of the same as those that are due."""
        return Domain.OR(
            Domain(name, "in", [one[name] for one in due if one.get(name)])
            for name in self._subject_fields()
        )

    def _told(self):
        subject = (self[name].id for name in self._subject_fields())
        return *subject, self.step_id.id, self.user_id.id

    @api.model
    def _addressee(self, one):
        subject = (one.get(name, False) for name in self._subject_fields())
        return *subject, one["step_id"], one["user_id"]

    @api.model
    def _activity_types(self):
        """Types of tasks by what they are of: for the people, for their chiefs."""
        return {
            "vsoko.procedure": (self.env.ref(REMINDER).id, self.env.ref(ESCALATION).id)
        }

    def _prepare_activity(self, one, types):
        model, number = self._subject(one)
        return {
            "activity_type_id": types[model][one["kind"] in ("deputy", "director")],
            "automated": True,
            "summary": self._summary(one),
            "date_deadline": one["date_due"],
            "res_model_id": self.env["ir.model"]._get_id(model),
            "res_id": number,
            "user_id": one["user_id"],
        }

    def _summary(self, one):
        user = self.env["res.users"].browse(one["user_id"])
        words = self.with_context(lang=user.lang).env
        day = one["date_due"].strftime("%d.%m.%Y")
        step = words["vsoko.procedure.step"].browse(one["step_id"] or [])
        text = {
            "start": words._("Begins on %s", day),
            "deadline": words._("Deadline is %s", day),
            "overdue": words._("Overdue since %s", day),
            "deputy": words._("Overdue since %s: ask the responsible people", day),
            "director": words._("Overdue since %s: the deputy head knows", day),
        }[one["kind"]]
        return f"{step.name}: {text}" if step else text

    # ---- what is no longer true ----

    @api.model
    def _drop_stale(self, school):
        """Take back tasks of lines that were moved, finished or given to others."""
        told = self.search(
            [("company_id", "=", school.id), ("activity_id", "!=", False)]
        )
        told = told.filtered("activity_id.active")
        told.filtered(lambda one: not one._is_true()).activity_id.unlink()

    def _is_true(self):
        line, step = self.procedure_id, self.step_id
        awaited = line.state in ("planned", "in_progress") and not line.is_series
        if self.kind in ("deputy", "director"):
            return awaited and line.date_end == self.date_due
        if step:
            is_same_day = step.date_deadline == self.date_due
            return awaited and not step.is_done and is_same_day
        day = line.date_start if self.kind == "start" else line.date_end
        return awaited and day == self.date_due and self.user_id in line._debtors()
