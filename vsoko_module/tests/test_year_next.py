from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form

from .common import VsokoCase

OLD_MODELS = {
    "vsoko.plan": ["name", "state", "edition"],
    "vsoko.procedure": ["name", "state", "date_start", "date_end", "employee_ids"],
    "vsoko.class": ["name", "teacher_id"],
    "vsoko.period": ["name", "date_start", "date_end"],
    "vsoko.role.holder": ["role_id", "employee_id", "date_from", "date_to"],
}


class TestYearNext(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.year.class_ids = [
            Command.create({"parallel": parallel, "letter": letter})
            for parallel, letter in ((1, "А"), (1, "Б"), (5, "А"), (9, "А"), (11, "А"))
        ]
        cls.fifth = cls.year.class_ids.filtered(lambda one: one.name == "5А")
        cls.fifth.teacher_id = cls._employee(cls.teacher)
        cls.plan = cls._make_plan("План ВСОКО на 2023/24")
        for term, name in (
            ("сентябрь", "Стартовые работы"),
            ("до 20 апреля 2024", "Самообследование"),
            ("март", "Итоги 2017 года"),
        ):
            cls._make_procedure(cls.plan, name, term, roles="class_teacher")
        cls._approve(cls.plan)
        cls.other_plan = cls._make_plan("План ВШК", kind="vshk")
        cls.left = cls._make_procedure(cls.other_plan, "Не сделано", "сентябрь")
        cls._approve(cls.other_plan)

    def _wizard(self, plan=None, user=None):
        year = self.year.with_user(user or self.deputy)
        plan = (plan or self.plan).with_user(user or self.deputy)
        action = (
            self.env["vsoko.year.next"].with_user(user or self.deputy)._open(year, plan)
        )
        return year.env["vsoko.year.next"].browse(action["res_id"])

    def _old(self):
        """Everything of this year as it stands."""
        self.env.flush_all()
        rows = {}
        for model, names in OLD_MODELS.items():
            records = self.env[model].search([("company_id", "=", self.school.id)])
            rows[model] = {one.id: one.read(names) for one in records}
        return rows

    def test_nothing_of_the_old_year_is_changed(self):
        before = self._old()
        self._wizard().action_make()
        after = self._old()
        for model, rows in before.items():
            with self.subTest(model):
                self.assertEqual({key: after[model][key] for key in rows}, rows)

    def test_classes_move_up_and_the_eldest_graduate(self):
        wizard = self._wizard()
        self.assertIn("11А", wizard.graduate_names)
        wizard.action_make()
        names = set(wizard.next_year_id.class_ids.mapped("name"))
        self.assertLessEqual({"1А", "1Б", "2А", "2Б", "6А"}, names)
        self.assertNotIn("12А", names)
        sixth = wizard.next_year_id.class_ids.filtered(lambda one: one.name == "6А")
        self.assertEqual(sixth.teacher_id, self._employee(self.teacher))

    def test_the_plan_comes_with_the_dates_of_the_new_year(self):
        wizard = self._wizard()
        wizard.action_make()
        plan = wizard.new_plan_id
        self.assertEqual(plan.name, "План ВСОКО на 2024/25")
        self.assertEqual(plan.state, "draft")
        line = plan.procedure_ids.filtered(lambda one: one.name == "Самообследование")
        self.assertEqual(line.date_end.year, 2025)
        self.assertEqual(line.sudo().employee_ids, self._employee(self.teacher))

    def test_what_is_not_finished_is_offered_once(self):
        wizard = self._wizard()
        offered = {one.name: one.is_copied for one in wizard.proposal_ids}
        self.assertEqual(offered, {"Стартовые работы": True, "Не сделано": False})
        wizard.action_make()
        names = wizard.new_plan_id.procedure_ids.mapped("name")
        self.assertEqual(names.count("Не сделано"), 1)
        self.assertEqual(names.count("Стартовые работы"), 1)
        carried = wizard.new_plan_id.procedure_ids.filtered("carried_from_id")
        self.assertEqual(carried.carried_from_id, self.left)

    def test_what_is_not_ticked_stays(self):
        wizard = self._wizard()
        wizard.proposal_ids.is_taken = False
        wizard.action_make()
        self.assertFalse(wizard.new_plan_id.procedure_ids.carried_from_id)

    def test_texts_of_an_older_year_are_listed(self):
        wizard = self._wizard()
        wizard.action_make()
        self.assertIn("Итоги 2017 года", wizard.stale_ids.procedure_id.mapped("name"))
        self.assertEqual(wizard.action_view_stale()["res_model"], "vsoko.procedure")

    def test_a_second_run_makes_nothing_twice(self):
        self._wizard().action_make()
        counts = self._counts()
        self._wizard().action_make()
        self.assertEqual(self._counts(), counts)

    def _counts(self):
        own = [("company_id", "=", self.school.id)]
        models = ("vsoko.academic.year", "vsoko.plan", "vsoko.procedure", "vsoko.class",
                  "vsoko.role.holder")  # fmt: skip
        return {name: self.env[name].search_count(own) for name in models}

    def test_roles_that_end_with_the_year_go_on(self):
        holder = self._appoint(
            "librarian", self.outsider, date_from="2023-09-01", date_to="2024-08-31"
        )
        over = self._appoint(
            "site", self.outsider, date_from="2022-09-01", date_to="2023-08-31"
        )
        self._wizard().action_make()
        mine = self.env["vsoko.role.holder"].search(
            [("employee_id", "=", self._employee(self.outsider).id)]
        )
        fresh = mine - holder - over
        self.assertEqual(fresh.role_id, self._role("librarian"))
        self.assertEqual(fresh.date_from, self._day("2024-09-01"))

    def test_the_plan_is_changed_on_the_form(self):
        wizard = self._wizard()
        with Form(wizard) as form:
            form.plan_id = self.other_plan
        copied = {one.name: one.is_copied for one in wizard.proposal_ids}
        self.assertEqual(copied, {"Стартовые работы": False, "Не сделано": True})

    def test_without_a_year_it_says_where_to_begin(self):
        nothing = self.env["vsoko.academic.year"]
        with self.assertRaises(UserError):
            self.env["vsoko.year.next"]._open(nothing)

    def test_only_those_who_plan_open_the_next_year(self):
        with self.assertRaises(AccessError):
            self._wizard(user=self.teacher)
        with self.assertRaises(AccessError):
            self._wizard(user=self.other_deputy)
