from odoo import api, fields, models
from odoo.fields import Domain

# Bodies that all who work in the school belong to
OF_ALL = ("pedagogical_council", "general_assembly")


class VsokoMeeting(models.Model):
    """Who meets: proposed from the last time, marked as present, counted."""

    _inherit = "vsoko.meeting"

    previous_id = fields.Many2one(
        "vsoko.meeting", string="Last meeting", compute="_compute_previous_id"
    )
    # Apart: who names the chair has not said that nobody else comes
    member_ids = fields.Many2many(
        compute="_compute_member_ids", store=True, readonly=False
    )
    chair_id = fields.Many2one(compute="_compute_chair", store=True, readonly=False)
    secretary_id = fields.Many2one(compute="_compute_chair", store=True, readonly=False)
    absent_ids = fields.Many2many(
        "hr.employee",
        compute="_compute_absent_ids",
        compute_sudo=True,
    )
    quorum_text = fields.Char(string="Quorum in words", compute="_compute_quorum_text")

    @api.depends("body_id", "department_id", "company_id")
    def _compute_previous_id(self):
        """Read once for all that is proposed."""
        asked = self._to_propose()
        last = asked._last_held()
        for meeting in self:
            known = last.get(meeting._body_key()) if meeting in asked else None
            meeting.previous_id = known

    @api.depends("previous_id", "body_id", "department_id", "company_id")
    def _compute_member_ids(self):
        """As the last time, else those who belong to the body; may be changed."""
        asked = self._to_propose()
        groups = asked._people_of_bodies()
        for meeting in self:
            group = groups.get(meeting._body_key()) if meeting in asked else None
            meeting.member_ids = (
                meeting.previous_id.member_ids or group or meeting.member_ids
            )

    @api.depends("previous_id")
    def _compute_chair(self):
        for meeting in self:
            before = meeting.previous_id
            meeting.chair_id = before.chair_id or meeting.chair_id
            meeting.secretary_id = before.secretary_id or meeting.secretary_id

    @api.depends("previous_id", "body_id", "company_id")
    def _compute_quorum(self):
        for meeting in self:
            body = meeting.body_id.with_company(meeting.company_id)
            meeting.quorum = body.quorum or meeting.previous_id.quorum or "none"

    def _to_propose(self):
        """What a file tells of its meetings is all that is known of them."""
        return self.filtered(
            lambda one: one.body_id and one.state == "draft" and not one.source_key
        )

    def _body_key(self):
        """Meetings that follow one another: of one body, of one union in one school."""
        return self.company_id, self.body_id, self.department_id

    def _last_held(self):
        """The last held meeting before these, by ``_body_key``: one query."""
        found = self.search(
            Domain("state", "=", "held")
            & Domain("body_id", "in", self.body_id.ids)
            & Domain("company_id", "in", self.company_id.ids)
            & Domain("id", "not in", self._origin.ids),
            order="date NULLS FIRST, id",
        )
        return {meeting._body_key(): meeting for meeting in found}

    def _people_of_bodies(self):
        """Workers of the union or of the school, for bodies that have not met yet."""
        fresh = self.filtered(
            lambda one: (
                not one.previous_id
                and (one.department_id or one.body_id.code in OF_ALL)
            )
        )
        people = self.env["hr.employee"].search(
            Domain("company_id", "in", fresh.company_id.ids)
        )
        return {
            key: people.filtered(
                lambda one, key=key: (
                    one.company_id == key[0]
                    and (not key[2] or one.department_id == key[2]._origin)
                )
            )
            for key in {one._body_key() for one in fresh}
        }

    @api.depends("member_ids", "present_ids")
    def _compute_absent_ids(self):
        for meeting in self:
            came = meeting.present_ids
            meeting.absent_ids = meeting.member_ids - came if came else False

    @api.depends("quorum", "member_count", "present_count")
    def _compute_quorum_text(self):
        for meeting in self:
            meeting.quorum_text = meeting._quorum_sentence()

    def _quorum_sentence(self):
        figures = {
            "present": self.present_count,
            "members": self.member_count,
            "needed": self.needed_count,
        }
        if not self.needed_count:
            return self.env._(
                "%(present)s of %(members)s are present; the quorum is not checked.",
                **figures,
            )
        if self.has_quorum:
            return self.env._(
                "There is a quorum: %(present)s of %(members)s, %(needed)s needed.",
                **figures,
            )
        return self.env._(
            "There is no quorum: %(present)s of %(members)s, %(needed)s needed.",
            **figures,
        )

    # ---- what the user can press ----

    def action_all_present(self):
        for meeting in self:
            meeting.present_ids = meeting.member_ids
