from odoo import api, fields, models

from ...tools.quorum import needed
from .vsoko_body import QUORUMS

OFFICER = "vsoko_module.group_vsoko_officer"


class VsokoMeeting(models.Model):
    """A meeting of a body of the school: who, of what, what was decided."""

    _name = "vsoko.meeting"
    _inherit = [
        "mail.thread",
        "mail.activity.mixin",
        "vsoko.state.mixin",
        "vsoko.of.year.mixin",
        "vsoko.event.mixin",
        "hr.mixin",
    ]
    _description = "Meeting"
    _order = "date desc, id desc"
    _rec_names_search = ["name", "number", "body_text"]
    _check_company_auto = True

    _moves = {
        "draft": {"called": OFFICER, "held": OFFICER, "cancelled": OFFICER},
        "called": {"draft": OFFICER, "held": OFFICER, "cancelled": OFFICER},
        "held": {"draft": OFFICER},
        "cancelled": {"draft": OFFICER},
    }

    # what and when
    name = fields.Char(compute="_compute_name", store=True)
    body_id = fields.Many2one(
        "vsoko.body",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
        domain="[('company_id', 'in', [company_id, False])]",
    )
    body_text = fields.Char(
        string="Body, as written",
        help="When the meeting is of a part of it, for example of two unions at once.",
    )
    department_id = fields.Many2one(
        "hr.department", string="Methodical union", check_company=True
    )
    number = fields.Char(string="No.", copy=False)
    date = fields.Date(tracking=True, index=True)
    date_text = fields.Char(
        string="Date, as written", help="«Август 2023» when the day is not known."
    )
    hour = fields.Float(string="At", help="0: the calendar shows the whole day.")
    duration = fields.Float(string="Hours", default=1.0)
    place = fields.Char(string="Where it is held")
    state = fields.Selection(
        [
            ("draft", "Being prepared"),
            ("called", "Called"),
            ("held", "Held"),
            ("cancelled", "Cancelled"),
        ],
        required=True,
        default="draft",
        copy=False,
        tracking=True,
        index=True,
    )
    # who
    chair_id = fields.Many2one("hr.employee", check_company=True)
    secretary_id = fields.Many2one("hr.employee", check_company=True)
    member_ids = fields.Many2many(
        "hr.employee", "vsoko_meeting_member_rel", string="Members", check_company=True
    )
    present_ids = fields.Many2many(
        "hr.employee",
        "vsoko_meeting_present_rel",
        copy=False,
        check_company=True,
    )
    member_count = fields.Integer(
        string="Number of members",
        compute="_compute_member_count",
        store=True,
        readonly=False,
        aggregator=None,
    )
    present_count = fields.Integer(
        string="Number present",
        compute="_compute_present_count",
        store=True,
        readonly=False,
        copy=False,
        aggregator=None,
    )
    invited = fields.Text()
    quorum = fields.Selection(
        QUORUMS,
        compute="_compute_quorum",
        store=True,
        readonly=False,
        help="Of the body, by the charter, else as the last time; may be changed for "
        "this meeting.",
    )
    needed_count = fields.Integer(
        string="Needed for a quorum", compute="_compute_has_quorum"
    )
    has_quorum = fields.Boolean(compute="_compute_has_quorum")
    # what
    question_ids = fields.One2many(
        "vsoko.meeting.question", "meeting_id", string="Agenda"
    )
    decision_ids = fields.One2many("vsoko.decision", "meeting_id", string="Decisions")
    decision_count = fields.Integer(compute="_compute_decision_count")
    next_id = fields.Many2one(
        "vsoko.meeting",
        string="Next meeting",
        readonly=True,
        copy=False,
        index="btree_not_null",
        help="Where the unfinished questions went.",
    )
    document_id = fields.Many2one(
        "vsoko.document",
        string="Minutes",
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
    )
    source_key = fields.Char(index="btree_not_null", readonly=True, copy=False)

    _source_uniq = models.UniqueIndex(
        "(company_id, source_key) WHERE source_key IS NOT NULL",
        "This meeting has been read from the file before.",
    )
    _counts_positive = models.Constraint(
        "CHECK (member_count >= 0 AND present_count >= 0)",
        "Numbers of people cannot be negative.",
    )
    _hour_of_day = models.Constraint(
        "CHECK (hour >= 0 AND hour < 24 AND duration >= 0)",
        "The hour is from 0 to 24.",
    )

    @api.depends("body_id.name", "body_text", "date", "date_text", "number")
    def _compute_name(self):
        for meeting in self:
            day = f"{meeting.date:%d.%m.%Y}" if meeting.date else meeting.date_text
            number = f"№ {meeting.number}" if meeting.number else ""
            said = [meeting.body_text or meeting.body_id.name, number, day]
            meeting.name = ", ".join(filter(None, said))

    @api.depends("member_ids")
    def _compute_member_count(self):
        for meeting in self:
            meeting.member_count = len(meeting.member_ids) or meeting.member_count

    @api.depends("present_ids")
    def _compute_present_count(self):
        for meeting in self:
            meeting.present_count = len(meeting.present_ids) or meeting.present_count

    @api.depends("quorum", "member_count", "present_count")
    def _compute_has_quorum(self):
        for meeting in self:
            meeting.needed_count = needed(meeting.member_count, meeting.quorum)
            meeting.has_quorum = meeting.present_count >= meeting.needed_count

    def _compute_decision_count(self):
        counts = dict(
            self.env["vsoko.decision"]._read_group(
                [("meeting_id", "in", self.ids)], ["meeting_id"], ["__count"]
            )
        )
        for meeting in self:
            meeting.decision_count = counts.get(meeting, 0)
