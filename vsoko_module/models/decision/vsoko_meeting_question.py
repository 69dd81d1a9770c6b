from odoo import fields, models

# Outcomes after which a project of the question is no project any more
DROPPED = ("noted", "rejected")


class VsokoMeetingQuestion(models.Model):
    """A question of a meeting: where it comes from, heard, decided, how they voted."""

    _name = "vsoko.meeting.question"
    _inherit = ["hr.mixin"]
    _description = "Question of a meeting"
    _order = "meeting_id, sequence, id"
    _check_company_auto = True

    meeting_id = fields.Many2one(
        "vsoko.meeting", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="meeting_id.company_id", store=True, index=True, precompute=True
    )
    meeting_state = fields.Selection(related="meeting_id.state")
    sequence = fields.Integer(default=10)
    name = fields.Text(string="Question", required=True)
    # where it comes from
    finding_id = fields.Many2one(
        "vsoko.finding",
        string="Conclusion",
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
    )
    procedure_id = fields.Many2one(
        "vsoko.procedure",
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
    )
    reviewed_id = fields.Many2one(
        "vsoko.decision",
        string="Overdue decision",
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
    )
    # what was said and decided
    speaker_id = fields.Many2one("hr.employee", check_company=True)
    heard = fields.Text(string="What was said")
    spoke = fields.Text(string="Who spoke and of what")
    proposal = fields.Text(string="Project of the decision")
    decision_ids = fields.One2many("vsoko.decision", "question_id", string="Decisions")
    outcome = fields.Selection(
        [
            ("open", "Not considered"),
            ("adopted", "Adopted"),
            ("noted", "Taken into account"),
            ("rejected", "Rejected"),
            ("moved", "Moved to the next meeting"),
        ],
        required=True,
        default="open",
    )
    moved_to_id = fields.Many2one(
        "vsoko.meeting.question",
        string="Moved to",
        readonly=True,
        copy=False,
        index="btree_not_null",
    )
    vote_for = fields.Integer(string="For", aggregator=None)
    vote_against = fields.Integer(string="Against", aggregator=None)
    vote_abstained = fields.Integer(string="Abstained", aggregator=None)

    _votes_positive = models.Constraint(
        "CHECK (vote_for >= 0 AND vote_against >= 0 AND vote_abstained >= 0)",
        "Votes cannot be negative.",
    )
