from odoo import api, fields, models
from odoo.fields import Domain

from ...tools.russian import read_number

DONE = ("done", "reviewed")
SCHOOL = {
    "школа": "Полное наименование школы",
    "школа_кратко": "Наименование школы",
    "директор": "Директор (Ф. И. О.)",
    "период": "Период формы",
    "учебный_год": "Учебный год",
    "сотрудников": "Сотрудников",
}
PROCEDURES = {
    "процедур_по_плану": "Процедур по утверждённым планам за период",
    "процедур_проведено": "Из них проведено",
    "процедур_просрочено": "Из них просрочено",
    "процедур_отменено": "Из них отменено",
    "доля_проведённых": "Доля проведённых процедур, %",
}
PAPERS = {
    "документов_сдано": "Сдано документов по процедурам",
    "уроков_посещено": "Посещено уроков",
    "бумаг_зарегистрировано": "Зарегистрировано документов",
    "приказов": "Из них приказов",
    "справок": "Из них аналитических справок",
    "поручений": "Поручений в приказах со сроком в периоде",
    "поручений_выполнено": "Из них выполнено",
}
CLASSES = {
    "классов": "Классов",
    "классов_ноо": "Классов 1–4",
    "классов_ооо": "Классов 5–9",
    "классов_соо": "Классов 10–11",
}


class VsokoFigure(models.AbstractModel):
    """Figures that the records can count, by codes a school writes into forms.

    Other chapters add theirs by extending ``_groups``.
    """

    _name = "vsoko.figure"
    _description = "Figure for forms"

    @api.model
    def _catalogue(self):
        """``{code: name}`` of all the figures a form may ask for."""
        counted = [names for names, _count in self._groups()]
        return {
            code: name
            for names in [*counted, self._asked_catalogue()]
            for code, name in names.items()
        }

    @api.model
    def _groups(self):
        """``({code: name}, method)``: figures that one method counts together."""
        return [
            (SCHOOL, self._school_values),
            (PROCEDURES, self._procedure_values),
            (PAPERS, self._paper_values),
            (CLASSES, self._class_values),
        ]

    @api.model
    def _percents(self):
        """Codes whose values are percents: 66.7 and not 0.667."""
        return {"доля_проведённых"}

    @api.model
    def _countable(self):
        """``{code: name}`` of the figures that formulas of indicators may read."""
        words = {"школа", "школа_кратко", "директор", "период", "учебный_год"}
        asked = self._asked_catalogue()
        return {
            code: name
            for code, name in self._catalogue().items()
            if code not in words and code not in asked
        }

    @api.model
    def _asked_catalogue(self):
        """Indicators with codes: of shipped frameworks «показатель.1324.1.5»."""
        return {self._asked_code(one): one.name for one in self._coded()}

    def _coded(self):
        return self.env["vsoko.indicator"].search([("code", "!=", False)])

    def _asked_code(self, indicator):
        """Codes of rows repeat from framework to framework, so its code goes first."""
        framework = indicator.framework_id.code
        parts = ["показатель", framework, indicator.code]
        return ".".join(part for part in parts if part)

    @api.model
    def _values(self, company, first, last):
        """``{code: number, text or None}`` of a school for the days given.

        Whoever needs some of them names their codes in ``vsoko_figures`` of the
        context: a figure costs queries, and formulas read a few of them.
        """
        wanted = self.env.context.get("vsoko_figures")
        values = {}
        for names, count in self._groups():
            if wanted is None or wanted & names.keys():
                values |= count(company, first, last)
        # No formula can read an answer: its code is no name
        if wanted is None:
            values |= self._asked_values(company, first, last)
        return values

    def _year_on(self, company, day):
        """The last school year that had begun by the day."""
        return self.env["vsoko.academic.year"].search(
            [("company_id", "=", company.id), ("date_start", "<=", day)],
            order="date_start desc",
            limit=1,
        )

    def _school_values(self, company, first, last):
        director = self.env["vsoko.role"]._director(company, last)
        people = self.env["hr.employee"].sudo()  # sudo: how many there are, no names
        return {
            "школа": company.vsoko_full_name or company.name,
            "школа_кратко": company.name,
            # sudo: the name of the director is on every paper
            "директор": director.sudo().name or None,
            "период": f"{first:%d.%m.%Y} – {last:%d.%m.%Y}",
            "учебный_год": self._year_on(company, last).name or None,
            "сотрудников": people.search_count([("company_id", "=", company.id)]),
        }

    def _procedure_values(self, company, first, last):
        within = (
            Domain("company_id", "=", company.id)
            & Domain("is_published", "=", True)
            & Domain("is_template", "=", False)
            & Domain("is_series", "=", False)
            & Domain("date_end", ">=", first)
            & Domain("date_end", "<=", last)
        )
        states = dict(
            self.env["vsoko.procedure"]._read_group(within, ["state"], ["__count"])
        )
        planned = sum(states.values()) - states.get("cancelled", 0)
        done = sum(states.get(state, 0) for state in DONE)
        today = fields.Date.context_today(self)
        late = within & Domain("state", "in", ["planned", "in_progress"])
        count = self.env["vsoko.procedure"].search_count
        return {
            "процедур_по_плану": planned,
            "процедур_проведено": done,
            "процедур_отменено": states.get("cancelled", 0),
            "процедур_просрочено": count(late & Domain("date_end", "<", today)),
            "доля_проведённых": done * 100 / planned if planned else None,
        }

    def _paper_values(self, company, first, last):
        within = [("company_id", "=", company.id)]
        dated = [*within, ("date", ">=", first), ("date", "<=", last)]
        papers = dict(
            self.env["vsoko.document"]._read_group(
                [*dated, ("number", "!=", False)], ["layout"], ["__count"]
            )
        )
        items = dict(
            self.env["vsoko.document.item"]._read_group(
                [
                    *within,
                    ("is_task", "=", True),
                    ("document_id.state", "=", "registered"),
                    ("date_deadline", ">=", first),
                    ("date_deadline", "<=", last),
                ],
                ["is_done"],
                ["__count"],
            )
        )
        visits = self.env["vsoko.observation"]
        return {
            "документов_сдано": self.env["vsoko.evidence"].search_count(dated),
            "уроков_посещено": visits.search_count([*dated, ("state", "=", "done")]),
            "бумаг_зарегистрировано": sum(papers.values()),
            "приказов": papers.get("order", 0),
            "справок": papers.get("note", 0),
            "поручений": sum(items.values()),
            "поручений_выполнено": items.get(True, 0),
        }

    def _class_values(self, company, first, last):
        year = self._year_on(company, last)
        counts = dict(
            self.env["vsoko.class"]._read_group(
                [("year_id", "=", year.id)], ["parallel"], ["__count"]
            )
        )
        levels = {"ноо": range(1, 5), "ооо": range(5, 10), "соо": range(10, 12)}
        sums = {
            f"классов_{level}": sum(counts.get(one, 0) for one in parallels)
            for level, parallels in levels.items()
        }
        return {"классов": sum(counts.values()), **sums}

    def _asked_values(self, company, first, last):
        """Sums of the numbers that classes have answered; no number, no value."""
        coded = self._coded()
        sums = self._asked_sums(coded, company, first, last)
        return {
            self._asked_code(one): sums[one][0] if one in sums else None
            for one in coded
        }

    @api.model
    def _asked_sums(self, indicators, company, first, last):
        """``{indicator: (sum of the numbers answered, how many answers)}``."""
        answers = self.env["vsoko.request"].search(
            [
                ("company_id", "=", company.id),
                ("state", "=", "answered"),
                ("indicator_id", "in", indicators.ids),
                ("date_deadline", ">=", first),
                ("date_deadline", "<=", last),
            ]
        )
        sums = {}
        for request in answers:
            number = read_number(request.answer or "")
            if number is not None:
                total, count = sums.get(request.indicator_id, (0, 0))
                sums[request.indicator_id] = (total + number, count + 1)
        return sums
