from odoo.tests import Form

from .common import VsokoCase


class TestPlan(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan()
        cls.past = cls._make_procedure(cls.plan, term="сентябрь", roles="class_teacher")
        cls.future = cls._make_procedure(cls.plan, term="ноябрь", roles="deputy_uvr")
        cls.vague = cls._make_procedure(cls.plan, term="когда выпадет снег")
        cls.lines = cls.plan.procedure_ids

    def _mine(self, user):
        lines = self.env["vsoko.procedure"].with_user(user)
        domain = [("plan_id", "=", self.plan.id)]
        return lines.search([*domain, ("is_mine", "=", True)])

    def test_a_line_is_overdue_when_it_was_awaited(self):
        late = [("is_overdue", "=", True), ("plan_id", "=", self.plan.id)]
        self.assertFalse(self.lines.search(late))
        self._approve(self.plan)
        self.assertEqual(self.lines.search(late), self.past)
        self.assertEqual(self.lines.filtered("is_overdue"), self.past)
        self.past.action_done()
        self.assertFalse(self.lines.search(late) or self.past.is_overdue)

    def test_mine_are_the_lines_i_answer_for(self):
        self._approve(self.plan)
        self.assertEqual(self._mine(self.teacher), self.past)
        self.assertEqual(self._mine(self.deputy), self.future)
        self.assertFalse(self._mine(self.outsider))
        self.assertTrue(self.past.with_user(self.teacher).is_mine)
        self.assertFalse(self.future.with_user(self.teacher).is_mine)

    def test_the_plan_counts_its_lines(self):
        self._approve(self.plan)
        self.future.action_done()
        counts = {
            "procedure_count": 3,
            "done_count": 1,
            "overdue_count": 1,
            "undated_count": 1,
            "unmanned_count": 1,
        }
        self.assertEqual({name: self.plan[name] for name in counts}, counts)
        self.past.action_cancel()
        self.assertEqual((self.plan.procedure_count, self.plan.overdue_count), (2, 0))

    def test_counters_of_many_plans_cost_as_much_as_of_one(self):
        plans = self.env["vsoko.plan"].browse()
        for number in range(5):
            plan = self._make_plan(f"План {number}")
            plan.env["vsoko.procedure"].create(
                [
                    {"plan_id": plan.id, "name": str(line), "term_text": "октябрь"}
                    for line in range(200)
                ]
            )
            plans |= plan
        names = ["procedure_count", "done_count", "overdue_count", "undated_count"]
        names.append("unmanned_count")
        plans.read(names)
        one = self._queries(lambda: plans[:1].read(names))
        five = self._queries(lambda: plans.read(names))
        self.assertEqual(five, one)
        self.assertEqual(sum(plans.mapped("procedure_count")), 1000)

    def test_a_list_of_a_thousand_lines_takes_as_many_queries_as_of_ten(self):
        self.env["vsoko.procedure"].create(
            [
                {"plan_id": self.plan.id, "name": str(line), "term_text": "октябрь"}
                for line in range(1000)
            ]
        )
        specification = {
            "name": {},
            "date_end": {},
            "state": {},
            "is_overdue": {},
            "block_id": {"fields": {"display_name": {}}},
            "employee_ids": {"fields": {"display_name": {}}},
        }
        lines = self.env["vsoko.procedure"].with_user(self.deputy)
        domain = [("plan_id", "=", self.plan.id)]

        def listed(limit):
            return lambda: lines.web_search_read(domain, specification, limit=limit)

        few, many = self._queries(listed(10)), self._queries(listed(1000))
        self.assertLessEqual(many, few + 3)

    def test_the_name_of_a_line_is_its_object_or_first_step(self):
        self.assertEqual(
            self._make_procedure(self.plan, name=False, steps=["Раз", "Два"]).name,
            "Раз",
        )
        self.assertEqual(
            self._make_procedure(self.plan, name=False, object="Чтение\n2 кл.").name,
            "Чтение",
        )
        self.assertEqual(self._make_procedure(self.plan, name="Своё").name, "Своё")

    def test_links_propose_the_words_and_never_replace_the_author_s(self):
        note = self.env.ref("vsoko_module.outcome_note")
        report = self.env.ref("vsoko_module.outcome_report")
        line = self._make_procedure(self.plan, outcome_ids=[(6, 0, note.ids)])
        self.assertEqual(line.outcome_text, note.name)
        line.outcome_text = "справка на 2 листах"
        line.outcome_ids = report
        self.assertEqual(line.outcome_text, "справка на 2 листах")

    def test_on_the_form_the_words_follow_the_links(self):
        line = self._make_procedure(self.plan, roles="librarian")
        with Form(line.with_user(self.deputy)) as form:
            form.role_ids.add(self._role("site"))
        self.assertEqual(
            line.role_text.splitlines(),
            [self._role("librarian").name, self._role("site").name],
        )

    def test_the_cyclogram_stands_by_months_and_directions(self):
        blocks = self.env.ref("vsoko_module.framework_mechanisms").block_ids
        leaf = blocks.filtered("parent_id")[0]
        self.past.block_id = leaf
        screen = self.plan.get_cyclogram()
        months = [key for key, _label in screen["months"]]
        self.assertEqual(months, ["1_09", "1_11", "year"])
        groups = {group["name"]: group["blocks"] for group in screen["groups"]}
        cells = groups[leaf.parent_id.name][0]["cells"]
        self.assertEqual(cells["1_09"][0]["id"], self.past.id)
        self.assertEqual(groups[leaf.parent_id.name][0]["name"], leaf.name)

    def test_a_step_remembers_when_it_was_done(self):
        step = self.env["vsoko.procedure.step"].create(
            {"procedure_id": self.past.id, "name": "Раз", "is_done": True}
        )
        self.assertEqual(step.date_done, self._day("2023-10-16"))
        step.is_done = False
        self.assertFalse(step.date_done)

    def test_a_copied_plan_is_a_draft_nobody_has_seen(self):
        self._approve(self.plan)
        copy = self.plan.copy()
        self.assertEqual((copy.state, copy.edition), ("draft", 1))
        self.assertFalse(copy.is_published or copy.edition_ids or copy.order_number)
        self.assertNotEqual(copy.name, self.plan.name)

    def test_the_demo_school_comes_and_goes_without_a_trace_in_the_calendar(self):
        school = self._make_school("Показ")
        demo = self.env["vsoko.demo.school"]
        plan = demo.load(school)["plan"]
        self.assertEqual(plan.state, "approved")
        events = plan.procedure_ids.event_ids
        self.assertTrue(events)
        with self.assertNobodyIsTold():
            demo.remove(school)
        self.assertFalse(plan.exists() or events.exists() or school.vsoko_is_demo)
        self.assertFalse(
            self.env["hr.employee"].search([("company_id", "=", school.id)])
        )
