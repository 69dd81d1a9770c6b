"""A school year with meetings, decisions, measures and checks of effect."""

import io

import docx
import openpyxl
from freezegun import freeze_time

from .common import OFFICER, PaperCase, flat, pdf_pages

ADVICE = "Провести диагностику по теме «Дроби» и занятия с теми, кто её не освоил"
FORMULA = '=HYPERLINK("http://example.com";"нажмите")'


class DecisionPaperCase(PaperCase):
    """Printed on 3 March 2025 by the deputy head."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time("2025-03-03 09:00:00"))
        cls.officer = cls._make_user("decisions_officer", OFFICER)
        cls.deputy.user_id = cls.officer
        cls.teacher = cls._make_employee("Громова Ирина Павловна")
        cls.council = cls.env.ref("vsoko_module.body_pedagogical_council")
        cls.cause = cls.env.ref("vsoko_module.cause_staff")
        cls.school_class = cls.env["vsoko.class"].create(
            {"parallel": 7, "letter": "Б", "year_id": cls.year.id}
        )
        cls.indicator = cls._make_indicator()

    @classmethod
    def _make_indicator(cls):
        framework = cls.env["vsoko.framework"].create(
            {"name": "Наша модель", "company_id": cls.school.id}
        )
        block = cls.env["vsoko.block"].create(
            {"name": "Результаты", "framework_id": framework.id}
        )
        criterion = cls.env["vsoko.criterion"].create(
            {"name": "Качество", "code": "1", "block_id": block.id}
        )
        return cls.env["vsoko.indicator"].create(
            {
                "name": "Качество знаний",
                "code": "1.1",
                "unit": "percent",
                "criterion_id": criterion.id,
            }
        )

    @classmethod
    def _make_meeting(cls, **values):
        return cls.env["vsoko.meeting"].create(
            {
                "body_id": cls.council.id,
                "year_id": cls.year.id,
                "company_id": cls.school.id,
                "state": "held",
                **values,
            }
        )

    @classmethod
    def _make_decision(cls, name=ADVICE, **values):
        return cls.env["vsoko.decision"].create(
            {
                "name": name,
                "year_id": cls.year.id,
                "company_id": cls.school.id,
                "employee_ids": [(6, 0, cls.teacher.ids)],
                "date_deadline": "2025-02-14",
                "state": "open",
                **values,
            }
        )

    @classmethod
    def _make_measure(cls, name, **values):
        return cls.env["vsoko.measure"].create(
            {
                "name": name,
                "year_id": cls.year.id,
                "company_id": cls.school.id,
                **values,
            }
        )

    @classmethod
    def _make_finding(cls, name="Качество знаний по математике в 7Б – 52 %", **values):
        return cls.env["vsoko.finding"].create(
            {
                "name": name,
                "year_id": cls.year.id,
                "company_id": cls.school.id,
                "indicator_id": cls.indicator.id,
                "entry": "52",
                "expected": "60",
                "class_ids": [(6, 0, cls.school_class.ids)],
                **values,
            }
        )

    @classmethod
    def _judge(cls, decision, after, **values):
        """The check of a decision that is carried out, judged on this day."""
        decision.write({"state": "done", "done_on": "2025-02-10"})
        check = cls.env["vsoko.effect.check"].create(
            {
                "decision_id": decision.id,
                "indicator_id": decision.indicator_id.id,
                "before_entry": "52",
                "target_entry": "60",
                "after_entry": after,
                **values,
            }
        )
        check.action_judge()
        return check


class DecisionsCase(DecisionPaperCase):
    """What the papers of the year say, for the deputy head."""

    def _sheets(self, year=None):
        content, extension = self._print(
            "decisions_xlsx", year or self.year, self.officer
        )
        self.assertEqual(extension, "xlsx")
        return openpyxl.load_workbook(io.BytesIO(content))

    def _rows(self, name):
        return [
            [flat(str(cell.value if cell.value is not None else "")) for cell in row]
            for row in self._sheets()[name].iter_rows(min_row=5)
        ]

    def _year_text(self):
        content, _extension = self._print("decisions_pdf", self.year, self.officer)
        return flat(" ".join(pdf_pages(content)))

    def _table(self, number):
        content, extension = self._print("decisions_docx", self.year, self.officer)
        self.assertEqual(extension, "docx")
        table = docx.Document(io.BytesIO(content)).tables[number]
        return [[flat(cell.text) for cell in row.cells] for row in table.rows]
