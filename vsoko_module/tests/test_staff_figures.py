from odoo.exceptions import ValidationError

from ..tools.staff import NAMES
from .staff_case import LAST, StaffCase

PUPILS = (
    "обучающихся",
    "обучающихся_ноо",
    "обучающихся_ооо",
    "обучающихся_соо",
    "выпускников_9",
    "выпускников_11",
)


class TestStaffFigures(StaffCase):
    def test_ten_people_are_counted_as_by_hand(self):
        self._make_staff()
        self.assertFigures(
            {
                "педагогов": 7,
                "педагогов_с_высшим": 3,
                "педагогов_с_высшим_педагогическим": 2,
                "педагогов_со_средним_профессиональным": 2,
                "педагогов_со_средним_педагогическим": 1,
                "педагогов_с_категорией": 3,
                "педагогов_высшей_категории": 2,
                "педагогов_первой_категории": 1,
                # Вторая and Седьмая; Первая has just completed the fifth year
                "педагогов_со_стажем_до_5": 2,
                # Четвёртая and Шестая; Третья has 30 years, which is not over 30
                "педагогов_со_стажем_свыше_30": 2,
                # Вторая and Седьмая; Первая is 30 today
                "педагогов_до_30_лет": 2,
                # Третья is 55 today
                "педагогов_от_55_лет": 1,
                "работников_педагогических_и_ахр": 8,
                # Пятая, Шестая without a birthday, Неизвестный
                "работников_с_неполными_сведениями": 3,
            }
        )

    def test_training_counts_for_five_years_and_on_fgos_for_ever(self):
        staff = self._make_staff()
        self._train(staff["Первая"], "2019-01-01")
        self._train(staff["Вторая"], "2018-12-31", is_fgos=True)
        self._train(staff["Третья"], "2024-01-01", is_fgos=True)
        self._train(staff["Хозяйственный"], "2023-12-31")
        self._train(staff["Хозяйственный"], "2021-06-01", is_fgos=True)
        self._train(staff["Прочий"], "2023-06-01", is_fgos=True)
        self.assertFigures(
            {"работников_с_обучением_за_5_лет": 2, "работников_с_обучением_фгос": 2}
        )

    def test_what_no_card_says_is_unknown_and_not_zero(self):
        self.assertFigures(dict.fromkeys(NAMES))
        card = self._make_card("Новая")
        self.assertFigures(dict.fromkeys(NAMES))
        card.kind = "teaching"
        told = {
            "педагогов": 1,
            "работников_педагогических_и_ахр": 1,
            "работников_с_неполными_сведениями": 1,
        }
        self.assertFigures(dict.fromkeys(NAMES) | told)
        card.education = "other"
        values = self._figures()
        self.assertEqual(values["педагогов_с_высшим"], 0)
        self.assertIsNone(values["педагогов_с_категорией"])

    def test_a_year_of_birth_stands_in_for_a_date_hr_does_not_have(self):
        self._make_card("Первая", "teaching", birth_year=1968)
        self._make_card("Вторая", "teaching", birth_year=1994)
        # The date of HR is believed more
        self._make_card("Третья", "teaching", born="1990-01-01", birth_year=1960)
        self.assertFigures({"педагогов_до_30_лет": 1, "педагогов_от_55_лет": 1})

    def test_a_slip_in_the_year_of_birth_is_told(self):
        for year in (80, 2023, 19800):
            with self.assertRaisesRegex(ValidationError, "Первая"):
                self._make_card(f"Первая {year}", birth_year=year)

    def test_who_has_left_is_not_counted_after_the_last_day(self):
        card = self._make_card("Ушедшая", "teaching")
        card.employee_id.active = False
        self.assertEqual(card.date_to, self._day("2023-10-16"))
        self.assertFigures({"педагогов": 1}, last="2023-10-16")
        self.assertFigures({"педагогов": None}, last="2023-10-17")
        card.employee_id.active = True
        self.assertFigures({"педагогов": 1})

    def test_the_date_of_departure_in_hr_is_the_last_day(self):
        card = self._make_card("Ушедшая", "teaching")
        card.employee_id.active = False
        card.employee_id.departure_date = "2023-09-30"
        self.assertEqual(card.date_to, self._day("2023-09-30"))

    def test_who_comes_later_is_not_counted_before(self):
        self._make_card("Новая", "teaching", date_from="2024-01-09")
        self.assertFigures({"педагогов": None})
        self.assertFigures({"педагогов": 1}, last="2024-01-09")

    def test_two_schools_do_not_count_each_other(self):
        self._make_card("Наша", "teaching", "higher")
        theirs = self._make_card("Их", "teaching", school=self.other_school)
        self._train(theirs, "2023-01-01")
        self.assertFigures({"педагогов": 1, "работников_с_обучением_за_5_лет": None})
        self.assertFigures(
            {"педагогов": 1, "педагогов_с_высшим": None}, school=self.other_school
        )

    def test_ninety_people_take_as_many_queries_as_one(self):
        self._train(self._make_card("Первая", "teaching"), "2023-01-01")
        figures, day = self.env["vsoko.figure"], self._day(LAST)
        one = self._queries(lambda: figures._staff_on(self.school, day))
        for number in range(20):
            self._train(self._make_card(f"Ещё {number}", "teaching"), "2023-01-01")
        many = self._queries(lambda: figures._staff_on(self.school, day))
        self.assertEqual(many, one)
        self.assertLessEqual(many, 4)

    def test_formulas_of_indicators_know_the_figures(self):
        known = self.env["vsoko.figure"]._countable()
        self.assertLessEqual({*NAMES, *PUPILS}, known.keys())


class TestPupilFigures(StaffCase):
    def _make_classes(self, sizes, year=None):
        self.env["vsoko.class"].create(
            [
                {
                    "year_id": (year or self.year).id,
                    "parallel": parallel,
                    "letter": letter,
                    "student_count": size,
                }
                for (parallel, letter), size in sizes.items()
            ]
        )

    def test_pupils_are_added_up_by_levels(self):
        self._make_classes(
            {(1, "А"): 25, (4, "А"): 24, (5, "А"): 28, (9, "А"): 22, (9, "Б"): 21}
            | {(10, "А"): 15, (11, "А"): 17, (12, "А"): 3}
        )
        counts = (155, 49, 71, 35, 43, 17)
        self.assertFigures(dict(zip(PUPILS, counts, strict=True)))

    def test_a_size_nobody_has_entered_is_unknown_a_level_nobody_has_is_zero(self):
        self._make_classes({(1, "А"): 0, (9, "А"): 0})
        # A class made before the field was there
        self.year.class_ids = [(0, 0, {"parallel": 2})]
        self.assertFigures(dict.fromkeys(PUPILS))
        self.year.class_ids.filtered(lambda one: one.parallel == 9).student_count = 20
        counts = (20, None, 20, 0, 20, 0)
        self.assertFigures(dict(zip(PUPILS, counts, strict=True)))

    def test_a_calendar_year_takes_the_classes_of_its_last_day(self):
        earlier = self.env["vsoko.academic.year"]._ensure(2022, self.school)
        self._make_classes({(9, "А"): 10}, earlier)
        self._make_classes({(9, "А"): 20})
        self.assertFigures({"обучающихся": 20})
        for day in ("2023-07-31", "2023-08-31"):
            self.assertFigures({"обучающихся": 10}, last=day)
        # The classes of a year that is long over are not taken for those of today
        self.assertFigures({"обучающихся": None}, last="2025-12-31")

    def test_pupils_of_another_school_are_not_counted(self):
        theirs = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        self._make_classes({(9, "А"): 20}, theirs)
        self.assertFigures({"обучающихся": None})
