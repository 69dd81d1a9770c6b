from datetime import date, timedelta
from unittest.mock import patch

from freezegun import freeze_time

from odoo.tools import mute_logger

from .common import OFFICER, USER, VsokoCase

LOGGER = "odoo.addons.vsoko_module.models.work"


class ReminderCase(VsokoCase):
    """The daily job as it runs at night, on days the test chooses."""

    def _run(self, *days):
        self._run_job("vsoko.reminder", "_cron_remind", *days)

    def _given(self, line, user=None):
        """Kinds and days of the reminders of a line, in the order they came."""
        given = self.env["vsoko.reminder"].search(
            [("procedure_id", "=", line.id)], order="id"
        )
        given = given.filtered(lambda one: not user or one.user_id == user)
        return [(one.kind, one.date.isoformat()) for one in given]

    def _tasks(self, line, user):
        return line.sudo().activity_ids.filtered(lambda task: task.user_id == user)


class TestReminders(ReminderCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan(employee_id=cls._employee(cls.deputy).id)
        cls.line = cls._make_procedure(
            cls.plan, term="6-17 ноября", roles="class_teacher"
        )
        cls._approve(cls.plan)

    def test_each_reminder_comes_on_its_day_and_once(self):
        days = [date(2023, 10, 17) + timedelta(days=number) for number in range(45)]
        self._run(*days, *days[-3:])
        self.assertEqual(
            self._given(self.line, self.teacher),
            [("start", "2023-11-03"), ("deadline", "2023-11-14"),
             ("overdue", "2023-11-18")],
        )  # fmt: skip
        self.assertEqual(
            self._given(self.line, self.deputy), [("deputy", "2023-11-20")]
        )
        self.assertEqual(
            self._given(self.line, self.director), [("director", "2023-11-24")]
        )

    def test_days_without_the_server_lose_nothing_and_double_nothing(self):
        self._run("2023-11-05", "2023-11-16", "2023-11-29", "2023-11-29")
        self.assertEqual(
            self._given(self.line, self.teacher),
            [("start", "2023-11-05"), ("deadline", "2023-11-16"),
             ("overdue", "2023-11-29")],
        )  # fmt: skip
        self.assertEqual(
            self._given(self.line, self.deputy), [("deputy", "2023-11-29")]
        )

    def test_after_a_long_pause_only_what_is_true_now_is_said(self):
        self._run("2023-11-29")
        self.assertEqual(
            self._given(self.line, self.teacher), [("overdue", "2023-11-29")]
        )

    def test_the_person_has_one_task_at_a_time(self):
        self._run("2023-11-03")
        task = self._tasks(self.line, self.teacher)
        self.assertEqual(task.date_deadline, self._day("2023-11-06"))
        self._run("2023-11-14", "2023-11-18")
        task = self._tasks(self.line, self.teacher)
        self.assertEqual(len(task), 1)
        self.assertIn("17.11.2023", task.summary)

    def test_no_letter_goes_out(self):
        before = self.env["mail.mail"].search_count([])
        messages = self.env["mail.notification"].search_count([])
        self._run("2023-11-03", "2023-11-14", "2023-11-29")
        self.assertEqual(self.env["mail.mail"].search_count([]), before)
        self.assertEqual(self.env["mail.notification"].search_count([]), messages)

    def test_a_line_begun_is_not_said_to_begin(self):
        self.line.with_user(self.teacher).action_start()
        self._run("2023-11-04")
        self.assertFalse(self._given(self.line))

    def test_tasks_end_with_the_line(self):
        self._run("2023-11-29")
        self.assertTrue(self.line.activity_ids)
        self.line.with_user(self.teacher).action_done()
        self.assertFalse(self.line.activity_ids)
        self._run("2023-11-30")
        self.assertFalse(self.line.activity_ids)

    def test_a_postponed_line_is_reminded_of_anew(self):
        self._run("2023-11-14")
        self.line.with_user(self.deputy).action_postpone(
            "2023-11-27", "2023-12-01", "Карантин"
        )
        self._run("2023-11-15")
        self.assertFalse(self._tasks(self.line, self.teacher), "the old task is over")
        self._run("2023-11-24", "2023-11-28", "2023-12-02")
        self.assertEqual(
            [kind for kind, _day in self._given(self.line, self.teacher)],
            ["deadline", "start", "deadline", "overdue"],
        )

    def test_another_person_gets_the_reminder_and_the_first_loses_it(self):
        self._run("2023-11-14")
        self.line.with_user(self.deputy).employee_ids = self._employee(self.outsider)
        self._run("2023-11-15")
        self.assertFalse(self._tasks(self.line, self.teacher))
        self.assertTrue(self._tasks(self.line, self.outsider))

    def test_who_has_handed_in_is_left_alone(self):
        note = self.env.ref("vsoko_module.outcome_note")
        self._appoint("class_teacher", self.outsider)
        self.plan.with_user(self.deputy).action_new_edition("Справка")
        self.line.with_user(self.deputy).outcome_ids = note
        self._approve(self.plan)
        self.env["vsoko.evidence"].with_user(self.teacher).create(
            {
                "procedure_id": self.line.id,
                "outcome_id": note.id,
                "url": "https://example.ru/1",
            }
        )
        self._run("2023-11-15")
        self.assertFalse(self._given(self.line, self.teacher))
        self.assertTrue(self._given(self.line, self.outsider))

    def test_a_step_reminds_its_own_person(self):
        self.plan.with_user(self.deputy).action_new_edition("Шаг")
        self.line.with_user(self.deputy).step_ids = [
            (0, 0, {
                "name": "Собрать листы",
                "employee_id": self._employee(self.outsider).id,
                "date_deadline": "2023-11-10",
            })
        ]  # fmt: skip
        self._approve(self.plan)
        self._run("2023-11-07", "2023-11-11")
        self.assertEqual(
            self._given(self.line, self.outsider),
            [("deadline", "2023-11-07"), ("overdue", "2023-11-11")],
        )
        self.assertIn("Собрать листы", self._tasks(self.line, self.outsider).summary)

    def test_a_zero_switches_a_reminder_off(self):
        self.school.write(
            {
                "vsoko_remind_start": 0,
                "vsoko_remind_deadline": 0,
                "vsoko_remind_deputy": 0,
                "vsoko_remind_director": 0,
            }
        )
        self._run("2023-11-03", "2023-11-16", "2023-11-29")
        self.assertEqual(self._given(self.line), [("overdue", "2023-11-29")])

    def test_nobody_is_told_of_drafts_closed_plans_or_other_schools(self):
        draft = self._make_procedure(
            self._make_plan("Черновик"), term="сентябрь", roles="class_teacher"
        )
        self._run("2023-11-29")
        self.assertFalse(self._given(draft))
        users = self.env["vsoko.reminder"].search([]).user_id
        self.assertFalse(users & (self.other_deputy | self.outsider))
        self.plan.with_user(self.director).action_close()
        self._run("2024-02-01")
        late = [("procedure_id", "=", self.line.id), ("date", ">", "2023-12-31")]
        self.assertFalse(self.env["vsoko.reminder"].search(late))

    def test_people_without_rights_or_login_break_nothing(self):
        clerk = self._make_employee("Без входа")
        self.line.with_user(self.deputy).employee_ids = clerk
        self._run("2023-11-29")
        self.assertEqual(
            {kind for kind, _day in self._given(self.line)}, {"deputy", "director"}
        )

    def test_a_broken_record_does_not_stop_the_others(self):
        other = self._make_approved_plan(name="Второй").procedure_ids
        prepare = type(self.env["vsoko.reminder"])._prepare_activity
        broken = self.line

        def fails(reminders, one, types):
            if one["procedure_id"] == broken.id:
                raise ValueError("broken record")
            return prepare(reminders, one, types)

        target = type(self.env["vsoko.reminder"])
        with patch.object(target, "_prepare_activity", fails), mute_logger(LOGGER):
            self._run("2023-11-29")
        self.assertFalse(self._given(broken))
        self.assertIn(("overdue", "2023-11-29"), self._given(other, self.teacher))
        self._run("2023-11-30")
        self.assertIn(("overdue", "2023-11-30"), self._given(broken, self.teacher))

    def test_a_broken_school_does_not_stop_the_others_and_is_reported(self):
        year = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        theirs = self._make_plan("Их", year=year, user=self.other_deputy)
        line = self._make_procedure(theirs, term="сентябрь")
        line.employee_ids = self._employee(self.other_deputy)
        theirs.sudo().write({"state": "to_approve"})
        theirs.sudo().write({"state": "approved"})
        due = type(self.env["vsoko.reminder"])._due
        mine = self.school

        def fails(reminders, school):
            if school == mine:
                raise ValueError("broken school")
            return due(reminders, school)

        target = type(self.env["vsoko.reminder"])
        with (
            patch.object(target, "_due", fails),
            mute_logger(LOGGER),
            self.assertRaisesRegex(ValueError, "broken school"),
        ):
            self._run("2023-11-29")
        self.assertFalse(self._given(self.line))
        self.assertTrue(self._given(line, self.other_deputy))

    def test_the_job_makes_up_for_missing_occurrences(self):
        plan = self._make_plan("Повторы")
        line = self._make_procedure(plan, term="ежемесячно", roles="class_teacher")
        self._approve(plan)
        line.occurrence_ids.filtered(
            lambda one: one.series_key == "2024-01"
        ).sudo().unlink()
        self._run("2023-11-29", "2023-11-30")
        keys = line.occurrence_ids.mapped("series_key")
        self.assertEqual(keys.count("2024-01"), 1)

    def test_the_number_of_queries_does_not_grow_with_the_lines(self):
        def make(count, plan):
            self.env["vsoko.procedure"].create(
                [
                    {
                        "plan_id": plan.id,
                        "name": str(number),
                        "term_text": "март",
                        "role_ids": [(6, 0, self._role("class_teacher").ids)],
                    }
                    for number in range(count)
                ]
            )
            self._approve(plan)

        def quiet_day():
            self.env["vsoko.reminder"]._work_for(self.school)

        make(10, self._make_plan("Мало"))
        self._run("2024-04-20")
        with freeze_time("2024-04-21 02:00:00"):
            quiet_day()
            few = self._queries(quiet_day)
        make(300, self._make_plan("Много"))
        self._run("2024-04-20")
        with freeze_time("2024-04-21 02:00:00"):
            quiet_day()
            many = self._queries(quiet_day)
        self.assertLessEqual(many, few + 5)


class TestYear(ReminderCase):
    """A year of 200 procedures and 60 people, day by day."""

    LINES, PEOPLE = 200, 60

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = [
            cls._make_person(f"person_{number:02d}", OFFICER if number == 0 else USER)
            for number in range(cls.PEOPLE)
        ]
        cls.plan = cls._make_plan(employee_id=cls._employee(cls.deputy).id)
        first = date(2023, 10, 17)
        cls.expected, cls.finished = set(), {}
        cls.lines = cls.plan.env["vsoko.procedure"].create(
            [cls._values(number, first) for number in range(cls.LINES)]
        )
        cls._approve(cls.plan)
        for number, line in enumerate(cls.lines):
            cls._expect(number, line)

    @classmethod
    def _values(cls, number, first):
        start = first + timedelta(days=10 + number)
        employee = cls._employee(cls.people[number % cls.PEOPLE])
        return {
            "plan_id": cls.plan.id,
            "name": f"Процедура {number}",
            "date_start": start,
            "date_end": start + timedelta(days=number % 9),
            "employee_ids": [(6, 0, employee.ids)],
        }

    @classmethod
    def _expect(cls, number, line):
        """What the settings say in plain words, worked out apart from the program."""
        start, end = line.date_start, line.date_end
        ready = end + timedelta(days=(-1, 0, 2, 5, 40)[number % 5])
        cls.finished.setdefault(ready, []).append(line)
        person = cls.people[number % cls.PEOPLE]
        days = timedelta
        wanted = [
            ("start", person, start - days(3), start),
            ("deadline", person, end - days(3), end),
            ("overdue", person, end + days(1), end),
            ("deputy", cls.deputy, end + days(3), end),
            ("director", cls.director, end + days(7), end),
        ]
        if start == end:
            wanted = wanted[1:]
        cls.expected |= {
            (line.id, kind, user.id, day, due)
            for kind, user, day, due in wanted
            if day <= ready
        }

    def test_every_reminder_comes_once_to_the_right_person_on_its_day(self):
        day = date(2023, 10, 17)
        while day <= date(2024, 7, 31):
            self._run(day)
            for line in self.finished.get(day, ()):
                line.action_done()
            day += timedelta(days=1)
        rows = self.env["vsoko.reminder"].search([("company_id", "=", self.school.id)])
        given = [
            (row.procedure_id.id, row.kind, row.user_id.id, row.date, row.date_due)
            for row in rows
        ]
        self.assertEqual(len(given), len(set(given)), "given twice")
        self.assertEqual(set(given) - self.expected, set(), "not asked for")
        self.assertEqual(self.expected - set(given), set(), "missing")
        self.assertFalse(self.lines.activity_ids)
