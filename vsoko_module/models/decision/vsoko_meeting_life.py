from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...tools.dates import short_date
from ..plan.state_mixin import TALK_FIELDS
from .vsoko_meeting import OFFICER
from .vsoko_meeting_agenda import AHEAD
from .vsoko_meeting_question import DROPPED

# What may change when the meeting is over: its minutes, talk about it
LIVING_FIELDS = TALK_FIELDS | {"state", "document_id"}


class VsokoMeeting(models.Model):
    """From an agenda to decisions: called, held with a quorum, the rest moved on."""

    _inherit = "vsoko.meeting"

    _own_fields = {"next_id"}

    may_edit = fields.Boolean(compute="_compute_may_edit")

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_may_edit(self):
        keeps = self.env.su or self.env.user.has_group(OFFICER)
        for meeting in self:
            meeting.may_edit = keeps and meeting.state in (*AHEAD, False)

    # ---- create, write, delete ----

    def write(self, vals):
        if vals.keys() & self._fields.keys() - LIVING_FIELDS and not self.env.su:
            self._check_preparing()
        return super().write(vals)

    def unlink(self):
        """Projects of a meeting that is not to be wait for another one."""
        projects = self.decision_ids.filtered(lambda one: one.state == "draft")
        projects.write({"meeting_id": False, "question_id": False})
        return super().unlink()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_called(self):
        for meeting in self.filtered(lambda one: one.state != "draft"):
            if not meeting.company_id.vsoko_is_demo:
                raise UserError(
                    self.env._(
                        "«%s» has been called: cancel it instead of deleting.",
                        meeting.name,
                    )
                )

    def _frozen_sentence(self):
        if self.state == "cancelled":
            return self.env._("«%s» is cancelled: reopen it to change it.", self.name)
        return self.env._(
            "«%s» has been held and stays as it is. To mend it, return it to "
            "preparation; what rests on it already is mended at the next meeting.",
            self.name,
        )

    # ---- what the user can press ----

    def action_call(self):
        self._move_to("called")

    def action_hold(self):
        self._move_to("held")

    def action_cancel(self):
        self._move_to("cancelled")

    def action_reopen(self):
        self._move_to("draft")

    # ---- what is asked before, what follows after ----

    def _entered_called(self):
        self._refuse(type(self)._problems_of_calling)
        self._give_numbers()

    def _entered_held(self):
        self._refuse(type(self)._problems_of_holding)
        self._give_numbers()
        adopted = self.question_ids.filtered(lambda one: one.outcome == "adopted")
        adopted._projects().action_adopt()
        self._drop_projects()
        for meeting in self:
            meeting._carry_over()

    def _refuse(self, problems):
        """All that is wrong with all of them at once."""
        said = []
        for meeting in self:
            if rows := list(problems(meeting)):
                said += [f"«{meeting.name}»:", *(f"– {row}" for row in rows)]
        if said:
            raise ValidationError("\n".join(said))

    def _problems_of_calling(self):
        if not self.date:
            yield self.env._("there is no date – choose the day.")
        if not self.member_ids:
            yield self.env._("nobody is on the list of members – say who is invited.")

    def _problems_of_holding(self):
        # A file of old meetings may not say when one was
        if not (self.date or self.date_text or self.source_key):
            yield self.env._("there is no date – write in the day it was held.")
        if self.date and self.date > fields.Date.context_today(self):
            yield self.env._(
                "its day, %s, has not come yet – mend the date or wait for it.",
                short_date(self.date),
            )
        if self.present_ids and self.member_ids:
            yield from self._problems_of_strangers()
        yield from self._problems_of_quorum()
        yield from self.question_ids._problems()

    def _problems_of_strangers(self):
        strangers = self.present_ids - self.member_ids
        if strangers:
            yield self.env._(
                "not members, so they do not count: %s. Add them to the members or "
                "write them down as invited.",
                # sudo: names of colleagues are on the public profile
                ", ".join(strangers.sudo().mapped("name")),
            )

    def _problems_of_quorum(self):
        if self.member_count and self.present_count > self.member_count:
            yield self.env._(
                "%(present)s are present, there are %(members)s members.",
                present=self.present_count,
                members=self.member_count,
            )
        if not self.has_quorum:
            yield self.env._(
                "%(present)s of %(members)s are present, a quorum needs %(needed)s: "
                "mark who else came or choose another day.",
                present=self.present_count,
                members=self.member_count,
                needed=self.needed_count,
            )

    def _drop_projects(self):
        """What was not adopted is no project any more; the chain keeps its trace."""
        for outcome in DROPPED:
            questions = self.question_ids.filtered(
                lambda one, outcome=outcome: one.outcome == outcome
            )
            if projects := questions._projects():
                label = dict(
                    questions._fields["outcome"]._description_selection(self.env)
                )[outcome]
                projects.action_cancel(label)

    def _carry_over(self):
        """What was not considered goes to the next meeting of the same body."""
        left = self.question_ids.filtered(
            lambda one: one.outcome in ("open", "moved") and not one.moved_to_id
        )
        if not left:
            return
        following = self._next_draft() or self.create(self._prepare_next())
        left._carry_to(following)
        # sudo: where the rest went is the system's record of a held meeting
        self.sudo().next_id = following

    def _next_draft(self):
        return self.search(
            [
                ("state", "=", "draft"),
                ("company_id", "=", self.company_id.id),
                ("body_id", "=", self.body_id.id),
                ("department_id", "=", self.department_id.id),
                ("id", "!=", self.id),
            ],
            order="date, id",
            limit=1,
        )

    def _prepare_next(self):
        return {
            "body_id": self.body_id.id,
            "body_text": self.body_text,
            "department_id": self.department_id.id,
            "company_id": self.company_id.id,
            "year_id": self.year_id.id,
            "place": self.place,
            "hour": self.hour,
            "duration": self.duration,
        }

    def _give_numbers(self):
        """In turn within the year and the body; a file's meetings have their own."""
        fresh = self.filtered(lambda one: not one.number and not one.source_key)
        known = self.search(
            [
                ("company_id", "in", fresh.company_id.ids),
                ("year_id", "in", fresh.year_id.ids),
                ("body_id", "in", fresh.body_id.ids),
                ("number", "!=", False),
            ]
        )
        last = {}
        for meeting in known.filtered(lambda one: one.number.isdigit()):
            key = meeting.year_id, meeting._body_key()
            last[key] = max(int(meeting.number), last.get(key, 0))
        for meeting in fresh.sorted("date"):
            key = meeting.year_id, meeting._body_key()
            last[key] = last.get(key, 0) + 1
            # sudo: a held meeting is read-only; the number in turn is the system's
            meeting.sudo().number = str(last[key])
