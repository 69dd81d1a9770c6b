"""A framework of a few indicators of each kind, and forms filled as a person would."""

import base64
import io

import openpyxl

from .common import VsokoCase
from .office_files import saved

VALUE, TOTAL, COMMENT, CAUSE = "HIJK"


class IndicatorCase(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        env = cls.env(user=cls.deputy)
        cls.framework = env["vsoko.framework"].create(
            {"name": "Индекс", "edition": "2023", "company_id": cls.school.id}
        )
        block = env["vsoko.block"].create(
            {"name": "Результаты", "code": "1", "framework_id": cls.framework.id}
        )
        cls.criterion = env["vsoko.criterion"].create(
            {"name": "Обучение", "code": "1.1", "block_id": block.id}
        )
        cls.role = cls._role("deputy_uvr")
        cls.percent = cls._indicator("1.1.1", unit="percent")
        cls.share = cls._indicator(
            "1.1.2", unit="share", denominator_label="обучающиеся"
        )
        cls.points = cls._indicator("1.1.3", unit="points", max_points=3)
        cls.yes_no = cls._indicator("1.1.4", unit="yes_no")
        cls.choice = cls._indicator(
            "1.1.5",
            unit="choice",
            option_ids=[(0, 0, {"name": "да, всем"}), (0, 0, {"name": "частично"})],
        )
        cls.number = cls._indicator("1.1.6", unit="number", name="=1+1")
        cls.period = env["vsoko.period"]._school_year(cls.year)
        cls.cause = env["vsoko.cause"].create(
            {"name": "Нет кадров", "company_id": cls.school.id}
        )

    @classmethod
    def _indicator(cls, code, **values):
        return (
            cls.env["vsoko.indicator"]
            .with_user(cls.deputy)
            .create(
                {
                    "name": f"Показатель {code}",
                    "code": code,
                    "criterion_id": cls.criterion.id,
                    "role_id": cls.role.id,
                    **values,
                }
            )
        )

    def _export(self, user=None, **values):
        wizard = (
            self.env["vsoko.indicator.form"]
            .with_user(user or self.deputy)
            .with_company((user or self.deputy).company_id)
            .create(
                {
                    "framework_id": self.framework.id,
                    "period_id": self.period.id,
                    **values,
                }
            )
        )
        wizard.action_export()
        return wizard

    def _form(self, **values):
        return base64.b64decode(self._export(**values).file)

    def _filled(self, cells, form=None):
        """The form with ``{(code, column): value}`` written by a person."""
        book = openpyxl.load_workbook(io.BytesIO(form or self._form()))
        sheet = book["Показатели"]
        rows = self._rows(sheet)
        for (code, column), value in cells.items():
            cell = sheet[f"{column}{rows[code]}"]
            self.assertFalse(cell.protection.locked, f"{code} {column} is locked")
            cell.value = value
        return saved(book)

    def _rows(self, sheet):
        return {
            sheet.cell(row, 1).value: row
            for row in range(1, sheet.max_row + 1)
            if sheet.cell(row, 3).value != "" and sheet.cell(row, 1).value
        }

    def _preview(self, data, user=None, **values):
        wizard = (
            self.env["vsoko.import"]
            .with_user(user or self.deputy)
            .with_company((user or self.deputy).company_id)
            .create(
                {
                    "kind": "indicators",
                    "file": base64.b64encode(data),
                    "filename": "Бланк.xlsx",
                    **values,
                }
            )
        )
        wizard.action_preview()
        return wizard

    def _import(self, data, **values):
        wizard = self._preview(data, **values)
        wizard.action_import()
        return wizard

    def _measurement(self, indicator):
        return self.env["vsoko.measurement"].search(
            [("indicator_id", "=", indicator.id), ("period_id", "=", self.period.id)]
        )
