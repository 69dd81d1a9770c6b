from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form
from odoo.tools import mute_logger

from .common import VsokoCase


class RequestCase(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.year.class_ids = [
            (0, 0, {"parallel": 5, "letter": letter}) for letter in "АБ"
        ]
        cls.class_a, cls.class_b = cls.year.class_ids
        cls.period, cls.next_period = cls.year.period_ids[:2]
        framework = cls.env["vsoko.framework"].create(
            {"name": "Модель", "company_id": cls.school.id}
        )
        block = cls.env["vsoko.block"].create(
            {"name": "Блок", "framework_id": framework.id}
        )
        criterion = cls.env["vsoko.criterion"].create(
            {"name": "Критерий", "block_id": block.id}
        )
        cls.indicator = cls.env["vsoko.indicator"].create(
            {"name": "Доля отличников", "code": "1.1", "criterion_id": criterion.id}
        )

    def _request(self, name="Число обедающих", user=None, who=None, **values):
        who = self._employee(who or self.teacher)
        named = {"name": name} if name else {}
        return (
            self.env["vsoko.request"]
            .with_user(user or self.deputy)
            .create(
                {
                    **named,
                    "employee_id": who.id,
                    "date_deadline": "2023-10-20",
                    **values,
                }
            )
        )

    def _answer(self, request, answer="24", user=None):
        request = request.with_user(user or self.teacher)
        request.answer = answer
        request.action_answer()
        return request

    def _tasks(self, request):
        return request.sudo().activity_ids


class TestAskedOnce(RequestCase):
    def test_a_second_request_is_refused_and_shows_the_answer(self):
        self._answer(self._request())
        tasks = self.env["mail.activity"].search_count([])
        with self.assertRaises(ValidationError) as refusal:
            self._request(user=self.director)
        for words in ("Число обедающих", "Deputy", "Teacher", "16.10.2023", "24"):
            self.assertIn(words, refusal.exception.args[0])
        self.assertEqual(self.env["mail.activity"].search_count([]), tasks)

    def test_a_request_that_waits_is_named_with_its_deadline(self):
        self._request()
        with self.assertRaisesRegex(ValidationError, "awaited until 20.10.2023"):
            self._request()

    def test_spelling_does_not_make_another_figure(self):
        self._request("Число обедающих")
        for name in ("ЧИСЛО  обедающих.", "число обедающих", " Чиcло обедающих:"):
            with self.assertRaises(ValidationError):
                self._request(name)

    def test_another_person_is_not_asked_for_the_same(self):
        self._request()
        with self.assertRaises(ValidationError):
            self._request(who=self.outsider)

    def test_what_is_about_the_person_is_asked_of_each_once(self):
        name = "Пройденные курсы"
        self._request(name, is_personal=True)
        self._request(name, who=self.outsider, is_personal=True)
        with self.assertRaises(ValidationError):
            self._request(name, is_personal=True)

    def test_another_class_period_or_year_is_another_figure(self):
        first = self._request(class_id=self.class_a.id, period_id=self.period.id)
        self._request(class_id=self.class_b.id, period_id=self.period.id)
        self._request(class_id=self.class_a.id, period_id=self.next_period.id)
        self.env["vsoko.academic.year"]._ensure(2024, self.school)
        self._request()
        later = self._request(date_deadline="2024-10-20")
        self.assertEqual(first.year_id, self.year)
        self.assertNotEqual(later.year_id, self.year)

    def test_an_indicator_is_asked_once_in_whatever_words(self):
        request = self._request("", indicator_id=self.indicator.id)
        self.assertEqual(request.name, "1.1. Доля отличников")
        with self.assertRaisesRegex(ValidationError, "Доля отличников"):
            self._request("Сколько отличников", indicator_id=self.indicator.id)
        with self.assertRaises(ValidationError):
            self._request("1.1. доля отличников")

    def test_a_cancelled_request_does_not_stand_in_the_way(self):
        first = self._request()
        first.action_cancel()
        self._request()
        with self.assertRaises(ValidationError):
            first.action_ask_anew()

    def test_a_request_does_not_become_another_s_twin(self):
        self._request()
        other = self._request("Число отсутствующих")
        with self.assertRaises(ValidationError):
            other.name = "число обедающих"
        other.write({"name": "Число отсутствующих по болезни"})
        self.assertEqual(other.name, "Число отсутствующих по болезни")

    def test_a_copy_asks_for_nothing_new(self):
        with self.assertRaises(ValidationError):
            self._request().copy()

    def test_the_form_shows_the_answer_before_one_saves(self):
        first = self._answer(self._request())
        form = Form(self.env["vsoko.request"].with_user(self.director))
        form.name = "Число обедающих"
        self.assertEqual(form.twin_id.id, first.id)
        self.assertIn("24", form.twin_text)
        self.assertTrue(form.twin_url.endswith(f"/{first.id}"))
        form.class_id = self.class_a
        self.assertFalse(form.twin_id)
        self.assertFalse(form.twin_text)

    def test_the_database_has_the_last_word(self):
        first = self._request()
        other = self._request("Другое")
        query = "UPDATE vsoko_request SET name_key = %s WHERE id = %s"
        self.env.flush_all()
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(IntegrityError),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute(query, (first.name_key, other.id))

    def test_two_equal_requests_at_once_are_refused(self):
        values = {
            "name": "Число обедающих",
            "employee_id": self._employee(self.teacher).id,
            "date_deadline": "2023-10-20",
        }
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(IntegrityError),
            self.env.cr.savepoint(),
        ):
            self.env["vsoko.request"].with_user(self.deputy).create([values, values])

    def test_another_school_asks_for_itself(self):
        self._request()
        theirs = self._make_employee("Чужая", school=self.other_school)
        self.env["vsoko.request"].with_user(self.other_deputy).create(
            {
                "name": "Число обедающих",
                "employee_id": theirs.id,
                "date_deadline": "2023-10-20",
            }
        )

    def test_people_and_classes_of_another_school_are_not_taken(self):
        theirs = self._make_employee("Чужая", school=self.other_school)
        with self.assertRaises(UserError):
            self._request(employee_id=theirs.id)

    def test_class_and_period_are_of_one_year(self):
        other = self.env["vsoko.academic.year"]._ensure(2024, self.school)
        with self.assertRaisesRegex(ValidationError, "different school years"):
            self._request(class_id=self.class_a.id, period_id=other.period_ids[0].id)
