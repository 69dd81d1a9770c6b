from odoo import models
from odoo.exceptions import ValidationError


class VsokoDocument(models.Model):
    """What a paper lacks, said before it is approved or gets a number."""

    _inherit = "vsoko.document"

    def _check_ready(self):
        """Refuse with all that is missing at once."""
        if problems := [*self._all_problems(), *self._blocking_messages()]:
            raise ValidationError(
                self.env._(
                    "«%(name)s» is not ready:\n%(problems)s",
                    name=self.name,
                    problems="\n".join(f"– {problem}" for problem in problems),
                )
            )

    def _problems(self):
        """Sentences, each with the way out."""
        self.ensure_one()
        if self.state in ("registered", "cancelled"):
            return []
        return self._all_problems()

    def _all_problems(self):
        return [
            *self._problems_of_school(),
            *self._problems_of_date(),
            *self._problems_of_items(),
            *self._problems_of_sections(),
            *getattr(self, f"_problems_of_{self.layout}", list)(),
        ]

    def _problems_of_school(self):
        company = self.company_id
        # sudo: names of colleagues are on the public profile
        if not (company.vsoko_full_name or company.name or "").strip():
            yield self.env._("The school has no name: Settings → School.")
        name = (self.signatory_id.sudo().name or "").strip()
        if not (name or self._is_of_meeting()):
            yield self.env._(
                "Nobody signs: choose who signs, or appoint the director in "
                "«Responsible people»."
            )
        if self.kind_id.is_manual_number and not (self.manual_number or "").strip():
            yield self.env._("The number is given by the paper book: write it in.")

    def _problems_of_date(self):
        if not self.date:
            return
        first = self.year_id.date_start
        if first and self.date.year < first.year:
            yield self.env._(
                "The date %(day)s is before the school year %(year)s.",
                day=f"{self.date:%d.%m.%Y}",
                year=self.year_id.name,
            )

    def _problems_of_items(self):
        for number, item in enumerate(self.item_ids.sorted(), 1):
            said = {"number": number, "text": (item.name or "")[:60]}
            if item.is_task and not item.employee_ids:
                yield self._nobody_sentence(said)
            if item.is_task and not (item.date_deadline or item.term_text):
                yield self.env._(
                    "Item %(number)s «%(text)s» has no term: say by when.", **said
                )
            day, first = item.date_deadline, self._first_day()
            if day and first and day < first:
                yield self.env._(
                    "Item %(number)s «%(text)s» is due on %(day)s, before the paper.",
                    day=f"{day:%d.%m.%Y}",
                    **said,
                )

    def _nobody_sentence(self, said):
        # A note advises with each item: without the tick it lacks an addressee too
        if self.layout == "note":
            return self.env._(
                "Item %(number)s «%(text)s» names no person: choose who does it.",
                **said,
            )
        return self.env._(
            "Item %(number)s «%(text)s» names no person: choose who does it, "
            "or untick «Task».",
            **said,
        )

    def _first_day(self):
        """No task of a paper ends before this day."""
        return self.date or self.year_id.date_start

    def _problems_of_sections(self):
        for part in self.paragraph_ids.filtered("is_required"):
            if not (part.text or "").strip() or "[…]" in part.text:
                yield self.env._("«%s» is not filled in.", part.name)
        if self.control == "person" and not self.control_employee_id:
            yield self.env._("Choose who controls the execution.")

    def _problems_of_order(self):
        if not self.item_ids:
            yield self.env._("The order has no items: it orders nothing.")

    def _problems_of_minutes(self):
        if not self.date:
            yield self.env._("Write in the day of the meeting.")
        if not self.body_id:
            yield self.env._("Choose the body that met.")
        if not (self.chair_id and self.secretary_id):
            yield self.env._("Choose the chair and the secretary.")
        if not self.agenda_ids:
            yield self.env._("The agenda is empty.")
        for question in self.agenda_ids:
            voted = question.vote_for + question.vote_against + question.vote_abstained
            if self.present_count and voted > self.present_count:
                yield self.env._(
                    "«%(question)s»: %(voted)s voted, %(present)s were present.",
                    question=question.name[:60],
                    voted=voted,
                    present=self.present_count,
                )

    def _problems_of_excerpt(self):
        if not self.source_id:
            yield self.env._("Choose the minutes the excerpt is from.")
        elif not self.source_agenda_ids:
            yield self.env._("Choose the questions of the excerpt.")
