from odoo.exceptions import AccessError, UserError

from .common import MANAGER
from .test_setup_people import PEOPLE, FreshSchoolCase


class TestSetupSteps(FreshSchoolCase):
    def test_from_nothing_to_a_plan_with_people(self):
        self.assertTrue(self.assistant.is_nameless)
        self.assertFalse(self.assistant.school_name)
        self._pass_school()
        self._pass_year()
        self._read(PEOPLE)
        self._line("Newcomer").name = "Второва Мария Петровна"
        self._line("Второва")[-1:].unlink()
        self._line("Второва").role_ids = self._role("deputy_uvr")
        self.assistant.action_next()
        self.assistant.template_id = self.env.ref(
            "vsoko_module.plan_template_cyclogram"
        )
        self.assistant.action_next()

        company = self.new_school
        self.assertEqual(company.name, "МБОУ СОШ № 3")
        self.assertEqual(company.vsoko_founder, "Управление образования")
        self.assertEqual(company.city, "Примерск")
        year = self.assistant.year_id
        self.assertEqual(year.name, "2023/24")
        self.assertEqual(len(year.period_ids), 4)
        self.assertEqual(len(year.class_ids), 6)
        self.assertEqual(
            self._holders(),
            [
                ("class_teacher", "Третьев Пётр Ильич"),
                ("deputy_uvr", "Второва Мария Петровна"),
                ("director", "Первова Анна Ивановна"),
                ("subject_teacher", "Третьев Пётр Ильич"),
            ],
        )
        leads = year.class_ids.filtered("teacher_id")
        self.assertEqual(leads.name, "5А")
        self.assertEqual(self._employee(self.newcomer).name, "Второва Мария Петровна")
        self.assertEqual(self.assistant.state, "done")
        plan = self.assistant.plan_id
        self.assertEqual((plan.state, len(plan.procedure_ids)), ("draft", 88))
        self.assertEqual(plan.director_id.name, "Первова Анна Ивановна")
        self.assertTrue(plan.procedure_ids.filtered("employee_ids"))
        self.assertEqual(self.assistant.class_count, 6)
        self.assertEqual(self.assistant.procedure_count, 88)
        self.assertIn(self._role("librarian"), self.assistant.vacant_role_ids)

    def test_a_second_run_makes_no_doubles(self):
        for _time in range(2):
            self._pass_school()
            self._pass_year()
            self._read(PEOPLE)
            self.assistant.action_next()
            self.assistant.action_next()
            kept = (self._cards(), self._holders(), self.assistant.year_id.plan_ids)
            classes = self.assistant.year_id.class_ids
            self.assistant.action_restart()
        self.assertEqual(len(kept[0]), 4)
        self.assertEqual(len(kept[1]), len(set(kept[1])))
        self.assertEqual(len(kept[2]), 1)
        self.assertEqual(len(classes), 6)
        self.assertEqual(self.assistant.state, "school")

    def test_a_deputy_writes_the_head_of_papers_and_nothing_else(self):
        currency = self.new_school.currency_id
        self._pass_school()
        self.assertEqual(self.new_school.currency_id, currency)
        with self.assertRaises(AccessError):
            self.new_school.with_user(self.newcomer).name = "Иначе"

    def test_schools_of_one_database_are_told_apart(self):
        with self.assertRaisesRegex(UserError, "Школа № 2"):
            self._pass_school(school_name="Школа № 2")

    def test_another_director_takes_over_from_today(self):
        self._pass_school()
        self._pass_year()
        self.assistant.action_back()
        self.assistant.action_back()
        old = self.assistant.director_id
        self._pass_school(director_id=False, director_name="Новикова Ольга Юрьевна")
        role = self._role("director")
        on = role._people_on(self.new_school)
        self.assertEqual(on(role, self._day("2023-10-15")), old)
        now = on(role, self._day("2023-10-16"))
        self.assertEqual(now.name, "Новикова Ольга Юрьевна")

    def test_saturday_is_a_school_day_of_a_six_day_week(self):
        self._pass_school()
        self._pass_year(week_days="6")
        saturday = self._day("2023-10-14")
        self.assertIn(saturday, self.assistant.year_id._school_days())
        self.assistant.action_back()
        self.assertEqual(self.assistant.week_days, "6")
        self._pass_year(week_days="5")
        self.assistant.year_id.invalidate_recordset()
        self.assertNotIn(saturday, self.assistant.year_id._school_days())

    def test_other_periods_leave_the_days_off_alone(self):
        self._pass_school()
        self._pass_year()
        self.assistant.year_id.day_off_ids[:1].name = "Наши каникулы"
        self.assistant.action_back()
        self._pass_year(period_kind="trimester")
        self.assertEqual(len(self.assistant.year_id.period_ids), 3)
        self.assertIn(
            "Наши каникулы", self.assistant.year_id.day_off_ids.mapped("name")
        )

    def test_classes_are_corrected_by_their_list(self):
        self._pass_school()
        self._pass_year()
        led = self.assistant.year_id.class_ids.filtered(lambda one: one.name == "5Б")
        led.teacher_id = self._make_employee("Ведущая", self.new_school)
        self.assistant.action_back()
        self.assertEqual(self.assistant.classes_text, "1–4: А; 5: А, Б")
        self._pass_year(classes_text="1: А, Б")
        names = self.assistant.year_id.class_ids.mapped("name")
        self.assertEqual(sorted(names), ["1А", "1Б", "5Б"])

    def test_the_buttons_of_the_end_lead_on(self):
        self.test_from_nothing_to_a_plan_with_people()
        self.assertEqual(
            self.assistant.action_view_plans()["res_id"], self.assistant.plan_id.id
        )
        for name in ("view_undated", "view_holders", "view_classes", "next_year"):
            self.assertTrue(getattr(self.assistant, f"action_{name}")()["res_model"])

    def test_only_those_who_keep_the_school_set_it_up(self):
        manager = self._make_user("new_manager", MANAGER)
        self.assertEqual(self._open(manager), self.assistant.with_user(manager))
        with self.assertRaises(AccessError):
            self._open(self.teacher)
        for user in (self.newcomer, manager):
            with self.assertRaises(AccessError):
                self.assistant.with_user(user).unlink()
        with self.assertRaises(AccessError):
            self.assistant.with_user(self.other_deputy).read(["school_name"])
        self._pass_school()
        with self.assertRaises(AccessError):
            self.assistant.person_ids.with_user(self.other_deputy).create(
                {"setup_id": self.assistant.id, "name": "Чужая Анна"}
            )

    def test_the_administrator_of_the_system_leaves_the_plan_to_a_deputy(self):
        self.assistant = self.assistant.with_user(
            self._make_user("new_manager", MANAGER)
        )
        self._pass_school()
        self._pass_year()
        self._read(PEOPLE)
        self.assistant.action_next()
        self.assistant.plan_source = "template"
        with self.assertRaisesRegex(UserError, "завуч|заместитель|deputy"):
            self.assistant.action_next()
        self.assistant.plan_source = "later"
        self.assistant.action_next()
        self.assertEqual(self.assistant.state, "done")
