from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from .common import OFFICER, USER, PaperCase


class TestMeetingRegistration(PaperCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher = cls._make_employee(
            "Читателева Анна Ивановна", job_title="Учитель русского языка и литературы"
        )
        cls.meeting = cls._make_meeting()

    @classmethod
    def _make_meeting(cls, **values):
        people = cls.teacher | cls.deputy | cls.director
        return cls.env["vsoko.meeting"].create(
            {
                "body_id": cls.env.ref("vsoko_module.body_pedagogical_council").id,
                "company_id": cls.school.id,
                "year_id": cls.year.id,
                "date": "2024-10-20",
                "number": "3",
                "member_ids": [Command.set(people.ids)],
                "invited": "Гостева Инна Петровна",
                **values,
            }
        )

    def test_each_who_is_to_come_has_a_place_to_sign(self):
        text = self._text("meeting_registration_pdf", self.meeting)
        self.assertIn("МБОУ «Средняя школа № 3»", text)
        self.assertIn("ЛИСТ РЕГИСТРАЦИИ", text)
        self.assertIn("Педагогический совет, заседание от 20 октября 2024 г. № 3", text)
        for words in ("№", "Фамилия, имя, отчество", "Должность", "Подпись"):
            self.assertIn(words, text)
        self.assertIn("1 Мельникова Ольга Петровна Заместитель директора", text)
        self.assertIn("2 Соколова Анна Викторовна", text)
        self.assertIn("3 Читателева Анна Ивановна Учитель русского языка", text)
        self.assertIn("4 Гостева Инна Петровна", text)

    def test_a_long_list_has_its_header_on_each_page(self):
        many = self.env["hr.employee"].create(
            [
                {"name": f"Педагогова Анна {number}", "company_id": self.school.id}
                for number in range(60)
            ]
        )
        self.meeting.member_ids |= many
        pages = self._pages("meeting_registration_pdf", self.meeting)
        self.assertGreater(len(pages), 1)
        for page in pages:
            self.assertIn("Подпись", page)

    def test_without_members_there_is_nobody_to_sign(self):
        empty = self._make_meeting(member_ids=[Command.clear()])
        with self.assertRaisesRegex(UserError, "members"):
            empty.action_print_registration()
        action = self.meeting.action_print_registration()
        self.assertEqual(
            action["report_name"], "vsoko_reports.meeting_registration_pdf"
        )

    def test_it_is_printed_by_the_deputies_of_the_school(self):
        teacher = self._make_user("sheet_teacher", USER)
        other = self.env["res.company"].create({"name": "Другая школа"})
        stranger = self._make_user("sheet_stranger", OFFICER, other)
        for user in (teacher, stranger):
            with self.assertRaises(AccessError):
                self._print("meeting_registration_pdf", self.meeting, user)
        deputy = self._make_user("sheet_deputy", OFFICER)
        self.assertTrue(self._print("meeting_registration_pdf", self.meeting, deputy))
