from odoo.tests import HttpCase, tagged

from .common import VsokoCase


class DigestCase(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan(employee_id=cls._employee(cls.deputy).id)
        for term, name in (
            ("сентябрь", "Стартовые работы"),
            ("20.10.2023", "Проверка журналов"),
            ("ноябрь", "Ещё не скоро"),
        ):
            cls._make_procedure(cls.plan, name, term, roles="class_teacher")
        cls._approve(cls.plan)
        for user in (cls.teacher, cls.deputy, cls.director, cls.outsider):
            user.email = f"{user.login}@example.ru"

    def _run(self, *days):
        """Letters written on these days."""
        before = self.env["mail.mail"].search([])
        self._run_job("vsoko.digest", "_cron_digest", *days)
        return self.env["mail.mail"].search([]) - before

    def _to(self, letters, user):
        return letters.filtered(lambda one: user.email in one.email_to)


class TestDigest(DigestCase):
    def test_one_letter_a_week_of_ones_own_work(self):
        letters = self._run("2023-10-16", "2023-10-17", "2023-10-22")
        mine = self._to(letters, self.teacher)
        self.assertEqual(len(mine), 1)
        body = str(mine.body_html)
        self.assertIn("Стартовые работы", body)
        self.assertIn("Проверка журналов", body)
        self.assertNotIn("Ещё не скоро", body)
        self.assertEqual(len(self._to(self._run("2023-10-23"), self.teacher)), 1)

    def test_a_missed_day_is_made_up_for(self):
        self._run("2023-10-16")
        self.assertFalse(self._run("2023-10-20"))
        self.assertEqual(len(self._to(self._run("2023-10-26"), self.teacher)), 1)
        self.assertEqual(len(self._to(self._run("2023-10-30"), self.teacher)), 1)

    def test_who_has_nothing_to_read_gets_nothing(self):
        letters = self._run("2023-10-16")
        self.assertFalse(self._to(letters, self.outsider))

    def test_chiefs_read_of_the_whole_school_and_teachers_do_not(self):
        letters = self._run("2023-10-16")
        self.assertIn(
            "Просрочено процедур", str(self._to(letters, self.deputy).body_html)
        )
        own = str(self._to(letters, self.teacher).body_html)
        self.assertNotIn("Просрочено процедур", own)

    def test_it_is_off_for_a_person_or_for_the_school(self):
        self.teacher.with_user(self.teacher).vsoko_digest = False
        self.assertFalse(self._to(self._run("2023-10-16"), self.teacher))
        self.school.vsoko_digest = False
        self.assertFalse(self._run("2023-10-23"))

    def test_the_school_chooses_the_day(self):
        self.school.vsoko_digest_day = "4"
        self.assertTrue(self._run("2023-10-18"), "the Friday before was missed")
        self.assertFalse(self._run("2023-10-19"))
        self.assertTrue(self._run("2023-10-20"))

    def test_letters_of_many_people_cost_a_constant_number_of_queries(self):
        people = [self._make_person(f"reader_{n}", "vsoko_module.group_vsoko_user")
                  for n in range(12)]  # fmt: skip
        for user in people:
            user.email = f"{user.login}@example.ru"
            self._appoint("class_teacher", user)
        few = self._queries(lambda: self._letters(people[:2]))
        many = self._queries(lambda: self._letters(people))
        self.assertLessEqual(many, few + 10)

    def _letters(self, people):
        everybody = self.env["res.users"].search([])
        everybody.vsoko_digest_date = "2023-10-16"
        self.env["res.users"].union(*people).vsoko_digest_date = False
        self.env["vsoko.digest"]._write_letters(self.school)


@tagged("post_install", "-at_install")
class TestSwitchOff(HttpCase, DigestCase):
    def test_a_click_in_the_letter_switches_it_off(self):
        link = self.env["vsoko.digest"]._off_link(self.teacher)
        path = link.replace(self.teacher.get_base_url(), "")
        page = self.url_open(path)
        self.assertEqual(page.status_code, 200)
        self.assertTrue(self.teacher.vsoko_digest, "looking is not switching off")
        token = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]
        answer = self.url_open(path, data={"csrf_token": token})
        self.assertEqual(answer.status_code, 200)
        self.teacher.invalidate_recordset(["vsoko_digest"])
        self.assertFalse(self.teacher.vsoko_digest)

    def test_a_link_for_one_switches_nobody_else_off(self):
        link = self.env["vsoko.digest"]._off_link(self.teacher)
        token = link.rpartition("/")[2]
        for path in (
            f"/vsoko/digest/{self.deputy.id}/{token}",
            f"/vsoko/digest/{self.teacher.id}/{'0' * 64}",
            f"/vsoko/digest/99999999/{token}",
        ):
            self.assertEqual(self.url_open(path).status_code, 404)
