from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

USER = "vsoko_module.group_vsoko_user"
OFFICER = "vsoko_module.group_vsoko_officer"


class VsokoObservation(models.Model):
    """A visit to a lesson by a sheet: points, what is good, what to help with.

    Seen by the observer, by deputies and, once finished, by whose lesson it was; the
    profile of points is for those who manage, nobody is ranked by it.
    """

    _name = "vsoko.observation"
    _inherit = ["mail.thread", "vsoko.state.mixin"]
    _description = "Visit to a lesson"
    _order = "date desc, id desc"

    _moves = {"draft": {"done": USER}, "done": {"draft": OFFICER}}

    sheet_id = fields.Many2one("vsoko.sheet", required=True, ondelete="restrict")
    procedure_id = fields.Many2one(
        "vsoko.procedure",
        index="btree_not_null",
        ondelete="set null",
        domain="[('is_template', '=', False), ('company_id', '=', company_id)]",
    )
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    # which lesson
    date = fields.Date(required=True, default=fields.Date.context_today)
    lesson_number = fields.Integer(string="Lesson No.", aggregator=None)
    class_id = fields.Many2one(
        "vsoko.class", domain="[('company_id', '=', company_id)]"
    )
    subject_id = fields.Many2one("vsoko.subject")
    topic = fields.Char()
    employee_id = fields.Many2one("hr.employee", string="Whose lesson", required=True)
    observer_id = fields.Many2one(
        "res.users",
        required=True,
        default=lambda self: self.env.user,
    )
    # what was seen
    line_ids = fields.One2many(
        "vsoko.observation.line",
        "observation_id",
        string="Points",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )
    share = fields.Float(
        string="Share of points, %",
        compute="_compute_share",
        store=True,
        aggregator="avg",
        digits=(16, 1),
        help="Points given, in percent of the most that could be; what is not "
        "applicable does not count.",
    )
    open_count = fields.Integer(string="Not answered", compute="_compute_open_count")
    strengths = fields.Text(string="Worth showing to others")
    deficits = fields.Text(string="Needs help with")
    advice = fields.Text(string="What was agreed")
    state = fields.Selection(
        [("draft", "Being filled in"), ("done", "Finished")],
        required=True,
        default="draft",
        tracking=True,
        copy=False,
    )

    @api.depends("sheet_id")
    def _compute_line_ids(self):
        for visit in self:
            visit.line_ids = [
                Command.clear(),
                *(
                    Command.create({"sheet_line_id": line.id})
                    for line in visit.sheet_id.line_ids
                ),
            ]

    @api.depends("line_ids.points", "line_ids.answer")
    def _compute_share(self):
        for visit in self:
            counted = visit.line_ids.filtered("is_counted")
            most = sum(counted.mapped("max_points"))
            visit.share = sum(counted.mapped("points")) * 100 / most if most else 0

    @api.depends("line_ids.answer")
    def _compute_open_count(self):
        for visit in self:
            visit.open_count = len(visit.line_ids.filtered(lambda one: not one.answer))

    @api.depends("employee_id.name", "class_id.name", "date")
    def _compute_display_name(self):
        for visit in self:
            parts = (
                visit.date and visit.date.strftime("%d.%m.%Y"),
                visit.class_id.name,
                visit.employee_id.sudo().name,  # sudo: names of colleagues are public
            )
            visit.display_name = ", ".join(filter(None, parts))

    def write(self, vals):
        if vals.keys() - {"state"} and not self.env.su:
            self._check_open()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_finished(self):
        self.filtered(lambda one: not one.company_id.vsoko_is_demo)._check_open()

    def _check_open(self):
        for visit in self.filtered(lambda one: one.state == "done"):
            raise UserError(
                self.env._(
                    "The visit «%s» is finished: a deputy head may reopen it.",
                    visit.display_name,
                )
            )

    def _check_move(self, state):
        allowed = super()._check_move(state)
        for visit in self.filtered("open_count") if state == "done" else ():
            raise UserError(
                self.env._(
                    "Not answered: %s. Give points or tap «not applicable».",
                    "; ".join(
                        visit.line_ids.filtered(lambda one: not one.answer).mapped(
                            "name"
                        )
                    ),
                )
            )
        return allowed

    def action_done(self):
        self._move_to("done")

    def action_reopen(self):
        self._move_to("draft")
