from odoo.exceptions import ValidationError

from .test_requests import RequestCase


class TestLoad(RequestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan()
        papers = cls.env.ref("vsoko_module.outcome_note") | cls.env.ref(
            "vsoko_module.outcome_order"
        )
        for term in ("октябрь", "декабрь"):
            cls._make_procedure(
                cls.plan, term, term, "class_teacher", outcome_ids=papers.ids
            )
        cls._make_procedure(cls.plan, "Без формы", roles="class_teacher")

    def _load(self, user=None):
        self.env.flush_all()
        self.env.invalidate_all()
        groups = (
            self.env["vsoko.load"]
            .with_user(user or self.director)
            ._read_group([], ["employee_id", "month:month"], ["__count"])
        )
        return {
            (who.name, month.strftime("%Y-%m")): count for who, month, count in groups
        }

    def test_nothing_is_asked_before_approval(self):
        self.assertFalse(self._load())

    def test_papers_are_counted_by_person_and_month(self):
        self._approve(self.plan)
        self.assertEqual(
            self._load(), {("Teacher", "2023-10"): 2, ("Teacher", "2023-12"): 2}
        )

    def test_what_is_handed_in_has_been_asked_all_the_same(self):
        self._approve(self.plan)
        before = self._load()
        line = self.plan.procedure_ids[0].with_user(self.deputy)
        line.action_start()
        line.action_done_incomplete("Не понадобилось")
        self.assertEqual(self._load(), before)
        line.action_reopen()
        line.action_cancel("Не нужно")
        self.assertEqual(self._load(), {("Teacher", "2023-12"): 2})

    def test_the_counter_of_a_teacher_is_the_number_of_tasks(self):
        first = self._request("Раз")
        self._request("Два")
        self._request("Три", who=self.outsider)
        with self.assertRaises(ValidationError):
            self._request("раз")
        requests = self.env["vsoko.request"].search(
            [("company_id", "=", self.school.id)]
        )
        for user, count in ((self.teacher, 2), (self.outsider, 1)):
            tasks = self._tasks(requests).filtered(
                lambda one, user=user: one.user_id == user
            )
            self.assertEqual(len(tasks), count)
            self.assertEqual(self._load()[user.name, "2023-10"], count)
        first.action_cancel()
        self.assertEqual(self._load()["Teacher", "2023-10"], 1)

    def test_requests_and_plans_stand_together(self):
        self._approve(self.plan)
        request = self._request()
        rows = self.env["vsoko.load"].with_user(self.director).search([])
        self.assertEqual(len(set(rows.ids)), 5)
        row = rows.filtered(lambda one: one.kind == "request")
        self.assertEqual(row.request_id, request)
        self.assertEqual(row.year_id, self.year)
        self.assertEqual(row.month, self._day("2023-10-01"))
        self.assertEqual(row.action_open()["res_model"], "vsoko.request")
        other = (rows - row)[0]
        self.assertEqual(other.action_open()["res_model"], "vsoko.procedure")

    def test_a_teacher_sees_herself_and_a_deputy_everybody(self):
        self._request("Раз")
        self._request("Два", who=self.outsider)
        self.assertEqual(self._load(self.teacher), {("Teacher", "2023-10"): 1})
        self.assertEqual(len(self._load(self.deputy)), 2)
        self.assertFalse(self._load(self.manager))

    def test_another_school_sees_nothing(self):
        self._approve(self.plan)
        self._request()
        self.assertFalse(self._load(self.other_deputy))
