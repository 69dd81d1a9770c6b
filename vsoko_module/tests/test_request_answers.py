import base64

from odoo.exceptions import AccessError, UserError, ValidationError

from .test_requests import RequestCase


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
        self.assertEqual(request.answered_by_id, self._employee(self.teacher))
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
        self.assertEqual(request.answered_by_id, self._employee(self.deputy))

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
