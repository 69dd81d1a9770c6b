from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

LEVELS = [("off", "Off"), ("warning", "Warns"), ("block", "Blocks the approval")]
# What each school says for itself; all else of a rule is shared by the schools
OWN_FIELDS = {
    "level", "order_level", "words", "own_level", "own_order_level", "own_words",
}  # fmt: skip
MANAGER = "vsoko_module.group_vsoko_manager"


class VsokoQualityRule(models.Model):
    """What texts of papers are checked for; how strictly, each school decides."""

    _name = "vsoko.quality.rule"
    _description = "Rule of texts"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True, readonly=True)
    sequence = fields.Integer(default=100)
    explanation = fields.Text(
        help="Why the methodist complains and how the text is mended."
    )
    is_for_orders = fields.Boolean(string="Checked in orders too", default=True)
    has_words = fields.Boolean(string="Looks for words")
    # as the product proposes
    default_level = fields.Selection(LEVELS, required=True, default="warning")
    default_order_level = fields.Selection(LEVELS, required=True, default="warning")
    default_words = fields.Text()
    # as the school has decided; empty: as proposed
    own_level = fields.Selection(LEVELS, company_dependent=True)
    own_order_level = fields.Selection(LEVELS, company_dependent=True)
    own_words = fields.Text(company_dependent=True)
    # what holds in the school
    level = fields.Selection(
        LEVELS,
        string="In a note",
        compute="_compute_level",
        inverse="_inverse_level",
    )
    order_level = fields.Selection(
        LEVELS,
        string="In an order",
        compute="_compute_order_level",
        inverse="_inverse_order_level",
    )
    words = fields.Text(
        compute="_compute_words",
        inverse="_inverse_words",
        help="One wording a line.",
    )

    _code_uniq = models.Constraint("UNIQUE (code)", "There is such a rule already.")

    @api.depends("own_level", "default_level")
    @api.depends_context("company")
    def _compute_level(self):
        for rule in self:
            rule.level = rule.own_level or rule.default_level

    def _inverse_level(self):
        for rule in self:
            rule.own_level = rule.level

    @api.depends("own_order_level", "default_order_level", "is_for_orders")
    @api.depends_context("company")
    def _compute_order_level(self):
        for rule in self:
            level = rule.own_order_level or rule.default_order_level
            rule.order_level = level if rule.is_for_orders else "off"

    def _inverse_order_level(self):
        for rule in self:
            rule.own_order_level = rule.order_level

    @api.depends("own_words", "default_words")
    @api.depends_context("company")
    def _compute_words(self):
        for rule in self:
            rule.words = rule.own_words or rule.default_words

    def _inverse_words(self):
        for rule in self:
            rule.own_words = rule.words

    def write(self, vals):
        self._check_may_write(vals)
        return super().write(vals)

    def _check_may_write(self, vals):
        """A director decides for her own school, not for the others of the database."""
        if self.env.su or self.env.user.has_group(MANAGER):
            return
        if vals.keys() - OWN_FIELDS:
            raise AccessError(
                self.env._(
                    "A school changes the level and the words of a rule; its name and "
                    "explanation are changed by the administrator of the system."
                )
            )

    def action_as_proposed(self):
        """Back to the levels and words of the product."""
        self.write({"own_level": False, "own_order_level": False, "own_words": False})

    @api.model
    def _of(self, company, layout):
        """``{code: rule}`` of the rules that are not off in papers of the layout."""
        is_order = layout == "order"
        domain = Domain("is_for_orders", "=", True) if is_order else Domain.TRUE
        rules = self.with_company(company).search(domain)
        return {one.code: one for one in rules if one._level_in(layout) != "off"}

    def _level_in(self, layout):
        return self.order_level if layout == "order" else self.level

    def _word_list(self):
        lines = (line.strip() for line in (self.words or "").splitlines())
        return list(filter(None, lines))
