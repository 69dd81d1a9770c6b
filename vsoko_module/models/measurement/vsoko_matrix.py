from odoo import api, models
from odoo.exceptions import AccessError, UserError

from ...tools.measures import ValueProblem
from .measure_sentences import value_sentence

OFFICER = "vsoko_module.group_vsoko_officer"
# Which way the figures lie: who is in the rows and what in the columns.
LAYOUTS = ("periods", "classes", "subjects")
# What makes a figure one of its kind.
KEY = ("indicator_id", "period_id", "company_id", "class_id", "subject_id")


class VsokoMatrix(models.AbstractModel):
    """The sheet in which figures are entered: one read to open, one call to save.

    Rows are indicators and columns periods or classes of one period; for an indicator
    of subjects in classes rows are classes and columns subjects.
    """

    _name = "vsoko.matrix"
    _description = "Matrix of figures"

    @api.model
    def load(self, layout, framework_id=None, period_id=None, indicator_id=None):
        """Plain data of the sheet; what is not chosen is proposed.

        :return: ``choices`` of frameworks, periods and indicators, ``rows``,
            ``columns`` and ``cells`` by ``"<row>:<column>"``.
        """
        if layout not in LAYOUTS:
            raise UserError(self.env._("There is no such sheet."))
        choices = self._choices(layout, framework_id, period_id, indicator_id)
        sheet = self._sheet(layout, choices)
        return {
            "layout": layout,
            "may_edit": self.env.user.has_group(OFFICER),
            **choices["shown"],
            **sheet,
        }

    @api.model
    def save(self, layout, choices, changes):
        """Write what was typed or pasted; what cannot be taken is told cell by cell.

        :param changes: ``[{"row": id, "column": id, "entry": text}]``
        :return: ``cells`` as they are now and ``errors`` by ``"<row>:<column>"``
        """
        self._check_may_enter()
        places = {
            f"{one['row']}:{one['column']}": (
                self._place(layout, choices, one["row"], one["column"]),
                " ".join((one["entry"] or "").split()),
            )
            for one in changes
        }
        known = self._known([place for place, _entry in places.values()])
        errors = self._errors(places, known)
        good = {key: pair for key, pair in places.items() if key not in errors}
        return {"cells": self._write(good, known), "errors": errors}

    @api.model
    def collect(self, framework_id, period_id):
        """Count by formulas; return what to tell: how many, and what could not be."""
        self._check_may_enter()
        period = self.env["vsoko.period"].browse(period_id)
        indicators = self.env["vsoko.indicator"].search(
            [("framework_id", "=", framework_id)]
        )
        values, problems = self.env["vsoko.measurement"]._collect(indicators, period)
        told = self.env._("Counted: %s", len(values))
        return [told, *problems.values()]

    def _check_may_enter(self):
        if not self.env.user.has_group(OFFICER):
            raise AccessError(self.env._("Only a deputy head enters figures."))

    def _known(self, places):
        """``{key of a place: its measurement}`` of all places at once."""
        names = ("indicator_id", "period_id", "company_id")
        found = self.env["vsoko.measurement"].search(
            [(name, "in", list({place[name] for place in places})) for name in names]
        )
        return {tuple(one[name].id for name in KEY): one for one in found}

    def _errors(self, places, known):
        """``{cell: sentence}`` for all that cannot be taken, nothing written yet."""
        ids = {place["indicator_id"] for place, _entry in places.values()}
        indicators = self.env["vsoko.indicator"].browse(ids).grouped("id")
        periods = self.env["vsoko.period"].browse(
            {place["period_id"] for place, _entry in places.values()}
        )
        closed = periods.filtered("is_closed")
        errors = {}
        for key, (place, entry) in places.items():
            indicator = indicators[place["indicator_id"]]
            own = known.get(self._key(place))
            if problem := self._problem(indicator, entry, own):
                errors[key] = problem
            elif place["period_id"] in closed.ids:
                errors[key] = self.env._("The period is closed: figures stay.")
        return errors

    def _problem(self, indicator, entry, own):
        try:
            reading = indicator._read(entry)
        except ValueProblem as problem:
            return value_sentence(self.env, problem, indicator)
        if reading.is_excluded and not (own and own.comment):
            return self.env._(
                "%s: open the figure and write in the comment why the indicator does "
                "not apply.",
                indicator.code or indicator.name,
            )
        return None

    def _write(self, places, known):
        """Write what differs, create what is new; return the cells as they are."""
        new = {}
        for key, (place, entry) in places.items():
            own = known.get(self._key(place))
            if own and (own.entry or "") != entry:
                own.entry = entry or False
            elif entry and not own:
                new[key] = {**place, "entry": entry}
        created = self.env["vsoko.measurement"].create(list(new.values()))
        fresh = dict(zip(new, created, strict=True))
        cells = {}
        for key, (place, _entry) in places.items():
            own = fresh.get(key) or known.get(self._key(place))
            cells[key] = self._cell(own) if own else self._empty_cell()
        return cells

    def _key(self, place):
        return tuple(place.get(name, False) for name in KEY)

    def _place(self, layout, choices, row, column):
        """Whose figure a cell holds."""
        period, indicator = choices.get("period_id"), choices.get("indicator_id")
        places = {
            "periods": {"indicator_id": row, "period_id": column},
            "classes": {
                "indicator_id": row,
                "period_id": period,
                "class_id": column,
            },
            "subjects": {
                "indicator_id": indicator,
                "period_id": period,
                "class_id": row,
                "subject_id": column,
            },
        }
        return {"company_id": self.env.company.id, **places[layout]}

    def _cell(self, value):
        return {
            "id": value.id,
            "entry": value.entry or "",
            "text": value.value_text or "",
            "light": value.light or "",
            "origin": value.origin,
            "comment": value.comment or "",
            "needs_cause": value.light == "red" and not value.cause_id,
            "is_filled": value.is_filled,
            "value": value.value,
            "numerator": value.numerator,
            "denominator": value.denominator,
        }

    def _empty_cell(self):
        return {"id": 0, "entry": "", "text": "", "light": "", "is_filled": False}
