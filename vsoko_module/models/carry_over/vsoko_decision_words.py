from odoo import models

from ...tools.analysis_facts import STATES, Decided, Effect
from ...tools.dates import short_date
from ...tools.document_words import requisites
from ...tools.paragraphs import clean


class VsokoDecision(models.Model):
    """How papers tell of a decision and of what came of it."""

    _inherit = "vsoko.decision"

    def _told(self):
        return Decided(
            name=clean(self.name),
            adopted=self._told_adopted(),
            who=self._told_people(),
            term=clean(self.term_text) or _day(self.date_deadline),
            state=STATES.get(self._told_state(), ""),
            component=self.component or "",
            is_adopted=bool(self.adopted_count),
            is_done=bool(self.done_count),
            is_in_time=self.is_in_time,
            is_effective=bool(self.effective_count),
        )

    def _told_adopted(self):
        """The body and the day, else the order."""
        body = clean(self.meeting_id.body_text or self.body_id.name)
        if body:
            return ", ".join(filter(None, [body, _day(self.adopted_on)]))
        # sudo: the number of the order stands beside what it orders
        paper = self.document_id.sudo()
        number = requisites(paper.date or None, paper.number)
        return f"приказ {number}" if number else _day(self.adopted_on)

    def _told_people(self):
        names = self.employee_ids._vsoko_short_names()
        return ", ".join(names) or clean(self.role_text)

    def _told_state(self):
        if self.state == "cancelled" and self._is_replaced():
            return "replaced"
        return "overdue" if self.is_overdue else self.state


class VsokoEffectCheck(models.Model):
    _inherit = "vsoko.effect.check"

    def _told(self):
        finding, indicator = self.finding_id, self.indicator_id
        said = indicator._said if indicator else clean
        where = finding._where()
        about = f"{indicator.name} ({where})" if where else indicator.name
        return Effect(
            name=clean(about if indicator else finding.name or self.decision_id.name),
            before=said(self.before_entry),
            target=said(self.target_entry),
            after=said(self.after_entry),
            verdict=self.verdict or "",
            comment=" ".join(clean(self.comment).split()).rstrip("."),
        )


def _day(day):
    return short_date(day) if day else ""
