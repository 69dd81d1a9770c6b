from odoo import models
from odoo.fields import Domain

from ...tools.note_requests import Answer, results
from ...tools.paragraphs import clean
from ...tools.words import normalise


class VsokoProcedure(models.Model):
    """Answers to requests as results of a procedure."""

    _inherit = "vsoko.procedure"

    def _note_sources(self):
        said = results([self._note_answer(one) for one in self._note_requests()])
        return super()._note_sources() + ([said] if said else [])

    def _note_requests(self):
        requests = self.env["vsoko.request"].search(
            Domain("procedure_id", "in", self._all_times().ids)
            & Domain("state", "!=", "cancelled")
        )
        return requests.sorted(
            lambda one: (
                not one.indicator_id,
                one.indicator_id.sequence,
                one.indicator_id.code or "",
                one.name or "",
                one.period_id.date_start or one.date_deadline,
                one.class_id.parallel,
                one.class_id.name or "",
                one.id,
            )
        )

    def _note_answer(self, request):
        day = request.answered_on
        indicator, period = request.indicator_id, request.period_id
        return Answer(
            id=request.id,
            name=clean(indicator.name or request.name),
            key=str(indicator.id or normalise(request.name or "")),
            text=clean(request.answer).strip(),
            is_answered=request.state == "answered",
            is_personal=request.is_personal,
            unit=indicator.unit or "",
            better=indicator.better or "more",
            school_class=clean(request.class_id.name),
            class_id=request.class_id.id or 0,
            period=clean(period.name),
            period_id=period.id or 0,
            answered_on=f"{day:%d.%m.%Y}" if day else "",
        )
