from psycopg2.errors import CheckViolation, UniqueViolation

from odoo.exceptions import RedirectWarning, UserError, ValidationError
from odoo.tests import Form
from odoo.tools import mute_logger

from .common import VsokoCase

PERIODS = {"quarter": 4, "trimester": 3, "half_year": 2}


class TestSchoolYear(VsokoCase):
    def test_a_year_is_called_by_both_calendar_years(self):
        self.assertEqual(self.year.name, "2023/24")
        century = self.env["vsoko.academic.year"]._ensure(2099, self.school)
        self.assertEqual(century.name, "2099/00")

    def test_the_year_of_today_is_the_current_one(self):
        years = self.env["vsoko.academic.year"]
        next_year = years._ensure(2024, self.school)
        self.assertTrue(self.year.is_current)
        self.assertFalse(next_year.is_current)
        self.assertEqual(years._current(self.school), self.year)
        own = [("company_id", "=", self.school.id)]
        self.assertEqual(years.search([*own, ("is_current", "=", True)]), self.year)
        self.assertEqual(years.search([*own, ("is_current", "=", False)]), next_year)

    def test_a_school_without_a_year_is_told_what_comes_first(self):
        school = self.env["res.company"].create({"name": "Школа без года"})
        for name in ("finding", "decision", "measure", "meeting", "document"):
            model = self.env[f"vsoko.{name}"].with_company(school)
            with (
                self.subTest(model=name),
                self.assertRaisesRegex(RedirectWarning, "no school year yet"),
            ):
                Form(model)

    def test_periods_are_proposed_as_the_school_divides_its_year(self):
        for kind, count in PERIODS.items():
            self.year.period_kind = kind
            self.year.action_propose_periods()
            with self.subTest(kind=kind):
                periods = self.year.period_ids.sorted("date_start")
                self.assertEqual(set(periods.mapped("kind")), {kind})
                self.assertEqual(periods.mapped("number"), [*range(1, count + 1)])
                self.assertEqual(periods[0].date_start, self.year.date_start)

    def test_holidays_are_proposed_once(self):
        first = self.year.day_off_ids.mapped("name")
        self.year.action_propose_periods()
        self.assertEqual(self.year.day_off_ids.mapped("name"), first)
        self.assertIn("Осенние каникулы", first)
        self.assertIn("День народного единства", first)

    def test_overlapping_periods_of_a_kind_are_refused(self):
        second = self.year.period_ids.sorted("date_start")[1]
        with self.assertRaisesRegex(ValidationError, second.name):
            second.date_start = self._day("2023-10-20")
        self.env["vsoko.period"].create(
            {
                "year_id": self.year.id,
                "name": "I полугодие",
                "kind": "half_year",
                "date_start": "2023-09-01",
                "date_end": "2023-12-29",
            }
        )

    def test_school_days_leave_out_weekends_and_holidays(self):
        days = {day.isoformat() for day in self.year._school_days()}
        off = {
            "Saturday": "2023-09-02",
            "autumn holidays": "2023-10-30",
            "first day of the autumn holidays": "2023-10-28",
            "last day of the winter holidays": "2024-01-08",
            "public holiday": "2024-03-08",
        }
        for reason, day in off.items():
            self.assertNotIn(day, days, reason)
        for day in ("2023-08-31", "2023-09-01", "2023-10-27", "2023-11-06"):
            self.assertIn(day, days)

    def test_school_days_do_not_shift_with_the_time_zone(self):
        for zone in ("Asia/Kamchatka", "America/New_York"):
            self.year.calendar_id.tz = zone
            self.year.action_propose_periods()
            days = {day.isoformat() for day in self.year._school_days()}
            with self.subTest(zone=zone):
                self.assertNotIn("2023-10-30", days)
                self.assertIn("2023-10-27", days)
                self.assertIn("2023-11-06", days)

    def test_a_day_off_of_one_year_stays_a_school_day_of_another_school(self):
        self.year.day_off_ids = [
            (
                0,
                0,
                {
                    "name": "Мороз",
                    "calendar_id": self.year.calendar_id.id,
                    "vsoko_date_start": "2024-01-22",
                    "vsoko_date_end": "2024-01-22",
                },
            )
        ]
        theirs = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        self.assertNotIn(self._day("2024-01-22"), self.year._school_days())
        self.assertIn(self._day("2024-01-22"), theirs._school_days())

    def test_a_deputy_opens_a_year_and_its_days_off(self):
        years = self.env["vsoko.academic.year"].with_user(self.deputy)
        year = years._ensure(2025, self.school)
        self.assertTrue(year.period_ids and year.day_off_ids)
        year.day_off_ids[0].name = "Каникулы"
        year.day_off_ids[0].unlink()

    def test_a_year_is_made_once(self):
        years = self.env["vsoko.academic.year"]
        self.assertEqual(years._ensure(2023, self.school), self.year)
        theirs = years._ensure(2023, self.other_school)
        self.assertNotEqual(theirs, self.year)
        self.assertEqual(theirs.company_id, self.other_school)

    def test_the_school_week_is_not_the_week_of_the_staff(self):
        self.assertNotEqual(self.year.calendar_id, self.school.resource_calendar_id)
        self.assertEqual(self.school.vsoko_calendar_id, self.year.calendar_id)

    def test_a_year_with_plans_is_not_deleted(self):
        self._make_plan()
        with self.assertRaisesRegex(UserError, "План ВСОКО"):
            self.year.unlink()

    def test_classes_are_called_by_parallel_and_letter(self):
        classes = self.env["vsoko.class"].create(
            [
                {"year_id": self.year.id, "parallel": 5, "letter": " а"},
                {"year_id": self.year.id, "parallel": 11, "letter": False},
            ]
        )
        self.assertEqual(classes.mapped("name"), ["5А", "11"])
        self.assertEqual(classes[0].display_name, "5А (2023/24)")
        self.assertEqual(classes.company_id, self.school)

    def test_a_year_has_a_class_once_and_no_thirteenth_form(self):
        self.year.class_ids = [(0, 0, {"parallel": 5, "letter": "А"})]
        for parallel, problem in ((5, UniqueViolation), (13, CheckViolation)):
            with mute_logger("odoo.sql_db"), self.assertRaises(problem):
                self.year.class_ids = [(0, 0, {"parallel": parallel, "letter": "А"})]
                self.env.flush_all()
