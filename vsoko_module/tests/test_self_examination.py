from datetime import date

from freezegun import freeze_time
from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .common import VsokoCase


class TestSelfExamination(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.examination = cls._begin()

    @classmethod
    def _begin(cls, **values):
        return (
            cls.env["vsoko.self.examination"]
            .with_user(cls.deputy)
            .create({"company_id": cls.school.id, **values})
        )

    def _write_all(self, one=None):
        one = one or self.examination
        one.section_ids.write({"text": "<p>Сделано</p>"})
        one.section_ids.action_ready()

    def _conduct(self, one=None):
        one = one or self.examination
        one.section_ids.employee_ids = self._employee(self.teacher)
        one.action_begin()

    def _to_review(self):
        self._conduct()
        self._write_all()
        self.examination.action_collect()
        self.examination.gaps_reason = "Сведения уточняются у учредителя"
        self.examination.action_summarise()
        self.examination.action_review()
        self.examination.write(
            {
                "body_id": self.env["vsoko.body"].search([], limit=1).id,
                "date_reviewed": "2023-10-10",
                "minutes_number": "5",
            }
        )

    def test_it_is_of_the_calendar_year_before_and_due_by_20_april(self):
        one = self.examination
        self.assertEqual(one.year, 2022)
        self.assertEqual(one.date_deadline, date(2023, 4, 20))
        self.assertEqual(
            (one.period_id.date_start, one.period_id.date_end),
            (date(2022, 1, 1), date(2022, 12, 31)),
        )

    def test_ten_directions_of_the_order_462(self):
        names = self.examination.section_ids.mapped("name")
        self.assertEqual(len(names), 10)
        self.assertEqual(names[0], "Оценка образовательной деятельности")
        self.assertIn("внутренней системы оценки качества", names[9])

    def test_last_year_s_text_and_people_stand_beside(self):
        self.examination.section_ids[0].write(
            {"text": "<p>Прошлое</p>", "employee_ids": self._employee(self.teacher).ids}
        )
        now = self._begin(year=2023).section_ids[0]
        self.assertIn("Прошлое", now.previous_text)
        self.assertEqual(now.employee_ids, self._employee(self.teacher))
        now.action_take_previous()
        self.assertIn("Прошлое", now.text)
        self.assertEqual(now.state, "draft")
        now.text = "<p>Своё</p>"
        now.action_take_previous()
        self.assertIn("Своё", now.text)

    def test_years_left_from_an_old_text_are_told(self):
        section = self._begin(year=2023).section_ids[0]
        section.text = "<p>В 2019 году школа открыла класс.</p>"
        self.assertIn("2019", section.warning)

    def test_sections_without_people_do_not_begin(self):
        with self.assertRaisesRegex(UserError, "Nobody is named for"):
            self.examination.action_begin()

    def test_people_get_their_sections_as_tasks(self):
        self._conduct()
        tasks = self.examination.activity_ids
        self.assertEqual(len(tasks), 10)
        self.assertEqual(tasks.user_id, self.teacher)
        work = self.env["vsoko.work"].with_user(self.teacher).search([])
        sections = work.filtered(lambda row: row.kind == "section")
        self.assertEqual(len(sections), 10)
        opened = sections[0].action_open()
        self.assertEqual(opened["res_model"], "vsoko.self.examination.section")

    def test_a_teacher_writes_own_sections_only(self):
        self._conduct()
        mine, others = self.examination.section_ids[0], self.examination.section_ids[1]
        others.employee_ids = self._employee(self.outsider)
        hers = mine.with_user(self.teacher)
        hers.text = "<p>Сделано</p>"
        hers.action_ready()
        self.assertEqual(mine.state, "ready")
        with self.assertRaises(AccessError):
            hers.name = "Другое"
        with self.assertRaises(AccessError):
            others.with_user(self.teacher).text = "<p>Чужое</p>"
        with self.assertRaises(AccessError):
            self.examination.with_user(self.teacher).annexes = "Моё"

    def test_missing_figures_name_who_owes_them(self):
        self._conduct()
        self._appoint("librarian", self._make_employee("Библиотекарева"))
        self.examination.action_collect()
        self.assertIn("2.4.5", self.examination.missing_text)
        told = self.examination.missing_text.splitlines()
        library = next(line for line in told if "2.4.5" in line)
        self.assertTrue(library.endswith("Библиотекарева"))
        self.assertTrue(any(line.endswith("nobody is named") for line in told))

    def test_the_table_has_last_year_beside(self):
        self._conduct()
        now = self._begin(year=2023)
        for one, entry in ((self.examination, "4,2"), (now, "4,4")):
            self.env["vsoko.measurement"].create(
                {
                    "indicator_id": self.env.ref("vsoko_module.indicator_1324_1_6").id,
                    "period_id": one.period_id.id,
                    "company_id": self.school.id,
                    "entry": entry,
                }
            )
            one.action_collect()
        line = now.line_ids.filtered(lambda one: one.indicator_id.code == "1.6")
        self.assertEqual((line.previous_text, line.value_text), ("4,2", "4,4"))

    def test_it_is_signed_by_the_director_when_all_is_there(self):
        self._to_review()
        with self.assertRaises(AccessError):
            self.examination.action_sign()
        self.examination.with_user(self.director).action_sign()
        self.assertEqual(self.examination.state, "signed")
        self.assertEqual(self.examination.signed_by_id, self.director)
        self.assertEqual(self.examination.evaluation_id.state, "approved")
        self.assertTrue(self.examination.pdf_digest)
        self.assertFalse(self.examination._changed_files())

    def test_what_is_missing_is_told_before_the_signature(self):
        self._conduct()
        self.examination.action_summarise()
        self.examination.action_review()
        with self.assertRaises(UserError) as caught:
            self.examination.with_user(self.director).action_sign()
        for words in ("is not ready", "not collected", "no body has considered"):
            self.assertIn(words, str(caught.exception))

    def test_missing_figures_need_a_reason(self):
        self._to_review()
        self.examination.gaps_reason = False
        with self.assertRaisesRegex(UserError, "no figures"):
            self.examination.with_user(self.director).action_sign()

    def test_a_signed_report_stays(self):
        self._to_review()
        self.examination.with_user(self.director).action_sign()
        with self.assertRaisesRegex(UserError, "is signed"):
            self.examination.section_ids[0].text = "<p>Иначе</p>"
        with self.assertRaisesRegex(UserError, "is signed"):
            self.examination.annexes = "Ещё"
        with self.assertRaises(UserError):
            self.examination.sudo().pdf_file = False
        line = self.examination.line_ids[0]
        self.examination.section_ids[0].sudo().name = "Иначе"
        self.assertNotIn("Иначе", str(self.examination._paper()["sections"]))
        self.assertTrue(line.evaluation_id)
        self.examination.action_publish()
        self.assertEqual(self.examination.date_published, date(2023, 10, 16))

    def test_one_report_a_year(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation):
            self._begin()

    def test_the_deadline_is_told_once_even_after_a_skipped_day(self):
        one = self._begin(year=2023)
        one.employee_id = self._employee(self.deputy)
        for day, tasks in [
            ("2024-03-01", 0),
            ("2024-03-25", 1),
            ("2024-03-26", 1),
            ("2024-04-20", 2),
            ("2024-04-25", 3),
            ("2024-04-26", 3),
        ]:
            with self.subTest(day=day), freeze_time(f"{day} 09:00:00"):
                one.sudo()._remind(self.school)
                self.assertEqual(len(one.activity_ids), tasks)

    def test_another_school_sees_nothing(self):
        with self.assertRaises(AccessError):
            self.examination.with_user(self.other_deputy).read(["name"])
