"""Decisions are reminded of and escalated as procedures are, each time once."""

from .decision_case import DecisionCase


class TestDecisionReminders(DecisionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.decision = cls._adopt()

    def _run(self, *days):
        self._run_job("vsoko.reminder", "_cron_remind", *days)

    def _given(self, user=None, decision=None):
        given = self.env["vsoko.reminder"].search(
            [("decision_id", "=", (decision or self.decision).id)], order="id"
        )
        given = given.filtered(lambda one: not user or one.user_id == user)
        return [(one.kind, one.date.isoformat()) for one in given]

    def test_each_reminder_comes_on_its_day_and_once(self):
        self._run(*(f"2023-11-{day:02}" for day in range(8, 30)), "2023-11-29")
        self.assertEqual(
            self._given(self.teacher),
            [("deadline", "2023-11-12"), ("overdue", "2023-11-16")],
        )
        self.assertEqual(self._given(self.deputy), [("deputy", "2023-11-18")])
        self.assertEqual(self._given(self.director), [("director", "2023-11-22")])

    def test_days_without_the_server_lose_nothing_and_double_nothing(self):
        self._run("2023-11-13", "2023-11-28", "2023-11-28")
        self.assertEqual(
            self._given(self.teacher),
            [("deadline", "2023-11-13"), ("overdue", "2023-11-28")],
        )
        self.assertEqual(self._given(self.deputy), [("deputy", "2023-11-28")])
        self.assertEqual(self._given(self.director), [("director", "2023-11-28")])

    def test_the_person_has_one_task_at_a_time(self):
        self.assertEqual(len(self._tasks(self.decision, self.teacher)), 1)
        for day in ("2023-11-13", "2023-11-20"):
            self._run(day)
            self.assertEqual(len(self._tasks(self.decision, self.teacher)), 1)
        task = self._tasks(self.decision, self.teacher)
        self.assertIn("15.11.2023", task.summary)

    def test_no_letter_goes_out(self):
        before = self._letters()
        self._run("2023-11-13", "2023-11-28")
        self.assertEqual(self._letters(), before)

    def test_a_moved_term_is_reminded_of_anew(self):
        self._run("2023-11-28")
        self.decision.term_text = "15.12.2023"
        tasks = self._tasks(self.decision)
        self.assertEqual(tasks.user_id, self.teacher)
        self.assertEqual(tasks.date_deadline, self._day("2023-12-15"))
        self._run("2023-11-29", "2023-12-13")
        self.assertEqual(len(self._tasks(self.decision)), 1)
        self.assertEqual(self._given(self.teacher)[-1], ("deadline", "2023-12-13"))

    def test_another_person_is_reminded_and_the_first_left_alone(self):
        self._run("2023-11-13")
        self.decision.employee_ids = self._employee(self.outsider)
        self._run("2023-11-14")
        self.assertFalse(self._tasks(self.decision, self.teacher))
        self.assertEqual(self._given(self.outsider), [("deadline", "2023-11-14")])

    def test_nothing_is_said_of_what_is_done(self):
        self._run("2023-11-20")
        self.decision.with_user(self.teacher).action_done()
        self.assertFalse(self._tasks(self.decision))
        self._run("2023-11-28")
        self.assertNotIn("director", [kind for kind, _day in self._given()])

    def test_projects_and_cancelled_decisions_are_not_reminded_of(self):
        draft = self._decide("Проект")
        self.decision.action_cancel("Отпала надобность")
        self._run("2023-11-28")
        self.assertFalse(self._given(decision=draft) + self._given())

    def test_the_deputy_by_post_knows_when_the_director_decided(self):
        decision = self._adopt("Директор решил", user=self.director)
        self._run("2023-11-28")
        self.assertEqual(self._given(self.deputy, decision), [("deputy", "2023-11-28")])
        self.assertEqual(
            self._given(self.director, decision), [("director", "2023-11-28")]
        )

    def test_who_prepared_the_decision_is_the_deputy_to_know(self):
        methodist = self._make_person("methodist", "vsoko_module.group_vsoko_officer")
        decision = self._adopt("Методист решил", user=methodist)
        self._run("2023-11-28")
        self.assertEqual(self._given(methodist, decision), [("deputy", "2023-11-28")])
        self.assertFalse(self._given(self.deputy, decision))

    def test_the_rules_are_the_school_s(self):
        self.school.write({"vsoko_remind_deadline": 0, "vsoko_remind_deputy": 0})
        self._run("2023-11-14", "2023-11-28")
        self.assertEqual(self._given(self.teacher), [("overdue", "2023-11-28")])
        self.assertFalse(self._given(self.deputy))

    def test_each_school_reminds_its_own_people(self):
        self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        theirs = self._adopt(
            "Их решение", user=self.other_deputy, people=self.other_deputy
        )
        self._run("2023-11-28")
        self.assertEqual(self._given(decision=theirs), [("overdue", "2023-11-28")])
        rows = self.env["vsoko.reminder"].with_user(self.deputy).search([])
        self.assertNotIn(theirs.id, rows.decision_id.ids)
        self.assertEqual(rows.company_id, self.school)

    def test_the_number_of_queries_does_not_grow_with_the_decisions(self):
        reminders = self.env["vsoko.reminder"]
        today, rules = self._day("2023-11-28"), self.school._vsoko_reminder_rules()

        def due():
            return reminders._near_due(self.school, today, rules)

        due()
        few = self._queries(due)
        for number in range(30):
            self._adopt(str(number))
        self.assertLessEqual(self._queries(due), few + 1)
