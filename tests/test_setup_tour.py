"""From an empty school to a plan with people, as a deputy head does it."""

import io

import openpyxl

from odoo.tests import HttpCase, tagged

from .common import FORMS, OFFICER, SchoolCase

PEOPLE = [
    ["Директорова Анна Ивановна", "Директор"],
    ["Завучева Мария Петровна", "Заместитель директора по УВР"],
    ["Учителева Вера Николаевна", "Учитель", "Классный руководитель", "5А"],
]


@tagged("post_install", "-at_install")
class TestSetup(SchoolCase, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.fresh = cls._make_school("Your Company")
        cls.newcomer = cls._make_person("fresh_deputy", OFFICER, cls.fresh)
        cls.env["res.users"].search([]).tour_enabled = False

    def _filled_form(self):
        """The blank list of data/forms as a person would fill it in."""
        book = openpyxl.load_workbook(FORMS / "people-blank.xlsx")
        for row in PEOPLE:
            book.worksheets[0].append(row)
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    def test_from_an_empty_school_to_a_plan_and_on_to_the_next_year(self):
        self.env["ir.attachment"].create(
            {
                "name": "people.xlsx",
                "url": "/vsoko/tour/people.xlsx",
                "type": "binary",
                "raw": self._filled_form(),
                "public": True,
            }
        )
        self.start_tour("/odoo", "vsoko_setup", login=self.newcomer.login)
        own = [("company_id", "=", self.fresh.id)]
        plan = self.env["vsoko.plan"].search(own)
        self.assertEqual(plan.state, "draft")
        self.assertTrue(plan.procedure_ids.employee_ids)
        self.assertEqual(self.fresh.name, "МБОУ «Школа № 5»")
        fifth = self.env["vsoko.class"].search([*own, ("name", "=", "5А")])
        self.assertEqual(fifth.teacher_id.name, "Учителева Вера Николаевна")

        self.start_tour("/odoo", "vsoko_setup_next_year", login=self.newcomer.login)
        copied = self.env["vsoko.plan"].search(own) - plan
        self.assertEqual(copied.template_id, plan)
        sixth = self.env["vsoko.class"].search([*own, ("name", "=", "6А")])
        self.assertEqual(sixth.filtered("teacher_id").teacher_id, fifth.teacher_id)
