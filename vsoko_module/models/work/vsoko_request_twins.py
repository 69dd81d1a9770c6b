from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ...tools.words import normalise

# What makes two requests ask for one figure.
SAME_FIELDS = {
    "name",
    "indicator_id",
    "class_id",
    "period_id",
    "date_deadline",
    "employee_id",
    "is_personal",
    "company_id",
}


class VsokoRequest(models.Model):
    """Nothing is asked twice: the same figure leads to the request that has it."""

    _inherit = "vsoko.request"

    name_key = fields.Char(
        compute="_compute_keys",
        store=True,
        precompute=True,
        export_string_translation=False,
    )
    indicator_key = fields.Char(
        compute="_compute_keys",
        store=True,
        precompute=True,
        export_string_translation=False,
    )
    twin_id = fields.Many2one(
        "vsoko.request", string="Asked before", compute="_compute_twin"
    )
    twin_text = fields.Text(compute="_compute_twin", export_string_translation=False)
    twin_url = fields.Char(compute="_compute_twin", export_string_translation=False)

    # The last word when two deputies press «Save» at one moment
    _name_uniq = models.UniqueIndex(
        "(company_id, name_key) WHERE state != 'cancelled'",
        "This has just been asked: find it in the list of requests.",
    )
    _indicator_uniq = models.UniqueIndex(
        "(company_id, indicator_key)"
        " WHERE state != 'cancelled' AND indicator_key IS NOT NULL",
        "This indicator has just been asked for: find it in the list of requests.",
    )

    @api.depends(
        "name",
        "indicator_id",
        "class_id",
        "period_id",
        "year_id",
        "employee_id",
        "is_personal",
    )
    def _compute_keys(self):
        for request in self:
            person = request.employee_id if request.is_personal else False
            links = [request.class_id, request.period_id, request.year_id, person]
            about = "|".join(str(one._origin.id if one else 0) for one in links)
            words = normalise(request.name or "").strip(" .,;:!?")
            indicator = request.indicator_id._origin.id
            request.name_key = f"{words}|{about}"
            request.indicator_key = f"{indicator}|{about}" if indicator else False

    @api.depends("name_key", "indicator_key", "company_id", "state")
    def _compute_twin(self):
        twins = self._twins()
        for request in self:
            twin = twins[request]
            request.twin_id = twin
            request.twin_text = twin._twin_sentence() if twin else False
            request.twin_url = f"/odoo/vsoko-requests/{twin.id}" if twin else False

    def _twins(self):
        """For each of these the request that asks for the same, or nothing."""
        found = self.search(
            Domain("company_id", "in", self.company_id.ids)
            & Domain("state", "!=", "cancelled")
            & (
                Domain("name_key", "in", self.mapped("name_key"))
                | Domain("indicator_key", "in", self._own_keys("indicator_key"))
            ),
            order="id",
        )
        return {request: found.filtered(request._is_asked_by)[:1] for request in self}

    def _own_keys(self, name):
        return [key for key in self.mapped(name) if key]

    def _is_asked_by(self, other):
        is_same = self.name and self.name_key == other.name_key
        is_same_indicator = (
            self.indicator_key and self.indicator_key == other.indicator_key
        )
        return (
            other != self._origin
            and other.company_id == self.company_id
            and self.state != "cancelled"
            and bool(is_same or is_same_indicator)
        )

    # ---- refused on save ----

    @api.model_create_multi
    def create(self, vals_list):
        self.check_access("create")
        # Looked for before anything is written: the database would only say no
        drafts = self.browse().concat(*(self.new(vals) for vals in vals_list))
        drafts._check_not_asked()
        return super().create(vals_list)

    def write(self, vals):
        if SAME_FIELDS & vals.keys():
            drafts = self.browse().concat(*(self.new(origin=one) for one in self))
            drafts.update({name: vals[name] for name in SAME_FIELDS & vals.keys()})
            drafts._check_not_asked()
        return super().write(vals)

    def _check_move(self, state):
        allowed = super()._check_move(state)
        if state == "asked":
            drafts = self.browse().concat(*(self.new(origin=one) for one in self))
            drafts.update({"state": state})
            drafts._check_not_asked()
        return allowed

    def _check_not_asked(self):
        for twin in filter(None, self._twins().values()):
            sentence = twin._twin_sentence()
            if twin.state == "answered":
                sentence = self.env._(
                    "%s\n\nNothing new is asked. If the answer is out of date, open "
                    "that request and press «Ask anew».",
                    sentence,
                )
            raise ValidationError(sentence)

    def _twin_sentence(self):
        """Who has asked it, of whom, and the answer or until when it is awaited."""
        asked = self.env._(
            "«%(name)s» was asked on %(day)s by %(author)s, of %(person)s.",
            name=self.name,
            day=self.create_date.strftime("%d.%m.%Y"),
            # sudo: names of colleagues of the same school
            author=(self.author_id or self.create_uid).sudo().name,
            person=self.employee_id.sudo().name,
        )
        if self.state == "answered":
            return f"{asked} {self._answer_sentence()}"
        awaited = self.env._(
            "The answer is awaited until %s.", self.date_deadline.strftime("%d.%m.%Y")
        )
        return f"{asked} {awaited}"

    def _answer_sentence(self):
        return self.env._(
            "The answer of %(day)s: %(answer)s",
            day=self.answered_on.strftime("%d.%m.%Y"),
            answer=(self.answer or "").strip()
            or self.env._("the file «%s»", self.answer_filename or ""),
        )
