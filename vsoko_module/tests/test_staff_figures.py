from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import new_test_user
from odoo.tools import mute_logger

from ..tools.staff import NAMES
from .common import VsokoCase

# The day on which 1324 is counted; borders below are about it
LAST = "2023-12-31"
PUPILS = (
    "обучающихся",
    "обучающихся_ноо",
    "обучающихся_ооо",
    "обучающихся_соо",
    "выпускников_9",
    "выпускников_11",
)
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


class TestStaffRights(StaffCase):
    def test_a_colleague_opens_the_public_card_and_sees_no_category(self):
        card = self._make_card("Первая", "teaching", "higher", "first")
        person = card.employee_id.with_user(self.teacher)
        person.read(["name", "job_title"])
        self.env["hr.employee.public"].with_user(self.teacher).browse(person.id).read()
        view = self.env["hr.employee.public"].with_user(self.teacher).get_view
        self.assertNotIn("vsoko_staff_ids", view(view_type="form")["arch"])
        for act in (
            lambda: card.with_user(self.teacher).read(["category"]),
            lambda: card.with_user(self.teacher).search([]),
            lambda: person.read(["vsoko_staff_ids"]),
        ):
            with self.assertRaises(AccessError):
                act()
        # Odoo searches the public card, which has no such field
        with self.assertRaises(ValueError):
            person.search([("vsoko_staff_ids.category", "=", "first")])

    def test_a_deputy_without_hr_keeps_the_cards(self):
        cards = self.env["vsoko.staff"].with_user(self.deputy)
        cards.action_add_everyone()
        own = cards.search([])
        self.assertEqual(
            own.mapped("name"),
            ["Deputy", "Director", "Manager", "Outsider", "Teacher"],
        )
        cards.action_add_everyone()
        self.assertEqual(cards.search([]), own)
        own.write({"kind": "teaching", "category": "first"})
        own.read(["employee_id", "post", "missing", "experience", "is_birthday_known"])
        self.assertEqual(self._figures()["педагогов_первой_категории"], 5)

    def test_a_deputy_imports_lists_kept_in_excel(self):
        cards = self.env["vsoko.staff"].with_user(self.deputy)
        told = [["Teacher", "teaching", "First", "2010-09-01"]]
        loaded = cards.load(["employee_id", "kind", "category", "teaching_from"], told)
        self.assertTrue(loaded["ids"], loaded["messages"])
        courses = self.env["vsoko.training"].with_user(self.deputy)
        told = [["Teacher", "Курсы", "2022-06-01", "72"]]
        loaded = courses.load(["staff_id", "name", "date_end", "hours"], told)
        self.assertTrue(loaded["ids"], loaded["messages"])
        card = cards.search([])
        self.assertEqual((card.category, card.training_ids.hours), ("first", 72))

    def test_a_deputy_does_not_learn_a_birthday(self):
        card = self._make_card("Первая", "teaching", born="1990-05-05")
        own = card.with_user(self.deputy)
        self.assertTrue(own.is_birthday_known)
        self.assertNotIn("1990", str(own.read()))
        with self.assertRaises(AccessError):
            own.employee_id.read(["birthday"])

    def test_hr_keeps_the_cards_without_a_role_in_vsoko(self):
        clerk = new_test_user(
            self.env,
            "clerk",
            groups="hr.group_hr_user",
            company_id=self.school.id,
            company_ids=[(6, 0, self.school.ids)],
        )
        employee = self._employee(self.teacher).with_user(clerk)
        employee.vsoko_staff_ids = [(0, 0, {"kind": "teaching"})]
        self.assertEqual(employee.vsoko_staff_ids.name, "Teacher")
        self.assertIn(
            "vsoko_staff_ids",
            self.env["hr.employee"].with_user(clerk).get_view(view_type="form")["arch"],
        )

    def test_a_card_stays_in_its_school(self):
        theirs = self._employee(self.other_deputy)
        cards = self.env["vsoko.staff"].with_user(self.deputy)
        with self.assertRaises(AccessError):
            cards.create({"employee_id": theirs.id})
        card = cards.create({"employee_id": self._employee(self.teacher).id})
        with self.assertRaises(AccessError):
            card.employee_id = theirs

    def test_a_person_has_one_card(self):
        card = self._make_card("Первая")
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation):
            self.env["vsoko.staff"].create({"employee_id": card.employee_id.id})

    def test_a_card_says_what_is_not_entered_yet(self):
        card = self._make_card("Первая")
        self.assertEqual(card.missing, "counted as")
        card.kind = "teaching"
        self.assertEqual(
            card.missing, "education, category, teaching since, year of birth"
        )
        card.write({"education": "higher", "category": "none", "birth_year": 1980})
        self.assertEqual(card.missing, "teaching since")
        card.kind = "administrative"
        self.assertFalse(card.missing)


class TestStaffMeasurements(StaffCase):
    def setUp(self):
        super().setUp()
        framework = self.env["vsoko.framework"].create(
            {"name": "1324", "company_id": self.school.id}
        )
        framework.block_ids = [(0, 0, {"name": "Блок"})]
        framework.block_ids.criterion_ids = [(0, 0, {"name": "Критерий"})]
        self.criterion = framework.block_ids.criterion_ids
        self.period = self.env["vsoko.period"]._calendar_year(2023, self.school)

    def _make_share(self, code, formula, total="педагогов"):
        return self.env["vsoko.indicator"].create(
            {
                "criterion_id": self.criterion.id,
                "name": code,
                "code": code,
                "unit": "share",
                "formula": formula,
                "formula_total": total,
            }
        )

    def _collect(self, indicators):
        values = self.env["vsoko.measurement"].with_user(self.deputy)
        return values._collect(indicators.with_user(self.deputy), self.period)

    def test_a_share_is_collected_with_what_it_was_counted_from(self):
        self._make_staff()
        value, problems = self._collect(self._make_share("1.25", "педагогов_с_высшим"))
        self.assertFalse(problems)
        self.assertEqual((value.entry, value.origin), ("3/7", "formula"))
        self.assertEqual((value.numerator, value.denominator), (3, 7))
        self.assertEqual(
            value.passport["figures"], {"педагогов": 7, "педагогов_с_высшим": 3}
        )
        self.assertEqual(value.criterion_id, self.criterion)
        self.assertEqual(value.year_id, self.period.year_id)
        self.assertEqual(value.change_ids.new_value, "3/7")
        self.assertEqual(value.change_ids.company_id, self.school)

    def test_what_is_unknown_is_not_collected_as_zero(self):
        self._make_card("Первая", "teaching")
        values, problems = self._collect(
            self._make_share("1.31", "педагогов_до_30_лет")
        )
        self.assertFalse(values)
        self.assertFalse(problems)

    def test_only_the_figures_that_formulas_read_are_counted(self):
        self._make_staff()
        figures = self.env["vsoko.figure"].with_context(vsoko_figures={"педагогов"})
        values = figures._values(self.school, self._day("2023-01-01"), self._day(LAST))
        self.assertEqual(values.keys(), NAMES.keys())

    def test_rows_cost_no_queries_of_their_own(self):
        self._make_staff()
        first = self._make_share("1", "педагогов_с_высшим")
        codes = map(str, range(2, 9))
        more = [self._make_share(code, "педагогов_с_категорией") for code in codes]
        # What Odoo keeps between calls is read by the first one
        _warm, one, many = (
            self._collect_anew(rows) for rows in (first, first, first.union(*more))
        )
        self.assertEqual(many, one)

    def _collect_anew(self, indicators):
        """How many queries it takes to collect values that are not there yet."""
        self.env["vsoko.measurement"].search([]).unlink()
        return self._queries(lambda: self._collect(indicators))
