import base64

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
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


class TestAnswer(RequestCase):
    def test_a_request_is_one_quiet_task(self):
        letters = self.env["mail.mail"].search_count([])
        notes = self.env["mail.notification"].search_count([])
        request = self._request()
        task = self._tasks(request)
        self.assertEqual(task.user_id, self.teacher)
        self.assertEqual(task.date_deadline, self._day("2023-10-20"))
        self.env.flush_all()
        self.assertEqual(self.env["mail.mail"].search_count([]), letters)
        self.assertEqual(self.env["mail.notification"].search_count([]), notes)

    def test_an_answer_ends_the_task(self):
        request = self._answer(self._request())
        self.assertEqual(request.state, "answered")
        self.assertEqual(request.answered_on, self._day("2023-10-16"))
        self.assertEqual(request.answered_by_id, self.teacher)
        self.assertFalse(self._tasks(request))

    def test_an_empty_answer_is_refused(self):
        with self.assertRaisesRegex(UserError, "write the answer"):
            self._answer(self._request(), "  ")

    def test_a_file_is_an_answer_and_a_program_is_not(self):
        request = self._request().with_user(self.teacher)
        with self.assertRaisesRegex(ValidationError, "program"):
            request.write(
                {
                    "answer_file": base64.b64encode(b"MZ" + bytes(20)),
                    "answer_filename": "Список.exe",
                }
            )
        request.write(
            {
                "answer_file": base64.b64encode("Список".encode()),
                "answer_filename": "Список.txt",
            }
        )
        request.action_answer()
        with self.assertRaisesRegex(ValidationError, "Список.txt"):
            self._request()

    def test_the_person_writes_the_answer_and_nothing_else(self):
        request = self._request().with_user(self.teacher)
        for values in (
            {"name": "Другое"},
            {"date_deadline": "2024-05-31"},
            {"employee_id": self._employee(self.outsider).id},
            {"is_personal": True},
            {"answered_on": "2023-10-01"},
            {"author_id": False},
            {"note": "Не буду"},
        ):
            with self.assertRaises(AccessError):
                request.write(values)
        for act in (request.action_cancel, request.unlink, request.copy):
            with self.assertRaises(AccessError):
                act()
        with self.assertRaises(AccessError):
            self._request(user=self.teacher)

    def test_a_given_answer_stays_until_it_is_asked_anew(self):
        request = self._answer(self._request())
        with self.assertRaisesRegex(UserError, "Ask anew"):
            request.answer = "25"
        for act in (request.action_ask_anew, request.action_cancel):
            with self.assertRaises(UserError):
                act()
        with self.assertRaisesRegex(UserError, "has been answered"):
            request.with_user(self.deputy).unlink()
        request.with_user(self.deputy).action_ask_anew()
        self.assertFalse(request.answered_on)
        self.assertEqual(self._tasks(request).user_id, self.teacher)
        self.assertEqual(self._answer(request, "25").answer, "25")

    def test_others_see_nothing_of_it(self):
        request = self._answer(self._request())
        for user in (self.outsider, self.other_deputy, self.manager):
            stranger = request.with_user(user)
            self.assertFalse(stranger.search([("id", "=", request.id)]))
            with self.assertRaises(AccessError):
                stranger.read(["answer"])
            with self.assertRaises(AccessError):
                stranger.write({"answer": "0"})

    def test_a_deputy_answers_for_who_has_no_login(self):
        nobody = self._make_employee("Безлогинова")
        request = self._request(employee_id=nobody.id)
        self.assertFalse(request.has_login)
        self.assertFalse(self._tasks(request))
        self._answer(request, user=self.deputy)
        self.assertEqual(request.answered_by_id, self.deputy)

    def test_the_task_follows_the_request(self):
        request = self._request()
        request.write(
            {
                "employee_id": self._employee(self.outsider).id,
                "date_deadline": "2023-10-25",
            }
        )
        task = self._tasks(request)
        self.assertEqual(task.user_id, self.outsider)
        self.assertEqual(task.date_deadline, self._day("2023-10-25"))
        request.action_cancel()
        self.assertFalse(self._tasks(request))

    def test_late_ones_are_found(self):
        late = self._request(date_deadline="2023-10-15")
        self._request("Другое", date_deadline="2023-10-16")
        requests = self.env["vsoko.request"].with_user(self.deputy)
        self.assertEqual(requests.search([("is_overdue", "=", True)]), late)
        self._answer(late)
        self.assertFalse(requests.search([("is_overdue", "=", True)]))

    def test_a_request_stands_in_my_work(self):
        request = self._request()
        self.env.flush_all()
        rows = self.env["vsoko.work"].with_user(self.teacher)
        row = rows.search([("kind", "=", "request")])
        self.assertEqual((row.name, row.bucket), ("Число обедающих", "3_week"))
        self.assertEqual(row.action_open()["res_id"], request.id)
        self.assertFalse(rows.with_user(self.outsider).search([]))
        self._answer(request)
        self.assertFalse(rows.search([("kind", "=", "request")]))
