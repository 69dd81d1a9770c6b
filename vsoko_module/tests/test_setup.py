import base64
import io

import openpyxl

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import new_test_user

from .common import OFFICER, USER, VsokoCase

HEADER = ("ФИО", "Должность", "Роль", "Класс", "E-mail")
PEOPLE = [
    ["Директорова Анна Ивановна", "Директор", "", "", "director@example.ru"],
    ["Завучева Мария Петровна", "Зам. директора по УВР", "", "", ""],
    ["Учителева Вера Николаевна", "Учитель", "Руководитель ШМО", "5А", ""],
]


def people_file(rows, header=HEADER):
    """A list of people as a school keeps it: a title above the table."""
    book = openpyxl.Workbook()
    for row in (["Список сотрудников школы"], [], header, *rows):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return base64.b64encode(buffer.getvalue())


class SetupCase(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.fresh = cls._make_school("Your Company")
        cls.officer = new_test_user(
            cls.env,
            "fresh_deputy",
            groups=OFFICER,
            name="Завучева Мария Петровна",
            company_id=cls.fresh.id,
            company_ids=[Command.set(cls.fresh.ids)],
        )

    def _setup(self):
        action = (
            self.env["vsoko.setup"]
            .with_user(self.officer)
            .with_company(self.fresh)
            .action_open()
        )
        return (
            self.env["vsoko.setup"]
            .with_user(self.officer)
            .with_company(self.fresh)
            .browse(action["res_id"])
        )

    def _at(self, step):
        """The assistant at a step, the steps before it taken as proposed."""
        setup = self._setup()
        if step != "school":
            setup.write(
                {
                    "school_name": "Школа № 5",
                    "director_name": "Директорова Анна Ивановна",
                }
            )
            setup.action_next()
        if step in ("people", "plan", "done"):
            setup.classes_text = "1–4: А; 5А 5Б"
            setup.action_next()
        if step in ("plan", "done"):
            setup.action_next()
        return setup

    def _read(self, setup, rows, **values):
        setup.write(
            {
                "people_file": people_file(rows, **values),
                "people_filename": "Сотрудники.xlsx",
            }
        )
        setup.action_read_people()
        return {line.name: line for line in setup.person_ids}


class TestSetup(SetupCase):
    def test_from_an_empty_school_to_a_plan_with_people(self):
        setup = self._at("people")
        self._read(setup, PEOPLE)
        setup.action_next()
        setup.action_next()
        self.assertEqual(setup.state, "done")
        plan = setup.plan_id
        self.assertEqual(plan.state, "draft")
        self.assertEqual(plan.company_id, self.fresh)
        self.assertEqual(plan.sudo().director_id.name, "Директорова Анна Ивановна")
        manned = plan.procedure_ids.filtered("employee_ids")
        self.assertGreater(len(manned), 50)
        self.assertEqual(setup.procedure_count, len(plan.procedure_ids))
        self.assertTrue(setup.vacant_role_ids)
        self.assertEqual(
            setup.year_id.class_ids.mapped("name"), ["1А", "2А", "3А", "4А", "5А", "5Б"]
        )

    def test_what_is_written_goes_to_the_papers(self):
        setup = self._setup()
        self.assertTrue(setup.is_nameless)
        setup.write(
            {
                "school_name": "МБОУ «Школа № 5»",
                "full_name": "Муниципальное бюджетное учреждение «Школа № 5»",
                "founder": "Администрация",
                "city": "г. Примерск",
            }
        )
        setup.action_next()
        school = self.fresh.sudo()
        self.assertEqual(
            (school.name, school.vsoko_founder, school.city),
            ("МБОУ «Школа № 5»", "Администрация", "г. Примерск"),
        )
        self.assertFalse(setup.is_nameless)

    def test_a_school_without_a_name_does_not_go_on(self):
        with self.assertRaises(UserError):
            self._setup().action_next()

    def test_it_is_left_and_continued(self):
        setup = self._at("year")
        again = self._setup()
        self.assertEqual(again, setup)
        self.assertEqual(again.state, "year")
        again.action_back()
        self.assertEqual(again.school_name, "Школа № 5")

    def test_six_days_and_trimesters(self):
        setup = self._at("year")
        setup.write({"week_days": "6", "period_kind": "trimester"})
        setup.action_next()
        self.assertEqual(len(setup.year_id.period_ids), 3)
        days = setup.year_id.calendar_id.attendance_ids.mapped("dayofweek")
        self.assertIn("5", days)

    def test_classes_that_make_no_sense_are_named(self):
        setup = self._at("year")
        setup.classes_text = "5А, тридцатый"
        self.assertTrue(setup.classes_are_wrong)
        with self.assertRaisesRegex(UserError, "тридцатый"):
            setup.action_next()

    def test_going_through_it_twice_makes_nothing_twice(self):
        setup = self._at("people")
        self._read(setup, PEOPLE)
        setup.action_next()
        setup.action_next()
        counts = self._counts()
        setup.action_restart()
        for _step in range(4):
            setup.action_next()
        self.assertEqual(self._counts(), counts)

    def _counts(self):
        own = [("company_id", "=", self.fresh.id)]
        models = ("hr.employee", "vsoko.role.holder", "vsoko.class", "vsoko.plan")
        return {name: self.env[name].search_count(own) for name in models}

    def test_an_own_file_is_loaded_next(self):
        setup = self._at("plan")
        setup.plan_source = "file"
        action = setup.action_next()
        self.assertEqual(action["res_model"], "vsoko.import")
        self.assertEqual(action["context"]["default_year_id"], setup.year_id.id)
        self.assertEqual(setup.state, "done")

    def test_a_teacher_does_not_set_up_a_school(self):
        teacher = new_test_user(
            self.env, "fresh_teacher", groups=USER, company_id=self.fresh.id,
            company_ids=[Command.set(self.fresh.ids)],
        )  # fmt: skip
        with self.assertRaises(AccessError):
            self.env["vsoko.setup"].with_user(teacher).action_open()

    def test_another_school_does_not_see_it(self):
        number = self._at("year").id
        setup = self.env["vsoko.setup"].with_user(self.other_deputy).browse(number)
        self.assertFalse(setup.search([("id", "=", setup.id)]))
        with self.assertRaises(AccessError):
            setup.action_next()


class TestSetupPeople(SetupCase):
    def test_posts_become_roles_and_a_class_its_teacher(self):
        setup = self._at("people")
        lines = self._read(setup, PEOPLE)
        codes = {
            name: set(line.role_ids.mapped("code")) for name, line in lines.items()
        }
        self.assertIn("deputy_uvr", codes["Завучева Мария Петровна"])
        self.assertIn("head_mo", codes["Учителева Вера Николаевна"])
        setup.action_next()
        leads = setup.year_id.class_ids.filtered(lambda one: one.name == "5А")
        self.assertEqual(leads.sudo().teacher_id.name, "Учителева Вера Николаевна")
        role = self._role("class_teacher").with_company(self.fresh)
        self.assertEqual(role.current_employee_ids, leads.sudo().teacher_id)

    def test_nothing_is_written_before_next(self):
        setup = self._at("people")
        before = self.env["hr.employee"].search_count([])
        self._read(setup, PEOPLE)
        self.assertEqual(self.env["hr.employee"].search_count([]), before)

    def test_the_same_file_twice_makes_nobody_twice(self):
        setup = self._at("people")
        self._read(setup, PEOPLE)
        spaced = [[row[0].replace(" ", "  ").upper(), *row[1:]] for row in PEOPLE]
        self._read(setup, spaced)
        setup.action_next()
        names = self.env["hr.employee"].search([("company_id", "=", self.fresh.id)])
        self.assertEqual(len(names), 3)

    def test_people_of_hr_are_proposed_with_their_roles(self):
        self._make_employee(
            "Психологова Дарья Игоревна", self.fresh, job_title="Педагог-психолог"
        )
        setup = self._at("people")
        line = setup.person_ids.filtered(lambda one: one.name[:5] == "Психо")
        self.assertEqual(line.role_ids.mapped("code"), ["psychologist"])

    def test_rows_that_make_no_sense_are_named_and_stop_it(self):
        setup = self._at("people")
        rows = [*PEOPLE, ["Петров", "Учитель", "", "12Я", ""]]
        self._read(setup, rows)
        holders = self.env["vsoko.role.holder"].search_count([])
        with self.assertRaisesRegex(UserError, "Петров|12Я"):
            setup.action_next()
        self.assertEqual(self.env["vsoko.role.holder"].search_count([]), holders)

    def test_files_that_are_no_list_are_refused_with_a_word(self):
        setup = self._at("people")
        for content, name in (
            (base64.b64encode(b"MZ not a table"), "a.exe"),
            (people_file([["1", "2"]], header=["Дата", "Сумма"]), "Счёт.xlsx"),
            (people_file([]), "Пусто.xlsx"),
        ):
            setup.write({"people_file": content, "people_filename": name})
            with self.subTest(name=name), self.assertRaises(UserError):
                setup.action_read_people()

    def test_an_archived_person_is_skipped(self):
        card = self._make_employee("Учителева Вера Николаевна", self.fresh)
        card.action_archive()
        setup = self._at("people")
        lines = self._read(setup, PEOPLE)
        self.assertEqual(lines["Учителева Вера Николаевна"].state, "skipped")
        setup.action_next()
        self.assertFalse(card.active)

    def test_logins_are_made_by_those_who_may(self):
        setup = self._at("people")
        self.assertFalse(setup.may_create_users)
        for group in ("base.group_erp_manager", "base.group_partner_manager"):
            self.officer.sudo().group_ids += self.env.ref(group)
        self._read(setup, PEOPLE)
        before = self.env["mail.mail"].search_count([])
        setup.make_logins = True
        setup.action_next()
        user = self.env["res.users"].search([("login", "=", "director@example.ru")])
        self.assertTrue(user.has_group("vsoko_module.group_vsoko_director"))
        own = user.with_company(self.fresh).employee_id
        self.assertEqual(own.name, "Директорова Анна Ивановна")
        self.assertEqual(self.env["mail.mail"].search_count([]), before)
