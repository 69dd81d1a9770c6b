from odoo import api, fields, models

LAST_PARALLEL = 11
# Where part of the pupils leave school: as many classes go on as there are this year
FIRST_SENIOR = 10


class VsokoYearNextClass(models.TransientModel):
    """A class of the next year: this year's one moved up, or a new first class."""

    _name = "vsoko.year.next.class"
    _description = "Class of the next school year"
    _order = "parallel, letter, id"

    wizard_id = fields.Many2one("vsoko.year.next", required=True, ondelete="cascade")
    company_id = fields.Many2one(related="wizard_id.company_id")
    is_taken = fields.Boolean(string="Make", default=True)
    from_class_id = fields.Many2one("vsoko.class", string="Now", readonly=True)
    parallel = fields.Integer(string="Becomes", required=True)
    letter = fields.Char(string="Class letter")
    teacher_id = fields.Many2one(
        "hr.employee",
        string="Class teacher",
        domain="[('company_id', '=', company_id)]",
    )

    def _make(self, year):
        """The classes that the year does not have yet."""
        known = {(one.parallel, _letter(one)) for one in year.class_ids}
        fresh = self.filtered(lambda one: (one.parallel, _letter(one)) not in known)
        return self.env["vsoko.class"].create(
            [
                {
                    "year_id": year.id,
                    "parallel": one.parallel,
                    "letter": _letter(one),
                    "teacher_id": one.teacher_id.id,
                }
                for one in fresh
            ]
        )


class VsokoYearNext(models.TransientModel):
    _inherit = "vsoko.year.next"

    def _proposed_classes(self):
        """Classes moved up with their teachers, and as many first ones as this year."""
        classes = self.year_id.class_ids
        last = max(classes.mapped("parallel") or [0])
        last = max(last, LAST_PARALLEL)
        seniors = {_letter(one) for one in classes if one.parallel == FIRST_SENIOR}
        first = [
            {"parallel": one.parallel, "letter": one.letter}
            for one in classes
            if one.parallel == 1
        ]
        return first + [
            self._prepare_moved(one, seniors) for one in classes if one.parallel < last
        ]

    @api.model
    def _prepare_moved(self, one, seniors):
        becomes = one.parallel + 1
        # sudo: whether a teacher is archived is no secret, the card may be hidden
        teacher = one.teacher_id.sudo().filtered("active")
        return {
            "from_class_id": one.id,
            "parallel": becomes,
            "letter": one.letter,
            "teacher_id": teacher.id,
            "is_taken": becomes != FIRST_SENIOR or _letter(one) in seniors,
        }


def _letter(record):
    return (record.letter or "").strip().upper()
