"""The setup assistant in a real browser, and the blank list of people it reads."""

import base64

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import HttpCase, tagged

from odoo.addons.vsoko_module.tests import office_files

from .common import FORMS, OFFICER, SchoolCase

BLANK = FORMS / "people-blank.xlsx"
PEOPLE = [
    {"ФИО": "Второва Мария Петровна", "Должность": "Заместитель директора по УВР"},
    {"ФИО": "Третьев Пётр Ильич", "Должность": "Учитель истории", "Класс": "5А"},
    {"ФИО": "Четвёртова Ольга Юрьевна", "Роль": "Педагог-психолог"},
]


def filled_blank():
    """The blank form as somebody has filled it in."""
    book = openpyxl.load_workbook(BLANK)
    sheet = book.worksheets[0]
    heads = {cell.value: cell for row in sheet for cell in row if cell.value}
    for number, person in enumerate(PEOPLE, 1):
        for title, text in person.items():
            heads[title].offset(row=number).value = text
    return office_files.saved(book)


class EmptySchoolCase(SchoolCase):
    """A school with a login of its deputy head and nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.school = cls._make_school("Школа без имени")
        cls.deputy = cls._make_person("fresh_deputy", OFFICER)
        cls.env["hr.employee"].search([("company_id", "=", cls.school.id)]).unlink()


@tagged("post_install", "-at_install")
class TestSetupTour(EmptySchoolCase, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Odoo invites a newcomer to its own tours, which would stand in the way
        cls.env["res.users"].search([]).tour_enabled = False

    def test_from_nothing_to_a_plan_in_a_few_clicks_and_on_to_the_next_year(self):
        self.env["ir.attachment"].create(
            {
                "name": "people.xlsx",
                "url": "/vsoko/tour/people.xlsx",
                "type": "binary",
                "raw": filled_blank(),
                "public": True,
            }
        )
        self.start_tour("/odoo", "vsoko_setup", login=self.deputy.login)
        plan = self.env["vsoko.plan"].search([("company_id", "=", self.school.id)])
        self.assertEqual(plan.state, "draft")
        self.assertTrue(plan.procedure_ids.employee_ids)
        self.assertEqual(self.school.name, "МБОУ СОШ № 7")
        led = plan.year_id.class_ids.filtered("teacher_id")
        self.assertEqual((led.name, led.teacher_id.name), ("5А", "Третьев Пётр Ильич"))

        self.start_tour("/odoo", "vsoko_setup_next_year", login=self.deputy.login)
        plans = self.env["vsoko.plan"].search([("company_id", "=", self.school.id)])
        self.assertEqual(len(plans.year_id), 2)
        self.assertEqual((plans - plan).template_id, plan)


@tagged("post_install", "-at_install")
class TestPeopleBlank(EmptySchoolCase):
    def _assistant(self, data):
        assistant = self.env["vsoko.setup"].with_user(self.deputy).create(
            {
                "company_id": self.school.id,
                "people_file": base64.b64encode(data),
                "people_filename": BLANK.name,
            }
        )
        assistant.action_read_people()
        return assistant

    def test_a_blank_form_asks_to_be_filled_in(self):
        with self.assertRaisesRegex(UserError, BLANK.name):
            self._assistant(BLANK.read_bytes())

    def test_a_filled_form_is_the_people_with_their_roles(self):
        people = self._assistant(filled_blank()).person_ids
        found = {line.name: line.role_ids.mapped("code") for line in people}
        self.assertEqual(
            found,
            {
                "Второва Мария Петровна": ["deputy_uvr"],
                "Третьев Пётр Ильич": ["subject_teacher"],
                "Четвёртова Ольга Юрьевна": ["psychologist"],
            },
        )
        self.assertEqual(people[1].class_text, "5А")
