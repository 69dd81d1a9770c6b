from odoo import fields, models


class VsokoTraining(models.Model):
    """A course that a worker has finished."""

    _name = "vsoko.training"
    _description = "Training of a worker"
    _order = "date_end desc, id desc"

    staff_id = fields.Many2one(
        "vsoko.staff", string="Worker", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="staff_id.company_id", string="School", store=True, index=True
    )
    name = fields.Char(string="Programme", required=True)
    kind = fields.Selection(
        [
            ("qualification", "Professional development"),
            ("retraining", "Professional retraining"),
        ],
        string="Kind of training",
        required=True,
        default="qualification",
    )
    date_end = fields.Date(string="Finished on", required=True)
    hours = fields.Integer()
    is_fgos = fields.Boolean(
        string="On ФГОС", help="On applying the state standards of education."
    )
    document = fields.Char(
        string="Certificate", help="Its kind, number and date of issue."
    )

    _hours_positive = models.Constraint(
        "CHECK (hours >= 0)", "There cannot be fewer than 0 hours of training."
    )

    def write(self, vals):
        result = super().write(vals)
        if "staff_id" in vals:
            # A course may not be handed over to a person of another school
            self.check_access("write")
        return result
