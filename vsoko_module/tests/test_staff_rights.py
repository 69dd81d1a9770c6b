from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError
from odoo.tests import new_test_user
from odoo.tools import mute_logger

from .staff_case import StaffCase


class TestStaffRights(StaffCase):
    def test_a_colleague_opens_the_public_card_and_sees_no_category(self):
        card = self._make_card("Первая", "teaching", "higher", "first")
        person = card.employee_id.with_user(self.teacher)
        person.read(["name", "job_title"])
        self.env["hr.employee.public"].with_user(self.teacher).browse(person.id).read()
        view = self.env["hr.employee.public"].with_user(self.teacher).get_view
        self.assertNotIn("vsoko_staff_ids", view(view_type="form")["arch"])
        for act in (
            lambda: card.with_user(self.teacher).read(["category"]),
            lambda: card.with_user(self.teacher).search([]),
            lambda: person.read(["vsoko_staff_ids"]),
        ):
            with self.assertRaises(AccessError):
                act()
        # Odoo searches the public card, which has no such field
        with self.assertRaises(ValueError):
            person.search([("vsoko_staff_ids.category", "=", "first")])

    def test_a_deputy_without_hr_keeps_the_cards(self):
        cards = self.env["vsoko.staff"].with_user(self.deputy)
        cards.action_add_everyone()
        own = cards.search([])
        self.assertEqual(
            own.mapped("name"),
            ["Deputy", "Director", "Manager", "Outsider", "Teacher"],
        )
        cards.action_add_everyone()
        self.assertEqual(cards.search([]), own)
        own.write({"kind": "teaching", "category": "first"})
        own.read(["employee_id", "post", "missing", "experience", "is_birthday_known"])
        self.assertEqual(self._figures()["педагогов_первой_категории"], 5)

    def test_a_deputy_imports_lists_kept_in_excel(self):
        cards = self.env["vsoko.staff"].with_user(self.deputy)
        told = [["Teacher", "teaching", "First", "2010-09-01"]]
        loaded = cards.load(["employee_id", "kind", "category", "teaching_from"], told)
        self.assertTrue(loaded["ids"], loaded["messages"])
        courses = self.env["vsoko.training"].with_user(self.deputy)
        told = [["Teacher", "Курсы", "2022-06-01", "72"]]
        loaded = courses.load(["staff_id", "name", "date_end", "hours"], told)
        self.assertTrue(loaded["ids"], loaded["messages"])
        card = cards.search([])
        self.assertEqual((card.category, card.training_ids.hours), ("first", 72))

    def test_a_deputy_does_not_learn_a_birthday(self):
        card = self._make_card("Первая", "teaching", born="1990-05-05")
        own = card.with_user(self.deputy)
        self.assertTrue(own.is_birthday_known)
        self.assertNotIn("1990", str(own.read()))
        with self.assertRaises(AccessError):
            own.employee_id.read(["birthday"])

    def test_hr_keeps_the_cards_without_a_role_in_vsoko(self):
        clerk = new_test_user(
            self.env,
            "clerk",
            groups="hr.group_hr_user",
            company_id=self.school.id,
            company_ids=[(6, 0, self.school.ids)],
        )
        employee = self._employee(self.teacher).with_user(clerk)
        employee.vsoko_staff_ids = [(0, 0, {"kind": "teaching"})]
        self.assertEqual(employee.vsoko_staff_ids.name, "Teacher")
        self.assertIn(
            "vsoko_staff_ids",
            self.env["hr.employee"].with_user(clerk).get_view(view_type="form")["arch"],
        )

    def test_a_card_stays_in_its_school(self):
        theirs = self._employee(self.other_deputy)
        cards = self.env["vsoko.staff"].with_user(self.deputy)
        with self.assertRaises(AccessError):
            cards.create({"employee_id": theirs.id})
        card = cards.create({"employee_id": self._employee(self.teacher).id})
        with self.assertRaises(AccessError):
            card.employee_id = theirs

    def test_a_person_has_one_card(self):
        card = self._make_card("Первая")
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation):
            self.env["vsoko.staff"].create({"employee_id": card.employee_id.id})

    def test_a_card_says_what_is_not_entered_yet(self):
        card = self._make_card("Первая")
        self.assertEqual(card.missing, "counted as")
        card.kind = "teaching"
        self.assertEqual(
            card.missing, "education, category, teaching since, year of birth"
        )
        card.write({"education": "higher", "category": "none", "birth_year": 1980})
        self.assertEqual(card.missing, "teaching since")
        card.kind = "administrative"
        self.assertFalse(card.missing)
