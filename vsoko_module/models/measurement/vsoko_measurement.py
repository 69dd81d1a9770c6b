from dataclasses import asdict

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...tools.measures import Reading, ValueProblem, light, shown
from ...tools.russian import number
from .measure_sentences import value_sentence

LIGHTS = [
    ("green", "Target reached"),
    ("yellow", "Near the target"),
    ("red", "Far from the target"),
]


class VsokoMeasurement(models.Model):
    """The value of an indicator in a period: of the school, a class or a subject.

    ``entry`` is the value as written; everything else is read from it, so that a
    value that is absent is never taken for 0.
    """

    _name = "vsoko.measurement"
    _inherit = ["mail.thread"]
    _description = "Value of an indicator"
    _order = "period_id desc, indicator_id, class_id, subject_id, id"
    _check_company_auto = True

    # of what
    indicator_id = fields.Many2one(
        "vsoko.indicator",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    framework_id = fields.Many2one(
        related="indicator_id.framework_id", store=True, index=True, precompute=True
    )
    criterion_id = fields.Many2one(
        related="indicator_id.criterion_id", store=True, precompute=True
    )
    unit = fields.Selection(related="indicator_id.unit")
    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    period_id = fields.Many2one(
        "vsoko.period",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    year_id = fields.Many2one(related="period_id.year_id", store=True, precompute=True)
    is_closed = fields.Boolean(related="period_id.is_closed")
    class_id = fields.Many2one(
        "vsoko.class", index="btree_not_null", ondelete="restrict", check_company=True
    )
    subject_id = fields.Many2one(
        "vsoko.subject", index="btree_not_null", ondelete="restrict", check_company=True
    )
    # what it is
    entry = fields.Char(
        string="Value",
        help="A number, «25 из 100» of a share, «да» or «нет», one of the answers; "
        "«н/п» when the indicator does not apply.",
    )
    is_filled = fields.Boolean(compute="_compute_reading", store=True, precompute=True)
    is_excluded = fields.Boolean(
        string="Does not apply", compute="_compute_reading", store=True, precompute=True
    )
    value = fields.Float(
        string="Numeric value",
        compute="_compute_reading",
        store=True,
        precompute=True,
        digits=False,
        aggregator="avg",
    )
    numerator = fields.Float(
        compute="_compute_reading", store=True, precompute=True, digits=False
    )
    denominator = fields.Float(
        compute="_compute_reading", store=True, precompute=True, digits=False
    )
    answer = fields.Char(compute="_compute_reading", store=True, precompute=True)
    value_text = fields.Char(string="Shown as", compute="_compute_value_text")
    # where it comes from
    origin = fields.Selection(
        [
            ("manual", "Entered by hand"),
            ("formula", "Counted by formula"),
            ("classes", "Added up from classes"),
            ("request", "Answers to requests"),
            ("form", "Form"),
            ("survey", "Survey"),
        ],
        required=True,
        default="manual",
    )
    passport = fields.Json(
        help="How it was counted: formula, rows, the moment.",
        export_string_translation=False,
    )
    passport_text = fields.Text(
        string="How it was counted", compute="_compute_passport_text"
    )
    counted_on = fields.Datetime(string="Counted on", readonly=True)
    # how it is judged
    light = fields.Selection(
        LIGHTS, compute="_compute_light", store=True, index=True, precompute=True
    )
    comment = fields.Text()
    cause_id = fields.Many2one("vsoko.cause", index="btree_not_null")
    cause_note = fields.Text(string="What exactly is the cause")
    state = fields.Selection(
        [("draft", "Being entered"), ("submitted", "Submitted")],
        required=True,
        default="draft",
        readonly=True,
        copy=False,
        index=True,
    )
    change_ids = fields.One2many("vsoko.measurement.change", "measurement_id")

    _once = models.UniqueIndex(
        "(company_id, indicator_id, period_id, COALESCE(class_id, 0), "
        "COALESCE(subject_id, 0))",
        "The indicator already has a value for this period, class and subject.",
    )

    @api.depends("indicator_id", "period_id")
    def _compute_display_name(self):
        for one in self:
            where = [one.class_id.name, one.subject_id.name, one.period_id.name]
            said = ", ".join(filter(None, where))
            one.display_name = f"{one.indicator_id.display_name or ''} – {said}"

    @api.depends("entry", "indicator_id.unit", "indicator_id.option_ids.name")
    def _compute_reading(self):
        for one in self:
            try:
                reading = one._reading()
            except ValueProblem:
                # What is wrong with it is said by the constraint
                reading = Reading()
            one.update(asdict(reading))

    @api.depends("is_filled", "is_excluded", "value", "numerator", "answer", "unit")
    def _compute_value_text(self):
        for one in self:
            reading = Reading(
                one.is_filled,
                one.is_excluded,
                one.value,
                one.numerator,
                one.denominator,
                one.answer or "",
            )
            one.value_text = shown(reading, one.unit)

    @api.depends("passport")
    def _compute_passport_text(self):
        for one in self:
            passport = one.passport or {}
            figures = passport.get("figures") or {}
            said = [passport.get("formula")]
            said += [f"{name} = {number(value)}" for name, value in figures.items()]
            if passport.get("rows"):
                said.append(self.env._("Rows of data: %s", passport["rows"]))
            one.passport_text = "\n".join(filter(None, said))

    @api.depends(
        "is_filled",
        "value",
        "unit",
        "indicator_id.better",
        "indicator_id.setting_ids.has_target",
        "indicator_id.setting_ids.target",
        "indicator_id.setting_ids.has_borders",
        "indicator_id.setting_ids.border_green",
        "indicator_id.setting_ids.border_red",
    )
    def _compute_light(self):
        settings = self._settings()
        for one in self:
            own = settings.get((one.indicator_id, one.company_id))
            borders = own._borders() if own else None
            judged = one.is_filled and borders and one.unit not in ("text", "choice")
            one.light = judged and light(one.value, borders, one.indicator_id.better)

    def _settings(self):
        """``{(indicator, school): setting}`` read at once."""
        found = self.env["vsoko.indicator.setting"].search(
            [
                ("indicator_id", "in", self.indicator_id.ids),
                ("company_id", "in", self.company_id.ids),
            ],
            order="id",
        )
        return {(one.indicator_id, one.company_id): one for one in found}

    def _reading(self):
        return self.indicator_id._read(self.entry)

    @api.constrains("entry", "indicator_id")
    def _check_entry(self):
        for one in self:
            try:
                one._reading()
            except ValueProblem as problem:
                sentence = value_sentence(self.env, problem, one.indicator_id)
                raise ValidationError(sentence) from problem

    @api.constrains("is_excluded", "comment")
    def _check_excluded(self):
        for one in self.filtered("is_excluded"):
            if not (one.comment or "").strip():
                raise ValidationError(
                    self.env._(
                        "%s: write in the comment why the indicator does not apply.",
                        one.indicator_id.code or one.indicator_id.name,
                    )
                )

    @api.constrains("class_id", "subject_id", "indicator_id")
    def _check_scope(self):
        for one in self:
            scope = one.indicator_id.scope
            if (one.class_id and "class" not in scope) or (
                one.subject_id and "subject" not in scope
            ):
                raise ValidationError(
                    self.env._(
                        "%s is not measured for classes or subjects: change «Measured "
                        "for» on its card first.",
                        one.indicator_id.code or one.indicator_id.name,
                    )
                )

    def _check_open(self):
        closed = self.period_id.filtered("is_closed")
        if closed:
            raise UserError(
                self.env._(
                    "The period «%s» is closed: its figures stay as they are. The "
                    "director may open it again.",
                    closed[0].display_name,
                )
            )
