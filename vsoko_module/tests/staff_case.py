"""Ten made-up workers, most of them on a border of the order № 1324."""

from .common import VsokoCase

# The day on which 1324 is counted; borders below are about it
LAST = "2023-12-31"
# name: kind, education, category, category since, teaching since, born
STAFF = {
    # 30 on the very day, 5 full years on the very day
    "Первая": ("teaching", "higher_teaching", "highest", "2023-12-31")
    + ("2018-12-31", "1993-12-31"),
    # 29 for one day more, 4 full years for one day more; the category comes too late
    "Вторая": ("teaching", "higher", "first", "2024-01-01")
    + ("2019-01-01", "1994-01-01"),
    # 55 on the very day, 30 full years and no more
    "Третья": ("teaching", "secondary_teaching", "first", "2020-05-20")
    + ("1993-12-31", "1968-12-31"),
    # 54 for one day more, 31 full years on the very day
    "Четвёртая": ("teaching", "secondary", "none", False)
    + ("1992-12-31", "1969-01-01"),
    # nothing is known but what she is
    "Пятая": ("teaching", False, False, False, False, False),
    # without a date of the category: it counts; without a birthday
    "Шестая": ("teaching", "higher_teaching", "highest", False, "1985-09-01", False),
    "Седьмая": ("teaching", "other", "none", False, "2023-09-01", "2001-02-28"),
    "Хозяйственный": ("administrative", "higher", False, False, False, "1960-01-01"),
    "Прочий": ("other", "higher", False, False, False, "1960-01-01"),
    "Неизвестный": (False, "higher", "highest", False, "1980-09-01", "1960-01-01"),
}
FIELDS = ("kind", "education", "category", "category_date", "teaching_from")


class StaffCase(VsokoCase):
    def _figures(self, first="2023-01-01", last=LAST, school=None):
        return self.env["vsoko.figure"]._values(
            school or self.school, self._day(first), self._day(last)
        )

    def _make_card(self, name, *told, school=None, born=False, **values):
        employee = self._make_employee(name, school=school, birthday=born)
        return self.env["vsoko.staff"].create(
            {
                "employee_id": employee.id,
                **dict(zip(FIELDS, told, strict=False)),
                **values,
            }
        )

    def _make_staff(self):
        return {
            name: self._make_card(name, *told, born=born)
            for name, (*told, born) in STAFF.items()
        }

    def _train(self, card, date_end, **values):
        self.env["vsoko.training"].create(
            {"staff_id": card.id, "name": "Курсы", "date_end": date_end, **values}
        )

    def assertFigures(self, expected, **period):
        values = self._figures(**period)
        self.assertEqual({code: values[code] for code in expected}, expected)
