from itertools import product

from odoo.exceptions import AccessError

from .test_evidence import EvidenceCase


class DebtCase(EvidenceCase):
    """It is 16 October; the October line of the class teacher asks for a note."""

    def _debts(self, user=None, domain=()):
        self.env.flush_all()
        self.env.invalidate_all()
        return self.env["vsoko.debt"].with_user(user or self.deputy).search(domain)

    def _owed(self, user=None, domain=()):
        """Triples of a line, a person and a form of result, as names."""
        return sorted(
            (one.procedure_id.name, one.employee_id.name, one.outcome_id.name or "")
            for one in self._debts(user, domain)
        )

    def _add_line(self, name, roles="class_teacher", outcomes=(), **values):
        self.plan.with_user(self.deputy).action_new_edition("Ещё")
        line = self._line(roles, *outcomes, name=name, **values)
        self._approve(self.plan)
        return line


class TestDebts(DebtCase):
    def test_a_paper_is_owed_until_it_is_handed_in(self):
        self.assertEqual(self._owed(), [("ВПР", "Teacher", "Справка")])
        self._hand_in()
        self.assertFalse(self._owed())

    def test_drafts_templates_and_finished_lines_owe_nothing(self):
        draft = self._make_plan("Черновик")
        self._make_procedure(draft, roles="class_teacher")
        template = self.env["vsoko.plan"].create(
            {"name": "Шаблон", "is_template": True, "company_id": self.school.id}
        )
        self.env["vsoko.procedure"].create({"name": "Строка", "plan_id": template.id})
        self.assertEqual(len(self._owed()), 1)
        self.line.with_user(self.deputy).action_cancel("Не нужно")
        self.assertFalse(self._owed())

    def test_closed_and_archived_plans_owe_nothing(self):
        self.plan.active = False
        self.assertFalse(self._owed())
        self.plan.active = True
        self.assertTrue(self._owed())
        self.plan.with_user(self.director).action_close()
        self.assertFalse(self._owed())

    def test_each_owes_a_paper_of_ones_own(self):
        self._appoint("class_teacher", self.outsider)
        self._hand_in()
        self.assertEqual(self._owed(), [("ВПР", "Outsider", "Справка")])

    def test_one_paper_of_a_person_serves_all(self):
        self.line.with_user(self.deputy).is_each = False
        self._appoint("class_teacher", self.outsider)
        self.assertEqual(len(self._owed()), 2)
        self._hand_in()
        self.assertFalse(self._owed())

    def test_the_list_says_what_the_procedure_says(self):
        self._appoint("class_teacher", self.outsider)
        lines = self.line | self._add_line("Приказ", outcomes=(self.note, self.order))
        self._hand_in()
        said = {
            (line.name, who.name, outcome.name)
            for line in lines.sudo()
            for outcome, people in line._missing_papers()
            for who in people or line.employee_ids
        }
        self.assertEqual(set(self._owed()), said)

    def test_a_line_without_forms_of_result_is_owed_itself(self):
        self._add_line("Без формы")
        self.assertIn(("Без формы", "Teacher", ""), self._owed())

    def test_a_repeated_line_is_owed_by_its_times(self):
        line = self._add_line("Журналы", outcomes=(self.note,), term="ежемесячно")
        debts = self._debts(domain=[("procedure_id", "!=", self.line.id)])
        self.assertEqual(debts.procedure_id, line.occurrence_ids)
        self.assertNotIn(line, debts.procedure_id)

    def test_who_has_left_owes_nothing(self):
        self._employee(self.teacher).active = False
        self.assertFalse(self._owed())

    def test_a_debt_knows_its_role_class_department_and_days(self):
        department = self.env["hr.department"].create(
            {"name": "ШМО словесников", "company_id": self.school.id}
        )
        employee = self._employee(self.teacher)
        employee.department_id = department
        self.year.class_ids = [
            (0, 0, {"parallel": 7, "letter": "Б", "teacher_id": employee.id}),
            (0, 0, {"parallel": 5, "letter": "А", "teacher_id": employee.id}),
        ]
        late = self._add_line("Сентябрьская", term="сентябрь", outcomes=(self.note,))
        debt = self._debts(domain=[("procedure_id", "=", late.id)])
        self.assertEqual(debt.role_id, self._role("class_teacher"))
        self.assertEqual(debt.class_id.name, "5А")
        self.assertEqual(debt.department_id, department)
        self.assertTrue(debt.is_overdue)
        self.assertEqual(debt.days_late, (self._day("2023-10-16") - late.date_end).days)
        self.assertFalse(
            self._debts(domain=[("procedure_id", "=", self.line.id)]).is_overdue
        )

    def test_a_person_named_by_hand_answers_by_no_role(self):
        self.line.with_user(self.deputy).employee_ids = self._employee(self.outsider)
        self.assertFalse(self._debts().role_id)
        self.assertEqual(self._debts().employee_id.name, "Outsider")

    def test_a_row_keeps_its_number(self):
        self._appoint("class_teacher", self.outsider)
        numbers = {one.employee_id.name: one.id for one in self._debts()}
        self._hand_in()
        self.assertEqual(self._debts().ids, [numbers["Outsider"]])

    def test_a_plan_counts_what_is_due(self):
        self._add_line("Сентябрьская", term="сентябрь", outcomes=(self.note,))
        self.assertEqual(self.plan.with_user(self.deputy).debt_count, 1)
        action = self.plan.with_user(self.deputy).action_view_debts()
        self.assertEqual(len(self._debts(domain=action["domain"])), 2)

    def test_the_list_reads_as_much_for_four_hundred_debts_as_for_ten(self):
        few = self._count_read_queries(10)
        many = self._count_read_queries(400)
        self.assertLessEqual(many, few)

    def _count_read_queries(self, count):
        have = len(self._debts())
        people = self.env["hr.employee"].create(
            [
                {"name": f"Учитель {number}", "company_id": self.school.id}
                for number in range(have, count)
            ]
        )
        self.line.sudo().employee_ids |= people
        names = ["employee_id", "procedure_id", "outcome_id", "department_id"]
        specification = {name: {"fields": {"display_name": {}}} for name in names}
        debts = self.env["vsoko.debt"].with_user(self.deputy)
        self.assertEqual(debts.search_count([]), count)
        return self._queries(
            lambda: debts.web_search_read([], {**specification, "days_late": {}})
        )


class TestWhoSeesDebts(DebtCase):
    def test_a_teacher_sees_her_own(self):
        self._appoint("class_teacher", self.outsider)
        self.assertEqual(self._owed(self.teacher), [("ВПР", "Teacher", "Справка")])
        self.assertEqual(len(self._owed(self.director)), 2)

    def test_another_school_sees_nothing(self):
        self.assertFalse(self._owed(self.other_deputy))
        debt = self._debts()
        theirs = debt.with_user(self.other_deputy)
        self.assertEqual(theirs._read_group([], [], ["__count"]), [(0,)])
        both = theirs.with_context(allowed_company_ids=self.school.ids)
        with self.assertRaises(AccessError):
            both.search([])

    def test_who_works_in_two_schools_sees_the_chosen_one(self):
        self.deputy.company_ids |= self.other_school
        debts = self.env["vsoko.debt"].with_user(self.deputy)
        for school, count in ((self.school, 1), (self.other_school, 0)):
            chosen = debts.with_context(allowed_company_ids=school.ids)
            self.assertEqual(chosen.search_count([]), count)

    def test_the_screens_open(self):
        for model, user in product(
            ("vsoko.debt", "vsoko.load", "vsoko.request"),
            (self.teacher, self.deputy, self.director),
        ):
            action = self.env.ref(f"vsoko_module.{model.replace('.', '_')}_action")
            views = self.env[model].with_user(user).get_views(action.views)["views"]
            with self.subTest(model=model, user=user.name):
                self.assertTrue({name for _id, name in action.views} <= views.keys())

    def test_a_clerk_sees_nothing(self):
        clerk = self._make_person("clerk", "base.group_user")
        with self.assertRaises(AccessError):
            self._debts(clerk)
