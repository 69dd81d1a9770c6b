from odoo import api, models
from odoo.fields import Domain

from ...tools.staff import NAMES, Person, staff_figures

CARD = [
    "employee_id",
    "kind",
    "education",
    "category",
    "category_date",
    "teaching_from",
    "birth_year",
]


class VsokoFigure(models.AbstractModel):
    """Figures of the staff on the last day of a period."""

    _inherit = "vsoko.figure"

    @api.model
    def _groups(self):
        return [*super()._groups(), (NAMES, self._staff_values)]

    def _staff_values(self, company, first, last):
        return staff_figures(self._staff_on(company, last), last)

    def _staff_on(self, company, day):
        """A ``Person`` for each card of those who worked at the school on the day."""
        working = (
            Domain("company_id", "=", company.id)
            & (Domain("date_from", "=", False) | Domain("date_from", "<=", day))
            & (Domain("date_to", "=", False) | Domain("date_to", ">=", day))
        )
        # sudo: numbers come out of it, no names; dates of birth are kept by HR alone
        cards = self.env["vsoko.staff"].sudo().search_fetch(working, CARD)
        cards.employee_id.fetch(["birthday"])
        trained = self._trained_by(cards, day)
        return [self._person(card, trained.get(card, (None, False))) for card in cards]

    def _trained_by(self, cards, day):
        """``{card: (day of the last training, whether any was on ФГОС)}``."""
        groups = cards.env["vsoko.training"]._read_group(
            [("staff_id", "in", cards.ids), ("date_end", "<=", day)],
            ["staff_id"],
            ["date_end:max", "is_fgos:bool_or"],
        )
        return {card: tuple(trained) for card, *trained in groups}

    def _person(self, card, trained):
        trained_on, is_fgos = trained
        return Person(
            kind=card.kind or None,
            education=card.education or None,
            category=card.category or None,
            category_date=card.category_date or None,
            teaching_from=card.teaching_from or None,
            birthday=card.employee_id.birthday or None,
            birth_year=card.birth_year or None,
            trained_on=trained_on,
            is_fgos=is_fgos,
        )
