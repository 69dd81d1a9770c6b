"""Decisions in «My work», on the summary and in the letter of the week."""

import json

from freezegun import freeze_time

from .decision_case import DecisionCase


class TestDecisionWork(DecisionCase):
    def _work(self, user):
        return self.env["vsoko.work"].with_user(user).search([])

    def _seen(self, user):
        return {(row.kind, row.name): row.bucket for row in self._work(user)}

    def _judged(self, decision, verdict="reached"):
        """A check of the decision that somebody has judged."""
        check = self.env["vsoko.effect.check"].create(
            {
                "decision_id": decision.id,
                "verdict": verdict,
                "comment": "Видно по работам",
            }
        )
        check.with_user(self.deputy).action_judge()
        return check

    def test_a_project_is_nobody_s_work(self):
        self._decide()
        self.assertFalse(self._seen(self.teacher))

    def test_a_decision_is_the_work_of_its_people_by_its_day(self):
        self._adopt("Ноябрь")
        self._adopt("Сегодня", term_text="16.10.2023")
        self._adopt("Поздно", term_text="10.10.2023")
        self._adopt("Чужое", people=self.outsider)
        self.assertEqual(
            self._seen(self.teacher),
            {
                ("decision", "Поздно"): "1_overdue",
                ("decision", "Сегодня"): "2_today",
                ("decision", "Ноябрь"): "6_later",
            },
        )

    def test_done_is_pressed_on_the_row(self):
        decision = self._adopt()
        row = self._work(self.teacher)
        self.assertEqual(row.action_open()["res_id"], decision.id)
        row.action_tick()
        self.assertEqual(decision.state, "done")
        self.assertFalse(self._work(self.teacher))

    def test_a_judged_decision_waits_for_the_director(self):
        decision = self._adopt()
        decision.action_done()
        self.assertFalse(self._seen(self.director))
        self._judged(decision)
        self.assertEqual(
            self._seen(self.director), {("close", "Провести занятия"): "4_waiting"}
        )
        self.assertFalse(self._seen(self.deputy))
        row = self._work(self.director)
        self.assertEqual(row.action_open()["res_id"], decision.id)
        decision.with_user(self.director).action_verify()
        self.assertFalse(self._seen(self.director))

    def _checked(self, **values):
        """A decision whose effect a line of an approved plan is to show."""
        plan = self._make_plan()
        control = self._make_procedure(plan, term="20.11.2023", roles="deputy_uvr")
        self._approve(plan)
        decision = self._adopt()
        self.env["vsoko.effect.check"].create(
            {"decision_id": decision.id, "procedure_id": control.id, **values}
        )
        return control

    def test_a_check_waits_for_the_deputy_once_the_repeat_control_is_done(self):
        control = self._checked()
        effect = ("effect", "Провести занятия")
        self.assertNotIn(effect, self._seen(self.deputy))
        control.with_user(self.deputy).action_done()
        self.assertEqual(self._seen(self.deputy)[effect], "4_waiting")
        self.assertNotIn(effect, self._seen(self.director))
        self.assertNotIn(effect, self._seen(self.teacher))
        row = self._work(self.deputy).filtered(lambda one: one.kind == "effect")
        self.assertEqual(row.action_open()["res_model"], "vsoko.effect.check")

    def test_a_check_waits_for_the_deputy_when_its_day_has_come(self):
        self._checked()
        effect = ("effect", "Провести занятия")
        with freeze_time("2023-11-20 09:00:00"):
            self.assertIn(effect, self._seen(self.deputy))

    def test_another_school_sees_no_row(self):
        decision = self._adopt()
        decision.action_done()
        self._judged(decision)
        self.assertFalse(self._seen(self.other_deputy))
        head = self._make_person(
            "head", "vsoko_module.group_vsoko_director", self.other_school
        )
        self.assertFalse(self._seen(head))

    def test_the_number_of_queries_does_not_grow_with_the_decisions(self):
        def screen():
            self._work(self.teacher).web_read({"name": {}, "kind": {}, "bucket": {}})

        self._adopt("Первое")
        screen()
        few = self._queries(screen)
        for number in range(30):
            self._adopt(str(number))
        self.assertLessEqual(self._queries(screen), few)


class TestDecisionSummary(DecisionCase):
    def _data(self, user=None):
        summary = self.env["vsoko.summary"].with_user(user or self.director)
        return summary.data()["decisions"]

    def _counts(self, data):
        return [figure["count"] for figure in data["figures"]]

    def test_figures_of_the_year(self):
        self._decide("Проект")
        self._adopt("Идёт")
        self._adopt("Поздно", term_text="10.10.2023")
        self._adopt("Сделано").action_done()
        self.env["vsoko.finding"].create(
            {
                "name": "Дроби",
                "company_id": self.school.id,
                "year_id": self.year.id,
                "state": "agreed",
            }
        )
        data = self._data()
        self.assertEqual(self._counts(data), [3, 1, 1, 1])
        [late] = data["overdue"]
        self.assertEqual((late["name"], late["people"]), ("Поздно", "Teacher"))
        self.assertIn("6", late["late"])

    def test_shares_say_what_they_are_counted_of(self):
        in_time, effective = self._data()["shares"]
        self.assertNotIn("%", in_time["text"] + effective["text"])
        self._adopt("Поздно", term_text="10.10.2023")
        self._adopt("Сделано").action_done()
        self._adopt("Рано ещё")
        in_time, _effective = self._data()["shares"]
        self.assertRegex(in_time["text"], r"^50\xa0% \(1 \w+ 2\)$")

    def test_each_figure_opens_its_list(self):
        self._adopt("Поздно", term_text="10.10.2023")
        self._adopt("Сделано").action_done()
        data = self._data()
        self.assertTrue(json.dumps(data))
        for figure in data["figures"]:
            behind = self.env[figure["open"]["model"]].with_user(self.director)
            with self.subTest(figure=figure["label"]):
                self.assertEqual(
                    behind.search_count(figure["open"]["domain"]), figure["count"]
                )

    def test_another_school_is_not_counted(self):
        self._adopt("Поздно", term_text="10.10.2023")
        data = self._data(self.other_deputy)
        self.assertEqual(self._counts(data), [0, 0, 0, 0])
        self.assertEqual(data["overdue"], [])


class TestDecisionDigest(DecisionCase):
    def _letter(self, user):
        before = self.env["mail.mail"].search([])
        self._run_job("vsoko.digest", "_cron_digest", "2023-10-16")
        letters = self.env["mail.mail"].search([]) - before
        letter = letters.filtered(lambda one: user.email in one.email_to)
        return str(letter.body_html)

    def test_the_letter_tells_of_late_and_near_decisions(self):
        self.teacher.email = "teacher@example.ru"
        late = self._adopt("Поздно", term_text="10.10.2023")
        self._adopt("Скоро", term_text="20.10.2023")
        self._adopt("Ещё не скоро")
        self._adopt("Чужое", term_text="10.10.2023", people=self.outsider)
        letter = self._letter(self.teacher)
        self.assertIn("Поздно", letter)
        self.assertIn(f"/odoo/vsoko-decisions/{late.id}", letter)
        self.assertIn("Скоро", letter)
        self.assertNotIn("Ещё не скоро", letter)
        self.assertNotIn("Чужое", letter)

    def test_chiefs_read_how_many_are_late_in_the_school(self):
        self.deputy.email = "deputy@example.ru"
        self._adopt("Поздно", term_text="10.10.2023")
        self.assertIn("1", self._letter(self.deputy))
