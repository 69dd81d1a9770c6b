from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools.document_numbers import is_pattern, number_text


class VsokoDocumentKind(models.Model):
    """A kind of papers: its layout, its numbers, who signs, agrees and is acquainted.

    Shared by all schools or kept by one; all of it is the school's to change.
    """

    _name = "vsoko.document.kind"
    _description = "Kind of documents"
    _order = "sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(index="btree_not_null")
    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company",
        string="School",
        index="btree_not_null",
        default=lambda self: self.env.company,
        help="Empty: the kind is shared by all schools of the database.",
    )
    # how it looks
    layout = fields.Selection(
        [
            ("order", "Order"),
            ("note", "Analytical note"),
            ("minutes", "Minutes"),
            ("excerpt", "Excerpt from minutes"),
            ("text", "Plain paper"),
        ],
        required=True,
        default="text",
    )
    title = fields.Char(
        string="Name on the paper",
        required=True,
        help="In capitals above the number, for example «ПРИКАЗ».",
    )
    command = fields.Char(
        string="Word before the items", help="For example «ПРИКАЗЫВАЮ:»."
    )
    genitive = fields.Char(
        string="Whom or what (genitive)",
        help="How other papers refer to it: «на основании аналитической справки».",
    )
    accusative = fields.Char(
        string="What (accusative)",
        help="How other papers refer to it: «изменения в приказ».",
    )
    instrumental = fields.Char(
        string="By what (instrumental)",
        help="How other papers refer to it: «в соответствии с приказом».",
    )
    dative = fields.Char(
        string="To what (dative)", help="For annexes: «Приложение № 1 к приказу»."
    )
    # how it is numbered and kept
    number_format = fields.Char(
        string="Pattern of numbers",
        required=True,
        default="{n}",
        help="{n} is the number in turn, {year} is the year: «{n}-ОД».",
    )
    number_example = fields.Char(string="Example", compute="_compute_number_example")
    restart = fields.Selection(
        [
            ("calendar_year", "Each calendar year"),
            ("school_year", "Each school year"),
            ("never", "Never"),
        ],
        string="Numbers begin anew",
        required=True,
        default="calendar_year",
    )
    is_per_body = fields.Boolean(
        string="Each body has its own numbers",
        help="Minutes of the pedagogical council and of a methodical union are each "
        "numbered from 1.",
    )
    is_manual_number = fields.Boolean(
        string="Numbers come from the paper book",
        help="The number is written in by hand and checked for doubles.",
    )
    retention = fields.Char(
        string="Storage term",
        help="By the school's nomenclature of files, for example «5 лет ЭПК».",
    )
    file_index = fields.Char(
        string="File", help="Index of the file in the nomenclature."
    )
    # who is concerned
    signatory_role_id = fields.Many2one(
        "vsoko.role", string="Signed by", help="Empty: by whoever prepared it."
    )
    visa_role_ids = fields.Many2many(
        "vsoko.role", "vsoko_document_kind_visa_rel", string="Agreed with"
    )
    acquaint_role_ids = fields.Many2many(
        "vsoko.role", "vsoko_document_kind_acquaint_rel", string="To be acquainted"
    )
    acquaint_days = fields.Integer(
        string="Days to get acquainted",
        default=3,
        help="After the registration; then the task is overdue.",
    )

    _acquaint_days_positive = models.Constraint(
        "CHECK (acquaint_days >= 0)", "Days to get acquainted cannot be negative."
    )

    @api.depends("number_format")
    def _compute_number_example(self):
        today = fields.Date.context_today(self)
        for kind in self:
            pattern = kind.number_format or ""
            kind.number_example = (
                number_text(pattern, 1, today.year) if is_pattern(pattern) else ""
            )

    @api.constrains("number_format")
    def _check_number_format(self):
        for kind in self.filtered(lambda one: not is_pattern(one.number_format)):
            raise ValidationError(
                self.env._(
                    "«%s»: the pattern of numbers has {n} once, {year} if you like, "
                    "and no other braces, for example «{n}-ОД».",
                    kind.name,
                )
            )

    def copy_data(self, default=None):
        """A copy of a shared kind is the school's own."""
        own = {"company_id": self.env.company.id} | dict(default or {})
        return super().copy_data(own)
