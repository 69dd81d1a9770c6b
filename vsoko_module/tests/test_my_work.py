from freezegun import freeze_time

from odoo.exceptions import AccessError

from .common import VsokoCase


class TestMyWork(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # It is Monday, 16 October 2023
        cls.plan = cls._make_plan(employee_id=cls._employee(cls.deputy).id)
        cls.lines = {
            term: cls._make_procedure(cls.plan, term, term, roles="class_teacher")
            for term in (
                "сентябрь", "16.10.2023", "19.10.2023", "октябрь", "6-10 ноября",
                "в течение года", "март", "когда выпадет снег",
            )
        }  # fmt: skip
        cls.step = cls._make_procedure(
            cls.plan, "Чужая", "20.10.2023", roles="deputy_uvr", steps=["Помочь"]
        ).step_ids
        cls.step.sudo().employee_id = cls._employee(cls.outsider)

    def _work(self, user):
        return self.env["vsoko.work"].with_user(user)

    def _seen(self, user):
        return {(row.kind, row.name): row.bucket for row in self._work(user).search([])}

    def test_nothing_is_to_do_before_approval(self):
        self.assertFalse(self._seen(self.teacher))

    def test_the_plan_waits_for_the_director(self):
        self.plan.action_send()
        self.assertEqual(
            self._seen(self.director), {("approve", "План ВСОКО"): "4_waiting"}
        )

    def test_work_stands_by_its_deadline(self):
        self._approve(self.plan)
        self.assertEqual(
            {
                name: bucket
                for (_kind, name), bucket in self._seen(self.teacher).items()
            },
            {
                "сентябрь": "1_overdue",
                "16.10.2023": "2_today",
                "19.10.2023": "3_week",
                "октябрь": "5_month",
                "6-10 ноября": "6_later",
                "в течение года": "6_later",
                "когда выпадет снег": "6_later",
            },
        )

    def test_columns_stand_in_the_order_of_urgency(self):
        self._approve(self.plan)
        columns = self._work(self.teacher).web_read_group([], ["bucket"])["groups"]
        self.assertEqual(
            [column["bucket"] for column in columns],
            ["1_overdue", "2_today", "3_week", "5_month", "6_later"],
        )

    def test_a_step_in_another_s_line_is_one_s_work(self):
        self._approve(self.plan)
        self.assertEqual(self._seen(self.outsider), {("step", "Помочь"): "3_week"})
        self._work(self.outsider).search([]).action_tick()
        self.assertTrue(self.step.is_done)
        self.assertFalse(self._seen(self.outsider))

    def test_what_is_done_waits_for_who_prepared_the_plan(self):
        self._approve(self.plan)
        self.lines["сентябрь"].with_user(self.teacher).action_done()
        self.assertEqual(self._seen(self.deputy)[("review", "сентябрь")], "4_waiting")
        self.assertNotIn(("procedure", "сентябрь"), self._seen(self.teacher))

    def test_a_move_without_a_reason_waits_for_who_moved(self):
        self._approve(self.plan)
        line = self.lines["19.10.2023"].with_user(self.deputy)
        line.event_id.write({"start_date": "2023-10-26", "stop_date": "2023-10-26"})
        self.assertEqual(
            self._seen(self.deputy)[("explain", "19.10.2023")], "4_waiting"
        )
        line.action_explain("Карантин")
        self.assertNotIn(("explain", "19.10.2023"), self._seen(self.deputy))

    def test_rows_open_what_they_are_about(self):
        self._approve(self.plan)
        row = self._work(self.teacher).search([("name", "=", "сентябрь")])
        self.assertEqual(row.action_open()["res_id"], self.lines["сентябрь"].id)
        self.assertEqual(
            row.action_hand_in()["context"]["default_procedure_id"],
            self.lines["сентябрь"].id,
        )

    def test_a_repeated_line_is_work_by_its_times(self):
        self._make_procedure(self.plan, "Журнал", "ежемесячно", roles="class_teacher")
        self._approve(self.plan)
        seen = self._seen(self.teacher)
        self.assertEqual(seen[("procedure", "Журнал (октябрь 2023)")], "5_month")
        self.assertNotIn(("procedure", "Журнал"), seen)

    def test_a_closed_plan_asks_for_nothing(self):
        self._approve(self.plan)
        self.plan.with_user(self.director).action_close()
        self.assertFalse(self._seen(self.teacher))

    def test_one_of_two_schools_sees_the_chosen_one(self):
        self._approve(self.plan)
        self.teacher.company_ids |= self.other_school
        theirs = self._work(self.teacher).with_context(
            allowed_company_ids=self.other_school.ids
        )
        self.assertFalse(theirs.search([]))

    def test_nobody_writes_into_a_view(self):
        self._approve(self.plan)
        row = self._work(self.teacher).search([], limit=1)
        for act in (
            lambda: row.write({"name": "!"}),
            row.unlink,
            lambda: self._work(self.teacher).create({"name": "!"}),
        ):
            with self.assertRaises(AccessError):
                act()

    def test_the_screen_takes_less_than_fifteen_queries_however_much_there_is(self):
        self.env["vsoko.procedure"].create(
            [
                {
                    "plan_id": self.plan.id,
                    "name": str(number),
                    "term_text": "октябрь",
                    "role_ids": [(6, 0, self._role("class_teacher").ids)],
                    "outcome_ids": [
                        (6, 0, self.env.ref("vsoko_module.outcome_note").ids)
                    ],
                }
                for number in range(400)
            ]
        )
        everything = self.plan.all_procedure_ids
        everything.block_id = self.env.ref(
            "vsoko_module.framework_mechanisms"
        ).block_ids.filtered("parent_id")[0]
        self._approve(self.plan)
        self.lines["сентябрь"].with_user(self.teacher).action_done()
        self.env.flush_all()
        specification = {
            "name": {},
            "kind": {},
            "bucket": {},
            "date_end": {},
            "missing_text": {},
            "color": {},
            "block_id": {"fields": {"display_name": {}}},
        }
        work = self._work(self.teacher)

        def screen():
            work.web_read_group(
                [],
                ["bucket"],
                auto_unfold=True,
                unfold_read_specification=specification,
                unfold_read_default_limit=400,
            )

        screen()
        self.assertLess(self._queries(screen), 15)


class TestDaysOff(VsokoCase):
    """Holidays and quarantines move deadlines by the rule of the school."""

    def _line(self, term, **values):
        return self._make_procedure(self._make_plan(term), term=term, **values)

    def _quarantine(self, start, end):
        return (
            self.env["resource.calendar.leaves"]
            .with_user(self.deputy)
            .create(
                {
                    "name": "Карантин",
                    "vsoko_year_id": self.year.id,
                    "calendar_id": self.year.calendar_id.id,
                    "vsoko_date_start": start,
                    "vsoko_date_end": end,
                }
            )
        )

    def test_a_named_day_off_moves_by_the_rule(self):
        for rule, day in {
            "before": "2023-11-17",
            "after": "2023-11-20",
            "stay": "2023-11-18",
        }.items():
            self.school.vsoko_shift_rule = rule
            with self.subTest(rule=rule):
                self.assertDays(self._line("18.11.2023"), day, day)

    def test_a_quarantine_moves_the_deadlines_it_meets_and_says_why(self):
        plan = self._make_plan()
        met = self._make_procedure(plan, term="15.11.2023")
        past = self._make_procedure(plan, term="22.11.2023")
        self._approve(plan)
        self._quarantine("2023-11-13", "2023-11-17")
        self.assertDays(met, "2023-11-10", "2023-11-10")
        self.assertDays(past, "2023-11-22", "2023-11-22")
        change = met.change_ids
        self.assertEqual((change.kind, change.user_id), ("moved", self.deputy))
        self.assertIn("Карантин", change.reason)

    def test_after_is_after_the_whole_quarantine(self):
        self.school.vsoko_shift_rule = "after"
        line = self._line("15.11.2023")
        self._quarantine("2023-11-13", "2023-11-17")
        self.assertDays(line, "2023-11-20", "2023-11-20")

    def test_what_is_done_does_not_move(self):
        line = self._line("15.11.2023")
        line.action_done()
        self._quarantine("2023-11-13", "2023-11-17")
        self.assertDays(line, "2023-11-15", "2023-11-15")

    def test_another_school_is_not_touched(self):
        year = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        plan = self._make_plan("Их", year=year, user=self.other_deputy)
        line = self._make_procedure(plan, term="15.11.2023")
        with freeze_time("2023-10-16 09:00:00"):
            self._quarantine("2023-11-13", "2023-11-17")
        self.assertDays(line, "2023-11-15", "2023-11-15")
