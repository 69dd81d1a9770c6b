from odoo import api, models

PUPILS = {
    "обучающихся": "Обучающихся",
    "обучающихся_ноо": "Обучающихся в 1–4 классах",
    "обучающихся_ооо": "Обучающихся в 5–9 классах",
    "обучающихся_соо": "Обучающихся в 10–11 (12) классах",
    "выпускников_9": "Обучающихся в 9 классах (выпускников)",
    "выпускников_11": "Обучающихся в 11 классах (выпускников)",
}
LEVELS = {
    "обучающихся_ноо": range(1, 5),
    "обучающихся_ооо": range(5, 10),
    "обучающихся_соо": range(10, 13),
    "выпускников_9": (9,),
    "выпускников_11": (11,),
}


class VsokoFigure(models.AbstractModel):
    """Figures of the pupils: of the classes of the year that a period ends in."""

    _inherit = "vsoko.figure"

    @api.model
    def _groups(self):
        return [*super()._groups(), (PUPILS, self._pupil_values)]

    def _pupil_values(self, company, first, last):
        """A class whose number is not entered is unknown, a class nobody has is 0."""
        pupils = self._pupils_by_parallel(company, last)
        if not any(pupils.values()):
            return dict.fromkeys(PUPILS)
        return {
            "обучающихся": sum(pupils.values()),
            **{code: self._level(pupils, level) for code, level in LEVELS.items()},
        }

    def _pupils_by_parallel(self, company, day):
        """``{parallel: pupils}`` of the school year that goes on on the day."""
        year = self._year_on(company, day)
        if not year or day > year._window()[1]:
            return {}
        return dict(
            self.env["vsoko.class"]._read_group(
                [("year_id", "=", year.id)], ["parallel"], ["student_count:sum"]
            )
        )

    def _level(self, pupils, level):
        own = [pupils[parallel] for parallel in level if parallel in pupils]
        return sum(own) if any(own) or not own else None
