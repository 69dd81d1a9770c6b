from odoo.exceptions import AccessError
from odoo.service.model import call_kw

from .common import USER
from .test_debts import DebtCase

REMINDER = "vsoko_module.mail_activity_reminder"


class TestRemindThem(DebtCase):
    def _tasks(self, line=None):
        return (line or self.line).sudo().activity_ids

    def test_one_press_gives_each_person_one_task(self):
        self._appoint("class_teacher", self.outsider)
        self._add_line("Приказ", outcomes=(self.note, self.order))
        self._debts().action_remind()
        for line in self.plan.procedure_ids:
            tasks = self._tasks(line)
            self.assertEqual(tasks.user_id, self.teacher | self.outsider)
            self.assertEqual(len(tasks), 2, "one task however many papers are owed")
            self.assertEqual(tasks.activity_type_id, self.env.ref(REMINDER))

    def test_a_second_press_doubles_nothing_and_says_so(self):
        first = self._debts().action_remind()["params"]
        second = self._debts().action_remind()["params"]
        self.assertEqual(len(self._tasks()), 1)
        self.assertEqual(first["message"], "Reminded: Teacher.")
        self.assertEqual(second["message"], "Have been reminded before: Teacher.")
        self.assertEqual(first["type"], "success")
        self.assertEqual(second["type"], "warning")

    def test_a_reminder_of_the_daily_job_is_not_doubled(self):
        self._run_job("vsoko.reminder", "_cron_remind", "2023-10-25")
        self.assertEqual(self._tasks().user_id, self.teacher)
        self._debts().action_remind()
        self.assertEqual(len(self._tasks()), 1)

    def test_the_daily_job_puts_its_own_in_place_of_ours(self):
        self._debts().action_remind()
        self._run_job("vsoko.reminder", "_cron_remind", "2023-10-20")
        self.assertEqual(len(self._tasks()), 1, "not taken back while it is true")
        self._run_job("vsoko.reminder", "_cron_remind", "2023-11-02")
        task = self._tasks().filtered(lambda one: one.user_id == self.teacher)
        given = self.env["vsoko.reminder"].search([("activity_id", "in", task.ids)])
        self.assertEqual(given.mapped("kind"), ["overdue"])

    def test_when_done_with_it_one_may_be_reminded_again(self):
        self._debts().action_remind()
        self._tasks().action_feedback()
        self._debts().action_remind()
        self.assertEqual(len(self._tasks()), 1)
        given = self.env["vsoko.reminder"].search([("kind", "=", "asked")])
        self.assertEqual(len(given), 2)
        self.assertEqual(self._debts().reminded_on, self._day("2023-10-16"))

    def test_people_without_a_login_are_named(self):
        self._appoint("class_teacher", self._make_employee("Безлогинова"))
        clerk = self._make_person("clerk", "base.group_user")
        self._appoint("class_teacher", clerk)
        answer = self._debts().action_remind()["params"]
        self.assertIn("Have no login here, tell them yourself", answer["message"])
        self.assertIn("Безлогинова", answer["message"])
        self.assertIn("Clerk", answer["message"])
        self.assertTrue(answer["sticky"])
        self.assertEqual(self._tasks().user_id, self.teacher)

    def test_what_came_in_meanwhile_is_not_reminded_of(self):
        debts = self._debts()
        self._hand_in()
        answer = debts.action_remind()["params"]
        self.assertIn("nobody to remind", answer["message"])
        self.assertFalse(self._tasks())

    def test_no_letter_goes_out(self):
        letters = self.env["mail.mail"].search_count([])
        notes = self.env["mail.notification"].search_count([])
        self._debts().action_remind()
        self.env.flush_all()
        self.assertEqual(self.env["mail.mail"].search_count([]), letters)
        self.assertEqual(self.env["mail.notification"].search_count([]), notes)

    def test_the_time_of_a_repeated_line_is_reminded_of(self):
        line = self._add_line("Журналы", outcomes=(self.note,), term="ежемесячно")
        first = line.occurrence_ids.sorted("date_end")[0]
        self._debts(domain=[("procedure_id", "=", first.id)]).action_remind()
        self.assertEqual(self._tasks(first).user_id, self.teacher)
        self.assertFalse(self._tasks(line))
        line.with_user(self.deputy).action_remind()
        self.assertTrue(all(self._tasks(one) for one in line.occurrence_ids))

    def test_a_person_is_reminded_of_all_that_is_due(self):
        late = self._add_line("Сентябрьская", term="сентябрь", outcomes=(self.note,))
        self._appoint("class_teacher", self.outsider)
        owed = [("procedure_id", "=", late.id), ("employee_id.name", "=", "Teacher")]
        self._debts(domain=owed).action_remind_person()
        self.assertEqual(self._tasks(late).user_id, self.teacher)
        self.assertFalse(self._tasks(), "the October line is not due yet")

    def test_everybody_is_reminded_of_what_is_due(self):
        late = self._add_line("Сентябрьская", term="сентябрь", outcomes=(self.note,))
        self._appoint("class_teacher", self.outsider)
        debts = self.env["vsoko.debt"].with_user(self.deputy)
        # As the page does it: nothing is chosen, so the list of rows is empty
        call_kw(debts, "action_remind_all_due", [[]], {})
        self.assertEqual(self._tasks(late).user_id, self.teacher | self.outsider)
        self.assertFalse(self._tasks(), "the October line is not due yet")

    def test_only_a_deputy_reminds(self):
        debts = self._debts(self.teacher)
        for act in (
            debts.action_remind,
            debts.action_remind_person,
            debts.action_remind_all_due,
            self.line.with_user(self.teacher).action_remind,
        ):
            with self.assertRaises(AccessError):
                act()
        self.assertFalse(self._tasks())

    def test_a_deputy_of_another_school_reminds_nobody(self):
        self._debts().with_user(self.other_deputy).action_remind()
        self.assertFalse(self._tasks())

    def test_the_task_ends_with_the_work(self):
        self._debts().action_remind()
        self._hand_in()
        self.line.with_user(self.teacher).action_done()
        self.assertFalse(self._tasks())

    def test_a_person_is_addressed_in_ones_own_language(self):
        self.env["res.lang"]._activate_lang("ru_RU")
        russian = self._make_person("russian", USER)
        russian.lang = "ru_RU"
        self.line.with_user(self.deputy).employee_ids = self._employee(russian)
        self._debts().action_remind()
        self.assertIn(self.line.date_end.strftime("%d.%m.%Y"), self._tasks().summary)
