from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from ...tools.paragraphs import shortened
from ...tools.people_names import looks_like_pupil

OFFICER = "vsoko_module.group_vsoko_officer"
# What the teacher reports; the rest is the deputy's
REPORTED = {"is_done", "result"}


class VsokoMeasure(models.Model):
    """A measure of the list: what, in which class, subject, by whom, what came of it.

    For one pupil it names the pupil's code, never the name.
    """

    _name = "vsoko.measure"
    _inherit = ["vsoko.of.year.mixin", "vsoko.term.mixin", "mail.thread", "hr.mixin"]
    _description = "Measure"
    _order = "year_id desc, sequence, id"
    _rec_names_search = ["name"]
    _check_company_auto = True

    sequence = fields.Integer(default=100)
    name = fields.Text(string="Measure", required=True)
    # for whom
    class_ids = fields.Many2many(
        "vsoko.class", string="Classes", domain="[('year_id', '=', year_id)]"
    )
    class_text = fields.Char(string="Classes, as written")
    subject_ids = fields.Many2many("vsoko.subject", string="Subjects")
    subject_text = fields.Char(string="Subjects, as written")
    pupil_code = fields.Char(
        string="Pupil's code",
        help="Individual support of one pupil: the code, not the name.",
    )
    # by whom, what came of it
    employee_ids = fields.Many2many(
        "hr.employee",
        "vsoko_measure_employee_rel",
        string="Teachers",
        check_company=True,
    )
    role_text = fields.Char(string="Teachers, as written")
    is_done = fields.Boolean(string="Carried out", tracking=True)
    result = fields.Text()
    # where it comes from
    decision_id = fields.Many2one(
        "vsoko.decision",
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
    )
    finding_id = fields.Many2one(
        "vsoko.finding",
        string="Conclusion",
        compute="_compute_finding_id",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
    )
    source_key = fields.Char(index="btree_not_null", readonly=True, copy=False)

    _source_uniq = models.UniqueIndex(
        "(company_id, source_key) WHERE source_key IS NOT NULL",
        "This measure has been read from the file before.",
    )

    @api.depends("decision_id")
    def _compute_finding_id(self):
        for measure in self:
            measure.finding_id = measure.decision_id.finding_id or measure.finding_id

    @api.depends("name")
    def _compute_display_name(self):
        for measure in self:
            measure.display_name = shortened(measure.name or "", 90)

    def write(self, vals):
        foreign = vals.keys() & self._fields.keys() - REPORTED
        if foreign and not (self.env.su or self.env.user.has_group(OFFICER)):
            raise AccessError(
                self.env._("Only a deputy head changes a measure; you may report.")
            )
        return super().write(vals)

    @api.constrains("pupil_code")
    def _check_pupil_code(self):
        for measure in self.filtered("pupil_code"):
            if looks_like_pupil(measure.pupil_code):
                raise ValidationError(
                    self.env._(
                        "«%s» looks like a name: write the pupil's code. Names of "
                        "pupils do not stand in measures.",
                        measure.pupil_code,
                    )
                )
