import base64

from odoo.exceptions import AccessError, UserError

from .measured import MeasuredCase
from .office_files import excel

HEADER = ["Код", "Показатель", "Максимум", "Ответы"]


class TestFrameworkFill(MeasuredCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.criterion = cls._make_criterion("1.1")
        cls.points = cls._make_indicator("1.1.3", "points", max_points=3)

    def _fill(self, *rows, user=None, framework=None):
        wizard = (
            self.env["vsoko.framework.fill"]
            .with_user(user or self.deputy)
            .create(
                {
                    "framework_id": (framework or self.framework).id,
                    "file": base64.b64encode(excel({"Индекс": [HEADER, *rows]})),
                    "filename": "Индекс.xlsx",
                }
            )
        )
        return wizard.action_fill()

    def _by_code(self, code):
        return self.env["vsoko.indicator"].search(
            [("framework_id", "=", self.framework.id), ("code", "=", code)]
        )

    def test_known_codes_are_updated_and_others_are_added(self):
        rows = [
            ["1.1.3", "Новая формулировка", 2, None],
            ["1.1.9", "Есть ли план", 3, "да = 3; частично = 1,5; нет = 0"],
        ]
        self._fill(*rows)
        self._fill(*rows)
        self.assertEqual(self.points.name, "Новая формулировка")
        self.assertEqual(self.points.max_points, 2)
        new = self._by_code("1.1.9")
        self.assertEqual((new.unit, new.criterion_id), ("choice", self.criterion))
        self.assertEqual(new.option_ids.mapped("points"), [3, 1.5, 0])

    def test_a_bad_row_is_named_and_nothing_is_kept(self):
        bad = {
            "row 2, column D": ["1.1.3", "Имя", 2, "да"],
            "row 2, column C": ["1.1.3", "Имя", "много", None],
            "row 2, column B": ["1.1.3", None, 2, None],
            "row 2, column A": ["7.7", "Имя", 2, None],
        }
        for place, row in bad.items():
            with self.subTest(place), self.assertRaisesRegex(UserError, place):
                self._fill(row)
        self.assertEqual(self.points.name, "Показатель 1.1.3")

    def test_a_shared_framework_is_the_managers(self):
        shared = self.env["vsoko.framework"].create(
            {"name": "Общая", "company_id": False}
        )
        with self.assertRaises(AccessError):
            self._fill(["1", "Имя", 1, None], framework=shared)
