from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form

from odoo.addons.vsoko_module.tests.common import DIRECTOR

from .common import HolidaysCase

AWAY = [("is_somebody_away", "=", True)]


class TestAbsences(HolidaysCase):
    def test_the_line_says_who_is_away_and_when_but_not_why(self):
        self.assertFalse(self._seen().is_somebody_away)
        self._give_leave(self.librarian, "2023-10-23", "2023-10-31")
        line = self._seen()
        self.assertTrue(line.is_somebody_away)
        self.assertEqual(line.away_employee_ids.ids, self.librarian.ids)
        self.assertEqual(
            line.away_text, "Библиотекарева Софья Львовна: away 23–31.10.2023"
        )
        self.assertNotIn("Больничный", str(line.read()))

    def test_a_deputy_still_does_not_read_leaves(self):
        leave = self._give_leave(self.librarian, "2023-10-23", "2023-10-31")
        self.assertTrue(self._seen().is_somebody_away)
        with self.assertRaises(AccessError):
            leave.with_user(self.deputy).read(["holiday_status_id"])
        self.assertFalse(leave.with_user(self.deputy).search([]))

    def test_only_approved_leaves_count(self):
        leave = self._ask_leave(self.librarian, "2023-10-23", "2023-10-31")
        self.assertFalse(self._seen().is_somebody_away)
        leave.action_approve()
        self.assertTrue(self._seen().is_somebody_away)
        leave.action_refuse()
        self.assertFalse(self._seen().is_somebody_away)

    def test_days_are_compared_with_the_term(self):
        self.line.write({"date_start": "2023-10-18", "date_end": "2023-10-25"})
        for first, last, is_away in (
            ("2023-10-16", "2023-10-17", False),
            ("2023-10-16", "2023-10-18", True),
            ("2023-10-19", "2023-10-20", True),
            ("2023-10-25", "2023-11-10", True),
            ("2023-10-26", "2023-11-10", False),
        ):
            with self.subTest(first=first, last=last):
                leave = self._give_leave(self.librarian, first, last)
                self.assertEqual(self._seen().is_somebody_away, is_away)
                leave.action_refuse()

    def test_without_a_first_day_the_deadline_is_what_counts(self):
        self.line.write({"date_start": False, "date_end": "2023-10-25"})
        self._give_leave(self.librarian, "2023-10-17", "2023-10-20")
        self.assertFalse(self._seen().is_somebody_away)
        self._give_leave(self.librarian, "2023-10-25", "2023-10-25")
        self.assertIn("25.10.2023", self._seen().away_text)

    def test_what_is_over_needs_no_substitute(self):
        self._give_leave(self.librarian, "2023-10-02", "2023-10-06")
        past = self._make_line("октябрь")
        self.assertFalse(self._seen(past).is_somebody_away)
        self._give_leave(self.librarian, "2023-10-23", "2023-10-31")
        self.assertTrue(self._seen(past).is_somebody_away)
        past.state = "cancelled"
        self.line.state = "done"
        self.assertFalse(self._seen(past).is_somebody_away)
        self.assertFalse(self._seen().is_somebody_away)

    def test_trips_and_some_hours_are_no_absence(self):
        trip = self._make_leave_type("Командировка", time_type="other")
        hours = self._make_leave_type("Отгул", request_unit="hour")
        self._give_leave(
            self.librarian, "2023-10-23", "2023-10-24", holiday_status_id=trip.id
        )
        self._give_leave(
            self.librarian,
            "2023-10-25",
            "2023-10-25",
            holiday_status_id=hours.id,
            request_unit_hours=True,
            request_hour_from=9,
            request_hour_to=11,
        )
        self.assertFalse(self._seen().is_somebody_away)

    def test_the_filter_finds_the_lines(self):
        other = self._make_line(roles="class_teacher")
        late = self._make_line("до 20 декабря")
        self._give_leave(self.librarian, "2023-10-23", "2023-10-31")
        lines = self._seen(self.line | other | late)
        own = [("id", "in", lines.ids)]
        self.assertEqual(lines.search([*own, *AWAY]), self.line)
        self.assertEqual(
            lines.search([*own, ("is_somebody_away", "=", False)]), other | late
        )

    def test_the_screen_shows_it_to_a_deputy_and_to_a_teacher(self):
        self._give_leave(self.librarian, "2023-10-23", "2023-10-31")
        with Form(self._seen()) as form:
            self.assertIn("Библиотекарева", form.away_text)
        self._approve(self.plan)
        self.assertIn("Библиотекарева", self._seen(user=self.teacher).away_text)

    def test_schools_do_not_learn_of_each_other(self):
        theirs = self._make_employee("Чужая", school=self.other_school)
        self._give_leave(theirs, "2023-10-23", "2023-10-31")
        self._give_leave(self.librarian, "2023-10-23", "2023-10-31")
        lines = self.env["vsoko.procedure"].with_user(self.other_deputy)
        self.assertFalse(lines.search(AWAY))
        with self.assertRaises(AccessError):
            self._seen(user=self.other_deputy).read(["away_text"])

    def test_two_hundred_lines_cost_as_many_queries_as_two(self):
        lines = self.line | self._make_line()
        self._give_leave(self.librarian, "2023-10-23", "2023-10-31")
        few = self._queries(lambda: self._read(lines))
        many = self.env["vsoko.procedure"].create(
            [
                {**values, "name": str(n)}
                for n in range(198)
                for values in self._copies()
            ]
        )
        self.assertLessEqual(self._queries(lambda: self._read(lines | many)), few)
        self.assertEqual(len((lines | many).filtered("is_somebody_away")), 200)

    def _copies(self):
        yield {
            "plan_id": self.plan.id,
            "role_ids": [(6, 0, self.line.role_ids.ids)],
            "term_text": "до 25 октября",
        }

    def _read(self, lines):
        lines.with_user(self.deputy).read(["is_somebody_away", "away_text"])


class TestDaysOff(HolidaysCase):
    def test_school_holidays_and_public_holidays_may_meet(self):
        new_year = self._day("2024-01-01")
        winter = self.year.day_off_ids.filtered(
            lambda one: one.vsoko_date_start <= new_year <= one.vsoko_date_end
        )
        self.assertGreater(len(winter), 1)
        self.env["resource.calendar.leaves"].create(
            {
                "name": "1 января",
                "company_id": self.school.id,
                "calendar_id": False,
                "date_from": "2023-12-31 21:00:00",
                "date_to": "2024-01-01 20:59:59",
            }
        )
        winter[0].vsoko_date_end = "2024-01-09"

    def test_two_public_holidays_of_the_staff_still_may_not(self):
        day = {
            "name": "12 июня",
            "company_id": self.school.id,
            "calendar_id": False,
            "date_from": "2024-06-11 21:00:00",
            "date_to": "2024-06-12 20:59:59",
        }
        leaves = self.env["resource.calendar.leaves"]
        leaves.create(day)
        with self.assertRaises(ValidationError):
            leaves.create(day)

    def test_a_day_off_of_pupils_leaves_leaves_of_the_staff_alone(self):
        leave = self._give_leave(self.librarian, "2023-10-23", "2023-10-31")
        before = leave.message_ids
        self.year.day_off_ids[:1].vsoko_date_start = "2023-10-25"
        self.env.invalidate_all()
        self.assertEqual((leave.state, leave.message_ids), ("validate", before))


class TestDemoSchool(HolidaysCase):
    def test_the_demo_school_has_somebody_away_and_can_be_removed(self):
        for group in ("base.group_system", "hr.group_hr_user", DIRECTOR):
            self.manager.group_ids += self.env.ref(group)
        company = self._make_school("Показательная")
        self.manager.company_ids += company
        demo = self.env["vsoko.demo.school"].with_user(self.manager)
        letters = self.env["mail.mail"].search_count([])
        school = demo.load(company.with_user(self.manager))
        self.assertEqual(self.env["mail.mail"].search_count([]), letters)
        lines = self.env["vsoko.procedure"].with_company(company)
        away = lines.search([*AWAY, ("company_id", "=", company.id)])
        self.assertIn(school["teacher"], away.away_employee_ids)
        demo.remove(company.with_user(self.manager))
        people = self.env["hr.employee"].with_context(active_test=False)
        self.assertFalse(people.search([("company_id", "=", company.id)]))
